"""The walk: every line of inlines of a document, in the order in which its reader meets them.

Counting notes and filling them in both go this way, so they cannot disagree about the order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from briefkit.tree import (
    Block,
    Cite,
    ClauseText,
    Document,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
    Note,
    Paragraph,
    Quotation,
    Strong,
    Table,
)

Line = tuple[Inline, ...]
Rewrite = Callable[[Line], Line]


def rewritten(blocks: tuple[Block, ...], rewrite: Rewrite) -> tuple[Block, ...]:
    """The same blocks with each line replaced by what `rewrite` makes of it; called in document order."""
    return tuple(_block(block, rewrite) for block in blocks)


def _block(block: Block, rewrite: Rewrite) -> Block:
    if isinstance(block, Heading | Paragraph):
        return replace(block, children=rewrite(block.children))
    if isinstance(block, Quotation | ClauseText):
        return replace(block, blocks=rewritten(block.blocks, rewrite))
    if isinstance(block, Items):
        return replace(block, items=tuple(rewritten(item, rewrite) for item in block.items))
    if isinstance(block, Table):
        header = tuple(rewrite(cell) for cell in block.header)
        return replace(block, header=header, rows=tuple(tuple(rewrite(cell) for cell in row) for row in block.rows))
    assert_never(block)


def inlines_of(document: Document) -> Iterator[Inline]:
    """Every inline of a document, outer before inner; notes stand where their references stand."""
    lines: list[Line] = [document.title]

    def collect(line: Line) -> Line:
        lines.append(line)
        return line

    rewritten(document.blocks, collect)
    for line in lines:
        yield from within(line)


def within(line: Line, *, into_notes: bool = True) -> Iterator[Inline]:
    """Every inline of a line, outer before inner; without `into_notes`, what a nested note holds is left out."""
    for inline in line:
        yield inline
        if isinstance(inline, Emphasis | Strong | Link) or (isinstance(inline, Note) and into_notes):
            yield from within(inline.children, into_notes=into_notes)


def cites_in(line: Line) -> Iterator[Cite]:
    """The citations of a note that count for positions: those in text do not."""
    return (inline for inline in within(line, into_notes=False) if isinstance(inline, Cite) and not inline.in_text)
