"""An index of the facts that a document prints and of its exhibits, with the numbered paragraphs where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefkit.model.facts import Vocabulary
from briefkit.model.naming import in_language
from briefkit.tables.authorities import Entry
from briefkit.tables.placing import placed, places_named
from briefkit.tree import Block, CountRef, Fact, Inline, Opinion, Origin, Table, Text, cell
from briefkit.wording import said

_HEADS: Mapping[str, tuple[str, str, str]] = {  # in English, Russian, Kazakh
    "fact": ("Fact", "Сведения", "Мәлімет"),
    "stated": ("As stated", "Указано", "Көрсетілгені"),
    "exhibit": ("Exhibit", "№", "№"),
    "document": ("Document", "Документ", "Құжат"),
    "where": ("Where", "Где", "Қайда"),
}


def index_of(opinion: Opinion, exhibits: Iterable[Entry], vocabulary: Vocabulary, origin: Origin) -> Iterator[Block]:
    """Two tables: each fact with what is stated of it, in the order of the document, and each exhibit that is cited, by number."""
    rows = [_fact_row(fact, *where, opinion.language, vocabulary) for fact, where in _facts(opinion).values()]
    if rows:
        yield _table(("fact", "stated", "where"), rows, opinion.language, origin)
    rows = [_exhibit_row(one, opinion.language) for one in exhibits]
    if rows:
        yield _table(("exhibit", "document", "where"), rows, opinion.language, origin)


def _facts(opinion: Opinion) -> dict[tuple[tuple[str, ...], str], tuple[Fact, tuple[set[int], set[int]]]]:
    """Each fact by its paths and its words, once, with its paragraphs and the notes outside them."""
    found: dict[tuple[tuple[str, ...], str], tuple[Fact, tuple[set[int], set[int]]]] = {}
    for one, note, paragraph in placed(opinion):
        if isinstance(one, Fact) and one.paths:
            _, (paragraphs, notes) = found.setdefault((one.paths, one.text.casefold()), (one, (set(), set())))
            if paragraph:
                paragraphs.add(paragraph)
            elif note:
                notes.add(note)
    return found


def _fact_row(fact: Fact, paragraphs: set[int], notes: set[int], language: str, vocabulary: Vocabulary) -> tuple[tuple[Block, ...], ...]:
    """What is asked for, in the words of its question, and what the document states."""
    declared = vocabulary.find(tuple(fact.paths[0].split(".")))
    asked = in_language(declared.question, language) if declared else ""
    return cell(Text(asked or fact.paths[0])), cell(fact), cell(*places_named(paragraphs, notes, language))


def _exhibit_row(entry: Entry, language: str) -> tuple[tuple[Block, ...], ...]:
    number: tuple[Inline, ...] = (CountRef("exhibit", entry.id, entry.number),)
    return cell(*number), cell(*entry.form), cell(*places_named(entry.paragraphs, entry.outside, language))


def _table(heads: Iterable[str], rows: Iterable[tuple[tuple[Block, ...], ...]], language: str, origin: Origin) -> Table:
    header = tuple(cell(Text(said(_HEADS, head, language))) for head in heads)
    return Table(header, tuple(rows), origin=origin)
