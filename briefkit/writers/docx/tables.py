"""Tables (ECMA-376 Part 1 §17.4): rules from the table's style, alignment from the paragraphs' styles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefkit.ooxml import Element, w
from briefkit.tree import Inline, Table
from briefkit.walk import plain
from briefkit.writers.docx.pen import Pen
from briefkit.writers.docx.runs import runs

_ALIGNED = {"right": " Right", "center": " Centre"}
_LEAST, _MOST = 6, 60  # characters: a column counts as no narrower and no wider than this when the width is shared out
_CHARACTER = 110  # the width of a character of a table, on the generous side, in twentieths of a point
_MARGIN = 2  # characters between columns

Cell = tuple[Inline, ...]


def table(node: Table, pen: Pen) -> Iterator[Element]:
    """A table and the small paragraph after it, without which Word joins two tables to one. None for no columns."""
    columns = max((len(row) for row in (node.header, *node.rows)), default=0)
    if not columns:
        return
    widths = _widths(node, columns, pen.width)
    made = w("tbl", _properties(pen, bool(node.header)), w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    if node.header:
        made.append(_row(node.header, "Table Head", node.aligned, widths, pen, header=True))
    for row in node.rows:
        made.append(_row(row, "Table Text", node.aligned, widths, pen, header=False))
    yield made
    yield pen.paragraph("After Table")


def _properties(pen: Pen, header: bool) -> Element:
    style = pen.look.style("Brief Table", "table")
    first_row, value = int(header), "0620" if header else "0600"  # the same flags twice (§17.4.56): 0600 is no bands
    look = w("tblLook", val=value, firstRow=first_row, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    return w("tblPr", w("tblStyle", val=style) if style else None, w("tblW", w=5000, type="pct"), look)


def _widths(node: Table, columns: int, width: int) -> list[int]:
    """Each column's share of the width: room for its longest word first, the rest by its longest cell.

    Where the words alone are too wide, they share what there is. The last column takes what rounding leaves.
    """
    words, cells = [_LEAST] * columns, [_LEAST] * columns
    for row in (node.header, *node.rows):
        for at, cell in enumerate(row):
            line = plain(cell).strip()
            words[at] = max(words[at], max(map(len, line.split(" ")), default=0) + _MARGIN)
            cells[at] = max(cells[at], min(len(line), _MOST))
    needed = [min(word * _CHARACTER, width * word // sum(words)) for word in words]
    spare = width - sum(needed)
    wanted = [max(cell * _CHARACTER - least, 1) for cell, least in zip(cells, needed, strict=True)]
    shares = [least + spare * want // sum(wanted) for least, want in zip(needed, wanted, strict=True)]
    return [*shares[:-1], shares[-1] + width - sum(shares)]


def _row(cells: Sequence[Cell], style: str, aligned: Sequence[str], widths: Sequence[int], pen: Pen, header: bool) -> Element:
    """A row that stays on one page, and is repeated on each if it is the header; short rows are filled up."""
    row = w("tr", w("trPr", w("cantSplit"), w("tblHeader") if header else None))
    for at, width in enumerate(widths):
        side = _ALIGNED.get(aligned[at], "") if at < len(aligned) else ""
        content = runs(cells[at], pen) if at < len(cells) else ()
        row.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), pen.paragraph(style + side, *content)))
    return row
