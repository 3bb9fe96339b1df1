"""A comparison as one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefkit.diff.changes import Change, has_lines
from briefkit.diff.comparison import Comparison, Entry
from briefkit.diff.styling import STYLE
from briefkit.diff.words import Passage, Piece, in_context
from briefkit.pages import escaped as _text
from briefkit.pages import whole_page

AROUND = 40  # words shown before and after each change
HEADINGS = {
    "clause": "Clauses",
    "authority": "Authorities",
    "source": "Texts of sources",
    "fact": "Facts",
    "profile": "Profiles",
    "standard text": "Standard texts",
    "rule": "Rules",
}


def write_page(comparison: Comparison) -> str:
    """The page, as HTML: a summary with links, and then each thing that changed."""
    title = f"{comparison.old} → {comparison.new}: changes in the clause library"
    return whole_page(title, STYLE, _body(comparison))


def _body(comparison: Comparison) -> Iterator[str]:
    yield "<header>\n<h1>Changes in the clause library</h1>"
    yield f'<p class="quiet">From <code>{_text(comparison.old)}</code> to <code>{_text(comparison.new)}</code></p>\n</header>'
    yield from _summary(comparison)
    yield "<main>"
    yield from _sections(comparison)
    yield "</main>"


def _anchor(number: int) -> str:
    return f"change-{number}"


def _summary(comparison: Comparison) -> Iterator[str]:
    if comparison.is_same:
        yield "<p>Nothing changed.</p>"
        return
    yield f"<p><strong>{_text(', '.join(comparison.summary))}.</strong></p>"
    gone, new = "".join(_pieces([Piece("deleted words", "", same=False)])), "".join(_pieces([Piece("", "inserted words", same=False)]))
    marks = f"{gone} are struck through, {new} are underlined"
    yield f'<p class="quiet">How to read it: {marks}; “…” stands for words that are the same.</p>'
    yield '<nav aria-label="What changed">'
    for what, entries in _by_kind(comparison):
        yield f"<p>{HEADINGS[what]}</p>\n<ul>"
        for number, entry in entries:
            yield f'<li><a href="#{_anchor(number)}">{_text(entry.subject.id)}</a> {_fate(entry)}</li>'
        yield "</ul>"
    yield "</nav>"


def _by_kind(comparison: Comparison) -> Iterator[tuple[str, Iterator[tuple[int, Entry]]]]:
    """The entries of each kind, with their numbers on the page."""
    return groupby(enumerate(comparison.entries), key=lambda one: one[1].subject.what)


def _fate(entry: Entry) -> str:
    return f'<span class="fate {entry.fate}">{entry.fate.replace("-", " ")}</span>'


def _sections(comparison: Comparison) -> Iterator[str]:
    for what, entries in _by_kind(comparison):
        yield f"<section>\n<h2>{HEADINGS[what]}</h2>"
        for number, entry in entries:
            yield from _entry(entry, _anchor(number))
        yield "</section>"


def _entry(entry: Entry, anchor: str) -> Iterator[str]:
    yield f'<article aria-labelledby="{anchor}">'
    title = f"{_text(entry.subject.title)} " if entry.subject.title else ""
    yield f'<h3 id="{anchor}">{title}<code>{_text(entry.subject.id)}</code> {_fate(entry)}</h3>'
    if entry.is_brief:
        yield "</article>"
        return
    yield '<ul class="changes">'
    for change in entry.changes:
        yield f"<li>{_text(change.sentence)}"
        yield from _passages(change)
        yield "</li>"
    yield "</ul>\n</article>"


def _passages(change: Change) -> Iterator[str]:
    language = f' lang="{_text(change.language)}"' if change.language else ""
    for passage in change.passages:
        if passage.is_changed:
            place = f'<span class="place">line {passage.line}</span>' if has_lines(change) else ""
            yield f'{place}<div class="passage"{language}>{_marked(passage)}</div>'


def _marked(passage: Passage) -> str:
    return "".join(_pieces(in_context(passage.pieces, AROUND))).strip()


def _pieces(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.same:
            yield _text(piece.new)
            continue
        for tag, said, text in (("del", "deleted: ", piece.old), ("ins", "inserted: ", piece.new)):
            if text.strip():
                yield f'<{tag}><span class="unseen" lang="en">{said}</span><span class="said">{_text(text.strip())}</span></{tag}>'
        yield " " if (piece.new or piece.old)[-1:].isspace() else ""
