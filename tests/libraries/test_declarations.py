"""The declarations of facts, seen together."""

from __future__ import annotations

import pytest
from workspace import FACTS, library, sources

from briefkit.libraries import read_library

Q = "question: {en: Q}"


@pytest.mark.parametrize(
    ("line", "code", "under", "said"),
    [
        (f"org name: {{type: text, {Q}}}", "wrong-declaration", "org name", "“org name” is no name of a fact."),
        (f"org..name: {{type: text, {Q}}}", "wrong-declaration", "org..name", "“org..name” is no name of a fact."),
        (f"2nd: {{type: text, {Q}}}", "wrong-declaration", "2nd", "“2nd” is no name of a fact."),
        (f"tone: {{type: text, {Q}}}", "wrong-declaration", "tone", "“tone”: every document has a fact of this name."),
        (f"hearings: {{type: records, {Q}}}", "missing-key", "hearings", "“hearings” does not say what its records are called."),
        (
            f"hearings: {{type: records, of: mesure, {Q}}}",
            "unknown-fact",
            "hearings",
            "No field “mesure.…” of “hearings” is declared.",
        ),
        (f"kind: {{type: choice, {Q}}}", "missing-key", "kind", "The choice “kind” has no choices."),
        (f"org: {{type: text, {Q}}}", "wrong-declaration", "org", "“org” is a fact itself, so “org.name” cannot stand within it."),
        (
            f"forum.name: {{type: text, {Q}}}",
            "wrong-declaration",
            "forum",
            "“forum” is a fact itself, so “forum.name” cannot stand within it.",
        ),
    ],
)
def test_what_is_wrong_with_one(line: str, code: str, under: str, said: str) -> None:
    [problem] = read_library([sources(library(facts=FACTS + line + "\n"))]).diagnostics
    assert (problem.code, problem.span and problem.span.text, problem.message) == (code, under, said)


def test_a_misspelt_name_of_records_is_suggested() -> None:
    facts = FACTS + f"hearings: {{type: records, of: mesure, {Q}}}\n"
    [problem] = read_library([sources(library(facts=facts))]).diagnostics
    assert problem.hint == "did you mean “measure”?"


def test_a_later_layer_is_seen_with_the_first() -> None:
    own = {"clauses/facts.yaml": f"org: {{type: text, {Q}}}\n"}
    [problem] = read_library([sources(library()), sources(own)]).diagnostics
    assert (problem.code, str(problem.span)) == ("wrong-declaration", "clauses/facts.yaml:1:1")
