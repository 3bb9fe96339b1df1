"""The walk of one who fills in: line by line, in the order in which a reader meets them, each note before what stands in it.

The common way through the tree changes inner things first; a note's citations cannot be filled in before the note is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from briefkit.tree import (
    Block,
    Cite,
    ClauseText,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
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


def cites_in(line: Line) -> Iterator[Cite]:
    """The citations of a note that count for positions: those in text do not, nor do those of a note within it."""
    for inline in line:
        if isinstance(inline, Cite) and not inline.in_text:
            yield inline
        elif isinstance(inline, Emphasis | Strong | Link):
            yield from cites_in(inline.children)
