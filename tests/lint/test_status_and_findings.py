"""What a source is must be said where it is first used; what a body found, only where somebody saw it."""

from __future__ import annotations

import pytest
from test_traps import COVENANT, KORNEENKO, OWN, REPORT, STATUS, TEBIETI, item
from workspace import library, stages

from briefkit.diagnostics import Diagnostic

SECOND = item("second", "report", "soft-law", "title: Second Report\nauthority: UNHRC\nnumber: A/HRC/50/23")
SEEN = "finds: [{state: Belarus, articles: ['22(2)', '19'], verified: {seen: the Views, by: a tester, on: 2026-01-02}}]"
FOUND = KORNEENKO.rstrip("\n") + f"\n    {SEEN}\n"
ALL = COVENANT + REPORT + SECOND + TEBIETI + KORNEENKO


def said(words: str, code: str, authorities: str = ALL, language: str = "en", final: bool = False) -> list[Diagnostic]:
    layer = {**library(authorities=authorities), "clauses/rules/status.yaml": STATUS}
    layer["styles/profiles/test.yaml"] = layer["styles/profiles/test.yaml"].replace("[en]", "[en, ru, kk]")
    run = stages(OWN + f"language: {language}\n", layer, {"law.md": words}, final)
    return [one for one in run.diagnostics if one.code == code]


def under(words: str, **options: str) -> list[str]:
    return [one.span.text if one.span else "" for one in said(words, "status-unlabelled", **options)]


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Reports ask for more [@report].", "en", ["@report"]),
        ("Reports, which are soft law, ask for more [@report].", "en", []),
        ("Reports ask for more.^[Not binding on Kazakhstan: [@report].]", "en", []),
        ("It is soft law.\n\nReports ask for more [@report].", "en", []),
        ("It is soft law.\n\nSo it is.\n\nReports ask for more [@report].", "en", ["@report"]),
        ("It is soft law.\n\n# Reports\n\nReports ask for more [@report].", "en", ["@report"]),
        ("It is soft law.\n\n| a | b |\n|---|---|\n| c | d [@report] |", "en", []),
        ("It is so.\n\n| a | b |\n|---|---|\n| c | d [@report] |", "en", ["@report"]),
        ("Soft law asks for more [@report].\n\nAnd another [@second].", "en", []),  # the same body, labelled once
        ("Soft law asks for more [@report].\n\nSo it is.\n\nA judgment [@tebieti].", "en", ["@tebieti"]),
        ("The judgment, comparative only, says so [@tebieti].", "en", []),
        ("The Covenant [@covenant] and the Views [@korneenko].", "en", []),
        ("Доклады рекомендуют больше [@report].", "ru", ["@report"]),
        ("Доклады, относящиеся к мягкому праву, рекомендуют больше [@report].", "ru", []),
    ],
)
def test_what_a_source_is_stands_where_it_is_first_used(words: str, language: str, expected: list[str]) -> None:
    assert under(words, language=language) == expected


def test_the_message_says_what_it_is() -> None:
    [problem] = said("Reports ask for more [@report].", "status-unlabelled")
    assert problem.message == ("Here report is used for the first time, and nothing says that it is soft law, not binding on Kazakhstan.")
    assert problem.hint.startswith("say so in this paragraph: soft law, not binding")


@pytest.mark.parametrize(
    ("words", "authorities", "wrong"),
    [
        ("The Committee found a violation of article 22 [@korneenko].", ALL, True),
        ("In @korneenko the Committee held that article 22 had been breached: a breach of article 22.", ALL, True),
        ("The Court found violations of articles 9 and 11 [@tebieti].", ALL, True),
        ("The Committee did not find a violation of article 22 [@korneenko].", ALL, False),
        ("The Committee found no violation of article 22 [@korneenko].", ALL, False),
        ("The applicant alleged a violation of article 22 [@korneenko].", ALL, False),
        ("The Committee found a violation of article 22.", ALL, False),  # nothing is cited for it
        ("The Committee found a violation of article 22 [@korneenko].", ALL.replace(KORNEENKO, FOUND), False),
        ("The Committee found a violation of articles 19 and 22(2) [@korneenko].", ALL.replace(KORNEENKO, FOUND), False),
        ("The Committee found a violation of article 21 [@korneenko].", ALL.replace(KORNEENKO, FOUND), True),
    ],
)
def test_a_finding_is_said_only_where_somebody_saw_it(words: str, authorities: str, wrong: bool) -> None:
    found = said(words, "finding-unsupported", authorities)
    assert bool(found) is wrong
    if found:
        assert found[0].is_error and "nobody has recorded that" in found[0].message


def test_a_finding_in_russian() -> None:
    assert said("Комитет установил нарушение статьи 22 [@korneenko].", "finding-unsupported", language="ru")
    assert not said("Комитет не установил нарушения статьи 22 [@korneenko].", "finding-unsupported", language="ru")
