"""A small library whose clause “a” can be signed, for the tests of reviews."""

from __future__ import annotations

from collections.abc import Mapping

from workspace import AUTHORITIES, clause, library, sources

from briefkit.libraries import read_library
from briefkit.model.libraries import Clause, Library
from briefkit.seen import Seen, seen

TEXT = """\
First [@covenant, art 22(1)].

{% if org.foreign_funding %}

{{ org.name }} pays{% note %}Ask {{ org.name }}.{% endnote %}, as “Quoted. A quotation” [@covenant, art 22(1)].

{% endif %}

Last @covenant says so.
"""
RUSSIAN = """\
Первое [@covenant, ст. 22(1)].

{% if org.foreign_funding %}

Платит {{ org.name }}{% note %}Спросить {{ org.name }}.{% endnote %}, о чем сказано [@covenant, ст. 22(1)].

{% endif %}

Наконец, об этом говорит @covenant.
"""
MORE = "when: org.foreign_funding\ntranslations: {ru: 1}\n"
RUSSIAN_FILE = "clauses/arguments/a/ru.md"
STORED_FILE = "clauses/sources/covenant.en.md"


def files(text: str = TEXT, more: str = MORE, authorities: str = AUTHORITIES) -> dict[str, str]:
    """The files of the library."""
    made = library(clause(text, slug="a", title="Title A", more=more), authorities=authorities)
    return {**made, RUSSIAN_FILE: RUSSIAN}


def holdings(layer: Mapping[str, str] | None = None) -> Library:
    return read_library([sources(files() if layer is None else layer)]).value


def the_clause(library: Library) -> Clause:
    found = library.clause("a")
    assert found is not None
    return found


def what(library: Library, language: str = "en") -> Seen:
    """What a reviewer of “a” has before them."""
    return seen(the_clause(library), language, library)


def review(seen_then: str, by: str = "local counsel", on: str = "2026-11-01", language: str = "en") -> str:
    """An entry of reviews.yaml."""
    return f'- {{clause: a, language: {language}, by: "{by}", on: {on}, version: 1, seen: "{seen_then}"}}\n'
