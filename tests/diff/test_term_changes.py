"""What the comparison of two libraries says of the glossary."""

from __future__ import annotations

import pytest
from two_editions import compared, sentences
from workspace import library

GLOSSARY = "clauses/glossary.yaml"
TERM = "- term: {en: dissolution, ru: роспуск}\n  instead_of: {en: [closure]}\n"


def with_terms(text: str) -> dict[str, str]:
    return {**library(), GLOSSARY: text}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("роспуск", "прекращение", ["Its Russian word was “роспуск” and is now “прекращение”."]),
        ("ru: роспуск", "kk: тарату", ["Its Kazakh word is now given: “тарату”.", "Its Russian word is gone: “роспуск”."]),
        ("[closure]", "[closure, ending]", ["The words that it is chosen over (English): “ending” added."]),
        ("[closure]}\n", "[closure]}\n  note: A note.\n", ["The note on it is now given: “A note.”."]),
        ("- term", "# A remark.\n- term", []),
    ],
)
def test_a_term(old: str, new: str, said: list[str]) -> None:
    assert sorted(sentences(with_terms(TERM), with_terms(TERM.replace(old, new)))) == sorted(said)


def test_terms_come_and_go() -> None:
    found = compared(with_terms(TERM), with_terms(TERM.replace("dissolution", "ending")))
    assert [(entry.subject.id, entry.changes[0].sentence) for entry in found.entries] == [
        ("dissolution", "This term is gone."),
        ("ending", "This term is new."),
    ]


def test_a_glossary_that_cannot_be_read_is_not_said_to_be_gone() -> None:
    assert sentences(with_terms(TERM), with_terms("- term: [\n")) == ["This term could not be compared: it cannot be read in new."]
