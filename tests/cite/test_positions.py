"""Positions: first, subsequent, ibid, ibid with a locator, near note (CSL 1.0.2, "Choose": position)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.cite.positions import FIRST, IBID, IBID_WITH_LOCATOR, NEAR_NOTE, SUBSEQUENT, Placed, first_notes, standings

ORDER = (IBID_WITH_LOCATOR, IBID, NEAR_NOTE, SUBSEQUENT, FIRST)


def place(*cites: str, note: int, alone: bool = True) -> Placed:
    """A citation in a note; a cite is "a" or "a 22"."""
    return Placed(note, tuple((one.split()[0], ("article", one.split()[1]) if " " in one else ("", "")) for one in cites), alone)


def nearest(citations: Sequence[Placed], near: int = 5) -> list[list[str]]:
    """Of each cite, the position that a style would test first."""
    return [[next(one for one in ORDER if one in cite.positions) for cite in cites] for cites in standings(citations, near)]


@pytest.mark.parametrize(
    ("second", "position"),
    [
        ("a", IBID),
        ("a 22", IBID_WITH_LOCATOR),
        ("b", FIRST),
    ],
)
def test_after_a_citation_without_a_locator(second: str, position: str) -> None:
    assert nearest([place("a", note=1), place(second, note=2)])[1] == [position]


@pytest.mark.parametrize(("second", "position"), [("a 22", IBID), ("a 19", IBID_WITH_LOCATOR), ("a", NEAR_NOTE)])
def test_after_a_citation_with_a_locator(second: str, position: str) -> None:
    assert nearest([place("a 22", note=1), place(second, note=2)])[1] == [position]


@pytest.mark.parametrize(
    "between",
    [
        place("b", note=2),
        place("a", "b", note=2),
        place(note=2),
        place("a", note=2, alone=False),
    ],
)
def test_what_breaks_ibid(between: Placed) -> None:
    assert nearest([place("a", note=1), between, place("a", note=3)])[2] == [NEAR_NOTE]


def test_a_note_that_no_one_cites_in_breaks_ibid() -> None:
    assert nearest([place("a", note=1), place("a", note=3)])[1] == [NEAR_NOTE]


def test_ibid_within_a_citation_and_after_one_that_cites_the_same_twice() -> None:
    assert nearest([place("a", "a 2", note=1), place("a 2", note=2)]) == [[FIRST, IBID_WITH_LOCATOR], [IBID]]


def test_two_citations_in_one_note_follow_each_other() -> None:
    assert nearest([place("b", note=1), place("a", note=2), place("a", note=2)]) == [[FIRST], [FIRST], [IBID]]
    assert nearest([place("b", note=1), place("a", note=1), place("a", note=2)])[2] == [NEAR_NOTE]


def test_citations_in_the_text_follow_each_other_and_not_notes() -> None:
    assert nearest([place("a", note=0), place("b", note=1), place("a", note=0)])[2] == [IBID]
    assert nearest([place("a", note=1), place("a", note=0)])[1] == [SUBSEQUENT]


@pytest.mark.parametrize(("distance", "position"), [(2, NEAR_NOTE), (1, SUBSEQUENT), (0, SUBSEQUENT)])
def test_near_notes_are_near_the_last_citation_by_the_styles_distance(distance: int, position: str) -> None:
    assert nearest([place("a", note=1), place("b", note=2), place("a", note=3)], distance)[2] == [position]


def test_near_is_counted_from_the_last_citation_and_the_note_number_from_the_first() -> None:
    found = standings([place("a", note=1), place("a", note=20), place("b", note=21), place("a", note=22)])[3][0]
    assert NEAR_NOTE in found.positions
    assert found.first_note == 1


names = st.sampled_from(("a", "b", "c"))
pins = st.sampled_from(("", " 1", " 2"))
cites = st.lists(st.builds("{}{}".format, names, pins), max_size=3)


@given(st.lists(st.tuples(cites, st.integers(0, 2), st.booleans()), max_size=12))
def test_in_any_document_the_first_is_first_once_and_ibid_is_what_came_before(rows: list[tuple[list[str], int, bool]]) -> None:
    note, placed = 1, []
    for some, step, alone in rows:
        note += step
        placed.append(place(*some, note=note, alone=alone))
    found, first, seen = standings(placed), first_notes(placed), set()
    for citation, standing in zip(placed, found, strict=True):
        for (name, _), cite in zip(citation.cites, standing, strict=True):
            assert (cite.positions == {FIRST}) is (name not in seen)
            assert cite.first_note == (first[name] if name in seen else 0)
            assert SUBSEQUENT in cite.positions or name not in seen
            assert IBID in cite.positions or IBID_WITH_LOCATOR not in cite.positions
            seen.add(name)
