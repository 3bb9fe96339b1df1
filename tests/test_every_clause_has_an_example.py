"""The examples together: each clause of the library stands in one of them, and none leaves a clause undecided."""

from __future__ import annotations

from functools import cache

import pytest
from workspace import ROOT

from briefkit.build import Inputs, Stages, run_stages
from briefkit.diagnostics import Checked
from briefkit.shelf import read_inputs

NAMES = sorted(case.parent.name for case in ROOT.glob("examples/*/case.yaml") if case.parent.name != "memo")  # which takes no clause
IN_KAZAKH = ("comments-draft-law",)  # the others give their facts in English and Russian alone
BUILT = [*((name, language) for name in NAMES for language in ("en", "ru")), *((name, "kk") for name in IN_KAZAKH)]
TO_BE_CURED = {"undecided-clause", "status-unlabelled", "forbidden-content", "not-in-force", "glossary-departed"}


@cache
def stages(name: str, language: str) -> Checked[Stages]:
    inputs = read_inputs(ROOT / "examples" / name / "case.yaml", {"language": language})
    assert isinstance(inputs, Inputs)
    return run_stages(inputs)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_clause_stands_in_an_example(language: str) -> None:
    done = [stages(name, language).value for name in NAMES]
    taken = {one.clause.slug for each in done for one in each.plan.planned}
    assert {clause.slug for clause in done[0].holdings.clauses if clause.status != "retired"} - taken == set()


@pytest.mark.parametrize(("name", "language"), BUILT)
def test_an_example_is_whole_and_leaves_nothing_undecided(name: str, language: str) -> None:
    found = stages(name, language).diagnostics
    assert [(one.code, one.message) for one in found if one.is_error or one.code in TO_BE_CURED] == []
