"""Items: what is read of CSL-JSON, and what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from briefkit.cite.items import Name, read_item


def name(**value: Any) -> Name:
    return read_item({"author": [value]}).names["author"][0]


@pytest.mark.parametrize(
    ("family", "particle", "rest"),
    [
        ("van der Berg", "van der", "Berg"),
        ("de La Fontaine", "de", "La Fontaine"),
        ("al-Haq", "al-", "Haq"),
        ("d'Aspremont", "d'", "Aspremont"),
        ("von und zu Stein", "von und zu", "Stein"),
        ("Berg", "", "Berg"),
        ("La Fontaine", "", "La Fontaine"),
        ("Әуезов", "", "Әуезов"),
    ],
)
def test_particles_before_a_family_name_are_taken_apart(family: str, particle: str, rest: str) -> None:
    found = name(family=family, given="Jan")
    assert (found.non_dropping, found.family) == (particle.replace("'", "’"), rest)


def test_particles_that_are_given_stay() -> None:
    found = name(family="Beethoven", given="Ludwig", **{"dropping-particle": "van"})
    assert (found.dropping, found.non_dropping, found.family) == ("van", "", "Beethoven")


def test_a_particle_after_the_given_name_drops() -> None:
    found = name(family="Humboldt", given="Alexander von")
    assert (found.given, found.dropping) == ("Alexander", "von")


@pytest.mark.parametrize(("given", "suffix", "comma"), [("Martin Luther, Jr", "Jr", False), ("Martin Luther,! Jr", "Jr", True)])
def test_a_suffix_after_a_comma_is_taken_apart(given: str, suffix: str, comma: bool) -> None:
    found = name(family="King", given=given)
    assert (found.given, found.suffix, found.comma_suffix) == ("Martin Luther", suffix, comma)


def test_a_family_name_in_quotation_marks_is_left_whole() -> None:
    assert name(family='"van der Berg"', given="Jan").family == "van der Berg"
    assert name(family="van der Berg", **{"parse-names": False}).family == "van der Berg"


def test_institutions() -> None:
    assert name(literal="UN Human Rights Committee") == Name(literal="UN Human Rights Committee")
    assert name(family="Committee", isInstitution=True) == Name(literal="Committee")
    assert read_item({"author": "UNHRC"}).names["author"] == (Name(literal="UNHRC"),)
    assert read_item({"author": {"family": "Doe"}}).names["author"] == (Name("Doe"),)
    assert read_item({"author": ["UNHRC", None, {}, 5, {"family": ""}]}).names["author"] == (Name(literal="UNHRC"),)


@pytest.mark.parametrize("value", [None, [], {}, 5, True, [None], [{}], [[]]])
def test_names_that_are_none_are_not_there(value: Any) -> None:
    assert not read_item({"author": value}).has("author")


@pytest.mark.parametrize("value", [None, "", "  ", [], {}, {"a": 1}])
def test_empty_values_are_not_there(value: Any) -> None:
    assert not read_item({"title": value}).has("title")


def test_numbers_are_read_as_texts() -> None:
    assert read_item({"volume": 999, "edition": "2"}).texts == {"volume": "999", "edition": "2"}


@pytest.mark.parametrize(("pages", "first"), [("34-56", "34"), ("171", "171"), ("A12, 14", "A12"), ("xv–xx", "xv"), ("-", None)])
def test_the_first_page_is_taken_from_the_pages(pages: str, first: str | None) -> None:
    assert read_item({"page": pages}).texts.get("page-first") == first
    assert read_item({"page": pages, "page-first": "9"}).texts["page-first"] == "9"


def test_zoteros_older_names_of_short_titles() -> None:
    assert set(read_item({"shortTitle": "A", "journalAbbreviation": "B"}).texts) == {"title-short", "container-title-short"}


def test_private_characters_do_not_come_in() -> None:
    item = read_item({"title": "\ue000a\ue040b\uf8ff", "author": [{"family": "\ue042Doe"}], "publisher": "\ue014"})
    assert item.texts["title"] == "ab"
    assert item.names["author"][0].family == "Doe"
    assert not item.texts.get("publisher")


def test_a_name_longer_than_any_is_left_as_it_is() -> None:
    assert name(family="van " * 1000 + "Berg").non_dropping == ""
