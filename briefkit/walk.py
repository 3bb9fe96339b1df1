"""Ways through the tree, in document order, for every room that reads or rewrites it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar, assert_never

from briefkit.tree import (
    AnnexRef,
    Authorities,
    AuthorityCategory,
    Block,
    Cite,
    ClauseText,
    Count,
    CountRef,
    Document,
    Emphasis,
    Fact,
    Figure,
    Foreign,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Mark,
    Note,
    NoteRef,
    Paragraph,
    ParagraphRef,
    Quotation,
    Ref,
    Remark,
    Strong,
    Styled,
    Table,
    Text,
)

AnyDocument = TypeVar("AnyDocument", bound=Document)
Line = tuple[Inline, ...]
Change = Callable[[Inline], Iterable[Inline]]


def blocks_within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, and then the blocks within it."""
    for block in blocks:
        yield block
        match block:
            case Quotation() | Styled() | ClauseText():
                yield from blocks_within(block.blocks)
            case Items():
                for item in block.items:
                    yield from blocks_within(item)
            case Table():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield from blocks_within(cell)
            case Heading() | Paragraph() | Figure() | Authorities():
                pass
            case _:
                assert_never(block)


def own_inlines(block: Block) -> Iterator[Inline]:
    """The inlines that stand in a block itself: the caption of a table, whose cells hold blocks of their own; all of a figure."""
    match block:
        case Heading() | Paragraph():
            yield from block.children
        case Table():
            yield from block.caption
        case Figure():
            for mark in block.marks:
                yield from (*mark.sign, *mark.label, *mark.shown)
            yield from (*block.caption, *block.source)
        case Authorities():
            for authority in (one for category in block.categories for one in category.authorities):
                yield from (*authority.form, *authority.places)
        case Quotation() | Styled() | Items() | ClauseText():
            return
        case _:
            assert_never(block)


def lines_of(document: Document) -> Iterator[Line]:
    """Every line of a document's body: headings, paragraphs (those in tables too), captions."""
    for block in blocks_within(document.blocks):
        yield tuple(own_inlines(block))


def inlines_within(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline, and then the inlines within it: of a citation its prefixes and suffixes, and then what it shows."""
    for inline in inlines:
        yield inline
        match inline:
            case Emphasis() | Strong() | Link() | Foreign() | Note():
                yield from inlines_within(inline.children)
            case Cite():
                for ref in inline.refs:
                    yield from inlines_within((*ref.prefix, *ref.suffix))
                yield from inlines_within(inline.shown)
            case Text() | Fact() | LineBreak() | ParagraphRef() | NoteRef() | Count() | CountRef() | AnnexRef() | Remark():
                pass
            case _:
                assert_never(inline)


def inlines_of(document: Document) -> Iterator[Inline]:
    """Every inline of a document, its title first."""
    yield from inlines_within(document.title)
    for block in blocks_within(document.blocks):
        yield from inlines_within(own_inlines(block))


def rewrite(document: AnyDocument, change: Change) -> AnyDocument:
    """The document with each inline, the inner ones first, replaced by what `change` makes of it, in document order."""

    def change_line(line: Line) -> Line:
        return rewrite_inlines(line, change)

    return replace(document, title=change_line(document.title), blocks=rewrite_lines(document.blocks, change_line))


def rewrite_lines(blocks: Iterable[Block], change: Callable[[Line], Line]) -> tuple[Block, ...]:
    """The blocks with each line (a heading, a paragraph, a caption) replaced by what `change` makes of it, in document order."""
    return tuple(_rewritten(block, change) for block in blocks)


def _rewritten(block: Block, change: Callable[[Line], Line]) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, children=change(block.children))
        case Quotation() | Styled() | ClauseText():
            return replace(block, blocks=rewrite_lines(block.blocks, change))
        case Items():
            return replace(block, items=tuple(rewrite_lines(item, change) for item in block.items))
        case Table():
            caption = change(block.caption) if block.caption else ()
            header, *rows = (tuple(rewrite_lines(cell, change) for cell in row) for row in (block.header, *block.rows))
            return replace(block, caption=caption, header=header, rows=tuple(rows))
        case Figure():
            marks = tuple(_mark(mark, change) for mark in block.marks)
            return replace(block, marks=marks, caption=change(block.caption), source=change(block.source))
        case Authorities():
            return replace(block, categories=tuple(_category(one, change) for one in block.categories))
        case _:
            assert_never(block)


def _mark(mark: Mark, change: Callable[[Line], Line]) -> Mark:
    return replace(mark, sign=change(mark.sign), label=change(mark.label), shown=change(mark.shown))


def _category(category: AuthorityCategory, change: Callable[[Line], Line]) -> AuthorityCategory:
    listed = (replace(one, form=change(one.form), places=change(one.places)) for one in category.authorities)
    return replace(category, authorities=tuple(listed))


def rewrite_inlines(inlines: Iterable[Inline], change: Change) -> tuple[Inline, ...]:
    """Inlines replaced, the inner ones first; see `rewrite`."""
    return tuple(new for inline in inlines for new in change(_inside(inline, change)))


def _inside(inline: Inline, change: Change) -> Inline:
    match inline:
        case Emphasis() | Strong() | Link() | Foreign() | Note():
            return replace(inline, children=rewrite_inlines(inline.children, change))
        case Cite():
            return replace(inline, refs=tuple(_affixes(ref, change) for ref in inline.refs), shown=rewrite_inlines(inline.shown, change))
        case Text() | Fact() | LineBreak() | ParagraphRef() | NoteRef() | Count() | CountRef() | AnnexRef() | Remark():
            return inline
        case _:
            assert_never(inline)


def _affixes(ref: Ref, change: Change) -> Ref:
    if not ref.prefix and not ref.suffix:
        return ref
    return replace(ref, prefix=rewrite_inlines(ref.prefix, change), suffix=rewrite_inlines(ref.suffix, change))


def plain(inlines: Iterable[Inline]) -> str:
    """The words of a line, notes and remarks left out."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Text() | Fact():
            return inline.text
        case Emphasis() | Strong() | Link() | Foreign():
            return plain(inline.children)
        case Cite():
            return plain(inline.shown)
        case ParagraphRef() | NoteRef() | Count() | CountRef():
            return str(inline.number)
        case AnnexRef():
            return inline.heading
        case LineBreak():
            return " "
        case Note() | Remark():
            return ""
        case _:
            assert_never(inline)
