"""The table of authorities: a field for each category with its entries so far (ECMA-376 Part 1 §17.16.5.66)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.ooxml import Element, qn, w
from briefkit.tree import Authorities, AuthorityCategory, Inline, Text
from briefkit.writers.docx.fields import mark, opening, run
from briefkit.writers.docx.pen import Pen
from briefkit.writers.docx.runs import Manner, runs

if TYPE_CHECKING:
    from briefkit.zotero import Live

_FEW = 9  # so many numbers have room in one line
WORDS_PASSIM = 5  # Word's own rule, which its switch \p stands for
_IN_TABLE = Manner(in_contents=True)  # words alone: no links and notes in what Word builds anew


def authorities_table(node: Authorities, pen: Pen) -> Iterator[Element]:
    """The table, a heading above each category."""
    for category in node.categories:
        if category.authorities:
            yield pen.paragraph("toa heading", *runs([Text(category.heading)], pen))
            entries = list(_by_paragraphs(category, pen) if node.by_paragraphs else _by_pages(category, node.passim, pen))
            if pen.live is not None and pen.live.bibliography == category.number:
                _make_live(entries, pen.live)
            yield from entries


def _make_live(entries: Sequence[Element], live: Live) -> None:
    """Put entries into the field of Zotero's bibliography, around what they hold already."""
    from briefkit.writers.docx.zotero import bibliography_marks

    opening, closing = bibliography_marks(live)
    first, last = entries[0], entries[-1]
    start = 1 if len(first) and first[0].tag == qn("w:pPr") else 0
    first[start:start] = opening
    last.extend(closing)


def _by_paragraphs(category: AuthorityCategory, pen: Pen) -> Iterator[Element]:
    """Each with its paragraphs as live references: a field of Word's would put pages in their place."""
    for one in category.authorities:
        places = (_tab(), *runs(_in_one_line(one.places), pen)) if one.places else ()
        yield pen.paragraph("table of authorities", *runs(one.form, pen, _IN_TABLE), *places)


def _in_one_line(places: Sequence[Inline]) -> Sequence[Inline]:
    """Few numbers unbroken, or the last of them would stand at the left, as if it were the next authority's."""
    if sum(not isinstance(one, Text) for one in places) > _FEW:
        return places
    return [replace(one, text=one.text.replace(" ", "\u00a0")) if isinstance(one, Text) else one for one in places]


def _by_pages(category: AuthorityCategory, passim: int, pen: Pen) -> Iterator[Element]:
    begin = opening(f'TOA \\c "{category.number}"' + (" \\p" if passim == WORDS_PASSIM else ""))
    last = len(category.authorities)
    for at, one in enumerate(category.authorities, start=1):
        marks = (begin if at == 1 else [], [mark("end")] if at == last else [])
        pages = _pages(pen.pages.authorities.get(one.name, ()), passim, pen)
        yield pen.paragraph("table of authorities", *marks[0], *runs(one.form, pen, _IN_TABLE), *pages, *marks[1])


def _pages(pages: Sequence[str], passim: int, pen: Pen) -> list[Element]:
    """A tab and the pages; nothing where nobody knows them."""
    between = ",\u00a0" if len(pages) <= _FEW else ", "
    shown = "passim" if 0 < passim <= len(pages) else between.join(pages)
    return [_tab(), *runs([Text(shown)], pen)] if shown else []


def _tab() -> Element:
    return run(w("tab"))
