"""The table of authorities of a finished document: what it cites, by category, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefkit.model.case import Exhibit
from briefkit.model.categories import CATEGORIES, category_of
from briefkit.model.libraries import Authority
from briefkit.model.naming import in_language
from briefkit.tables.placing import Places, cited_places
from briefkit.tree import Opinion, Text
from briefkit.walk import Line, plain


@dataclass(frozen=True, slots=True)
class Entry:
    """An authority, or an exhibit, with every note and numbered paragraph that cites it; `number` is an exhibit's, else 0.

    `outside` are the notes that stand in no numbered paragraph.
    """

    id: str
    form: Line
    notes: tuple[int, ...]
    paragraphs: tuple[int, ...]
    number: int = 0
    outside: tuple[int, ...] = ()

    @property
    def first_note(self) -> int:
        """The first note that cites it; 0 if it is mentioned in the text alone."""
        return min(self.notes, default=0)


@dataclass(frozen=True, slots=True)
class Section:
    """One category with its heading, the entries in alphabetical order."""

    category: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class AuthoritiesTable:
    """The categories that hold anything, in the profile's order, and the exhibits by number."""

    sections: tuple[Section, ...] = ()
    exhibits: tuple[Entry, ...] = ()


def table_of_authorities(
    opinion: Opinion,
    authorities: Iterable[Authority],
    exhibits: Iterable[Exhibit],
    forms: Mapping[str, Line],
    categories: Iterable[str] = tuple(CATEGORIES),
) -> AuthoritiesTable:
    """Everything that a document cites. An authority of a category that is not asked for is left out; one without a form has its id."""
    places = cited_places(opinion)
    cited = [one for one in authorities if one.id in places]
    named = {one.id: one for one in exhibits if one.id in places}
    sections = (_section(category, cited, places, forms, opinion.language) for category in categories)
    used = [one for one in places if one in named]  # by first use, as they are numbered
    listed = tuple(_entry(name, (Text(named[name].title),), places, number) for number, name in enumerate(used, start=1))
    return AuthoritiesTable(tuple(one for one in sections if one.entries), listed)


def _section(category: str, cited: Iterable[Authority], places: Places, forms: Mapping[str, Line], language: str) -> Section:
    entries = [_entry(one.id, forms.get(one.id, (Text(one.id),)), places) for one in cited if category_of(one) == category]
    return Section(category, in_language(CATEGORIES[category], language), tuple(sorted(entries, key=_alphabetical)))


def _entry(name: str, form: Line, places: Places, number: int = 0) -> Entry:
    notes = sorted({note for note, _ in places[name] if note})
    outside = sorted({note for note, paragraph in places[name] if note and not paragraph})
    return Entry(name, form, tuple(notes), tuple(sorted({paragraph for _, paragraph in places[name] if paragraph})), number, tuple(outside))


def _alphabetical(entry: Entry) -> tuple[list[tuple[str, int]], str]:
    """Letters whatever their case, numbers by their size, marks not at all."""
    pieces = re.findall(r"\d+|[^\W\d_]+", plain(entry.form).casefold())
    return [("", int(piece)) if piece.isdecimal() else (piece, 0) for piece in pieces], entry.id
