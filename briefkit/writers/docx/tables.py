"""Tables (ECMA-376 Part 1 §17.4): rules from the table's style, alignment from the paragraphs' styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefkit.ooxml import Element, qn, w
from briefkit.tree import Block, Table
from briefkit.walk import blocks_within, own_inlines, plain
from briefkit.writers.docx.letters import breadth
from briefkit.writers.docx.pen import Pen, Place
from briefkit.writers.docx.runs import manner_of, runs

_ALIGNED = {"right": " Right", "center": " Centre"}
# In thousandths of an em:
_LEAST, _MOST = 3_000, 45_000  # a column counts as no narrower and no wider than this when the width is shared out
_MARGIN = 1_000  # between columns
_SHORT = 12_000  # a cell that is not to be broken where there is room, such as a date
_WORD = 14_000  # a word longer than this, such as an address, is broken where words are too wide together
_HALF = 60  # hundredths of its breadth that a cell needs for two lines
_BOLD = 108  # hundredths of its breadth that a word has in bold

Inside = Callable[[Iterable[Block], Pen, Place], Iterator[Element]]  # what writes the blocks of a cell


def table(node: Table, pen: Pen, inside: Inside, place: Place) -> Iterator[Element]:
    """A table under its caption, and the small paragraph after it, without which Word joins two tables to one. None for no columns."""
    if node.caption:
        yield pen.paragraph("caption", *runs(node.caption, pen, manner_of(place)))
    columns = max((len(row) for row in (node.header, *node.rows)), default=0)
    if not columns:
        return
    widths = _widths(node, columns, pen)
    fits = sum(_longest_words(node, columns)) * pen.em // 1000 <= pen.width
    made = w("tbl", _properties(pen, bool(node.header), fits), w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    rows = ([(node.header, "Table Head")] if node.header else []) + [(row, "Table Text") for row in node.rows]
    for cells, style in rows:
        places = [Place(style=style + _side(node.aligned, at), language=place.language) for at in range(len(cells))]
        content = [list(inside(cell, pen, where)) for cell, where in zip(cells, places, strict=True)]
        made.append(_row(content, style, node.aligned, widths, pen))
    yield made
    yield pen.paragraph("After Table")


def is_crowded(node: Table, pen: Pen) -> bool:
    """Whether its numbers have no room beside each other, so that some are broken."""
    columns = max((len(row) for row in (node.header, *node.rows)), default=0)
    return sum(_longest_words(node, columns, _is_number)) * pen.em // 1000 > pen.width


def _properties(pen: Pen, header: bool, fits: bool) -> Element:
    """As wide as the text; where words alone are wider, they break at the columns' ends, or Word would let the table run off the page."""
    style = pen.look.style("Brief Table", "table")
    first_row, value = int(header), "0620" if header else "0600"  # the same flags twice (§17.4.56): 0600 is no bands
    fixed = None if fits else w("tblLayout", type="fixed")
    look = w("tblLook", val=value, firstRow=first_row, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    return w("tblPr", w("tblStyle", val=style) if style else None, w("tblW", w=5000, type="pct"), fixed, look)


def _widths(node: Table, columns: int, pen: Pen) -> list[int]:
    """Each column's share of the width: room for its longest word first, then for cells that are short, the rest by its longest cell.

    Short cells leave half of the room to long ones. The last column takes what rounding leaves.
    """
    cells = [_LEAST] * columns
    for at, weight, line in _cells(node):
        cells[at] = max(cells[at], min(_broad(line, weight), _MOST))
    width = pen.width
    needed = _needed(node, columns, pen)
    wanted = [max(cell * pen.em // 1000 - least, 0) for cell, least in zip(cells, needed, strict=True)]
    brief = [want if cell <= _SHORT else 0 for want, cell in zip(wanted, cells, strict=True)]
    long = [want - more for want, more in zip(wanted, brief, strict=True)]
    spare = width - sum(needed)
    halves = [max((least + more) * _HALF // 100 - least, 0) for least, more in zip(needed, brief, strict=True)]
    served = _served(spare // 2 if any(long) else spare, brief, halves)  # more than half of it, but not the whole, would be of no use
    given = [least + more for least, more in zip(needed, served, strict=True)]
    spare, weights = width - sum(given), long if any(long) else [want or 1 for want in wanted]
    shares = [share + spare * weight // sum(weights) for share, weight in zip(given, weights, strict=True)]
    return [*shares[:-1], shares[-1] + width - sum(shares)]


def _needed(node: Table, columns: int, pen: Pen) -> list[int]:
    """Room for the longest word of each column; where there is too little, numbers stay whole, then short words, and the longest break."""
    whole, numbers = ([word * pen.em // 1000 for word in _longest_words(node, columns, which)] for which in (bool, _is_number))
    if sum(whole) <= pen.width:
        return whole
    kept = _served(pen.width, numbers, numbers)
    most = _WORD * pen.em // 1000
    more = [max(min(word, most) - number, 0) for word, number in zip(whole, kept, strict=True)]
    return [number + one for number, one in zip(kept, _served(pen.width - sum(kept), more, whole), strict=True)]


def _longest_words(node: Table, columns: int, which: Callable[[str], bool] = bool) -> list[int]:
    """The breadth of each column's longest word, or longest of some kind, with what stands between columns."""
    words = [_LEAST] * columns
    for at, weight, line in _cells(node):
        words[at] = max(words[at], *(_broad(word, weight) for word in line.split(" ") if which(word)), 0)
    return words


def _cells(node: Table) -> Iterator[tuple[int, int, str]]:
    """Of each cell the column, the weight of its letters, and its words in a line; those of the head are bold."""
    for row, weight in ((node.header, _BOLD), *((row, 100) for row in node.rows)):
        for at, cell in enumerate(row):
            yield at, weight, " ".join(plain(own_inlines(block)).strip() for block in blocks_within(cell))


def _broad(words: str, weight: int) -> int:
    return breadth(words) * weight // 100 + _MARGIN


def _is_number(word: str) -> bool:
    """Sums, years and days, which are misread where a line breaks in them."""
    return any(map(str.isdecimal, word)) and breadth(word) <= _SHORT


def _served(spare: int, wanted: Sequence[int], enough: Sequence[int]) -> list[int]:
    """What columns get of a width: those that want the least first all that they want, the others an even share, no more than is enough."""
    given = [0] * len(wanted)
    for served, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        share = spare // (len(wanted) - served)
        given[at] = wanted[at] if wanted[at] <= share else min(enough[at], share)
        spare -= given[at]
    return given


def _side(aligned: Sequence[str], column: int) -> str:
    return _ALIGNED.get(aligned[column], "") if column < len(aligned) else ""


def _row(cells: Sequence[list[Element]], style: str, aligned: Sequence[str], widths: Sequence[int], pen: Pen) -> Element:
    """A row, unbroken where its cells are one paragraph each, and repeated on every page if it is the header; short rows are filled up."""
    whole = all(len(content) <= 1 for content in cells)
    row = w("tr", w("trPr", w("cantSplit") if whole else None, w("tblHeader") if style == "Table Head" else None))
    for at, width in enumerate(widths):
        content = cells[at] if at < len(cells) else []
        if not content or content[-1].tag != qn("w:p"):  # a cell ends in a paragraph (§17.4.65)
            content = [*content, pen.paragraph(style + _side(aligned, at))]
        row.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *content))
    return row
