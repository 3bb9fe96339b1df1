"""briefkit check --against: two cases of one client."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from workspace import CASE, clause, library, under, write


@pytest.fixture
def place(alone: Path) -> Path:
    write(alone, library(clause("Law [@covenant, art 22(2)].", slug="law")))
    write(alone, {"a/case.yaml": CASE + "facts: {error.days_late: 9}\n", "b/case.yaml": CASE + "facts: {error.days_late: 10}\n"})
    return alone


def test_a_contradiction_with_both_places(place: Path, briefkit: Run) -> None:
    shown = briefkit("check", "a/case.yaml", "--against", "b")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr.splitlines() == [
        "warning[case-contradicts]: “error.days_late” is 9 here, and 10 in b/case.yaml:3:26.",
        "  --> a/case.yaml:3:26",
        "  3 | facts: {error.days_late: 9}",
        "    |                          ^",
        "  hint: say the same in both; a figure of another day says so: {value: …, date: …}",
        "",
        "1 warning.",
    ]


def test_for_a_program(place: Path, briefkit: Run) -> None:
    [found] = json.loads(briefkit("check", "a", "--against", "b", "--format", "json").stdout)
    assert (found["code"], found["file"], under(found)) == ("case-contradicts", "a/case.yaml", "9")


def test_what_agrees(place: Path, briefkit: Run) -> None:
    shown = briefkit("check", "a", "--against", "a")
    assert (shown.exit_code, shown.stderr) == (0, "No contradiction was found.\n")


def test_errors_of_either_case_are_told(place: Path, briefkit: Run) -> None:
    write(place, {"b/case.yaml": CASE + "facts: {error.days_lat: 10}\n"})
    shown = briefkit("check", "a", "--against", "b")
    assert shown.exit_code == 1
    assert "error[unknown-fact]" in shown.stderr


def test_a_case_that_is_not_there(place: Path, briefkit: Run) -> None:
    shown = briefkit("check", "a", "--against", "c")
    assert shown.exit_code == 1
    assert "error[file-missing]" in shown.stderr


@pytest.mark.parametrize("more", [["--final"], ["--library"]])
def test_it_goes_with_no_other_kind_of_check(place: Path, briefkit: Run, more: list[str]) -> None:
    assert briefkit("check", "a", "--against", "b", *more).exit_code == 2
