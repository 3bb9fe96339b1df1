"""A library in numbers: what it holds, and how much of it is reviewed, checked and translated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefkit.health.citations import cited_and_unverified
from briefkit.health.subject import Subject
from briefkit.model.libraries import CLAUSE_STATUSES
from briefkit.model.naming import LANGUAGES
from briefkit.source import Source


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things of a sort a library holds; `which` is empty for all of them."""

    what: str
    which: str
    number: int


def summary(subject: Subject) -> tuple[Tally, ...]:
    """The numbers of a library, in the order in which they are read: the languages are the one asked about, or all."""
    library = subject.holdings
    pinpoints = [pinpoint for authority in library.authorities for pinpoint in authority.pinpoints]
    verified = sum(1 for pinpoint in pinpoints if pinpoint.verified)
    confirmed = sum(1 for authority in library.authorities if authority.confirmed)
    statuses = Counter(clause.status for clause in library.clauses)
    return (
        Tally("clauses", "", len(library.clauses)),
        *(Tally("clauses", status, statuses[status]) for status in CLAUSE_STATUSES),
        *_spoken("clauses", (clause.texts for clause in library.clauses), subject),
        Tally("authorities", "", len(library.authorities)),
        Tally("authorities", "confirmed", confirmed),
        Tally("authorities", "not confirmed", len(library.authorities) - confirmed),
        Tally("pinpoints", "", len(pinpoints)),
        Tally("pinpoints", "verified", verified),
        Tally("pinpoints", "not verified", len(pinpoints) - verified),
        Tally("pinpoints", "cited and not verified", len(cited_and_unverified(subject))),
        Tally("facts", "", len(library.facts)),
        Tally("stored sources", "", len(library.sources)),
        Tally("profiles", "", len(library.profiles)),
        Tally("standard texts", "", len(library.boilerplate)),
        *_spoken("standard texts", (one.texts for one in library.boilerplate), subject),
        Tally("glossary terms", "", len(library.glossary)),
        *_spoken("glossary terms", (term.names for term in library.glossary), subject),
    )


def _spoken(what: str, texts: Iterable[tuple[tuple[str, Source | str], ...]], subject: Subject) -> Iterator[Tally]:
    """How many of some things have a text in each language."""
    have = Counter(language for one in texts for language, text in one if text)
    return (Tally(what, f"in {language}", have[language]) for language in LANGUAGES if subject.asks_about(language))
