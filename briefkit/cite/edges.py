"""Edges: how an author's own words meet a citation, and how a note ends."""

from __future__ import annotations

from briefkit.tree import Cite, Emphasis, Fact, Foreign, Inline, LineBreak, Link, Note, Remark, Strong, Text

_NUMBER = "0"  # what a reference to a note or a paragraph prints counts as a letter
_ENDS = frozenset(".!?…")
_PUNCTUATION = frozenset(".,;:!?")
_CLOSERS = "’”'\"»"
_OPENERS = tuple("([“‘«/—")
_HANGING = " ,.;:)]’”»?!"


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
    if stop[:1] in _PUNCTUATION and ending[-1] == stop[:1]:
        return True
    return stop.startswith(".") and ending.rstrip(_CLOSERS)[-1:] in _ENDS


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
    if isinstance(inline, Emphasis | Strong | Link | Foreign) and inline.children:
        return _beginning(inline.children[0])
    return _NUMBER


def _ending(inline: Inline) -> str:
    if isinstance(inline, Text | Fact):
        return inline.text
    if isinstance(inline, Emphasis | Strong | Link | Foreign):
        return last_text(inline.children)
    if isinstance(inline, Cite):
        return last_text(inline.shown)
    return "" if isinstance(inline, Remark | LineBreak | Note) else _NUMBER  # a number stands there


def begins_sentence(prefix: tuple[Inline, ...], first: bool) -> bool:
    """Whether a citation begins a sentence: nothing stands before it in its note, or words that end with a full stop."""
    words = last_text(prefix)
    if not words:
        return first
    return ends_sentence(words)


def ends_sentence(words: str) -> bool:
    """Whether words are a sentence that has ended: "This is so." is one, "art." is none."""
    return " " in words.strip() and words.rstrip(f"{_CLOSERS} \N{NO-BREAK SPACE})]")[-1:] in {".", "!", "?"}
