"""Terms: a document says of one thing the one word that the glossary has chosen."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic
from briefkit.glossary import departures, departures_in_line
from briefkit.lint.subject import Subject


def departed_from_glossary(subject: Subject) -> Iterator[Diagnostic]:
    """`glossary-departed`: words of the document's own, its title among them, that the glossary chose another term over."""
    document = subject.document
    yield from departures_in_line(document.title, document.language, subject.glossary)
    yield from departures(document.blocks, document.language, subject.glossary)
