"""Marks: read back in properly nested runs, and never seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefkit.cite import marks
from briefkit.cite.marks import FIRST_NOTE, ITALIC, QUOTE, Run, bare, closing, opening, runs, wrapped


def test_a_wrapped_text_opens_and_closes() -> None:
    assert list(runs(f"a{wrapped('b', ITALIC)}c")) == [Run("a"), Run("", ITALIC, True), Run("b"), Run("", ITALIC), Run("c")]
    assert wrapped("", ITALIC) == ""


def test_what_is_left_open_is_closed_and_a_stray_closing_mark_is_dropped() -> None:
    assert list(runs(f"{closing(ITALIC)}{opening(QUOTE)}{opening(ITALIC)}a{closing(QUOTE)}b{opening(ITALIC)}c")) == [
        *(Run("", QUOTE, True), Run("", ITALIC, True), Run("a"), Run("", ITALIC), Run("", QUOTE)),
        *(Run("b"), Run("", ITALIC, True), Run("c"), Run("", ITALIC)),
    ]


def test_the_number_of_a_note_is_a_run_of_its_own() -> None:
    assert list(runs(f"n {FIRST_NOTE}.")) == [Run("n "), Run(FIRST_NOTE), Run(".")]


@given(st.text(st.sampled_from(["a", "b", *(chr(code) for code in range(0xE000, 0xE050))]), max_size=30))
def test_runs_are_always_nested_and_hold_all_that_is_seen(text: str) -> None:
    found, on = list(runs(text)), []
    for run in found:
        if run.kind >= 0 and run.opens:
            on.append(run.kind)
        elif run.kind >= 0:
            assert on.pop() == run.kind
    assert not on
    assert "".join(run.text for run in found if not marks.ANY.match(run.text)) == bare(text)
