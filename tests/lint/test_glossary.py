"""The glossary: words that it chose another term over, in documents and in what the library's files may hold."""

from __future__ import annotations

import pytest
from workspace import CASE, ROOT, clause, library, sources, stages

from briefkit.diagnostics import Diagnostic
from briefkit.glossary import pattern
from briefkit.libraries import read_library
from briefkit.model.glossary import Glossary
from briefkit.model.naming import LANGUAGES

GLOSSARY = """\
- term: {en: dissolution, ru: роспуск, kk: тарату}
  instead_of: {en: [forced closure, shut* down], ru: [закрыти* организаци*]}
- term: {en: concluding observations}
  instead_of: {en: [concluding comments]}
  note: the words of the committees themselves
"""
OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


def departed(words: str, language: str = "en", case: str = OWN, layer: dict[str, str] | None = None) -> list[Diagnostic]:
    files = {**library(), "clauses/glossary.yaml": GLOSSARY, **(layer or {})}
    files["styles/profiles/test.yaml"] = files["styles/profiles/test.yaml"].replace("[en]", "[en, ru, kk]")
    run = stages(f"{case}language: {language}\n", files, {"law.md": words})
    return [one for one in run.diagnostics if one.code == "glossary-departed"]


def places(words: str, language: str = "en") -> list[tuple[str, int]]:
    return [(one.span.text, one.span.column) if one.span else ("", 0) for one in departed(words, language)]


@pytest.mark.parametrize(
    ("language", "words", "under"),
    [
        ("en", "The forced closure of it.", [("forced closure", 5)]),
        ("en", "Forced closure, and once more: forced closure.", [("Forced closure", 1), ("forced closure", 32)]),
        ("en", "It was *shutting down* then.", [("shutting down", 9)]),
        ("en", "The forced\nclosure of it.", [("forced\nclosure", 5)]),
        ("en", "“Forced closure” is their word for a forced closure.", [("forced closure", 38)]),
        ("en", "A word.^[On forced closure see elsewhere.]", [("forced closure", 13)]),
        ("en", "A word [see on forced closure @covenant, art 19].", [("forced closure", 16)]),
        ("en", "- a forced closure\n- another", [("forced closure", 5)]),
        ("en", "| a | b |\n|---|---|\n| x | forced closure |", [("forced closure", 7)]),
        ("en", "{% if forum %}No {% else %}A forced closure{% endif %} of it.", [("forced closure", 30)]),
        ("en", "::: {lang=ru}\nО закрытии организаций.\n:::", [("закрытии организаций", 3)]),
        ("ru", "Это закрытие организации.", [("закрытие организации", 5)]),
        ("ru", "The forced closure is not said in Russian.", []),
        ("kk", "Закрытие организации.", []),
    ],
)
def test_our_own_words_are_compared(language: str, words: str, under: list[tuple[str, int]]) -> None:
    assert places(words, language) == under


@pytest.mark.parametrize(
    "words",
    [
        "The dissolution of it.",
        "An enforced closure, a forced closures.",
        "They call it “a forced closure of the association”.",
        "They call it «a forced closure».",
        "> It was a forced closure.",
        "::: reviewed-text\nOn forced closure.\n:::",
        "It is [закрытие организации]{lang=ru}.",
        "{% note %}Is it a forced closure?{% endnote %}Words.",
        "Given as {{ org.name }} here.",
    ],
)
def test_words_that_are_not_ours_are_left_in_peace(words: str) -> None:
    assert departed(words, case=OWN + "facts: {org: {name: Forced Closure}}\n") == []


def test_what_it_says() -> None:
    [problem] = departed("The concluding\n  comments of the Committee.")
    assert (problem.message, problem.hint, str(problem.severity)) == (
        "“concluding comments” is not the term that the glossary has chosen.",
        "the glossary has “concluding observations”",
        "warning",
    )


def test_titles_and_clauses_are_looked_at() -> None:
    [title] = departed("Words.", case=OWN.replace("A test", "On forced closure"))
    assert (title.span and title.span.source.name, title.span and title.span.text) == ("case.yaml", "forced closure")
    [text] = departed("Words.", case=CASE, layer=clause("A forced closure.", slug="a"))
    assert str(text.span) == "clauses/arguments/a/en.md:1:3"


def test_without_a_glossary_there_is_nothing_to_depart_from() -> None:
    run = stages(OWN, library(), {"law.md": "A forced closure."})
    assert [one.code for one in run.diagnostics if one.code == "glossary-departed"] == []


@pytest.mark.parametrize(
    ("glossary", "code", "under"),
    [
        ("- term: {en: a}\n  insted_of: {en: [b]}\n", "unknown-key", "insted_of"),
        ("- instead_of: {en: [b]}\n", "missing-key", "instead_of: {en: [b]}"),
        ("- term: {fr: a}\n", "unknown-language", "fr"),
        ("- term: {en: a}\n  instead_of: {en: b}\n", "wrong-type", "b"),
    ],
)
def test_a_glossary_that_is_not_well_formed(glossary: str, code: str, under: str) -> None:
    run = stages(CASE + "clauses: none\n", {**library(), "clauses/glossary.yaml": glossary})
    assert [(one.code, one.span and one.span.text.strip()) for one in run.diagnostics if one.is_error] == [(code, under)]


def test_a_later_layer_chooses_another_word() -> None:

    layers = [sources({"clauses/glossary.yaml": text}) for text in (GLOSSARY, "- term: {en: Dissolution}\n  instead_of: {en: [ending]}\n")]
    read = read_library(layers)
    assert read.diagnostics == ()
    assert [(one.name("en"), one.rejected("en")) for one in read.value.glossary] == [
        ("Dissolution", ("ending",)),
        ("concluding observations", ("concluding comments",)),
    ]


def test_the_shipped_glossary_has_each_term_once_in_every_language() -> None:
    glossary = _shipped()
    assert len(glossary) >= 120
    for language in LANGUAGES:
        names = [term.name(language).casefold() for term in glossary]
        assert "" not in names
        assert sorted(names) == sorted(set(names))


def test_the_shipped_glossary_rejects_no_word_twice_and_none_that_it_chose() -> None:
    glossary = _shipped()
    for language in LANGUAGES:
        rejected = [word for term in glossary for word in term.rejected(language)]
        assert sorted(rejected) == sorted(set(rejected))
        own = pattern(tuple(rejected))
        assert own is not None
        assert [term.name(language) for term in glossary if own.search(term.name(language))] == []


def _shipped() -> Glossary:
    text = (ROOT / "clauses" / "glossary.yaml").read_text(encoding="utf-8")
    read = read_library([sources({"clauses/glossary.yaml": text})])
    assert read.diagnostics == ()
    return read.value.glossary
