"""What `:::` and captions hold where they cannot stand: nothing is lost, or printed as it was typed, without a word."""

from __future__ import annotations

import pytest
from workspace import CASE, FACTS, PROFILE, built, flat, inputs, library, stages, wrong

from briefkit.build import build

OWN = CASE + "clauses: none\nsections: {law: law.md}\n"
FINED = 'facts:\n  measures:\n    - {type: fine, date: {value: 2025-03-14, source: "@x1, p 1"}}\n'
EXHIBITS = "exhibits:\n  - {id: x1, title: Decision, file: x1.txt}\n  - {id: x2, title: Appeal, file: x2.txt}\n"
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n"


def listed(words: str, final: bool = False) -> str:
    made = build(inputs(OWN + FINED + EXHIBITS, library(facts=FACTS), {"law.md": words}), ["txt"], final)
    assert wrong(made.diagnostics) == []
    return flat(made.value["txt"].decode())


def problems(words: str) -> list[tuple[str, str]]:
    found = wrong(stages(OWN, library(), {"law.md": words}).diagnostics)
    return [(one.code, one.span.text if one.span else "") for one in found]


@pytest.mark.parametrize("final", [False, True])
def test_listings_that_the_text_places_stand_in_a_final_too(final: bool) -> None:
    text = listed("Before.\n\n::: chronology\n:::\n\nSee [table](#chronology).\n\n::: exhibits\n:::\n", final)
    assert "Table 1. Chronology" in text
    assert "2. See Table 1." in text
    assert "Appeal" in text


def test_the_list_of_exhibits_has_the_numbers_that_the_text_has() -> None:
    text = listed("::: chronology\n:::\n\nThen an appeal [@x2]. See [exhibit](@x2).\n\n::: exhibits\n:::\n")
    assert "Exhibit 1, p 1" in text  # in the chronology
    assert "See Exhibit 2." in text
    assert text.index("Exhibit 1 | Decision") < text.index("Exhibit 2 | Appeal")


def test_a_listing_in_a_list_is_made() -> None:
    assert "14 March 2025" in listed("- ::: chronology\n  :::\n")


def test_a_text_within_a_listing_is_not_lost() -> None:
    assert problems("::: chronology\nOur words.\n:::\n") == [("markup-unsupported", "::: chronology")]


@pytest.mark.parametrize(
    "words",
    [
        "- One\n\n  ::: recommendation\n  To amend.\n  :::\n",
        "> ::: recommendation\n> To amend.\n> :::\n",
        ":::: signature\n\n::: recommendation\nTo amend.\n:::\n\n::::\n",
        "::: recommendation\n- To amend.\n:::\n",
    ],
)
def test_a_recommendation_that_would_not_be_gathered(words: str) -> None:
    [(code, place)] = problems(words)
    assert code == "markup-unsupported"
    assert "recommendation" in place


@pytest.mark.parametrize("before", ["- ", "> "])
def test_a_table_in_a_list_or_a_quotation_has_its_caption(before: str) -> None:
    lines = (TABLE + "\nTable: Words {id=x}").split("\n")
    held = "\n".join((before if at == 0 or before == "> " else "  ") + line for at, line in enumerate(lines))
    text = flat(built(OWN, library(), {"law.md": held + "\n\nSee [table](#x).\n"}).decode())
    assert "Table 1. Words" in text
    assert "See Table 1." in text


@pytest.mark.parametrize("words", [f"Table: One {{id=x}}\n\n{TABLE}", f"{TABLE}\nTable: Two\n\nTable: One {{id=x}}\n"])
def test_a_caption_below_no_table_is_not_printed_as_it_was_typed(words: str) -> None:
    assert problems(words) == [("markup-unsupported", "Table: One {id=x}")]


def test_two_tables_of_one_name() -> None:
    words = f"{TABLE}\nTable: One {{id=x}}\n\n{TABLE}\nTable: Two {{id=x}}\n\nSee [table](#x).\n"
    assert problems(words) == [("duplicate-id", "Table: Two {id=x}")]


def test_a_listing_that_one_part_places_is_not_made_in_another() -> None:
    part = "  - {id: end, heading: {en: Annex}, lists: exhibits, place: annex}\n"
    profile = PROFILE[: PROFILE.index("  - id: end")] + part
    text = built(OWN + EXHIBITS, library(profile=profile), {"law.md": "One.\n\n::: exhibits\n:::\n"}).decode()
    assert text.count("Appeal") == 1
    assert "Annex" not in text


def test_exhibits_are_listed_once() -> None:
    found = wrong(stages(OWN + EXHIBITS, library(), {"law.md": "::: exhibits\n:::\n\nAgain:\n\n::: exhibits\n:::\n"}).diagnostics)
    assert [(one.code, one.span.line if one.span else 0) for one in found] == [("duplicate-id", 6)]


def test_a_part_that_gathers_recommendations_is_missing_where_there_are_none() -> None:
    part = "  - {id: summary, heading: {en: Summary}, lists: recommendations, required: true}\n"
    profile = PROFILE.replace("  - id: facts\n", part + "  - id: facts\n")
    found = wrong(stages(OWN, library(profile=profile), {"law.md": "No advice."}).diagnostics)
    assert [one.code for one in found] == ["missing-part"]
    assert wrong(stages(OWN, library(profile=profile), {"law.md": "::: recommendation\nTo amend.\n:::\n"}).diagnostics) == []


def test_a_gathered_recommendation_brings_no_note_along() -> None:
    profile = PROFILE.replace("  - id: facts\n", "  - {id: summary, heading: {en: Summary}, lists: recommendations}\n  - id: facts\n")
    words = "::: recommendation\nTo amend *the rule [@covenant, art 19]* and [закон [@covenant, art 22(1)]]{lang=ru}.\n:::\n"
    text = flat(built(OWN, library(profile=profile), {"law.md": words}).decode())
    assert "A. To amend the rule and закон (para 1)." in text
    assert "1. To amend the rule[1] and закон[2]." in text
