"""Texts with remarks to the drafter in them: a final goes without, in a draft they stand apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefkit.markup import notes_placed
from briefkit.remarks import without_remarks
from briefkit.roles import FIGURES, LISTINGS
from briefkit.tree import Block, Heading, Inline, Items, Paragraph, Quotation, Remark, Styled, Table, Text
from briefkit.walk import Line


def without_empty(blocks: Iterable[Block]) -> Iterator[Block]:
    """Without the paragraphs, headings, items and quotations that held remarks alone."""
    for block in blocks:
        match block:
            case Paragraph() | Heading() if not block.children:
                continue
            case Styled() if block.role in (*LISTINGS, *FIGURES):
                yield block  # it is empty until it is filled
            case Quotation() | Styled():
                if inner := tuple(without_empty(block.blocks)):
                    yield replace(block, blocks=inner)
            case Table():
                header, *rows = (tuple(tuple(without_empty(cell)) for cell in row) for row in (block.header, *block.rows))
                yield replace(block, header=header, rows=tuple(rows))
            case Items():
                if items := tuple(left for item in block.items if (left := tuple(without_empty(item)))):
                    yield replace(block, items=items)
            case _:
                yield block


def final_line(line: Line) -> Line:
    """Without remarks, and the notes before the punctuation that a remark had held off."""
    return notes_placed(without_remarks(line))


def set_apart(line: Line) -> Line:
    """A remark stands apart from the word, or the note, before it."""
    apart: list[Inline] = []
    for inline in line:
        last = apart[-1] if apart else None
        if isinstance(inline, Remark) and last is not None and not (isinstance(last, Text) and last.text.endswith(" ")):
            apart.append(Text(" ", inline.origin))
        apart.append(inline)
    return tuple(apart)
