"""A Word template on other paper: its margins stay, and what stands at the edge of the text follows it (ECMA-376 Part 1 §17.6.13).

Tables and figures are as wide as the text anyway; what has to move are the tab stops at its right edge and in its middle: in the
contents, in headers and in footers, in the styles and in their own paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefkit.ooxml import Element, parse, qn, serialize, w, write_zip
from briefkit.ooxml.names import FOOTER, HEADER, STYLES
from briefkit.writers.docx.look import Look, kept_links, kept_parts, read_look
from briefkit.writers.docx.sections import section_of, text_width

_SIZES = {"a4": (11_906, 16_838), "letter": (12_240, 15_840)}  # standing, in twentieths of a point
_NEAR = 30  # twentieths of a point by which Word's own tab stops may miss the edge
_BEFORE_SIZE = frozenset(qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr", "type"))
_POSITION, _KIND = qn("w:pos"), qn("w:val")


def on_paper(template: bytes, paper: str) -> bytes:
    """The template with pages of a size by name; the same bytes where it has that size. Raises BadPackage for an unreadable file."""
    look = read_look(template)
    document = parse(look.parts[look.document], look.document)
    links = kept_links(look, look.document)
    before = width_of(look)
    if not _resize(document, _SIZES[paper]):
        return template
    after = text_width(section_of(document, links))
    changed = {look.document: document}
    furniture = {link.target for link in links if link.type in (HEADER, FOOTER)} & set(kept_parts(look))
    for name in (look.kinds[STYLES], *sorted(furniture)):
        changed[name] = parse(look.parts[name], name)
        move_stops(changed[name].iter(qn("w:tab")), before, after)
    return write_zip({**look.parts, **{name: serialize(root) for name, root in changed.items()}})


def width_of(look: Look) -> int:
    """The width of a template's text in twentieths of a point."""
    return text_width(section_of(parse(look.parts[look.document], look.document), kept_links(look, look.document)))


def _resize(document: Element, size: tuple[int, int]) -> bool:
    """Give each section pages of a size, lying where they lay; whether any had another."""
    sections = list(document.iter(qn("w:sectPr")))
    if not sections:
        body = document.find(qn("w:body"))
        sections = [w("sectPr")]
        (document if body is None else body).append(sections[0])
    resized = [_resize_section(section, size) for section in sections]  # each of them, also after one that was
    return any(resized)


def _resize_section(section: Element, size: tuple[int, int]) -> bool:
    page = section.find(qn("w:pgSz"))
    if page is None:
        page = w("pgSz")
        section.insert(sum(node.tag in _BEFORE_SIZE for node in section), page)
    wide, high = reversed(size) if _lies(page) else size
    told = {"w": str(wide), "h": str(high)}
    if all(page.get(qn(f"w:{name}")) == value for name, value in told.items()):
        return False
    for name, value in told.items():
        page.set(qn(f"w:{name}"), value)
    page.attrib.pop(qn("w:code"), "")  # the printer's own number of the old size
    return True


def _lies(page: Element) -> bool:
    """Whether a page is broader than high, also one that does not say that it lies."""
    wide, high = (page.get(qn(f"w:{name}"), "") for name in "wh")
    if wide.isdecimal() and high.isdecimal():
        return int(wide) > int(high)
    return page.get(qn("w:orient")) == "landscape"


def move_stops(stops: Iterable[Element], before: int, after: int) -> None:
    """Move the tab stops at the right edge of the text, and in its middle, to where these are now."""
    for stop in stops:
        position = stop.get(_POSITION, "")
        kind = stop.get(_KIND)
        if not position.isdecimal():
            continue
        if kind in ("right", "end") and abs(int(position) - before) <= _NEAR:
            stop.set(_POSITION, str(after))
        elif kind == "center" and abs(int(position) * 2 - before) <= _NEAR:
            stop.set(_POSITION, str(after // 2))
