"""Word files: each thing that tells more than the text goes, the text stays to the letter, and the file opens."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

import docx
import pictures_by_hand as by_hand
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from telling_words import BY, MICROSOFT, SECRET, STYLES, Word, everything_in, field_of, p, picture, relations, run

from briefkit.ooxml import read_zip
from briefkit.scrub import Decisions, Finding, look_into, scrub

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
ORIGIN = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature"
PEOPLE = f"{MICROSOFT}/2011/relationships/people"
_VT = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
_CORE = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_APP = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
_CUSTOM = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_SIGN = '<w:r><w:commentReference w:id="1"/></w:r>'
TEXT = p("The text.")


def comment(words: str) -> Word:
    body = f'<w:p><w:commentRangeStart w:id="1"/>{run("The text.")}<w:commentRangeEnd w:id="1"/>{_SIGN}</w:p>'
    held = f'<w:comments NAMES><w:comment w:id="1" {BY}><w:p>{run(words)}</w:p></w:comment></w:comments>'
    return Word(body, parts={"word/comments.xml": held}, links=[("comments", "comments.xml", "")])


def hidden(properties: str, styles: str = STYLES) -> Word:
    return Word(p(run("The "), run(f"secret of {SECRET}", properties), run("text.")), styles=styles)


_HIDING = STYLES + '<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>'
_HIDING += '<w:style w:type="character" w:styleId="Quieter"><w:name w:val="Quieter"/><w:basedOn w:val="Quiet"/></w:style>'
_CROP = '<a:srcRect l="50000"/>'
_SHAPE = '<w:r><w:pict><v:shape style="width:90pt;height:90pt"><v:imagedata r:id="rIdPicture" {more}/></v:shape></w:pict></w:r>'
_ROW = '<w:tr>{0}<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{1}</w:p></w:tc></w:tr>'
_TABLE = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>{0}</w:tbl>'
_LINKED = ("hyperlink", "{0}", "rIdLink")


def link(address: str) -> Word:
    return Word(f'<w:p><w:hyperlink r:id="rIdLink">{run("The text.")}</w:hyperlink></w:p>', links=[("hyperlink", address, "rIdLink")])


def one_picture(drawn: str, data: bytes = b"", ending: str = "png", links: Sequence[tuple[str, str, str]] = ()) -> Word:
    name = f"media/image1.{ending}"
    parts = {f"word/{name}": data or by_hand.png()}
    return Word(p("The text.") + p(drawn), parts=parts, links=[("image", name, "rIdPicture"), *links])


def settings_of(held: str, *links: tuple[str, str, str]) -> Word:
    parts = {"word/_rels/settings.xml.rels": relations(links)} if links else {}
    return Word(TEXT, settings=held, parts=parts)


# name -> the file, the kind that is reported, words of the report
TELLING: dict[str, tuple[Word, str, str]] = {
    "author": (
        Word(
            TEXT,
            parts={"docProps/core.xml": f"<cp:coreProperties {_CORE}><dc:creator>{SECRET}</dc:creator></cp:coreProperties>"},
            package_links=[(CORE, "docProps/core.xml")],
        ),
        "author",
        "author: Zhanar",
    ),
    "company": (
        Word(
            TEXT,
            parts={"docProps/app.xml": f"<Properties {_APP}><Company>{SECRET}</Company><Manager>{SECRET}</Manager></Properties>"},
            package_links=[("extended-properties", "docProps/app.xml")],
        ),
        "company",
        "company: Zhanar",
    ),
    "custom property": (
        Word(
            TEXT,
            parts={
                "docProps/custom.xml": f'<Properties {_CUSTOM} {_VT}><property fmtid="{_FORMAT}" pid="2" name="Of">'
                f"<vt:lpwstr>{SECRET}</vt:lpwstr></property></Properties>"
            },
            package_links=[("custom-properties", "docProps/custom.xml")],
        ),
        "custom",
        "custom property “Of”: Zhanar",
    ),
    "thumbnail": (
        Word(TEXT, parts={"docProps/thumbnail.jpeg": SECRET.encode()}, package_links=[(THUMBNAIL, "docProps/thumbnail.jpeg")]),
        "thumbnail",
        "There is a small picture of its first page.",
    ),
    "template": (
        settings_of('<w:attachedTemplate r:id="rIdT"/>', ("attachedTemplate", f"file:///C:/Users/{SECRET}/Normal.dotm", "rIdT")),
        "template",
        "The template is named: file:///C:/Users/Zhanar/Normal.dotm",
    ),
    "rsids": (
        settings_of('<w:rsids><w:rsidRoot w:val="00A1Zhanar"/></w:rsids>'),
        "rsid",
        "The numbers of all sessions in which it was edited are listed.",
    ),
    "rsid of a paragraph": (
        Word(f'<w:p w:rsidR="00Zhanar" w14:paraId="00Zhanar">{run("The text.")}</w:p>'),
        "rsid",
        "1 mark of an editing session (rsid)",
    ),
    "docVars": (settings_of(f'<w:docVars><w:docVar w:name="a" w:val="{SECRET}"/></w:docVars>'), "variable", "There are variables"),
    "mail merge": (
        settings_of(f'<w:mailMerge><w:mainDocumentType w:val="email"/><w:connectString w:val="{SECRET}"/></w:mailMerge>'),
        "link",
        "serial letter",
    ),
    "custom XML": (
        Word(TEXT, parts={"customXml/item1.xml": f"<a>{SECRET}</a>"}, links=[("customXml", "/customXml/item1.xml", "")]),
        "custom",
        "There is custom XML",
    ),
    "smart tag": (
        Word(f'<w:p><w:smartTag w:uri="urn:{SECRET}" w:element="PersonName">{run("The text.")}</w:smartTag></w:p>'),
        "custom",
        "1 word or passage is marked for programs",
    ),
    "content control": (
        Word(
            f'<w:p><w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/><w:tag w:val="{SECRET}"/><w:id w:val="1"/></w:sdtPr>'
            f"<w:sdtContent>{run('The text.')}</w:sdtContent></w:sdt></w:p>"
        ),
        "control",
        "A content control is labelled: Zhanar",
    ),
    "editor": (
        Word(f'<w:p><w:permStart w:id="1" w:ed="{SECRET}"/>{run("The text.")}<w:permEnd w:id="1"/></w:p>'),
        "author",
        "Somebody who may edit it is named: Zhanar",
    ),
    "people": (
        Word(
            TEXT,
            parts={"word/people.xml": f'<w15:people NAMES><w15:person w15:author="{SECRET}"/></w15:people>'},
            links=[(PEOPLE, "people.xml", "")],
        ),
        "author",
        "Somebody who edited it is named: Zhanar",
    ),
    "XML comment": (Word(p("The ", f"<!-- {SECRET} -->", "text.")), "aside", "comments that no program shows"),
    "comment": (comment(f"Ask {SECRET}"), "comment", "Zhanar commented: “Ask Zhanar”"),
    "deleted words": (
        Word(p("The ", f'<w:del w:id="1" {BY}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>', "text.")),
        "change",
        "1 tracked change, by: Zhanar",
    ),
    "hidden words": (hidden("<w:vanish/>"), "hidden", "hidden text: “secret of Zhanar”"),
    "words hidden by a style": (hidden('<w:rStyle w:val="Quieter"/>', _HIDING), "hidden", "hidden text: “secret of Zhanar”"),
    "hidden row": (
        Word(TEXT + _TABLE.format(_ROW.format("", run("Seen.")) + _ROW.format("<w:trPr><w:hidden/></w:trPr>", run(SECRET))) + p("End.")),
        "hidden",
        "hidden row of a table: “Zhanar”",
    ),
    "note without a reference": (
        Word(
            p("The text.", '<w:r><w:footnoteReference w:id="1"/></w:r>'),
            notes={1: p(run("A note.")), 2: p(run(SECRET))},
        ),
        "hidden",
        "note that nothing refers to: “Zhanar”",
    ),
    "header that no page shows": (
        Word(
            TEXT,
            parts={"word/header1.xml": f"<w:hdr NAMES><w:p>{run(SECRET)}</w:p></w:hdr>"},
            links=[("header", "header1.xml", "rIdHeader")],
            sections='<w:headerReference w:type="first" r:id="rIdHeader"/>',
        ),
        "hidden",
        "header or footer that no page shows: “Zhanar”",
    ),
    "part that nothing uses": (
        Word(TEXT, parts={"word/media/image9.png": SECRET.encode()}, links=[("image", "media/image9.png", "rIdNothing")]),
        "orphan",
        "Nothing in the document uses this part.",
    ),
    "embedded file": (
        Word(
            TEXT
            + p(
                '<w:r><w:object><v:shape id="a" style="width:9pt;height:9pt"><v:imagedata r:id="rIdPicture"/></v:shape>'
                '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="a" DrawAspect="Icon" ObjectID="_1" r:id="rIdObject"/>'
                "</w:object></w:r>"
            ),
            parts={"word/embeddings/sheet.bin": SECRET.encode(), "word/media/image1.png": by_hand.png()},
            links=[("oleObject", "embeddings/sheet.bin", "rIdObject"), ("image", "media/image1.png", "rIdPicture")],
        ),
        "embedded",
        "Another file is embedded.",
    ),
    "embedded typeface": (
        Word(
            TEXT,
            settings="<w:embedTrueTypeFonts/><w:saveSubsetFonts/>",
            parts={
                "word/fontTable.xml": '<w:fonts NAMES><w:font w:name="Arial"><w:embedRegular r:id="rIdF" w:fontKey="{0}"/>'
                "</w:font></w:fonts>",
                "word/_rels/fontTable.xml.rels": relations([("font", "fonts/font1.odttf", "rIdF")]),
                "word/fonts/font1.odttf": SECRET.encode(),
            },
            links=[("fontTable", "fontTable.xml", "")],
        ),
        "font",
        "A typeface, or a part of one, is embedded",
    ),
    "link to a file": (link(f"file:///C:/Users/{SECRET}/a.docx"), "link", "It links to file:///C:/Users/Zhanar/a.docx"),
    "link into a network": (link(f"\\\\server\\{SECRET}"), "link", "It links to \\\\server\\Zhanar"),
    "link to a server inside": (link(f"http://intranet/{SECRET}"), "link", "It links to http://intranet/Zhanar"),
    "linked picture": (
        Word(TEXT + p(picture('r:link="rIdFar"')), links=[("image", f"https://tracker.example.org/{SECRET}.png", "rIdFar")]),
        "link",
        "It links to https://tracker.example.org/Zhanar.png",
    ),
    "field of a reference manager": (
        Word(p(field_of(f"ADDIN ZOTERO_ITEM CSL_CITATION {{{SECRET}}}", "The text."))),
        "field",
        "A field tells: ADDIN ZOTERO_ITEM CSL_CITATION {Zhanar}",
    ),
    "field with a file": (
        Word(p(field_of(f'HYPERLINK "file:///C:/{SECRET}"', "The text."))),
        "field",
        "A field tells: HYPERLINK",
    ),
    "simple field": (
        Word(f'<w:p><w:fldSimple w:instr=" DOCPROPERTY {SECRET} ">{run("The text.")}</w:fldSimple></w:p>'),
        "field",
        "A field tells: DOCPROPERTY Zhanar",
    ),
    "name of a picture": (
        one_picture(picture('r:embed="rIdPicture"', name=f"{SECRET}.jpg", about=f' descr="C:\\\\{SECRET}\\\\a.jpg"')),
        "picture",
        "A drawing names a file: C:\\\\Zhanar\\\\a.jpg",
    ),
    "what a picture tells": (
        one_picture(picture('r:embed="rIdPicture"'), by_hand.jpeg(), "jpeg"),
        "picture",
        "The picture tells: EXIF data: camera, time, perhaps the place",
    ),
    "old picture": (
        one_picture(_SHAPE.format(more=f'o:title="{SECRET}"')),
        "picture",
        "A drawing names a file: Zhanar",
    ),
    "copy of a drawing": (
        Word(TEXT + f'<w:p><w:r><w:pict><v:rect style="width:9pt;height:9pt" o:gfxdata="{SECRET}"/></w:pict></w:r></w:p>'),
        "copy",
        "A drawing is there a second time",
    ),
    "picture before an effect": (
        Word(
            TEXT
            + p(
                picture(
                    'r:embed="rIdPicture"',
                    more='<a:extLst><a:ext uri="{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}"><a14:imgProps><a14:imgLayer r:embed="rIdLayer"/>'
                    "</a14:imgProps></a:ext></a:extLst>",
                )
            ),
            parts={"word/media/image1.png": by_hand.png(), "word/media/hd.wdp": SECRET.encode()},
            links=[("image", "media/image1.png", "rIdPicture"), (f"{MICROSOFT}/2007/relationships/hdphoto", "media/hd.wdp", "rIdLayer")],
        ),
        "crop",
        "There is a picture as it was before an effect was laid over it.",
    ),
    "hidden picture": (
        one_picture(picture('r:embed="rIdPicture"', hidden=' hidden="1"')),
        "hidden",
        "A hidden picture or drawing.",
    ),
    "signature": (
        Word(
            TEXT,
            parts={
                "_xmlsignatures/origin.sigs": b"",
                "_xmlsignatures/_rels/origin.sigs.rels": relations([(SIGNATURE, "signature.xml", "rId1")]),
                "_xmlsignatures/signature.xml": f'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#">{SECRET}</Signature>',
            },
            package_links=[(ORIGIN, "_xmlsignatures/origin.sigs")],
        ),
        "signature",
        "It is signed; the signature will be broken.",
    ),
}
ALL = Decisions("accept", True)


def found(word: Word) -> tuple[Finding, ...]:
    looked = look_into(word.data(), "a.docx")
    assert looked.value is not None, looked.diagnostics
    return looked.value.findings


def scrubbed(word: Word, changes: Literal["", "accept", "reject"] = "accept") -> bytes:
    made = scrub(word.data(), "a.docx", Decisions(changes, True))
    assert made.value is not None, made.diagnostics
    return made.value.data


def words(data: bytes) -> list[str]:
    """The paragraphs of the body, as python-docx reads them, links with the rest."""
    return ["".join(node.text or "" for node in one._p.iter("{*}t")) for one in docx.Document(BytesIO(data)).paragraphs]


@pytest.mark.parametrize("name", TELLING)
def test_each_thing_is_found_and_goes(name: str) -> None:
    word, kind, said = TELLING[name]
    assert SECRET.encode() in everything_in(word.data())
    reported = [str(finding.what) for finding in found(word) if finding.kind == kind]
    assert any(said in one for one in reported), reported
    made = scrubbed(word)
    assert SECRET.encode() not in everything_in(made)
    again = look_into(made, "a.docx").value
    assert again is not None and again.findings == () and again.data == made


@pytest.mark.parametrize("name", TELLING)
def test_the_words_stay(name: str) -> None:
    assert words(scrubbed(TELLING[name][0]))[0] == "The text."


def test_word_finds_no_fault_in_any_of_them(tmp_path: Path) -> None:
    for number, (word, _, _) in enumerate(TELLING.values()):
        (tmp_path / f"{number}.docx").write_bytes(scrubbed(word))
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    program = Path(__file__).parents[1] / "openxml.py"
    ran = subprocess.run([sys.executable, program, *files], capture_output=True, text=True, check=False)
    if ran.returncode == 3:
        pytest.skip(ran.stderr)
    assert ran.returncode == 0, ran.stderr
    assert [errors for errors in json.loads(ran.stdout).values() if errors] == []


def test_a_file_that_tells_nothing_is_left_in_peace() -> None:
    assert found(Word(TEXT + p(run("Bold", "<w:b/>")), notes={})) == ()


def test_links_into_the_web_stay() -> None:
    word = link("https://example.org/a")
    assert found(word) == ()
    assert b"https://example.org/a" in everything_in(scrubbed(word))


def test_changes_are_accepted_or_rejected_in_body_and_notes() -> None:
    change = f'<w:ins w:id="1" {BY}>{run("new")}</w:ins><w:del w:id="2" {BY}><w:r><w:delText>old</w:delText></w:r></w:del>'
    word = Word(p("It is ", change, ".", '<w:r><w:footnoteReference w:id="1"/></w:r>'), notes={1: p(run("Note "), change)})
    for way, expected in (("accept", "new"), ("reject", "old")):
        held = read_zip(scrubbed(word, way))  # type: ignore[arg-type]
        for part in ("word/document.xml", "word/footnotes.xml"):
            assert expected.encode() in held[part]
            assert b"w:ins" not in held[part] and b"w:del" not in held[part]
        assert words(scrubbed(word, way))[0] == f"It is {expected}."  # type: ignore[arg-type]


def test_undecided_files_are_refused_with_the_option_that_decides() -> None:
    word = comment("Words")
    word.body += p(f'<w:ins w:id="2" {BY}>{run("new")}</w:ins>')
    made = scrub(word.data(), "a.docx")
    assert made.value is None
    assert [str(one.hint) for one in made.diagnostics] == [
        "add --accept-changes or --reject-changes",
        "add --drop-comments to take them out",
    ]
    assert scrub(word.data(), "a.docx", ALL).value is not None


def test_hidden_marks_of_fields_go_on_working() -> None:
    """Word hides the marks of a table of authorities: they are no text."""
    mark = "".join(
        f"<w:r><w:rPr><w:vanish/></w:rPr>{held}</w:r>"
        for held in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText> TA \\l "Covenant" </w:instrText>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    word = Word(p("The text.", mark))
    assert found(word) == ()
    assert b'TA \\l "Covenant"' in read_zip(scrubbed(word))["word/document.xml"]


def test_a_hidden_reference_takes_its_note_along() -> None:
    reference = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    made = scrubbed(Word(p("The text.", reference), notes={1: p(run(SECRET))}))
    assert SECRET.encode() not in everything_in(made)


@pytest.mark.parametrize(
    "drawn", [picture('r:embed="rIdPicture"', crop=_CROP), _SHAPE.format(more='cropleft=".5"'), _SHAPE.format(more='cropleft="32768f"')]
)
def test_the_hidden_half_of_a_picture_is_cut_off(drawn: str) -> None:
    word = one_picture(drawn)
    assert ("crop", "A part of the picture is hidden (cropped).") in [(one.kind, str(one.what)) for one in found(word)]
    held = read_zip(scrubbed(word))
    images = [data for name, data in held.items() if name.startswith("word/media/")]
    assert len(images) == 1
    with Image.open(BytesIO(images[0])) as image:
        assert image.size == (40, 40)
        assert image.convert("RGB").getcolors() == [(1600, (255, 0, 0))]
    assert b"cropleft" not in held["word/document.xml"] and b'l="50000"' not in held["word/document.xml"]


def test_a_picture_that_is_shown_whole_elsewhere_stays_whole_there() -> None:
    word = one_picture(picture('r:embed="rIdPicture"', crop=_CROP) + picture('r:embed="rIdPicture"'))
    sizes = set()
    for name, data in read_zip(scrubbed(word)).items():
        if name.startswith("word/media/"):
            with Image.open(BytesIO(data)) as image:
                sizes.add(image.size)
    assert sizes == {(40, 40), (80, 40)}


def test_what_cannot_be_cut_is_named_as_left() -> None:
    made = scrub(one_picture(picture('r:embed="rIdPicture"', crop=_CROP), by_hand.emf(), "emf").data(), "a.docx")
    assert made.value is not None
    assert [(one.code, "cannot be cut off" in one.message) for one in made.diagnostics] == [("scrub-left", True)]


def test_a_signature_is_named_as_broken() -> None:
    made = scrub(TELLING["signature"][0].data(), "a.docx")
    assert [one.code for one in made.diagnostics] == ["scrub-signature"]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (
            Word(TEXT, parts={"word/vbaProject.bin": b"x"}, links=[(f"{MICROSOFT}/2006/relationships/vbaProject", "vbaProject.bin", "")]),
            "it holds macros",
        ),
        (
            Word(TEXT + '<w:altChunk r:id="rIdChunk"/>', parts={"word/a.bin": b"x"}, links=[("aFChunk", "a.bin", "rIdChunk")]),
            "it holds another document",
        ),
        (one_picture(picture('r:embed="rIdPicture"'), by_hand.jpeg()[:60], "jpeg"), "its picture word/media/image1.jpeg is damaged"),
    ],
)
def test_what_cannot_be_scrubbed_says_why_and_what_to_do(word: Word, said: str) -> None:
    made = look_into(word.data(), "a.docx")
    assert made.value is None
    assert made.diagnostics[0].code == "scrub-unreadable"
    assert said in made.diagnostics[0].message and made.diagnostics[0].hint


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=12).filter(
    lambda one: one.strip()
)
_PIECES = st.lists(st.tuples(st.sampled_from(["plain", "ins", "del", "hidden", "link", "field", "comment", "note"]), _WORDS), max_size=6)


def _drawn(kind: str, text: str, number: int) -> str:
    said = escape(text)
    if kind in ("ins", "del"):
        held = run(said) if kind == "ins" else f'<w:r><w:delText xml:space="preserve">{said}</w:delText></w:r>'
        return f'<w:{kind} w:id="{number}" {BY}>{held}</w:{kind}>'
    return {
        "plain": run(said),
        "hidden": run(said, "<w:vanish/>"),
        "link": f'<w:hyperlink r:id="rIdLink">{run(said)}</w:hyperlink>',
        "field": field_of("AUTHOR", said),
        "comment": f'<w:commentRangeStart w:id="{number}"/>{run(said)}<w:commentRangeEnd w:id="{number}"/>',
        "note": f'<w:r><w:footnoteReference w:id="{number}"/></w:r>',
    }[kind]


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=4), st.sampled_from(["accept", "reject"]))
def test_the_text_is_the_same_to_the_letter(paragraphs: list[list[tuple[str, str]]], way: Literal["accept", "reject"]) -> None:
    """What is shown is known from how the file was made, and is read back by python-docx."""
    numbered = [[(kind, text, 10 * at + place + 1) for place, (kind, text) in enumerate(pieces)] for at, pieces in enumerate(paragraphs)]
    notes = {number: p(run(escape(text))) for pieces in numbered for kind, text, number in pieces if kind == "note"}
    body = "".join(p(*(_drawn(*piece) for piece in pieces)) for pieces in numbered)
    data = scrubbed(Word(body, notes=notes, links=[("hyperlink", "file:///a", "rIdLink")]), way)
    gone = {"hidden", "note", "del" if way == "accept" else "ins"}
    assert words(data) == ["".join(text for kind, text in pieces if kind not in gone) for pieces in paragraphs]
    kept = docx.Document(BytesIO(data)).part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    )
    from lxml import etree

    held = ["".join(node.itertext()) for node in etree.fromstring(kept.blob).iter("{*}footnote") if node.get(f"{{{_W}}}type") is None]
    assert held == [text for pieces in paragraphs for kind, text in pieces if kind == "note"]


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
