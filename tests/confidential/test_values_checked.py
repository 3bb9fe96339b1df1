"""Which values a public version cannot be searched for well, and what is said of them."""

from __future__ import annotations

from briefkit.confidential import ConfidentialValue, Search, check_values
from briefkit.confidential.values import Kind
from briefkit.diagnostics import Diagnostic, Severity
from briefkit.model.libraries import Authority
from briefkit.source import Source
from tests.confidential.searched import value


def problems(*values: ConfidentialValue, own: str = "", title: str = "", public: bool = True) -> list[Diagnostic]:
    texts = [Source("clauses/a/en.md", own), Source("some-case", title)]
    authorities = [Authority("some-case", {"title": title}, "comparative", True)] if title else []
    return list(check_values(Search.of(values, texts), authorities, public))


def codes(*values: ConfidentialValue, own: str = "", title: str = "", public: bool = True) -> list[tuple[str, Severity]]:
    return [(one.code, one.severity) for one in problems(*values, own=own, title=title, public=public)]


def test_nothing_is_said_of_a_name_that_can_be_told() -> None:
    assert codes(value("Nurlan Akhmetov"), value("Public Foundation “Aru”", "name"), own="a public foundation", title="A v B") == []


def test_a_short_value_is_an_error_in_a_public_version_and_a_warning_in_a_check() -> None:
    for text, kind in (("Li", "person"), ("12", "number"), ("АО", "name")):
        assert codes(short := of(text, kind)) == [("value-short", Severity.ERROR)]
        assert codes(short, public=False) == [("value-short", Severity.WARNING)]


def of(text: str, kind: str) -> ConfidentialValue:
    kinds: dict[str, Kind] = {"person": "person", "number": "number", "name": "name"}
    return value(text, kinds[kind])


def test_a_value_that_the_library_says_cannot_be_told_from_a_word() -> None:
    (problem,) = problems(value("Human Rights", "name", "org.name"), own="Of human rights.")
    assert problem.code == "value-ordinary" and problem.is_error
    assert problem.message == "The library says “human rights” too (clauses/a/en.md:1:4), which is the value of org.name."
    assert "the kind of organisation" in problem.hint


def test_a_surname_that_is_a_word_is_a_warning() -> None:
    (problem,) = problems(value("A. Example", path="person.name"), own="for example")
    assert (problem.code, problem.severity) == ("value-ordinary", Severity.WARNING)
    assert problem.message == "The name in person.name is an ordinary word too: “example” stands in clauses/a/en.md:1:5."


def test_a_role_is_made_of_ordinary_words() -> None:
    assert codes(value("the director", "words"), own="the director") == []


def test_a_name_in_the_title_of_a_cited_case_is_told() -> None:
    whole = problems(value("Example Reading Circle", "name", "org.name"), title="Example Reading Circle v State")
    assert [(one.code, one.severity) for one in whole if one.code == "value-in-title"] == [("value-in-title", Severity.ERROR)]
    surname = problems(value("Nurlan Akhmetov", path="person.name"), title="Akhmetov v State")
    assert [(one.code, one.severity) for one in surname if one.code == "value-in-title"] == [("value-in-title", Severity.WARNING)]
    assert "“Akhmetov” of person.name stands in the title of “some-case”" in surname[-1].message


def test_two_facts_of_one_value_are_noted_with_both_names() -> None:
    (problem,) = problems(value("Aru  Fund", "name", "org.name"), value("«Aru Fund»".strip("«»"), "name", "expert.engaged_by"))
    assert (problem.code, problem.severity) == ("value-twice", Severity.NOTE)
    assert problem.message == "org.name and expert.engaged_by have the same value, and the same pseudonym in public versions."


def test_a_number_within_a_longer_value_is_not_checked_for_itself() -> None:
    whole = value("call 87015551234", "words", "org.contacts")
    part = ConfidentialValue("org.contacts", "87015551234", "phone", whole.span, whole.text)
    assert codes(whole, part, own="call 87015551234") == []
