"""Verifications: what a record covers, and that it never covers more or less than it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from workspace import AUTHORITIES, CASE, inputs, library, said, stages

from briefkit.build import run_stages

OWN = CASE + "clauses: none\nsections: {law: law.md}\n"
FULL = "seen: the volume, by: a tester, on: 2026-01-02"


def record(cite: str, more: str = FULL) -> str:
    return OWN + f'verified: [{{cite: "{cite}", {more}}}]\n'


def unseen(case: str, words: str, authorities: str = AUTHORITIES) -> list[str]:
    run = stages(case, library(authorities=authorities), {"law.md": words})
    assert not run.has_errors, said(run.diagnostics)
    return [one.message.split("saw ")[1].removesuffix(".") for one in run.diagnostics if one.code == "unverified-pinpoint"]


@pytest.mark.parametrize(
    ("cite", "words", "left"),
    [
        ("@covenant, arts 8 and 9", "A [@covenant, arts 8 and 9].", []),
        ("@covenant, arts 8 and 9", "A [@covenant, art 9] and [@covenant, art 10].", ["covenant, art 10"]),
        ("@covenant, art 8; @covenant, art 7", "A [@covenant, art 8]; B [@covenant, art 7].", []),
        ("see @covenant, arts 5, 6", "A [@covenant, arts 5, 6 and 7].", ["covenant, art 7"]),
    ],
)
def test_a_record_in_the_case_covers_each_place_that_it_names(cite: str, words: str, left: list[str]) -> None:
    assert unseen(record(cite), words) == left


@pytest.mark.parametrize(
    ("loc", "words", "left"),
    [
        ("arts 8 and 9", "A [@covenant, arts 8 and 9].", []),
        ("arts 8 and 9", "A [@covenant, art 9].", []),
        ("art 8 blah blah", "A [@covenant, art 8].", ["covenant, art 8"]),
        ("art 5, para 3", "A [@covenant, art 5].", ["covenant, art 5"]),
    ],
)
def test_a_record_in_the_library_covers_what_its_pinpoint_says(loc: str, words: str, left: list[str]) -> None:
    listed = AUTHORITIES.replace("    - {loc: art 19,", f"    - {{loc: '{loc}', says: x, verified: {{{FULL}}}}}\n    - {{loc: art 19,")
    assert unseen(OWN, words, listed) == left


@pytest.mark.parametrize(
    ("cite", "more", "expected"),
    [
        ("@covenant, art 5, para 3", FULL, ("bad-pinpoint", '"@covenant, art 5, para 3"')),
        ("@covenant, art 8 blah blah", FULL, ("bad-pinpoint", '"@covenant, art 8 blah blah"')),
        ("@covenant, art 8; @nosuch, art 7", FULL, ("unknown-authority", '"@covenant, art 8; @nosuch, art 7"')),
        ("@covenant", FULL, ("bad-pinpoint", '"@covenant"')),
        ("@covenant, art 8", 'seen: "", by: y, on: 2026-01-02', ("wrong-type", '""')),
        ("@covenant, art 8", "seen: x, by: ' ', on: 2026-01-02", ("wrong-type", "' '")),
        ("@covenant, art 8", "seen: x, by: y", ("missing-key", '{cite: "@covenant, art 8", seen: x, by: y}')),
    ],
)
def test_a_record_that_is_not_clear_is_reported_and_records_nothing(cite: str, more: str, expected: tuple[str, str]) -> None:
    run = stages(record(cite, more), files={"law.md": "A [@covenant, art 8]."})
    assert [one for one in said(run.diagnostics) if one[0] != "unverified-pinpoint"] == [expected]
    assert run.value.case is not None
    assert run.value.case.verified == ()


@pytest.mark.parametrize(("today", "expected"), [(date(2026, 1, 1), []), (date(2025, 12, 31), [("bad-date", "2026-01-02")])])
def test_nobody_can_have_seen_a_source_in_the_future(today: date, expected: list[tuple[str, str]]) -> None:
    given = replace(inputs(record("@covenant, art 8"), library(authorities=AUTHORITIES.replace("2026-01-02", "2020-01-02"))), today=today)
    found = replace(given, case=replace(given.case, texts=inputs(files={"law.md": "A [@covenant, art 8]."}).case.texts))
    assert said(run_stages(found).diagnostics) == expected


def test_a_day_to_come_in_the_library_is_reported_too() -> None:
    given = replace(inputs(CASE + "clauses: none\n"), today=date(2020, 1, 1))
    assert said(run_stages(given).diagnostics) == [("bad-date", "2026-01-02")]
