"""A look through the whole document before it is written: what is numbered, and what refers to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import assert_never

from briefkit.tree import (
    AnnexRef,
    Authorities,
    Block,
    Cite,
    Count,
    CountRef,
    Document,
    Emphasis,
    Fact,
    Foreign,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListedAuthority,
    Note,
    NoteRef,
    Paragraph,
    ParagraphRef,
    Remark,
    Strong,
    Text,
)
from briefkit.walk import blocks_within, own_inlines, plain

MOST_NOTES = 32_767  # a note's id is a 16-bit number in Word; what comes after stands in the text


@dataclass(slots=True)
class Survey:
    """What a document numbers and refers to.

    `notes` and `paragraphs` map a node's own number to its place in the order of the document, which is the number
    that Word shows. They are the same in every Opinion; a tree whose numbers are wrong still gets true references.
    `noted` and `referred` are the places that some reference points to. `counts` are the kinds and numbers of the tables and
    exhibits that are counted in the body, `counted` those of them that some reference points to. `listed` are the authorities
    that a table by pages lists, by id, each with the number of its category. `annexes` are the places of the annexes that can be
    referred to and the words of their headings, by name, `annexed` the names of those that some reference points to.
    """

    notes: dict[int, int] = field(default_factory=dict)
    paragraphs: dict[int, int] = field(default_factory=dict)
    noted: set[int] = field(default_factory=set)
    referred: set[int] = field(default_factory=set)
    counts: set[tuple[str, int]] = field(default_factory=set)
    counted: set[tuple[str, int]] = field(default_factory=set)
    annexes: dict[str, tuple[int, str]] = field(default_factory=dict)
    annexed: set[str] = field(default_factory=set)
    headings: list[Heading] = field(default_factory=list)
    listed: dict[str, tuple[int, ListedAuthority]] = field(default_factory=dict)


Blocks = tuple[Block, ...]


def divided(document: Document) -> tuple[Blocks, Blocks, Blocks]:
    """The blocks above the title, those between the title and the contents, and the text; the numbers of these may be any."""
    first = max(document.before_title, 0)
    second = max(document.before_contents, first)
    return document.blocks[:first], document.blocks[first:second], document.blocks[second:]


def survey(document: Document) -> Survey:
    """Read the whole document once, in the order in which it is printed."""
    found = Survey()
    counts = [0, 0]  # notes and numbered paragraphs so far
    for block in blocks_within(document.blocks):
        if isinstance(block, Heading):
            found.headings.append(block)
            if block.annex and block.anchor and (words := plain(block.children).strip()):
                found.annexes.setdefault(block.anchor, (len(found.annexes) + 1, words))
        if isinstance(block, Authorities) and not block.by_paragraphs:
            found.listed |= {one.name: (category.number, one) for category in block.categories for one in category.authorities}
        if isinstance(block, Paragraph) and block.number > 0:
            counts[1] += 1
            found.paragraphs.setdefault(block.number, counts[1])
    for node in (node for line in _lines(document) for node in _inlines(line)):
        if isinstance(node, Note) and counts[0] < MOST_NOTES:
            counts[0] += 1
            found.notes.setdefault(node.number, counts[0])
        elif isinstance(node, Count) and node.number > 0:
            found.counts.add((node.kind, node.number))
    _references(document, found)
    return found


def _references(document: Document, found: Survey) -> None:
    for children in _lines(document):
        for node in _inlines(children, into_notes=True):
            if isinstance(node, NoteRef) and node.number in found.notes:
                found.noted.add(found.notes[node.number])
            elif isinstance(node, ParagraphRef) and node.number in found.paragraphs:
                found.referred.add(found.paragraphs[node.number])
            elif isinstance(node, CountRef) and (node.kind, node.number) in found.counts:
                found.counted.add((node.kind, node.number))
            elif isinstance(node, AnnexRef) and node.target in found.annexes:
                found.annexed.add(node.target)


def _lines(document: Document) -> Iterator[Iterable[Inline]]:
    """Every line of a document as it is printed: the title stands below the blocks before it."""
    above, *below = divided(document)
    yield from (_printed(block) for block in blocks_within(above))
    yield document.title
    yield from (_printed(block) for part in below for block in blocks_within(part))


def _printed(block: Block) -> Iterable[Inline]:
    """The inlines of a block as they are printed: a table of authorities has words alone, and live numbers only by paragraphs."""
    if not isinstance(block, Authorities):
        return own_inlines(block)
    listed = (one for category in block.categories for one in category.authorities)
    return (inline for one in listed for inline in one.places) if block.by_paragraphs else ()


def _inlines(nodes: Iterable[Inline], into_notes: bool = False) -> Iterator[Inline]:
    """Every inline that is printed, outer before inner; what notes hold only where asked for."""
    for node in nodes:
        yield node
        match node:
            case Emphasis(children=inner) | Strong(children=inner) | Link(children=inner) | Foreign(children=inner) | Cite(shown=inner):
                yield from _inlines(inner, into_notes)
            case Note(children=inner):
                if into_notes:
                    yield from _inlines(inner, into_notes)
            case Text() | Fact() | LineBreak() | ParagraphRef() | NoteRef() | Count() | CountRef() | AnnexRef() | Remark():
                pass
            case _:
                assert_never(node)
