"""Facts: what a library declares, and what a case gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefkit.source import Span

FACT_TYPES = ("text", "date", "money", "count", "list", "choice", "yes-no", "person", "act", "records")

Scalar = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class FactDeclaration:
    """A fact that a library knows: its type, the question that asks for it, and how public versions treat it.

    `of` is set for the type "records": the prefix of the fields' own declarations (`measures` of `measure`).
    """

    path: str
    type: str
    question: tuple[tuple[str, str], ...] = ()
    help: tuple[tuple[str, str], ...] = ()
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()  # value -> label per language
    of: str = ""
    confidential: bool = False
    identifying: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A fact with a value: a scalar, or a tuple of scalars for a list. `source` is a citation as written."""

    value: Scalar | tuple[Scalar, ...]
    type: str
    path: str
    span: Span
    source: str = ""
    as_of: date | None = None
    as_reported: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Facts under a common name (`org`), or one record of a list (a measure)."""

    entries: tuple[tuple[str, FactNode], ...]
    span: Span | None = None

    def get(self, name: str) -> FactNode | None:
        return next((node for key, node in self.entries if key == name), None)


@dataclass(frozen=True, slots=True)
class Records:
    """A list of records, such as the chronology of measures."""

    items: tuple[Record, ...]
    span: Span | None = None


FactNode = Given | Record | Records


def given_facts(node: FactNode) -> Iterator[Given]:
    """Every given value below a node, in document order."""
    if isinstance(node, Given):
        yield node
    elif isinstance(node, Record):
        for _, child in node.entries:
            yield from given_facts(child)
    else:
        for item in node.items:
            yield from given_facts(item)
