"""Numbers of a whole manuscript: its paragraphs, tables and exhibits, and every reference to one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.messages import say
from briefkit.roles import RECOMMENDATION
from briefkit.tree import (
    Block,
    ClauseText,
    Count,
    CountRef,
    Inline,
    Manuscript,
    Paragraph,
    ParagraphRef,
    Remark,
    Strong,
    Styled,
    Table,
    Text,
)
from briefkit.walk import blocks_within, inlines_within, rewrite


@dataclass
class Paragraphs:
    """The numbered paragraphs so far: the number of each anchor, and those that are recommendations."""

    count: int = 0
    anchors: dict[str, int] = field(default_factory=dict)
    recommended: list[Paragraph] = field(default_factory=list)

    def numbered(self, block: Block, numbers: bool) -> Block:
        """A block of a part with its paragraphs numbered, if the part numbers them. Lists, tables and quotations are none."""
        if isinstance(block, ClauseText):
            return self._clause(block, numbers)
        if isinstance(block, Styled) and block.role == RECOMMENDATION:
            return replace(block, role="", blocks=tuple(self._recommendation(inner, numbers) for inner in block.blocks))
        if isinstance(block, Styled) and not block.role:
            return replace(block, blocks=tuple(self.numbered(inner, numbers) for inner in block.blocks))
        if isinstance(block, Paragraph) and numbers and not only_remarks(block):
            self.count += 1
            return replace(block, number=self.count)
        return block

    def _clause(self, clause: ClauseText, numbers: bool) -> ClauseText:
        first = self.count + 1
        blocks = tuple(self.numbered(inner, numbers) for inner in clause.blocks)
        if self.count >= first:
            self.anchors[clause.clause] = first
            blocks = tuple(_anchored(inner, first, clause.clause) for inner in blocks)
        return replace(clause, blocks=blocks)

    def _recommendation(self, block: Block, numbers: bool) -> Block:
        made = self.numbered(block, numbers)
        if not isinstance(made, Paragraph):
            return made
        anchor = f"recommendation-{len(self.recommended) + 1}"
        if made.number:
            self.anchors[anchor] = made.number
        self.recommended.append(replace(made, anchor=anchor))
        return replace(made, children=(Strong(made.children, made.origin),), anchor=anchor)


def only_remarks(paragraph: Paragraph) -> bool:
    """Whether a paragraph prints nothing in a final."""
    return all(isinstance(one, Remark) or (isinstance(one, Text) and not one.text.strip()) for one in paragraph.children)


def _anchored(block: Block, number: int, anchor: str) -> Block:
    if isinstance(block, Styled):
        return replace(block, blocks=tuple(_anchored(inner, number, anchor) for inner in block.blocks))
    return replace(block, anchor=anchor) if isinstance(block, Paragraph) and block.number == number and not block.anchor else block


def table_numbers(blocks: Iterable[Block], problems: list[Diagnostic]) -> dict[str, int]:
    """The number of each table that has an id. Problems: `duplicate-id`."""
    tables = (block for block in blocks_within(blocks) if isinstance(block, Table))
    counts = (one for table in tables for one in inlines_within(table.caption) if isinstance(one, Count))
    named: dict[str, int] = {}
    for number, one in enumerate(counts, start=1):
        if one.name in named:
            said = say("Two tables are called “{name}”: this one, and Table {number}.", name=one.name, number=named[one.name])
            problems.append(diagnose("duplicate-id", said, one.origin.span, say("give each a name of its own, or let it stand once")))
        elif one.name:
            named[one.name] = number
    return named


def counted(manuscript: Manuscript, anchors: Mapping[str, int], dead: Callable[[ParagraphRef], Diagnostic | None]) -> _Counted:
    """The manuscript with every count and reference filled in, but for references to exhibits, and what is wrong with them.

    `dead` says what is wrong with a reference that leads to no paragraph and no table.
    """
    problems: list[Diagnostic] = []
    counting = _Counting(anchors, table_numbers(manuscript.blocks, problems), dead)
    return _Counted(rewrite(manuscript, counting.change), (*problems, *counting.problems))


@dataclass(frozen=True, slots=True)
class _Counted:
    manuscript: Manuscript
    problems: tuple[Diagnostic, ...]


class _Counting:
    def __init__(self, anchors: Mapping[str, int], tables: Mapping[str, int], dead: Callable[[ParagraphRef], Diagnostic | None]) -> None:
        self.anchors, self.tables, self.dead = anchors, tables, dead
        self.problems: list[Diagnostic] = []
        self.table = 0

    def change(self, inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case Count(kind="table"):
                self.table += 1
                return (replace(inline, number=self.table),)
            case CountRef(kind="table"):
                return (self._table(inline),)
            case ParagraphRef() if inline.target in self.anchors:
                return (replace(inline, number=self.anchors[inline.target]),)
            case ParagraphRef() if inline.target in self.tables:
                return (CountRef("table", inline.target, self.tables[inline.target], inline.origin),)
            case ParagraphRef():
                self.problems += [problem for problem in (self.dead(inline),) if problem]
        return (inline,)

    def _table(self, reference: CountRef) -> CountRef:
        number = self.tables.get(reference.target, 0)
        if not number:
            hint = did_you_mean(reference.target, self.tables, say("a table is named below it: Table: its caption {id=name}"))
            said = say("No table is called “{name}”.", name=reference.target)
            self.problems.append(diagnose("dead-reference", said, reference.origin.span, hint))
        return replace(reference, number=number)
