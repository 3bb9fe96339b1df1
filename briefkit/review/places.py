"""Where in a text of the library the words stand that a reviewer's note is about."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.model.libraries import Clause, Library
from briefkit.model.reviews import ReviewNote
from briefkit.quotations.finding import found_in
from briefkit.review.shown import label, shown
from briefkit.seen import seen
from briefkit.source import Source, Span
from briefkit.tree import Block, Paragraph, Text
from briefkit.walk import blocks_within

_ENOUGH = 3  # words that tell a place in a whole text


def place_of(note: ReviewNote, library: Library) -> Span | None:
    """The place in the text as it is today: the words themselves, their paragraph if the text is the one that was sent, else its beginning.

    None for a note about a whole request, or about a text that is not there.
    """
    clause = library.clause(note.clause)
    text = clause.text(note.language) if clause else None
    if clause is None or text is None:
        return None
    paragraph = _paragraph(note, clause, text, library) if note.paragraph else None
    if paragraph is not None:
        return found_in(paragraph, note.quoted) if note.quoted else paragraph
    found = found_in(text.span(0, len(text.text)), note.quoted) if note.quoted else None
    words = len(note.quoted.split())
    return found if found and found.text != text.text and len(found.text.split()) >= min(words, _ENOUGH) else text.whole()


def _paragraph(note: ReviewNote, clause: Clause, text: Source, library: Library) -> Span | None:
    """The paragraph of a number, as long as the text is the one that was sent."""
    if not note.seen or not seen(clause, note.language, library).hash.startswith(note.seen):
        return None
    return dict(_labelled(shown(text, note.language))).get(label(note.paragraph))


def _labelled(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Span]]:
    for block in blocks_within(blocks):
        first = block.children[0] if isinstance(block, Paragraph) and block.children else None
        if isinstance(first, Text) and block.origin.span:
            yield first.text, block.origin.span
