"""Figures in plain text: their numbers as a table, and where these come from."""

from __future__ import annotations

from figures_shown import BARS, TARGETS, TIMELINE

from briefkit.tree import Figure, Opinion
from briefkit.writers.text import write


def text(shown: Figure) -> str:
    return write(Opinion(title=(), blocks=(shown,), language="en", profile="memo")).decode()


def test_bars_are_a_table_of_their_numbers():
    assert (
        text(BARS)
        == """\
Figure 1. People served

Group        | People
-------------+-------
Older people | 320
Children     | 40
Nobody       | 0

Source: Exhibit 1
"""
    )


def test_a_sign_stands_before_its_label():
    assert "3.8 – Advice | 830\n10.2 – Care  |\n" in text(TARGETS)


def test_the_day_of_an_event_stands_first():
    assert "2025-03-14 | A fine\n2025-03-20 | An appeal\n" in text(TIMELINE)
