"""A library in numbers: what it holds, and how much of it is reviewed, checked and translated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefkit.health.citations import cited_and_unverified
from briefkit.health.subject import Subject
from briefkit.messages import NOTHING, Message, say, verbatim
from briefkit.model.libraries import CLAUSE_STATUSES
from briefkit.model.naming import LANGUAGES
from briefkit.source import Source


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things of a sort a library holds; `which` is empty for all of them."""

    what: Message
    which: Message
    number: int


_CLAUSES, _AUTHORITIES, _PINPOINTS = say("clauses"), say("authorities"), say("pinpoints")
_STANDARD_TEXTS, _TERMS = say("standard texts"), say("glossary terms")


def summary(subject: Subject) -> tuple[Tally, ...]:
    """The numbers of a library, in the order in which they are read: the languages are the one asked about, or all."""
    library = subject.holdings
    pinpoints = [pinpoint for authority in library.authorities for pinpoint in authority.pinpoints]
    verified = sum(1 for pinpoint in pinpoints if pinpoint.verified)
    confirmed = sum(1 for authority in library.authorities if authority.confirmed)
    statuses = Counter(clause.status for clause in library.clauses)
    return (
        Tally(_CLAUSES, NOTHING, len(library.clauses)),
        *(Tally(_CLAUSES, verbatim(status), statuses[status]) for status in CLAUSE_STATUSES),
        *_spoken(_CLAUSES, (clause.texts for clause in library.clauses), subject),
        Tally(_AUTHORITIES, NOTHING, len(library.authorities)),
        Tally(_AUTHORITIES, say("confirmed"), confirmed),
        Tally(_AUTHORITIES, say("not confirmed"), len(library.authorities) - confirmed),
        Tally(_PINPOINTS, NOTHING, len(pinpoints)),
        Tally(_PINPOINTS, say("verified"), verified),
        Tally(_PINPOINTS, say("not verified"), len(pinpoints) - verified),
        Tally(_PINPOINTS, say("cited and not verified"), len(cited_and_unverified(subject))),
        Tally(say("facts"), NOTHING, len(library.facts)),
        Tally(say("stored sources"), NOTHING, len(library.sources)),
        Tally(say("profiles"), NOTHING, len(library.profiles)),
        Tally(_STANDARD_TEXTS, NOTHING, len(library.boilerplate)),
        *_spoken(_STANDARD_TEXTS, (one.texts for one in library.boilerplate), subject),
        Tally(_TERMS, NOTHING, len(library.glossary)),
        *_spoken(_TERMS, (term.names for term in library.glossary), subject),
    )


def _spoken(what: Message, texts: Iterable[tuple[tuple[str, Source | str], ...]], subject: Subject) -> Iterator[Tally]:
    """How many of some things have a text in each language."""
    have = Counter(language for one in texts for language, text in one if text)
    asked = (language for language in LANGUAGES if subject.asks_about(language))
    return (Tally(what, say("in {language}", language=language), have[language]) for language in asked)
