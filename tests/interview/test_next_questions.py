"""Which questions are asked, in which order: what a document needs follows from its conditions and texts."""

from __future__ import annotations

from datetime import date

import pytest
from sittings import PROFILE, asked_with, depending, given, plain, sit, small

from briefkit.cli.speaking import tell_in
from briefkit.interview import Interview, Topic, next_question, skipped, take, unknown_facts

ROW = {"measures[1]": "yes", "measures[2]": "no"}


class TestTheDocument:
    def test_is_asked_about_first(self) -> None:
        interview = Interview(small().holdings)
        _, asked = sit(interview, {"language": "en", "profile": "test"})
        assert [str(one.topic) for one in asked] == ["language", "profile", "title", "date", "tone"]

    def test_what_an_option_says_is_not_asked(self) -> None:
        interview = Interview(small().holdings, (given("language", "ru"), given("profile", "test")))
        question = next_question(interview)
        assert question is not None
        assert (question.topic, tell_in("ru", question.text)) == (Topic("title"), "Как озаглавлен документ?")

    def test_each_language_is_offered_under_its_own_name(self) -> None:
        question = next_question(Interview(small().holdings))
        assert question is not None
        assert question.text == "In which language is the document?"
        assert [label for _, label in question.choices] == ["English", "Русский", "Қазақша"]

    def test_only_kinds_of_documents_that_are_made_in_the_language_are_offered(self) -> None:
        profiles = {language: next_question(Interview(small().holdings, (given("language", language),))) for language in ("ru", "kk")}
        assert [one.choices if one else None for one in profiles.values()] == [(("test", "Проверочное заключение"),), ()]

    def test_the_day_decides_a_condition(self) -> None:
        interview = small(depending("late", "date >= 2026-07-01", "{{ org.name }}"))
        assert asked_with(interview, {"date": "01.07.2026"}) == ["org.name"]
        assert asked_with(interview, {"date": "30.06.2026"}) == []


class TestConditions:
    def test_only_what_a_clause_asks_or_prints_is_asked(self) -> None:
        assert asked_with(small(plain("a", "{{ org.name }}"), depending("b", "org.foreign_funding")), {}) == [
            "org.foreign_funding",
            "org.name",
        ]

    def test_nothing_is_asked_where_nothing_is_needed(self) -> None:
        assert asked_with(small(plain("a", "Words.")), {}) == []

    def test_what_decides_most_clauses_comes_first(self) -> None:
        clauses = [depending("a", "error.days_late > 3"), depending("b", "org.foreign_funding"), depending("c", "error.days_late > 9")]
        assert asked_with(small(*clauses), {}) == ["error.days_late", "org.foreign_funding"]

    @pytest.mark.parametrize(("typed", "asked"), [("yes", ["org.name"]), ("no", []), ("", [])])
    def test_an_answer_brings_what_the_clause_prints(self, typed: str, asked: list[str]) -> None:
        interview = small(depending("a", "org.foreign_funding", "{{ org.name }}"))
        assert asked_with(interview, {"org.foreign_funding": typed}) == ["org.foreign_funding", *asked]

    @pytest.mark.parametrize(
        ("when", "typed", "asked"),
        [
            ("org.foreign_funding and error.days_late > 3", "no", []),
            ("org.foreign_funding and error.days_late > 3", "yes", ["error.days_late"]),
            ("org.foreign_funding or error.days_late > 3", "yes", []),
            ("org.foreign_funding or error.days_late > 3", "no", ["error.days_late"]),
            ("org.foreign_funding or error.days_late > 3", "", ["error.days_late"]),
            ("not org.foreign_funding and error.days_late > 3", "yes", []),
        ],
    )
    def test_what_no_longer_decides_is_not_asked(self, when: str, typed: str, asked: list[str]) -> None:
        assert asked_with(small(depending("a", when)), {"org.foreign_funding": typed}) == ["org.foreign_funding", *asked]

    def test_of_clauses_for_others_nothing_is_asked(self) -> None:
        others = {path: text.replace("audiences: [ministry]", "audiences: [court]") for path, text in plain("a", "{{ org.name }}").items()}
        retired = {path: text.replace("status: draft", "status: retired") for path, text in plain("b", "{{ org.name }}").items()}
        remedy = {path: text.replace("treaty-obligation", "remedy") for path, text in plain("c", "{{ org.name }}").items()}
        assert asked_with(small(others, retired, remedy), {}) == []

    def test_a_clause_that_another_requires_is_asked_about(self) -> None:
        requiring = {path: text + "requires: [b]\n" * path.endswith("yaml") for path, text in depending("a", "org.foreign_funding").items()}
        interview = small(requiring, depending("b", "error.days_late > 3", "{{ org.name }}"))
        assert asked_with(interview, {"org.foreign_funding": "yes"}) == ["org.foreign_funding", "error.days_late", "org.name"]


class TestTexts:
    @pytest.mark.parametrize(
        ("text", "answers", "asked"),
        [
            ("{% if org.foreign_funding %}{{ org.name }}{% endif %}", {"org.foreign_funding": "yes"}, ["org.name"]),
            ("{% if org.foreign_funding %}{{ org.name }}{% endif %}", {"org.foreign_funding": "no"}, []),
            ("{% if org.foreign_funding %}{{ org.name }}{% endif %}", {}, []),
            ("{% if org.foreign_funding %}a{% else %}{{ org.name }}{% endif %}", {"org.foreign_funding": "yes"}, []),
            ("{% if org.foreign_funding %}a{% else %}{{ org.name }}{% endif %}", {"org.foreign_funding": "no"}, ["org.name"]),
            ("{% if not org.foreign_funding %}{% if org.name %}x{% endif %}{% endif %}", {"org.foreign_funding": "yes"}, []),
            (
                "{% if org.foreign_funding %}{% for one in org.activities %}{{ one }}{% endfor %}{% endif %}",
                {"org.foreign_funding": "no"},
                [],
            ),
        ],
    )
    def test_what_stands_under_a_false_condition_is_not_asked(self, text: str, answers: dict[str, str], asked: list[str]) -> None:
        assert asked_with(small(plain("a", text)), answers) == ["org.foreign_funding", *asked]

    def test_the_other_branch_is_asked_about_only_where_the_first_fails(self) -> None:
        interview = small(plain("a", "{% if org.name %}{{ org.name }}{% elif basis %}{{ basis }}{% else %}{{ never.used }}{% endif %}"))
        assert asked_with(interview, {"org.name": "X"}) == ["org.name"]
        assert asked_with(interview, {"basis": "@covenant"}) == ["org.name", "basis"]
        assert asked_with(interview, {}) == ["org.name", "basis", "never.used"]

    def test_the_tone_of_the_document_is_known(self) -> None:
        text = '{% if tone == "neutral" %}{{ org.name }}{% else %}{{ basis }}{% endif %}'
        assert asked_with(small(plain("a", text)), {}) == ["org.name"]

    def test_facts_of_texts_are_asked_in_the_order_of_their_declaration(self) -> None:
        assert asked_with(small(plain("a", "{{ error.days_late }} {{ org.activities }}"), plain("b", "{{ org.name }}")), {}) == [
            "org.name",
            "org.activities",
            "error.days_late",
        ]

    def test_of_the_profile_too(self) -> None:
        profile = PROFILE.replace("kinds: [facts],", "kinds: [facts], opens: [heading], lists: chronology,")
        profile += "asks: [{fact: basis, says: {en: name it}}]\n"
        assert asked_with(small(profile=profile, heading="{{ org.name }}"), {"measures[1]": "no"}) == ["org.name", "measures[1]", "basis"]


class TestRecords:
    def test_one_after_the_other_until_there_is_no_more(self) -> None:
        interview = small(plain("a", "{% for one in measures %}{{ one.date }}{% endfor %}"), depending("b", "org.foreign_funding"))
        answers = {"measures[1]": "yes", "measures[2]": "yes", "measures[3]": "no", "measures[2].complained_of": "yes"}
        assert asked_with(interview, answers) == [
            "org.foreign_funding",
            "measures[1]",
            "measures[1].complained_of",
            "measures[1].date",
            "measures[2]",
            "measures[2].complained_of",
            "measures[2].date",
            "measures[3]",
        ]

    def test_once_one_is_marked_the_others_are_not_asked_whether_they_are_it(self) -> None:
        interview = small(plain("a", "{% for one in measures %}{{ one.date }}{% endfor %}"))
        answers = {"measures[1]": "yes", "measures[1].complained_of": "yes", "measures[2]": "yes"}
        assert "measures[2].complained_of" not in asked_with(interview, answers)

    def test_what_concerns_the_one_complained_of_is_asked_of_that_one(self) -> None:
        interview = small(plain("a", "{{ measure.authority }}{% for one in measures %}{{ one.date }}{% endfor %}"))
        answers = {"measures[1]": "yes", "measures[1].complained_of": "no", "measures[2]": "yes", "measures[2].complained_of": "yes"}
        asked = asked_with(interview, answers)
        assert [one for one in asked if "authority" in one] == ["measures[2].authority"]
        assert [one for one in asked if "date" in one] == ["measures[1].date", "measures[2].date"]

    def test_the_only_one_is_the_one_complained_of(self) -> None:
        interview = small(depending("a", 'measure.type == "fine"', "{{ measure.authority }}"))
        assert asked_with(interview, {**ROW, "measures[1].type": "fine"})[-2:] == ["measures[1].authority", "measures[2]"]
        assert "measures[1].authority" not in asked_with(interview, {**ROW, "measures[1].type": "warning"})

    @pytest.mark.parametrize(("typed", "known"), [("no", True), ("", False)])
    def test_none_at_all_is_an_answer_and_no_answer_is_none(self, typed: str, known: bool) -> None:
        interview, asked = sit(small(depending("a", 'any(measures, type == "fine")')), {"measures[1]": typed})
        assert [str(one.topic) for one in asked] == ["date", "measures[1]"]
        assert ("measures" not in [one.path for one in unknown_facts(interview)]) is known

    def test_any_asks_for_the_field_of_each(self) -> None:
        interview = small(depending("a", 'any(measures, type == "fine")'))
        answers = {"measures[1]": "yes", "measures[1].type": "warning", "measures[2]": "yes", "measures[2].type": "fine"}
        assert [one for one in asked_with(interview, answers) if "type" in one] == ["measures[1].type", "measures[2].type"]

    @pytest.mark.parametrize(
        ("text", "asked"),
        [
            ("{{ one.date }}", ["type", "date"]),
            ("{% if one.authority %}{{ one.date }}{% endif %}", ["type", "authority", "date"]),
            ('{% if one.type == "fine" %}x{% else %}{{ one.date }}{% endif %}', ["type", "date"]),
            ('{% if tone == "neutral" %}x{% else %}{{ one.date }}{% endif %}', ["type"]),
            ('{% if tone == "neutral" %}{{ one.date }}{% else %}x{% endif %}', ["type", "date"]),
            ("{% if org.foreign_funding %}{{ one.date }}{% endif %}", ["type"]),
        ],
    )
    def test_within_a_loop_what_may_be_printed_of_one_is_asked_of_each(self, text: str, asked: list[str]) -> None:
        interview = small(plain("a", "{% for one in measures %}{{ one.type }}" + text + "{% endfor %}"))
        answers = {"measures[1]": "yes", "measures[1].type": "fine", "measures[1].authority": "X", "org.foreign_funding": "no"}
        fields = [one for one in asked_with(interview, answers) if one.startswith("measures[1].") and "complained" not in one]
        assert fields == [f"measures[1].{name}" for name in asked]

    def test_what_comes_in_later_is_asked_of_a_record_that_is_over(self) -> None:
        interview = small(depending("a", 'measure.type == "fine" and org.foreign_funding', "{{ measure.authority }}"))
        asked = asked_with(interview, {**ROW, "measures[1].type": "fine", "org.foreign_funding": "yes"})
        assert asked[-3:] == ["measures[2]", "org.foreign_funding", "measures[1].authority"]


class TestGoingOn:
    def test_back_is_the_same_question_again(self) -> None:
        interview = small(depending("a", "org.foreign_funding", "{{ org.name }}"), depending("b", "error.days_late > 3"))
        while (question := next_question(interview)) is not None:
            answer = take(question.topic, {"yes-no": "yes", "count": "5", "date": "01.02.2026"}.get(question.type, "x"), interview, tell_in)
            further = interview.with_answer(answer)  # type: ignore[arg-type]
            assert next_question(further.without_last()) == question
            interview = further
        assert len(interview.answers) == 4

    def test_progress_counts_what_was_asked_and_foresees_the_rest(self) -> None:
        interview = small(
            depending("a", "org.foreign_funding and error.days_late > 3"), plain("b", "{% if org.name %}{{ basis }}{% endif %}")
        )
        _, asked = sit(interview, {"org.foreign_funding": "no", "org.name": "X"})
        assert [(str(one.topic), one.number, one.about) for one in asked] == [
            ("date", 1, 5),
            ("org.foreign_funding", 2, 5),
            ("org.name", 3, 4),
            ("basis", 4, 4),
        ]


class TestUnknown:
    def test_facts_and_the_clauses_that_wait_for_them(self) -> None:
        clauses = [
            depending("a", "org.foreign_funding"),
            plain("b", "{{ org.name }}"),
            plain("c", "{% if org.name %}{{ basis }}{% endif %}"),
        ]
        interview, _ = sit(small(*clauses, depending("d", "date > 2026-01-01")), {"org.foreign_funding": "", "date": ""})
        assert [(one.path, one.clauses) for one in unknown_facts(interview)] == [
            ("date", ("d",)),
            ("org.foreign_funding", ("a",)),
            ("org.name", ("b", "c")),
        ]

    def test_what_was_answered_is_known(self) -> None:
        interview, _ = sit(small(depending("a", "org.foreign_funding")), {"org.foreign_funding": "no", "date": "2026-01-01"})
        assert unknown_facts(interview) == ()

    def test_a_fact_of_the_profile_alone_has_no_clause(self) -> None:
        interview, _ = sit(small(profile=PROFILE + "asks: [{fact: basis, says: {en: name it}}]\n"), {"date": "2026-01-01"})
        assert [(one.path, one.text, one.clauses) for one in unknown_facts(interview)] == [("basis", "Basis?", ())]


def test_a_skipped_question_is_not_asked_again() -> None:
    interview = small(plain("a", "{{ org.name }}")).with_answer(skipped(Topic("date")))
    assert next_question(interview.with_answer(skipped(Topic("org.name")))) is None


def test_the_day_is_a_day() -> None:
    interview, _ = sit(small(), {"date": "1 мая 2026"})
    assert interview.day == date(2026, 5, 1)
