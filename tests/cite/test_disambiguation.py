"""Disambiguation: names, given names, a condition, a suffix to the year (CSL 1.0.2, "Disambiguation")."""

from __future__ import annotations

import pytest

from briefkit.cite.disambiguation import letters

from .small import YEAR, Item, by, cited, document, person, processor, together, year

SHORT = f'<names variable="author" suffix=" "><name form="short" and="text" initialize-with=". "/></names>{YEAR}'
KIAI, KIAI_M, KIAI_MARY = person("Kiai", "Maina"), person("Kiai", "Moses"), person("Kiai", "Peter")
ADD_NAMES, ADD_GIVEN = 'disambiguate-add-names="true"', 'disambiguate-add-givenname="true"'
ADD_SUFFIX, ET_AL = 'disambiguate-add-year-suffix="true"', 'et-al-min="2" et-al-use-first="1"'


def report(*people: Item, at: int = 2013) -> Item:
    return by(*people, **year(at))


def test_without_rules_works_may_print_alike() -> None:
    assert together(SHORT, report(KIAI), report(KIAI)) == "Kiai 2013; Kiai 2013"


def test_names_are_added_until_works_differ() -> None:
    works = [report(KIAI, person("Doe")), report(KIAI, person("Roe")), report(KIAI_M, person("Poe"), at=2014)]
    options = f"{ET_AL} {ADD_NAMES}"
    assert together(SHORT, *works, citation=options) == "Kiai and Doe 2013; Kiai and Roe 2013; Kiai et al. 2014"


def test_names_that_tell_nothing_apart_are_not_added() -> None:
    works = [report(KIAI, person("Doe")), report(KIAI, person("Doe"))]
    assert together(SHORT, *works, citation=f"{ET_AL} {ADD_NAMES}") == "Kiai et al. 2013; Kiai et al. 2013"


def test_only_so_many_names_are_added_as_are_needed() -> None:
    works = [report(KIAI, person("A"), person("B"), person("C")), report(KIAI, person("A"), person("D"), person("E"))]
    found = together(SHORT, *works, citation=f"{ET_AL} {ADD_NAMES}")
    assert found == "Kiai, A, B, et al. 2013; Kiai, A, D, et al. 2013"


def test_initials_are_added_and_where_they_do_not_suffice_the_whole_name() -> None:
    assert together(SHORT, report(KIAI), report(KIAI_MARY), citation=ADD_GIVEN) == "M. Kiai 2013; P. Kiai 2013"
    assert together(SHORT, report(KIAI), report(KIAI_M), citation=ADD_GIVEN) == "Maina Kiai 2013; Moses Kiai 2013"
    assert together(SHORT, report(KIAI), report(KIAI_M, at=2014), citation=ADD_GIVEN) == "Kiai 2013; Kiai 2014"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("by-cite", "Kiai and Doe 2013; Kiai and Roe 2014"),
        ("all-names", "Maina Kiai and J. Doe 2013; Moses Kiai and Roe 2014; A. Doe 2015"),
        ("all-names-with-initials", "Kiai and J. Doe 2013; Kiai and Roe 2014; A. Doe 2015"),
        ("primary-name", "Maina Kiai and Doe 2013; Moses Kiai and Roe 2014; Doe 2015"),
        ("primary-name-with-initials", "Kiai and Doe 2013; Kiai and Roe 2014; Doe 2015"),
    ],
)
def test_the_rule_says_whose_given_names_are_added(rule: str, text: str) -> None:
    works = [report(KIAI, person("Doe", "Jane")), report(KIAI_M, person("Roe", "Rita"), at=2014)]
    if rule == "all-names" or "with-initials" in rule or rule == "primary-name":
        works.append(report(person("Doe", "Adam"), at=2015))
    assert together(SHORT, *works, citation=f'{ADD_GIVEN} givenname-disambiguation-rule="{rule}"') == text


def test_a_suffix_is_added_to_the_year_in_order_of_citation() -> None:
    works = [report(KIAI), report(KIAI), report(KIAI, at=2014), report(KIAI)]
    assert together(SHORT, *works, citation=ADD_SUFFIX) == "Kiai 2013a; Kiai 2013b; Kiai 2014; Kiai 2013c"


def test_the_suffix_stands_where_the_style_puts_it() -> None:
    layout = SHORT + '<text variable="year-suffix" prefix="-"/><choose><if variable="year-suffix"><text value="!"/></if></choose>'
    assert (
        together(layout, report(KIAI), report(KIAI), report(KIAI, at=2014), citation=ADD_SUFFIX) == "Kiai 2013-a!; Kiai 2013-b!; Kiai 2014"
    )


def test_the_suffix_follows_the_order_of_the_bibliography() -> None:
    order = '<bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>'
    works = [{**report(KIAI), "title": "z"}, {**report(KIAI), "title": "a"}]
    assert together(SHORT, *works, citation=ADD_SUFFIX, bibliography=order) == "Kiai 2013b; Kiai 2013a"


def test_a_suffix_in_a_macro_that_the_layout_calls_is_not_added_again() -> None:
    macro = f'<macro name="year">{YEAR}<text variable="year-suffix" prefix="/"/></macro><macro name="all"><text macro="year"/></macro>'
    assert together('<text macro="all"/>', report(), report(), parts=macro, citation=ADD_SUFFIX) == "2013/a; 2013/b"


def test_a_condition_tells_works_apart() -> None:
    layout = f'{SHORT}<choose><if disambiguate="true"><text variable="title" prefix=" "/></if></choose>'
    works = [{**report(KIAI), "title": "One"}, {**report(KIAI), "title": "Two"}, report(KIAI, at=2014)]
    assert together(layout, *works) == "Kiai 2013 One; Kiai 2013 Two; Kiai 2014"
    same = [{**report(KIAI), "title": "One"}, {**report(KIAI), "title": "One"}]
    assert together(layout, *same, citation=ADD_SUFFIX).count("2013a") == 1


def test_names_come_before_given_names_and_these_before_the_suffix() -> None:
    works = [report(KIAI, person("Doe", "Jane")), report(KIAI, person("Doe", "Jane")), report(KIAI, person("Doe", "Adam"))]
    options = f"{ET_AL} {ADD_NAMES} {ADD_GIVEN} {ADD_SUFFIX}"
    assert together(SHORT, *works, citation=options) == "Kiai and J. Doe 2013a; Kiai and J. Doe 2013b; Kiai and A. Doe 2013"


def test_a_document_that_cites_one_of_two_need_not_tell_it_from_the_other() -> None:
    made = processor(SHORT, report(KIAI), report(KIAI), citation=ADD_SUFFIX)
    assert document(made, [[cited("a")]]) == ["Kiai 2013"]
    assert document(made, [[cited("a")], [cited("b")]]) == ["Kiai 2013a", "Kiai 2013b"]
    assert document(made, [[cited("b")]]) == ["Kiai 2013"]


@pytest.mark.parametrize("last", ["same", "other"])
def test_works_by_a_thousand_people_are_told_apart_in_no_time(last: str) -> None:
    people = [person(f"F{number}", f"G{number}") for number in range(1200)]
    works = [report(*people), report(*people[:-1], people[-1] if last == "same" else person("Z", "Z"))]
    found = together(SHORT, *works, citation=f"{ET_AL} {ADD_NAMES} {ADD_GIVEN} {ADD_SUFFIX}")
    assert found == "F0 et al. 2013a; F0 et al. 2013b" if last == "same" else found.endswith(" F1198, and Z 2013")


@pytest.mark.parametrize(("number", "text"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa")])
def test_letters(number: int, text: str) -> None:
    assert letters(number) == text


def test_given_names_are_added_one_person_after_another() -> None:
    one, two = [KIAI, person("Doe", "Jane")], [KIAI, person("Doe", "Adam")]
    three = [KIAI_MARY, person("Doe", "Jane")]
    found = together(SHORT, report(*one), report(*two), report(*three), citation=ADD_GIVEN)
    assert found == "M. Kiai and J. Doe 2013; M. Kiai and A. Doe 2013; P. Kiai and Doe 2013"


def test_names_and_given_names_are_added_together_where_neither_suffices() -> None:
    works = [report(KIAI, person("Doe", "Jane")), report(KIAI, person("Doe", "Adam")), report(KIAI_MARY, person("Doe", "Jane"))]
    found = together(SHORT, *works, citation=f"{ET_AL} {ADD_NAMES} {ADD_GIVEN}")
    assert found == "M. Kiai and J. Doe 2013; M. Kiai and A. Doe 2013; P. Kiai et al. 2013"


def test_people_of_the_same_name_are_told_apart_by_the_suffix() -> None:
    assert together(SHORT, report(KIAI), report(KIAI), citation=f"{ADD_GIVEN} {ADD_SUFFIX}") == "Kiai 2013a; Kiai 2013b"
    both = [report(KIAI, person("Doe")), report(KIAI, person("Doe"), person("Roe"))]
    assert together(SHORT, *both, citation=f"{ET_AL} {ADD_NAMES} {ADD_SUFFIX}") == "Kiai and Doe 2013; Kiai, Doe, and Roe 2013"
