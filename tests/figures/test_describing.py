"""Figures in words, for those who do not see them."""

from __future__ import annotations

import pytest
from figures_shown import BARS, TARGETS, TIMELINE, bar, figure, words

from briefkit.figures import described
from briefkit.tree import Mark


def test_everything_that_is_drawn_is_said():
    assert described(BARS, "en") == "Bar chart. Older people: 320; Children: 40; Nobody: 0."
    assert described(TARGETS, "en") == "Bar chart. 3.8 – Advice: 830; 10.2 – Care."
    assert described(TIMELINE, "en") == "Timeline. 2025-03-14: A fine; 2025-03-20: An appeal; 2026-06-05: A freezing of accounts."


@pytest.mark.parametrize(("language", "kind"), [("en", "List"), ("ru", "Перечень"), ("kk", "Тізім"), ("fr", "List")])
def test_the_kind_is_said_in_the_language(language, kind):
    assert described(figure(bar("Care", None, "10.2")), language) == f"{kind}. 10.2 – Care."


def test_a_long_label_is_said_in_full():
    assert "word " * 300 in described(figure(bar("word " * 301, 5)), "en")


def test_what_cannot_be_said_is_left_out():
    assert described(figure(Mark(words("a\x07b\tc\u2028d\u200be"), words("1\u00a0000"), 1000)), "en") == "Bar chart. ab c de: 1\u00a0000."
