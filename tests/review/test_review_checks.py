"""What stands against signing a clause, and what does not."""

from __future__ import annotations

import pytest
from reviewed import RUSSIAN, RUSSIAN_FILE, TEXT, files, the_clause
from workspace import AUTHORITIES, clause, said, sources

from briefkit.libraries import read_library
from briefkit.review.checks import objections

RECALLED = "    confirmed: true\n    recalled: {as: HOW, reason: its author took it back, on: 2026-02-03}\n"


def against(layer: dict[str, str], language: str = "en") -> list[tuple[str, str]]:
    """The code of each objection with what stands under it; all of them are errors."""
    read = read_library([sources(layer)])
    found = objections(the_clause(read.value), language, read.value, read.diagnostics)
    assert all(one.is_error for one in found)
    return said(found)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_stands_against_a_sound_text(language: str) -> None:
    assert against(files(), language) == []


@pytest.mark.parametrize(
    ("layer", "objection"),
    [
        (files(TEXT + "More [@covenant, art 22(2)].\n"), ("unverified-pinpoint", "@covenant, art 22(2)")),
        (files(TEXT + "More [@covenant, art 5].\n"), ("pinpoint-unlisted", "@covenant, art 5")),
        (files(TEXT + "More [@nobody, art 5].\n"), ("unknown-authority", "@nobody, art 5")),
        (files(TEXT + "More @report.\n"), ("unverified-authority", "@report")),
        (files(TEXT.replace("Quoted.", "Misquoted.")), ("quotation-differs", "Misquoted. A quotation")),
        (
            files(authorities=AUTHORITIES.replace("    confirmed: true\n", RECALLED.replace("HOW", "withdrawn"))),
            ("recalled-authority", "@covenant, art 22(1)"),
        ),
        (files(TEXT + "{{ org.nme }}\n"), ("unknown-fact", "org.nme")),
        (files("  \n"), ("missing-text", "")),
        (
            {**files(), "clauses/facts.yaml": files()["clauses/facts.yaml"] + "x: {type: odd, question: {en: X?}}\n"},
            ("unknown-choice", "odd"),
        ),
    ],
)
def test_what_stands_against_a_text(layer: dict[str, str], objection: tuple[str, str]) -> None:
    found = against(layer)
    assert (objection[0], objection[1]) in [(code, under if objection[1] else "") for code, under in found]
    assert len(found) == 1


@pytest.mark.parametrize("changed", [("{% if org.foreign_funding %}", "{% if org.name %}"), (" [@covenant, ст. 22(1)].\n\n{%", ".\n\n{%")])
def test_a_translation_that_does_not_keep_step(changed: tuple[str, str]) -> None:
    layer = {**files(), RUSSIAN_FILE: RUSSIAN.replace(*changed)}
    assert {code for code, _ in against(layer, "ru")} == {"translation-differs"}
    assert against(layer, "en") == []


def test_a_translation_of_an_earlier_version() -> None:
    layer = files()
    path = "clauses/arguments/a/clause.yaml"
    layer[path] = layer[path].replace("version: 1", "version: 2")
    assert [code for code, _ in against(layer, "ru")] == ["translation-stale"]
    assert against(layer, "en") == []


@pytest.mark.parametrize(
    "layer",
    [
        {**files(), **clause("{{ org.nme }}", slug="b")},  # another clause
        {**files(), "styles/profiles/odd.yaml": "title: 1\n"},  # a profile
        files(authorities=AUTHORITIES.replace("    confirmed: true\n", RECALLED.replace("HOW", "superseded"))),  # only a warning
    ],
)
def test_what_stands_against_nothing_here(layer: dict[str, str]) -> None:
    assert against(layer) == []
