"""Clean-up: what affixes and delimiters leave behind at their seams. Marks are looked through."""

from __future__ import annotations

import re

from briefkit.cite.marks import BOLD, FIRST_NOTE, ITALIC, LIGHT, ROMAN
from briefkit.tree import Cite, Emphasis, Fact, Inline, LineBreak, Link, Note, Remark, Strong, Text

_BETWEEN = f"([{ITALIC}{ROMAN}{BOLD}{LIGHT}]*)"
_EDGES = re.compile(rf"^([{ITALIC}{BOLD}]*)\s+|(?<!\s)\s+([{ROMAN}{LIGHT}]*)$")
_RULES = (
    (re.compile(rf"(?<!\.)\.{_BETWEEN}\.(?!\.)"), r".\1"),  # an ellipsis keeps its three
    (re.compile(rf"([,;:]){_BETWEEN}\1"), r"\1\2"),
    (re.compile(rf"[,;:]{_BETWEEN}\."), r"\1."),
    (re.compile(rf"([!?]){_BETWEEN}\."), r"\1\2"),
    (re.compile(rf" {_BETWEEN} +"), r" \1"),
    (re.compile(rf" {_BETWEEN}([,;.])(?=[\s{ITALIC}{ROMAN}]|$)"), r"\1\2"),
)
_ENDS = frozenset(".!?…")
_CLOSERS = "’”'\"»"
_OPENERS = tuple("([“‘«/—")
_HANGING = " ,.;:)]’”»?!"


def clean(text: str) -> str:
    """A rendered citation without doubled punctuation or spaces. Citation marks (`FIRST_NOTE`) count as letters."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _EDGES.sub(r"\1\2", text)


def last_text(inlines: tuple[Inline, ...]) -> str:
    """The end of what these inlines print, remarks to the drafter left out; empty if they print nothing."""
    for inline in reversed(inlines):
        found = _ending(inline)
        if found.strip():
            return found.rstrip()
    return ""


def is_closed(inlines: tuple[Inline, ...], suffix: str = ".") -> bool:
    """Whether a note that ends so needs no full stop (or other closing `suffix`) any more."""
    ending = last_text(inlines)
    stop = suffix.strip()
    if not ending or not stop:
        return True
    return ending[-1] == stop[:1] or (stop.startswith(".") and (ending[-1] in _ENDS or ending.rstrip(_CLOSERS)[-1:] == "."))


def space_after(prefix: tuple[Inline, ...]) -> str:
    """The space between a citation's prefix and the citation, if its author left it out."""
    ending = _ending(prefix[-1]) if prefix else " "
    return "" if ending.endswith(_OPENERS) or ending[-1:].isspace() else " "


def space_before(suffix: tuple[Inline, ...]) -> str:
    """The space between a citation and its suffix, where this begins with a word."""
    return " " if suffix and _beginning(suffix[0]) not in _HANGING else ""


def _beginning(inline: Inline) -> str:
    if isinstance(inline, Text | Fact):
        return inline.text[:1]
    if isinstance(inline, Emphasis | Strong | Link) and inline.children:
        return _beginning(inline.children[0])
    return FIRST_NOTE


def _ending(inline: Inline) -> str:
    if isinstance(inline, Text | Fact):
        return inline.text
    if isinstance(inline, Emphasis | Strong | Link):
        return last_text(inline.children)
    if isinstance(inline, Cite):
        return last_text(inline.shown)
    return "" if isinstance(inline, Remark | LineBreak | Note) else FIRST_NOTE  # a number stands there
