"""Reading dates of CSL-JSON, and dates as people write them."""

from __future__ import annotations

from typing import Any

import pytest

from briefkit.cite.dates import Dated, Day, parse_date, read_date


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ({"date-parts": [[1966, 12, 16]]}, Dated(Day(1966, 12, 16))),
        ({"date-parts": [["1966", "12"]]}, Dated(Day(1966, 12))),
        ({"date-parts": [[1966]], "season": 1}, Dated(Day(1966, season=1))),
        ({"date-parts": [[1966]], "season": "Winter"}, Dated(Day(1966, season=4))),
        ({"date-parts": [[1966, 14]]}, Dated(Day(1966, season=2))),
        ({"date-parts": [[1966, 23]]}, Dated(Day(1966, season=3))),
        ({"date-parts": [[1966, 17]]}, Dated(Day(1966))),
        ({"date-parts": [[1966, 2, 41]]}, Dated(Day(1966, 2))),
        ({"date-parts": [[-44, 3, 15]]}, Dated(Day(-44, 3, 15))),
        ({"date-parts": [[2001], [2003]]}, Dated(Day(2001), Day(2003))),
        ({"date-parts": [[2001], [0]]}, Dated(Day(2001), open=True)),
        ({"date-parts": [[2001]], "circa": True}, Dated(Day(2001), circa=True)),
        ({"date-parts": [[2001]], "circa": "0"}, Dated(Day(2001))),
        ({"year": 2001, "month": "5"}, Dated(Day(2001, 5))),
        ({"literal": "no date", "circa": 1}, Dated(literal="no date", circa=True)),
        ({"raw": "circa 2001"}, Dated(Day(2001), circa=True)),
        ({"raw": "2001?", "circa": False}, Dated(Day(2001), circa=True)),
        ({"season": "Michaelmas term"}, Dated(literal="Michaelmas term")),
    ],
)
def test_dates_of_csl_json(value: Any, read: Dated) -> None:
    assert read_date(value) == read


@pytest.mark.parametrize(
    "value", [None, {}, [], 1.5, {"date-parts": []}, {"date-parts": "2001"}, {"date-parts": ["2001"]}, {"raw": " "}, ""]
)
def test_what_is_no_date_is_none(value: Any) -> None:
    assert read_date(value) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1966-12-16", Dated(Day(1966, 12, 16))),
        ("1966-12", Dated(Day(1966, 12))),
        ("21 December 2002", Dated(Day(2002, 12, 21))),
        ("Dec. 21, 2002", Dated(Day(2002, 12, 21))),
        ("December 2002", Dated(Day(2002, 12))),
        ("Summer 2010", Dated(Day(2010, season=2))),
        ("5/21/2010", Dated(Day(2010, 5, 21))),
        ("44 BC", Dated(Day(-44))),
        ("2001/2003", Dated(Day(2001), Day(2003))),
        ("2001-2003", Dated(Day(2001), Day(2003))),
        ("2001/", Dated(Day(2001), open=True)),
        ("May-June 2000", Dated(Day(2000, 5), Day(2000, 6))),
        ("5-7 May 2000", Dated(Day(2000, 5, 5), Day(2000, 5, 7))),
        ("10-12-1998 and so on", Dated(literal="10-12-1998 and so on")),
        ("in the spring term", Dated(literal="in the spring term")),
        ("²", Dated(literal="²")),
        ("9" * 5000, Dated(literal="9" * 5000)),
        ("21st of May 2002", Dated(Day(2002, 5, 21))),
    ],
)
def test_dates_written_out(text: str, read: Dated) -> None:
    assert parse_date(text) == read


def test_dates_sort_from_bc_on_and_a_year_before_its_months() -> None:
    days = [Day(-44, 3), Day(33), Day(1966), Day(1966, season=1), Day(1966, 12, 1), Day(1966, 12, 16)]
    keys = [Dated(day).sort_key for day in days]
    assert keys[0] < keys[1] < keys[2] < min(keys[3:])
    assert keys[4] < keys[5]
