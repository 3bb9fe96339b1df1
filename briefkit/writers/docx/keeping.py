"""What a document takes over from its template: the page, its margins, headers and footers (ECMA-376 Part 1 §17.6, §17.10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.messages import Message, say
from briefkit.ooxml import Element, parse, qn
from briefkit.ooxml.names import SETTINGS
from briefkit.writers.docx.furniture import places_in
from briefkit.writers.docx.look import Look, kept_links, read_look
from briefkit.writers.docx.sections import section_of

_MARGINS = ("left", "right", "top", "bottom")
_TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre


@dataclass(frozen=True, slots=True)
class Furniture:
    """A header or a footer: what it is, on which pages, its words in one line, how many pictures it has, and which places to fill."""

    kind: Message
    pages: Message
    words: str
    pictures: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Page and margins in millimetres, None where the template does not say; headers before footers."""

    page: tuple[int | None, int | None]
    margins: dict[str, int | None]
    furniture: tuple[Furniture, ...]
    marks_drafts: bool  # whether each page has a place that says that a draft is one


def kept(template: bytes) -> Kept:
    """What a template gives to every page of a document. Raises BadPackage for a file that cannot be read."""
    look = read_look(template)
    section = section_of(parse(look.parts[look.document], look.document), kept_links(look, look.document))
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    sides = {side: _millimetres(margins, side) for side in _MARGINS}
    furniture = tuple(_furniture(section, look))
    marked = {one.pages for one in furniture if "state" in one.places} == set(_pages(section, look).values())
    return Kept((_millimetres(page, "w"), _millimetres(page, "h")), sides, furniture, marked)


def _millimetres(node: Element | None, name: str) -> int | None:
    found = node.get(qn(f"w:{name}"), "") if node is not None else ""
    return round(int(found) / _TWIPS) if found.removeprefix("-").isdecimal() else None


def _furniture(section: Element, look: Look) -> Iterator[Furniture]:
    targets = {link.id: link.target for link in kept_links(look, look.document)}
    pages = _pages(section, look)
    for tag, kind in (("w:headerReference", say("header")), ("w:footerReference", say("footer"))):
        for node in section.iterfind(qn(tag)):
            type_ = node.get(qn("w:type"), "default")
            if type_ in pages and node.get(qn("r:id")) in targets:
                name = targets[node.get(qn("r:id"), "")]
                root = parse(look.parts[name], name)
                yield Furniture(kind, pages[type_], _words(root), len(_pictures(root)), tuple(sorted(places_in(root))))


def _pages(section: Element, look: Look) -> dict[str, Message]:
    """The pages on which each type of header is shown; a type that the template does not switch on is shown on none (§17.10.6)."""
    first = _on(section.find(qn("w:titlePg")))
    settings = parse(look.parts[look.kinds[SETTINGS]], look.kinds[SETTINGS])
    even = _on(settings.find(qn("w:evenAndOddHeaders")))
    if first:
        usual = say("odd pages but the first") if even else say("all pages but the first")
        shown = {"first": say("the first page"), "default": usual}
    else:
        shown = {"default": say("odd pages") if even else say("all pages")}
    return shown | ({"even": say("even pages")} if even else {})


def _on(node: Element | None) -> bool:
    return node is not None and node.get(qn("w:val"), "1") not in ("0", "false", "off")


def _words(root: Element) -> str:
    """The words in one line: a space for each tab and each end of a line, a stroke between paragraphs."""
    kinds = [qn(f"w:{name}") for name in ("t", "tab", "br")]
    lines = ("".join(node.text or " " for node in paragraph.iter(*kinds)) for paragraph in root.iter(qn("w:p")))
    return " / ".join(" ".join(line.split()) for line in lines if line.strip())


def _pictures(root: Element) -> set[str]:
    """The relationships of the pictures; a picture that is there in two forms, for an old Word and a new one, counts once."""
    named = (node.get(qn("r:embed")) or node.get(qn("r:id")) for node in root.iter("{*}blip", "{*}imagedata"))
    return {name for name in named if name}
