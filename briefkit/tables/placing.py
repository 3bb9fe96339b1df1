"""Where a document cites its authorities and exhibits and prints its facts, and the words that name such places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from briefkit.tree import (
    Cite,
    Emphasis,
    Fact,
    Foreign,
    Heading,
    Inline,
    Link,
    Note,
    NoteRef,
    Opinion,
    Paragraph,
    ParagraphRef,
    Strong,
    Text,
)
from briefkit.walk import Line, blocks_within, own_inlines
from briefkit.wording import counted

Places = Mapping[str, tuple[tuple[int, int], ...]]  # of each id: the note (0 in the text) and the numbered paragraph (0 outside one)
Placed = tuple[Cite | Fact, int, int]  # what stands somewhere, with its note and numbered paragraph

PASSIM = "passim"  # in every language: it is Latin


def cited_places(opinion: Opinion) -> Places:
    """Where a document cites each authority and exhibit, in order of first citation."""
    found: dict[str, list[tuple[int, int]]] = {}
    for one, note, paragraph in placed(opinion):
        for ref in one.refs if isinstance(one, Cite) else ():
            found.setdefault(ref.authority, []).append((note, paragraph))
    return {name: tuple(places) for name, places in found.items()}


def placed(opinion: Opinion) -> Iterator[Placed]:
    """Every citation and printed fact of a document, with its place.

    A quotation, a list and a table belong to the numbered paragraph before them.
    """
    paragraph = 0
    for block in blocks_within(opinion.blocks):
        if isinstance(block, Heading):
            paragraph = 0
        elif isinstance(block, Paragraph) and block.number:
            paragraph = block.number
        for one, note in _within(own_inlines(block), 0):
            yield one, note, paragraph


def _within(inlines: Iterable[Inline], note: int) -> Iterator[tuple[Cite | Fact, int]]:
    """The citations and facts, each with the number of its note, or 0."""
    for inline in inlines:
        match inline:
            case Note():
                yield from _within(inline.children, inline.number)
            case Emphasis() | Strong() | Link() | Foreign():
                yield from _within(inline.children, note)
            case Cite():
                yield inline, note
                for ref in inline.refs:
                    yield from _within((*ref.prefix, *ref.suffix), note)
            case Fact():
                yield inline, note
            case _:
                pass


def places_named(paragraphs: Collection[int], notes: Collection[int], language: str, passim: int = 0) -> Line:
    """“paras 3, 7; n 40”, the numbers as live references; “passim” for as many places as that."""
    if 0 < passim <= len(paragraphs) + len(notes):
        return (Text(PASSIM),)
    in_text = _numbers("para", [ParagraphRef("", number) for number in sorted(paragraphs)], language)
    in_notes = _numbers("note", [NoteRef("", number) for number in sorted(notes)], language)
    return (*in_text, *([Text("; ")] if in_text and in_notes else []), *in_notes)


def _numbers(kind: str, references: list[ParagraphRef] | list[NoteRef], language: str) -> Line:
    if not references:
        return ()
    before, after = counted(kind if len(references) == 1 else f"{kind}s", language)
    numbers = [one for reference in references for one in (Text(", "), reference)][1:]
    return tuple(one for one in (Text(before), *numbers, Text(after)) if one != Text(""))
