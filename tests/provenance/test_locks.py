"""The lock of a case: read as it was written, whatever the names in it are."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workspace import said

from briefkit.diagnostics import Diagnostic
from briefkit.provenance.locks import read_lock, written_lock
from briefkit.provenance.pins import ClausePin, Pin, Pins
from briefkit.source import Source

names = st.one_of(
    st.sampled_from(["yes", "null", "007", "a: b", "#x", "три", "'", "", "1.5", "- x"]),
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=12),
)
hashes = st.sampled_from(["0123456789012345", "1e10000000000000", "abcdef0123456789"])
hashed = st.dictionaries(names, hashes, max_size=3)
named = st.builds(Pin, names, hashes)
clauses = st.dictionaries(names, st.builds(ClausePin, st.integers(1, 99), hashes, hashes), max_size=3)
pins = st.builds(Pins, st.sampled_from(["en", "ru", "kk"]), named, named, named, clauses, hashed, hashed, hashed, st.just("0123456789ab"))


def read(text: str) -> tuple[dict[str, Pins], list[Diagnostic]]:
    problems: list[Diagnostic] = []
    return dict(read_lock(Source("case.lock.yaml", text), problems)), problems


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pins, max_size=3, unique_by=lambda one: one.language))
def test_a_lock_is_read_as_it_was_written(locked: list[Pins]) -> None:
    found, problems = read(written_lock(locked) if locked else "{}\n")
    assert (found, problems) == ({one.language: one for one in locked}, [])


def test_other_readers_of_yaml_see_the_same() -> None:
    pinned = Pins("en", clauses={"no": ClausePin(2, "0123456789012345", "ab")}, facts={"on": "01"})
    assert yaml.safe_load(written_lock([pinned]))["en"]["clauses"] == {"no": {"version": 2, "text": "0123456789012345", "data": "ab"}}


def test_each_thing_has_a_line_of_its_own() -> None:
    pinned = Pins("en", clauses={"b": ClausePin(1, "x", "y"), "a": ClausePin(3, "x", "y")}, authorities={"iccpr": "z"})
    assert [line.strip() for line in written_lock([pinned]).splitlines() if "version" in line or "iccpr" in line] == [
        'a: {version: 3, text: "x", data: "y"}',
        'b: {version: 1, text: "x", data: "y"}',
        'iccpr: "z"',
    ]


@pytest.mark.parametrize(
    ("text", "code", "under"),
    [
        ("de: {}", "unknown-language", "de"),
        ("en: {claus: {}}", "unknown-key", "claus"),
        ("en: [", "yaml-syntax", ""),
        ("- en", "wrong-type", "- en"),
        ("en: {profile: x}", "wrong-type", "x"),
    ],
)
def test_what_is_no_lock_is_reported(text: str, code: str, under: str) -> None:
    _, problems = read(text)
    assert (code, under) in said(problems)
