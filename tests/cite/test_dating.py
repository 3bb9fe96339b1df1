"""Dates in print (CSL 1.0.2, "Date", "Date-part", "Date Ranges", "AD and BC", "Seasons")."""

from __future__ import annotations

from typing import Any

import pytest

from .small import listed, once

DAY = '<date-part name="day" suffix=" "/>'
MONTH = '<date-part name="month" suffix=" "/>'
YEAR = '<date-part name="year"/>'
OWN = f'<date variable="issued">{DAY}{MONTH}{YEAR}</date>'
UN = {"issued": {"date-parts": [[1945, 10, 24]]}}


def dated(*parts: list[int], **more: Any) -> dict[str, Any]:
    return {"issued": {"date-parts": list(parts), **more}}


@pytest.mark.parametrize(
    ("language", "form", "shown"),
    [
        ("en-US", "text", "October 24, 1945"),
        ("en-GB", "text", "24 October 1945"),
        ("de-DE", "text", "24. Oktober 1945"),
        ("en-US", "numeric", "10/24/1945"),
        ("de-DE", "numeric", "24.10.1945"),
        ("ru-RU", "numeric", "24.10.1945"),
        ("en-GB", "numeric", "24/10/1945"),
    ],
)
def test_localized_dates(language: str, form: str, shown: str) -> None:
    assert once(f'<date variable="issued" form="{form}"/>', UN, language=language) == shown


@pytest.mark.parametrize(("parts", "shown"), [("year", "1945"), ("year-month", "October 1945"), ("year-month-day", "24 October 1945")])
def test_a_localized_date_shows_the_parts_that_are_asked_for(parts: str, shown: str) -> None:
    assert once(f'<date variable="issued" form="text" date-parts="{parts}"/>', UN, language="en-GB") == shown


@pytest.mark.parametrize(
    ("name", "form", "shown"),
    [
        ("month", "short", "Oct."),
        ("month", "numeric", "10"),
        ("month", "numeric-leading-zeros", "10"),
        ("day", "numeric", "24"),
        ("day", "numeric-leading-zeros", "24"),
        ("day", "ordinal", "24th"),
        ("year", "short", "45"),
        ("year", "long", "1945"),
    ],
)
def test_forms_of_date_parts(name: str, form: str, shown: str) -> None:
    assert once(f'<date variable="issued"><date-part name="{name}" form="{form}"/></date>', UN) == shown


def test_leading_zeros() -> None:
    node = '<date variable="issued" delimiter="-"><date-part name="month" form="{0}"/><date-part name="day" form="{0}"/></date>'
    assert once(node.format("numeric-leading-zeros"), dated([2016, 8, 9])) == "08-09"


def test_months_may_lose_their_full_stops_and_take_another_case() -> None:
    node = '<date variable="issued"><date-part name="month" form="short" strip-periods="true" text-case="uppercase"/></date>'
    assert once(node, UN) == "OCT"


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        (([2016, 8, 9], [2016, 8, 12]), "9–12 August 2016"),
        (([2016, 8, 9], [2016, 9, 1]), "9 August–1 September 2016"),
        (([2016, 8, 9], [2017, 9, 1]), "9 August 2016–1 September 2017"),
        (([2016], [2017]), "2016–2017"),
        (([2016, 8], [2016, 9]), "August–September 2016"),
        (([2016, 8, 9], [2016, 8, 9]), "9 August 2016"),
        (([2016], [0]), "2016–"),
    ],
)
def test_ranges_name_once_what_their_ends_share(parts: tuple[list[int], ...], shown: str) -> None:
    assert once(OWN, dated(*parts)) == shown
    assert once('<date variable="issued" form="text"/>', dated(*parts), language="en-GB") == shown


def test_a_date_part_may_bring_its_own_range_delimiter() -> None:
    node = f'<date variable="issued">{DAY}{MONTH}<date-part name="year" range-delimiter="/"/></date>'
    assert once(node, dated([2016], [2017])) == "2016/2017"
    assert once(node, dated([2016, 8], [2016, 9])) == "August–September 2016"


@pytest.mark.parametrize(
    ("season", "language", "shown"), [(1, "en-US", "Spring 2016"), (4, "en-US", "Winter 2016"), (3, "ru-RU", "осень 2016")]
)
def test_seasons_stand_where_the_month_does(season: int, language: str, shown: str) -> None:
    assert once(OWN, dated([2016], season=season), language=language) == shown


@pytest.mark.parametrize(("year", "shown"), [(-44, "44 BC"), (79, "79 AD"), (999, "999 AD"), (1000, "1000"), (2016, "2016")])
def test_eras(year: int, shown: str) -> None:
    assert once(f'<date variable="issued">{YEAR}</date>', dated([year]), language="en-US") == shown


def test_words_stand_for_a_date_and_an_empty_date_for_nothing() -> None:
    assert once(OWN, {"issued": {"literal": "in force since 2014"}}) == "in force since 2014"
    assert once(f'{OWN}<text value="x"/>', {"issued": {"date-parts": [[]]}}) == "x"
    assert once('<date variable="issued"><date-part name="day"/></date><text value="x"/>', dated([2016])) == "x"


def test_a_circa_date_can_be_asked_for() -> None:
    node = f'<choose><if is-uncertain-date="issued"><text value="c. "/></if></choose>{OWN}'
    assert once(node, dated([1845], circa=True)) == "c. 1845"
    assert once(node, dated([1845])) == "1845"
    assert once(node, {"issued": {"raw": "circa 1845"}}) == "c. 1845"


LIMITED = '<locale><style-options limit-day-ordinals-to-day-1="true"/></locale>'


@pytest.mark.parametrize(("parts", "day", "shown"), [("", 1, "1st"), ("", 2, "2nd"), (LIMITED, 1, "1st"), (LIMITED, 2, "2")])
def test_ordinals_of_days_may_be_for_the_first_alone(parts: str, day: int, shown: str) -> None:
    assert once('<date variable="issued"><date-part name="day" form="ordinal"/></date>', dated([2016, 8, day]), parts=parts) == shown


def test_a_day_takes_the_gender_of_its_month() -> None:
    terms = (
        '<locale><terms><term name="ordinal">e</term><term name="ordinal-01" gender-form="masculine">er</term>'
        '<term name="month-08" gender="masculine">août</term></terms></locale>'
    )
    assert once('<date variable="issued"><date-part name="day" form="ordinal"/></date>', dated([2016, 8, 1]), parts=terms) == "1er"


def test_a_date_is_sorted_by_the_parts_that_it_shows() -> None:
    macro = f'<macro name="year"><date variable="issued">{YEAR}</date></macro><macro name="day">{OWN}</macro>'
    works = [{"title": "b", **dated([2016, 9])}, {"title": "a", **dated([2016, 8])}, {"title": "c"}]
    entry = '<text variable="title"/>'
    assert listed(entry, *works, parts=macro, sort='<sort><key macro="year"/></sort>') == ["b", "a", "c"]
    assert listed(entry, *works[:2], parts=macro, sort='<sort><key macro="day"/></sort>') == ["a", "b"]


def test_a_date_in_words_sorts_by_its_words() -> None:
    macro = f'<macro name="day">{OWN}</macro>'
    works = [{"title": "b", "issued": {"literal": "undated, before the Covenant"}}, {"title": "a", "issued": {"literal": "undated"}}]
    assert listed('<text variable="title"/>', *works, parts=macro, sort='<sort><key macro="day"/></sort>') == ["a", "b"]
