"""Positions: how each citation of a document stands to those before it (CSL 1.0.2, "Choose": position).

The document is seen whole: its notes in order, free notes among them. What citeproc computes while it renders is not used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.tree import Locator, Ref

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR, NEAR_NOTE = "first", "subsequent", "ibid", "ibid-with-locator", "near-note"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the style may ask about a citation: the positions that are true of it, and the note that first cites its authority."""

    positions: frozenset[str] = frozenset((FIRST,))
    first_note: int = 0


UNCITED = Standing()


@dataclass(frozen=True, slots=True)
class Cited:
    """What positions need to know of one citation."""

    authority: str
    locator: Locator | None

    @classmethod
    def of(cls, ref: Ref) -> Cited:
        return cls(ref.authority, ref.locator)


Notes = Sequence[Sequence[Cited]]  # the citations of note 1, of note 2, ...


def first_notes(notes: Notes) -> dict[str, int]:
    """The number of the first note that cites each authority."""
    first: dict[str, int] = {}
    for number, note in enumerate(notes, start=1):
        for cited in note:
            first.setdefault(cited.authority, number)
    return first


def standings(notes: Notes, near: int) -> list[list[Standing]]:
    """The standing of every citation, note by note; `near` is the style's near-note-distance."""
    first = first_notes(notes)
    last: dict[str, int] = {}
    found: list[list[Standing]] = []
    for number, note in enumerate(notes, start=1):
        previous = _only(notes[number - 2]) if number > 1 else None
        found.append([])
        for cited in note:
            positions = _positions(cited, previous, last.get(cited.authority), number, near)
            found[-1].append(Standing(positions, first[cited.authority] if SUBSEQUENT in positions else 0))
            last[cited.authority] = number
            previous = cited
    return found


def _only(note: Sequence[Cited]) -> Cited | None:
    return note[0] if len(note) == 1 else None


def _positions(cited: Cited, previous: Cited | None, last_note: int | None, number: int, near: int) -> frozenset[str]:
    if last_note is None:
        return frozenset((FIRST,))
    close = {NEAR_NOTE} if number - last_note <= near else set()
    return frozenset({SUBSEQUENT} | close | _repeats(cited, previous))


def _repeats(cited: Cited, previous: Cited | None) -> set[str]:
    if previous is None or previous.authority != cited.authority:
        return set()
    if previous.locator == cited.locator:
        return {IBID}
    return {IBID, IBID_WITH_LOCATOR} if cited.locator else set()
