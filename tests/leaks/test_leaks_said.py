"""What is said of a leak: the fact, the words, the form, the place, and what to do."""

from __future__ import annotations

import pytest

from briefkit.confidential import Search
from briefkit.leaks import find_leaks, leak_problems
from briefkit.source import Source
from tests.confidential.searched import value
from tests.leaks.places import pdf, word

AKHMETOV = value("Nurlan Akhmetov", path="person.name")


def said(made: bytes, name: str, *own: str) -> list[tuple[str, str]]:
    search = Search.of([AKHMETOV], [Source("own.md", one) for one in own])
    return [(one.code, str(one.message)) for one in leak_problems(find_leaks(made, search).value, name)]


def test_a_leak_is_an_error_that_names_fact_form_place_and_words() -> None:
    made = word("<w:p><w:r><w:t>The court fined Akhmetova.</w:t></w:r></w:p>")
    told = "The public document gives person.name away: “Akhmetova” (a surname), in the text (docx): “The court fined Akhmetova.”."
    assert said(made, "docx") == [("leak", told)]


def test_what_stands_often_is_said_once() -> None:
    made = b"Akhmetov, and Akhmetov"
    assert said(made, "txt") == [
        (
            "leak",
            "The public document gives person.name away 2 times: “Akhmetov” (a surname), in txt, first in “Akhmetov, and Akhmetov”.",
        )
    ]


def test_a_word_that_the_library_has_is_a_warning() -> None:
    assert said(b"Akhmetov went on", "txt", "Akhmetov v Kazakhstan") == [
        ("leak-possible", "“Akhmetov” may give person.name away (a surname), in txt: “Akhmetov went on”.")
    ]


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (word(word__footnotes_dot_xml="<a><p>Akhmetov</p></a>"), "the notes (docx)"),
        (word(docProps__core_dot_xml="<a><p>Akhmetov</p></a>"), "the properties (docx)"),
        (word(word__settings_dot_xml="<a><p>Akhmetov</p></a>"), "word/settings.xml (docx)"),
        (pdf(lambda file: None, b"BT /F1 9 Tf (Akhmetov) Tj ET"), "page 1 (docx)"),
    ],
)
def test_a_place_has_the_name_that_people_know(made: bytes, place: str) -> None:
    ((_, message),) = said(made, "docx")
    assert place in message


def test_the_place_that_is_shown_is_where_the_fact_is_given() -> None:
    (problem,) = leak_problems(find_leaks(b"Akhmetov", Search.of([AKHMETOV])).value, "txt")
    assert problem.span == AKHMETOV.span
    assert "person.name" in problem.hint
