"""Numbers of a whole manuscript: its paragraphs, tables, figures and exhibits, and every reference to one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.messages import Message, say
from briefkit.roles import FIGURES, RECOMMENDATION
from briefkit.tree import (
    AnnexRef,
    Block,
    ClauseText,
    Count,
    CountRef,
    Figure,
    Heading,
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
from briefkit.walk import blocks_within, inlines_within, plain, rewrite


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


_COUNTED = (("table", Table), ("figure", Figure))


@dataclass(frozen=True, slots=True)
class Named:
    """What is counted and has a name: the kind of it, and its number."""

    kind: str
    number: int


def named_counts(blocks: Iterable[Block], problems: list[Diagnostic]) -> dict[str, Named]:
    """The tables and figures that have a name, by it. Problems: `duplicate-id`."""
    blocks, named = tuple(blocks_within(blocks)), dict[str, Named]()
    for kind, made in _COUNTED:
        captions = (block.caption for block in blocks if isinstance(block, Table | Figure) and isinstance(block, made))
        counts = (one for caption in captions for one in inlines_within(caption) if isinstance(one, Count))
        for number, one in enumerate(counts, start=1):
            if one.name in named:
                problems.append(_twice(one, kind, named[one.name]))
            elif one.name:
                named[one.name] = Named(kind, number)
    return named


def _twice(count: Count, kind: str, first: Named) -> Diagnostic:
    if kind == "table":
        said = say("Two tables are called “{name}”: this one, and Table {number}.", name=count.name, number=first.number)
        hint = say("give each a name of its own, or let it stand once")
    elif first.kind == "table":
        said = say("A table and a figure are called “{name}”: this figure, and Table {number}.", name=count.name, number=first.number)
        hint = say("give the table another name")
    else:
        said = say("The figure “{name}” stands here again: it is Figure {number} already.", name=count.name, number=first.number)
        hint = say("let it stand once, and refer to it: [figure](#{name})", name=count.name)
    return diagnose("duplicate-id", said, count.origin.span, hint)


def annexes_by_id(blocks: Iterable[Block]) -> dict[str, str]:
    """The headings of the annexes, by the ids of their parts."""
    return {block.anchor: plain(block.children) for block in blocks if isinstance(block, Heading) and block.annex and block.anchor}


def _annexes_there(annexes: Iterable[str]) -> Message:
    names = ", ".join(annexes)
    if not names:
        return say("an annex is a part of the profile whose place is annex; this document has none with a heading")
    return say("an annex is a part of the profile whose place is annex, named by its id; here: {names}", names=names)


def counted(manuscript: Manuscript, anchors: Mapping[str, int], dead: Callable[[ParagraphRef], Diagnostic | None]) -> _Counted:
    """The manuscript with every count and reference filled in, but for references to exhibits, and what is wrong with them.

    `dead` says what is wrong with a reference that leads to no paragraph, table, figure or annex.
    """
    problems: list[Diagnostic] = []
    counting = _Counting(anchors, named_counts(manuscript.blocks, problems), annexes_by_id(manuscript.blocks), dead)
    return _Counted(rewrite(manuscript, counting.change), (*problems, *counting.problems))


@dataclass(frozen=True, slots=True)
class _Counted:
    manuscript: Manuscript
    problems: tuple[Diagnostic, ...]


class _Counting:
    def __init__(
        self,
        anchors: Mapping[str, int],
        named: Mapping[str, Named],
        annexes: Mapping[str, str],
        dead: Callable[[ParagraphRef], Diagnostic | None],
    ) -> None:
        self.anchors, self.named, self.annexes, self.dead = anchors, named, annexes, dead
        self.problems: list[Diagnostic] = []
        self.last = dict.fromkeys((kind for kind, _ in _COUNTED), 0)

    def change(self, inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case Count(kind=kind) if kind in self.last:
                self.last[kind] += 1
                return (replace(inline, number=self.last[kind]),)
            case CountRef(kind=kind) if kind in self.last:
                return (self._referred(inline),)
            case ParagraphRef() if inline.target in self.anchors:
                return (replace(inline, number=self.anchors[inline.target]),)
            case ParagraphRef() if inline.target in self.named:
                there = self.named[inline.target]
                return (CountRef(there.kind, inline.target, there.number, inline.origin),)
            case AnnexRef():
                return (self._annex(inline),)
            case ParagraphRef() if inline.target in self.annexes:
                return (self._annex(AnnexRef(inline.target, origin=inline.origin)),)
            case ParagraphRef():
                self.problems += [problem for problem in (self.dead(inline),) if problem]
        return (inline,)

    def _referred(self, reference: CountRef) -> CountRef:
        found = self.named.get(reference.target)
        if found is None or found.kind != reference.kind:
            self.problems.append(self._astray(reference))
            return reference
        return replace(reference, number=found.number)

    def _annex(self, reference: AnnexRef) -> AnnexRef:
        if reference.target not in self.annexes:
            said = say("The document has no annex “{name}”.", name=reference.target)
            hint = did_you_mean(reference.target, self.annexes, _annexes_there(self.annexes))
            self.problems.append(diagnose("dead-reference", said, reference.origin.span, hint))
        return replace(reference, heading=self.annexes.get(reference.target, ""))

    def _astray(self, reference: CountRef) -> Diagnostic:
        names = [name for name, one in self.named.items() if one.kind == reference.kind]
        if reference.kind == "table":
            said = say("No table is called “{name}”.", name=reference.target)
            hint = did_you_mean(reference.target, names, say("a table is named below it: Table: its caption {id=name}"))
        else:
            said = say("The document has no figure “{name}”.", name=reference.target)
            hint = did_you_mean(
                reference.target, names, say("a figure is placed by ::: and its name, one of {names}", names=", ".join(FIGURES))
            )
        return diagnose("dead-reference", said, reference.origin.span, hint)
