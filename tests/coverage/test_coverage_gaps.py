"""The four lists: facts without use or source, claims without authority, adverse authority that is not met."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from matrices import matrix_of
from workspace import AUTHORITIES, CASE, FACTS, PROFILE, clause, library

from briefkit.diagnostics import Diagnostic

LAW = clause("{{ org.name }} [@covenant, art 22(1)].", slug="law")


def under(found: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.code, one.span.text if one.span else "") for one in found]


class TestUnused:
    @pytest.mark.parametrize(
        ("text", "listed"),
        [
            ("{{ org.name }}", ["9"]),
            ("{{ org.name }} {{ error.days_late }}", []),
            ("{{ org.name }} {% if error.days_late > 3 %}late{% endif %}", []),
            ("{% if forum %}{{ error.days_late }}{% endif %}", ["Aikyn", "9"]),  # a branch that is not taken prints nothing
        ],
    )
    def test_what_nothing_prints_or_asks(self, text: str, listed: list[str]) -> None:
        case = CASE + "facts: {org.name: Aikyn, error.days_late: 9}\n"
        found = matrix_of(case, library(clause(f"Words {text}.", slug="a"))).unused
        assert under(found) == [("fact-without-use", one) for one in listed]

    def test_a_condition_that_left_its_clause_out_has_asked(self) -> None:
        case = CASE + "facts: {org: {name: Aikyn, foreign_funding: false}}\n"
        assert under(matrix_of(case, library(LAW, clause(slug="b", more="when: org.foreign_funding\n"))).unused) == []

    def test_each_record_for_itself(self) -> None:
        case = CASE + "facts: {measures: [{id: m1, complained_of: true, date: 2025-03-14}, {id: m2, date: 2025-06-01}]}\n"
        layer = library(clause("On {{ measure.date }}.", slug="a"))
        assert under(matrix_of(case, layer).unused) == [("fact-without-use", "2025-06-01")]
        layer = library(clause("{% if any(measures, date > 2025-01-01) %}On{% endif %} {{ measure.date }}.", slug="a"))
        assert under(matrix_of(case, layer).unused) == []

    def test_what_is_printed_as_a_number_only(self) -> None:
        case = CASE + "facts: {org.activities: [a, b]}\n"
        assert under(matrix_of(case, library(clause("{{ org.activities|length }} fields.", slug="a"))).unused) == []

    def test_the_title_and_a_listing_print_as_well(self) -> None:
        case = 'profile: test\ntitle: "On {{ org.name }}"\nfacts: {org.name: Aikyn, measures: [{type: fine, date: 2025-03-14}]}\n'
        layer = library(clause(slug="a"), profile=PROFILE.replace("kinds: [facts]", "lists: chronology"))
        assert under(matrix_of(case, layer).unused) == []

    def test_an_act_that_is_printed_as_a_citation(self) -> None:
        case = CASE + 'facts: {measures: [{legal_basis: "@covenant, art 19", type: fine}]}\n'
        layer = library(clause("Under {{ measure.legal_basis }}.", slug="a"))
        assert under(matrix_of(case, layer).unused) == [("fact-without-use", "fine")]


class TestClaims:
    @pytest.mark.parametrize(
        ("kind", "text", "listed"),
        [
            ("treaty-obligation", "We say so.", True),
            ("treaty-obligation", "We say so.\n\nAnd so does it [@covenant, art 22(1)].", False),
            ("treaty-obligation", "We say so.^[See @report.]", False),
            ("facts", "It happened.", False),
            ("remedy", "Pay it back.", False),
        ],
    )
    def test_a_clause_of_the_argument_that_cites_nothing(self, kind: str, text: str, listed: bool) -> None:
        found = matrix_of(CASE, library(clause(text, slug="a", kind=kind))).unsupported
        assert [one.message for one in found] == (["The clause “a” argues and cites nothing."] if listed else [])

    @pytest.mark.parametrize(("part", "listed"), [("law", True), ("end", False)])
    def test_own_text_in_a_part_of_the_argument(self, part: str, listed: bool) -> None:
        case = CASE + f"clauses: none\nsections: {{{part}: own.md}}\n"
        found = matrix_of(case, library(), {"own.md": "We say so.\n"}).unsupported
        assert [(one.message, one.span.source.name if one.span else "") for one in found] == (
            [("The text of the part “law” argues and cites nothing.", "own.md")] if listed else []
        )


class TestSources:
    @pytest.mark.parametrize(
        ("given", "text", "listed"),
        [
            ("error.days_late: 9", "{{ error.days_late }}", ["9"]),
            ("error.days_late: 9", "Words.", []),  # it is printed nowhere
            ("error.days_late: {value: 9, source: the decision}", "{{ error.days_late }}", []),
            ("org.name: Aikyn", "{{ org.name }}", []),  # a name is no assertion
            ("org.foreign_funding: true", "{{ org.foreign_funding }}", []),
        ],
    )
    def test_what_is_asserted(self, given: str, text: str, listed: list[str]) -> None:
        found = matrix_of(CASE + f"facts: {{{given}}}\n", library(clause(text, slug="a"))).unsourced
        assert under(found) == [("fact-without-source", one) for one in listed]

    def test_one_line_for_a_record(self) -> None:
        case = CASE + "facts: {measures: [{id: m1, date: 2025-03-14, amount_kzt: 5}]}\n"
        [found] = matrix_of(case, library(clause("{{ measure.date }}, {{ measure.amount_kzt }}.", slug="a"))).unsourced
        assert found.message == "measures 1 (m1): date, amount_kzt are asserted, and the case names no source."

    def test_a_sum_needs_its_own_source(self) -> None:
        case = CASE + "facts: {measures: [{id: m1, date: {value: 2025-03-14, source: x}, amount_kzt: 5}]}\n"
        [found] = matrix_of(case, library(clause("{{ measure.date }}, {{ measure.amount_kzt }}.", slug="a"))).unsourced
        assert found.message == "measures 1 (m1): amount_kzt is asserted, and the case names no source."

    @pytest.mark.parametrize(
        ("step", "listed"),
        [
            ("{date: 2025-04-22, what: an appeal}", ["[an appeal]", "2025-04-22"]),
            ("{date: {value: 2025-04-22, source: x}, what: an appeal}", []),
        ],
    )
    def test_steps_with_sources_stand_for_the_remedies_that_sum_them_up(self, step: str, listed: list[str]) -> None:
        more = "steps: {type: records, of: step, question: {en: Steps?}}\nstep.date: {type: date, question: {en: When?}}\n"
        more += "step.what: {type: text, question: {en: What?}}\nremedies.used: {type: list, question: {en: Which?}}\n"
        words = clause("{{ remedies.used }}.{% for step in steps %} {{ step.what }} on {{ step.date }}.{% endfor %}", slug="a")
        case = CASE + f"facts: {{remedies.used: [an appeal], steps: [{step}]}}\n"
        found = matrix_of(case, library(words, facts=FACTS + more)).unsourced
        assert under(found) == [("fact-without-source", one) for one in listed]


class TestAdverse:
    @pytest.mark.parametrize(
        ("adverse", "text", "listed"),
        [
            ("{to: [law], says: It may be limited.}", "Words.", True),
            ("{to: [C05], says: It may be limited.}", "Words.", True),
            ("{to: [other], says: It may be limited.}", "Words.", False),
            ("{to: [law], says: It may be limited.}", "Words [@report].", False),
            ("{to: [law], at: para 7, says: It may be limited.}", "Words [@report, para 8].", True),
            ("{to: [law], at: para 7, says: It may be limited.}", "Words [@report, paras 6, 7].", False),
        ],
    )
    def test_a_document_meets_what_it_cites(self, adverse: str, text: str, listed: bool) -> None:
        authorities = AUTHORITIES.replace("    confirmed: false\n", f"    confirmed: true\n    adverse: [{adverse}]\n")
        out = clause(slug="other", more="when: org.foreign_funding\n")
        found = matrix_of(CASE, library(clause(text, slug="law", catalogue="C05"), out, authorities=authorities)).adverse
        assert [(one.code, one.span.text if one.span else "") for one in found] == ([("adverse-not-met", "report")] if listed else [])
        assert all("it speaks against “law”: It may be limited." in one.message for one in found)

    @pytest.mark.parametrize(("day", "listed"), [("2026-06-30", 0), ("2026-07-01", 1)])
    def test_a_law_that_is_not_in_force_yet_speaks_against_nothing(self, day: str, listed: int) -> None:
        custom = "    confirmed: true\n    in-force: 2026-07-01\n    adverse: [{to: [law], says: No.}]\n"
        layer = library(LAW, authorities=AUTHORITIES.replace("    confirmed: false\n", custom))
        assert len(matrix_of(CASE + f"date: {day}\n", layer).adverse) == listed
