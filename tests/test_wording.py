"""Facts written out in the document's language."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.model.facts import FactDeclaration, Given
from briefkit.source import Source
from briefkit.wording import numbered, word, write_date, write_fact, write_number

CHOICE = FactDeclaration("measure.type", "choice", choices=(("fine", (("en", "a fine"), ("ru", "штраф"))), ("ban", (("kk", "тыйым"),))))
PLACE = Source("case.yaml", "").whole()


def fact(value: Any, kind: str, language: str, declaration: FactDeclaration | None = None) -> str:
    return write_fact(Given(value, kind, "x", PLACE), declaration, language)


@pytest.mark.parametrize(
    ("value", "kind", "language", "text"),
    [
        ("Aikyn", "text", "kk", "Aikyn"),
        (date(2025, 3, 14), "date", "en", "14\u00a0March 2025"),
        (date(2025, 3, 14), "date", "ru", "14\u00a0марта 2025\u00a0года"),
        (date(2025, 3, 14), "date", "kk", "2025\u00a0жылғы 14\u00a0наурыз"),
        (1200000, "money", "en", "KZT\u00a01,200,000"),
        (1200000, "money", "ru", "1\u00a0200\u00a0000\u00a0тенге"),
        (1200000, "money", "kk", "1\u00a0200\u00a0000\u00a0теңге"),
        (1200000.5, "money", "en", "KZT\u00a01,200,000.5"),
        (12, "count", "en", "12"),
        (12000, "count", "en", "12,000"),
        (0, "count", "en", "0"),
        (True, "yes-no", "en", "yes"),
        (False, "yes-no", "ru", "нет"),
        (True, "yes-no", "kk", "иә"),
        ((), "list", "en", ""),
        (("health",), "list", "en", "health"),
        (("health", "law"), "list", "en", "health and law"),
        (("health", "law", "books"), "list", "en", "health, law and books"),
        (("право", "книги"), "list", "ru", "право и книги"),
        (("құқық", "кітап"), "list", "kk", "құқық және кітап"),
    ],
)
def test_a_fact_is_written_as_its_type_is_in_the_language(value: Any, kind: str, language: str, text: str) -> None:
    assert fact(value, kind, language) == text


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        ("fine", "en", "a fine"),
        ("fine", "ru", "штраф"),
        ("fine", "kk", "a fine"),
        ("ban", "en", "тыйым"),
        ("other", "en", "other"),
        (("fine", "ban"), "ru", "штраф и тыйым"),
    ],
)
def test_a_choice_prints_its_words_and_not_its_name(value: Any, language: str, text: str) -> None:
    assert fact(value, "choice", language, CHOICE) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.12345, "0.12345"), (1234.5678, "1,234.5678"), (-5, "-5"), (10**18, "1,000,000,000,000,000,000"), (1e300, "1e+300")],
)
def test_a_number_loses_nothing(value: float, text: str) -> None:
    assert write_number(value, "en") == text


@given(st.integers(0, 10**17) | st.floats(0, 1e15, allow_nan=False), st.sampled_from(["en", "ru", "kk"]))
def test_any_number_reads_back_as_itself(value: float, language: str) -> None:
    shown = write_number(value, language)
    plain = shown.replace(",", "") if language == "en" else shown.replace("\u00a0", "").replace(",", ".")
    assert float(plain) == pytest.approx(float(value), abs=0, rel=1e-15)


@given(st.floats())
def test_no_number_stops_a_document(value: float) -> None:
    assert write_number(value, "ru")


@given(st.dates())
def test_a_date_names_its_year_and_day_in_each_language(day: date) -> None:
    for language in ("en", "ru", "kk"):
        assert {str(day.year), str(day.day)} <= set(write_date(day, language).split())


def test_the_program_has_each_of_its_words_in_each_language() -> None:
    assert word("and", "ru") == "и"
    assert word("and", "de") == "and"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("para", ("para\u00a05", "п.\u00a05", "5-тармақ")),
        ("note", ("n\u00a05", "сн.\u00a05", "5-сілтеме")),
        ("table", ("Table\u00a05", "Таблица\u00a05", "5-кесте")),
        ("exhibit", ("Exhibit\u00a05", "Приложение\u00a05", "5-қосымша")),
    ],
)
def test_a_number_stands_before_its_word_in_kazakh_and_after_it_elsewhere(kind: str, said: tuple[str, str, str]) -> None:
    assert tuple(numbered(kind, 5, language) for language in ("en", "ru", "kk")) == said
