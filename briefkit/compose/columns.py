"""A part whose text is one table: a heading begins a row, `::: name` a cell of the column of that name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.naming import in_language
from briefkit.model.profiles import Part
from briefkit.tree import Block, Cell, Heading, Origin, Paragraph, Styled, Table, Text, cell


def tabulated(blocks: Sequence[Block], part: Part, language: str, problems: list[Diagnostic]) -> Iterator[Block]:
    """What stands before the first heading, and then the table; the headings fill its first column.

    Problems: `unknown-role` for text that stands in no column.
    """
    names = [in_language(column.heading, language) for column in part.columns]
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    yield from blocks[:first]
    columns = [column.id for column in part.columns[1:]]
    rows = tuple(_row(heading, below, columns, problems) for heading, below in _headed(blocks[first:]))
    if rows:
        yield Table(tuple(cell(Text(name, Origin(part.span))) for name in names), rows, origin=Origin(part.span))


def _headed(blocks: Iterable[Block]) -> list[tuple[Heading, list[Block]]]:
    """Each heading with the blocks that follow it."""
    rows: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            rows.append((block, []))
        else:
            rows[-1][1].append(block)
    return rows


def _row(heading: Heading, blocks: Sequence[Block], columns: Sequence[str], problems: list[Diagnostic]) -> tuple[Cell, ...]:
    cells: dict[str, Cell] = dict.fromkeys(columns, ())
    for block in blocks:
        if isinstance(block, Styled) and block.role in cells:
            cells[block.role] += block.blocks
        else:
            hint = (
                say("write ::: {columns}", columns=", ::: ".join(columns))
                if columns
                else say("the profile’s table has one column alone, which headings fill")
            )
            problems.append(diagnose("unknown-role", say("This text stands in no column of the table."), block.origin.span, hint))
    return ((Paragraph(heading.children, origin=heading.origin),), *cells.values())
