"""Inlines as HTML: words, emphasis, links, notes and references."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from briefkit.tree import (
    AnnexRef,
    Cite,
    Count,
    CountRef,
    Emphasis,
    Fact,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Note,
    NoteRef,
    ParagraphRef,
    Remark,
    Strong,
    Text,
)
from briefkit.wording import numbered
from briefkit.writers.addresses import linkable
from briefkit.writers.html.escaping import escaped, printed
from briefkit.writers.html.pen import Pen
from briefkit.writers.words import tag, words


@dataclass(frozen=True, slots=True)
class Manner:
    """Where words stand: a link holds no links, a note no notes, and the contents words alone."""

    linked: bool = False
    in_note: bool = False
    in_contents: bool = False


PLAIN = Manner()


def line(nodes: Iterable[Inline], pen: Pen, manner: Manner = PLAIN) -> str:
    """A line of inlines. A comma as small as their numbers stands between two notes, or 1 and 2 would read as 12."""
    made: list[str] = []
    after_note = False
    for node in nodes:
        is_note = isinstance(node, Note) and not manner.in_note and not manner.in_contents
        if after_note and is_note:
            made.append("<sup>,</sup>")
        made.append(_inline(node, pen, manner))
        after_note = is_note
    return "".join(made)


def _inline(node: Inline, pen: Pen, manner: Manner) -> str:
    match node:
        case Text(text=text) | Fact(text=text):
            return printed(text, pen.language)
        case Emphasis(children=children):
            return _tagged("em", line(children, pen, manner))
        case Strong(children=children):
            return _tagged("strong", line(children, pen, manner))
        case Foreign(children=children, language=language):
            return _foreign(line(children, pen, manner), language)
        case Cite(shown=shown):
            return line(shown, pen, manner)
        case Link():
            return _link(node, pen, manner)
        case LineBreak():
            return " " if manner.in_contents else "<br>"
        case Note():
            return _note(node, pen, manner)
        case ParagraphRef(number=number):
            return _reference("para", number, pen.known.paragraphs, manner)
        case NoteRef(number=number):
            return _reference("note", number, pen.known.notes, manner)
        case Count(number=number):
            return str(number) if manner.in_contents else f'<span id="{pen.count(node)}">{number}</span>'
        case CountRef(number=number):
            return _to(pen.known.counts.get((node.kind, node.target)), str(number), manner)
        case AnnexRef(target=target, heading=heading):
            return _to(pen.known.annexes.get(target), printed(heading, pen.language), manner)
        case Remark():
            return _remark(node, pen, manner)
        case _:
            assert_never(node)


def _tagged(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>" if content else ""


def _foreign(content: str, language: str) -> str:
    known = tag(language)
    return f'<span lang="{known}">{content}</span>' if known and content else content


def _link(node: Link, pen: Pen, manner: Manner) -> str:
    """A link to an address outside; a link within a link, or one that cannot be followed, is its words."""
    address = None if manner.linked or manner.in_contents else linkable(node.address)
    if address is None:
        return line(node.children, pen, manner)
    content = line(node.children, pen, replace(manner, linked=True))
    return f'<a href="{escaped(address)}">{content or escaped(address)}</a>'


def _reference(kind: str, number: int, places: dict[int, int], manner: Manner) -> str:
    """A number that leads to what it numbers; plain where that is not in the document."""
    place = places.get(number)
    return _to(f"{kind}-{place}" if place else None, str(place or number or "?"), manner)


def _to(target: str | None, shown: str, manner: Manner) -> str:
    return shown if target is None or manner.linked or manner.in_contents else f'<a href="#{target}">{shown}</a>'


def _note(node: Note, pen: Pen, manner: Manner) -> str:
    """The sign of a note; its words are set aside. A note within a note stands in brackets."""
    if manner.in_contents:
        return ""
    if manner.in_note:
        return f" ({line(node.children, pen, manner)})"
    place = pen.note(node.number)
    with pen.at(numbered("note", place, pen.language)):
        said = line(node.children, pen, Manner(in_note=True))
    back = escaped(words(pen.language).back.format(number=place))
    number = f'<a class="back" role="doc-backlink" href="#ref-{place}" aria-label="{back}">{place}</a>'
    pen.set_aside.append(f'<p class="note" id="note-{place}" role="doc-footnote">{number} {said}</p>')
    sign = str(place) if manner.linked else f'<a role="doc-noteref" href="#note-{place}">{place}</a>'
    return f'<sup id="ref-{place}">{sign}</sup>'


def _remark(node: Remark, pen: Pen, manner: Manner) -> str:
    """A remark to the drafter, which leads to the list of what is to be done; one that prints nothing is an asterisk there."""
    if not pen.draft or manner.in_contents:
        return ""
    place, task = pen.remark(node)
    sign = _to(f"to-do-{task}", f"[{escaped(node.text) if node.mark else '*'}]", manner)
    title = f' title="{escaped(node.comment)}"' if node.comment else ""
    return f'<mark class="remark" id="remark-{place}"{title}>{sign}</mark>'
