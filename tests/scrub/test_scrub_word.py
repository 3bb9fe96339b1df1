"""Word files: each thing that tells more than the text goes, the text stays to the letter, and the file opens."""

from __future__ import annotations

import json
import subprocess
import sys
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
from telling_docx import CROP, SHAPE, TELLING, TEXT, comment, link, one_picture, theme
from telling_words import BY, MICROSOFT, SECRET, Word, everything_in, field_of, p, picture, run

from briefkit.ooxml import read_zip
from briefkit.scrub import Decisions, Finding, look_into, scrub
from briefkit.scrub.word.package import Package

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
        "add --accept-changes or --reject-changes; --check lists them",
        "add --drop-comments to take them out; --check lists them",
    ]
    assert scrub(word.data(), "a.docx", ALL).value is not None


@pytest.mark.parametrize(
    ("code", "goes"),
    [
        ('HYPERLINK "https://example.org"', False),
        ('HYPERLINK \\l "place"', False),
        ('HYPERLINK "https://example.org" \\l "C:place" \\o "a tip"', False),
        ("HYPERLINK https://example.org", False),
        ('HYPERLINK "C:\\\\temp\\\\a.docx"', True),
        ('HYPERLINK "C:\\temp\\a.docx"', True),
        ('HYPERLINK \\t "_blank" "\\\\\\\\server\\\\a"', True),
        ('HYPERLINK "a.docx" \\l "place"', True),
        ('HYPERLINK "https://example.org/a.pdf" \\o "https://example.org/a.pdf"', False),
        ("REF _Ref1 \\h", False),
        ("PAGE", False),
        ("SEQ Table", False),
    ],
)
def test_links_in_fields_stay_unless_they_lead_to_a_file(code: str, goes: bool) -> None:
    word = Word(p(field_of(escape(code), "The text.")))
    assert bool(found(word)) == goes
    made = read_zip(scrubbed(word))["word/document.xml"]
    assert (b"instrText" not in made) == goes
    assert words(scrubbed(word)) == ["The text."]


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


def test_of_a_hidden_formula_nothing_stays_and_of_a_shown_one_all() -> None:
    run_of = "<m:r>{0}<m:t>{1}</m:t></m:r>"
    hidden = run_of.format("<w:rPr><w:vanish/></w:rPr>", SECRET)
    body = '<m:oMathPara xmlns:m="{2}"><m:oMath><m:f><m:num>{0}</m:num><m:den>{1}</m:den></m:f></m:oMath></m:oMathPara>'
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    gone, kept = body.format(hidden, hidden, maths), body.format(run_of.format("", "one"), run_of.format("", "two"), maths)
    made = read_zip(scrubbed(Word(p("The text.", gone) + p("Shown: ", kept))))["word/document.xml"]
    assert made.count(b"<m:oMathPara") == 1 and b"<m:num><m:r><m:t>one<" in made and b"<m:den><m:r><m:t>two<" in made


@pytest.mark.parametrize(
    "drawn", [picture('r:embed="rIdPicture"', crop=CROP), SHAPE.format(more='cropleft=".5"'), SHAPE.format(more='cropleft="32768f"')]
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
    word = one_picture(picture('r:embed="rIdPicture"', crop=CROP) + picture('r:embed="rIdPicture"'))
    sizes = set()
    for name, data in read_zip(scrubbed(word)).items():
        if name.startswith("word/media/"):
            with Image.open(BytesIO(data)) as image:
                sizes.add(image.size)
    assert sizes == {(40, 40), (80, 40)}


def test_what_cannot_be_cut_is_named_as_left() -> None:
    made = scrub(one_picture(picture('r:embed="rIdPicture"', crop=CROP), by_hand.emf(), "emf").data(), "a.docx")
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


@pytest.mark.parametrize("code", ['IF 1 = 1 "The text." "Zhanar"', 'SET name "Zhanar"', "MACROBUTTON Zhanar The text."])
def test_fields_that_hold_more_than_they_show_are_named_as_left(code: str) -> None:
    word = Word(p(field_of(code, "The text.")))
    assert [(one.kind, one.stays) for one in found(word)] == [("field", True)]
    warned = scrub(word.data(), "a.docx").diagnostics
    assert [one.code for one in warned] == ["scrub-left"] and "Ctrl+Shift+F9 makes it text" in str(warned[0].message)
    assert code.encode() in everything_in(scrubbed(word)).replace(b"&quot;", b'"')


def test_a_file_whose_words_would_change_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(package: Package) -> tuple[Finding, ...]:
        for node in package.trees[package.main].iter("{*}t"):
            node.text = "Another text."
        return ()

    monkeypatch.setattr("briefkit.scrub.word.cleared_marks", spoilt)
    refused = look_into(Word(TEXT).data(), "a.docx")
    assert refused.value is None
    assert [one.code for one in refused.diagnostics] == ["scrub-text-changed"]


def test_a_conflict_of_two_editors_is_refused() -> None:
    refused = look_into(Word(f"<w:p><w14:conflictIns {BY}>{run('The text.')}</w14:conflictIns></w:p>").data(), "a.docx")
    assert refused.value is None and "two people changed the same words" in str(refused.diagnostics[0].message)


def test_usual_names_of_themes_stay() -> None:
    for name in ("Office Theme", "Тема Office", "Office 2013 - 2022 Theme", "Office"):
        assert found(theme(name)) == (), name


def test_numbers_of_lists_go() -> None:
    held = '<w:abstractNum w:abstractNumId="0"><w:nsid w:val="00A1B2C3"/><w:tmpl w:val="00D4E5F6"/></w:abstractNum>'
    parts = {"word/numbering.xml": f"<w:numbering NAMES>{held}</w:numbering>"}
    made = everything_in(scrubbed(Word(TEXT, parts=parts, links=[("numbering", "numbering.xml", "")])))
    assert b"w:abstractNum" in made and b"00A1B2C3" not in made and b"00D4E5F6" not in made
