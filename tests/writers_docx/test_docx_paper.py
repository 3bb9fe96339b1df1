"""A template on other paper: the page has its size, the margins stay, and what stands at the edge of the text follows it."""

import re

import pytest
from docx_samples import HOUSE, every_node
from templates_of_others import firm_template, plain_template

from briefkit.inspection import problems
from briefkit.ooxml import parse, qn, read_zip, write_zip
from briefkit.writers.docx import graft, on_paper, write
from briefkit.writers.docx.look import read_look

LOOKS = {name: HOUSE.with_name(f"{name}.docx").read_bytes() for name in ("house", "letter", "filing", "comments")}
LYING = ("comments",)


def section(template: bytes) -> dict[str, dict[str, int]]:
    """Page and margins of the last section, in twentieths of a point."""
    document = parse(read_zip(template)["word/document.xml"], "document")
    found = list(document.iter(qn("w:sectPr")))[-1]
    kinds = {name: found.find(qn(f"w:{name}")) for name in ("pgSz", "pgMar")}
    return {
        name: {str(key).rpartition("}")[2]: int(value) for key, value in node.attrib.items() if value.isdecimal()}
        for name, node in kinds.items()
        if node is not None
    }


def width(template: bytes) -> int:
    page, margins = section(template)["pgSz"], section(template)["pgMar"]
    return page["w"] - margins["left"] - margins["right"]


def stops(template: bytes, kind: str) -> set[int]:
    """Where the tab stops of a kind stand in the styles."""
    styles = parse(read_zip(template)["word/styles.xml"], "styles")
    return {int(stop.get(qn("w:pos"), "")) for stop in styles.iter(qn("w:tab")) if stop.get(qn("w:val")) == kind}


@pytest.mark.parametrize("look", LOOKS)
def test_letter_paper_has_its_size_and_the_margins_stay(look):
    made = on_paper(LOOKS[look], "letter")
    size = section(made)["pgSz"]
    assert (size["w"], size["h"]) == ((15_840, 12_240) if look in LYING else (12_240, 15_840))
    assert section(made)["pgMar"] == section(LOOKS[look])["pgMar"]


@pytest.mark.parametrize("look", LOOKS)
def test_the_stops_of_contents_and_headers_stand_at_the_edge_of_the_text(look):
    assert stops(LOOKS[look], "right") == {width(LOOKS[look])}
    made = on_paper(LOOKS[look], "letter")
    assert width(made) != width(LOOKS[look])
    assert stops(made, "right") == {width(made)}


@pytest.mark.parametrize("look", LOOKS)
def test_the_paper_that_it_has_leaves_a_template_as_it_is(look):
    assert on_paper(LOOKS[look], "a4") == LOOKS[look]


def test_there_and_back_again():
    back = on_paper(on_paper(LOOKS["house"], "letter"), "a4")
    assert section(back) == section(LOOKS["house"])
    assert stops(back, "right") == stops(LOOKS["house"], "right")


def test_tables_are_as_wide_as_the_text():
    made = on_paper(LOOKS["house"], "letter")
    document = parse(read_zip(write(every_node(), made))["word/document.xml"], "document")
    grids = [sum(int(column.get(qn("w:w"), "")) for column in grid) for grid in document.iter(qn("w:tblGrid"))]
    assert grids
    assert set(grids) == {width(made)}


@pytest.mark.parametrize("look", LOOKS)
def test_a_document_on_letter_paper_passes_our_checks(look):
    assert problems(write(every_node(), on_paper(LOOKS[look], "letter"))) == ()


def in_styles(template: bytes, tabs: str) -> bytes:
    parts = read_zip(template)
    styles = parts["word/styles.xml"].decode()
    made = re.sub(r'(<w:name w:val="header"/>.*?<w:tabs>).*?(</w:tabs>)', rf"\1{tabs}\2", styles, count=1, flags=re.DOTALL)
    assert made != styles
    return write_zip({**parts, "word/styles.xml": made.encode()})


def test_a_stop_in_the_middle_moves_and_one_elsewhere_stays():
    given = (("center", 3960), ("right", 7950), ("left", 7938), ("right", 6000))
    tabs = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in given)
    made = on_paper(in_styles(LOOKS["house"], tabs), "letter")
    assert stops(made, "center") == {width(made) // 2}
    assert stops(made, "right") == {width(made), 6000}
    assert 7938 in stops(made, "left")


def test_a_template_without_a_section_or_a_size_gets_one():
    parts = {**read_zip(LOOKS["house"])}
    document = parts["word/document.xml"].decode()
    bare = re.sub(r"<w:sectPr>.*</w:sectPr>", "", document, flags=re.DOTALL)
    unsized = re.sub(r"<w:pgSz[^>]*>", "", document)
    for text in (bare, unsized):
        assert text != document
        made = on_paper(write_zip({**parts, "word/document.xml": text.encode()}), "letter")
        assert (section(made)["pgSz"]["w"], section(made)["pgSz"]["h"]) == (12_240, 15_840)
        assert problems(write(every_node(), made)) == ()


@pytest.mark.parametrize("told", [' w:orient="landscape"', ""])
def test_a_page_that_is_broader_than_high_lies_whether_it_says_so_or_not(told):
    parts = read_zip(LOOKS["comments"])
    document = parts["word/document.xml"].decode()
    assert ' w:orient="landscape"' in document
    lying = document.replace(' w:orient="landscape"', told)
    size = section(on_paper(write_zip({**parts, "word/document.xml": lying.encode()}), "letter"))["pgSz"]
    assert (size["w"], size["h"]) == (15_840, 12_240)


@pytest.mark.parametrize("template", [firm_template(), plain_template()], ids=["a firm's", "python-docx's"])
def test_the_template_of_another_is_laid_on_other_paper_where_that_is_asked_for(template):
    usable = graft(template, LOOKS["house"])
    assert section(usable)["pgSz"] == section(template)["pgSz"]
    paper = "a4" if section(template)["pgSz"]["w"] == 12_240 else "letter"
    made = on_paper(usable, paper)
    assert section(made)["pgSz"]["w"] == {"a4": 11_906, "letter": 12_240}[paper]
    assert problems(write(every_node(), made)) == ()


def test_contents_taken_from_the_house_end_at_the_edge_of_the_templates_text():
    usable = graft(firm_template(), LOOKS["house"])
    styles = parse(read_zip(usable)["word/styles.xml"], "styles")
    contents = next(style for style in styles.iter(qn("w:style")) if style.get(qn("w:styleId")) == read_look(usable).style("toc 2"))
    assert [stop.get(qn("w:pos")) for stop in contents.iter(qn("w:tab"))] == [str(width(usable))]
    assert width(usable) != width(LOOKS["house"])
