"""A comparison as lines for a terminal, and as data for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import groupby
from typing import Any

from briefkit.diff.changes import Change, has_lines
from briefkit.diff.comparison import Comparison, Entry
from briefkit.diff.words import Passage, Piece, in_context
from briefkit.pages import visible

AROUND = 10  # words shown before and after each change

Line = tuple[tuple[str, str], ...]  # pieces of a line, each with its look: "", "head", "deleted", "inserted"


def summary(comparison: Comparison) -> str:
    """“HEAD~5 → HEAD: 2 clauses changed, 1 citation dropped.”"""
    said = ", ".join(comparison.summary) or "no changes"
    return f"{visible(comparison.old)} → {visible(comparison.new)}: {said}."


def as_lines(comparison: Comparison) -> Iterator[Line]:
    """The comparison for people, grouped by what changed; it reads the same without colours."""
    yield ((summary(comparison), "head"),)
    for brief, entries in groupby(comparison.entries, key=lambda entry: entry.is_brief and entry.subject.what):
        if brief:
            yield ()
        for entry in entries:
            yield from _briefly(entry) if brief else _whole(entry)


def _briefly(entry: Entry) -> Iterator[Line]:
    yield (*_head(entry), (f": {'new' if entry.fate == 'added' else 'gone'}", "inserted" if entry.fate == "added" else "deleted"))


def _whole(entry: Entry) -> Iterator[Line]:
    yield ()
    yield _head(entry)
    for change in entry.changes:
        yield from _of_change(change)


def _head(entry: Entry) -> Line:
    title = f" – {_one_line(entry.subject.title)}" if entry.subject.title else ""
    return ((f"{entry.subject.what} {_one_line(entry.subject.id)}", "head"), (title, ""))


def _of_change(change: Change) -> Iterator[Line]:
    yield (("  " + _one_line(change.sentence), ""),)
    for passage in change.passages:
        if passage.is_changed:
            place = f"    line {passage.line}: " if has_lines(change) else "    "
            yield ((place, "head"), *_without_end(tuple(_marked(in_context(passage.pieces, AROUND)))))


def _without_end(pieces: Line) -> Line:
    """A line without the space behind its last word."""
    text, look = pieces[-1]
    return (*pieces[:-1], (text.rstrip(), look))


def _marked(pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """Deletions and insertions marked as git's word diff does: [-old-]{+new+}. The space behind a word stays outside its mark."""
    for piece in pieces:
        if piece.same:
            yield _one_line(piece.new, ends=True), ""
            continue
        if piece.old.strip():
            yield f"[-{_one_line(piece.old)}-]", "deleted"
        if piece.new.strip():
            yield f"{{+{_one_line(piece.new)}+}}", "inserted"
        if (piece.new or piece.old)[-1:].isspace():
            yield " ", ""


def _one_line(text: str, ends: bool = False) -> str:
    words = " ".join(visible(text).split())
    return words + " " if ends and words and text[-1:].isspace() else words


# --- for programs ---------------------------------------------------------------------------------


def as_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison for a program."""
    return {
        "old": comparison.old,
        "new": comparison.new,
        "same": comparison.is_same,
        "summary": list(comparison.summary),
        "entries": [_entry(entry) for entry in comparison.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    subject = entry.subject
    changes = [_change(change) for change in entry.changes]
    return {"what": subject.what, "id": subject.id, "title": subject.title, "fate": entry.fate, "changes": changes}


def _change(change: Change) -> dict[str, Any]:
    given = {"change": change.name, "sentence": change.sentence, **_fields(change)}
    shown = [_passage(passage) for passage in change.passages if passage.is_changed and "text" not in given]
    return {**given, "passages": shown} if shown else given


def _passage(passage: Passage) -> dict[str, Any]:
    return {"line": passage.line, "pieces": [_piece(piece) for piece in passage.pieces]}


def _piece(piece: Piece) -> dict[str, str]:
    if piece.same:
        return {"same": piece.new}
    return {name: text for name, text in (("deleted", piece.old), ("inserted", piece.new)) if text}


def _fields(value: Any) -> dict[str, Any]:
    """The values of a change; places in files are left out."""
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.name not in ("passages", "span")}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _fields(value)
    return value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
