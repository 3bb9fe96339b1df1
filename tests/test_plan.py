"""Which clauses a document takes, in which order, and why the others stay out."""

from __future__ import annotations

import time

import pytest
from patience import PATIENCE
from workspace import CASE, PROFILE, clause, errors, library, said, stages

from briefkit.diagnostics import Checked
from briefkit.model.case import Plan


def plan(*clauses: dict[str, str], case: str = CASE, **changes: str) -> Checked[Plan]:
    run = stages(case, library(*clauses, **changes))
    return Checked(run.value.plan, run.diagnostics)


def chosen(planned: Checked[Plan]) -> list[str]:
    return [one.clause.slug for one in planned.value.planned]


def reasons(planned: Checked[Plan]) -> dict[str, str]:
    inside = {one.clause.slug: one.reason for one in planned.value.planned}
    return inside | {one.clause.slug: one.reason for one in planned.value.left_out}


FUNDED = CASE + "facts: {org: {foreign_funding: true}}\n"
UNFUNDED = CASE + "facts: {org: {foreign_funding: false}}\n"
FOREIGN = "when: org.foreign_funding\n"


class TestConditions:
    def test_true(self) -> None:
        made = plan(clause(slug="a", more=FOREIGN), case=FUNDED)
        assert chosen(made) == ["a"]
        assert reasons(made) == {"a": "org.foreign_funding is true"}

    def test_false(self) -> None:
        made = plan(clause(slug="a", more=FOREIGN), case=UNFUNDED)
        assert chosen(made) == []
        assert reasons(made) == {"a": "its condition “org.foreign_funding” is false: org.foreign_funding is false"}
        assert made.diagnostics == ()

    def test_unknown_is_left_out_with_a_warning_at_the_condition(self) -> None:
        made = plan(clause(slug="a", more=FOREIGN))
        assert chosen(made) == []
        assert reasons(made) == {"a": "its condition “org.foreign_funding” is undecided: org.foreign_funding is not given"}
        [problem] = made.diagnostics
        assert (problem.code, str(problem.span)) == ("undecided-clause", "clauses/arguments/a/clause.yaml:5:7")
        assert problem.message == "The clause “a” is left out because org.foreign_funding is not given."
        assert not problem.is_error

    def test_the_reason_names_the_value_of_each_fact(self) -> None:
        when = 'when: measure.type == "fine" and measure.amount_kzt > 1000\n'
        case = CASE + "facts: {measures: [{type: fine, amount_kzt: 900}]}\n"
        assert reasons(plan(clause(slug="a", more=when), case=case)) == {
            "a": 'its condition “measure.type == "fine" and measure.amount_kzt > 1000” is false: '
            "measure.type is “fine” and measure.amount_kzt is 900"
        }

    def test_none_at_all(self) -> None:
        assert reasons(plan(clause(slug="a"))) == {"a": "it has no condition"}

    @pytest.mark.parametrize(("value", "reason"), [("true", "its condition is always true"), ("false", "its condition “false” is false")])
    def test_a_constant(self, value: str, reason: str) -> None:
        assert reasons(plan(clause(slug="a", more=f"when: {value}\n"))) == {"a": reason}

    def test_over_records(self) -> None:
        when = 'when: any(measures, type == "warning")\n'
        case = CASE + "facts: {measures: [{type: fine}, {type: warning}]}\n"
        assert reasons(plan(clause(slug="a", more=when), case=case)) == {"a": "measures holds 2"}


class TestRequires:
    def test_brings_in_transitively_what_has_no_facts(self) -> None:
        made = plan(
            clause(slug="a", more="requires: [b]\n"),
            clause(slug="b", more="when: error.days_late\nrequires: [c]\n"),
            clause(slug="c", more="when: org.activities\n"),
        )
        assert chosen(made) == ["a", "b", "c"]
        assert reasons(made)["b"] == "“a” requires it"
        assert reasons(made)["c"] == "“b” requires it"

    def test_what_is_brought_in_is_not_called_left_out(self) -> None:
        made = plan(clause(slug="a", more="requires: [b]\n"), clause(slug="b", more=FOREIGN))
        assert chosen(made) == ["a", "b"]
        [problem] = made.diagnostics
        assert (problem.code, str(problem.span)) == ("undecided-clause", "clauses/arguments/a/clause.yaml:5:12")
        assert problem.message == "The clause “b” is in because it is required here, although org.foreign_funding is not given."
        assert not problem.is_error

    @pytest.mark.parametrize(
        ("old", "new", "why"),
        [
            ("status: draft", "status: retired", "it is retired"),
            ("status: draft", "status: draft\naudiences: [court]", "it is written for court, not for ministry"),
            ("status: draft", "status: retired\nwhen: org.foreign_funding", "it is retired"),
        ],
    )
    def test_one_that_must_not_stand(self, old: str, new: str, why: str) -> None:
        required = {path: text.replace(old, new) for path, text in clause(slug="b").items()}
        made = plan(clause(slug="a", more="requires: [b]\n"), required)
        [problem] = made.diagnostics
        assert (problem.code, str(problem.span)) == ("requires-false", "clauses/arguments/a/clause.yaml:5:12")
        assert problem.message == f"The clause “b” is required here, but {why}."
        assert chosen(made) == ["a"]
        assert chosen(plan(clause(slug="a", more="requires: [b]\n"), required, case=CASE + "clauses: {include: [b]}\n")) == ["a", "b"]

    def test_its_own_condition_is_false(self) -> None:
        made = plan(clause(slug="a", more="requires: [b]\n"), clause(slug="b", more=FOREIGN), case=UNFUNDED)
        assert errors(made.diagnostics) == [("requires-false", "b")]
        [problem] = made.diagnostics
        assert str(problem.span) == "clauses/arguments/a/clause.yaml:5:12"
        assert "its condition “org.foreign_funding” is false" in problem.message
        assert chosen(made) == ["a"]

    def test_the_case_excludes_it(self) -> None:
        made = plan(clause(slug="a", more="requires: [b]\n"), clause(slug="b"), case=CASE + "clauses: {exclude: [b]}\n")
        assert errors(made.diagnostics) == [("requires-false", "b")]
        assert "the case excludes it" in made.diagnostics[0].message

    def test_including_it_overrides_its_condition(self) -> None:
        case = UNFUNDED + "clauses: {include: [b]}\n"
        made = plan(clause(slug="a", more="requires: [b]\n"), clause(slug="b", more=FOREIGN), case=case)
        assert (chosen(made), made.diagnostics) == (["a", "b"], ())

    def test_a_clause_that_is_out_requires_nothing(self) -> None:
        made = plan(clause(slug="a", more=FOREIGN + "requires: [b]\n"), clause(slug="b", more="when: error.days_late > 3\n"), case=UNFUNDED)
        assert chosen(made) == []
        assert errors(made.diagnostics) == []

    def test_a_circle_is_reported_once_and_ends(self) -> None:
        made = plan(
            clause(slug="a", more="requires: [b]\n"),
            clause(slug="b", more="requires: [c]\n"),
            clause(slug="c", more="requires: [a]\n"),
        )
        assert errors(made.diagnostics) == [("requires-cycle", "a")]
        assert str(made.diagnostics[0].span) == "clauses/arguments/c/clause.yaml:5:12"
        assert made.diagnostics[0].message == "These clauses require one another: a → b → c → a."
        assert sorted(chosen(made)) == ["a", "b", "c"]

    def test_two_circles_are_two_problems(self) -> None:
        made = plan(
            clause(slug="a", more="requires: [a]\n"), clause(slug="b", more="requires: [c]\n"), clause(slug="c", more="requires: [b]\n")
        )
        assert errors(made.diagnostics) == [("requires-cycle", "a"), ("requires-cycle", "b")]

    def test_what_leads_into_a_circle_is_not_blamed_for_it(self) -> None:
        made = plan(clause(slug="a", more="requires: [b]\n"), clause(slug="b", more="requires: [b]\n"))
        [problem] = made.diagnostics
        assert problem.message == "These clauses require one another: b → b."


def test_a_clause_that_is_included_and_excluded() -> None:
    made = plan(clause(slug="a"), case=CASE + "clauses: {include: [a], exclude: [a]}\n")
    [problem] = made.diagnostics
    assert (problem.code, str(problem.span)) == ("clause-conflict", "case.yaml:3:21")
    assert problem.message == "The clause “a” is included and excluded."


class TestConflicts:
    def test_both_in(self) -> None:
        made = plan(clause(slug="a", more="conflicts: [b]\n"), clause(slug="b", more="conflicts: [a]\n"))
        assert errors(made.diagnostics) == [("clause-conflict", "b")]
        assert made.diagnostics[0].message == "The clauses “a” and “b” cannot stand in one document."

    def test_one_in(self) -> None:
        made = plan(clause(slug="a", more="conflicts: [b]\n"), clause(slug="b"), case=CASE + "clauses: {exclude: [b]}\n")
        assert (chosen(made), made.diagnostics) == (["a"], ())


class TestWhatStaysOut:
    def test_another_audience(self) -> None:
        made = plan(clause(slug="a", more="audiences: [court, parliament]\n"))
        assert reasons(made) == {"a": "it is written for court, parliament, not for ministry"}
        assert made.diagnostics == ()

    def test_an_undecided_clause_for_another_audience_is_no_warning(self) -> None:
        assert plan(clause(slug="a", more=FOREIGN + "audiences: [court]\n")).diagnostics == ()

    def test_retired(self) -> None:
        files = clause(slug="a")
        yaml = {path: text.replace("status: draft", "status: retired") for path, text in files.items()}
        assert reasons(plan(yaml)) == {"a": "it is retired"}

    def test_excluded(self) -> None:
        assert reasons(plan(clause(slug="a"), case=CASE + "clauses: {exclude: [a]}\n")) == {"a": "the case excludes it"}

    def test_no_part_for_its_kind(self) -> None:
        assert reasons(plan(clause(slug="a", kind="procedure"))) == {
            "a": "the profile “test” has no part for clauses of the kind procedure"
        }

    def test_none(self) -> None:
        made = plan(clause(slug="a"), case=CASE + "clauses: none\n")
        assert (chosen(made), reasons(made), made.diagnostics) == ([], {}, ())


class TestInclude:
    def test_against_condition_audience_and_status(self) -> None:
        files = clause(slug="a", more=FOREIGN + "audiences: [court]\n")
        files = {path: text.replace("status: draft", "status: retired") for path, text in files.items()}
        made = plan(files, case=UNFUNDED + "clauses: {include: [a]}\n")
        assert reasons(made) == {"a": "the case includes it"}
        assert chosen(made) == ["a"]

    def test_without_a_part_that_takes_it(self) -> None:
        made = plan(clause(slug="a", kind="procedure"), case=CASE + "clauses: {include: [a]}\n")
        assert errors(made.diagnostics) == [("clause-unplaced", "a")]
        assert str(made.diagnostics[0].span) == "case.yaml:3:21"

    def test_required_without_a_part_that_takes_it(self) -> None:
        made = plan(clause(slug="a", more="requires: [b]\n"), clause(slug="b", kind="procedure"))
        [problem] = made.diagnostics
        assert problem.code == "clause-unplaced"
        assert problem.message == "The profile “test” has no part that takes the clause “b”."

    @pytest.mark.parametrize("key", ["include: [alhpa]", "exclude: [alhpa]", "order: [alhpa]", "tones: {alhpa: neutral}"])
    def test_unknown_names(self, key: str) -> None:
        made = plan(clause(slug="alpha"), case=CASE + f"clauses: {{{key}}}\n")
        assert errors(made.diagnostics) == [("unknown-clause", "alhpa")]
        assert made.diagnostics[0].hint == "did you mean “alpha”?"


class TestOrder:
    def test_catalogue_then_name_within_the_parts_in_profile_order(self) -> None:
        made = plan(
            clause(slug="d", kind="remedy", catalogue="C01"),
            clause(slug="c", catalogue="C02"),
            clause(slug="b", catalogue="C10"),
            clause(slug="a"),
            clause(slug="z", kind="facts"),
        )
        assert [(one.part.id, one.clause.slug) for one in made.value.planned] == [
            ("facts", "z"),
            ("law", "c"),
            ("law", "b"),
            ("law", "a"),
            ("end", "d"),
        ]

    def test_the_profile_names_some_first(self) -> None:
        profile = PROFILE.replace("kinds: [treaty-obligation, soft-law]", "kinds: [treaty-obligation]\n    clauses: [c, b]")
        made = plan(clause(slug="a", catalogue="C01"), clause(slug="b"), clause(slug="c"), profile=profile)
        assert chosen(made) == ["c", "b", "a"]

    def test_a_part_takes_the_clause_that_it_names_whatever_its_kind(self) -> None:
        profile = PROFILE.replace("kinds: [remedy]", "kinds: []\n    clauses: [a]")
        [one] = plan(clause(slug="a"), profile=profile).value.planned
        assert one.part.id == "end"

    def test_the_case_goes_before_the_profile(self) -> None:
        profile = PROFILE.replace("kinds: [treaty-obligation, soft-law]", "kinds: [treaty-obligation]\n    clauses: [c, b]")
        case = CASE + "clauses: {order: [a, b]}\n"
        assert chosen(plan(clause(slug="a"), clause(slug="b"), clause(slug="c"), profile=profile, case=case)) == ["a", "b", "c"]

    def test_the_left_out_are_listed_by_catalogue(self) -> None:
        made = plan(clause(slug="a", catalogue="C09"), clause(slug="b", catalogue="C02"), case=CASE + "clauses: {exclude: [a, b]}\n")
        assert [one.clause.slug for one in made.value.left_out] == ["b", "a"]


def test_tones_of_the_case_and_of_single_clauses() -> None:
    made = plan(clause(slug="a"), clause(slug="b"), case=CASE + "tone: cooperative\nclauses: {tones: {b: adversarial}}\n")
    assert [(one.clause.slug, one.tone) for one in made.value.planned] == [("a", "cooperative"), ("b", "adversarial")]


def test_conditions_that_ask_too_much_together_end_with_an_error_at_the_first_that_stays_open() -> None:
    clauses = [clause(slug=f"c{number}", more="when: any(measures, any(measures, amount_kzt > 5))\n") for number in range(30)]
    case = CASE + f"facts: {{measures: [{', '.join(['{amount_kzt: 1}'] * 400)}]}}\n"
    start = time.monotonic()
    made = plan(*clauses, case=case)
    assert time.monotonic() - start < PATIENCE
    [problem] = [one for one in made.diagnostics if one.is_error]
    assert (problem.code, problem.span and problem.span.text) == ("template-limit", "any(measures, any(measures, amount_kzt > 5))")
    assert str(problem.span) == "clauses/arguments/c1/clause.yaml:5:7"
    assert chosen(made) == []


_YAML = "clauses/arguments/a/clause.yaml"


@pytest.mark.parametrize("files", [{_YAML: clause(slug="a")[_YAML]}, clause("\n", slug="a")], ids=["no file", "an empty file"])
def test_a_clause_without_text_in_the_language(files: dict[str, str]) -> None:
    [problem] = plan(files).diagnostics
    assert (problem.code, problem.message) == ("missing-text", "The clause “a” has no text in “en”.")
    assert str(problem.span) == f"{_YAML}:1:1"


def test_an_unknown_clause_in_the_library_is_one_problem() -> None:
    made = plan(clause(slug="alpha", more="requires: [beta]\n"))
    assert said(made.diagnostics) == [("unknown-clause", "beta")]


def test_an_argument_goes_by_its_steps_before_the_catalogue() -> None:
    steps = ["remedy", "development", "non-discrimination", "necessity", "aim", "legality", "scope"]
    kind = {"remedy": "remedy"}
    clauses = [
        clause("T.", slug=step, catalogue=f"C{at}", kind=kind.get(step, "soft-law"), more="" if step in kind else f"step: {step}\n")
        for at, step in enumerate(steps)
    ]
    profile = PROFILE.replace("[treaty-obligation, soft-law]", "[soft-law, remedy]").replace("kinds: [remedy]", "kinds: []")
    made = stages(CASE, library(*clauses, profile=profile)).value.plan
    assert [one.clause.slug for one in made.planned] == list(reversed(steps))


def test_a_step_that_is_none_is_reported_and_harms_nothing() -> None:
    run = stages(CASE, library(clause("T.", slug="a", more="step: legalty\n")))
    assert errors(run.diagnostics) == [("unknown-choice", "legalty")]
