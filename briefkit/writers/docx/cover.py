"""The top of a document: what stands above the title, the title and what stands below it, and the table of contents."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.ooxml import Element, w
from briefkit.tree import Heading, Opinion, Text
from briefkit.writers.docx.blocks import blocks, heading_bookmark
from briefkit.writers.docx.fields import field, mark, opening, run
from briefkit.writers.docx.pen import Pen
from briefkit.writers.docx.runs import Manner, runs
from briefkit.writers.docx.survey import divided
from briefkit.writers.words import words

DEEPEST_ENTRY = 3
_INSTRUCTION = f'TOC \\o "1-{DEEPEST_ENTRY}" \\h \\z \\u'


def cover(opinion: Opinion, pen: Pen) -> Iterator[Element]:
    """The blocks above the title, the title, its lines and the date, the rest of the cover: as far as there are any."""
    above, below, _ = divided(opinion)
    yield from blocks(above, pen)
    if opinion.title:
        yield pen.paragraph("Title New Page" if opinion.title_page else "Title", *runs(opinion.title, pen))
    for line in opinion.subtitle:
        yield pen.paragraph("Subtitle", *runs([Text(line)], pen))
    if opinion.date:
        yield pen.paragraph("Date", *runs([Text(opinion.date)], pen))
    yield from blocks(below, pen)


def contents(opinion: Opinion, pen: Pen, section: Element) -> Iterator[Element]:
    """The contents as a field with its entries (ECMA-376 Part 1 §17.16.5.68), and the end of its `section`.

    Each entry names the page of its heading by a field of its own (§17.16.5.39), which shows nothing as long as nobody knows
    the page: Word puts it in when its user refreshes the contents. The section ends in a paragraph of its own, after the field: that
    one stays when the entries are replaced (and LibreOffice loses the page fields of a section that ends within a field).
    """
    yield pen.paragraph("TOC Heading", *runs([Text(words(opinion.language).contents)], pen))
    entries = [(place, node) for place, node in enumerate(pen.found.headings, start=1) if _level(node) <= DEEPEST_ENTRY]
    begin, end = opening(_INSTRUCTION), [mark("end")]
    for at, (place, heading) in enumerate(entries, start=1):
        marks = (begin if at == 1 else [], end if at == len(entries) else [])
        yield pen.paragraph(f"toc {_level(heading)}", *marks[0], _entry(heading, place, pen), *marks[1])
    yield pen.paragraph("Contents End", *([] if entries else begin + end), extra=(section,))


def _level(heading: Heading) -> int:
    """The level of a heading in the contents: that of the outline in its style, which is the first for an annex."""
    return 1 if heading.annex else max(heading.level, 1)


def _entry(heading: Heading, place: int, pen: Pen) -> Element:
    name = heading_bookmark(place)
    page = field(f"PAGEREF {name} \\h", pen.pages.headings.get(name, ""))
    content = (*runs(heading.children, pen, Manner(in_contents=True)), run(w("tab")), *page)
    return w("hyperlink", *content, anchor=name, history=1)
