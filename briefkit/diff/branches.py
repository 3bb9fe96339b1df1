"""The branches of a template: under which conditions each place stands, and in which tones it may."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.conditions import Scopes, decide
from briefkit.model.conditions import Condition
from briefkit.model.facts import Given, Record
from briefkit.model.naming import TONES
from briefkit.source import Source, Span
from briefkit.template import Tag, prepare

EVERY = frozenset(TONES)
_NOWHERE = Span(Source("", ""), 0, 0)
_SCOPES: dict[str, Scopes] = {tone: (Record((("tone", Given(tone, "text", "tone", _NOWHERE)),)),) for tone in TONES}


@dataclass(frozen=True, slots=True)
class Branch:
    """The tags that a place stands under, outermost first (an `else` with what it is the other case of), and the tones in which it may."""

    tags: tuple[str, ...] = ()
    tones: frozenset[str] = EVERY


@dataclass(frozen=True, slots=True)
class Branches:
    """The branches of a text, each from an offset up to the next one's."""

    starts: tuple[int, ...]
    branches: tuple[Branch, ...]
    tags: tuple[Tag, ...]
    conditions: tuple[Condition | None, ...]  # of each tag
    is_read: bool  # whether its tags pair, so that anything is known of them

    def at(self, offset: int) -> Branch:
        return self.branches[bisect_right(self.starts, offset) - 1]


@dataclass(slots=True)
class _Open:
    """An `if`, `for` or `note` that is open: what stands around it, the tones that none of its branches has taken yet, its tags so far."""

    around: Branch
    left: frozenset[str]
    tags: str = ""


def branches_of(text: Source) -> Branches:
    """The branches of a template; where its tags do not pair, all of it is one."""
    prepared = prepare(text.span(0, len(text.text))).value
    tags = tuple(segment for segment in prepared.segments if isinstance(segment, Tag))
    conditions = tuple(prepared.conditions.get(tag.span.start) for tag in tags)
    branches = (Branch(), *_walk(tags, conditions))
    return Branches((0, *(tag.span.end for tag in tags)), branches, tags, conditions, bool(prepared.segments) or not text.text)


def written_tag(tag: Tag) -> str:
    """A tag as it compares, whatever spaces stand in it."""
    return " ".join(f"{tag.word} {tag.rest.text}".split())


def _walk(tags: tuple[Tag, ...], conditions: tuple[Condition | None, ...]) -> Iterator[Branch]:
    """The branch behind each tag."""
    at = Branch()
    opened: list[_Open] = []
    for tag, condition in zip(tags, conditions, strict=True):
        if tag.word.startswith("end"):
            at = opened.pop().around
        else:
            if tag.word in ("if", "for", "note"):
                opened.append(_Open(at, at.tones))
            at = _branch(opened[-1], tag, condition)
        yield at


def _branch(opened: _Open, tag: Tag, condition: Condition | None) -> Branch:
    tones = opened.left
    if condition is not None:
        answers = {tone: decide(condition, _SCOPES[tone]) for tone in opened.left}
        tones = frozenset(tone for tone, answer in answers.items() if answer is not False)
        opened.left = frozenset(tone for tone, answer in answers.items() if answer is not True)
    opened.tags = f"{opened.tags} {written_tag(tag)}".strip()
    return Branch((*opened.around.tags, opened.tags), tones)
