"""What a finished document tells of who made it, whatever its template: nothing. And a document to file tells nothing of its making."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from pictures_by_hand import jpeg, png
from telling_words import MICROSOFT, SECRET, Word, everything_in, field_of, p, picture, relations, run
from workspace import CASE, HOUSE, clause, inputs, library

from briefkit.build import build
from briefkit.case import read_case
from briefkit.libraries import read_library
from briefkit.ooxml import parse, qn, read_zip
from briefkit.press import Office
from briefkit.scrub import look_into
from briefkit.scrub.word.templates import quieted
from briefkit.tree import ClauseText, Heading, Note, NoteRef, Opinion, Paragraph, ParagraphRef, Remark, Text
from briefkit.writers.docx import measure, write
from briefkit.writers.docx.furniture import PLACES

PATH = "C:\\Users\\Zhanar\\opinion.docx"
VARS = f'<w:docVars><w:docVar w:name="{SECRET}" w:val="{SECRET}"/></w:docVars>'
SETTINGS = f'<w:attachedTemplate r:id="rIdTemplate"/>{VARS}<w:rsids><w:rsidRoot w:val="00ABCDEF"/></w:rsids>'
HEADER = p(
    "Letterhead of ",
    f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/><w:tag w:val="{SECRET}"/></w:sdtPr><w:sdtContent>{run("the firm")}</w:sdtContent></w:sdt>',
    '<w:sdt><w:sdtPr><w:tag w:val="short-title"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>',
    field_of("FILENAME \\p", PATH),
    f'<w:fldSimple w:instr=" AUTHOR ">{run(SECRET)}</w:fldSimple>',
    field_of("DOCPROPERTY Company", "a firm of advocates"),
    field_of("DOCPROPERTY &quot;LastSavedBy&quot;", SECRET),
    f'<w:bookmarkStart w:id="7" w:name="{SECRET}_client"/>{run("Reference 7")}<w:bookmarkEnd w:id="7"/>',
    field_of(f"REF {SECRET}_client", "Reference 7"),
    f'<w:hyperlink r:id="rIdLocal">{run("our files")}</w:hyperlink>',
    picture('r:embed="rIdPicture"', name=f"{SECRET}.png", about=f' descr="C:\\Users\\{SECRET}\\logo.png"'),
)
BY = f'w:author="{SECRET}" w:date="2026-01-01T00:00:00Z"'
CHANGED = f'<w:p w:rsidR="00ABCDEF" w14:paraId="1A2B3C4D"><w:ins w:id="1" {BY}>{run("x")}</w:ins></w:p>'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{SECRET}</dc:creator><cp:lastModifiedBy>{SECRET}</cp:lastModifiedBy>'
    "</cp:coreProperties>"
)
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
TOLD = f"<Template>{SECRET}.dotm</Template><Manager>{SECRET}</Manager><Company>{SECRET} LLP</Company>"
APP = f'<Properties xmlns="{EXTENDED}">{TOLD}</Properties>'


def telling_template() -> bytes:
    """A template in which every place names its maker, with a letterhead in words."""
    header = f"<w:hdr NAMES>{HEADER}{CHANGED}</w:hdr>"
    names = [("image", "media/logo of Zhanar.png", "rIdPicture"), ("hyperlink", f"file:///C:/Users/{SECRET}/", "rIdLocal")]
    parts = {
        "word/header1.xml": header,
        "word/_rels/header1.xml.rels": relations(names),
        "word/media/logo of Zhanar.png": png(),
        "word/_rels/settings.xml.rels": relations([("attachedTemplate", f"file:///C:/Users/{SECRET}.dotm", "rIdTemplate")]),
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
        "docProps/thumbnail.jpeg": jpeg(),
        "customXml/item1.xml": f"<x>{SECRET}</x>",
        "word/people.xml": f'<w15:people xmlns:w15="{MICROSOFT}/word/2012/wordml"><w15:person w15:author="{SECRET}"/></w15:people>',
    }
    people = f"{MICROSOFT}/2011/relationships/people"
    links = [("header", "header1.xml", "rIdHeader"), (people, "people.xml", ""), ("customXml", "../customXml/item1.xml", "")]
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    package = [(f"{core}/core-properties", "docProps/core.xml"), ("extended-properties", "docProps/app.xml")]
    package.append((f"{core}/thumbnail", "docProps/thumbnail.jpeg"))
    sections = '<w:headerReference w:type="default" r:id="rIdHeader"/>'
    return Word(p(SECRET), SETTINGS, None, parts=parts, links=links, package_links=package, sections=sections).data()


LAYER = library(
    clause("One [@covenant, art 22(1)].\n\n{% note %}\n\nAsk the client.\n\n{% endnote %}\n\nTwo.", slug="duty-to-test", title="On it")
)


def built(template: bytes = HOUSE, **changes: bool) -> bytes:
    given = replace(inputs(CASE, LAYER, template="firm"), looks={"house": HOUSE, "firm": template})
    made = build(replace(given, public=changes.get("public", False)), ["docx"], final=changes.get("final", False))
    assert not made.has_errors, [str(one.message) for one in made.diagnostics if one.is_error]
    return made.value["docx"]


KINDS = pytest.mark.parametrize("kind", [{}, {"public": True}], ids=["draft", "public"])


@KINDS
def test_nothing_of_a_templates_maker_is_left(kind: dict[str, bool]) -> None:
    template = telling_template()
    assert everything_in(template).count(SECRET.encode()) > 20
    made = everything_in(built(template, **kind))
    assert SECRET.encode() not in made
    for told in (b"rsid", b"thumbnail", b"app.xml", b"docVar", b"attachedTemplate", b"customXml", b"paraId", b"C:\\", b"file:", b"<w:ins "):
        assert told not in made, told


def test_nor_where_it_stands_in_the_houses_place() -> None:
    given = replace(inputs(CASE, LAYER), looks={"house": telling_template()})
    made = build(given, ["docx", "checklist.docx"])
    assert not made.has_errors, [str(one.message) for one in made.diagnostics if one.is_error]
    for document in made.value.values():
        assert b"Letterhead of " in everything_in(document)
        assert SECRET.encode() not in everything_in(document)


def test_its_letterhead_stays() -> None:
    parts = read_zip(built(telling_template()))
    [header] = [parse(parts[name], name) for name in parts if name.endswith("header1.xml")]
    shown = "".join(node.text or "" for node in header.iter(qn("w:t")))
    assert shown == "Letterhead of the firmA testa firm of advocatesReference 7Reference 7our filesx"
    [logo] = [name for name in parts if "media" in name]
    assert re.fullmatch(r"word/media/image\d+\.png", logo)
    assert len(list(header.iter(qn("w:drawing")))) == 1
    assert [node.text for node in header.iter(qn("w:instrText"))] == [" REF _Ref90000000 "]


def test_python_docx_opens_it() -> None:
    from io import BytesIO

    document = Document(BytesIO(built(telling_template())))
    assert "Letterhead of the firm" in document.sections[0].header.paragraphs[0].text
    assert (document.core_properties.author, document.core_properties.last_modified_by) == ("", "")


def test_a_template_that_tells_nothing_stays_as_it_is() -> None:
    made = quieted(HOUSE, PLACES)
    assert made.value is not None
    assert {name: len(part) > 0 for name, part in read_zip(made.value).items()}.keys() == read_zip(HOUSE).keys()


def test_a_damaged_picture_is_named() -> None:
    broken = telling_template()
    parts = {**read_zip(broken), "word/media/logo of Zhanar.png": b"\x89PNG\r\n\x1a\nno picture"}
    from briefkit.ooxml import write_zip

    [problem] = quieted(write_zip(parts), PLACES).diagnostics
    assert (problem.code, problem.is_error) == ("bad-template", True)
    assert "is damaged" in problem.message


# --- drafts and documents to file ----------------------------------------------------------------------


def opinion(draft: bool, public: bool = False) -> Opinion:
    """A clause, a paragraph and a note that are referred to, and a remark to the drafter."""
    note = Note((Text("A note, see "), ParagraphRef("aim", 1)), 1)
    law = ClauseText("a-telling-slug", 3, "en", (Heading(2, (Text("On it"),)), Paragraph((Text("One"), note), 1)))
    told = Paragraph((Text("See "), NoteRef("x", 1), Remark("verify", comment="look it up")), 2)
    title = (Text("A title"),)
    return replace(Opinion(title, (Heading(1, (Text("Law"),)), law, told), "en", "memo", draft=draft), public=public, build="0123456789ab")


def bookmarks(made: bytes) -> list[str]:
    return re.findall(r'bookmarkStart [^>]*w:name="([^"]*)"', read_zip(made)["word/document.xml"].decode())


def test_a_working_draft_tells_what_it_is_made_of() -> None:
    made = everything_in(write(opinion(True), HOUSE))
    for told in (b"a-telling-slug", b"0123456789ab", b"<w:sdt>", b"look it up", b"_RefFn_1", b"_Ref_p1"):
        assert told in made, told


@pytest.mark.parametrize(("draft", "public"), [(False, False), (True, True), (False, True)])
def test_a_document_to_file_tells_nothing_of_it(draft: bool, public: bool) -> None:
    made = write(opinion(draft, public), HOUSE)
    held = everything_in(made)
    for told in (b"a-telling-slug", b"0123456789ab", b"<w:sdt>", b"look it up", b"comment", b"custom.xml", b"briefkit", b"ZOTERO"):
        assert told not in held, told
    assert bookmarks(made) == ["_Toc00000001", "_Toc00000002", "_Ref00000001", "_Ref00000002"]
    codes = re.findall(r"<w:instrText[^>]*> *((?:NOTE)?REF [^<]*?) *</w:instrText>", held.decode("utf-8", "replace"))
    assert codes == ["NOTEREF _Ref00000002 \\h", "REF _Ref00000001 \\r \\h"]
    assert (b"[verify]" in held) == draft


def test_what_measures_it_finds_its_places_under_their_new_names() -> None:
    measured = measure(opinion(False), HOUSE)
    assert set(measured.cited) <= set(bookmarks(measured.document))


def test_the_library_names_no_bookmark_of_a_final() -> None:
    """The whole chain, with everything verified."""
    held = LAYER | {"clauses/authorities/all.yaml": LAYER["clauses/authorities/all.yaml"]}
    given = inputs(CASE + "accepted: {duty-to-test: a tester}\n", held)
    assert read_case(given.case, read_library(given.layers).value).value is not None
    made = build(given, ["docx", "html", "txt"], final=True)
    assert not made.has_errors, [str(one.message) for one in made.diagnostics if one.is_error]
    for data in (everything_in(made.value["docx"]), made.value["html"], made.value["txt"]):
        for told in (b"duty-to-test", b"briefkit", b"Ask the client", b"generator", str(date.today().year).encode() + b"-"):
            assert told not in data, told


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")
def test_libreoffice_adds_nothing_about_itself_or_the_machine(tmp_path: Path) -> None:
    given = replace(
        inputs(CASE + "accepted: {duty-to-test: a tester}\n", LAYER, template="firm"), looks={"house": HOUSE, "firm": telling_template()}
    )
    with Office() as office:
        made = build(given, ["pdf", "odt"], final=True, press=office)
    assert not made.has_errors, [str(one.message) for one in made.diagnostics if one.is_error]
    for ending in ("pdf", "odt"):
        looked = look_into(made.value[ending], f"final.{ending}").value
        assert looked is not None
        assert looked.findings == ()
    odt = everything_in(made.value["odt"])
    (tmp_path / "a.pdf").write_bytes(made.value["pdf"])
    with pikepdf.open(tmp_path / "a.pdf") as file:
        assert set(file.docinfo) == {"/Title"}
        assert "/Metadata" not in file.Root
        names = [str(name) for name in file.Root.get("/Dests", {})]
        pdf = b"\n".join(one.read_bytes() if isinstance(one, pikepdf.Stream) else repr(one).encode() for one in file.objects)
    assert all(re.fullmatch(r"/5F(?:Toc|Ref)\d{8}", name) for name in names)
    for told in (
        SECRET.encode(),
        b"duty-to-test",
        b"briefkit",
        b"LibreOffice",
        str(tmp_path.parent).encode(),
        b"Rsid",
        b"rsid",
        b"creation-date",
    ):
        assert told not in odt, told
        assert told not in pdf, told
