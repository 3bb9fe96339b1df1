"""Blocks as paragraphs, lists and tables of the body (ECMA-376 Part 1 §17.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from briefkit.ooxml import Element, w
from briefkit.roles import ROLES
from briefkit.tree import Authorities, Block, ClauseText, Figure, Heading, Inline, Items, Paragraph, Quotation, Remark, Styled, Table
from briefkit.writers.docx.authorities import authorities_table
from briefkit.writers.docx.controls import controlled
from briefkit.writers.docx.figures import figure
from briefkit.writers.docx.look import DEEPEST_HEADING, DEEPEST_LIST
from briefkit.writers.docx.pen import OrderedList, Pen, Place
from briefkit.writers.docx.runs import annex_bookmark, manner_of, runs
from briefkit.writers.docx.tables import table

MOST_START = 32_767  # the highest first number of a list


TOP = Place()


def blocks(nodes: Iterable[Block], pen: Pen, place: Place = TOP) -> Iterator[Element]:
    """The blocks of a body, in order."""
    for node in _without_lone_remarks(nodes):
        yield from _block(node, pen, place)


def _without_lone_remarks(nodes: Iterable[Block]) -> list[Block]:
    """The blocks, those that print nothing and only hold comments merged with the one before, or with the one after."""
    kept: list[Block] = []
    waiting: tuple[Inline, ...] = ()
    for node in nodes:
        last = kept[-1] if kept else None
        if isinstance(node, Paragraph) and _only_comments(node):
            if isinstance(last, Paragraph | Heading):
                kept[-1] = replace(last, children=(*last.children, *node.children))
            else:
                waiting += node.children
        elif waiting and isinstance(node, Paragraph | Heading):
            kept.append(replace(node, children=(*waiting, *node.children)))
            waiting = ()
        else:
            kept.append(node)
    return [*kept, Paragraph(waiting)] if waiting else kept


def _only_comments(node: Paragraph) -> bool:
    return node.number <= 0 and bool(node.children) and all(isinstance(one, Remark) and not one.mark for one in node.children)


def _block(node: Block, pen: Pen, place: Place) -> Iterable[Element]:
    match node:
        case Heading():
            return [_heading(node, pen, place)]
        case Paragraph():
            return [_paragraph(node, pen, place)]
        case Quotation(blocks=inner):
            return blocks(inner, pen, Place(quoted=True, language=place.language))
        case Styled(role=role, blocks=inner, language=language):
            return blocks(inner, pen, replace(place, style=ROLES.get(role, place.style), language=language or place.language))
        case ClauseText(blocks=inner):
            return controlled(node, list(blocks(inner, pen, place)), pen)
        case Items():
            return _items(node, pen, replace(place, level=place.level + 1))
        case Table():
            return table(node, pen, blocks, place)
        case Figure():
            return figure(node, pen, place)
        case Authorities():
            return authorities_table(node, pen)
        case _:
            assert_never(node)


def _heading(node: Heading, pen: Pen, place: Place) -> Element:
    """A heading, in the bookmark that the table of contents leads to."""
    pen.headings += 1
    style = "Annex Heading" if node.annex else f"heading {min(max(node.level, 1), DEEPEST_HEADING)}"
    words = tuple(runs(node.children, pen, manner_of(place)))
    if node.annex and (annex := pen.annex_named(node.anchor)):
        words = pen.bookmarked(annex_bookmark(annex), *words)
    content = pen.bookmarked(heading_bookmark(pen.headings), *words)
    return pen.paragraph(style, *content)


def heading_bookmark(place: int) -> str:
    """The bookmark of the heading at a place, counted from 1: named as Word names those of its contents."""
    return f"_Toc{place:08}"


def _paragraph(node: Paragraph, pen: Pen, place: Place) -> Element:
    if node.number <= 0:
        return pen.paragraph(place.style or _plain_style(place), *runs(node.children, pen, manner_of(place)))
    pen.paragraphs += 1
    number = pen.paragraphs
    content = tuple(runs(node.children, pen, manner_of(place)))
    if number in pen.found.referred:
        content = pen.bookmarked(f"_Ref_p{number}", *content)
    return pen.paragraph("Numbered Paragraph", *content)


def _plain_style(place: Place) -> str:
    if place.quoted:
        return "Quote"
    return _levelled("List Continue", place.level) if place.level else "Body Text"


def _levelled(name: str, level: int) -> str:
    """The name of a list style at a level from 1: "List Bullet", "List Bullet 2" …"""
    return name if level == 1 else f"{name} {min(level, DEEPEST_LIST)}"


@dataclass(frozen=True, slots=True)
class _Mark:
    """The mark of a list's items: the style, and the numbering that they carry beyond that of the style."""

    style: str
    level: int
    numbering: str | None

    def paragraph(self, pen: Pen, *content: Element) -> Element:
        if self.numbering is None:
            return pen.paragraph(self.style, *content)
        return pen.paragraph(self.style, *content, extra=(w("numPr", w("ilvl", val=self.level), w("numId", val=self.numbering)),))


def _items(node: Items, pen: Pen, place: Place) -> Iterator[Element]:
    """A list. An item whose first block is no plain paragraph gets an empty one, which carries its mark."""
    if not node.items:
        return
    mark = _mark(node, pen, place)
    for item in node.items:
        match item:
            case (Paragraph(number=number, children=children), *rest) if number <= 0:
                yield mark.paragraph(pen, *runs(children, pen, manner_of(place)))
                yield from blocks(rest, pen, place)
            case _:
                yield mark.paragraph(pen)
                yield from blocks(item, pen, place)


def _mark(node: Items, pen: Pen, place: Place) -> _Mark:
    """Bullets come with their style. Each ordered list is an instance of its own (§17.9.15), so that it starts afresh.

    A list deeper than the styles takes the next levels of the last style's numbering; a lettered one is lettered at any depth.
    """
    kind = "Bullet" if not node.ordered else "Letter" if node.lettered else "Number"
    quoted = place.quoted and pen.look.style(f"Quote {kind}") is not None
    name = f"Quote {kind}" if quoted else f"List {kind}"
    styled = 1 if quoted or kind == "Letter" else DEEPEST_LIST  # how many levels have a style of their own
    style = _levelled(name, min(place.level, styled))
    deeper = 0 if kind == "Letter" else max(place.level - styled, 0)
    deep = min(pen.look.level(style) + deeper, pen.look.last_level(style))
    if node.ordered:
        number = pen.open_list(OrderedList(style, deep, min(max(node.start, 0), MOST_START)))
        return _Mark(style, deep, str(number))
    return _Mark(style, deep, pen.look.numbering(style) if deeper else None)
