"""Small styles, and what they print: the tests of the CSL processor build each style from the few elements that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from briefkit.cite.elements import parser
from briefkit.cite.processor import Citation, CitedItem, Processor
from briefkit.cite.style import compile_style
from tests.csl_suite.html import to_html

Item = dict[str, Any]
YEAR = '<date variable="issued"><date-part name="year"/></date>'
TITLE = '<text variable="title"/>'


def style(
    layout: str, *, citation: str = "", root: str = "", parts: str = "", sort: str = "", bibliography: str = "", kind: str = "note"
) -> str:
    """A style: the children of its citation layout, attributes of `citation` and of the root, macros and locales, its bibliography."""
    return (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0" {root}>{parts}'
        f'<citation {citation}>{sort}<layout delimiter="; ">{layout}</layout></citation>{bibliography}</style>'
    )


def processor(layout: str, *items: Item, language: str = "", **options: str) -> Processor:
    """A processor that knows the items; an item without an id is called "a", "b", ... by its place."""
    named = [{"id": chr(ord("a") + at), "type": "report", **item} for at, item in enumerate(items)]
    root = etree.fromstring(style(layout, **options).encode(), parser())
    return Processor(compile_style(root, language), {item["id"]: item for item in named})


def cited(name: str = "a", **more: Any) -> CitedItem:
    return CitedItem(name, **more)


def once(layout: str, item: Item | None = None, language: str = "", locator: str = "", label: str = "", **options: str) -> str:
    """What a first citation of one item prints, its italics and the like as HTML."""
    made = processor(layout, item or {}, language=language, **options)
    return document(made, [[cited(locator=locator, label=label)]])[0]


def document(made: Processor, citations: Sequence[Sequence[CitedItem]], notes: Sequence[int] = ()) -> list[str]:
    """What each citation of a document prints; they stand in notes 1, 2, ... unless `notes` says otherwise."""
    numbered = notes or range(1, len(citations) + 1)
    whole = [Citation(tuple(items), number) for items, number in zip(citations, numbered, strict=True)]
    return [to_html(text, made.style.locale, first) for text, first in made.cite_document(whole)]


def together(layout: str, *items: Item, language: str = "", **options: str) -> str:
    """What one citation of all the items prints."""
    made = processor(layout, *items, language=language, **options)
    return document(made, [[cited(name) for name in made.items]])[0]


def listed(entry: str, *items: Item, attributes: str = "", sort: str = "", **options: str) -> list[str]:
    """The entries of a bibliography with this layout."""
    layout = f"<bibliography {attributes}>{sort}<layout>{entry}</layout></bibliography>"
    made = processor(TITLE, *items, bibliography=layout, **options)
    made.register(list(made.items))
    return [to_html(text, made.style.locale) for text in made.bibliography()]


def person(family: str, given: str = "", **more: Any) -> Item:
    return {"family": family, "given": given, **more}


def by(*people: Item, **more: Any) -> Item:
    """An item by these authors."""
    return {"author": list(people), **more}


def year(number: int) -> Item:
    return {"issued": {"date-parts": [[number]]}}
