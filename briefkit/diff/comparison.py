"""Two editions compared: what changed, by the thing in which it changed."""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.diff.changes import Change, several

# Changes within clauses that a reviewer looks for first: the name of the change, and how it is counted.
COUNTED = (
    ("condition-changed", "condition", "changed"),
    ("citation-added", "citation", "added"),
    ("citation-dropped", "citation", "dropped"),
    ("pinpoints-changed", "citation", "with other pinpoints"),
)


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
        """“added”, “removed”, “changed”, or “not-compared” where nothing else is known."""
        names = {change.name for change in self.changes}
        return next((fate for fate in ("added", "removed") if fate in names), "not-compared" if names == {"not-compared"} else "changed")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions by name, and what changed between them: clauses first, then what they rest on."""

    old: str
    new: str
    entries: tuple[Entry, ...] = ()

    @property
    def is_same(self) -> bool:
        return not self.entries

    @property
    def summary(self) -> tuple[str, ...]:
        """What changed, in numbers: “2 clauses changed”, “1 citation dropped”."""
        fates = [(entry.subject.what, entry.fate.replace("-", " ")) for entry in self.entries]
        said = [f"{several(fates.count(one), one[0])} {one[1]}" for one in dict.fromkeys(fates)]
        names = [change.name for entry in self.entries if entry.subject.what == "clause" for change in entry.changes]
        counts = [(names.count(name), noun, verb) for name, noun, verb in COUNTED]
        return (*said, *(f"{several(number, noun)} {verb}" for number, noun, verb in counts if number))
