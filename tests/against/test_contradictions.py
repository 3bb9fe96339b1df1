"""Facts, clauses and relief of two documents of one client."""

from __future__ import annotations

import pytest
from capitals import capitals
from two_sides import case, compared, layer
from workspace import clause, said

from briefkit.diagnostics import Severity


@pytest.mark.parametrize(
    ("here", "there", "wrong"),
    [
        ("error.days_late: 9", "error.days_late: 9", False),
        ("error.days_late: 9", "error.days_late: 10", True),
        ("error.days_late: 9", "org.name: Aikyn", False),  # what one does not give is no contradiction
        ("error.days_late: {value: 9, date: 2024-12-31}", "error.days_late: {value: 10, date: 2025-12-31}", False),
        ("error.days_late: {value: 9, date: 2024-12-31}", "error.days_late: 10", True),
        ("org.name: Aikyn", "org.name: ' aikyn '", False),
        ("org.name: Aikyn", "org.name: Aikyn Foundation", True),
        ("org.foreign_funding: true", "org.foreign_funding: false", True),
        ("org.activities: [a, b]", "org.activities: [a]", False),  # one document may name more than the other
        ("forum: courts", "forum: ministry", False),  # of the document, and not of the client
        ("court.name: One", "court.name: Another", False),
        ("measures: [{id: m1, date: 2025-03-14}]", "measures: [{id: m1, date: 2025-03-15}]", True),
        ("measures: [{id: m1, date: 2025-03-14}]", "measures: [{id: m2, date: 2025-03-15}]", False),
        ("measures: [{date: 2025-03-14, amount_kzt: 5}]", "measures: [{date: 2025-03-14, amount_kzt: 6}]", True),
        ("measures: [{type: fine}]", "measures: [{type: warning}]", False),  # nothing tells that they are one measure
        ("measures: [{id: m1, type: fine}]", "measures: [{id: m1, type: warning}]", True),
        ("measures: [{id: m, legal_basis: '@covenant, art 19'}]", "measures: [{id: m, legal_basis: '@covenant, art 22'}]", True),
    ],
)
def test_facts_that_differ(here: str, there: str, wrong: bool) -> None:
    assert [one.code for one in compared(case(here), case(there))] == (["case-contradicts"] if wrong else [])


def test_both_places_and_where_it_is_printed() -> None:
    library = layer(clause("Fined on {{ measure.date }}.", slug="a"))
    given = "measures: [{{id: fine, complained_of: true, date: 2025-03-1{}}}]"
    [found] = compared(case(given.format(4)), case(given.format(5)), library)
    assert found.message == (
        "“measures (fine).date” is 14 March 2025 (printed in para 1) here, and 15 March 2025 (printed in para 1) in case.yaml:3:58."
    )
    assert (said([found]), found.severity) == ([("case-contradicts", "2025-03-14")], Severity.WARNING)


def test_acts_that_are_exhibits_of_one_case_are_not_compared() -> None:
    exhibits = "exhibits: [{id: x1, title: A}, {id: x2, title: B}]\n"
    given = "measures: [{{id: m, legal_basis: '@{}, p 1'}}]"
    assert compared(case(given.format("x1"), more=exhibits), case(given.format("x2"), more=exhibits)) == ()


def test_in_two_languages_only_what_has_none_is_compared() -> None:
    here = case("org.name: Aikyn, error.days_late: 9")
    there = case("org.name: Айкын, error.days_late: 10", more="language: ru\n")
    assert [one.code for one in compared(here, there)] == ["case-contradicts", "texts-not-compared"]


def test_clauses_that_exclude_each_other() -> None:
    library = layer(clause(slug="a", more="conflicts: [b]\n"), clause(slug="b"))
    takes = "clauses: {{exclude: [{}]}}\n"
    [found] = compared(case(more=takes.format("b")), case(more=takes.format("a")), library)
    assert found.code == "clauses-exclude"
    assert "“a” stands in case.yaml, and “b”, which cannot stand beside it, in case.yaml." in found.message
    assert [one.code for one in compared(case(more=takes.format("a")), case(more=takes.format("b")), library)] == ["clauses-exclude"]
    assert compared(case(more=takes.format("b")), case(more=takes.format("b")), library) == ()


@pytest.mark.parametrize(
    ("here", "there", "listed"),
    [
        ("[annulment, repayment]", "[Repayment, annulment]", []),
        ("[annulment, repayment]", "[annulment]", ["repayment"]),
        ("[annulment]", "[annulment, an apology]", ["an apology"]),
        ("[annulment]", "[an apology]", ["annulment", "an apology"]),
    ],
)
def test_relief_that_only_one_asks_for(here: str, there: str, listed: list[str]) -> None:
    found = compared(case(f"relief.requested: {here}"), case(f"relief.requested: {there}"))
    assert [one.code for one in found] == ["relief-differs"] * len(listed)
    assert all(f"asks for “{item}”, and" in one.message for item, one in zip(listed, found, strict=True))


def test_a_document_that_asks_for_nothing_is_not_held_against_the_other() -> None:
    assert compared(case("relief.requested: [annulment]"), case()) == ()


def test_they_are_said_in_another_language_from_end_to_end() -> None:
    found = compared(
        case('org.name: Aikyn, relief.requested: ["an apology", "a repeal"]'), case('org.name: Birlik, relief.requested: ["costs"]')
    )
    assert [capitals(one.message) for one in found] == [
        "“org.name” IS Aikyn HERE, AND Birlik IN case.yaml:3:19.",
        "case.yaml ASKS FOR “an apology”; “a repeal”, AND case.yaml DOES NOT, AT LEAST NOT IN THESE WORDS.",
        "case.yaml ASKS FOR “costs”, AND case.yaml DOES NOT, AT LEAST NOT IN THESE WORDS.",
    ]
