"""One of two documents that are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.model.case import Case, Plan
from briefkit.tree import Block, Heading, Opinion, Paragraph
from briefkit.walk import blocks_within


@dataclass(frozen=True, slots=True)
class Side:
    """A case with its plan and its finished document."""

    case: Case
    plan: Plan
    opinion: Opinion

    @property
    def name(self) -> str:
        """The file of its case, as the user knows it."""
        return self.case.span.source.name

    @property
    def audience(self) -> str:
        return self.case.profile.audience if self.case.profile else ""

    def placed_blocks(self) -> Iterator[tuple[Block, int]]:
        """Every block with the number of the paragraph that it belongs to; 0 outside any."""
        paragraph = 0
        for block in blocks_within(self.opinion.blocks):
            if isinstance(block, Heading):
                paragraph = 0
            elif isinstance(block, Paragraph) and block.number:
                paragraph = block.number
            yield block, paragraph
