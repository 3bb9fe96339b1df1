"""A final text without the optional citations that nobody has verified, and without the gaps that they leave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefkit.tree import Cite, Emphasis, Foreign, Inline, Link, Note, Ref, Strong, Text
from briefkit.walk import Line, inlines_within, plain

_AND = r"(?:and|or|и|или|және|немесе)"
_SEPARATOR = re.compile(rf"\s*(?:[;,]\s*(?:{_AND}\s+)?|\s{_AND}\s+)")
_SIGNALS = frozenset(["see", "also", "and", "cf", "compare", "eg", "e.g", "см", "также", "ср", "и", "қар", "қараңыз", "және"])


def without_optional(line: Line) -> Line:
    """A line without the unverified citations that are marked optional; a note in which nothing else stands goes with its citation."""
    kept: list[Inline] = []
    waiting = list(line)
    while waiting:
        inline = waiting.pop(0)
        left = _inside(inline)
        if left is not None:
            kept.append(left)
        elif isinstance(inline, Cite):
            _close(kept, waiting)
    return tuple(kept)


def _inside(inline: Inline) -> Inline | None:
    """What is left of an inline; None if nothing is."""
    match inline:
        case Cite(optional=True):
            refs = _kept(inline.refs)
            return replace(inline, refs=refs) if refs else None
        case Emphasis() | Strong() | Link() | Foreign() | Note():
            children = without_optional(inline.children)
            if children == inline.children:
                return inline
            return None if _says_nothing(children) else replace(inline, children=children)
        case _:
            return inline


def _kept(refs: Sequence[Ref]) -> tuple[Ref, ...]:
    """The verified ones of a bracket; the words before the first (“see”) pass to the one that comes first now."""
    kept = tuple(ref for ref in refs if not ref.unverified)
    if kept and kept[0] != refs[0] and not kept[0].prefix:
        return (replace(kept[0], prefix=refs[0].prefix), *kept[1:])
    return kept


def _says_nothing(children: Line) -> bool:
    """Whether a note, or what is set apart, holds no more than “See” and punctuation."""
    if any(not isinstance(one, Text | Emphasis | Strong) for one in inlines_within(children)):
        return False
    words = (word.strip(".,;:()").casefold() for word in plain(children).split())
    return all(word in _SIGNALS for word in words if word)


def _close(kept: list[Inline], waiting: list[Inline]) -> None:
    """Closes the gap between what stands before a citation that was left out and what follows it."""
    before, after = kept[-1] if kept else None, waiting[0] if waiting else None
    if isinstance(after, Text) and (found := _SEPARATOR.match(after.text)) and (not kept or _parts(after, waiting[1:2])):
        waiting[:1] = [replace(after, text=rest)] if (rest := after.text[found.end() :]) else []
    elif isinstance(before, Text) and _parts(before, kept[-2:-1]):
        kept.pop()
    elif isinstance(before, Text) and isinstance(after, Text) and not after.text[:1].isalnum():
        kept[-1] = replace(before, text=before.text.rstrip(" "))


def _parts(text: Text, beyond: Sequence[Inline]) -> bool:
    """Whether a text only parts two citations: a semicolon, a comma, “and”."""
    return _SEPARATOR.fullmatch(text.text) is not None and any(isinstance(one, Cite) for one in beyond)
