"""Typesetting: a rendered, marked citation as the inlines of a document's tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby

from briefkit.cite import marks
from briefkit.cite.locales import Locale
from briefkit.cite.marks import FIRST_NOTE, SEAM, TERM, runs
from briefkit.tree import Emphasis, Inline, NoteRef, Strong, Text

# fonts that a note can show, and the marks that turn them off; small capitals, raised and underlined text stand plain
_ON = {marks.ITALIC: "italic", marks.OBLIQUE: "italic", marks.BOLD: "bold"}
_OFF = {marks.ROMAN: "italic", marks.MEDIUM: "bold"}


def inlines(text: str, locale: Locale, authority: str = "", first_note: int = 0) -> tuple[Inline, ...]:
    """The inlines of a marked text. Italics within italics are roman, quotation marks alternate (CSL: flip-flop formatting)."""
    nodes = _nodes(text.replace(SEAM, "").replace(TERM, ""), locale, NoteRef(authority, first_note))
    return tuple(chain.from_iterable(_merged(kind, list(run)) for kind, run in groupby(nodes, type)))


def _merged(kind: type[Inline], run: list[Inline]) -> list[Inline]:
    """Neighbours of one kind as one."""
    if kind is Text:
        return [Text("".join(node.text for node in run if isinstance(node, Text)))]
    if kind is Emphasis:
        return [Emphasis(tuple(child for node in run if isinstance(node, Emphasis) for child in node.children))]
    return run


def _nodes(text: str, locale: Locale, first_note: NoteRef) -> Iterator[Inline]:
    open_kinds: list[int] = []
    for run in runs(text):
        if run.kind < 0:
            yield from [first_note] if run.text == FIRST_NOTE else _styled(run.text, open_kinds)
            continue
        if run.kind == marks.QUOTE:
            depth = open_kinds.count(marks.QUOTE) - (not run.opens)
            name = f"{'open' if run.opens else 'close'}{'-inner' if depth % 2 else ''}-quote"
            yield from _styled(locale.term(name), open_kinds)
        if run.opens:
            open_kinds.append(run.kind)
        else:
            open_kinds.pop()


def _styled(text: str, open_kinds: list[int]) -> Iterator[Inline]:
    """A text in the fonts that hold; spaces at its edges stay roman."""
    fonts = {"italic": False, "bold": False}
    for kind in open_kinds:
        if kind in _ON:
            fonts[_ON[kind]] = not fonts[_ON[kind]]
        elif kind in _OFF:
            fonts[_OFF[kind]] = False
        elif kind == marks.NO_DECOR:
            fonts = dict.fromkeys(fonts, False)
    inner = text.strip() if any(fonts.values()) else ""
    if not inner:
        yield Text(text)
        return
    start = text.index(inner)
    node: Inline = Strong((Text(inner),)) if fonts["bold"] else Text(inner)
    yield from (Text(text[:start]),) if start else ()
    yield Emphasis((node,)) if fonts["italic"] else node
    yield from (Text(text[start + len(inner) :]),) if start + len(inner) < len(text) else ()
