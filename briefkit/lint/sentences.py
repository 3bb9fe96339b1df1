"""The sentences of a document, each with the citations that stand in it: what a rule about words next to a citation reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefkit.source import Span
from briefkit.tree import Cite, Document, Emphasis, Foreign, Inline, LineBreak, Link, Note, Ref, Strong
from briefkit.walk import Line, lines_of, plain

CITED = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands in a sentence for a citation in brackets
_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_END = re.compile(rf"(?:(?<=[.!?…])|(?<=[.!?…][»”\"’)\]]))(?<!\bv\.)\s+(?=[«“\"‘(\[]*[{_UPPER}{CITED}])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference within a sentence, from `start` to `end` in its text; `cite` is the citation that it is part of."""

    ref: Ref
    cite: Cite
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence, and what it cites; a note that is a citation alone stands where its number does."""

    text: str
    mentions: tuple[Mention, ...]
    spans: tuple[Span, ...] = ()  # of the texts that its words come from

    def place(self, words: str) -> Span | None:
        """Where words of the sentence stand in a user's file; the whole text if they are not found as they are."""
        for span in self.spans:
            at = span.text.find(words)
            if at >= 0:
                return span.source.span(span.start + at, span.start + at + len(words))
        return self.spans[0] if self.spans else None


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Every sentence of the body and of the notes; a note with words of its own is read by itself."""
    return tuple(sentence for line in lines_of(document) for sentence in _of_line(line))


@dataclass
class _Poured:
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def _of_line(line: Line) -> Iterator[Sentence]:
    poured = _Poured()
    _pour(line, poured)
    yield from _parted(poured)
    for note in poured.notes:
        yield from _of_line(note)


def _pour(inlines: Iterable[Inline], into: _Poured) -> None:
    for inline in inlines:
        match inline:
            case Emphasis() | Strong() | Link() | Foreign():
                _pour(inline.children, into)
            case Note():
                into.notes.append(inline.children)
                if len(inline.children) == 1 and isinstance(inline.children[0], Cite):
                    into.mentions += [_mention(ref, inline.children[0], into, "") for ref in inline.children[0].refs]
            case Cite(in_text=True):
                into.mentions += [_mention(ref, inline, into, plain(inline.shown)) for ref in inline.refs]
            case Cite():
                for ref in inline.refs:
                    _pour(ref.prefix, into)
                    into.mentions.append(_mention(ref, inline, into, f" {CITED}"))
                    _pour(ref.suffix, into)
            case LineBreak():
                into.text += " "
            case _:
                into.text += plain((inline,))
                into.spans += [inline.origin.span] if inline.origin.span else []


def _mention(ref: Ref, cite: Cite, into: _Poured, shown: str) -> Mention:
    start = len(into.text)
    into.text += shown
    return Mention(ref, cite, start, len(into.text))


def _parted(poured: _Poured) -> Iterator[Sentence]:
    begin = 0
    ends = [(found.start(), found.end()) for found in _END.finditer(poured.text)]
    waiting = list(poured.mentions)
    for end, following in (*ends, (len(poured.text), len(poured.text))):
        here = [one for one in waiting if one.start <= end]
        waiting = [one for one in waiting if one.start > end]
        moved = tuple(Mention(one.ref, one.cite, one.start - begin, one.end - begin) for one in here)
        yield Sentence(poured.text[begin:end], moved, tuple(dict.fromkeys(poured.spans)))
        begin = following
