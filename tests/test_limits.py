"""The limits of a forum: what is counted, and what it means to exceed one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from workspace import CASE, PROFILE, clause, library, said, stages, write

from briefkit.diagnostics import Diagnostic
from briefkit.limits import count_words

WORDS = """\
# One two

Three {{ org.name }}, [@covenant, art 22(1)] and – so on.^[Not these words.] See [@covenant, art 22(1)].

> Quoted words

- an item
- another

| head | cell |
|---|---|
| in | table |

{% note %}not this{% endnote %}
"""
# One two / Three Aikyn Fund and so on See / Quoted words / an item another / head cell in table; and the part's heading, The law
COUNTED = 2 + 7 + 2 + 3 + 4 + 2
ALL = """\
clauses: none
sections: {law: law.md}
facts: {org.name: Aikyn Fund}
"""


def limited(limit: str, final: bool = False) -> list[Diagnostic]:
    profile = PROFILE.replace("parts:", f"limits: [{{{limit}, source: rule 5}}]\nparts:")
    run = stages(CASE + ALL, library(profile=profile), {"law.md": "One two three four five."}, final)
    return list(run.diagnostics)


def test_the_words_of_the_body() -> None:
    run = stages(CASE + ALL, files={"law.md": WORDS})
    assert said(run.diagnostics) == []
    assert run.value.opinion is not None
    assert count_words(run.value.opinion) == COUNTED


def test_the_words_of_clauses_and_their_headings() -> None:
    run = stages(CASE, library(clause("Two words.", slug="a")))
    assert run.value.opinion is not None
    assert count_words(run.value.opinion) == len(["The", "law", "On", "a", "Two", "words"])


@pytest.mark.parametrize(
    ("most", "final", "expected"),
    [(7, False, []), (7, True, []), (6, False, [("limit-exceeded", "warning")]), (6, True, [("limit-exceeded", "error")])],
)
def test_a_verified_limit(most: int, final: bool, expected: list[tuple[str, str]]) -> None:
    found = limited(f"of: words, max: {most}, verified: true", final)
    assert [(one.code, str(one.severity)) for one in found] == expected
    assert [(str(one.span), one.message, one.hint) for one in found] == [
        (
            "styles/profiles/test.yaml:6:10",
            "The limit of 6 words (rule 5) is exceeded: the body has 7, counted with its headings and without the title and the notes.",
            "shorten it by 1",
        )
    ] * len(expected)


@pytest.mark.parametrize("final", [False, True])
def test_a_limit_that_nobody_checked_only_warns(final: bool) -> None:
    found = limited("of: words, max: 6, verified: false", final)
    assert sorted((one.code, str(one.severity)) for one in found) == [("limit-exceeded", "warning"), ("unverified-limit", "warning")]


def test_pages_are_not_counted_here() -> None:
    [problem] = limited("of: pages, max: 1, verified: true", final=True)
    assert (problem.code, str(problem.severity), str(problem.span)) == ("limit-uncounted", "note", "styles/profiles/test.yaml:6:10")
    assert problem.message == "The limit of 1 pages (rule 5) is not applied: pages are counted only where the document is laid out."


def test_a_final_that_is_too_long_is_not_built(alone: Path, briefkit: Run) -> None:
    profile = PROFILE.replace("parts:", "limits: [{of: words, max: 3, source: rule 5, verified: true}]\nparts:")
    write(alone, {**library(profile=profile), "case.yaml": CASE + "clauses: none\nsections: {law: law.md}\n", "law.md": "One two three."})
    draft = briefkit("build", "case.yaml", "--format", "json")
    assert draft.exit_code == 0
    assert [one["code"] for one in json.loads(draft.stdout)["diagnostics"]] == ["limit-exceeded"]
    assert briefkit("build", "case.yaml", "--final").exit_code == 1
