"""The steps of a text: its tags, and the stretches between them with what every translation keeps of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.markup import every_branch, single_locs
from briefkit.source import Source, Span
from briefkit.template import Prepared, Tag, prepare
from briefkit.tree import AnnexRef, Block, Cite, CountRef, Heading, Inline, Items, NoteRef, Paragraph, ParagraphRef, Quotation, Ref, Styled
from briefkit.walk import blocks_within, inlines_within, own_inlines

ORIGINAL = "en"  # the language that the others translate


@dataclass(frozen=True, slots=True)
class Kept:
    """What a translation keeps: its sort (citation, reference, fact, part), what it names (an authority, a role), the place cited there."""

    sort: str
    name: str
    loc: str
    span: Span

    @property
    def key(self) -> tuple[str, str, str]:
        return self.sort, self.name, self.loc


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text between two tags: the paragraphs that begin in it, and what is kept of it, in order."""

    span: Span
    paragraphs: tuple[Span, ...]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The tags of a text in order, and the stretches around them: one more than there are tags.

    Every tone and every combination of facts is among them.
    """

    tags: tuple[Tag, ...]
    stretches: tuple[Stretch, ...]

    @property
    def conditions(self) -> tuple[str, ...]:
        """Each tag as it compares: its words, whatever spaces stand between them."""
        return tuple(" ".join(f"{tag.word} {tag.rest.text}".split()) for tag in self.tags)


def steps(text: Source, language: str) -> Steps | None:
    """The steps of a text; None where its tags do not pair, so that nothing can be read."""
    prepared = prepare(text.span(0, len(text.text))).value
    blocks = every_branch(text, language)
    if blocks is None or not prepared.segments:
        return None
    tags = tuple(segment for segment in prepared.segments if isinstance(segment, Tag))
    ends = [tag.span.end for tag in tags]
    paragraphs: list[list[Span]] = [[] for _ in (*tags, None)]
    kept: list[list[Kept]] = [[] for _ in (*tags, None)]
    for span in _paragraphs(blocks):
        paragraphs[bisect_right(ends, _line_start(span))].append(span)
    for one in sorted((*_facts(prepared), *_cited(blocks)), key=lambda one: one.span.start):
        kept[bisect_right(ends, one.span.start)].append(one)
    spans = _between(text, tags)
    return Steps(tags, tuple(Stretch(span, tuple(at), tuple(one)) for span, at, one in zip(spans, paragraphs, kept, strict=True)))


def _between(text: Source, tags: tuple[Tag, ...]) -> Iterator[Span]:
    starts = [0, *(tag.span.end for tag in tags)]
    ends = [*(tag.span.start for tag in tags), len(text.text)]
    return (text.span(start, end) for start, end in zip(starts, ends, strict=True))


def _line_start(span: Span) -> int:
    """Where the line of a paragraph begins: a condition at its head is its own, whichever word a language puts before it."""
    return span.source.text.rfind("\n", 0, span.start) + 1


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Span]:
    """The paragraphs, headings and items. A quotation is none: where no authentic text is stored, words beside it give its sense."""
    quoted = {id(one) for block in blocks_within(blocks) if isinstance(block, Quotation) for one in blocks_within(block.blocks)}
    for block in blocks_within(blocks):
        if isinstance(block, Heading | Paragraph | Items) and id(block) not in quoted and block.origin.span:
            yield block.origin.span


def _facts(prepared: Prepared) -> Iterator[Kept]:
    return (Kept("fact", ".".join(used.names), "", used.span) for used in prepared.used if used.printed)


def _cited(blocks: tuple[Block, ...]) -> Iterator[Kept]:
    """The citations and the live references of a text, whatever the facts, and its parts that play a role, such as a listing."""
    for block in blocks_within(blocks):
        if isinstance(block, Styled) and block.role and block.origin.span:
            yield Kept("part", block.role, "", block.origin.span)
        for inline in inlines_within(own_inlines(block)):
            if isinstance(inline, Cite):
                yield from (one for ref in inline.refs if (one := _ref(ref)))
            elif (name := _referred(inline)) and inline.origin.span:
                yield Kept("reference", name, "", inline.origin.span)


def _ref(ref: Ref) -> Kept | None:
    loc = " and ".join(single_locs(ref.locator)) if ref.locator else ""
    return Kept("citation", ref.authority, loc, ref.origin.span) if ref.origin.span else None


def _referred(inline: Inline) -> str:
    """What a live reference leads to, as it is written; empty for any other inline."""
    match inline:
        case ParagraphRef():
            return f"#{inline.target}"
        case NoteRef():
            return f"@{inline.authority}"
        case CountRef():
            return f"{inline.kind} {inline.target}"
        case AnnexRef():
            return f"annex {inline.target}"
        case _:
            return ""
