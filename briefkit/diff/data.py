"""A comparison as data for programs; `schema` says how they look."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from briefkit.diff.changes import Change
from briefkit.diff.comparison import Comparison, Entry
from briefkit.diff.marked import languages_of, new_words, old_words
from briefkit.diff.said import Tell
from briefkit.diff.words import Passage, Piece
from briefkit.messages import Message

LEFT_OUT = ("passages", "span")  # of a change's own values: what it shows stands behind them, places in files nowhere


def as_data(comparison: Comparison, tell: Tell = str) -> dict[str, Any]:
    """The comparison for a program: names and values as they are, sentences as `tell` says them."""
    return {
        "old": comparison.old,
        "new": comparison.new,
        "same": comparison.is_same,
        "summary": [tell(one) for one in comparison.summary],
        "entries": [_entry(entry, tell) for entry in comparison.entries],
    }


def _entry(entry: Entry, tell: Tell) -> dict[str, Any]:
    subject = entry.subject
    return {
        "what": subject.what,
        "id": subject.id,
        "title": tell(subject.title),
        "fate": entry.fate,
        "weight": entry.weight,
        "changes": [_change(change, bool(languages_of(entry)), tell) for change in entry.changes],
    }


def _change(change: Change, in_languages: bool, tell: Tell) -> dict[str, Any]:
    said = {"change": change.name, "sentence": tell(change.sentence)}
    said |= {"weight": change.weight, "language": change.language, "tone": change.tone}
    said |= _fields(change, tell)
    shown = [] if "text" in said else [_passage(passage, in_languages) for passage in change.passages if passage.is_changed]
    return {**said, "passages": shown} if shown else said


def _passage(passage: Passage, in_languages: bool) -> dict[str, Any]:
    if in_languages:
        return {"line": passage.line, "first": old_words(passage), "second": new_words(passage)}
    return {"line": passage.line, "pieces": [_piece(piece) for piece in passage.pieces]}


def _piece(piece: Piece) -> dict[str, Any]:
    if piece.same:
        return {"same": piece.new}
    given = {name: text for name, text in (("deleted", piece.old), ("inserted", piece.new)) if text}
    return {**given, "moved": True} if piece.moved else given


def _fields(value: Any, tell: Tell) -> dict[str, Any]:
    return {field.name: _plain(getattr(value, field.name), tell) for field in fields(value) if field.name not in LEFT_OUT}


def _plain(value: Any, tell: Tell) -> Any:
    if is_dataclass(value):
        return _fields(value, tell)
    if isinstance(value, tuple | list):
        return [_plain(one, tell) for one in value]
    if isinstance(value, Message):
        return tell(value)
    return value.isoformat() if isinstance(value, date) else value
