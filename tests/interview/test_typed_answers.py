"""Answers as people type them: what they mean, and what is said of those that mean nothing, or two things."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given as for_all
from hypothesis import strategies
from sittings import given, plain, small

from briefkit.cli.speaking import tell_in
from briefkit.interview import Answer, Complaint, Interview, Topic, resumed, shown, take
from briefkit.model.naming import LANGUAGES
from briefkit.wording import write_date, write_number

ASKED = small(plain("a", "Words."))
RUSSIAN = Interview(ASKED.holdings, (given("language", "ru"), *ASKED.given[1:]))


def value(path: str, typed: str, interview: Interview = ASKED) -> object:
    answer = take(topic(path), typed, interview, tell_in)
    return tell_in(interview.language, answer.said) if isinstance(answer, Complaint) else answer.value


def complaint(path: str, typed: str, interview: Interview = ASKED) -> tuple[str, str]:
    """What is said of an answer that cannot be taken, and the example of one that can, in the language of the interview."""
    answer = take(topic(path), typed, interview, tell_in)
    assert isinstance(answer, Complaint)
    return tell_in(interview.language, answer.said), tell_in(interview.language, answer.example)


def topic(path: str) -> Topic:
    records, _, field = path.partition("/")
    return Topic(records, 0, field) if field else Topic(path)


class TestDays:
    @pytest.mark.parametrize(
        "typed",
        [
            "14.03.2025",
            "14.3.2025 г.",
            " 14  марта 2025 ",
            "14 марта 2025 г.",
            "14 Марта 2025 года",
            "14 мар. 2025",
            "2025-03-14",
            "14 March 2025",
            "March 14, 2025",
            "14 Mar 2025",
            "2025 жылғы 14 наурыз",
            "14 наурыз 2025",
            "14\u00a0марта 2025",
        ],
    )
    def test_as_people_write_them(self, typed: str) -> None:
        assert value("measures/date", typed, RUSSIAN) == date(2025, 3, 14)

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("вчера", "«вчера» – не дата."),
            ("14 мартобря 2025", "«14 мартобря 2025» – не дата."),
            ("14/03/2025", "«14/03/2025» – не дата."),
            ("31.02.2025", "Дня «31.02.2025» нет в календаре."),
            ("0 марта 2025", "Дня «0 марта 2025» нет в календаре."),
            ("14.03.25", "«14.03.25»: напишите год четырьмя цифрами."),
        ],
    )
    def test_others_are_said_to_be_none(self, typed: str, said: str) -> None:
        assert complaint("measures/date", typed, RUSSIAN) == (said, "14.03.2025 или 14 марта 2025")

    @for_all(strategies.dates(date(1900, 1, 1), date(2100, 1, 1)), strategies.sampled_from(LANGUAGES))
    def test_as_briefkit_itself_writes_them(self, day: date, language: str) -> None:
        assert value("measures/date", write_date(day, language)) == day


class TestSums:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("1 200 000 тенге", 1_200_000),
            ("1\u00a0200\u00a0000\u00a0₸", 1_200_000),
            ("1,200,000", 1_200_000),
            ("1.200.000", 1_200_000),
            ("1'200'000", 1_200_000),
            ("1200000", 1_200_000),
            ("KZT 1 200 000", 1_200_000),
            ("1.2 млн", 1_200_000),
            ("1,2 млн тенге", 1_200_000),
            ("1.2 million", 1_200_000),
            ("1,2 миллиона", 1_200_000),
            ("3 млрд", 3_000_000_000),
            ("500 тыс. тг", 500_000),
            ("865 мың теңге", 865_000),
            ("1 200 000,50", 1_200_000.5),
            ("1,200,000.50", 1_200_000.5),
            ("1.200.000,50", 1_200_000.5),
            ("0.125", 0.125),
            ("0", 0),
        ],
    )
    @pytest.mark.parametrize("interview", [ASKED, RUSSIAN], ids=["en", "ru"])
    def test_as_people_write_them(self, typed: str, meant: float, interview: Interview) -> None:
        found = value("org.budget_kzt", typed, interview)
        assert (found, type(found)) == (meant, type(meant))

    @pytest.mark.parametrize("typed", ["1.200", "1,200", "865.000", "1,200 млн"])
    def test_that_can_be_read_in_two_ways_are_not_guessed_at(self, typed: str) -> None:
        said = f"«{typed}» можно прочесть двояко: знак отделяет тысячи или дробную часть."
        assert complaint("org.budget_kzt", typed, RUSSIAN) == (said, "1 200 000 тенге или 1,2 млн")

    def test_in_english_a_comma_parts_thousands(self) -> None:
        assert value("org.budget_kzt", "1,200") == 1200
        assert "in two ways" in str(value("org.budget_kzt", "1.200"))

    @pytest.mark.parametrize("typed", ["100 долларов", "$100", "5 000 руб.", "3 млн евро", "100 usd"])
    def test_in_other_money(self, typed: str) -> None:
        assert value("org.budget_kzt", typed, RUSSIAN) == f"«{typed}» – не в тенге. Укажите сумму в тенге."

    @pytest.mark.parametrize(
        "typed", ["много", "-5", "12 34", "1 200 00", "1,20,000", "1.2.3", "1,200.000,5", "1 млн 200 тыс", "9" * 16, "5.", "."]
    )
    def test_others_are_said_to_be_none(self, typed: str) -> None:
        assert value("org.budget_kzt", typed, RUSSIAN) == f"«{typed}» – не сумма."

    @for_all(strategies.integers(0, 10**14), strategies.sampled_from(LANGUAGES))
    def test_as_briefkit_itself_writes_them(self, amount: int, language: str) -> None:
        interview = Interview(ASKED.holdings, (given("language", language), *ASKED.given[1:]))
        assert value("org.budget_kzt", write_number(amount, language), interview) == amount


class TestCounts:
    @pytest.mark.parametrize(("typed", "meant"), [("7", 7), ("1 200", 1200), ("0", 0)])
    def test_whole_numbers(self, typed: str, meant: int) -> None:
        assert value("error.days_late", typed) == meant

    @pytest.mark.parametrize("typed", ["7 дней", "3 недели", "-1", "1.5", "семь", "1" * 16])
    def test_with_a_unit_nobody_knows_what_is_counted(self, typed: str) -> None:
        assert value("error.days_late", typed) == f"“{typed}” is not a whole number."


class TestYesAndNo:
    @pytest.mark.parametrize("typed", ["да", "Да", "д", "yes", "Y", "иә", "ИӘ", "true"])
    def test_yes(self, typed: str) -> None:
        assert value("org.foreign_funding", typed) is True

    @pytest.mark.parametrize("typed", ["нет", "Н", "no", "n", "жоқ", "false"])
    def test_no(self, typed: str) -> None:
        assert value("org.foreign_funding", typed) is False

    def test_anything_else(self) -> None:
        assert complaint("org.foreign_funding", "возможно", RUSSIAN) == ("«возможно»: ответьте да или нет.", "да")


class TestChoices:
    @pytest.mark.parametrize("typed", ["1", "fine", "a fine", "Штраф", " a  FINE "])
    def test_by_number_by_label_in_any_language_or_by_name(self, typed: str) -> None:
        assert value("measures/type", typed) == "fine"

    @pytest.mark.parametrize("typed", ["0", "3", "²", "-1", "fin"])
    def test_that_there_are_not(self, typed: str) -> None:
        assert str(value("measures/type", typed)).startswith(f"“{typed}” is none of the choices.")

    def test_one_that_is_nearly_right(self) -> None:
        said = "«предупреждени»: такого варианта нет. Возможно, «предупреждение»?"
        assert complaint("measures/type", "предупреждени", RUSSIAN) == (said, "1 (штраф)")

    @pytest.mark.parametrize("typed", ["1, 2", "1;2", "tax, order", "taxes, duties; public order", "налоги, 2", "1,1,2"])
    def test_several(self, typed: str) -> None:
        assert value("measures/reasons", typed) == ("tax", "order")

    def test_the_kind_of_document_and_the_language(self) -> None:
        assert value("profile", "1") == value("profile", "Test opinion") == "test"
        assert (value("language", "русский"), value("language", "1")) == ("ru", "en")

    @pytest.mark.parametrize("typed", ["2", "neutral", "нейтральный", " Нейтральный "])
    def test_the_tone_by_its_word_in_the_language_of_the_interview(self, typed: str) -> None:
        assert value("tone", typed, RUSSIAN) == "neutral"

    def test_a_tone_that_is_nearly_right(self) -> None:
        assert complaint("tone", "нейтральны", RUSSIAN) == (
            "«нейтральны»: такого варианта нет. Возможно, «нейтральный»?",
            "1 (сотрудничество)",
        )


class TestLists:
    @pytest.mark.parametrize("typed", ["a, b; c", "a, b ;c;", "a, b\nc", "a, b\n\n c\n"])
    def test_by_semicolon_or_one_a_line(self, typed: str) -> None:
        assert value("org.activities", typed) == ("a, b", "c")

    def test_in_lines_a_semicolon_parts_nothing(self) -> None:
        assert value("org.activities", "a; b\nc") == ("a; b", "c")
        assert value("org.activities", "a; b\n") == ("a", "b")

    def test_of_nothing(self) -> None:
        assert complaint("org.activities", " ; ;") == ("This cannot stand in a text.", "one thing; another")


class TestActs:
    def test_that_the_library_knows(self) -> None:
        assert value("basis", " @covenant,  art 22 ") == "@covenant, art 22"

    @pytest.mark.parametrize("typed", ["covenant", "статья 5", "@", "@covenant @covenant"])
    def test_that_are_no_citation(self, typed: str) -> None:
        assert value("basis", typed) == f"“{typed}” is not a citation of an act."

    def test_that_it_does_not_know(self) -> None:
        assert str(value("basis", "@x1, p 2")).startswith("There is no authority “x1”; an exhibit is cited in the case itself")


class TestTexts:
    @pytest.mark.parametrize(
        ("typed", "meant"), [("  a \t b  ", "a b"), ("a\u2028b", "a b"), ("a\x07b", "ab"), ("a \x07", "a"), ("нет", "нет"), ("12", "12")]
    )
    def test_stand_in_one_line(self, typed: str, meant: str) -> None:
        assert value("org.name", typed) == meant

    def test_without_characters_that_briefkit_keeps_for_itself(self) -> None:
        assert value("org.name", "a\ue000b") == "This cannot stand in a text."

    def test_nothing_typed_skips(self) -> None:
        assert value("org.name", "  ") is None


class TestShown:
    @pytest.mark.parametrize(
        ("path", "typed", "said"),
        [
            ("measures/date", "14.3.2025", "14\u00a0марта 2025\u00a0года"),
            ("org.budget_kzt", "1,2 млн", "1\u00a0200\u00a0000\u00a0тенге"),
            ("measures/type", "1", "штраф"),
            ("org.activities", "a; b", "a и b"),
            ("org.name", "X", ""),
            ("org.foreign_funding", "да", ""),
        ],
    )
    def test_a_day_a_sum_and_a_choice_as_they_were_understood(self, path: str, typed: str, said: str) -> None:
        answer = take(topic(path), typed, RUSSIAN, tell_in)
        assert isinstance(answer, Answer)
        assert shown(answer, RUSSIAN, tell_in) == said


class TestResumed:
    def test_answers_as_they_were_typed(self) -> None:
        again = resumed(ASKED, [(topic("org.name"), "X"), (topic("measures/date"), "14.03.2025"), (topic("basis"), "")], tell_in)
        assert [(str(one.topic), one.value) for one in again.answers] == [
            ("org.name", "X"),
            ("measures[1].date", date(2025, 3, 14)),
            ("basis", None),
        ]

    def test_without_those_that_are_overtaken(self) -> None:
        gone = [
            (Topic("org.gone"), "X"),
            (Topic("measures", 0, "gone"), "X"),
            (Topic("title"), "given by an option"),
            (topic("basis"), "@gone"),
        ]
        assert resumed(ASKED, [*gone, (topic("org.name"), "X")], tell_in) == resumed(ASKED, [(topic("org.name"), "X")], tell_in)
