"""The matrix of a small case, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping

from workspace import CASE, stages

from briefkit.coverage import Coverage, coverage


def matrix_of(case: str = CASE, layer: Mapping[str, str] | None = None, files: Mapping[str, str] | None = None) -> Coverage:
    run = stages(case, layer, files)
    done = run.value
    assert done.case is not None
    assert done.opinion is not None
    return coverage(done.holdings, done.case, done.plan, done.opinion, done.citable)
