"""Small facts and texts, for tests that need a case's facts and no files."""

from __future__ import annotations

from datetime import date
from typing import Any

from briefkit.diagnostics import Checked, Diagnostic
from briefkit.markup import read_markup
from briefkit.model.facts import FactDeclaration, FactNode, Given, Record, Records, Vocabulary
from briefkit.source import Source, Span
from briefkit.template import Filled, fill, prepare
from briefkit.tree import Block, Inline
from briefkit.walk import blocks_within, inlines_within, own_inlines

KINDS = (("fine", (("en", "a fine"), ("ru", "штраф"))), ("ban", (("en", "a ban"),)))
VOCABULARY = Vocabulary.of(
    [
        FactDeclaration("org.name", "text"),
        FactDeclaration("org.aims", "list"),
        FactDeclaration("org.foreign_funding", "yes-no"),
        FactDeclaration("measures", "records", of="measure"),
        FactDeclaration("measure.type", "choice", choices=KINDS),
        FactDeclaration("measure.date", "date"),
        FactDeclaration("measure.sum", "money"),
        FactDeclaration("measure.act", "act"),
        FactDeclaration("hearings", "records", of="hearing"),
        FactDeclaration("hearing.name", "text"),
    ]
)
NO_PLACE = Source("case.yaml", "").whole()


def whole(text: str, name: str = "text.md") -> Span:
    return Source(name, text).span(0, len(text))


def node(value: Any, path: tuple[str, ...] = ()) -> FactNode:
    """Python values as the facts that VOCABULARY declares: mappings are records, lists of mappings are lists of records."""
    if isinstance(value, dict):
        return Record(tuple((name, node(inner, (*path, name))) for name, inner in value.items()))
    if isinstance(value, list) and all(isinstance(item, dict) for item in value) and value:
        prefix = VOCABULARY.declared[".".join(path)].of
        items = (node(item, (prefix,)) for item in value)
        return Records(tuple(item for item in items if isinstance(item, Record)))
    declared = VOCABULARY.find(path)
    return Given(tuple(value) if isinstance(value, list) else value, declared.type if declared else "text", ".".join(path), NO_PLACE)


def facts(**given: Any) -> Record:
    found = node(given)
    assert isinstance(found, Record)
    return found


CASE = facts(
    tone="neutral",
    org={"name": "Aikyn", "aims": ["health", "law", "books"], "foreign_funding": True},
    measures=[{"type": "fine", "date": date(2025, 3, 14), "sum": 1200000}, {"type": "ban", "date": date(2025, 6, 1), "sum": 5}],
)


def filled(text: str, given: Record = CASE, language: str = "en") -> Checked[Filled]:
    """A text prepared and filled, with the problems of both."""
    prepared = prepare(whole(text))
    done = fill(prepared.value, given, VOCABULARY, language)
    return Checked(done.value, (*prepared.diagnostics, *done.diagnostics))


def written(text: str, given: Record = CASE, language: str = "en") -> Checked[tuple[Block, ...]]:
    """A text all the way into blocks, with the problems of every step."""
    done = filled(text, given, language)
    read = read_markup(done.value, language)
    return Checked(read.value, (*done.diagnostics, *read.diagnostics))


def inlines(blocks: tuple[Block, ...]) -> list[Inline]:
    return [inline for block in blocks_within(blocks) for inline in inlines_within(own_inlines(block))]


def printed(text: str, given: Record = CASE, language: str = "en") -> str:
    """What a template prints, its facts in square brackets of their own: ⟦Aikyn⟧."""
    done = filled(text, given, language)
    assert done.diagnostics == ()
    shown = done.value.text
    for number, fact in enumerate(done.value.printed):
        shown = shown.replace(f"\ue000{number}\ue001", f"⟦{fact.text}⟧")
    return shown


def said(problems: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """Each problem's code and the text that it points at."""
    return [(problem.code, problem.span.text if problem.span else "") for problem in problems]
