"""Marks: how a rendered citation keeps its italics until it becomes inlines.

The citation engine works on strings. Its formatter brackets italic and bold runs with private-use characters, which no input can
hold, and a first-note number is one more such character; here such strings are made, and read back into the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citeproc.string import String

from briefkit.tree import Emphasis, Inline, NoteRef, Strong, Text

ITALIC, ROMAN = "\ue000", "\ue001"
BOLD, LIGHT = "\ue002", "\ue003"
FIRST_NOTE = "\ue004"

_RICH_TEXT = {"<i>": ITALIC, "</i>": ROMAN, "<b>": BOLD, "</b>": LIGHT}
_TAG = re.compile(r"</?(?:i|b|sup|sub|sc)>|<span [^<>]{1,80}>|</span>")
_PIECES = re.compile(f"([{ITALIC}{ROMAN}{BOLD}{LIGHT}{FIRST_NOTE}])")


class Formatter:
    """What citeproc calls to set type: italic and bold become marks, and what a note cannot show stays plain."""

    @staticmethod
    def preformat(text: str) -> str:
        return str(text)

    @staticmethod
    def italic(text: object) -> object:
        return String(f"{ITALIC}{text}{ROMAN}")

    @staticmethod
    def bold(text: object) -> object:
        return String(f"{BOLD}{text}{LIGHT}")

    @staticmethod
    def plain(text: object) -> object:
        return text

    Italic = Oblique = italic
    Bold = bold
    Light = Underline = Superscript = Subscript = SmallCaps = plain


def marked(text: str) -> str:
    """A value of CSL-JSON with its rich text (`<i>`, `<b>`) as marks; the other tags of CSL-JSON are dropped."""
    return _TAG.sub(lambda tag: _RICH_TEXT.get(tag.group(), ""), text)


def inlines(text: str, authority: str = "", first_note: int = 0) -> tuple[Inline, ...]:
    """A marked string as inlines. Italics within italics are roman (CSL: flip-flop formatting); spaces at their edges are roman."""
    found: list[Inline] = []
    for node in _runs(text, NoteRef(authority, first_note)):
        last = found[-1] if found else None
        if isinstance(node, Text) and isinstance(last, Text):
            found[-1] = Text(last.text + node.text)
        else:
            found.append(node)
    return tuple(found)


def _runs(text: str, first_note: NoteRef) -> Iterator[Inline]:
    depth = {ITALIC: 0, BOLD: 0}
    opened = {ROMAN: ITALIC, LIGHT: BOLD}
    for piece in _PIECES.split(text):
        if piece in depth:
            depth[piece] += 1
        elif piece in opened:
            depth[opened[piece]] -= 1
        elif piece == FIRST_NOTE:
            yield first_note
        elif piece:
            yield from _styled(piece, bold=depth[BOLD] % 2 == 1, italic=depth[ITALIC] % 2 == 1)


def _styled(text: str, *, bold: bool, italic: bool) -> Iterator[Inline]:
    inner = text.strip() if bold or italic else ""
    if not inner:
        yield Text(text)
        return
    before, after = text[: text.index(inner)], text[text.index(inner) + len(inner) :]
    node: Inline = Strong((Text(inner),)) if bold else Text(inner)
    if before:
        yield Text(before)
    yield Emphasis((node,)) if italic else node
    if after:
        yield Text(after)
