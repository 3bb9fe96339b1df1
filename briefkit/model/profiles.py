"""A kind of document for a forum: its parts, what the forum limits and forbids, and the texts that it brings."""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.model.naming import Named, Texts
from briefkit.source import Source, Span

# Where a part stands: a letter before the document, above its title, between title and contents, in the text, on new pages at the end.
PLACES = ("covering", "letter", "cover", "body", "annex")
COUNTINGS = ("body", "body-and-notes")  # what a limit of words counts
AUTHORITIES_BY = ("pages", "paragraphs")  # what a table of authorities names
PASSIM = 5  # Word's own rule: from so many pages on its tables of authorities say “passim”
LIMITS = ("words", "pages", "languages", "type-size", "copies", "fee", "deadline", "translation")


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A text that profiles print, `styles/boilerplate/<name>.<language>.md`: a template as clauses are."""

    name: str
    texts: tuple[tuple[str, Source], ...]  # language -> the template

    def text(self, language: str) -> Source | None:
        return dict(self.texts).get(language)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a part that is a table: the first is filled by the headings of the part's text, the others by `::: id`."""

    id: str
    heading: Texts


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: its heading, its place, and what stands in it, in this order.

    `opens` and `closes` name boilerplate around the case's own text and the clauses (named ones first, then by kind);
    `lists` is what briefkit makes of the case there (`roles.LISTINGS`, `roles.FIGURES`); with `columns` the own text becomes one table.
    """

    id: str
    heading: Texts
    kinds: tuple[str, ...] = ()
    clauses: tuple[Named, ...] = ()
    required: bool = False
    numbered: bool = True
    span: Span | None = None
    place: str = "body"
    opens: tuple[Named, ...] = ()
    closes: tuple[Named, ...] = ()
    lists: str = ""
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of the forum (`of`: one of LIMITS); `verified` tells whether its source was checked.

    `max` is for words, pages and copies, `min` for the size of type in points, `languages` for languages. A deadline is
    so many `months` or `days` after a date that the case gives (`after`, a fact). `says` puts it in words, per language.
    """

    of: str
    source: str
    verified: bool
    max: int = 0
    min: int = 0
    languages: tuple[str, ...] = ()
    months: int = 0
    days: int = 0
    after: str = ""
    counting: str = "body"
    says: Texts = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Ban:
    """Words that the forum does not take, per language; in documents of one tone, or before one part, where these are given."""

    words: tuple[tuple[str, tuple[str, ...]], ...]
    says: Texts
    source: str
    verified: bool
    tone: str = ""
    before: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact that the forum expects; without it the document says that it is missing, and so does a warning."""

    fact: str
    says: Texts
    span: Span


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of document for a forum. `styles` holds the citation style of a language that has one of its own."""

    id: str
    title: Texts
    audience: str
    parts: tuple[Part, ...]
    languages: tuple[str, ...]
    style: str
    template: str
    contents: bool
    limits: tuple[Limit, ...]
    span: Span
    authorities: tuple[str, ...] = ()  # the categories of its table of authorities, in order; none means all
    authorities_by: str = "pages"  # one of AUTHORITIES_BY
    passim: int = PASSIM  # from so many of these on that table says “passim”; 0 for never
    styles: tuple[tuple[str, str], ...] = ()
    forbidden: tuple[Ban, ...] = ()
    asks: tuple[Ask, ...] = ()
    dated: bool = True  # whether the date stands below the title
    named: bool = True  # whether the kind of document stands below the title
    public_only: bool = False  # whether it is made as a public version alone

    def style_in(self, language: str) -> str:
        """The citation style of its documents in a language."""
        return dict(self.styles).get(language, self.style)
