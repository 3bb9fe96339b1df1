"""A public build that would give somebody away, as a user meets it; and one that only looks as if it did."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

CASE = """\
profile: memo
title: A memo
clauses: none
sections: {text: body.md}
facts:
  org: {name: {en: Green Steppe Foundation, ru: "Фонд «Зелёная степь»"}, legal_form: a public foundation}
  person: {name: NAME}
  measures: [{type: fine, date: 2025-01-02, case_number: NUMBER}]
"""


def built(briefkit: Run, memo: Path, text: str, name: str = "Nurlan Akhmetov", number: str = "3599-25/1", ending: str = "docx") -> str:
    """What a public build of a memo with this text says; its file is there if nothing stops it."""
    files = {"case.yaml": CASE.replace("NAME", name).replace("NUMBER", number), "body.md": f"{text}\n"}
    ran = briefkit("build", str(memo / "case.yaml"), "--public", "-o", f"out.{ending}", files=files)
    assert Path(f"out.{ending}").exists() == (ran.exit_code == 0)
    return ran.output


@pytest.mark.parametrize("ending", ["docx", "html", "txt"])
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The court refused Akhmetova.", "person.name"),
        ("Суд отказал Ахметову.", "person.name"),
        ("Соттың Нұрлан Ахметовке жауабы.", "person.name"),
        ("It closed Zelyonaya Step at once.", "org.name"),
        ("Закрыли «Зеленую степь».", "org.name"),
        ("It is case 3599 25 1.", "measure.case_number"),
    ],
)
def test_a_value_in_another_form_stops_the_build(briefkit: Run, memo: Path, ending: str, text: str, fact: str) -> None:
    said = built(briefkit, memo, text, ending=ending)
    assert f"error[leak]: The public document gives {fact} away" in said
    assert "Nothing was built" in said


@pytest.mark.parametrize(
    "text",
    [
        "{{ person.name }} and {{ org.name }}, a foundation of the steppe, in green, under {{ measure.case_number }}.",
        "The Foundation says so. A fund of Astana, and Nurlan of Almaty.",
        "Фонд в степи; зелёная трава; номер 3599.",
    ],
)
def test_ordinary_words_stop_nothing(briefkit: Run, memo: Path, text: str) -> None:
    assert "leak" not in built(briefkit, memo, text)


def test_a_surname_that_is_a_word_is_a_warning(briefkit: Run, memo: Path) -> None:
    said = built(briefkit, memo, "Example 2 is about a court.", name="A. Example")
    assert "warning[leak-possible]: “Example” may give person.name away" in said
    assert "Built out.docx" in said


def test_a_value_that_cannot_be_searched_for_stops_the_build(briefkit: Run, memo: Path) -> None:
    said = built(briefkit, memo, "A text.", number='"7"')
    assert "error[value-short]: The value of measure.case_number is too short to be searched for: “7”." in said
