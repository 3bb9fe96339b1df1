"""The law has its time: acts on the days of the case, documents and the rules that they are held against."""

from __future__ import annotations

import pytest
from workspace import CASE, FACTS, library, stages

from briefkit.diagnostics import Diagnostic


def item(name: str, title: str, status: str, issued: str, custom: str = "") -> str:
    return f"- id: {name}\n  type: report\n  title: {title}\n  issued: {issued}\n  custom: {{status: {status}, confirmed: true{custom}}}\n"


AUTHORITIES = (
    item("old-code", "Old Code", "domestic", "2017", ", in-force: 2018-01-01, in-force-until: 2025-12-31")
    + item("new-code", "New Code", "domestic", "2025", ", in-force: 2026-01-01")
    + item("visit", "Report on Kazakhstan", "soft-law", "2015-06")
    + item("other", "Report on Funds", "soft-law", "2013")
)
MORE = FACTS + "rule.adopted: {type: date, question: {en: When?}}\n"
OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


def said(words: str, more: str) -> list[Diagnostic]:
    run = stages(OWN + more, library(facts=MORE, authorities=AUTHORITIES), {"law.md": words})
    return [one for one in run.diagnostics if one.code in ("not-in-force", "older-than-rule")]


@pytest.mark.parametrize(
    ("more", "cited", "wrong"),
    [
        ("date: 2026-11-01\n", "old-code", True),
        ("date: 2026-11-01\n", "new-code", False),
        ("date: 2025-11-01\n", "new-code", True),
        ("date: 2026-11-01\nfacts: {measures: [{type: fine, date: 2025-03-14}]}\n", "old-code", False),  # in force at the measure
        ("date: 2026-11-01\nfacts: {measures: [{type: fine, date: 2025-12-31}]}\n", "old-code", False),
        ("date: 2026-11-01\nfacts: {measures: [{type: fine, date: 2017-12-31}]}\n", "old-code", True),
        ("", "old-code", False),  # no day is given
        ("date: 2026-11-01\n", "other", False),
    ],
)
def test_an_act_is_cited_for_a_day_on_which_it_was_in_force(more: str, cited: str, wrong: bool) -> None:
    found = said(f"Words [@{cited}].", more)
    assert [(one.code, one.span.text if one.span else "") for one in found] == ([("not-in-force", f"@{cited}")] if wrong else [])


def test_the_basis_of_a_measure_on_the_day_of_the_measure() -> None:
    given = 'date: 2026-11-01\nfacts: {measures: [{type: fine, date: 2026-02-01, legal_basis: "@old-code, art 29"}]}\n'
    [problem] = said("Words.", given)
    assert (problem.code, problem.span.text if problem.span else "") == ("not-in-force", '"@old-code, art 29"')
    assert problem.message == ("old-code was in force from 2018-01-01 until 2025-12-31, and the measure that rests on it is of 2026-02-01.")
    assert said("Words.", given.replace("2026-02-01", "2025-02-01")) == []


@pytest.mark.parametrize(
    ("adopted", "cited", "wrong"),
    [("2018-01-01", "visit", True), ("2015-06-01", "visit", False), ("2018-01-01", "other", False), ("2016-01-01", "old-code", False)],
)
def test_a_document_on_kazakhstan_is_no_older_than_the_rule(adopted: str, cited: str, wrong: bool) -> None:
    found = said(f"Words [@{cited}]. Again [@{cited}].", f"facts: {{rule.adopted: {adopted}, measures: [{{date: 2019-01-01}}]}}\n")
    assert [one.code for one in found] == (["older-than-rule"] if wrong else [])
