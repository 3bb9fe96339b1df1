"""Two texts aligned: their paragraphs first, then the sentences within each pair, then the words of those that are not the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from briefkit.diff.words import MOST, Passage, Piece, common, compare_words, runs
from briefkit.sentences import only_tags, sentences_in

_GAP = re.compile(r"\n[ \t]*\n\s*")
_WORD = re.compile(r"\w+")
_CITATION = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")
ALIKE = 0.5  # what shares less of its words than this is shown as two, one deleted and one inserted
FEW = 3  # words; a shorter sentence that stands elsewhere as well is no move


@dataclass(frozen=True, slots=True)
class Facing:
    """A sentence of the old text and its counterpart in the new one; one of them is empty where there is none.

    `was` and `now` are their places in the whole texts. It `is_changed` where more than spaces differ. A sentence without a counterpart
    may be `moved`: it stands elsewhere.
    """

    old: str
    new: str
    was: int
    now: int
    is_changed: bool
    moved: bool = False

    @property
    def is_pair(self) -> bool:
        return bool(self.old and self.new)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        if self.is_pair:
            return compare_words(self.old, self.new) if self.is_changed else (Piece(self.old, self.new, same=True),)
        return (Piece(self.old, self.new, same=False, moved=self.moved),)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of both texts, or of one, as its sentences, and those of them that changed; `line` as in a passage."""

    facing: tuple[Facing, ...]
    changed: tuple[Facing, ...]
    line: int

    @property
    def was(self) -> int:
        return self.facing[0].was

    @property
    def now(self) -> int:
        return self.facing[0].now

    @property
    def old(self) -> str:
        return "".join(one.old for one in self.facing)

    @property
    def new(self) -> str:
        return "".join(one.new for one in self.facing)

    @property
    def passage(self) -> Passage:
        return Passage(tuple(piece for one in self.facing for piece in one.pieces), self.line)


Place = Callable[[int], Hashable]  # what has to be the same of two places for a sentence to move from one to the other


def _anywhere(offset: int) -> None:
    """A text without branches."""


def compare_texts(old: str, new: str) -> tuple[Passage, ...]:
    """The paragraphs of both texts in order, each with its pieces; joined, they give both texts back."""
    return tuple(row.passage for row in align(old, new))


def align(old: str, new: str, was_at: Place = _anywhere, now_at: Place = _anywhere, briefly: bool = False) -> tuple[Row, ...]:
    """The rows of both texts in order; joined, they give both texts back. What moved between places that are unlike did not move.

    Briefly, what both texts begin and end with is one row each, however many paragraphs it has: for whoever shows only what changed.
    """
    old_lines, new_lines = _Lines(old), _Lines(new)
    rows: list[Row] = []
    was = now = 0
    for before, after in (_briefly if briefly else _facing)(_paragraphs(old), _paragraphs(new)):
        line = new_lines.at(now) if after else old_lines.at(was)
        rows.append(_row(tuple(_sentences(before, after, was, now)), line))
        was, now = was + len(before), now + len(after)
    return _with_moves(rows, lambda one: was_at(one.was) if one.old else now_at(one.now))


def _row(facing: tuple[Facing, ...], line: int) -> Row:
    return Row(facing, tuple(one for one in facing if one.is_changed), line)


def _paragraphs(text: str) -> list[str]:
    """The paragraphs with the blank lines behind them; joined, they are the text."""
    found: list[str] = []
    start = 0
    for gap in _GAP.finditer(text):
        if gap.start() > start:
            found.append(text[start : gap.end()])
            start = gap.end()
    return [*found, text[start:]] if start < len(text) else found


class _Lines:
    """The line of each character of a text, counted from 1."""

    def __init__(self, text: str) -> None:
        self.starts = list(accumulate(len(line) + 1 for line in text.split("\n")))

    def at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) + 1


def _sentences(old: str, new: str, was: int, now: int) -> Iterator[Facing]:
    """The sentences of two paragraphs; where nothing but spaces differs they stay whole."""
    pairs = [(old, new)] if _is_same(old, new) else _facing(sentences_in(old), sentences_in(new))
    for before, after in pairs:
        yield Facing(before, after, was, now, not _is_same(before, after))
        was, now = was + len(before), now + len(after)


def _is_same(old: str, new: str) -> bool:
    return old == new or old.split() == new.split()


# --- pairs ----------------------------------------------------------------------------------------


def _briefly(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[str, str]]:
    """As `_facing`, what is the same before and behind all changes in one pair each."""
    head, tail = _ends(first, second)
    before, behind = "".join(first[:head]), "".join(first[len(first) - tail :])
    yield from [(before, before)] if before else []
    yield from _facing(first[head : len(first) - tail], second[head : len(second) - tail])
    yield from [(behind, behind)] if behind else []


def _ends(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """How many both begin with, and how many of the others they end with."""
    head = common(first, second)
    return head, min(common(first[::-1], second[::-1]), min(len(first), len(second)) - head)


def _facing(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The paragraphs, or sentences, of both texts in pairs; the empty text stands where one has no counterpart."""
    head, tail = _ends(first, second)
    old, new = first[head : len(first) - tail], second[head : len(second) - tail]
    yield from zip(first[:head], second, strict=False)
    for same, (start, end), (begin, stop) in runs([_even(one) for one in old], [_even(one) for one in new]):
        yield from zip(old[start:end], new[begin:stop], strict=True) if same else _paired(old[start:end], new[begin:stop])
    yield from zip(first[len(first) - tail :], second[len(second) - tail :], strict=True)


def _even(text: str) -> str:
    return " ".join(text.split())


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs that share the most words, in order; where there are too many to try them all, one after another."""
    if len(old) * len(new) * 50 > MOST:
        yield from zip_longest(old, new, fillvalue="")
        return
    at, below = 0, 0
    for one, other in (*_best(_likeness(old, new)), (len(old), len(new))):
        yield from ((paragraph, "") for paragraph in old[at:one])
        yield from (("", paragraph) for paragraph in new[below:other])
        if one < len(old):
            yield old[one], new[other]
        at, below = one + 1, other + 1


def words_in(text: str) -> list[str]:
    """The words of a text by which it is known again: its own, and those of its citations only where it has no others."""
    text = text.casefold()
    return _WORD.findall(_CITATION.sub(" ", text)) or _WORD.findall(text)


def _likeness(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    words, others = [Counter(words_in(one)) for one in old], [Counter(words_in(one)) for one in new]
    sizes, lengths = [one.total() for one in words], [one.total() for one in others]

    def alike(one: int, other: int) -> float:
        share = 2 * (words[one] & others[other]).total() / max(sizes[one] + lengths[other], 1)
        return share if share >= ALIKE else 0.0

    return [[alike(one, other) for other in range(len(new))] for one in range(len(old))]


def _best(likeness: list[list[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column), in order in both, whose likeness adds up to the most."""
    rows, columns = len(likeness), len(likeness[0]) if likeness else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            joined = likeness[row][column] + best[row + 1][column + 1] if likeness[row][column] else 0.0
            best[row][column] = max(joined, best[row + 1][column], best[row][column + 1])
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < rows and column < columns:
        if likeness[row][column] and best[row][column] == likeness[row][column] + best[row + 1][column + 1]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


# --- moves ----------------------------------------------------------------------------------------


def _with_moves(rows: Iterable[Row], place: Callable[[Facing], Hashable]) -> tuple[Row, ...]:
    """The rows with each sentence marked that is deleted in one place and inserted unchanged in another."""
    rows = tuple(rows)
    alone = [one for row in rows for one in row.facing if not one.is_pair and _is_telling(one.old or one.new)]
    inserted: dict[tuple[Hashable, str], deque[Facing]] = {}
    for one in alone:
        if one.new:
            inserted.setdefault((place(one), _even(one.new)), deque()).append(one)
    moved: set[int] = set()
    for one in alone:
        others = inserted.get((place(one), _even(one.old))) if one.old else None
        if others:
            moved |= {id(one), id(others.popleft())}
    return tuple(_marked(row, moved) for row in rows) if moved else rows


def _is_telling(sentence: str) -> bool:
    return not only_tags(sentence) and len(sentence.split()) >= FEW


def _marked(row: Row, moved: set[int]) -> Row:
    if not any(id(one) in moved for one in row.facing):
        return row
    return _row(tuple(replace(one, moved=id(one) in moved) for one in row.facing), row.line)
