"""Two texts side by side on a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from briefkit.diff.marked import Line, Marked

BETWEEN = " │ "
LEAST = 12  # cells of a column; one narrower than the longest words is unreadable
_WORDS = re.compile(r"\s+|\S+")


def beside_each_other(left: Iterable[Marked], right: Iterable[Marked], width: int) -> Iterator[Line]:
    """The lines of two columns, which fill the width."""
    room = max((width - len(BETWEEN)) // 2, LEAST)
    for one, other in zip_longest(wrapped(left, room), wrapped(right, room), fillvalue=()):
        padding = " " * (room - sum(cells(text) for text, _ in one))
        yield (*one, (padding + BETWEEN, ""), *other)


def wrapped(marked: Iterable[Marked], room: int) -> list[Line]:
    """The words in lines of so many cells; a word that has no room in any is cut."""
    lines: list[list[Marked]] = [[]]
    left = room
    for word in _together(marked):
        needed = sum(cells(text) for text, _ in word)
        if needed > left and lines[-1]:
            lines.append([])
            left = room
        for text, look in word:
            for part in _cut(text, room):
                if cells(part) > left:
                    lines.append([])
                    left = room
                lines[-1].append((part, look))
                left -= cells(part)
        if left > 0:
            lines[-1].append((" ", ""))
            left -= 1
    return [line for line in map(_joined, lines) if line]


def _together(marked: Iterable[Marked]) -> Iterator[list[Marked]]:
    """The words, each with the parts that it consists of: one of “[-22(1)-]{+22(2)+}” looks in two ways."""
    word: list[Marked] = []
    for text, look in marked:
        for part in _WORDS.findall(text):
            if not part.isspace():
                word.append((part, look))
            elif word:
                yield word
                word = []
    if word:
        yield word


def _cut(text: str, room: int) -> Iterator[str]:
    """A word in parts that have room; one that has is a part by itself."""
    start, taken = 0, 0
    for at, char in enumerate(text):
        taken += (more := cells(char))
        if taken > room and at > start:
            yield text[start:at]
            start, taken = at, more
    yield text[start:]


def _joined(line: list[Marked]) -> Line:
    """The line with neighbours of one look joined, and without the space behind its last word."""
    if line and line[-1][0] == " ":
        line = line[:-1]
    joined: list[Marked] = []
    for at, (text, look) in enumerate(line):
        if text == " " and 0 < at < len(line) - 1 and line[at - 1][1] == line[at + 1][1]:
            look = line[at - 1][1]
        if joined and joined[-1][1] == look:
            joined[-1] = (joined[-1][0] + text, look)
        else:
            joined.append((text, look))
    return tuple(joined)


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: none for what stands above a letter, two for the wide letters of the East."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
