"""Two editions compared: what changed, by the thing in which it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from briefkit.diff.changes import WEIGHTS, Change
from briefkit.diff.counts import CHANGES, THINGS
from briefkit.messages import Message

UNCHANGED = ("texts-beside", "languages-agree")  # what is told of two languages that keep step with each other
IN_DOCUMENTS = ("clause", "authority", "fact", "profile", "standard text")  # what is kept of a library with a document made of it
FATES = ("added", "removed", "renamed")  # of a whole thing, each told by a change of this name


@dataclass(frozen=True, slots=True)
class Subject:
    """What changed: a clause, an authority, a source, a fact, a profile, or the rules; by its id, with a title for people."""

    what: str
    id: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A subject with all that changed in it."""

    subject: Subject
    changes: tuple[Change, ...]

    @property
    def is_brief(self) -> bool:
        """Whether a few words tell all of it: that the thing is new, or gone."""
        return len(self.changes) == 1 and self.fate in ("added", "removed")

    @property
    def fate(self) -> str:
        """“added”, “removed”, “renamed”, “changed”, or “not-compared” where nothing else is known."""
        names = {change.name for change in self.changes}
        return next((fate for fate in FATES if fate in names), "not-compared" if names == {"not-compared"} else "changed")

    @property
    def weight(self) -> str:
        """The heaviest weight among its changes."""
        return min((change.weight for change in self.changes), key=WEIGHTS.index)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions by name, and what changed between them: clauses first, then what they rest on.

    One that was narrowed down knows by what: to the changes of a `weight`, and to those in some `languages`, or in none. Where it is
    of two languages of a clause, `beside` has them, and nothing became anything else.
    """

    old: str
    new: str
    entries: tuple[Entry, ...] = ()
    weight: str = ""
    languages: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        return all(change.name in UNCHANGED for entry in self.entries for change in entry.changes)

    def only(self, weight: str) -> Comparison:
        """The changes of one weight, in the entries that have any."""
        return replace(self.keeping(lambda change: change.weight == weight), weight=weight)

    def in_languages(self, languages: tuple[str, ...]) -> Comparison:
        """What changed in some languages, or in none."""
        return replace(self.keeping(lambda change: change.language in ("", *languages)), languages=languages)

    def since_built(self, language: str) -> Comparison:
        """What became of the sources of one document, which are all that the old edition holds: to it, nothing can be new."""
        held = replace(self, entries=tuple(one for one in self.entries if one.subject.what in IN_DOCUMENTS and one.fate != "added"))
        return held.in_languages((language,))

    def keeping(self, wanted: Callable[[Change], bool]) -> Comparison:
        """The changes that are wanted, in the entries that have any. What could not be compared stays: nobody knows its weight."""
        kept = (replace(one, changes=tuple(change for change in one.changes if _stays(change) or wanted(change))) for one in self.entries)
        return replace(self, entries=tuple(entry for entry in kept if entry.changes))

    @property
    def summary(self) -> tuple[Message, ...]:
        """What changed, in numbers: “2 clauses changed”, “1 citation dropped”."""
        fates = [(entry.subject.what, entry.fate) for entry in self.entries]
        changes = [change for entry in self.entries if entry.subject.what == "clause" for change in entry.changes]
        names = [one.name for one in changes if one.weight == "substance" or one.name == "sentence-moved"]
        counts = ((sum(names.count(name) for name in kinds), counted) for kinds, counted in CHANGES.items())
        said = (THINGS[one](fates.count(one)) for one in dict.fromkeys(fates))
        return (*said, *(counted(number) for number, counted in counts if number))


def _stays(change: Change) -> bool:
    return change.name == "not-compared"
