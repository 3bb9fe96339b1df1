"""Every value that differs is told by some change, and has a name for people: else a narrowed comparison would lose it in Word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from every_change import PAIRS, Pair
from two_editions import as_edition

from briefkit.diff import compare
from briefkit.diff.paired import pairs


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_every_value_is_told(pair: Pair) -> None:
    old, new = as_edition(pair.old), as_edition(pair.new, "new")
    comparison = compare(old, new)
    in_all = replace(comparison, languages=("en", "ru", "kk"))
    assert list(pairs(in_all, old, new)) == list(pairs(comparison, old, new))


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_every_value_has_a_name(pair: Pair) -> None:
    old, new = as_edition(pair.old), as_edition(pair.new, "new")
    labels = [value.label for one in pairs(compare(old, new), old, new) for value in one.values]
    assert not [label for label in labels if label.startswith("Its field")]
