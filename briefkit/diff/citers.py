"""Which clauses cite an authority whose data changed, found in their texts as they are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from briefkit.diff.changes import Plain, Told
from briefkit.diff.comparison import Entry
from briefkit.diff.fields import quoted
from briefkit.diff.touched import cited_in
from briefkit.messages import Message, listed, say, say_count
from briefkit.model.libraries import Library

MANY = 20  # clauses that are named in a sentence
_DATA = ("field-changed", "names-changed", "recall-changed", "identity-changed")  # changes that a citation may print, or rest on


@dataclass(frozen=True, slots=True)
class AuthorityChanged(Told):
    """That an authority's data changed, and the clauses that cite it."""

    name: ClassVar[str] = "authority-changed"
    clauses: tuple[str, ...]
    weight: str = "substance"
    language: str = ""

    @property
    def sentence(self) -> Message:
        return say_count(
            "Its data changed; the clause {clauses} cites it.",
            "Its data changed; the clauses {clauses} cite it.",
            len(self.clauses),
            clauses=_named(self.clauses),
        )


@dataclass(frozen=True, slots=True)
class StillCited(Plain):
    """That clauses cite an authority that is gone."""

    name: ClassVar[str] = "still-cited"
    clauses: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        return say_count(
            "The clause {clauses} still cites it.", "The clauses {clauses} still cite it.", len(self.clauses), clauses=_named(self.clauses)
        )


def _named(clauses: tuple[str, ...]) -> Message:
    more = len(clauses) - MANY
    if more <= 0:
        return quoted(clauses)
    others = say_count("and {number} more", "and {number} more", more)
    return listed((*(say("“{name}”", name=name) for name in clauses[:MANY]), others))


def with_citers(entries: Iterable[Entry], library: Library) -> tuple[Entry, ...]:
    """The entries of authorities with the clauses of the new edition that cite them; its texts are looked through once."""
    entries = tuple(entries)
    wanted = {entry.subject.id for entry in entries if entry.fate in ("changed", "removed")}
    citers = _citers(wanted, library) if wanted else {}
    return tuple(_with(entry, citers.get(entry.subject.id, ())) for entry in entries)


def _citers(wanted: Collection[str], library: Library) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for clause in library.clauses:
        for _, text in clause.texts:
            for name in set(cited_in(text.text)).intersection(wanted):
                found.setdefault(name, {})[clause.slug] = None
    return {name: tuple(slugs) for name, slugs in found.items()}


def _with(entry: Entry, clauses: tuple[str, ...]) -> Entry:
    if entry.fate == "removed":
        return replace(entry, changes=(*entry.changes, StillCited(clauses))) if clauses else entry
    data = tuple(change for change in entry.changes if change.name in _DATA)
    if not data or not clauses or entry.fate != "changed":
        return entry
    languages = {change.language for change in data}
    changed = AuthorityChanged(clauses, replace(entry, changes=data).weight, languages.pop() if len(languages) == 1 else "")
    return replace(entry, changes=(changed, *entry.changes))
