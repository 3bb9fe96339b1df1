"""Words of our own that depart from the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.glossary import Glossary, Term
from briefkit.ourwords import our_lines, pattern, words_found
from briefkit.tree import Block, Note
from briefkit.walk import Line, inlines_within


def departures(blocks: Iterable[Block], language: str, glossary: Glossary) -> Iterator[Diagnostic]:
    """`glossary-departed`: words that the glossary chose another term over, each at its place, in the language that they are written in."""
    if glossary:
        for spoken, line in our_lines(blocks, language):
            yield from departures_in_line(line, spoken, glossary)


def departures_in_line(line: Line, language: str, glossary: Glossary) -> Iterator[Diagnostic]:
    """The same of one line, such as a title, and of its notes."""
    rejected = _rejected(glossary, language)
    if rejected is not None:
        yield from _in_words(line, language, glossary, rejected)
        for note in (one for one in inlines_within(line) if isinstance(one, Note)):
            yield from _in_words(note.children, language, glossary, rejected)


def _in_words(line: Line, language: str, glossary: Glossary, rejected: re.Pattern[str]) -> Iterator[Diagnostic]:
    for words, place in words_found(line, rejected):
        said = say("“{words}” is not the term that the glossary has chosen.", words=" ".join(words.split()))
        yield diagnose("glossary-departed", said, place, say("the glossary has “{term}”", term=_chosen(words, language, glossary)))


def _chosen(words: str, language: str, glossary: Glossary) -> str:
    """The term that was chosen over some words."""
    over = ((pattern(term.rejected(language)), term) for term in glossary)
    return next(term.name(language) for found, term in over if found and found.fullmatch(words))


def _rejected(glossary: Iterable[Term], language: str) -> re.Pattern[str] | None:
    return pattern(tuple(word for term in glossary for word in term.rejected(language)))
