"""Sections (ECMA-376 Part 1 §17.6): the page of the template, once for the cover and once for the text."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from briefkit.ooxml import Element, Relationship, qn, w

_A4 = 11_906
_TYPE = qn("w:type")
_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))


def section_of(document: Element, links: Iterable[Relationship]) -> Element:
    """The template's last section: its page, margins, headers and footers; an A4 page where it has none.

    Headers and footers that it has none of its own for are those of the sections before it (§17.10.1). A reference to one
    that none of the `links` leads to goes: Word calls a file damaged for it.
    """
    found = document.find(f"{qn('w:body')}/{qn('w:sectPr')}")
    if found is None:
        return w("sectPr", w("pgSz", w=_A4, h=16_838))
    section = deepcopy(found)
    _number_notes_throughout(section)
    known = {link.id for link in links}
    for node in list(section):
        if node.get(qn("r:id"), "") not in known | {""}:
            section.remove(node)
    for node in reversed(_inherited(document, section, known)):
        section.insert(0, deepcopy(node))
    return section


def _number_notes_throughout(section: Element) -> None:
    """Leave notes at their place (§17.11.21), but number them as ours are: 1, 2, 3 through the whole document (§17.11.19)."""
    for node in list(section.iterchildren(qn("w:footnotePr"), qn("w:endnotePr"))):
        for number in [one for one in node if one.tag != qn("w:pos")]:
            node.remove(number)
        if not len(node):
            section.remove(node)


def _inherited(document: Element, section: Element, known: set[str]) -> list[Element]:
    """The references to headers and footers that a section takes from those before it, the nearest first of each kind."""
    taken = {(node.tag, node.get(_TYPE)) for node in section.iterchildren(*_REFERENCES)}
    found = []
    for node in reversed(list(document.iterfind(f".//{qn('w:pPr')}/{qn('w:sectPr')}/*"))):
        if node.tag in _REFERENCES and node.get(qn("r:id")) in known and (node.tag, node.get(_TYPE)) not in taken:
            taken.add((node.tag, node.get(_TYPE)))
            found.append(node)
    return found


def cover_section(section: Element) -> Element:
    """The section of the cover and the contents: its first page is a first page."""
    return deepcopy(section)


def text_section(section: Element) -> Element:
    """The section of the text where a cover stands before it: a new page, which is no first one and no page 1."""
    made = deepcopy(section)
    for node in made.findall(qn("w:pgNumType")):
        node.attrib.pop(qn("w:start"), "")
    for name in ("w:titlePg", "w:type"):
        for node in made.findall(qn(name)):
            made.remove(node)
    return made


def text_width(section: Element) -> int:
    """The width of the text in twentieths of a point; that of 16 cm where the numbers make no sense."""
    size, margin = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width = _number(size, "w", _A4) - _number(margin, "left", 1417) - _number(margin, "right", 1417) - _number(margin, "gutter", 0)
    return width if width > 0 else 9_072


def text_height(section: Element) -> int:
    """The height of the text in twentieths of a point; that of 22 cm where the numbers make no sense."""
    size, margin = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    height = _number(size, "h", 16_838) - _number(margin, "top", 1417) - _number(margin, "bottom", 1417)
    return height if height > 0 else 12_474


def _number(node: Element | None, name: str, otherwise: int) -> int:
    found = node.get(qn(f"w:{name}"), "") if node is not None else ""
    return int(found) if found.isascii() and found.isdecimal() else otherwise
