"""A text as it is searched: what cannot be seen, or does not count, is gone, and every character knows its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.confidential import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ах\u00admе\u200bтов", "ахметов"),  # a soft hyphen, a space of no width, and a letter m of Latin
        ("Nurlan\u00a0Akhmetov", "nurlan akhmetov"),
        ("12\u20113", "12-3"),
        ("«Ару» “Aru”", '"ару" "aru"'),
        ("Семён", "семен"),
        ("Žuldyz Şolpan", "zuldyz solpan"),
        ("ıldız", "ildiz"),
        ("Ⅳ ﬁ", "iv fi"),
        ("А\u0301нна", "анна"),
        ("и\u0306", "й"),
        ("D’Arcy", "d'arcy"),
        ("\u0661\u0662", "12"),
    ],
)
def test_what_does_not_count_is_gone(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_word_of_two_alphabets_is_read_as_cyrillic_and_one_of_one_alphabet_is_left() -> None:
    assert fold("Axметов и Axmetov").text == "ахметов и axmetov"


@given(st.text(max_size=60))
def test_every_character_knows_where_it_stands(text: str) -> None:
    folded = fold(text)
    for place in range(len(folded.text)):
        start, end = folded.place(place, place + 1)
        assert 0 <= start < end <= len(folded.read)
    assert unicodedata.normalize("NFC", text) == folded.read or text == folded.read


@given(st.text(max_size=60))
def test_a_folded_text_folds_to_itself(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_a_stretch_is_found_again_in_the_text_as_it_is_read() -> None:
    folded = fold("Дело Ах\u00adметова, \u200bтом 2")
    at = folded.text.index("ахметова")
    start, end = folded.place(at, at + len("ахметова"))
    assert folded.read[start:end] == "Ах\u00adметова"
