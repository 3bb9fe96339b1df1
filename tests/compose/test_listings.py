"""What briefkit makes of a case by itself: the chronology, duties side by side, exhibits by number, recommendations."""

from __future__ import annotations

import pytest
from workspace import CASE, FACTS, PROFILE, built, flat, library, stages, wrong

MORE = """\
measure.authority: {type: text, question: {en: Which?}}
steps: {type: records, of: step, question: {en: Steps?}}
step.what: {type: text, question: {en: What?}}
step.date: {type: date, question: {en: Day?}}
step.outcome: {type: text, question: {en: Outcome?}}
duties: {type: records, of: duty, question: {en: Duties?}}
duty.name: {type: text, question: {en: Name?}}
duty.to: {type: text, question: {en: To whom?}}
duty.due: {type: text, question: {en: When?}}
duty.basis: {type: act, question: {en: Basis?}}
"""
EXHIBITS = """\
exhibits:
  - {id: x1, title: Decision, date: 2025-03-14, file: x1.txt}
  - {id: x2, title: Appeal, file: x2.txt}
  - {id: x3, title: Never cited, file: x3.txt}
"""
HAPPENED = """\
facts:
  measures:
    - id: a
      complained_of: true
      type: fine
      date: {value: 2025-03-14, source: "@x1, p 1"}
      amount_kzt: 1200000
      authority: the department
    - {id: b, type: warning, date: 2025-01-02, legal_basis: "@covenant, art 19"}
  steps:
    - {what: an appeal, date: {value: 2025-04-01, source: "@x2, p 3"}, outcome: dismissed}
"""
OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


def printed(words: str, more: str = "", language: str = "en") -> str:
    layer = library(facts=FACTS + MORE, profile=PROFILE.replace("[en]", "[en, ru, kk]"))
    return flat(built(OWN + f"language: {language}\n" + more, layer, {"law.md": words}).decode())


def test_the_chronology_is_in_order_of_date_with_its_sources() -> None:
    table = printed("::: chronology\n:::\n\nSee [table](#chronology).", EXHIBITS + HAPPENED)
    assert "Table 1. Chronology" in table
    assert "1. See Table 1." in table
    places = [table.index(words) for words in ("2 January 2025", "14 March 2025", "1 April 2025")]
    assert places == sorted(places)
    assert "A fine, KZT 1,200,000" in table
    assert "The department" in table
    assert "Exhibit 1, p 1" in table
    assert "An appeal, dismissed" in table
    assert "Exhibit 2, p 3" in table


def test_a_case_without_dates_has_no_chronology() -> None:
    assert "Table" not in printed("Words.\n\n::: chronology\n:::")


def test_duties_stand_side_by_side_in_the_languages_words() -> None:
    given = """\
facts:
  duties:
    - {name: yearly report, to: the ministry, due: 31 March, basis: "@covenant, art 19"}
    - {name: notice, to: the tax body}
"""
    table = printed("::: duties\n:::", given)
    for words in ("Yearly report", "Notice", "Owed to", "the ministry", "the tax body", "Due", "31 March", "Legal basis", "CT art 19"):
        assert words in table
    assert "Content" not in table  # nobody gave any
    assert "Таблица 1. Обязанности в сопоставлении" in printed("::: duties\n:::", given, "ru")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Exhibit 1", "Appeal", "Exhibit 2", "Decision", "14 March 2025", "Exhibit 3", "Never cited"]),
        ("ru", ["Приложение 1", "Appeal", "Приложение 2", "Decision", "14 марта 2025 года", "Приложение 3"]),
        ("kk", ["1-қосымша", "Appeal", "2-қосымша", "Decision", "3-қосымша"]),
    ],
)
def test_exhibits_are_listed_by_use_and_then_the_rest(language: str, words: list[str]) -> None:
    table = printed("One [@x2, p 1]. Two [@x1].\n\n::: exhibits\n:::", EXHIBITS, language).split("\n--------------------")[0]
    places = [table.index(one) for one in words]
    assert places == sorted(places)


def test_an_exhibit_is_referred_to_by_its_number() -> None:
    assert "1. One.[1] See Exhibit 1." in printed("One [@x2]. See [exhibit](@x2).", EXHIBITS)


def test_a_reference_to_an_exhibit_that_is_not_used() -> None:
    [problem] = wrong(stages(OWN + EXHIBITS, library(), {"law.md": "See [exhibit](@x2)."}).diagnostics)
    assert (problem.code, problem.span.text if problem.span else "") == ("dead-reference", "[exhibit](@x2)")


def test_recommendations_are_gathered_with_live_numbers_and_without_notes() -> None:
    words = "First.\n\n::: recommendation\nTo amend the rule [@covenant, art 19].\n:::\n\nThen.\n\n"
    words += "::: recommendation\nTo publish guidance.\n:::\n"
    part = "  - {id: summary, heading: {en: Summary}, lists: recommendations, numbered: false}\n"
    part = "  - {id: summary, heading: {en: Summary}, lists: recommendations, numbered: false}\n"
    summary = PROFILE.replace("  - id: facts\n", part + "  - id: facts\n")
    document = built(OWN, library(profile=summary), {"law.md": words}).decode()
    text = flat(document)
    assert "A. To amend the rule (para 2)." in text
    assert "B. To publish guidance (para 4)." in text
    assert "2. To amend the rule.[1]" in text
    assert text.index("A. To amend") < text.index("1. First.")


def test_a_listing_that_the_text_places_is_not_made_again() -> None:
    profile = PROFILE.replace("    heading: {en: The law}\n", "    heading: {en: The law}\n    lists: exhibits\n")
    case = OWN + EXHIBITS
    here = built(case, library(profile=profile), {"law.md": "Before [@x1].\n\n::: exhibits\n:::\n\nAfter."}).decode()
    assert here.count("Never cited") == 1
    assert here.index("Never cited") < here.index("After.")
    at_end = built(case, library(profile=profile), {"law.md": "Before [@x1].\n\nAfter."}).decode()
    assert at_end.index("After.") < at_end.index("Never cited")
