"""The rows of the matrix: issue, clause, authorities with their state, facts."""

from __future__ import annotations

from matrices import matrix_of
from workspace import CASE, PROFILE, clause, library

from briefkit.coverage.printed import cells, coverage_data

LAYER = library(
    clause("Law [@covenant, arts 22(1), 22(2)].\n\nMore [@report].", slug="law", catalogue="C02", more="step: necessity\n"),
    clause("{% if org.foreign_funding %}{{ org.name }} may speak [@covenant, art 19].{% endif %}", slug="speech", catalogue="C01"),
    clause("{{ org.name }} did it on {{ measure.date }}.", slug="story", kind="facts"),
    clause("Pay it back.", slug="cure", kind="remedy", more="when: error.days_late > 3\n"),
)
FACTS = """\
facts:
  org: {name: Aikyn, foreign_funding: true}
  error.days_late: 9
  measures: [{id: m1, type: fine, date: {value: 2025-03-14, source: "@x1, p 1"}}]
exhibits: [{id: x1, title: Decision}]
"""


def test_by_issue_in_the_order_of_an_argument() -> None:
    assert [(row.issue, row.clause) for row in matrix_of(CASE + FACTS, LAYER).rows] == [
        ("Facts", "story"),
        ("What is protected", "speech"),
        ("Necessity and proportionality", "law"),
        ("Remedy", "cure"),
    ]


def test_a_row_as_cells() -> None:
    story, speech, law, cure = (cells(row) for row in matrix_of(CASE + FACTS, LAYER).rows)
    assert story == ("Facts", "story", "1", "", "org.name; measure.date (@x1, p 1)")
    assert speech[2:] == ("2", "covenant, art 19 (binding; not verified: art 19)", "org.name; asked: org.foreign_funding")
    assert law[2:4] == (
        "3–4",
        "covenant, art 22(1), art 22(2) (binding; not verified: art 22(2)); report (soft-law; not verified: its identity)",
    )
    assert cure[4] == "asked: error.days_late"


def test_a_fact_that_is_asked_about_and_not_given() -> None:
    layer = library(clause("{% if org.name %}A{% else %}B{% endif %} [@covenant, art 22(1)].", slug="a"))
    [row] = matrix_of(CASE, layer).rows
    assert cells(row)[3:] == ("covenant, art 22(1) (binding)", "asked: org.name (not given)")


def test_own_text_under_its_parts_heading_after_the_clauses() -> None:
    case = CASE + FACTS + "clauses: {include: [story], exclude: [speech, law, cure]}\nsections: {law: law.md}\n"
    rows = matrix_of(case, LAYER, {"law.md": "We say so [@covenant, art 22(1); @x1].\n\n- {{ org.name }}\n"}).rows
    assert [(row.issue, row.clause, row.part) for row in rows] == [("Facts", "story", "facts"), ("The law", "", "law")]
    assert cells(rows[1]) == ("The law", "own text: law", "2", "covenant, art 22(1) (binding)", "org.name")


def test_of_two_measures_the_one_that_is_printed() -> None:
    case = CASE + 'facts: {measures: [{date: 2025-01-02}, {complained_of: true, date: {value: 2025-03-14, source: "the decision"}}]}\n'
    layer = library(clause("On {{ measure.date }} [@covenant, art 22(1)].", slug="a"))
    [row] = matrix_of(case, layer).rows
    assert cells(row)[4] == "measure.date (the decision)"


def test_issues_speak_the_documents_language() -> None:
    layer = library(clause(slug="a"), profile=PROFILE.replace("languages: [en]", "languages: [en, ru]"))
    layer["clauses/arguments/a/ru.md"] = "Слова."
    [row] = matrix_of(CASE + "language: ru\n", layer).rows
    assert row.issue == "Что защищено"


def test_for_programs() -> None:
    law = coverage_data(matrix_of(CASE + FACTS, LAYER))["rows"][2]
    assert (law["clause"], law["catalogue"], law["paragraphs"]) == ("law", "C02", [3, 4])
    assert law["authorities"][0] == {
        "id": "covenant",
        "status": "binding",
        "standing": "binding on Kazakhstan",
        "places": ["art 22(1)", "art 22(2)"],
        "unverified": ["art 22(2)"],
        "confirmed": True,
    }
    story = coverage_data(matrix_of(CASE + FACTS, LAYER))["rows"][0]
    assert story["facts"][1] == {"path": "measure.date", "printed": True, "given": True, "sources": ["@x1, p 1"]}
