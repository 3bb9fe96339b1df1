"""Authorities that no longer stand: every build and check that uses one says so."""

from __future__ import annotations

import pytest
from conftest import Run
from workspace import AUTHORITIES, CASE, errors, library, said, stages

from briefkit.diagnostics import Severity

OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


def recalled(lines: str) -> dict[str, str]:
    """The small library, its report marked as recalled."""
    return library(authorities=AUTHORITIES.replace("    confirmed: false\n", f"    confirmed: true\n    recalled: {lines}\n"))


SUPERSEDED = "{as: superseded, by: covenant, reason: A newer text stands in its place., on: 2026-07-01}"
WITHDRAWN = "{as: withdrawn, reason: its author took it back, on: 2025-02-03}"


def problems(lines: str, words: str, final: bool = False) -> list[tuple[str, str, str, Severity]]:
    found = stages(OWN, recalled(lines), {"law.md": words}, final).diagnostics
    return [(one.message, one.hint, one.span.text if one.span else "", one.severity) for one in found if one.code == "recalled-authority"]


@pytest.mark.parametrize("final", [False, True])
def test_a_superseded_one_warns_and_names_what_stands_in_its_place(final: bool) -> None:
    said = "report was superseded on 2026-07-01 by “covenant”: A newer text stands in its place."
    words = "A [@report]. B [@report; @covenant]."
    assert problems(SUPERSEDED, words, final) == [(said, "cite covenant instead", "@report", Severity.WARNING)]


@pytest.mark.parametrize(("final", "severity"), [(False, Severity.WARNING), (True, Severity.ERROR)])
def test_a_withdrawn_one_blocks_a_final(final: bool, severity: Severity) -> None:
    message = "report was withdrawn on 2025-02-03: its author took it back."
    assert problems(WITHDRAWN, "In @report it stands.", final) == [(message, "cite another source", "@report", severity)]


def test_one_that_is_not_cited_is_not_mentioned() -> None:
    assert problems(WITHDRAWN, "A [@covenant, art 22(1)].") == []


def test_what_stands_in_its_place_must_exist() -> None:
    layer = recalled("{as: superseded, by: covenent, reason: newer, on: 2026-07-01}")
    run = stages(OWN, layer, {"law.md": "A [@covenant, art 22(1)]."})
    [problem] = run.diagnostics
    assert said([problem]) == [("unknown-authority", "covenent")]
    assert problem.hint == "did you mean “covenant”?"


@pytest.mark.parametrize(
    ("lines", "code", "under"),
    [
        ("{as: gone, reason: x, on: 2026-07-01}", "unknown-choice", "gone"),
        ("{as: withdrawn, on: 2026-07-01}", "missing-key", "{as: withdrawn, on: 2026-07-01}"),
        ("{as: withdrawn, reason: x, on: 2026-07}", "bad-date", "2026-07"),
        ("{as: withdrawn, reason: x, since: 2026-07-01, on: 2026-07-01}", "unknown-key", "since"),
    ],
)
def test_a_recall_that_is_not_well_formed(lines: str, code: str, under: str) -> None:
    run = stages(OWN, recalled(lines), {"law.md": "A [@report]."})
    assert (code, under) in errors(run.diagnostics)


def test_the_cases_own_reference_may_be_recalled() -> None:
    custom = '{"recalled": {"as": "withdrawn", "reason": "x", "on": "2025-02-03"}}'
    refs = f'[{{"id": "own", "type": "report", "title": "Own", "custom": {custom}}}]'
    run = stages(OWN + "refs: refs.json\n", files={"law.md": "A [@own].", "refs.json": refs})
    assert said(run.diagnostics) == [("recalled-authority", "@own")]


def test_show_says_so(alone: object, briefkit: Run) -> None:
    shown = briefkit("authorities", "show", "report", files=recalled(SUPERSEDED))
    assert "recalled:   superseded on 2026-07-01 by “covenant”: A newer text stands in its place\n" in shown.output
