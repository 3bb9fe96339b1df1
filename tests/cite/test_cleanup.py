"""Clean-up: punctuation that meets, spaces, and what moves into quotation marks."""

from __future__ import annotations

import pytest

from briefkit.cite.cleanup import tidy, trimmed
from briefkit.cite.marks import ITALIC, SEAM, bare, closing, opening, wrapped

from .small import once


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (".", ".", "."),
        (",", ",", ","),
        (";", ";", ";"),
        (":", ":", ":"),
        ("?", ".", "?"),
        ("!", ".", "!"),
        ("?", ",", "?,"),
        (":", ".", ":"),
        (".", ",", ".,"),
        (";", ",", ";,"),
        (",", ".", ",."),
        ("!", "?", "!?"),
        ("", ".", "."),
    ],
)
def test_of_two_marks_that_meet(before: str, after: str, text: str) -> None:
    layout = f'<text variable="title" suffix="{after}"/>'
    assert once(layout, {"title": f"Why{before}"}) == f"Why{text}"


def test_marks_within_one_text_are_left_as_their_author_set_them() -> None:
    assert once('<text variable="title"/>', {"title": "And so on ... or not?!"}) == "And so on ... or not?!"


def test_marks_meet_across_italics() -> None:
    assert once('<text variable="title" font-style="italic" suffix="."/>', {"title": "Why?"}) == "<i>Why?</i>"
    assert once('<text variable="title" font-style="italic"/><text value=". x"/>', {"title": "Korneenko v."}) == "<i>Korneenko v.</i> x"


def test_spaces_are_single_but_for_those_that_do_not_break() -> None:
    assert once('<text variable="title" suffix=" "/><text value=" x"/>', {"title": "a"}) == "a x"
    assert tidy(f"a {SEAM} {SEAM} b", False).replace(SEAM, "") == "a b"


@pytest.mark.parametrize(
    ("language", "suffix", "text"),
    [
        ("en-US", ",", "“Views,”"),
        ("en-US", ".", "“Views.”"),
        ("en-US", ";", "“Views”;"),
        ("en-US", "?", "“Views?”"),
        ("en-GB", ",", "‘Views’,"),
        ("en-GB", ".", "‘Views’."),
        ("ru-RU", ",", "«Views»,"),
        ("de-DE", ".", "„Views“."),
    ],
)
def test_punctuation_stands_in_or_after_quotation_marks_as_the_locale_has_it(language: str, suffix: str, text: str) -> None:
    assert once(f'<text variable="title" quotes="true" suffix="{suffix}"/>', {"title": "Views"}, language=language) == text


def test_what_moves_into_quotation_marks_meets_what_is_there() -> None:
    layout = '<text variable="title" quotes="true" suffix=","/>'
    assert once(layout, {"title": "Why?"}, language="en-US") == "“Why?,”"
    assert once('<text variable="title" quotes="true" suffix="."/>', {"title": "Why?"}, language="en-US") == "“Why?”"
    assert once(layout, {"title": 'On "agents"'}, language="en-US") == "“On ‘agents,’”"
    assert once(layout, {"title": 'On "agents"'}, language="en-GB") == "‘On “agents”’,"
    assert once('<text variable="title" quotes="true" font-style="italic" suffix=","/>', {"title": "A"}, language="en-US") == "“<i>A</i>,”"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  a b  ", "a b"),
        ("\N{NO-BREAK SPACE}a", "a"),
        (wrapped("a ", ITALIC), wrapped("a", ITALIC)),
        (wrapped(" a", ITALIC), wrapped("a", ITALIC)),
        (opening(ITALIC), opening(ITALIC)),
        (" ", ""),
        ("", ""),
    ],
)
def test_spaces_at_the_edges_go(text: str, shown: str) -> None:
    assert trimmed(text) == shown


def test_very_many_collisions_are_met_in_a_time_that_grows_with_them() -> None:
    text = f"a.{SEAM}.{closing(ITALIC)} " * 50_000
    assert bare(tidy(text, True)).startswith("a. a. a.")
    assert len(bare(trimmed("\N{NO-BREAK SPACE}" * 500_000 + "a" + "\N{NO-BREAK SPACE}" * 500_000 + "b"))) == 500_002
