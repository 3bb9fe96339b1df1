"""The table of authorities of a finished document: what it cites, by category, and where.

A pure function over an Opinion. How an authority reads in full is the citation style's affair, and comes in as `forms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefkit.model.case import Exhibit
from briefkit.model.categories import CATEGORIES, category_of
from briefkit.model.libraries import Authority
from briefkit.model.naming import in_language
from briefkit.tree import Cite, Emphasis, Foreign, Heading, Inline, Link, Note, Opinion, Paragraph, Strong, Text
from briefkit.walk import Line, blocks_within, own_inlines, plain


@dataclass(frozen=True, slots=True)
class Entry:
    """An authority, or an exhibit, with every note and numbered paragraph that cites it; `number` is an exhibit's, else 0."""

    id: str
    form: Line
    notes: tuple[int, ...]
    paragraphs: tuple[int, ...]
    number: int = 0

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


Places = Mapping[str, tuple[tuple[int, int], ...]]  # of each id: the note (0 in the text) and the numbered paragraph (0 outside one)


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
    return Entry(name, form, tuple(notes), tuple(sorted({paragraph for _, paragraph in places[name] if paragraph})), number)


def _alphabetical(entry: Entry) -> tuple[list[tuple[str, int]], str]:
    """Letters whatever their case, numbers by their size, marks not at all."""
    pieces = re.findall(r"\d+|[^\W\d_]+", plain(entry.form).casefold())
    return [("", int(piece)) if piece.isdecimal() else (piece, 0) for piece in pieces], entry.id


def cited_places(opinion: Opinion) -> Places:
    """Where a document cites each authority and exhibit, in order of first citation.

    A quotation, a list and a table belong to the numbered paragraph before them.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    paragraph = 0
    for block in blocks_within(opinion.blocks):
        if isinstance(block, Heading):
            paragraph = 0
        elif isinstance(block, Paragraph) and block.number:
            paragraph = block.number
        for name, note in _citations(own_inlines(block), 0):
            found.setdefault(name, []).append((note, paragraph))
    return {name: tuple(places) for name, places in found.items()}


def _citations(inlines: Iterable[Inline], note: int) -> Iterator[tuple[str, int]]:
    """The ids that are cited, each with the number of its note, or 0."""
    for inline in inlines:
        match inline:
            case Note():
                yield from _citations(inline.children, inline.number)
            case Emphasis() | Strong() | Link() | Foreign():
                yield from _citations(inline.children, note)
            case Cite():
                yield from ((ref.authority, note) for ref in inline.refs)
                for ref in inline.refs:
                    yield from _citations((*ref.prefix, *ref.suffix), note)
            case _:
                pass
