"""What a broken library hides is not said to be missing without saying why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from workspace import CASE, clause, library, write

SEEN = ("--seen", "x", "--by", "y")


@pytest.mark.parametrize(
    "words",
    [
        ("authorities", "show", "foo"),
        ("authorities", "verify", "foo", "art 1", *SEEN),
        ("authorities", "verify", "foo", "art 1", *SEEN, "--case", "case.yaml"),
    ],
)
def test_a_broken_file_of_authorities_comes_first(alone: Path, briefkit: Run, words: tuple[str, ...]) -> None:
    write(alone, {**library(), "clauses/authorities/x.yaml": "- id: foo\n  type: [\n", "case.yaml": CASE + "clauses: none\n"})
    done = briefkit(*words)
    assert done.exit_code == 1
    first, second = (done.stderr.index(code) for code in ("error[yaml-syntax]", "error[unknown-authority]"))
    assert first < second
    assert "clauses/authorities/x.yaml:3:1" in done.stderr


def test_a_broken_file_of_references_comes_first(alone: Path, briefkit: Run) -> None:
    write(alone, {**library(), "refs.json": "[{", "case.yaml": CASE + "clauses: none\nrefs: refs.json\n"})
    done = briefkit("authorities", "verify", "foo", "art 1", *SEEN, "--case", "case.yaml")
    assert "error[yaml-syntax]" in done.stderr[: done.stderr.index("error[unknown-authority]")]


def test_a_broken_clause_comes_first(alone: Path, briefkit: Run) -> None:
    write(alone, {**library(), "clauses/arguments/foo/clause.yaml": "title: ["})
    done = briefkit("clauses", "show", "foo")
    assert "error[yaml-syntax]" in done.stderr[: done.stderr.index("error[unknown-clause]")]


def test_a_clause_without_any_text(alone: Path, briefkit: Run) -> None:
    yaml = {path: text for path, text in clause(slug="a").items() if path.endswith("yaml")}
    write(alone, library(yaml))
    done = briefkit("clauses", "show", "a")
    assert done.stderr == (
        "error[missing-text]: The clause “a” has no text in “en”.\n  hint: it has none yet: write en.md beside its clause.yaml\n\n"
    )


def test_a_case_that_is_not_there_is_json_too(alone: Path, briefkit: Run) -> None:
    done = briefkit("authorities", "list", "nofile", "--format", "json")
    assert done.exit_code == 1
    data = json.loads(done.stdout)
    assert (data["categories"], [one["code"] for one in data["diagnostics"]]) == ([], ["file-missing"])
