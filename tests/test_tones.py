"""What a tone keeps to: its words before the remedy, sources that wait, figures with a source."""

from __future__ import annotations

import pytest
from workspace import CASE, PROFILE, ROOT, library, stages

from briefkit.diagnostics import Diagnostic

RULES = (ROOT / "clauses" / "rules" / "tone.yaml").read_text(encoding="utf-8").replace("[ecodefence]", "[report]")
OWN = CASE + "clauses: none\nsections: {law: law.md, end: end.md}\n"


def said(words: str, tone: str, more: str = "", language: str = "en", end: str = "End.") -> list[Diagnostic]:
    layer = {**library(profile=PROFILE.replace("[en]", "[en, ru, kk]")), "clauses/rules/tone.yaml": RULES}
    case = OWN + f"tone: {tone}\nlanguage: {language}\n" + more
    run = stages(case, layer, {"law.md": words, "end.md": end})
    return [one for one in run.diagnostics if one.code in ("tone-departed", "fact-unsourced")]


@pytest.mark.parametrize(
    ("words", "tone", "language", "found"),
    [
        ("The rule violates the Covenant.", "cooperative", "en", ["violates"]),
        ("A Violation.", "cooperative", "en", ["Violation"]),
        ("Норма нарушает Пакт.", "cooperative", "ru", ["нарушает"]),
        ("The rule violates the Covenant.", "neutral", "en", []),
        ("The rule violates the Covenant.", "adversarial", "en", []),
        ("It is “a violation” in their words.", "cooperative", "en", []),
        ("Норма Пактіні бұзады.", "cooperative", "kk", ["бұзады"]),
        ("Әкімшілік құқық бұзушылық туралы кодекс.", "cooperative", "kk", []),
        ("An inviolable right.^[It violates.]", "cooperative", "en", []),
        ("::: reviewed-text\nWho violates this rule is fined.\n:::", "cooperative", "en", []),
    ],
)
def test_words_before_the_remedy(words: str, tone: str, language: str, found: list[str]) -> None:
    assert [one.span.text if one.span else "" for one in said(words, tone, language=language)] == found


def test_in_the_remedy_they_may_stand() -> None:
    assert said("Calm.", "cooperative", end="It violates.") == []


def test_the_hint_says_what_to_write_instead() -> None:
    [problem] = said("It violates.", "cooperative")
    assert problem.message == "“violates” is not a word of the cooperative tone before the remedy."
    assert "would be brought closer to" in problem.hint


def test_a_source_that_waits_for_the_second_half() -> None:
    early = "First [@report].\n\nThen [@covenant].\n\nThen [@covenant]."
    late = "First [@covenant].\n\nThen [@covenant].\n\nThen [@report]."
    assert [one.message for one in said(early, "cooperative")] == [
        "In the cooperative tone report is not used in the first half of the document."
    ]
    assert said(late, "cooperative") == []
    assert said(early, "neutral") == []


@pytest.mark.parametrize(
    ("given", "tone", "count"),
    [
        ("facts: {measures: [{amount_kzt: 5}]}\n", "adversarial", 1),
        ('facts: {measures: [{amount_kzt: {value: 5, source: "the file"}}]}\n', "adversarial", 0),
        ("facts: {measures: [{amount_kzt: 5}]}\n", "neutral", 0),
    ],
)
def test_an_adversarial_figure_has_a_source(given: str, tone: str, count: int) -> None:
    found = said("It was {{ measure.amount_kzt }}.", tone, given)
    assert [one.code for one in found] == ["fact-unsourced"] * count
    assert said("Nothing is printed.", tone, given) == []
