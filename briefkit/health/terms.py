"""The texts of a library against its glossary."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic
from briefkit.glossary import departures, departures_in_line
from briefkit.health.subject import Subject
from briefkit.tree import Origin, Text


def departed_from_glossary(subject: Subject) -> Iterator[Diagnostic]:
    """`glossary-departed`: in a text of the library, whatever the facts, or in the title of a clause."""
    glossary = subject.holdings.glossary
    for clause in subject.clauses:
        for language, title in clause.title:
            if subject.asks_about(language):
                yield from departures_in_line((Text(title, Origin(clause.span)),), language, glossary)
    for template in subject.templates:
        if subject.asks_about(template.language):
            yield from departures(template.blocks, template.language, glossary)
