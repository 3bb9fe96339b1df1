"""The four looks that come with briefkit: what each is for shows on its pages, and each can write any brief."""

import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from docx_samples import HOUSE, every_node
from test_docx_goldens import converted, validated

from briefkit.inspection import problems
from briefkit.ooxml import parse, qn, read_zip, relationships
from briefkit.writers.docx import check_template, write

LOOKS = {look: HOUSE.with_name(f"{look}.docx").read_bytes() for look in ("house", "filing", "letter", "comments")}
each_look = pytest.mark.parametrize("look", LOOKS)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str):
    return parse(read_zip(data)[f"word/{name}.xml"], name)


def millimetres(twips: str) -> int:
    return round(int(twips) / 1440 * 25.4)


def lineage(look: str, name: str):
    """A style by its name, the one that it is based on, the one that that is based on …"""
    styles = list(part(LOOKS[look], "styles").iter(qn("w:style")))
    by_id = {style.get(qn("w:styleId")): style for style in styles}
    style = next(style for style in styles if style.find(qn("w:name")).get(qn("w:val")) == name)
    while style is not None:
        yield style
        based = style.find(qn("w:basedOn"))
        style = None if based is None else by_id[based.get(qn("w:val"))]


def shown(look: str, name: str, path: str, attribute: str = "val") -> str | None:
    """A property of a style as it shows: its own, or that of the one that it is based on, or the document's default."""
    steps = "/".join(f"{W}{step}" for step in path.split("/"))
    default = part(LOOKS[look], "styles").find(f"{W}docDefaults/{W}{path.split('/')[0]}Default")
    for node in (*(style.find(steps) for style in lineage(look, name)), default.find(steps)):
        if node is not None and node.get(f"{W}{attribute}") is not None:
            return node.get(f"{W}{attribute}")
    return None


def switched_on(look: str, name: str, flag: str) -> bool:
    return any(style.find(f"{W}pPr/{W}{flag}") is not None for style in lineage(look, name))


def on_pages(made: bytes) -> list[str]:
    """For each section and each kind of page it has: what its header and footer say together."""
    links = {link.id: link.target for link in relationships(read_zip(made), "word/document.xml")}
    found = []
    for section in part(made, "document").iter(qn("w:sectPr")):
        for kind in ("default", "first") if section.find(qn("w:titlePg")) is not None else ("default",):
            parts = [node.get(qn("r:id")) for node in section if node.get(qn("w:type")) == kind]
            roots = [parse(read_zip(made)[links[one]], one) for one in parts]
            found.append(" ".join("".join(root.itertext(qn("w:t"))) for root in roots).strip())
    return found


@each_look
def test_each_look_can_serve(look):
    assert check_template(LOOKS[look]) == ()
    assert problems(write(every_node(), LOOKS[look])) == ()


@each_look
def test_styles_lead_to_styles_and_numbering_that_are_there(look):
    styles = part(LOOKS[look], "styles")
    ids = [style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))]
    asked = {node.get(qn("w:val")) for kind in ("basedOn", "next", "link") for node in styles.iter(qn(f"w:{kind}"))}
    numbers = {node.get(qn("w:numId")) for node in part(LOOKS[look], "numbering").iter(qn("w:num"))}
    assert len(ids) == len(set(ids))
    assert asked <= set(ids)
    assert {node.get(qn("w:val")) for node in styles.iter(qn("w:numId"))} <= numbers


def test_open_xml_sdk_finds_no_error_in_any_look(tmp_path):
    written = {f"{look}-written": write(every_node(), data) for look, data in LOOKS.items()}
    found = validated(tmp_path, **LOOKS, **written)
    assert found == {name: [] for name in (*LOOKS, *written)}


@each_look
@pytest.mark.parametrize(("language", "word"), [("en", "Draft"), ("ru", "Проект"), ("kk", "Жоба")])
@pytest.mark.parametrize("contents", [True, False])
def test_each_page_of_a_draft_says_so_and_none_of_a_final_one(look, language, word, contents):
    opinion = replace(every_node(), language=language, contents=contents)
    assert all(word in page for page in on_pages(write(opinion, LOOKS[look])))
    assert not any(word in page for page in on_pages(write(replace(opinion, draft=False), LOOKS[look])))


@each_look
def test_libreoffice_shows_draft_on_each_page(look, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    converted(write(every_node(), LOOKS[look]), tmp_path, "pdf")
    text = subprocess.run(["pdftotext", str(tmp_path / "golden.pdf"), "-"], check=True, capture_output=True, text=True).stdout
    pages = text.removesuffix("\f").split("\f")
    assert len(pages) > 1
    assert all("Draft" in page and re.search(rf"page {at} of {len(pages)}", page) for at, page in enumerate(pages, start=1))


@pytest.mark.parametrize(
    ("look", "page", "margins"),
    [
        ("house", (210, 297), (35, 35, 28, 28)),
        ("filing", (210, 297), (30, 15, 20, 20)),
        ("letter", (210, 297), (30, 40, 23, 25)),
        ("comments", (297, 210), (20, 20, 23, 20)),
    ],
)
def test_the_page_of_each_look(look, page, margins):
    size, margin = (next(part(LOOKS[look], "document").iter(qn(f"w:{name}"))) for name in ("pgSz", "pgMar"))
    assert tuple(millimetres(size.get(qn(f"w:{side}"))) for side in ("w", "h")) == page
    assert tuple(millimetres(margin.get(qn(f"w:{side}"))) for side in ("left", "right", "top", "bottom")) == margins


def test_a_filing_is_set_as_courts_expect():
    for name in ("Body Text", "Numbered Paragraph", "List Bullet", "List Number 2", "List Letter", "Addressee", "heading 1"):
        assert shown("filing", name, "rPr/sz") == "28"  # half points: 14 pt
    for name in ("Body Text", "Numbered Paragraph", "List Bullet", "List Number 2", "List Letter", "List Continue"):
        assert shown("filing", name, "pPr/spacing", "line") == "276"  # 240 is single: 1.15
    assert shown("filing", "Body Text", "rPr/rFonts", "ascii") == "Times New Roman"
    assert (shown("filing", "Title", "rPr/sz"), shown("filing", "Title", "pPr/jc")) == ("30", "center")
    assert millimetres(shown("filing", "Addressee", "pPr/ind", "left")) == 80


@pytest.mark.parametrize(("look", "size"), [("house", "24"), ("letter", "24"), ("filing", "28"), ("comments", "24")])
def test_the_text_of_each_look(look, size):
    assert shown(look, "Body Text", "rPr/sz") == size


def test_the_table_of_comments_is_set_in_11_points():
    for name in ("Table Text", "Table Head", "Table Label"):
        assert shown("comments", name, "rPr/sz") == "22"


@pytest.mark.parametrize("look", ["filing", "letter", "comments"])
def test_a_title_without_a_cover_has_no_big_space_before_it(look):
    assert millimetres(shown(look, "Title", "pPr/spacing", "before")) <= 6
    assert shown(look, "Title New Page", "rPr/sz") == shown(look, "Title", "rPr/sz")


@each_look
def test_what_follows_stays_with_its_heading_and_widows_are_controlled(look):
    styles = part(LOOKS[look], "styles")
    for name in ("heading 1", "heading 4", "Annex Heading", "caption", "Subject", "Salutation", "Closing", "Signature Line", "Table Head"):
        assert switched_on(look, name, "keepNext"), name
    assert switched_on(look, "Annex Heading", "pageBreakBefore")
    assert switched_on(look, "Title New Page", "pageBreakBefore")
    assert shown(look, "Annex Heading", "pPr/outlineLvl") == "0"
    assert styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl") is not None


@each_look
def test_what_hangs_on_the_width_of_the_text_fits_it(look):
    size, margin = (next(part(LOOKS[look], "document").iter(qn(f"w:{name}"))) for name in ("pgSz", "pgMar"))
    width = int(size.get(qn("w:w"))) - int(margin.get(qn("w:left"))) - int(margin.get(qn("w:right")))
    for name in ("header", "Reference", "toc 1", "toc 2", "toc 3"):
        assert shown(look, name, "pPr/tabs/tab", "pos") == str(width), name
    rule = width - int(shown(look, "Signature Line", "pPr/ind", "right"))
    assert millimetres(str(rule)) == 80


@each_look
@pytest.mark.parametrize(("language", "form"), [("en", "upperLetter"), ("ru", "russianUpper"), ("kk", "russianUpper")])
def test_lettered_lists_have_the_letters_of_the_language(look, language, form):
    made = write(replace(every_node(), language=language), LOOKS[look])
    level = next(node for node in part(made, "numbering").iter(qn("w:lvl")) if node.find(f"{W}pStyle[@{W}val='ListLetter']") is not None)
    assert (level.find(qn("w:numFmt")).get(qn("w:val")), level.find(qn("w:lvlText")).get(qn("w:val"))) == (form, "%1.")
