"""Two conditions compared by what they decide: an example is one indeed, and where none is found there is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspace import library, sources

from briefkit.conditions import decide, read_condition, whole_text
from briefkit.diff.deciding import Verdict, decide_both
from briefkit.diff.supposing import as_record
from briefkit.libraries import read_library
from briefkit.model.conditions import Condition
from briefkit.model.facts import FactNode, Given, Record, Records, Vocabulary
from briefkit.source import Source, Span

VOCABULARY = Vocabulary.of(read_library((sources(library()),)).value.facts)
NOWHERE = Span(Source("", ""), 0, 0)


def read(written: str) -> Condition | None:
    return read_condition(whole_text(written)).value if written else None


def verdict(old: str, new: str) -> Verdict:
    return decide_both(read(old), read(new), VOCABULARY)


@pytest.mark.parametrize(
    ("old", "new", "gained", "lost"),
    [
        ("", "org.foreign_funding", None, ("org.foreign_funding: no",)),
        ("forum", 'forum == "courts" or forum == "ministry"', None, None),
        ("error.days_late > 3", "error.days_late >= 4", None, None),
        ("measure.amount_kzt > 3", "measure.amount_kzt >= 4", None, ("measure.amount_kzt: 3.5",)),
        ("date > 2025-01-01", "date >= 2025-01-01", ("date: 2025-01-01",), None),
        ('tone == "neutral"', 'tone != "adversarial"', ("tone: cooperative",), None),
        ("not (org.name or forum)", "not org.name and not forum", None, None),
        ("measure.date > date", "measure.date >= date", ("measure.date: 2025-12-30", "date: 2025-12-30"), None),
        ('"x" in org.activities', '"x" in org.activities or "y" in org.activities', ("org.activities: [y]",), None),
        ("measures", "any(measures, type)", None, ("measures: [{}]",)),
        (
            'any(measures, type == "fine")',
            'all(measures, type == "fine")',
            ("measures: []",),
            ("measures: [{type: fine}, {type: warning}]",),
        ),
        (
            'any(measures, type == "fine" and date > 2025-01-01)',
            'any(measures, type == "fine") and any(measures, date > 2025-01-01)',
            ("measures: [{type: fine, date: 2024-12-31}, {type: warning, date: 2025-01-02}]",),
            None,
        ),
        (
            'any(measures, type == "fine" and forum == "courts")',
            'forum == "courts" and any(measures, type == "fine")',
            None,
            None,
        ),
        ('"a" == org.name', 'org.name == "a"', None, None),
        ("true", "org.name or not org.name", None, ()),
    ],
)
def test_a_pair(old: str, new: str, gained: tuple[str, ...] | None, lost: tuple[str, ...] | None) -> None:
    assert verdict(old, new) == Verdict(gained, lost, is_proved=True)


def test_more_facts_than_can_be_tried_are_not_said_to_be_proved() -> None:
    many = [f'(a{number} == "x" and b{number} > {number})' for number in range(12)]
    found = verdict(" or ".join(many), " or ".join(many[1:]))
    assert not found.is_proved
    assert found.gained is None


LEAVES = st.sampled_from(
    [
        "org.foreign_funding",
        'forum == "courts"',
        'forum != "ministry"',
        "error.days_late > 3",
        "error.days_late <= 5",
        "date < 2026-01-01",
        "org.name",
        'any(measures, type == "fine")',
        "all(measures, complained_of)",
        'any(measures, type == "fine" and complained_of)',
    ]
)
WRITTEN = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map("not ({})".format),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda one: f"({one[0]}) {one[1]} ({one[2]})"),
    ),
    max_leaves=4,
)


def facts(path: str, values: st.SearchStrategy[object]) -> st.SearchStrategy[FactNode | None]:
    return st.none() | values.map(lambda value: Given(value, "text", path, NOWHERE))  # type: ignore[arg-type]


MEASURE = st.tuples(facts("type", st.sampled_from(["fine", "warning"])), facts("complained_of", st.booleans())).map(
    lambda one: as_record([(("type",), one[0]), (("complained_of",), one[1])])
)
CASE = st.tuples(
    facts("org.foreign_funding", st.booleans()),
    facts("forum", st.sampled_from(["courts", "ministry"])),
    facts("error.days_late", st.integers(0, 8)),
    facts("date", st.sampled_from([date(2025, 12, 31), date(2026, 1, 1), date(2027, 5, 5)])),
    facts("org.name", st.just("A name")),
    st.none() | st.lists(MEASURE, max_size=3).map(lambda some: Records(tuple(some))),
).map(
    lambda values: as_record(
        zip(
            [("org", "foreign_funding"), ("forum",), ("error", "days_late"), ("date",), ("org", "name"), ("measures",)],
            values,
            strict=True,
        )
    )
)


@given(WRITTEN, WRITTEN, CASE)
@settings(deadline=None)  # some pairs have thousands of combinations
def test_what_is_not_found_is_not_there(old: str, new: str, case: Record) -> None:
    before, after = read(old), read(new)
    assert before is not None and after is not None
    found = decide_both(before, after, VOCABULARY)
    held, holds = decide(before, (case,)) is True, decide(after, (case,)) is True
    if found.is_proved:
        assert not (holds and not held) or found.gained is not None
        assert not (held and not holds) or found.lost is not None
