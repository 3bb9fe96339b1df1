"""Items as nobody should write them: the right text or a diagnostic, and never a traceback."""

from __future__ import annotations

import time
from typing import Any

import pytest
from patience import PATIENCE

from briefkit.source import Source

from .desk import HOUSE, authority, cited, note, notes, read, ref
from .test_stylecheck import whole

EVERYTHING = Source(
    "own.csl",
    whole(
        '<text variable="title" quotes="true" text-case="title" font-style="italic"/><text variable="page"/><number variable="number"/>'
        '<label variable="number" form="short"/><number variable="edition" form="ordinal"/><number variable="volume" form="roman"/>'
        '<names variable="author"><name initialize-with="." name-as-sort-order="all" et-al-min="3" et-al-use-first="1"/></names>'
        '<date variable="issued" form="text"/><label variable="locator"/><text variable="locator"/><text value="end"/>',
        root='default-locale="en-US" page-range-format="chicago"',
    ),
)
LONG = {"words": "the right to associate ", "letters": "a", "digits": "1", "spaces": " ", "dashes": "-", "ranges": "1-2, ", "signs": "²"}


@pytest.mark.parametrize("piece", LONG)
@pytest.mark.parametrize("variable", ["title", "page", "number", "edition", "volume"])
def test_a_text_of_two_megabytes_is_printed(variable: str, piece: str) -> None:
    text = (LONG[piece] * 2_000_000)[:2_000_000] + "z"
    start = time.monotonic()
    found = cited(note(ref("a")), style=EVERYTHING, shelf=(authority({"id": "a", "type": "report", variable: text}),))
    assert time.monotonic() - start < PATIENCE
    assert found.diagnostics == ()
    printed = read(next(notes(found.value)).children)
    assert piece == "spaces" or len(printed) > 1_999_000
    assert printed.rstrip(".").endswith("end")


@pytest.mark.parametrize("piece", LONG)
def test_names_dates_and_pinpoints_of_two_megabytes(piece: str) -> None:
    text = (LONG[piece] * 2_000_000)[:500_000] + "z"
    item = {"id": "a", "type": "report", "author": [{"family": text, "given": text}], "issued": {"raw": text}}
    start = time.monotonic()
    found = cited(note(ref("a", f"page {text}")), style=EVERYTHING, shelf=(authority(item),))
    assert time.monotonic() - start < PATIENCE
    assert read(next(notes(found.value)).children).rstrip(".").endswith("end")


DATES: tuple[Any, ...] = (
    "not a date",
    "²",
    "9" * 5000,
    {"date-parts": [["²"]]},
    {"date-parts": [[None, None]]},
    {"date-parts": [[10**30, 13, 99]]},
    {"date-parts": [[float("nan")]]},
    {"date-parts": {"year": 2001}},
    {"date-parts": [[2001, 2], "x"]},
    {"raw": "30 February 2001"},
    {"raw": ["2001"]},
    {"literal": {"a": 1}},
    {"season": [], "year": "x"},
    [2001],
    True,
)


@pytest.mark.parametrize("date", DATES, ids=range(len(DATES)))
@pytest.mark.parametrize("style", [HOUSE, EVERYTHING], ids=["house", "everything"])
def test_a_date_that_is_not_one(date: Any, style: Source) -> None:
    item = {"id": "a", "type": "report", "title": "Views", "issued": date}
    found = cited(note(ref("a")), style=style, shelf=(authority(item),))
    assert found.diagnostics == ()
    assert "Views" in read(next(notes(found.value)).children)


@pytest.mark.parametrize("kind", ["unheard-of", "", None, 5, ["treaty"]])
def test_an_item_of_unknown_type_is_cited_by_what_it_has(kind: Any) -> None:
    item = {"id": "a", "type": kind, "title": "Views", "issued": "2001"}
    found = cited(note(ref("a")), shelf=(authority(item),))
    assert found.diagnostics == ()
    assert "Views" in read(next(notes(found.value)).children)


def test_an_item_without_anything_is_a_problem() -> None:
    found = cited(note(ref("a")), shelf=(authority({"id": "a"}),))
    assert [problem.code for problem in found.diagnostics] == ["citation-failed"]
    assert read(next(notes(found.value)).children) == "[not rendered: a]."


def test_an_unknown_id_is_named_and_not_zz() -> None:
    found = cited(note(ref("nobody")), style=EVERYTHING)
    assert read(next(notes(found.value)).children) == "[unknown: nobody]"
