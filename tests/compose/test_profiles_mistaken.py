"""Mistakes in a profile are reported at their place, once, and stop nothing else from being read."""

from __future__ import annotations

import pytest
from workspace import CASE, FACTS, PROFILE, errors, library, said, stages

DATED = "date: 2026-11-01\n"
OWN = CASE + DATED + "clauses: none\nsections: {law: law.md}\n"
FINED = "facts:\n  measures:\n    - {complained_of: true, type: fine, date: 2025-03-14}\n"


def wrong_in(profile: str, words: str = "Some words.") -> list[tuple[str, str]]:
    return errors(stages(OWN + FINED, library(facts=FACTS, profile=profile), {"law.md": words}).diagnostics)


def limited(limit: str) -> list[tuple[str, str]]:
    profile = PROFILE + f"limits: [{{{limit}, source: a rule, verified: true}}]\n"
    return said(stages(OWN + FINED, library(facts=FACTS, profile=profile), {"law.md": "Some words."}, final=True).diagnostics)


def test_a_language_that_no_document_has() -> None:
    assert wrong_in(PROFILE.replace("[en]", "[xx]")) == [("unknown-language", "xx")]


def test_a_place_that_no_part_has() -> None:
    assert wrong_in(PROFILE.replace("  - id: law\n", "  - id: law\n    place: roof\n")) == [("unknown-choice", "roof")]


def test_a_profile_without_a_style_says_only_that() -> None:
    assert [code for code, _ in wrong_in(PROFILE.replace("style: international-law\n", ""))] == ["missing-key"]


def test_an_empty_word_forbids_nothing() -> None:
    assert wrong_in(PROFILE + 'forbidden: [{words: {en: [""]}, says: {en: no}, source: a rule, verified: true}]\n') == [
        ("wrong-type", '""')
    ]


@pytest.mark.parametrize("limit", ["of: words", "of: type-size", "of: deadline, after: measure.date"])
def test_a_limit_without_its_number_is_left_to_a_person(limit: str) -> None:
    assert [code for code, _ in limited(limit)] == ["limit-uncounted"]


@pytest.mark.parametrize("long", ["months: 999999", "days: 99999999999999"])
def test_a_deadline_beyond_the_calendar_is_never_past(long: str) -> None:
    assert limited(f"of: deadline, after: measure.date, {long}") == []


def test_a_deadline_that_is_past() -> None:
    assert [code for code, _ in limited("of: deadline, after: measure.date, months: 6")] == ["limit-exceeded"]
