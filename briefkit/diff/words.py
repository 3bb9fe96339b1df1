"""Two texts word by word: paragraphs aligned first, then the words within each pair."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

_WORD = re.compile(r"\s+|(?:\{[%{]|[%}]\}|(?:(?!\{[%{]|[%}]\})\S)+)\s*")  # a template's braces are words of their own
_PARAGRAPH = re.compile(r".+?(?:\n[ \t]*\n\s*|\Z)", re.DOTALL)
ALIKE = 0.5  # paragraphs that share less than this are shown as two, one deleted and one inserted
MOST = 4_000_000  # pairs of words (or of paragraphs) that are compared one by one; beyond it frequent ones are no anchors


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words. Where they are the `same`, `old` and `new` may differ in spaces and line ends alone.

    One that is `moved` is a sentence that stands unchanged elsewhere in the other text: as `old` where it was, as `new` where it is.
    """

    old: str
    new: str
    same: bool
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the old text, of the new one, or of both; `line` tells where it begins, in the new text unless it is deleted."""

    pieces: tuple[Piece, ...]
    line: int

    @property
    def is_changed(self) -> bool:
        return any(not piece.same for piece in self.pieces)


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces whose `old` joined give the old text, and whose `new` joined give the new one."""
    first, second = _WORD.findall(old), _WORD.findall(new)
    pieces: list[Piece] = []
    for same, (start, end), (begin, stop) in _runs([one.strip() for one in first], [one.strip() for one in second]):
        pieces.append(Piece("".join(first[start:end]), "".join(second[begin:stop]), same))
    return tuple(pieces)


def compare_texts(old: str, new: str) -> tuple[Passage, ...]:
    """The paragraphs of both texts in order, each with its pieces; joined, they give both texts back."""
    first, second = _PARAGRAPH.findall(old), _PARAGRAPH.findall(new)
    old_lines, new_lines = _Lines(old), _Lines(new)
    passages: list[Passage] = []
    was = now = 0
    for before, after in _aligned(first, second):
        line = new_lines.at(now) if after else old_lines.at(was)
        passages.append(Passage(compare_words(before, after), line))
        was, now = was + len(before), now + len(after)
    return tuple(passages)


def counted(passages: Iterable[Passage]) -> tuple[int, int]:
    """How many words are deleted, and how many inserted; those that only moved are neither."""
    changed = [piece for passage in passages for piece in passage.pieces if not piece.same and not piece.moved]
    return sum(len(piece.old.split()) for piece in changed), sum(len(piece.new.split()) for piece in changed)


class _Lines:
    """The line of each character of a text, counted from 1."""

    def __init__(self, text: str) -> None:
        self.starts = [found.end() for found in re.finditer("\n", text)]

    def at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) + 1


Range = tuple[int, int]


def _runs(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[bool, Range, Range]]:
    """What is the same and what is not, in order. What both begin and end with is found without any search."""
    head = _common(first, second)
    tail = min(_common(first[::-1], second[::-1]), min(len(first), len(second)) - head)
    old, new = first[head : len(first) - tail], second[head : len(second) - tail]
    if head:
        yield True, (0, head), (0, head)
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > MOST)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        yield tag == "equal", (head + start, head + end), (head + begin, head + stop)
    if tail:
        yield True, (len(first) - tail, len(first)), (len(second) - tail, len(second))


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


# --- paragraphs -----------------------------------------------------------------------------------


def _aligned(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The paragraphs of both texts in pairs; the empty text stands where one has no counterpart."""
    for same, (start, end), (begin, stop) in _runs([one.strip() for one in first], [one.strip() for one in second]):
        old, new = first[start:end], second[begin:stop]
        yield from zip(old, new, strict=True) if same else _paired(old, new)


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs that share the most words, in order; where there are too many to try them all, one after another."""
    if len(old) * len(new) * 50 > MOST:
        yield from zip_longest(old, new, fillvalue="")
        return
    likeness = _likeness(old, new)
    at, below = 0, 0
    for one, other in (*_best(likeness), (len(old), len(new))):
        yield from ((paragraph, "") for paragraph in old[at:one])
        yield from (("", paragraph) for paragraph in new[below:other])
        if one < len(old):
            yield old[one], new[other]
        at, below = one + 1, other + 1


def _likeness(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    words, others = [Counter(one.split()) for one in old], [Counter(one.split()) for one in new]
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


# --- in context -----------------------------------------------------------------------------------


def in_context(pieces: Iterable[Piece], around: int) -> tuple[Piece, ...]:
    """The pieces with what is the same cut down to some words around each change; “…” stands for the rest."""
    runs = [(same, tuple(run)) for same, run in groupby(pieces, key=lambda piece: piece.same)]
    shown: list[Piece] = []
    for number, (same, run) in enumerate(runs):
        if not same:
            shown += run
            continue
        text = _cut("".join(piece.new for piece in run), around, number > 0, number < len(runs) - 1)
        shown.append(Piece(text, text, same=True))
    return tuple(shown)


def _cut(text: str, around: int, after: bool, before: bool) -> str:
    """The words after the change before them, and before the change after them."""
    words = _WORD.findall(text)
    kept_first, kept_last = (around if after else 0), (around if before else 0)
    if len(words) <= kept_first + kept_last + 1:
        return text
    return "".join(words[:kept_first]) + "… " * (kept_first + kept_last > 0) + "".join(words[len(words) - kept_last :] if kept_last else ())
