"""Which values of a case are confidential, and what stands within them."""

from __future__ import annotations

from datetime import date

import pytest

from briefkit.confidential import ConfidentialValue, confidential_values, each_value_once, identifying_facts
from briefkit.model.facts import FactDeclaration, Given, Record, Records, Vocabulary
from briefkit.source import Source

PLACE = Source("case.yaml", "").whole()
VOCABULARY = Vocabulary.of(
    [
        FactDeclaration("org.name", "text", confidential=True, identifying=True),
        FactDeclaration("org.contacts", "text", confidential=True),
        FactDeclaration("org.address", "text", confidential=True),
        FactDeclaration("org.aims", "list", confidential=True),
        FactDeclaration("org.is_small", "yes-no", confidential=True),
        FactDeclaration("org.staff", "count", identifying=True),
        FactDeclaration("org.legal_form", "text"),
        FactDeclaration("person.name", "person", confidential=True),
        FactDeclaration("measures", "records", of="measure"),
        FactDeclaration("measure.number", "text", confidential=True),
        FactDeclaration("measure.date", "date", identifying=True),
    ]
)


def given(path: str, value: str | int | date | tuple[str, ...], kind: str = "text") -> tuple[str, Given]:
    return path.rpartition(".")[2], Given(value, kind, path, PLACE)


def values(*entries: tuple[str, Given], under: str = "org") -> list[tuple[str, str, str]]:
    facts = Record(((under, Record(entries)),))
    return [(one.path, one.kind, one.text) for one in confidential_values(facts, VOCABULARY)]


def test_a_fact_that_is_declared_confidential_is_a_value_and_no_other_is() -> None:
    assert values(given("org.name", "Aru Fund"), given("org.legal_form", "a foundation"), given("org.staff", 5, "count")) == [
        ("org.name", "name", "Aru Fund")
    ]


def test_each_item_of_a_list_is_a_value() -> None:
    assert values(given("org.aims", ("first aid", "last aid"), "list")) == [
        ("org.aims", "words", "first aid"),
        ("org.aims", "words", "last aid"),
    ]


def test_yes_and_no_are_no_values_of_the_users() -> None:
    assert values(given("org.is_small", True, "yes-no")) == []


def test_fields_of_records_count_and_the_record_complained_of_counts_once() -> None:
    measure = Record((given("measure.number", "1234-25/7"), given("measure.date", date(2025, 3, 1), "date")))
    facts = Record((("measures", Records((measure,))), ("measure", measure)))
    assert [(one.path, one.text) for one in confidential_values(facts, VOCABULARY)] == [("measure.number", "1234-25/7")]
    assert [one.path for one in identifying_facts(facts, VOCABULARY)] == ["measure.date"]


def test_what_is_confidential_is_not_among_the_identifying_as_well() -> None:
    facts = Record((("org", Record((given("org.name", "Aru"), given("org.staff", 5, "count")))),))
    assert [one.path for one in identifying_facts(facts, VOCABULARY)] == ["org.staff"]


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("+7 700 000 00 00, a@b.kz", [("email", "a@b.kz"), ("phone", "+7 700 000 00 00")]),
        ("8 (701) 555-12-34; a.b@c.kz", [("email", "a.b@c.kz"), ("phone", "8 (701) 555-12-34")]),
        ("87015551234", []),
        ("a1111111111@c.kz and more", [("email", "a1111111111@c.kz")]),
        ("account KZ86 125K ZT50 0410 0100 in a bank", [("number", "KZ86 125K ZT50 0410 0100")]),
        ("дело № 3599-25-00-3/123 от 12.03.2025", [("number", "3599-25-00-3/123")]),
        ("power of attorney of 30 December 2025", []),
    ],
)
def test_what_stands_within_a_text_is_a_value_too(text: str, within: list[tuple[str, str]]) -> None:
    found = values(given("org.contacts", text))
    assert found[0][2] == text
    assert [one[1:] for one in found[1:]] == within


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("org.contacts", "+7 700 000 00 00", "phone"),
        ("org.contacts", "a@b.kz", "email"),
        ("org.contacts", "850101300123", "number"),
        ("org.address", "1 Abay Street, Almaty", "address"),
        ("org.name", "Aru", "name"),
        ("person.name", "Nurlan Akhmetov", "person"),
    ],
)
def test_a_value_has_a_kind(path: str, text: str, kind: str) -> None:
    declared = "person" if path == "person.name" else "text"
    assert values(given(path, text, declared), under=path.partition(".")[0])[0][1] == kind


def test_a_case_read_in_two_languages_gives_each_value_once() -> None:
    one = ConfidentialValue("org.bin", "000000000000", "number", PLACE)
    other = ConfidentialValue("org.name", "Ару", "name", PLACE)
    assert each_value_once([one, one, other]) == (one, other)
