"""Answers from a file: every form that they may take, and everything that can be wrong with them."""

from __future__ import annotations

import pytest
from sittings import depending, given, plain, small
from workspace import said

from briefkit.cli.speaking import tell_in
from briefkit.diagnostics import Checked, Diagnostic
from briefkit.interview import Interview, answer_from, facts_of
from briefkit.source import Source

EVERY = "{{ org.name }}{{ org.budget_kzt }}{{ org.activities }}{{ measure.date }}{{ measure.type }}{{ measure.reasons }}"


def filed(text: str, interview: Interview | None = None) -> Checked[Interview]:
    return answer_from(Source("a.yaml", text), interview or small(plain("a", EVERY)), tell_in)


def answered(checked: Checked[Interview]) -> dict[str, object]:
    return {str(one.topic): one.value for one in checked.value.answers if one.value is not None}


def one(checked: Checked[Interview]) -> Diagnostic:
    [problem] = checked.diagnostics
    return problem


class TestForms:
    @pytest.mark.parametrize("text", ["org.name: X\n", "org:\n  name: X\n", "org: {name: X}\n", '{"org": {"name": "X"}}'])
    def test_a_fact_by_its_path_or_within_its_common_name(self, text: str) -> None:
        assert filed(text).diagnostics == ()
        assert answered(filed(text)) == {"org.name": "X"}

    @pytest.mark.parametrize(
        "text", ["org.activities: a; b\n", "org.activities: [a, b]\n", "org.activities:\n- a\n- b\n", "org.activities: |\n  a\n  b\n"]
    )
    def test_a_list(self, text: str) -> None:
        assert answered(filed(text)) == {"org.activities": ("a", "b")}

    def test_records(self) -> None:
        checked = filed("measures:\n- {type: fine, date: 14.03.2025}\n- {type: a warning, complained_of: yes}\n")
        assert checked.diagnostics == ()
        assert [name for name, _ in facts_of(checked.value).entries][:2] == ["measures", "measure"]
        assert facts_of(checked.value).day("measure.date") is None
        assert answered(checked)["measures[3]"] is False

    @pytest.mark.parametrize(("typed", "listed"), [("no", True), ("нет", True), ("[]", True), ("''", False)])
    def test_no_records(self, typed: str, listed: bool) -> None:
        assert (facts_of(filed(f"measures: {typed}\n").value).get("measures") is not None) is listed

    def test_what_the_file_does_not_say_is_skipped(self) -> None:
        checked = filed("")
        assert checked.diagnostics == ()
        assert {one.value for one in checked.value.answers} == {None}

    def test_the_document_itself(self) -> None:
        library = small(plain("a", EVERY)).holdings
        checked = filed("profile: Test opinion\nlanguage: en\ntitle: A title\ndate: 14 March 2025\ntone: adversarial\n", Interview(library))
        assert checked.diagnostics == ()
        assert (checked.value.tone, str(checked.value.day), checked.value.of_document("title")) == ("adversarial", "2025-03-14", "A title")

    def test_an_option_counts_before_the_file(self) -> None:
        checked = filed("title: Another\n")
        assert checked.diagnostics == ()
        assert checked.value.of_document("title") == "T"


class TestWrong:
    @pytest.mark.parametrize(
        ("text", "code", "under"),
        [
            ("org.budget_kzt: many\n", "answer-wrong", "many"),
            ("measures:\n- date: 14.03.25\n", "answer-wrong", "14.03.25"),
            ("measures: [{type: fin}]\n", "answer-wrong", "fin"),
            ("org.nam: X\n", "answer-unknown", "org.nam"),
            ("org: {nam: X}\n", "answer-unknown", "nam"),
            ("measures: [{typ: fine}]\n", "answer-unknown", "typ"),
            ("measure.type: fine\n", "answer-unknown", "measure.type"),
            ("org.name: [X]\n", "wrong-type", "[X]"),
            ("org.name: {en: X}\n", "wrong-type", "{en: X}"),
            ("measures: {type: fine}\n", "wrong-type", "{type: fine}"),
            ("measures: [fine]\n", "wrong-type", "fine"),
            ("- org.name\n", "wrong-type", "- org.name"),
            ("org.name: 'X\n", "yaml-syntax", ""),
        ],
    )
    def test_each_mistake_has_its_place(self, text: str, code: str, under: str) -> None:
        found = said(filed(text).diagnostics)
        assert [(name, words.strip()) for name, words in found] == [(code, under)]

    def test_an_example_is_given(self) -> None:
        problem = one(filed("org.budget_kzt: many\n"))
        assert (problem.message, problem.hint) == ("“many” is not a sum.", "For example: 1,200,000 or 1.2 million")

    def test_in_the_language_of_the_document(self) -> None:
        library = small(plain("a", EVERY)).holdings
        russian = Interview(library, (given("language", "ru"), given("profile", "test")))
        problem = one(filed("org.foreign_funding: возможно\n", russian))
        said = ("«возможно»: ответьте да или нет.", "Например: да")
        assert (tell_in("ru", problem.message), tell_in("ru", problem.hint)) == said
        assert (problem.message, problem.hint) == ("“возможно”: answer yes or no.", "For example: yes")

    @pytest.mark.parametrize(("text", "hint"), [("org.nam: X\n", "did you mean “org.name”?"), ("titel: X\n", "did you mean “title”?")])
    def test_a_slip_is_guessed_at(self, text: str, hint: str) -> None:
        assert one(filed(text)).hint == hint

    @pytest.mark.parametrize("text", ["measure.type: fine\n", "measure: {type: fine}\n"])
    def test_a_field_of_records_outside_of_them(self, text: str) -> None:
        problem = one(filed(text))
        assert problem.message == "“measure.type” is asked of each record of “measures”."
        assert problem.hint == "write it within one of them: measures: [{…}]"

    def test_all_of_them_at_once(self) -> None:
        checked = filed("org.nam: X\norg.budget_kzt: many\nmeasures: [{date: yesterday}]\n")
        assert [code for code, _ in said(checked.diagnostics)] == ["answer-unknown", "answer-wrong", "answer-wrong"]

    def test_a_file_that_does_not_say_which_document(self) -> None:
        problem = one(filed("org.name: X\n", Interview(small().holdings, (given("language", "en"),))))
        assert (problem.code, problem.hint) == ("missing-key", "give --profile, or profile: in the file")


class TestUnused:
    def test_what_nothing_asks_for_is_noted_and_kept(self) -> None:
        checked = filed("never.used: X\n")
        problem = one(checked)
        assert (problem.code, problem.is_error, problem.span.text if problem.span else "") == ("answer-unused", False, "X")
        assert problem.message == "Nothing in this document asks for “never.used”; the case has it all the same."
        assert answered(checked) == {"never.used": "X"}

    def test_of_a_condition_that_is_settled_otherwise(self) -> None:
        interview = small(depending("a", "org.foreign_funding and error.days_late > 3"))
        assert said(filed("org.foreign_funding: no\nerror.days_late: 5\n", interview).diagnostics) == [("answer-unused", "5")]
        assert filed("org.foreign_funding: yes\nerror.days_late: 5\n", interview).diagnostics == ()
