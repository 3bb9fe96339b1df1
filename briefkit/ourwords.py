"""The words of a document that are its author's own, and where some of them stand.

Quoted words, cited titles, facts of the case, foreign words and a text under review are not ours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import assert_never

from briefkit.source import Span
from briefkit.tree import (
    AnnexRef,
    Authorities,
    Block,
    Cite,
    ClauseText,
    Count,
    CountRef,
    Emphasis,
    Fact,
    Figure,
    Foreign,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Paragraph,
    ParagraphRef,
    Quotation,
    Remark,
    Strong,
    Styled,
    Table,
    Text,
)
from briefkit.walk import Line

_NOT_OURS = "\N{OBJECT REPLACEMENT CHARACTER}"
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")
_UNPRINTED = re.compile(r"\{#.*?#\}|\{%\s*note\b.*?endnote\s*%\}|\{[{%].*?[%}]\}|\[[^\[\]]*@[^\[\]]*\]", re.DOTALL)
_OF_OTHERS = "reviewed-text"  # the role of a passage that the document looks at


Pieces = tuple[tuple[str, Span | None], ...]


@lru_cache(maxsize=2000)
def pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds any of some words, whatever their case: whole ones, or with any ending where they close with `*`."""
    written = ("\\s+".join(_word(part) for part in phrase.split()) for phrase in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE) if words else None


def beginning_with(words: Iterable[str]) -> re.Pattern[str] | None:
    """What finds every word that begins with one of some beginnings, whatever their case."""
    return pattern(tuple(f"{word.strip()}*" for word in words if word.strip()))


def _word(part: str) -> str:
    return re.escape(part.removesuffix("*")) + (r"\w*" if part.endswith("*") else "")


def words_found(line: Line, wanted: re.Pattern[str], spared: re.Pattern[str] | None = None) -> Iterator[tuple[str, Span | None]]:
    """The wanted words among our own of a line, its notes left out, each with its place; what stands in a spared phrase is passed over."""
    pieces = tuple(_pieces(line))
    for number, found in enumerate(wanted.finditer(_blotted("".join(piece for piece, _ in pieces), spared))):
        yield found.group(), _place(pieces, found.start(), wanted, spared, number)


def _blotted(text: str, spared: re.Pattern[str] | None) -> str:
    """A text in which each quotation and spared phrase is as long as it was, and holds no words."""
    for passed in (_QUOTED, spared):
        text = passed.sub(lambda found: _NOT_OURS * len(found.group()), text) if passed else text
    return text


def before_part(blocks: tuple[Block, ...], parts: Iterable[Span | None]) -> tuple[Block, ...]:
    """The blocks of a document up to the heading of the first of some parts, which a heading knows by its place; all where none comes."""
    wanted = set(parts)
    ends = (at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1 and block.origin.span in wanted)
    return blocks[: next(ends, len(blocks))]


def our_lines(blocks: Iterable[Block], language: str) -> Iterator[tuple[str, Line]]:
    """The lines that are in our words, each with its language."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield language, block.children
            case Styled():
                yield from our_lines(() if block.role == _OF_OTHERS else block.blocks, block.language or language)
            case ClauseText():
                yield from our_lines(block.blocks, language)
            case Items():
                yield from (line for item in block.items for line in our_lines(item, language))
            case Table():
                yield language, block.caption
                yield from (line for row in (block.header, *block.rows) for cell in row for line in our_lines(cell, language))
            case Figure():
                yield language, block.caption
            case Quotation() | Authorities():
                pass
            case _:
                assert_never(block)


def _pieces(inlines: Iterable[Inline]) -> Iterator[tuple[str, Span | None]]:
    """The words of a line with the text of each piece; a mark for what is not ours."""
    for inline in inlines:
        match inline:
            case Text():
                yield inline.text, inline.origin.span
            case Emphasis() | Strong() | Link():
                yield from _pieces(inline.children)
            case Cite():
                for ref in inline.refs:
                    yield from (*_pieces(ref.prefix), (_NOT_OURS, None), *_pieces(ref.suffix))
            case LineBreak():
                yield " ", None
            case Note():
                pass
            case Foreign() | Fact() | ParagraphRef() | NoteRef() | Count() | CountRef() | AnnexRef() | Remark():
                yield _NOT_OURS, None
            case _:
                assert_never(inline)


def _place(pieces: Pieces, at: int, wanted: re.Pattern[str], spared: re.Pattern[str] | None, number: int) -> Span | None:
    """Where the words at a place of a line stand in their file.

    Every piece of a paragraph knows the whole paragraph, so the words are looked for there, and counted.
    """
    starts = [sum(len(piece) for piece, _ in pieces[:before]) for before in range(len(pieces))]
    span = pieces[bisect_right(starts, at) - 1][1]
    if span is None:
        return None
    unprinted = _UNPRINTED.sub(lambda tag: _NOT_OURS * len(tag.group()), span.text)
    found = list(wanted.finditer(_blotted(unprinted, spared)))
    if not found:
        return span
    one = found[min(number, len(found) - 1)]
    return span.source.span(span.start + one.start(), span.start + one.end())
