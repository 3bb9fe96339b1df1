"""A document as its reader meets it, piece by piece, and where two documents read differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from briefkit.diff.words import runs
from briefkit.tree import AnnexRef, ClauseText, Count, CountRef, Inline, Note, NoteRef, Opinion, Paragraph, ParagraphRef, Text
from briefkit.walk import blocks_within, inlines_within, own_inlines, plain, rewrite_inlines

_SPACES = re.compile("[ \t\n]+")  # no others: one that does not break is put on purpose


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, a heading or a cell of a table: its words, those of its notes, its number, and the clause that it comes from."""

    words: str
    notes: tuple[str, ...] = ()
    number: int = 0
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A piece of the old document and what stands in its place in the new one; one of them is None where there is none."""

    old: Piece | None
    new: Piece | None

    @property
    def clause(self) -> str:
        """The clause that it comes from; empty for the case's own text, and for what is made of the case."""
        piece = self.old if self.new is None else self.new
        return piece.clause if piece else ""

    @property
    def clauses(self) -> frozenset[str]:
        """The clauses that either piece comes from."""
        return frozenset(piece.clause for piece in (self.old, self.new) if piece)

    @property
    def is_in_notes_alone(self) -> bool:
        return self.old is not None and self.new is not None and self.old.words == self.new.words


def pieces_of(opinion: Opinion) -> tuple[Piece, ...]:
    """What a reader meets, from the title on."""
    return tuple(piece for piece in _pieces(opinion) if piece.words.strip() or piece.notes)


def _pieces(opinion: Opinion) -> Iterator[Piece]:
    yield _piece(opinion.title)
    for block in opinion.blocks:
        clause = block.clause if isinstance(block, ClauseText) else ""
        for one in blocks_within((block,)):
            yield _piece(own_inlines(one), one.number if isinstance(one, Paragraph) else 0, clause)


def _piece(line: Iterable[Inline], number: int = 0, clause: str = "") -> Piece:
    line = rewrite_inlines(line, _without_numbers)
    notes = tuple(_read(one.children) for one in inlines_within(line) if isinstance(one, Note))
    return Piece(_read(line), notes, number, clause)


def _read(line: Iterable[Inline]) -> str:
    """The words of a line; nobody reads how many spaces stand between two."""
    return _SPACES.sub(" ", plain(line))


def _without_numbers(inline: Inline) -> tuple[Inline, ...]:
    """A reference by what it leads to: the number that it prints moves with every note or paragraph before it."""
    match inline:
        case ParagraphRef() | CountRef() | AnnexRef():
            return (Text(f"#{inline.target}"),)
        case NoteRef():
            return (Text(f"@{inline.authority}"),)
        case Count():
            return (Text(f"#{inline.name}"),)
        case _:
            return (inline,)


def differences(old: Sequence[Piece], new: Sequence[Piece]) -> tuple[Difference, ...]:
    """Where two documents read differently. A piece of which only the notes changed is set beside its own."""
    found: list[Difference] = []
    for same, (start, end), (begin, stop) in runs([_words(one) for one in old], [_words(one) for one in new]):
        before, after = old[start:end], new[begin:stop]
        if same:
            found += [Difference(one, other) for one, other in zip(before, after, strict=True) if one.notes != other.notes]
        else:
            found += _unlike(before, after)
    return tuple(found)


def _words(piece: Piece) -> str:
    return f"{piece.clause}\n{piece.words}"


def _unlike(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Difference]:
    """Pieces that face each other, clause by clause: nothing of one clause stands in the place of another's text."""
    for clause in dict.fromkeys(piece.clause for piece in (*old, *new)):
        before, after = ([piece for piece in pieces if piece.clause == clause] for pieces in (old, new))
        yield from (Difference(one, other) for one, other in zip_longest(before, after))
