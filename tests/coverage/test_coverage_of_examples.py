"""The matrix of whole documents: the example, and the fictional cases of other kinds."""

from __future__ import annotations

import pytest
from workspace import ROOT

from briefkit.build import Inputs, run_stages
from briefkit.coverage import coverage
from briefkit.shelf import read_inputs

CASES = [
    ROOT / "examples" / "reporting-fine" / "case.yaml",
    *(ROOT / "tests" / "kinds" / kind / "case.yaml" for kind in ("court-complaint", "hrc-communication")),
]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_every_clause_and_every_own_text_has_a_row_of_its_own(case: object, language: str) -> None:
    inputs = read_inputs(ROOT / str(case), {"language": language})
    assert isinstance(inputs, Inputs)
    done = run_stages(inputs).value
    assert done.case is not None
    assert done.opinion is not None
    made = coverage(done.holdings, done.case, done.plan, done.opinion, done.citable)
    assert sorted(row.clause for row in made.rows if row.clause) == sorted(one.clause.slug for one in done.plan.planned)
    assert sorted(row.part for row in made.rows if not row.clause) == sorted(one.part.name for one in done.case.sections)
    numbered = [number for row in made.rows for number in row.paragraphs]
    assert len(numbered) == len(set(numbered))  # no paragraph belongs to two rows
    assert [one.message for one in made.unsupported] == []
