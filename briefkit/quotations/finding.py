"""The quotations of a document: block quotations, and quoted runs that end in a citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefkit.source import Span
from briefkit.tree import Block, Cite, Document, Emphasis, Foreign, Inline, Link, Note, Quotation, Ref, Strong, Styled
from briefkit.walk import Line, blocks_within, inlines_within, own_inlines, plain

_CITED = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for a citation in the words of a line
_PAIRS = {"“": "”", "«": "»"}
_BETWEEN = frozenset(" \u00a0.,;:!?)")  # what may stand between a quotation and its citation


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that are given as another's, what is cited for them, their language, and where they stand."""

    text: str
    refs: tuple[Ref, ...]
    language: str
    span: Span | None = None

    def place(self) -> Span | None:
        """Where the words begin in a user's file, as far as they are found there."""
        return found_in(self.span, self.text)


def found_in(span: Span | None, text: str) -> Span | None:
    """The place of a text within a span: of as many of its first words as stand there as they are; else the span."""
    if span is None:
        return None
    said = text.split()
    for length in range(len(said), 0, -1):
        words = " ".join(said[:length])
        at = span.text.find(words)
        if at >= 0:
            return span.source.span(span.start + at, span.start + at + len(words))
    return span


@dataclass
class _Poured:
    """The words of a line, the citation at each mark, and runs of words with their language and place."""

    text: str = ""
    cites: list[tuple[int, tuple[Ref, ...]]] = field(default_factory=list)
    foreign: list[tuple[int, int, str]] = field(default_factory=list)
    places: list[tuple[int, Span]] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def quotations(document: Document) -> Iterator[Quoted]:
    """Every quotation with a citation, in the text and in the notes."""
    yield from _of_blocks(document.blocks, document.language)


def _of_blocks(blocks: Iterable[Block], language: str) -> Iterator[Quoted]:
    for block in blocks:
        if isinstance(block, Quotation):
            yield from _block(block, language)
        elif isinstance(block, Styled):
            yield from _of_blocks(block.blocks, block.language or language)
        else:
            inner = [one for one in blocks_within((block,)) if isinstance(one, Quotation)]
            within = {id(one) for quotation in inner for one in blocks_within(quotation.blocks)}
            for one in blocks_within((block,)):
                if isinstance(one, Quotation):
                    yield from _block(one, language)
                elif id(one) not in within:
                    yield from _of_line(tuple(own_inlines(one)), language)


def _block(quotation: Quotation, language: str) -> Iterator[Quoted]:
    lines = [tuple(own_inlines(block)) for block in blocks_within(quotation.blocks)]
    refs = tuple(ref for line in lines for one in inlines_within(line) if isinstance(one, Cite) for ref in one.refs)
    foreign = [one.language for line in lines for one in line if isinstance(one, Foreign)]
    text = "\n".join(plain(line) for line in lines).strip()
    if refs and text:
        yield Quoted(text, refs, foreign[0] if foreign else _spoken(text, language), quotation.origin.span)


def _spoken(text: str, language: str) -> str:
    """The language of quoted words, by their letters: Russian or Kazakh in an English text, English in one of those."""
    cyrillic = re.search("[\u0400-\u04ff]", text) is not None
    if cyrillic == (language != "en"):
        return language
    return "en" if not cyrillic else "kk" if re.search("[әғқңөұүһі]", text, re.IGNORECASE) else "ru"


def _of_line(line: Line, language: str) -> Iterator[Quoted]:
    poured = _Poured()
    _pour(line, poured)
    cites = dict(poured.cites)
    for start, end in _quoted_runs(poured.text):
        at = end
        while at < len(poured.text) and poured.text[at] in _BETWEEN:
            at += 1
        refs = cites.get(at)
        words = poured.text[start + 1 : end - 1].replace(_CITED, "").strip()
        if refs and words:
            spoken = next((one for first, last, one in poured.foreign if first <= start + 1 < last), _spoken(words, language))
            span = next((place for offset, place in reversed(poured.places) if offset <= start), None)
            yield Quoted(words, refs, spoken, span)
    for note in poured.notes:
        yield from _of_line(note, language)


def _pour(inlines: Iterable[Inline], into: _Poured) -> None:
    for inline in inlines:
        match inline:
            case Foreign():
                start = len(into.text)
                _pour(inline.children, into)
                into.foreign.append((start, len(into.text), inline.language))
            case Emphasis() | Strong() | Link():
                _pour(inline.children, into)
            case Note():
                cited = [one for one in inline.children if isinstance(one, Cite)]
                into.cites.append((len(into.text), tuple(ref for one in cited for ref in one.refs)))
                into.text += _CITED
                into.notes.append(inline.children)
            case Cite(in_text=False):
                into.cites.append((len(into.text), inline.refs))
                into.text += _CITED
            case _:
                if inline.origin.span:
                    into.places.append((len(into.text), inline.origin.span))
                into.text += plain((inline,))


def _quoted_runs(text: str) -> Iterator[tuple[int, int]]:
    """From each opening mark to the one that closes it; what is quoted within a quotation belongs to that."""
    at = 0
    while at < len(text):
        close = _PAIRS.get(text[at])
        end = _closing(text, at, close) if close else None
        if end is not None:
            yield at, end
        at = end if end is not None else at + 1


def _closing(text: str, start: int, close: str) -> int | None:
    depth = 0
    for at in range(start, len(text)):
        if text[at] == text[start]:
            depth += 1
        elif text[at] == close:
            depth -= 1
            if not depth:
                return at + 1
    return None
