"""What a document takes over of a template's page."""

import pytest
from docx_samples import HOUSE
from templates_of_others import firm_parts, firm_template, plain_template

from briefkit.ooxml import read_zip, write_zip
from briefkit.writers.docx.keeping import kept


def changed(*changes: tuple[str, str], part: str = "document") -> bytes:
    parts = firm_parts()
    for old, new in changes:
        assert old.encode() in parts[f"word/{part}.xml"]
        parts[f"word/{part}.xml"] = parts[f"word/{part}.xml"].replace(old.encode(), new.encode())
    return write_zip(parts)


def shown(template: bytes) -> list[tuple[str, str, str, int]]:
    return [(one.kind, one.pages, one.words, one.pictures) for one in kept(template).furniture]


FOOTER = "Musterfirma (fictional), Example Street 1"


def test_page_margins_and_letterhead():
    found = kept(firm_template())
    assert (found.page, found.margins) == ((216, 279), {"left": 31, "right": 18, "top": 39, "bottom": 24})
    footers = [("footer", "all pages but the first", FOOTER, 0), ("footer", "the first page", FOOTER, 0)]
    assert shown(firm_template()) == [("header", "the first page", "", 1), *footers]


def test_headers_of_pages_that_are_not_switched_on_are_not_shown():
    assert shown(changed(("<w:titlePg/>", ""))) == [("footer", "all pages", FOOTER, 0)]
    assert shown(changed(("<w:titlePg/>", '<w:titlePg w:val="0"/>'))) == [("footer", "all pages", FOOTER, 0)]
    assert shown(plain_template()) == []


def test_words_of_several_lines():
    two = changed(("</w:ftr>", "<w:p/><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:ftr>"), part="fuss")
    assert shown(two)[-1][2] == f"{FOOTER} / Two"


def test_words_that_a_tab_or_the_end_of_a_line_parts():
    three = "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>Two</w:t><w:br/><w:t>Three</w:t></w:r></w:p></w:ftr>"
    assert shown(changed(("</w:ftr>", three), part="fuss"))[-1][2] == f"{FOOTER} / One Two Three"


@pytest.mark.parametrize(("old", "margins"), [('w:left="1777"', None), ('w:left="x"', None), ('w:left="-144"', -3)])
def test_margins_that_a_template_does_not_say(old, margins):
    assert kept(changed(('w:left="1777"', old if old != 'w:left="1777"' else ""))).margins["left"] == margins


def test_the_house_says_who_and_how_many_pages():
    found = kept(HOUSE.read_bytes())
    assert [(one.kind, one.places) for one in found.furniture] == [
        *[("header", ("short-title", "state")), ("header", ("state",))],
        *[("footer", ("page-of-pages",)), ("footer", ("page-of-pages",))],
    ]
    assert found.marks_drafts


def test_a_letterhead_that_has_no_place_for_the_state():
    assert not kept(firm_template()).marks_drafts
    assert not kept(plain_template()).marks_drafts
    old, new = "</w:ftr>", '<w:p><w:sdt><w:sdtPr><w:tag w:val="state"/></w:sdtPr><w:sdtContent/></w:sdt></w:p></w:ftr>'
    assert kept(changed((old, new), part="fuss")).marks_drafts
    parts = read_zip(changed((old, new), part="fuss"))
    first = b'<w:footerReference w:type="first" r:id="rId6"/>'
    assert first in parts["word/document.xml"]
    assert not kept(write_zip({**parts, "word/document.xml": parts["word/document.xml"].replace(first, b"")})).marks_drafts
