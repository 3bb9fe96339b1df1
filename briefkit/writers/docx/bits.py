"""The passages of a comparison as bits to track: words with spaces or line ends between them, and moves by name."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence

from briefkit.diff.words import Passage, Piece
from briefkit.writers.docx.revisions import ARRIVES, COMES, GOES, LEAVES, Bit

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"((?:\{[%{]|[%}]\}|(?:(?!\{[%{]|[%}]\})\S)+))(\s*)")

Moves = dict[int, str]  # the name of a move, by the identity of the piece at either end of it


def moves_in(passages: Sequence[Passage], first: int = 1) -> Moves:
    """A name for each sentence that left one place and arrived at another; what has no other end is no move."""
    moved = [piece for passage in passages for piece in passage.pieces if piece.moved]
    arriving: dict[tuple[str, ...], deque[Piece]] = defaultdict(deque)
    for piece in moved:
        if piece.new.strip():
            arriving[tuple(piece.new.split())].append(piece)
    names: Moves = {}
    for piece in moved:
        others = arriving[tuple(piece.old.split())] if piece.old.strip() else None
        if others:
            names[id(piece)] = names[id(others.popleft())] = f"move{first + len(names) // 2}"
    return names


def bits_of(passage: Passage, moves: Moves) -> list[Bit]:
    """A paragraph of a text."""
    return [bit for piece in passage.pieces for bit in _bits(piece, moves.get(id(piece), ""))]


def lines_of(pieces: Iterable[Piece]) -> list[Bit]:
    """A value, in lines."""
    return [bit for piece in pieces for bit in _bits(piece, "")]


def _bits(piece: Piece, move: str) -> Iterator[Bit]:
    if piece.same and piece.old != piece.new:
        yield from _respaced(piece)
    elif piece.same:
        yield Bit(_spaced(piece.new))
    else:
        yield Bit(_spaced(piece.old), LEAVES if move else GOES, move)
        yield Bit(_spaced(piece.new), ARRIVES if move else COMES, move)


def _respaced(piece: Piece) -> Iterator[Bit]:
    """Words that are the same, with what stands between them where that is not."""
    for (word, before), (_, after) in zip(_WORD.findall(piece.old), _WORD.findall(piece.new), strict=True):
        yield Bit(word)
        one, other = _spaced(before), _spaced(after)
        yield from (Bit(one),) if one == other else (Bit(one, GOES), Bit(other, COMES))


def _spaced(text: str) -> str:
    """A text in which a line's end is one, other white space is a space, and what parts paragraphs is nothing."""
    return _SPACES.sub(lambda found: "" if found[0].count("\n") > 1 else "\n" if "\n" in found[0] else " ", text)
