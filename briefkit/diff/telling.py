"""Which changes tell of which value, so that a comparison that was narrowed down shows no value of which it says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from briefkit.diff.changes import Change
from briefkit.diff.comparison import Comparison, Entry
from briefkit.messages import Message

# By the name of the value; what is not named here is told by a change that calls it the same.
_TOLD_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "audiences": ("audience-widened", "audience-narrowed"),
        "cites": ("citation-added", "citation-dropped", "citation-replaced", "pinpoints-changed", "text-added", "text-removed"),
        "confirmed": ("identity-changed",),
        "conflicts": ("conflicts-added", "conflicts-dropped"),
        "names": ("term-changed",),
        "pinpoints": (
            *("pinpoint-listed", "pinpoint-unlisted"),
            *("verification-recorded", "verification-withdrawn", "verification-changed"),
        ),
        "recalled": ("recall-changed",),
        "requires": ("requires-added", "requires-dropped"),
        "slug": ("renamed",),
        "status": ("status-changed",),
        "translations": ("translation-stale", "translation-updated", "translation-unrecorded"),
        "version": ("version-changed",),
        "when": ("condition-widened", "condition-narrowed", "condition-altered", "condition-rewritten"),
    }
)
# Fields within a value that stands in one row: the patterns of what changes of them call them.
_WITHIN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "choices": ("The words for “{choice}”",),
        "parts": ("{field} in its part “{part}”",),
        "pinpoints": ("The writing of a pinpoint", "What {place} says", "The note on {place}"),
    }
)


class Shown(Protocol):
    """A value that stands in a row of its own."""

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> Message: ...

    @property
    def language(self) -> str: ...


def is_told(value: Shown, entry: Entry, comparison: Comparison) -> bool:
    """Whether a comparison tells of a value: of all of them, unless it was narrowed down."""
    if not (comparison.weight or comparison.languages):
        return True
    if value.language and comparison.languages and value.language not in comparison.languages:
        return False
    return entry.fate in ("added", "removed") or any(_tells(change, value) for change in entry.changes)


def _tells(change: Change, value: Shown) -> bool:
    if change.name in _TOLD_BY.get(value.name, ()):
        return change.language == value.language or value.name in ("cites", "translations")
    label = getattr(change, "field", None)
    return isinstance(label, Message) and (label == value.label or bool(_patterns(label) & set(_WITHIN.get(value.name, ()))))


def _patterns(label: Message) -> set[str]:
    """The patterns of what a field is called, and of the name within: “The words for “a” (English)” is of two."""
    within = label.values.get("field")
    return {label.pattern} | (_patterns(within) if isinstance(within, Message) else set())
