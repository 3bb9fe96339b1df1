"""Page numbers as LibreOffice has them: what the document says is where another program finds the words in the PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from workspace import CASE, PROFILE, ROOT, flat, inputs, library

from briefkit.build import Inputs, build
from briefkit.diagnostics import Checked
from briefkit.inspection import fields, problems
from briefkit.ooxml import parse, qn, read_zip
from briefkit.press import Office
from briefkit.shelf import read_inputs

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice") or not shutil.which("pdftotext"), reason="LibreOffice (soffice) or poppler (pdftotext) is not installed"
)

EXAMPLE = ROOT / "examples" / "reporting-fine" / "case.yaml"
PARTS = "  - {id: cited, heading: {en: Annex of authorities}, lists: authorities, place: annex, numbered: false}\n"


@cache
def example() -> dict[str, bytes]:
    """A draft of the example, as Word file and PDF."""
    given = read_inputs(EXAMPLE, {})
    assert isinstance(given, Inputs)
    return _made(given, final=False)


def paragraphs(count: int) -> str:
    """Paragraphs that fill pages; every seventh cites, and is known by its word."""
    words = "An association that may not receive what it lives on does not live long. " * 4
    cited = (f"Mark{number}x cites [@covenant, art 22(1)]." if number % 7 == 0 else "" for number in range(count))
    return "\n\n".join(f"{words} {one}" for one in cited)


@cache
def final() -> dict[str, bytes]:
    """A final document of several pages under a template whose pages begin at 11, in Roman numbers."""
    profile = PROFILE + "contents: true\npassim: 9\n"
    profile = profile.replace("  - id: end\n", PARTS + "  - id: end\n")
    texts = {"law.md": f"# First\n\n{paragraphs(20)}\n\n# Second\n\n{paragraphs(20)}\n", "facts.md": "It was so."}
    given = inputs(CASE + "clauses: none\nsections: {law: law.md, facts: facts.md}\n", library(profile=profile), texts)
    return _made(replace(given, looks={"house": _numbered(given.looks["house"])}), final=True)


def _numbered(template: bytes) -> bytes:
    parts = read_zip(template)
    section = b'<w:pgNumType w:start="11" w:fmt="lowerRoman"/><w:cols'
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(b"<w:cols", section) if name == "word/document.xml" else data)
    return made.getvalue()


def _made(given: Inputs, final: bool) -> dict[str, bytes]:
    with Office() as office:
        done: Checked[dict[str, bytes]] = build(given, ["docx", "pdf"], final, press=office)
    assert not [one for one in done.diagnostics if one.is_error or one.code == "pages-unknown"]
    assert problems(done.value["docx"]) == ()
    return done.value


@cache
def pages(pdf: bytes) -> list[str]:
    """The words of each page, as poppler reads them."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return [flat(page.replace("\xa0", " ").replace("\u2011", "-")) for page in done.stdout.decode().split("\f")][:-1]


def contents(document: bytes) -> list[tuple[str, str]]:
    """Each entry of the contents: its words and its page."""
    body = parse(read_zip(document)["word/document.xml"], "document")
    entries = []
    for link in body.iter(qn("w:hyperlink")):
        if (link.get(qn("w:anchor")) or "").startswith("_Toc"):
            [(_, page)] = fields(link)
            words = "".join(node.text or "-" for node in link.iter(qn("w:t"), qn("w:noBreakHyphen")))
            entries.append((flat(words.removesuffix(page).replace("\xa0", " ")), page))
    return entries


def authorities(document: bytes) -> list[tuple[str, list[str]]]:
    """Each entry of the table of authorities: its words and its pages."""
    body = parse(read_zip(document)["word/document.xml"], "document")
    found = []
    for node in body.iter(qn("w:p")):
        style = node.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) == "TableofAuthorities":
            words, _, named = "".join(one.text or "\t" for one in node.iter(qn("w:t"), qn("w:tab"))).partition("\t")
            found.append((words, named.replace("\u00a0", " ").split(", ")))
    return found


def test_the_contents_of_a_draft_name_the_pages_on_which_the_headings_stand() -> None:
    made = example()
    entries, printed = contents(made["docx"]), pages(made["pdf"])
    assert len(entries) > 20
    assert len({page for _, page in entries}) > 10
    for words, page in entries:
        assert words in printed[int(page) - 1]


def test_the_pdf_shows_the_numbers_that_the_word_file_has() -> None:
    made = example()
    listed = " ".join(pages(made["pdf"])[1:3])
    for words, page in contents(made["docx"]):
        assert re.search(rf"{re.escape(words[-40:])} ?\.* ?{page}(?!\d)", listed), (words, page)


def test_the_table_of_a_draft_names_the_pages_of_the_notes_that_cite() -> None:
    made = example()
    printed, found = pages(made["pdf"]), authorities(made["docx"])
    assert len(found) > 30
    assert any(named == ["passim"] for _, named in found)
    once = [(words, named) for words, named in found if len(named) == 1 and named != ["passim"]]
    assert len(once) > 5
    symbols = re.compile(r"(?:A|E|CCPR)/[\w./]*\d")
    for words, [page] in once:
        symbol = symbols.search(words)
        if symbol:  # in the note, on its page or, where the note runs on, on the next
            assert symbol.group() in printed[int(page) - 1] + printed[int(page)], (words, page)


def test_a_final_names_pages_as_they_are_printed() -> None:
    made = final()
    printed = pages(made["pdf"])
    assert len(printed) > 6
    numbers = {roman: place for place, roman in enumerate(("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"))}
    entries = contents(made["docx"])
    assert [words for words, _ in entries] == ["The facts", "The law", "First", "Second", "Annex of authorities"]
    for words, page in entries:
        assert words in printed[numbers[page]]
    [(_, named)] = authorities(made["docx"])
    marked = [place for place, page in enumerate(printed) if re.search(r"Mark\d+x", page)]
    assert [numbers[page] for page in named] == marked
    assert f"page {named[0]} of" in printed[marked[0]]


def test_the_pdf_is_tagged_and_has_bookmarks_fonts_a_title_and_a_language() -> None:
    with pikepdf.open(BytesIO(example()["pdf"])) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.StructTreeRoot
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert {name: str(value) for name, value in pdf.docinfo.items()}.keys() == {"/Title"}
        assert str(pdf.docinfo["/Title"]).startswith("Access to resources")
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert "Analysis" in titles
        assert not [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype not in ("/Link",)]
    fonts = subprocess.run(["pdffonts", "-"], input=example()["pdf"], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_other_languages_have_their_letters_from_one_typeface(language: str) -> None:
    given = read_inputs(ROOT / "examples" / "comments-draft-law" / "case.yaml", {"language": language})
    assert isinstance(given, Inputs)
    with Office() as office:
        made = build(given, ["pdf"], press=office).value["pdf"]
    with pikepdf.open(BytesIO(made)) as pdf:
        assert str(pdf.Root.Lang).startswith(f"{language}-")
    listed = subprocess.run(["pdffonts", "-"], input=made, capture_output=True, check=True).stdout.decode().splitlines()[2:]
    assert len({re.sub(r"^[A-Z]+\+|-.*", "", line.split()[0]) for line in listed}) == 1


def test_an_odt_file_holds_the_document() -> None:
    given = read_inputs(ROOT / "examples" / "memo" / "case.yaml", {})
    assert isinstance(given, Inputs)
    with Office() as office:
        made = build(given, ["odt"], press=office).value["odt"]
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert package.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        assert b"text:note-citation" in package.read("content.xml")
        assert b"generator" not in package.read("meta.xml")
