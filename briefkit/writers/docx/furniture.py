"""Headers and footers: the template's, with the places in them filled in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from briefkit.ooxml import Element, qn
from briefkit.tree import Opinion
from briefkit.walk import plain
from briefkit.writers.docx.fields import field
from briefkit.writers.docx.runs import language_runs, words_run
from briefkit.writers.words import words

PLACES = ("short-title", "state", "page-of-pages")


def places_in(part: Element) -> set[str]:
    """The places that a header or a footer has."""
    tags = (tag.get(qn("w:val"), "") for tag in part.iterfind(f".//{qn('w:sdtPr')}/{qn('w:tag')}"))
    return {tag for tag in tags if tag in PLACES}


def name_known_styles(part: Element, known: Collection[str]) -> None:
    """Take out what names a style that the template does not have: Word shows such words as usual ones anyway."""
    for node in list(part.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))):
        parent = node.getparent()
        if parent is not None and node.get(qn("w:val"), "") not in known:
            parent.remove(node)


def fill_places(part: Element, opinion: Opinion) -> None:
    """Put runs in place of every content control (ECMA-376 Part 1 §17.5.2) whose tag names a place; leave the others.

    The PLACES are the short title, the state ("Draft" in the document's language, nothing in a final one) and the page of pages.
    """
    for control in list(part.iter(qn("w:sdt"))):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        filling = _filling(tag.get(qn("w:val"), ""), opinion) if tag is not None else None
        if filling is not None:
            _fill(control, filling)


def _filling(name: str, opinion: Opinion) -> list[Element] | None:
    language = words(opinion.language)
    match name:
        case "short-title":
            return language_runs(opinion.short_title or plain(opinion.title).strip(), None, opinion.language)
        case "state":
            return words_run(language.draft) if opinion.draft else []
        case "page-of-pages":
            return list(_pages(language.page))
        case _:
            return None


def _pages(pattern: str) -> Iterator[Element]:
    """A pattern's words and its two fields; the numbers are for Word to fill in, on each page."""
    for piece in re.split("({page}|{pages})", pattern):
        if piece in ("{page}", "{pages}"):
            yield from field("PAGE" if piece == "{page}" else "NUMPAGES", "1")
        else:
            yield from words_run(piece)


def _fill(control: Element, content: list[Element]) -> None:
    """Replace a control by runs; where it held whole paragraphs, by the first of them with the runs in it."""
    parent = control.getparent()
    if parent is None:
        return
    paragraph = control.find(f".//{qn('w:p')}")
    if paragraph is not None:
        for child in [node for node in paragraph if node.tag != qn("w:pPr")]:
            paragraph.remove(child)
        paragraph.extend(content)
        content = [paragraph]
    place = parent.index(control)
    parent[place : place + 1] = content
