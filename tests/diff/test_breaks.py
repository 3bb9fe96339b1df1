"""Paragraphs that were only broken otherwise are told as that, and not as sentences that moved."""

from __future__ import annotations

import pytest
from every_change import APART, TOGETHER
from two_editions import changes, sentences, with_clause

LONG = "A long paragraph stays as it is. It goes on with many words for a while. More of it is said here in words, too."


@pytest.mark.parametrize(("old", "new"), [(APART, TOGETHER), (TOGETHER, APART)])
def test_nothing_else_is_told_of_it(old: str, new: str) -> None:
    (change,) = changes(with_clause(old), with_clause(new))
    assert (change.weight, change.passages) == ("form", ())


@pytest.mark.parametrize("first", ["Short words stand before it.", TOGETHER])
def test_whichever_of_the_two_is_the_longer(first: str) -> None:
    apart, together = with_clause(f"{first}\n\n{LONG}"), with_clause(f"{first} {LONG}")
    assert sentences(apart, together) == ["English text: two paragraphs became one, joined before “A long paragraph stays as it is.”"]
    assert sentences(together, apart) == ["English text: one paragraph became two, the second from “A long paragraph stays as it is.”"]


def test_sentences_that_went_elsewhere_have_moved() -> None:
    old = f"{APART}\n\n{LONG}"
    new = old.replace(" And a fourth one follows it.", "").replace("Then comes", "And a fourth one follows it. Then comes")
    assert [change.name for change in changes(with_clause(old), with_clause(new))] == ["sentence-moved"]


def test_what_came_under_a_condition_has_moved() -> None:
    first, second = APART.split("\n\n")
    old, new = f"{first}\n\n{{% if org.name %}}\n\n{second}\n\n{{% endif %}}", f"{first} {{% if org.name %}}{second}{{% endif %}}"
    assert "sentence-moved" in [change.name for change in changes(with_clause(old), with_clause(new))]
