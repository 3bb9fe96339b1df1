"""Letters: those of three languages, like the document's own, broken into lines."""

from __future__ import annotations

from importlib.resources import files

import pytest
from matplotlib.font_manager import get_font

from briefkit.figures import SANS, SERIF, Letters, typeface_like

LETTERS = "Әдилет Ғарыш Қазақ Ңұсқа Өмір Ұлт Үміт Һарам Іс ёлка ЩЪЫ “quoted” «цитата» – № ₸ 1\u00a0200\u00a0000 KZT"


@pytest.mark.parametrize("typeface", [SERIF, SANS])
def test_the_letters_of_all_three_languages_are_there(typeface):
    own = get_font(str(files("briefkit.figures") / "type" / f"{typeface}.ttf")).get_charmap()
    assert [char for char in LETTERS if ord(char) not in own] == []
    assert Letters(typeface, 10).lacking([LETTERS]) == ""


def test_letters_that_no_typeface_has_are_known():
    assert Letters(SERIF, 10).lacking(["a 漢 b", "漢 Ә 😀"]) == "漢😀"


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("Times New Roman", SERIF),
        ("Georgia", SERIF),
        ("Garamond", SERIF),
        ("", SERIF),
        ("PT Serif", SERIF),
        ("Arial", SANS),
        ("ARIAL NARROW", SANS),
        ("Calibri", SANS),
        ("Segoe UI", SANS),
        ("PT Sans", SANS),
        ("Verdana", SANS),
    ],
)
def test_a_figure_takes_the_typeface_that_goes_with_the_document(name, like):
    assert typeface_like(name) == like


def test_lines_are_no_wider_than_their_room():
    letters = Letters(SERIF, 10)
    lines = letters.lines("Several words that do not stand on one line, and Donaudampfschifffahrtsgesellschaft" + "x" * 80, 90)
    assert len(lines) > 3
    assert all(letters.width(line) <= 90 for line in lines)
    assert "".join(lines).replace(" ", "").endswith("x" * 80)


def test_what_is_held_together_stays_so():
    letters = Letters(SERIF, 10)
    assert letters.lines("on 14\u00a0March\u00a02025", letters.width("on 14\u00a0March\u00a0202")) == ["on", "14\u00a0March\u00a02025"]


def test_no_words_are_no_lines():
    assert Letters(SERIF, 10).lines("  ", 50) == []
    assert Letters(SERIF, 10).width("") == 0
