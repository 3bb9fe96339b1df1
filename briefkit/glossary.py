"""Words of our own that depart from the glossary. Quoted words, cited titles, facts of the case and foreign words are not ours."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import assert_never

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.model.glossary import Glossary, Term
from briefkit.source import Span
from briefkit.tree import (
    Block,
    Cite,
    ClauseText,
    Count,
    CountRef,
    Emphasis,
    Fact,
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
from briefkit.walk import Line, inlines_within

_NOT_OURS = "\N{OBJECT REPLACEMENT CHARACTER}"
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")
_UNPRINTED = re.compile(r"\{#.*?#\}|\{%\s*note\b.*?endnote\s*%\}|\{[{%].*?[%}]\}|\[[^\[\]]*@[^\[\]]*\]", re.DOTALL)
_OF_OTHERS = "reviewed-text"  # the role of a passage that the document looks at


def departures(blocks: Iterable[Block], language: str, glossary: Glossary) -> Iterator[Diagnostic]:
    """`glossary-departed`: words that the glossary chose another term over, each at its place, in the language that they are written in."""
    if glossary:
        for spoken, line in _lines(blocks, language):
            yield from departures_in_line(line, spoken, glossary)


def departures_in_line(line: Line, language: str, glossary: Glossary) -> Iterator[Diagnostic]:
    """The same of one line, such as a title, and of its notes."""
    rejected = _rejected(glossary, language)
    if rejected is not None:
        yield from _in_words(line, language, glossary, rejected)
        for note in (one for one in inlines_within(line) if isinstance(one, Note)):
            yield from _in_words(note.children, language, glossary, rejected)


def _in_words(line: Line, language: str, glossary: Glossary, rejected: re.Pattern[str]) -> Iterator[Diagnostic]:
    pieces = tuple(_pieces(line))
    for number, found in enumerate(rejected.finditer(_without_quoted("".join(piece for piece, _ in pieces)))):
        said = f"“{' '.join(found.group().split())}” is not the term that the glossary has chosen."
        place = _place(pieces, found.start(), rejected, number)
        yield diagnose("glossary-departed", said, place, f"the glossary has “{_chosen(found.group(), language, glossary)}”")


def _chosen(words: str, language: str, glossary: Glossary) -> str:
    """The term that was chosen over some words."""
    over = ((pattern(term.rejected(language)), term) for term in glossary)
    return next(term.name(language) for found, term in over if found and found.fullmatch(words))


@lru_cache(maxsize=2000)
def pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds any of some words, whatever their case: whole ones, or with any ending where they close with `*`."""
    written = ("\\s+".join(_word(part) for part in phrase.split()) for phrase in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE) if words else None


def _word(part: str) -> str:
    return re.escape(part.removesuffix("*")) + (r"\w*" if part.endswith("*") else "")


def _rejected(glossary: Iterable[Term], language: str) -> re.Pattern[str] | None:
    return pattern(tuple(word for term in glossary for word in term.rejected(language)))


def _without_quoted(text: str) -> str:
    """A text in which each quotation is as long as it was, and holds no words."""
    return _QUOTED.sub(lambda quoted: _NOT_OURS * len(quoted.group()), text)


# --- what is ours ---------------------------------------------------------------------------------


def _lines(blocks: Iterable[Block], language: str) -> Iterator[tuple[str, Line]]:
    """The lines that are in our words, each with its language."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield language, block.children
            case Styled():
                yield from _lines(() if block.role == _OF_OTHERS else block.blocks, block.language or language)
            case ClauseText():
                yield from _lines(block.blocks, language)
            case Items():
                yield from (line for item in block.items for line in _lines(item, language))
            case Table():
                yield language, block.caption
                yield from (line for row in (block.header, *block.rows) for cell in row for line in _lines(cell, language))
            case Quotation():
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
            case Foreign() | Fact() | ParagraphRef() | NoteRef() | Count() | CountRef() | Remark():
                yield _NOT_OURS, None
            case _:
                assert_never(inline)


def _place(pieces: tuple[tuple[str, Span | None], ...], at: int, rejected: re.Pattern[str], number: int) -> Span | None:
    """Where the words at a place of a line stand in their file.

    Every piece of a paragraph knows the whole paragraph, so the words are looked for there, and counted.
    """
    starts = [sum(len(piece) for piece, _ in pieces[:before]) for before in range(len(pieces))]
    span = pieces[bisect_right(starts, at) - 1][1]
    if span is None:
        return None
    unprinted = _UNPRINTED.sub(lambda tag: _NOT_OURS * len(tag.group()), span.text)
    found = list(rejected.finditer(_without_quoted(unprinted)))
    if not found:
        return span
    one = found[min(number, len(found) - 1)]
    return span.source.span(span.start + one.start(), span.start + one.end())
