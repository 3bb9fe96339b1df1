"""Places in a text, as users read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.source import Source, first_private_use

TEXT = "title: Заключение\n\n  when: org.name\n"


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("title", "case.yaml:1:1"),
        ("Заключение", "case.yaml:1:8"),
        ("when", "case.yaml:3:3"),
        ("org.name", "case.yaml:3:9"),
    ],
)
def test_a_span_prints_as_file_line_and_column_in_characters(word: str, place: str) -> None:
    at = TEXT.index(word)
    span = Source("case.yaml", TEXT).span(at, at + len(word))
    assert (str(span), span.text) == (place, word)


def test_the_line_break_belongs_to_the_line_that_it_ends() -> None:
    source = Source("a", "one\ntwo")
    assert [(source.line_at(at), source.column_at(at)) for at in (2, 3, 4, 7)] == [(1, 3), (1, 4), (2, 1), (2, 4)]


@pytest.mark.parametrize(
    ("line", "text"), [(1, "title: Заключение"), (2, ""), (3, "  when: org.name"), (4, ""), (5, ""), (0, ""), (-1, "")]
)
def test_a_line_is_shown_without_its_break(line: int, text: str) -> None:
    assert Source("a", TEXT).line_text(line) == text


def test_a_file_as_a_whole_is_pointed_at_by_its_beginning() -> None:
    assert str(Source("case.yaml", TEXT).whole()) == "case.yaml:1:1"


def test_a_source_does_not_print_its_text() -> None:
    assert "Заключение" not in repr(Source("case.yaml", TEXT))


@given(st.text(alphabet="ab\né"), st.data())
def test_line_and_column_lead_back_to_the_character(text: str, data: st.DataObject) -> None:
    source = Source("a", text)
    at = data.draw(st.integers(0, len(text)))
    line, column = source.line_at(at), source.column_at(at)
    assert sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1 == at
    assert source.line_text(line)[column - 1 : column] == text[at : at + 1].strip("\n")


@pytest.mark.parametrize(
    ("text", "at"), [("", None), ("plain ё 😀", None), ("a\ue000", 1), ("\uf8ff", 0), ("\uf900", None), ("\ud7ff", None)]
)
def test_private_use_characters_are_found(text: str, at: int | None) -> None:
    assert first_private_use(text) == at
