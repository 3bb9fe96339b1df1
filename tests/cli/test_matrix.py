"""briefkit matrix: the table, the lists, the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from workspace import CASE, clause, library, write

LAW = clause("Law [@covenant, art 22(1)] for {{ org.name }}.", slug="law")
BARE = clause("No law.", slug="bare")


@pytest.fixture
def place(alone: Path) -> Path:
    write(alone, library(LAW, BARE))
    write(alone, {"case.yaml": CASE + "facts: {org.name: Aikyn, error.days_late: 9}\n"})
    return alone


def test_the_table_and_the_lists_below_it(place: Path, briefkit: Run) -> None:
    shown = briefkit("matrix", "case.yaml")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.splitlines() == [
        "What is protected\tbare\t1\t\t",
        "What is protected\tlaw\t2\tcovenant, art 22(1) (binding)\torg.name",
        "Facts that nothing uses\t“error.days_late” is given, and nothing in the document prints it or asks about it.\tcase.yaml:3:43",
        "Claims without authority\tThe clause “bare” argues and cites nothing.\tclauses/arguments/bare/clause.yaml:1:1",
    ]


def test_for_a_program(place: Path, briefkit: Run) -> None:
    data = json.loads(briefkit("matrix", "case.yaml", "--format", "json").stdout)
    assert [row["clause"] for row in data["rows"]] == ["bare", "law"]
    assert [one["code"] for one in data["facts_without_use"]] == ["fact-without-use"]
    assert [one["line"] for one in data["claims_without_authority"]] == [1]
    assert (data["facts_without_source"], data["adverse_not_met"]) == ([], [])


def test_the_page_is_written_once(place: Path, briefkit: Run) -> None:
    shown = briefkit("matrix", "case.yaml", "-o", "matrix.html")
    assert (shown.exit_code, shown.stderr) == (0, "The page is matrix.html\n")
    assert "<h1>Coverage</h1>" in (place / "matrix.html").read_text(encoding="utf-8")
    write(place, {"matrix.html": "mine"})
    again = briefkit("matrix", "case.yaml", "-o", "matrix.html")
    assert again.exit_code == 1
    assert "error[output-changed]" in again.stderr
    assert (place / "matrix.html").read_text(encoding="utf-8") == "mine"
    assert briefkit("matrix", "case.yaml", "-o", "matrix.html", "--force").exit_code == 0


def test_another_ending_is_refused(place: Path, briefkit: Run) -> None:
    assert briefkit("matrix", "case.yaml", "-o", "matrix.docx").exit_code == 2


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_case_that_is_not_there(place: Path, briefkit: Run, form: str) -> None:
    shown = briefkit("matrix", "other.yaml", "--format", form)
    assert shown.exit_code == 1
    if form == "json":
        data = json.loads(shown.stdout)
        assert (data["rows"], data["diagnostics"][0]["code"]) == ([], "file-missing")
    else:
        assert "error[file-missing]" in shown.stderr


def test_errors_of_the_case_are_told_as_well(place: Path, briefkit: Run) -> None:
    write(place, {"case.yaml": CASE + "facts: {org.nam: Aikyn}\n"})
    shown = briefkit("matrix", "case.yaml")
    assert shown.exit_code == 1
    assert "error[unknown-fact]" in shown.stderr
    assert shown.stdout.startswith("What is protected\tbare")
