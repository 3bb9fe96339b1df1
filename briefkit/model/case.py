"""A case: the facts, and what the user decided about the document. And the plan made from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefkit.messages import Message
from briefkit.model.facts import Record
from briefkit.model.libraries import Authority, Clause, Verification
from briefkit.model.naming import Named
from briefkit.model.profiles import Part, Profile
from briefkit.source import Source, Span


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A document of the case; it is numbered by first use. In a public version its date is `month_only`."""

    id: str
    title: str
    date: date | None
    file: str
    span: Span
    month_only: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The case's own text for a part of the profile; None where its file could not be read."""

    part: Named
    text: Source | None


@dataclass(frozen=True, slots=True)
class ClauseChoice:
    """What the user says about clauses. `none` takes no clause at all."""

    none: bool = False
    include: tuple[Named, ...] = ()
    exclude: tuple[Named, ...] = ()
    order: tuple[Named, ...] = ()
    tones: tuple[tuple[Named, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CaseVerification:
    """A verification recorded for this case alone: `cite` as written, `authority` and `loc` as read from it."""

    authority: str
    loc: str
    verification: Verification
    span: Span


@dataclass(frozen=True, slots=True)
class Filing:
    """That the document was filed: when, to whom, and the day of the decision if there is one."""

    on: date
    to: str
    decided: date | None = None

    @property
    def is_pending(self) -> bool:
        """Whether what stands in the document can still be answered for."""
        return self.decided is None


@dataclass(frozen=True, slots=True)
class Case:
    """A case as its files give it, names resolved against the library where they could be.

    `title` is the text of the title as a template, where it is written.
    """

    title: Span | None
    profile: Profile | None
    language: str
    tone: str
    date: date | None
    facts: Record
    choice: ClauseChoice
    sections: tuple[Section, ...]
    exhibits: tuple[Exhibit, ...]
    references: tuple[Authority, ...]
    verified: tuple[CaseVerification, ...]
    span: Span
    accepted: tuple[tuple[Named, str], ...] = ()  # draft clauses and stale translations that a person adopts, with that person's role
    references_read: bool = True  # False where the case names a file of references that could not be read
    filed: Filing | None = None
    paper: str = ""  # one of PAPERS; empty for that of the Word template
    public: bool = False  # whether its document names nobody


@dataclass(frozen=True, slots=True)
class Planned:
    """A clause that is in: the part it stands in, its tone, and why it is in."""

    clause: Clause
    part: Part
    tone: str
    reason: Message


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A clause that is not in, and why, in words."""

    clause: Clause
    reason: Message


@dataclass(frozen=True, slots=True)
class Plan:
    """The clauses of a document, in order, and those left out."""

    planned: tuple[Planned, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
