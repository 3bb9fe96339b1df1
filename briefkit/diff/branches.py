"""The branches of a template: under which conditions each place stands, and in which tones it may."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefkit.conditions import Scopes, decide, read_condition, whole_text
from briefkit.diff.marks import Mark, marks_in
from briefkit.model.conditions import Condition
from briefkit.model.facts import Given, Record
from briefkit.model.naming import TONES
from briefkit.source import Source, Span

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
    """The branches of a text, each from an offset up to the next one's; found when they are first asked for."""

    text: str

    @property
    def is_read(self) -> bool:
        """Whether its tags pair, so that anything is known of them; where they do not, all of it is one branch."""
        return marks_in(self.text) is not None

    @property
    def tags(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in marks_in(self.text) or () if mark.is_tag)

    def at(self, offset: int) -> Branch:
        starts, branches = _walked(self.text)
        return branches[bisect_right(starts, offset) - 1]


@lru_cache(maxsize=64)
def _walked(text: str) -> tuple[tuple[int, ...], tuple[Branch, ...]]:
    """Where each branch begins, and the branches."""
    tags = Branches(text).tags
    return (0, *(tag.end for tag in tags)), (Branch(), *_walk(tags))


@dataclass(slots=True)
class _Open:
    """An `if`, `for` or `note` that is open: what stands around it, the tones that none of its branches has taken yet, its tags so far."""

    around: Branch
    left: frozenset[str]
    tags: str = ""


@lru_cache(maxsize=1000)
def condition_of(tag: str) -> Condition | None:
    """The condition of an `if` or `elif` as it is written; None where it is not well formed."""
    return read_condition(whole_text(tag)).value


def _walk(tags: tuple[Mark, ...]) -> Iterator[Branch]:
    """The branch behind each tag."""
    at = Branch()
    opened: list[_Open] = []
    for tag in tags:
        if tag.word.startswith("end"):
            at = opened.pop().around
        else:
            if tag.word in ("if", "for", "note"):
                opened.append(_Open(at, at.tones))
            at = _branch(opened[-1], tag)
        yield at


def _branch(opened: _Open, tag: Mark) -> Branch:
    tones = opened.left
    if "tone" in tag.rest:
        may, may_not = _tones(tag.rest)
        tones, opened.left = opened.left & may, opened.left & may_not
    opened.tags = f"{opened.tags} {tag.written}".strip()
    return Branch((*opened.around.tags, opened.tags), tones)


@lru_cache(maxsize=1000)
def _tones(condition: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tones in which a condition may hold, and those in which it may not."""
    read = condition_of(condition)
    answers = {tone: None if read is None else decide(read, _SCOPES[tone]) for tone in TONES}
    may = frozenset(tone for tone, answer in answers.items() if answer is not False)
    return may, frozenset(tone for tone, answer in answers.items() if answer is not True)
