"""Cite grouping and collapsing (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from __future__ import annotations

import pytest

from .small import YEAR, Item, by, cited, document, person, processor, together, year

SHORT = f'<group delimiter=" "><names variable="author"><name form="short"/></names>{YEAR}</group>'
DOE, ROE = person("Doe"), person("Roe")


def work(who: Item, at: int) -> Item:
    return by(who, **year(at))


SOME = [work(DOE, 1999), work(ROE, 2000), work(DOE, 2001)]


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ("", "Doe 1999; Roe 2000; Doe 2001"),
        ('cite-group-delimiter=", "', "Doe 1999, Doe 2001; Roe 2000"),
        ('collapse="year"', "Doe 1999, 2001; Roe 2000"),
        ('collapse="year" cite-group-delimiter=" / "', "Doe 1999 / 2001; Roe 2000"),
        ('collapse="year" after-collapse-delimiter=" | "', "Doe 1999, 2001 | Roe 2000"),
    ],
)
def test_works_of_the_same_names_are_grouped_and_their_names_printed_once(options: str, text: str) -> None:
    works = [SOME[0], SOME[2], SOME[1]] if "collapse=" in options and "group" in options else SOME
    assert together(SHORT, *works, citation=options) == text


SUFFIX = 'disambiguate-add-year-suffix="true"'


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ('collapse="year"', "Doe 2000a, 2000b, 2000c, 2000d, 2001; Roe 2000"),
        ('collapse="year-suffix"', "Doe 2000a; b; c; d; 2001; Roe 2000"),
        ('collapse="year-suffix" year-suffix-delimiter=","', "Doe 2000a,b,c,d; 2001; Roe 2000"),
        ('collapse="year-suffix-ranged" year-suffix-delimiter=","', "Doe 2000a–d; 2001; Roe 2000"),
    ],
)
def test_years_that_differ_in_their_suffix_alone(options: str, text: str) -> None:
    works = [work(DOE, 2000), work(DOE, 2000), work(DOE, 2000), work(DOE, 2000), work(DOE, 2001), work(ROE, 2000)]
    assert together(SHORT, *works, citation=f"{SUFFIX} {options}") == text


def test_a_range_of_suffixes_needs_three_and_no_gap() -> None:
    made = processor(
        SHORT,
        *[dict(work(DOE, 2000)) for _ in range(6)],
        citation=f'{SUFFIX} collapse="year-suffix-ranged" year-suffix-delimiter=","',
    )
    every = [cited(name) for name in "abcdef"]
    assert document(made, [every, [every[0], every[1]], [every[0], every[1], every[3]], [every[1], every[3], every[4], every[5]]]) == [
        "Doe 2000a–f",
        "Doe 2000a,b",
        "Doe 2000a,b,d",
        "Doe 2000b,d–f",
    ]


def test_a_locator_keeps_a_year_whole() -> None:
    made = processor(SHORT + '<text variable="locator" prefix=", "/>', *SOME, citation='collapse="year"')
    assert document(made, [[cited("a", locator="5"), cited("c", locator="7")]]) == ["Doe 1999, 5; 2001, 7"]


NUMBER = '<text variable="citation-number"/>'


@pytest.mark.parametrize(
    ("numbers", "text"),
    [("abc", "1–3"), ("ab", "1; 2"), ("abd", "1; 2; 4"), ("abcf", "1–3; 6"), ("abcefg", "1–3; 5–7"), ("a", "1")],
)
def test_numbers_that_follow_each_other_are_a_range(numbers: str, text: str) -> None:
    made = processor(NUMBER, *({"title": name} for name in "abcdefg"), citation='collapse="citation-number"')
    made.register(list("abcdefg"))
    assert document(made, [[cited(name) for name in "abcdefg"], [cited(name) for name in numbers]])[1] == text


def test_after_a_range_of_numbers_another_delimiter_may_stand() -> None:
    made = processor(NUMBER, *({"title": name} for name in "abcde"), citation='collapse="citation-number" after-collapse-delimiter=" | "')
    assert document(made, [[cited(name) for name in "abcde"], [cited("a"), cited("b"), cited("c"), cited("e")]])[1] == "1–3 | 5"


def test_a_number_with_a_locator_is_no_part_of_a_range() -> None:
    layout = NUMBER + '<text variable="locator" prefix=":"/>'
    made = processor(layout, *({"title": name} for name in "abc"), citation='collapse="citation-number"')
    assert document(made, [[cited("a"), cited("b", locator="7"), cited("c")]]) == ["1; 2:7; 3"]
