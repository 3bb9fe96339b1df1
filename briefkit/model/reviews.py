"""Reviews: that a person, in a role, read a clause and stands by it; and what reviewers answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from briefkit.model.naming import Named
from briefkit.source import Span

SHORT = 12  # so many characters of a hash tell a text from every other


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed a clause in a language, by role, when, at which version; `seen` is the hash of all that they had before them."""

    clause: Named
    language: str
    by: str
    on: date
    version: int
    seen: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """What came back from a reviewer: a comment, a proposed change, or a decision, and the place in the clause that it is about.

    `seen` is the beginning of the hash of what was sent, `paragraph` counts from 1, `quoted` are the words that it is about, `asked`
    is what it answers. A note without a clause is about the whole request.
    """

    clause: str = ""
    language: str = ""
    seen: str = ""
    paragraph: int = 0
    quoted: str = ""
    comment: str = ""
    proposed: str = ""
    decision: str = ""
    asked: str = ""
    by: str = ""
    on: date | None = None
    span: Span | None = field(default=None, compare=False)
