"""What stands for what in a public version: pseudonyms, and words that tell less."""

from __future__ import annotations

from datetime import date

import pytest
from facts import NO_PLACE
from hypothesis import given
from hypothesis import strategies as st

from briefkit.model.facts import FactDeclaration, Given, Record, Records, Vocabulary, given_facts
from briefkit.publication.naming import Renaming, same

ORGANISATION = (("en", "Organisation {letter}"), ("ru", "Организация {letter}"), ("kk", "{letter} ұйымы"))
NUMBER = (("en", "[a case number]"), ("ru", "[номер дела]"))
DECLARED = Vocabulary.of(
    [
        FactDeclaration("org.name", "text", confidential=True, identifying=True, public=ORGANISATION),
        FactDeclaration("guest.name", "text", confidential=True, public=ORGANISATION),
        FactDeclaration("person.name", "person", confidential=True, public=(("en", "Person {letter}"),), by_role=(("en", "the {role}"),)),
        FactDeclaration("person.role", "text", identifying=True),
        FactDeclaration("authors", "list", confidential=True, public=(("en", "Person {letter}"),)),
        FactDeclaration("case.number", "text", confidential=True, public=NUMBER),
        FactDeclaration("other.number", "text", confidential=True, public=NUMBER),
        FactDeclaration("secret.text", "text", confidential=True),
        FactDeclaration("secret.person", "person", confidential=True),
        FactDeclaration("secret.day", "date", confidential=True),
        FactDeclaration("court", "text", identifying=True, public=(("en", "a court"),)),
        FactDeclaration("region", "text", identifying=True, public=(("en", "Region {letter}"), ("ru", "Регион {letter}"))),
        FactDeclaration("day", "date", identifying=True),
        FactDeclaration("sum", "money", identifying=True),
        FactDeclaration("staff", "count", identifying=True),
        FactDeclaration("steps", "list", identifying=True),
        FactDeclaration("plain", "text"),
    ]
)


def fact(path: str, *values: object) -> Given:
    declared = DECLARED.declared[path]
    value = tuple(values) if declared.type == "list" else values[0]
    return Given(value, declared.type, path, NO_PLACE)  # type: ignore[arg-type]


def words(*given: Given, language: str = "en", taken: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The public words of each fact."""
    renaming = Renaming(DECLARED, language, taken)
    named = given_facts(renaming.node(Record(tuple((one.path, one) for one in given))))
    return [tuple(words.replace("\xa0", " ") for words in one.public) for one in named]


@pytest.mark.parametrize(
    ("language", "organisation"), [("en", "Organisation A"), ("ru", "Организация А"), ("kk", "А ұйымы")], ids=["en", "ru", "kk"]
)
def test_a_pseudonym_speaks_the_language_of_the_document(language: str, organisation: str) -> None:
    assert words(fact("org.name", "Aru"), language=language) == [(organisation,)]


def test_one_value_has_one_pseudonym_and_two_values_never_the_same() -> None:
    aru, again, other = words(fact("org.name", "Aru Fund"), fact("guest.name", "ARU  fund"), fact("guest.name", "Demeu"))
    assert (aru, again, other) == (("Organisation A",), ("Organisation A",), ("Organisation B",))


def test_words_without_a_letter_get_one_from_the_second_value_on() -> None:
    numbers = words(fact("case.number", "12-3/2025"), fact("other.number", "12-4/2025"), fact("case.number", "12-3/2025"))
    assert numbers == [("[a case number]",), ("[a case number] B",), ("[a case number]",)]


def test_each_item_of_a_list_has_words_of_its_own() -> None:
    assert words(fact("authors", "A. One", "B. Two")) == [("Person A", "Person B")]


def test_a_person_with_a_role_is_called_by_it_without_a_second_article() -> None:
    for role in ("accountant", "an accountant", "The accountant"):
        person = Record((("name", fact("person.name", "S. Example")), ("role", fact("person.role", role))))
        named = Renaming(DECLARED, "en", ()).node(Record((("person", person),)))
        assert isinstance(named, Record)
        name = named.at("person.name")
        assert isinstance(name, Given) and name.public == ("the accountant",)
    assert words(fact("person.name", "S. Example")) == [("Person A",)]


def test_a_letter_never_begins_a_line() -> None:
    renaming = Renaming(DECLARED, "kk", ())
    [named] = given_facts(renaming.node(Record((("org", fact("org.name", "Aru")),))))
    assert named.public == ("А\xa0ұйымы",)


def test_a_pseudonym_is_nobodys_real_name() -> None:
    assert words(fact("org.name", "Aru"), fact("guest.name", "Organisation A"), taken=("Aru", "Organisation A")) == [
        ("Organisation B",),
        ("Organisation C",),
    ]


@pytest.mark.parametrize(
    ("given_fact", "printed"),
    [
        (fact("court", "the District Court of Example"), "a court"),
        (fact("region", "Example Region"), "Region A"),
        (fact("day", date(2025, 3, 14)), "March 2025"),
        (fact("sum", 1_200_000), "about KZT 1,000,000"),
        (fact("sum", 0), "less than KZT 10"),
        (fact("staff", 6), "fewer than 10"),
        (fact("staff", 163), "about 200"),
        (fact("steps", "an appeal (dismissed on 22 April 2025)"), "an appeal (dismissed on a day in April 2025)"),
        (fact("secret.text", "a list of payments"), "[not made public A]"),
        (fact("secret.person", "A. Example"), "Person A"),
        (fact("secret.day", date(2025, 3, 14)), "[a date A]"),
    ],
    ids=lambda one: one.path if isinstance(one, Given) else "",
)
def test_what_identifies_is_told_less_exactly(given_fact: Given, printed: str) -> None:
    assert words(given_fact)[0][0] == printed


def test_what_is_neither_confidential_nor_identifying_stays() -> None:
    assert words(fact("plain", "Aru")) == [()]


def test_conditions_go_on_with_the_value_itself() -> None:
    [named] = given_facts(Renaming(DECLARED, "en", ()).node(Record((("sum", fact("sum", 1_200_000)),))))
    assert named.value == 1_200_000


def test_a_record_under_two_names_stays_one() -> None:
    measure = Record((("day", fact("day", date(2025, 3, 14))),))
    named = Renaming(DECLARED, "en", ()).node(Record((("measures", Records((measure,))), ("measure", measure))))
    assert isinstance(named, Record)
    listed = named.get("measures")
    assert isinstance(listed, Records) and listed.items[0] is named.get("measure")


@given(st.lists(st.text(min_size=1).filter(lambda text: bool(text.strip())), min_size=1, max_size=60))
def test_values_and_pseudonyms_stand_one_for_one(values: list[str]) -> None:
    printed = words(*(fact("org.name", value) for value in values), language="ru")
    pairs = {(same(value), one[0]) for value, one in zip(values, printed, strict=True)}
    assert len({value for value, _ in pairs}) == len({pseudonym for _, pseudonym in pairs}) == len(pairs)
