"""What the checks of a library's health look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefkit.diagnostics import Severity
from briefkit.markup import every_branch, refs_within, single_locs
from briefkit.model.case import Case, Plan
from briefkit.model.libraries import Clause, Library
from briefkit.model.profiles import Profile
from briefkit.source import Source, Span
from briefkit.tree import Block, Ref


@dataclass(frozen=True, slots=True)
class Template:
    """A text of the library in one language, a clause's or a standard one, with the blocks of all its branches."""

    owner: str
    language: str
    source: Source
    blocks: tuple[Block, ...]

    @property
    def whole(self) -> Span:
        return self.source.span(0, len(self.source.text))


@dataclass(frozen=True, slots=True)
class Example:
    """A case that shows what the library can do, with its plan."""

    case: Case
    plan: Plan


@dataclass(frozen=True, slots=True)
class Subject:
    """A library with its examples. `today` is None where nobody looked at a clock; `language`, if given, is the one that is asked about."""

    holdings: Library
    templates: tuple[Template, ...]
    examples: tuple[Example, ...] = ()
    today: date | None = None
    language: str = ""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that may stand in a document."""
        return tuple(clause for clause in self.holdings.clauses if clause.status != "retired")

    @property
    def severity(self) -> Severity:
        """Of what a translation lacks: it matters to whoever asks about a language."""
        return Severity.WARNING if self.language else Severity.NOTE

    def asks_about(self, language: str) -> bool:
        return self.language in ("", language)

    def cited(self) -> Iterator[tuple[Template, Ref, str]]:
        """Every place that a text of the library cites, whatever the facts; “” for an authority as a whole."""
        for template in self.templates:
            for ref in refs_within(template.blocks):
                for loc in single_locs(ref.locator) if ref.locator else ("",):
                    yield template, ref, loc


def subject_of(library: Library, examples: tuple[Example, ...] = (), today: date | None = None, language: str = "") -> Subject:
    """The subject of a library: the texts of its clauses, retired ones left out, and its standard texts are read."""
    owners = [(clause.slug, clause.texts) for clause in library.clauses if clause.status != "retired"]
    owners += [(boilerplate.name, boilerplate.texts) for boilerplate in library.boilerplate]
    templates = (Template(owner, spoken, text, every_branch(text, spoken) or ()) for owner, texts in owners for spoken, text in texts)
    return Subject(library, tuple(templates), examples, today, language)


def takes(profile: Profile, clause: Clause) -> bool:
    """Whether a document of a profile may hold a clause."""
    named = any(one.name == clause.slug for part in profile.parts for one in part.clauses)
    return profile.audience in clause.audiences and (named or any(clause.kind in part.kinds for part in profile.parts))
