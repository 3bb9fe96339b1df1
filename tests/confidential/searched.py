"""Confidential values and a search for them, for tests."""

from __future__ import annotations

from briefkit.confidential import ConfidentialValue, Hit, Search
from briefkit.confidential.values import Kind
from briefkit.source import Source

CASE = Source("case.secret.yaml", "org.name: a value\n")


def value(text: str, kind: Kind = "person", path: str = "") -> ConfidentialValue:
    return ConfidentialValue(path or f"a.{kind}", text, kind, CASE.span(0, 8))


def found(wanted: ConfidentialValue, text: str, *own: str) -> list[Hit]:
    """What is found of a value in a text, where the library's own texts are `own`."""
    return list(Search.of([wanted], [Source("own.md", one) for one in own]).find(text))


def surely(wanted: ConfidentialValue, text: str, *own: str) -> list[str]:
    """What is surely the value, as the text has it."""
    return [hit.found for hit in found(wanted, text, *own) if hit.sure]
