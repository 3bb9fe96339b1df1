"""The text of a user's file, and places in it.

Every value that briefkit reads remembers where it stood, so that a diagnostic can point at it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Facts and source marks travel through the template as private-use characters, so no input may hold any.
PRIVATE_USE = range(0xE000, 0xF900)
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the name under which its user knows it (a path with forward slashes)."""

    name: str
    text: str = field(repr=False)

    def line_at(self, offset: int) -> int:
        """The line, counted from 1, in which the character at `offset` stands."""
        return self.text.count("\n", 0, offset) + 1

    def column_at(self, offset: int) -> int:
        """The column, counted from 1 in characters, of `offset` in its line."""
        return offset - (self.text.rfind("\n", 0, offset) + 1) + 1

    def line_text(self, line: int) -> str:
        """The text of a line (counted from 1), without its line break; empty past the end."""
        lines = self.text.split("\n")
        return lines[line - 1] if 0 < line <= len(lines) else ""

    def span(self, start: int, end: int) -> Span:
        """The characters from `start` up to, not including, `end`."""
        return Span(self, start, end)

    def whole(self) -> Span:
        """The place to point at when the file as a whole is meant: its beginning."""
        return Span(self, 0, 0)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in a source: offsets count characters from 0, `end` excluded."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        return self.source.line_at(self.start)

    @property
    def column(self) -> int:
        return self.source.column_at(self.start)

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"


def first_private_use(text: str) -> int | None:
    """The offset of the first private-use character, or None."""
    found = _PRIVATE_USE.search(text)
    return found.start() if found else None
