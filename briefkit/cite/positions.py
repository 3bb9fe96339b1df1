"""Positions: where a citation stands among the others of the document (CSL 1.0.2, "Choose": position; "Note Distance")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR, NEAR_NOTE = "first", "subsequent", "ibid", "ibid-with-locator", "near-note"


@dataclass(frozen=True, slots=True)
class Placed:
    """A citation as positions see it: the note it stands in (0: in the text), and of each cite the item and its pinpoint."""

    note: int
    cites: tuple[tuple[str, tuple[str, str]], ...]  # id, (label, locator)
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
    found: list[list[Standing]] = []
    for at, citation in enumerate(citations):
        here: list[Standing] = []
        for number, (name, pinpoint) in enumerate(citation.cites):
            if name not in first_note:
                here.append(Standing(frozenset({FIRST})))
            else:
                positions = {SUBSEQUENT, *_ibid(citations, at, number, name, pinpoint)}
                if citation.note and citation.note - last_note[name] <= near:
                    positions.add(NEAR_NOTE)
                here.append(Standing(frozenset(positions), first_note[name]))
            first_note.setdefault(name, citation.note)
            last_note[name] = citation.note
        found.append(here)
    return found


def _ibid(citations: Sequence[Placed], at: int, number: int, name: str, pinpoint: tuple[str, str]) -> set[str]:
    previous = citations[at].cites[number - 1] if number else _before(citations, at)
    if previous is None or previous[0] != name:
        return set()
    before = previous[1]
    if before == pinpoint:
        return {IBID}
    return {IBID, IBID_WITH_LOCATOR} if pinpoint[1] else set()


def _before(citations: Sequence[Placed], at: int) -> tuple[str, tuple[str, str]] | None:
    """The cite before a citation, if its note (or the citation before it in the text) cites one item alone."""
    here = citations[at]
    earlier = [one for one in citations[:at] if bool(one.note) == bool(here.note)]
    if not earlier or (here.note and earlier[-1].note not in {here.note, here.note - 1}):
        return None
    last = earlier[-1]
    same_note = [one for one in citations[:at] if one.note == last.note] if last.note else [last]
    if not all(one.alone for one in same_note):
        return None
    cites = [cite for citation in (same_note if last.note != here.note else [last]) for cite in citation.cites]
    return cites[-1] if cites and len({cite[0] for cite in cites}) == 1 else None
