"""Two languages of one clause compared."""

from __future__ import annotations

import pytest
from two_editions import as_edition, with_clause

from briefkit.diff import Comparison, compare_languages
from briefkit.diff.marked import in_numbers

ENGLISH = "It binds [@covenant, art 22(1)].\n\n{% if org.name %}\n\n{{ org.name }} asks for it.\n\n{% endif %}"
RUSSIAN = "Он обязывает [@covenant, ст 22(1)].\n\n{% if org.name %}\n\nОб этом просит {{ org.name }}.\n\n{% endif %}"


def beside(russian: str | None = RUSSIAN, one: str = "en", other: str = "ru", more: str = "") -> Comparison:
    texts = {} if russian is None else {"ru": russian}
    holdings = as_edition(with_clause(ENGLISH, more, **texts)).holdings
    return compare_languages(holdings.clauses[0], one, other, holdings)


def test_texts_that_keep_step_stand_side_by_side() -> None:
    found = beside()
    assert found.is_same
    (entry,) = found.entries
    agree, whole = entry.changes
    assert agree.sentence == "Both have the same tags, citations, facts, references and paragraphs."
    assert whole.sentence == "The English and the Russian text side by side."
    pairs = [(passage.pieces[0].old, passage.pieces[0].new) for passage in whole.passages]
    assert pairs[0] == ("It binds [@covenant, art 22(1)].", "Он обязывает [@covenant, ст 22(1)].")
    assert len(pairs) == 4


@pytest.mark.parametrize(
    ("old", "new", "sentence", "shown"),
    [
        (
            "ст 22(1)",
            "ст 19",
            "Here the text in “ru” cites “@covenant, art 19”, and the English text “@covenant, art 22(1)”.",
            "Он обязывает [@covenant, ст 19].",
        ),
        (" {{ org.name }}", " она", "Here the text in “ru” lacks the fact “org.name” of the English text.", "Об этом просит она."),
        (
            "if org.name",
            "if forum",
            "Here the text in “ru” has the tag “if forum”, and the English text the tag “if org.name”.",
            "{% if forum %}",
        ),
    ],
)
def test_a_difference_with_its_paragraphs(old: str, new: str, sentence: str, shown: str) -> None:
    found = beside(RUSSIAN.replace(old, new))
    assert not found.is_same
    change = found.entries[0].changes[0]
    assert (change.name, change.sentence, change.weight, change.language) == ("translation-differs", sentence, "substance", "ru")
    assert shown in [passage.pieces[0].new for passage in change.passages]


def test_in_the_other_order() -> None:
    found = beside(RUSSIAN.replace("ст 22(1)", "ст 19"), "ru", "en")
    assert (found.old, found.new) == ("a ru", "a en")
    passage = found.entries[0].changes[0].passages[0]
    assert (passage.pieces[0].old, passage.pieces[0].new) == ("Он обязывает [@covenant, ст 19].", "It binds [@covenant, art 22(1)].")


def test_a_translation_of_an_older_version() -> None:
    files = with_clause(ENGLISH, "translations: {ru: 1}\n", ru=RUSSIAN)
    path = "clauses/arguments/a/clause.yaml"
    holdings = as_edition({**files, path: files[path].replace("version: 1", "version: 2")}).holdings
    found = compare_languages(holdings.clauses[0], "en", "ru", holdings)
    assert found.entries[0].changes[0].sentence == "The Russian translation is of version 1, and the clause is at 2: it is still stale."


def test_a_language_that_is_missing() -> None:
    (entry,) = beside(None).entries
    assert [change.sentence for change in entry.changes] == ["There is no Russian text."]


def test_a_language_that_is_missing_is_a_difference_in_the_summary() -> None:
    assert in_numbers(beside(None)) == ("1 difference",)
