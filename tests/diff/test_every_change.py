"""Each kind of change: it is found, tells itself in a sentence, and weighs what it should."""

from __future__ import annotations

import string

import pytest
from every_change import PAIRS, Pair
from two_editions import changes, compared

from briefkit.diff.changes import WEIGHTS
from briefkit.diff.schema import kinds_of_changes
from briefkit.messages import Message


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_a_pair(pair: Pair) -> None:
    found = [(one.name, str(one.sentence), one.weight) for one in changes(pair.old, pair.new)]
    assert (pair.name, pair.sentence, pair.weight) in found


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_a_filter_by_weight_keeps_it(pair: Pair) -> None:
    comparison = compared(pair.old, pair.new)
    assert pair.name in {change.name for entry in comparison.only(pair.weight).entries for change in entry.changes}
    for weight in WEIGHTS:
        kept = {change.weight for entry in comparison.only(weight).entries for change in entry.changes if change.name != "not-compared"}
        assert kept <= {weight}
        assert all(entry.changes for entry in comparison.only(weight).entries)


def test_every_kind_has_a_pair() -> None:
    of_languages = {change.name for change in kinds_of_changes() if change.__module__ == "briefkit.diff.languages"}
    assert {change.name for change in kinds_of_changes()} - of_languages == {pair.name for pair in PAIRS}


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_its_sentence_can_be_said_in_another_language(pair: Pair) -> None:
    for change in changes(pair.old, pair.new):
        assert isinstance(change.sentence, Message)
        wanted = {field for _, field, _, _ in string.Formatter().parse(change.sentence.pattern) if field}
        assert wanted <= change.sentence.values.keys()
