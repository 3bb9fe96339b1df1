"""briefkit authorities worklist: what to open, that on which the most rests first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from workspace import CASE, clause, library, write

CLAUSES = (
    clause("A [@covenant, art 22(2); @report, paras 7.6-7.7].", slug="a"),
    clause('{% if tone == "neutral" %}B [@covenant, art 22(2)].{% else %}C [@covenant, art 22(1)].{% endif %}', slug="b"),
    clause("D ^[See [@covenant, art 5], and {{ org.name }}]. {% note %}[@covenant, art 7]{% endnote %}", slug="c"),
    clause("E [@covenant, art 22(2)].", slug="retired", more="").copy(),
)


@pytest.fixture
def place(alone: Path) -> Path:
    files = library(*CLAUSES)
    retired = "clauses/arguments/retired/clause.yaml"
    write(alone, files | {retired: files[retired].replace("status: draft", "status: retired")})
    return alone


def test_for_people(place: Path, briefkit: Run) -> None:
    shown = briefkit("authorities", "worklist")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.splitlines() == [
        "2\tcovenant\tart 22(2)\tCovenant on Testing\t\t\trestrictions must be necessary\ta, b",
        "1\tcovenant\tart 5\tCovenant on Testing\t\t\t\tc",
        "1\treport\t\tReport on Testing\tA/1/2\thttps://example.org/report\tits title, symbol and dates\ta",
        "1\treport\tpara 7.6-7.7\tReport on Testing\tA/1/2\thttps://example.org/report\ttesting is a duty\ta",
    ]


def test_for_a_program(place: Path, briefkit: Run) -> None:
    first, *_, last = json.loads(briefkit("authorities", "worklist", "--format", "json").stdout)
    assert (first["authority"], first["pinpoint"], first["count"], first["places"]) == ("covenant", "art 22(2)", 2, ["a", "b"])
    assert last == {
        "authority": "report",
        "pinpoint": "para 7.6-7.7",
        "count": 1,
        "places": ["a"],
        "document": "Report on Testing",
        "symbol": "A/1/2",
        "address": "https://example.org/report",
        "look_for": "testing is a duty",
    }


def test_what_was_seen_leaves_it(place: Path, briefkit: Run) -> None:
    briefkit("authorities", "verify", "covenant", "art 22(2)", "--seen", "x", "--by", "y")
    assert [line.split("\t")[2] for line in briefkit("authorities", "worklist").stdout.splitlines()] == ["art 5", "", "para 7.6-7.7"]


def test_an_unconfirmed_authority_that_nothing_cites_comes_last(alone: Path, briefkit: Run) -> None:
    write(alone, library(clause("B [@covenant, art 19].", slug="b")))
    rows = [line.split("\t")[:3] for line in briefkit("authorities", "worklist").stdout.splitlines()]
    assert rows == [["1", "covenant", "art 19"], ["0", "report", ""]]


def test_of_a_case_by_its_notes_and_paragraphs(place: Path, briefkit: Run) -> None:
    verified = 'verified: [{cite: "@covenant, art 5", seen: x, by: y, on: 2026-01-01}]\n'
    case = CASE + "clauses: none\nsections: {law: law.md}\nrefs: refs.json\n" + verified
    law = "A [@covenant, arts 5 and 19]. B [@own, p 2; @covenant, art 19].\n\nC of @report.\n"
    write(place, {"case.yaml": case, "law.md": law, "refs.json": '[{"id": "own", "type": "book", "title": "Own"}]'})
    shown = briefkit("authorities", "worklist", "--case", ".")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert [(*line.split("\t")[:3], line.split("\t")[7]) for line in shown.stdout.splitlines()] == [
        ("2", "covenant", "art 19", "n 1, n 2"),
        ("1", "own", "p 2", "n 2"),
        ("1", "report", "", "para 2"),
    ]


def test_nothing_to_do(alone: Path, briefkit: Run) -> None:
    write(alone, {**library(), "case.yaml": CASE + "clauses: none\nsections: {law: law.md}\n", "law.md": "A [@covenant, art 22(1)].\n"})
    done = briefkit("authorities", "worklist", "--case", "case.yaml")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "Nothing is unverified.\n")


def test_of_a_case_with_errors(alone: Path, briefkit: Run) -> None:
    write(alone, {**library(), "case.yaml": CASE + "clauses: none\nsections: {law: law.md}\n", "law.md": "A [@report; @nowhere].\n"})
    done = briefkit("authorities", "worklist", "--case", "case.yaml")
    assert (done.exit_code, done.stdout.split("\t")[:2]) == (1, ["1", "report"])
    assert "error[unknown-authority]" in done.stderr
