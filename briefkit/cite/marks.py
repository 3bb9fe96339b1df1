"""Marks: how rendered text keeps its type until the end.

A citation is rendered as one string, in which private-use characters (no input can hold any) open and close italics, quotation
marks and the like. Strings join, compare and are memoised cheaply; clean-up sees through the marks; `runs` reads them at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ITALIC, BOLD, SMALL_CAPS, UNDERLINE, SUP, SUB, OBLIQUE, LIGHT = range(8)
ROMAN, MEDIUM, NO_CAPS, NO_LINE = range(8, 12)  # explicitly normal: they end what an outer run began
QUOTE, NO_CASE, NO_DECOR = range(12, 15)
BLOCK, LEFT, RIGHT, INDENT = range(15, 19)
YEAR_SUFFIX = 19
KINDS = 20

_FIRST = 0xE000
FIRST_NOTE = "\ue040"  # stands for the number of the first note that cites an item
OWN_WORDS = "\ue044"  # before a locator that brings words of its own in the place of a label
LOCATOR = "\ue043"  # stands for a locator of numbers alone, so that what is kept does not depend on it
TERM = "\ue041"  # before a term or label, so that a note that begins with one can begin with a capital
SEAM = "\ue042"  # where two pieces were joined: only there may punctuation collide


def opening(kind: int) -> str:
    return chr(_FIRST + 2 * kind)


def closing(kind: int) -> str:
    return chr(_FIRST + 2 * kind + 1)


def wrapped(text: str, kind: int) -> str:
    """The text within a pair of marks; nothing stays nothing."""
    return f"{chr(_FIRST + 2 * kind)}{text}{chr(_FIRST + 2 * kind + 1)}" if text else text


ANY = re.compile("[\ue000-\uf8ff]")
OPEN_QUOTE, CLOSE_QUOTE = opening(QUOTE), closing(QUOTE)


def bare(text: str) -> str:
    """The characters that a reader sees."""
    return ANY.sub("", text)


def is_opening(char: str) -> bool:
    return _FIRST <= ord(char) < _FIRST + 2 * KINDS and ord(char) % 2 == 0


def is_closing(char: str) -> bool:
    return _FIRST <= ord(char) < _FIRST + 2 * KINDS and ord(char) % 2 == 1


def kind_of(char: str) -> int:
    return (ord(char) - _FIRST) // 2


@dataclass(frozen=True, slots=True)
class Run:
    """Either a mark that opens or closes (`kind`), or text."""

    text: str
    kind: int = -1
    opens: bool = False


def runs(text: str) -> Iterator[Run]:
    """A marked string piece by piece, its marks properly nested: what was left open is closed, a stray closing mark is dropped."""
    open_kinds: list[int] = []
    at = 0
    for found in ANY.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()])
        at = found.end()
        char = found.group()
        if char in {FIRST_NOTE, LOCATOR}:
            yield Run(char)
        elif is_opening(char):
            open_kinds.append(kind_of(char))
            yield Run("", kind_of(char), opens=True)
        elif is_closing(char) and kind_of(char) in open_kinds:
            while open_kinds:
                kind = open_kinds.pop()
                yield Run("", kind)
                if kind == kind_of(char):
                    break
    if at < len(text):
        yield Run(text[at:])
    for kind in reversed(open_kinds):
        yield Run("", kind)
