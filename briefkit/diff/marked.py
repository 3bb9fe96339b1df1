"""The words of a passage with marks around what is gone and what is new: [-old-]{+new+}, as git's word diff has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefkit.diff.comparison import Comparison, Entry
from briefkit.diff.languages import TextsBeside
from briefkit.diff.said import Tell, in_one_line
from briefkit.diff.words import Passage, Piece, in_context
from briefkit.messages import Message, say, say_count

Marked = tuple[str, str]  # some words, and how they look: "", "head", "deleted", "inserted"
Line = tuple[Marked, ...]


def to_show(passage: Passage, around: int) -> tuple[Piece, ...]:
    """What is shown of a passage: some words around each change. Sentences that went or came together have one mark around them all."""
    kinds = groupby(in_context(passage.pieces, around), key=lambda piece: (piece.same, piece.moved))
    return tuple(piece for (same, moved), run in kinds for piece in (run if same else (_joined(tuple(run), moved),)))


def _joined(run: tuple[Piece, ...], moved: bool) -> Piece:
    return Piece("".join(one.old for one in run), "".join(one.new for one in run), same=False, moved=moved)


def languages_of(entry: Entry) -> tuple[str, ...]:
    """The two languages of a clause that are compared with each other: their words are neither gone nor new, and have no marks."""
    return next((change.languages for change in entry.changes if isinstance(change, TextsBeside)), ())


def in_numbers(comparison: Comparison) -> tuple[Message, ...]:
    """What changed, in numbers; of two languages, at how many places they differ."""
    if not comparison.beside:
        return comparison.summary
    number = sum(change.weight != "form" for entry in comparison.entries for change in entry.changes)
    return (say_count("{number} difference", "{number} differences", number),)


def old_words(passage: Passage) -> str:
    """What the old text says, or the text in the first of two languages."""
    return "".join(piece.old for piece in passage.pieces)


def new_words(passage: Passage) -> str:
    return "".join(piece.new for piece in passage.pieces)


def inline(pieces: Iterable[Piece], tell: Tell) -> Iterator[Marked]:
    """Both texts in one. The space behind a word stays outside its mark."""
    for piece in pieces:
        if piece.same:
            yield in_one_line(piece.new, ends=True), ""
            continue
        yield from _deleted(piece, tell)
        yield from _inserted(piece, tell)
        if (piece.new or piece.old)[-1:].isspace():
            yield " ", ""


def old_side(pieces: Iterable[Piece], tell: Tell) -> Iterator[Marked]:
    """The old text, in which what is gone is marked."""
    for piece in pieces:
        yield from _deleted(piece, tell) if not piece.same else ((in_one_line(piece.old), ""),)
        yield (" " if piece.old[-1:].isspace() else ""), ""


def new_side(pieces: Iterable[Piece], tell: Tell) -> Iterator[Marked]:
    """The new text, in which what is new is marked."""
    for piece in pieces:
        yield from _inserted(piece, tell) if not piece.same else ((in_one_line(piece.new), ""),)
        yield (" " if piece.new[-1:].isspace() else ""), ""


def _deleted(piece: Piece, tell: Tell) -> Iterator[Marked]:
    words = in_one_line(piece.old)
    if words:
        yield f"[-{in_one_line(tell(say('moved away:')))} {words}-]" if piece.moved else f"[-{words}-]", "deleted"


def _inserted(piece: Piece, tell: Tell) -> Iterator[Marked]:
    words = in_one_line(piece.new)
    if words:
        yield f"{{+{in_one_line(tell(say('moved here:')))} {words}+}}" if piece.moved else f"{{+{words}+}}", "inserted"
