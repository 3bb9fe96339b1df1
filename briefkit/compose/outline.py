"""The levels of headings: none is left out on the way down, however a text numbers its own, so that readers can find their way by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefkit.tree import Block, ClauseText, Heading, Items, Quotation, Styled


class Outline:
    """The headings that stand above the next one, by the levels that their texts gave them."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def closed_up(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks with each heading at most one level below the one that it belongs to, in document order."""
        return tuple(self._closed(block) for block in blocks)

    def _closed(self, block: Block) -> Block:
        match block:
            case Heading():
                return replace(block, level=self._level(block))
            case Quotation() | Styled() | ClauseText():
                return replace(block, blocks=self.closed_up(block.blocks))
            case Items():
                return replace(block, items=tuple(self.closed_up(item) for item in block.items))
        return block

    def _level(self, heading: Heading) -> int:
        while self._above and self._above[-1] >= heading.level:
            self._above.pop()
        self._above.append(heading.level)
        return len(self._above)
