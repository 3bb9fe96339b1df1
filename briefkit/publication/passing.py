"""The document once more, line by line, without what a disguise replaces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from briefkit.publication.disguise import Disguise
from briefkit.tree import (
    AnnexRef,
    Cite,
    Count,
    CountRef,
    Document,
    Emphasis,
    Fact,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Opinion,
    ParagraphRef,
    Ref,
    Remark,
    Strong,
    Text,
)
from briefkit.walk import Line, plain, rewrite_lines


def disguised(opinion: Opinion, disguise: Disguise) -> Opinion:
    """The document with nothing in its texts that the disguise replaces; its remarks keep their marks alone."""
    title = _line(opinion.title, disguise)
    return replace(
        opinion,
        title=title,
        short_title=_short(opinion, title),
        subtitle=tuple(disguise.in_text(line, own=False) for line in opinion.subtitle),
        blocks=rewrite_lines(opinion.blocks, lambda line: _line(line, disguise)),
    )


def _short(opinion: Document, title: Line) -> str:
    """The short title of the new title, cut where the old one was."""
    whole, words = plain(opinion.title), plain(title)
    if words == whole:
        return opinion.short_title
    if opinion.short_title == whole or len(words) < len(opinion.short_title):
        return words
    return words[: len(opinion.short_title)].rsplit(" ", 1)[0].rstrip(",;:…") + "…"


def _line(line: Iterable[Inline], disguise: Disguise, before: str = "") -> Line:
    made: list[Inline] = []
    whole = tuple(line)
    for place, inline in enumerate(whole):
        changed = _inline(inline, disguise, before, plain(whole[place + 1 : place + 2]))
        if made and _is_gone(inline, changed):
            made[-1] = _without_space(made[-1])
        made += changed
        before += plain(changed)
    return tuple(made)


def _is_gone(inline: Inline, changed: Line) -> bool:
    """Whether nothing is left of a fact, since what stands before it says the same."""
    return isinstance(inline, Fact) and inline.text != "" and plain(changed) == ""


def _without_space(inline: Inline) -> Inline:
    return replace(inline, text=inline.text.rstrip()) if isinstance(inline, Text | Fact) else inline


def _inline(inline: Inline, disguise: Disguise, before: str, after: str) -> Line:
    match inline:
        case Text():
            return (replace(inline, text=disguise.in_text(inline.text, before, disguise.is_own(inline.origin))),)
        case Fact():
            return (disguise.in_fact(inline, before, after),)
        case Link():
            children = _line(inline.children, disguise, before)
            return children if disguise.holds_name(inline.address) else (replace(inline, children=children),)
        case Emphasis() | Strong() | Foreign():
            return (replace(inline, children=_line(inline.children, disguise, before)),)
        case Note():
            return (replace(inline, children=_line(inline.children, disguise)),)
        case Cite():
            refs = tuple(_ref(ref, disguise) for ref in inline.refs)
            return (replace(inline, refs=refs, shown=_line(inline.shown, disguise, before)),)
        case Remark():
            return (replace(inline, comment=""),) if inline.mark else ()
        case AnnexRef():
            return (replace(inline, heading=disguise.in_text(inline.heading, before, own=False)),)
        case LineBreak() | ParagraphRef() | NoteRef() | Count() | CountRef():
            return (inline,)
        case _:
            assert_never(inline)


def _ref(ref: Ref, disguise: Disguise) -> Ref:
    return replace(ref, prefix=_line(ref.prefix, disguise), suffix=_line(ref.suffix, disguise))
