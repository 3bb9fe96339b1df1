"""What a workspace holds: clauses, authorities, stored sources, facts, profiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from briefkit.messages import Message, say
from briefkit.model.conditions import Condition
from briefkit.model.facts import FactDeclaration
from briefkit.model.glossary import Glossary
from briefkit.model.naming import Named, Texts
from briefkit.model.profiles import Boilerplate, Profile
from briefkit.model.reviews import Review, ReviewNote
from briefkit.source import Source, Span

CLAUSE_KINDS = ("treaty-obligation", "soft-law", "comparative", "development-benefit", "procedure", "remedy", "facts")
ARGUMENTS = ("treaty-obligation", "soft-law", "comparative", "procedure")  # the kinds that claim something of the law
# The order of an argument: what is protected, then each question that a restriction has to answer, then what follows.
STEPS = ("scope", "legality", "aim", "necessity", "non-discrimination", "development", "remedy")
CLAUSE_STATUSES = ("draft", "reviewed", "retired")

# An authority's standing for the State concerned, with the phrase that says it.
STATUSES: Mapping[str, Message] = MappingProxyType(
    {
        "binding": say("binding on Kazakhstan"),
        "interpretation": say("an authoritative interpretation, not formally binding"),
        "finding-kazakhstan": say("a finding on Kazakhstan"),
        "finding-other": say("an authoritative finding against another State"),
        "soft-law": say("soft law, not binding on Kazakhstan"),
        "political-commitment": say("a political commitment, not legally binding"),
        "comparative": say("comparative only, not binding on Kazakhstan"),
        "domestic": say("domestic law of Kazakhstan"),
        "self-regulation": say("self-regulation by civil society, not binding"),
        "literature": say("literature"),
    }
)

RECALLS = ("superseded", "withdrawn")


@dataclass(frozen=True, slots=True)
class Clause:
    """A reusable argument: its folder's `clause.yaml` and one text per language."""

    slug: str
    title: Texts
    catalogue: str
    kind: str
    when: Condition | None
    audiences: tuple[str, ...]
    requires: tuple[Named, ...]
    conflicts: tuple[Named, ...]
    version: int
    translations: tuple[tuple[str, int], ...]
    status: str
    texts: tuple[tuple[str, Source], ...]  # language -> the template
    span: Span
    step: str = ""  # of the argument (STEPS); empty where its kind says enough

    def text(self, language: str) -> Source | None:
        return dict(self.texts).get(language)

    def rendered(self, language: str) -> int:
        """The version that the text in a language gives: an older one than the clause's where a translation lags behind."""
        return dict(self.translations).get(language, self.version)


@dataclass(frozen=True, slots=True)
class Verification:
    """That a person saw the source: what they saw, when, and in which role."""

    seen: str
    by: str
    on: date
    span: Span | None = field(default=None, compare=False)  # where its day stands


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A place in an authority and what it says, in our words. `loc` is as cited: "art 22(1)", "para 8"."""

    loc: str
    says: str
    verified: Verification | None
    note: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Recall:
    """That an authority no longer stands: how (one of RECALLS), why, since when, and the id of what stands in its place."""

    how: str
    reason: str
    on: date
    by: Named | None = None

    @property
    def said(self) -> Message:
        """What became of the authority: “withdrawn on 2025-02-03: its author took it back”."""
        day, reason, by = self.on.isoformat(), self.reason.rstrip("."), self.by.name if self.by else ""
        if self.how == "withdrawn":
            if by:
                return say("withdrawn on {day} by “{authority}”: {reason}", day=day, authority=by, reason=reason)
            return say("withdrawn on {day}: {reason}", day=day, reason=reason)
        if by:
            return say("superseded on {day} by “{authority}”: {reason}", day=day, authority=by, reason=reason)
        return say("superseded on {day}: {reason}", day=day, reason=reason)

    def __str__(self) -> str:
        return self.said


@dataclass(frozen=True, slots=True)
class Finding:
    """That a decision finds a State to have breached articles; counted only once somebody verified it."""

    state: str
    articles: tuple[str, ...]
    verified: Verification | None


@dataclass(frozen=True, slots=True)
class Adverse:
    """What in an authority speaks against clauses: `to` names these, by slug or by number of the catalogue; `at` is its place there."""

    to: tuple[Named, ...]
    says: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A place in a domestic act that protects the right of an article of a Covenant; `covenant` is that one's id."""

    at: str
    covenant: Named
    article: str


@dataclass(frozen=True, slots=True)
class Authority:
    """A CSL-JSON item with the project's own fields taken out of CSL's `custom`.

    `csl` is the item as CSL-JSON 1.0.2 has it, its `id` included and `custom` left out.
    `confirmed` tells whether somebody checked its identity (title, symbol, dates).
    """

    id: str
    csl: Mapping[str, Any] = field(hash=False)
    status: str
    confirmed: bool
    in_force: date | None = None
    in_force_until: date | None = None
    titles: Texts = ()
    pinpoints: tuple[Pinpoint, ...] = ()
    group: str = ""
    note: str = ""
    recalled: Recall | None = None
    articles: int = 0  # how many a treaty has; 0 where nobody said
    finds: tuple[Finding, ...] = ()
    adverse: tuple[Adverse, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    own: bool = False  # stands in the case's own references, not in the library
    span: Span | None = None
    entry: Span | None = field(default=None, compare=False)  # all that the file says of it


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Phrases that say of a source that it binds, words that deny it, and words that say what it is; per language, or of one."""

    binding_in: tuple[tuple[str, tuple[str, ...]], ...] = ()
    denied_in: tuple[tuple[str, tuple[str, ...]], ...] = ()
    labels_in: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def binding(self, language: str) -> tuple[str, ...]:
        return dict(self.binding_in).get(language, ())

    def denied(self, language: str) -> tuple[str, ...]:
        return dict(self.denied_in).get(language, ())

    def labels(self, language: str) -> tuple[str, ...]:
        return dict(self.labels_in).get(language, ())


@dataclass(frozen=True, slots=True)
class ToneRule:
    """What a tone keeps to: beginnings of words that it does not use before the remedy, per language, and why (`says`);
    authorities that wait for the second half (`late`); whether every figure and day it asserts has a source (`sourced`).
    """

    tone: str
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    says: Texts = ()
    late: tuple[str, ...] = ()
    sourced: bool = False
    but_in: tuple[tuple[str, tuple[str, ...]], ...] = ()  # phrases in which such a word is no accusation, per language


@dataclass(frozen=True, slots=True)
class StoredText:
    """The verbatim text of one pinpoint of a stored source."""

    loc: str
    text: str
    quotable: bool
    span: Span


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A file of `clauses/sources/`: verbatim text of an authority in one language, and where it comes from."""

    authority: str
    language: str
    origin: str
    texts: tuple[StoredText, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All that a workspace offers, each by its id, in the order of the ids."""

    clauses: tuple[Clause, ...] = ()
    authorities: tuple[Authority, ...] = ()
    sources: tuple[StoredSource, ...] = ()
    facts: tuple[FactDeclaration, ...] = ()
    profiles: tuple[Profile, ...] = ()
    status_words: StatusWords = StatusWords()
    boilerplate: tuple[Boilerplate, ...] = ()
    glossary: Glossary = ()
    tones: tuple[ToneRule, ...] = ()
    reviews: tuple[Review, ...] = ()
    review_notes: tuple[ReviewNote, ...] = ()

    def clause(self, slug: str) -> Clause | None:
        return next((clause for clause in self.clauses if clause.slug == slug), None)

    def authority(self, name: str) -> Authority | None:
        return next((authority for authority in self.authorities if authority.id == name), None)

    def profile(self, name: str) -> Profile | None:
        return next((profile for profile in self.profiles if profile.id == name), None)
