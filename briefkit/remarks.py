"""A final text without the remarks to the drafter, and without the gaps that they leave."""

from __future__ import annotations

import re
from dataclasses import replace

from briefkit.tree import Cite, Emphasis, Foreign, Inline, Link, Note, Ref, Remark, Strong, Text
from briefkit.walk import Line

_CLOSING = re.compile(r"[.,;:!?)\]}»”’…]")


def without_remarks(line: Line) -> Line:
    """A line without remarks, and without the notes and emphasis that held nothing else."""
    kept: list[Inline] = []
    gap = False  # something was left out before what comes next
    for inline in line:
        left = _inside(inline)
        if left is not None and gap:
            left = _closed(kept, left)
        if left is None:
            gap = True
        else:
            kept.append(left)
            gap = False
    if gap:
        _cut(kept)
    return tuple(kept)


def _inside(inline: Inline) -> Inline | None:
    """An inline without the remarks in it; None if nothing is left of it."""
    match inline:
        case Remark():
            return None
        case Emphasis() | Strong() | Link() | Foreign() | Note():
            children = without_remarks(inline.children)
            return replace(inline, children=children) if children or not inline.children else None
        case Cite():
            return replace(inline, refs=tuple(_affixes(ref) for ref in inline.refs))
        case _:
            return inline


def _affixes(ref: Ref) -> Ref:
    return replace(ref, prefix=without_remarks(ref.prefix), suffix=without_remarks(ref.suffix))


def _closed(kept: list[Inline], inline: Inline) -> Inline | None:
    """What follows a gap, closed up with what stands before it; None if it was only a space."""
    if isinstance(inline, Note):
        _cut(kept)
    if not isinstance(inline, Text):
        return inline
    last = kept[-1] if kept else None
    text = inline.text.lstrip(" ") if last is None or (isinstance(last, Text) and last.text.endswith(" ")) else inline.text
    if _CLOSING.match(text.lstrip(" ")):
        _cut(kept)
        text = text.lstrip(" ")
    return replace(inline, text=text) if text else None


def _cut(kept: list[Inline]) -> None:
    """The space at the end of a line so far, away."""
    last = kept[-1] if kept else None
    if isinstance(last, Text):
        kept[-1:] = [replace(last, text=last.text.rstrip(" "))] if last.text.strip(" ") else []
