"""Two passages word by word, and what is shown of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

_WORD = re.compile(r"\s+|(?:\{[%{]|[%}]\}|(?:(?!\{[%{]|[%}]\})\S)+)\s*")  # a template's braces are words of their own
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


@lru_cache(maxsize=64)  # the same sentence is asked for its tones, and then to be shown
def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces whose `old` joined give the old text, and whose `new` joined give the new one."""
    first, second = _WORD.findall(old), _WORD.findall(new)
    pieces: list[Piece] = []
    for same, (start, end), (begin, stop) in runs([one.strip() for one in first], [one.strip() for one in second]):
        pieces.append(Piece("".join(first[start:end]), "".join(second[begin:stop]), same))
    return tuple(pieces)


def has_same_words(old: str, new: str) -> bool:
    """Whether two texts differ in spaces and line ends at most. What both begin with is not cut into words, nor what tells nothing more."""
    start = _same_beginning(old, new)
    while start and not old[start - 1].isspace():
        start -= 1
    one, other = old[start:], new[start:]
    return one.split(None, 2)[:2] == other.split(None, 2)[:2] and one.split() == other.split()


def _same_beginning(old: str, new: str) -> int:
    """How many characters both begin with."""
    least, most = 0, min(len(old), len(new))
    while least < most:
        middle = (least + most + 1) // 2
        if old[least:middle] == new[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def counted(passages: Iterable[Passage]) -> tuple[int, int]:
    """How many words are deleted, and how many inserted; those that only moved are neither."""
    changed = [piece for passage in passages for piece in passage.pieces if not piece.same and not piece.moved]
    return sum(len(piece.old.split()) for piece in changed), sum(len(piece.new.split()) for piece in changed)


Range = tuple[int, int]


def runs(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[bool, Range, Range]]:
    """What is the same and what is not, in order. What both begin and end with is found without any search."""
    head = common(first, second)
    tail = min(common(first[::-1], second[::-1]), min(len(first), len(second)) - head)
    old, new = first[head : len(first) - tail], second[head : len(second) - tail]
    if head:
        yield True, (0, head), (0, head)
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > MOST)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        yield tag == "equal", (head + start, head + end), (head + begin, head + stop)
    if tail:
        yield True, (len(first) - tail, len(first)), (len(second) - tail, len(second))


def common(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words, or paragraphs, both begin with."""
    number = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        number += 1
    return number


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
