"""Reviews and notes as a person would write them into the workspace's files; what is there stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefkit.diagnostics import Checked, diagnose
from briefkit.messages import say
from briefkit.model.reviews import Review, ReviewNote
from briefkit.source import Source
from briefkit.yamlmarks import Listing, read_yaml


def review_entry(review: Review) -> str:
    """An entry of reviews.yaml, without its dash."""
    name, by = _quoted(review.clause.name), _quoted(review.by)
    head = f"clause: {name}, language: {review.language}, by: {by}, on: {review.on.isoformat()}"
    return f'{{{head}, version: {review.version}, seen: "{review.seen}"}}'


def note_entry(note: ReviewNote) -> str:
    """An entry of a file of notes, without its dash: a line for each key that has a value."""
    texts = ("clause", "language", "seen", "paragraph", "quoted", "comment", "proposed", "decision", "asked", "by")
    given = {key: value for key in texts if (value := getattr(note, key))}
    if note.quoted and not (note.comment or note.proposed or note.decision):
        given["proposed"] = ""  # the words are to go
    lines = [f"{key}: {value if isinstance(value, int) else _quoted(value)}" for key, value in given.items()]
    return "\n".join((*lines, *([f"on: {note.on.isoformat()}"] if note.on else [])))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def with_entries(source: Source, entries: Sequence[str]) -> Checked[str]:
    """The text of a file that is a list, with more entries at its end. Problems: those of the file as YAML, `wrong-type`."""
    read = read_yaml(source)
    node = read.value
    if read.has_errors:
        return Checked(source.text, read.diagnostics)
    if node is not None and (not isinstance(node, Listing) or source.text[node.span.start] != "-"):
        said = say("New entries are written below the others, and this is not a list with a dash before each entry.")
        return Checked(source.text, (diagnose("wrong-type", said, node.span, say("write each entry on lines of its own, after a dash")),))
    indent = " " * (source.column_at(node.span.start) - 1) if node else ""
    before = f"{source.text.rstrip()}\n" if source.text.strip() else ""
    return Checked(before + "".join(_listed(entry, indent) for entry in entries))


def _listed(entry: str, indent: str) -> str:
    first, *rest = entry.split("\n")
    return "\n".join((f"{indent}- {first}", *(f"{indent}  {line}" for line in rest))) + "\n"


def unknown_notes(notes: Iterable[ReviewNote], known: Iterable[ReviewNote], role: str = "") -> tuple[ReviewNote, ...]:
    """The notes that are not kept yet; `role`, if it is given, stands in place of the names in the file."""
    there = set(known)
    named = (replace(note, by=role) if role and not note.decision else note for note in notes)
    return tuple(note for note in dict.fromkeys(named) if note not in there)
