"""What of a comparison concerns one clause."""

from __future__ import annotations

from dataclasses import replace

from briefkit.diff.changes import Renamed
from briefkit.diff.comparison import Comparison, Entry


def of_clause(comparison: Comparison, slug: str) -> Comparison:
    """The changes of one clause, by its old name or its new one, and those of what it cites."""
    return replace(comparison, entries=tuple(entry for entry in comparison.entries if _concerns(entry, slug)))


def _concerns(entry: Entry, slug: str) -> bool:
    if entry.subject.what != "clause":
        return any(slug in getattr(change, "clauses", ()) for change in entry.changes)
    return entry.subject.id == slug or any(isinstance(change, Renamed) and change.old == slug for change in entry.changes)
