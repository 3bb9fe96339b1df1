"""Positions: where a citation stands among the others of the document (CSL 1.0.2, "Choose": position; "Note Distance")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR, NEAR_NOTE = "first", "subsequent", "ibid", "ibid-with-locator", "near-note"


Cite = tuple[str, tuple[str, str]]  # an item, and its pinpoint: label and locator


@dataclass(frozen=True, slots=True)
class Placed:
    """A citation as positions see it: the note it stands in (0: in the text), and of each cite the item and its pinpoint."""

    note: int
    cites: tuple[Cite, ...]
    alone: bool = True  # there is nothing in its note but these


@dataclass(frozen=True, slots=True)
class Standing:
    """What a style may ask about a cite: the positions that are true of it, and the note that first cites its item."""

    positions: frozenset[str] = frozenset({"first"})
    first_note: int = 0


def first_notes(citations: Sequence[Placed]) -> dict[str, int]:
    """The number of the first note that cites each item."""
    first: dict[str, int] = {}
    for citation in citations:
        for name, _ in citation.cites:
            first.setdefault(name, citation.note)
    return first


def standings(citations: Sequence[Placed], near: int = 5) -> list[list[Standing]]:
    """The standing of each cite of each citation, in document order."""
    first_note: dict[str, int] = {}
    last_note: dict[str, int] = {}
    before = _Before()
    found: list[list[Standing]] = []
    for citation in citations:
        here: list[Standing] = []
        previous = before.last_cite(citation)
        for name, pinpoint in citation.cites:
            if name not in first_note:
                here.append(Standing())
            else:
                close = {NEAR_NOTE} if citation.note and citation.note - last_note[name] <= near else set()
                here.append(Standing(frozenset({SUBSEQUENT, *close, *_ibid(previous, name, pinpoint)}), first_note[name]))
            first_note.setdefault(name, citation.note)
            last_note[name] = citation.note
            previous = (name, pinpoint)
        before.add(citation)
        found.append(here)
    return found


def _ibid(previous: Cite | None, name: str, pinpoint: tuple[str, str]) -> set[str]:
    if previous is None or previous[0] != name:
        return set()
    if previous[1] == pinpoint:
        return {IBID}
    return {IBID, IBID_WITH_LOCATOR} if pinpoint[1] else set()


class _Before:
    """What was cited last: in the text and in notes apart, since a reader follows each by itself."""

    def __init__(self) -> None:
        self._note: list[Placed] = []  # the citations of the last note that had any place in the document
        self._text: list[Placed] = []  # the last citation in the text

    def add(self, citation: Placed) -> None:
        if not citation.note:
            self._text = [citation]
        elif self._note and self._note[-1].note == citation.note:
            self._note.append(citation)
        else:
            self._note = [citation]

    def last_cite(self, here: Placed) -> Cite | None:
        """The cite that "ibid" in a citation would mean: its note, or the one before it, cites one item and says nothing else."""
        earlier = self._note if here.note else self._text
        if not earlier or (here.note and earlier[-1].note not in {here.note, here.note - 1}):
            return None
        if here.note == earlier[-1].note:
            earlier = earlier[-1:]
        cites = [cite for citation in earlier for cite in citation.cites]
        alone = all(citation.alone for citation in earlier)
        return cites[-1] if alone and cites and len({name for name, _ in cites}) == 1 else None
