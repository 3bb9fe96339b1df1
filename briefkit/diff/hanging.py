"""Changes of what a clause hangs on: other clauses, and facts that a case must give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefkit.conditions import paths_in
from briefkit.diff.changes import Change, Plain
from briefkit.diff.fields import quoted
from briefkit.diff.marks import has_same_marks, marks_in
from briefkit.diff.standing import written_condition
from briefkit.messages import Message, say_count
from briefkit.model.facts import DOCUMENT_FACTS, Vocabulary
from briefkit.model.libraries import Clause
from briefkit.template import prepare


@dataclass(frozen=True, slots=True)
class RequiresAdded(Plain):
    """Clauses without which this one does not stand any more."""

    name: ClassVar[str] = "requires-added"
    clauses: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        names = self.clauses
        return say_count(
            "It now requires the clause {clauses}.", "It now requires the clauses {clauses}.", len(names), clauses=quoted(names)
        )


@dataclass(frozen=True, slots=True)
class RequiresDropped(Plain):
    """Clauses that this one does not require any more."""

    name: ClassVar[str] = "requires-dropped"
    clauses: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        return say_count(
            "It no longer requires the clause {clauses}.",
            "It no longer requires the clauses {clauses}.",
            len(self.clauses),
            clauses=quoted(self.clauses),
        )


@dataclass(frozen=True, slots=True)
class ConflictsAdded(Plain):
    """Clauses that cannot stand beside this one any more."""

    name: ClassVar[str] = "conflicts-added"
    clauses: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        names = self.clauses
        return say_count(
            "It now excludes the clause {clauses}.", "It now excludes the clauses {clauses}.", len(names), clauses=quoted(names)
        )


@dataclass(frozen=True, slots=True)
class ConflictsDropped(Plain):
    """Clauses that may stand beside this one now."""

    name: ClassVar[str] = "conflicts-dropped"
    clauses: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        return say_count(
            "It no longer excludes the clause {clauses}.",
            "It no longer excludes the clauses {clauses}.",
            len(self.clauses),
            clauses=quoted(self.clauses),
        )


@dataclass(frozen=True, slots=True)
class FactsNeeded(Plain):
    """Facts that a clause prints or asks for now, and did not use before."""

    name: ClassVar[str] = "facts-needed"
    facts: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        names = quoted(self.facts)
        return say_count(
            "It now uses the fact {facts}, which it did not need.",
            "It now uses the facts {facts}, which it did not need.",
            len(self.facts),
            facts=names,
        )


@dataclass(frozen=True, slots=True)
class FactsUnneeded(Plain):
    """Facts that a clause used before and uses no longer."""

    name: ClassVar[str] = "facts-unneeded"
    facts: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        names = quoted(self.facts)
        return say_count("It no longer uses the fact {facts}.", "It no longer uses the facts {facts}.", len(self.facts), facts=names)


# --- comparing ------------------------------------------------------------------------------------


def compare_relations(old: Clause, new: Clause) -> Iterator[Change]:
    """The clauses that a clause requires, and those that it excludes; their order means nothing."""
    required, excluded = ({one.name for one in names} for names in (old.requires, old.conflicts))
    requires, excludes = ({one.name for one in names} for names in (new.requires, new.conflicts))
    for kind, names in (
        (RequiresDropped, required - requires),
        (RequiresAdded, requires - required),
        (ConflictsDropped, excluded - excludes),
        (ConflictsAdded, excludes - excluded),
    ):
        if names:
            yield kind(tuple(sorted(names)))


def compare_needs(old: Clause, new: Clause, was: Vocabulary, now: Vocabulary) -> Iterator[Change]:
    """The facts that a clause uses in its condition and its texts; those that every document has are no need."""
    if old.when == new.when and _names_the_same(old, new):
        return
    before, after = _needs(old, was), _needs(new, now)
    if before is None or after is None:
        return
    if dropped := tuple(fact for fact in before if fact not in after):
        yield FactsUnneeded(dropped)
    if added := tuple(fact for fact in after if fact not in before):
        yield FactsNeeded(added)


def _names_the_same(old: Clause, new: Clause) -> bool:
    """Whether the texts have the same tags and facts, language by language."""
    pairs = [(text.text, other.text) for (_, text), (_, other) in zip(old.texts, new.texts, strict=False)]
    return len(old.texts) == len(new.texts) and all(one == other or has_same_marks(one, other) for one, other in pairs)


def _needs(clause: Clause, vocabulary: Vocabulary) -> dict[str, None] | None:
    """The facts that a clause uses; None where its condition or a text of it is not well formed, so that not all of them are known."""
    if (clause.when is None and written_condition(clause)) or any(marks_in(text.text) is None for _, text in clause.texts):
        return None
    used = [(path.names, tuple(path.span.text.split("."))) for path in paths_in(clause.when)] if clause.when else []
    for _, text in clause.texts:
        used += [(one.names, one.at_large) for one in prepare(text.span(0, len(text.text))).value.used]
    always = {one.path for one in DOCUMENT_FACTS}
    facts = (vocabulary.resolve(names if vocabulary.knows(names) or not at_large else at_large) for names, at_large in used)
    return dict.fromkeys(fact for fact in facts if fact not in always)
