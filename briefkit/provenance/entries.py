"""Entries of YAML files, taken out of their files as they are written: authorities and facts, of which a document needs a few of many."""

from __future__ import annotations

from collections.abc import Iterable

from briefkit.source import Span

_WITHIN = 2  # where an entry of a list begins


def listed(entries: Iterable[Span]) -> str:
    """Entries of lists as one list."""
    return "".join(f"- {_moved(entry, _WITHIN)}\n" for entry in entries)


def mapped(entries: Iterable[Span]) -> str:
    """Keys with their values as one mapping."""
    return "".join(f"{_moved(entry, 0)}\n" for entry in entries)


def _moved(entry: Span, column: int) -> str:
    """The words of an entry, whose lines all move together to where the first one is to begin."""
    first, *rest = entry.text.rstrip("\n").split("\n")
    indent = entry.column - 1
    return "\n".join((first, *(_line(line, indent, column) for line in rest)))


def _line(line: str, indent: int, column: int) -> str:
    own = len(line) - len(line.lstrip(" "))
    return " " * column + line[min(own, indent) :] if line.strip() else ""
