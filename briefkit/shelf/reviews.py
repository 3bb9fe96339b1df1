"""Reviews onto the disk: who signed what, a copy of all that was signed, and what reviewers answered."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.reviews import SHORT, Review, ReviewNote
from briefkit.review.changes import libraries_of
from briefkit.review.writing import note_entry, review_entry, with_entries
from briefkit.seen import Seen
from briefkit.shelf.outputs import Output, as_stored, write_together
from briefkit.shelf.reading import MAX_TEXT, read_text, workspace_folders, workspace_of
from briefkit.shelf.shipped import shipped_folder
from briefkit.source import Source

REVIEWS = "clauses/reviews.yaml"
NOTES = "clauses/reviews/notes"


def keep_review(review: Review, seen: Seen) -> Path | tuple[Diagnostic, ...]:
    """Record a review in the workspace at hand, with a copy of what was signed; gives the path of the copy.

    Problems: `no-library` outside a workspace, those of a file of reviews that cannot be added to, `output-unwritable`.
    """
    place = _workspace()
    if isinstance(place, Diagnostic):
        return (place,)
    listed, copy = place / REVIEWS, place / _copy(review)
    added = _added(listed, [review_entry(review)])
    if isinstance(added, tuple):
        return added
    problems = _write([Output(copy, seen.written), added])
    return problems or _from_here(copy)


def keep_notes(notes: Sequence[ReviewNote], name: str) -> Path | tuple[Diagnostic, ...]:
    """Add notes to the workspace's file of this name; gives its path. Problems as for a review."""
    place = _workspace()
    if isinstance(place, Diagnostic):
        return (place,)
    path = place / NOTES / f"{name}.yaml"
    added = _added(path, [note_entry(note) for note in notes])
    if isinstance(added, tuple):
        return added
    return _write([added]) or _from_here(path)


def read_signed(review: Review) -> Seen | Diagnostic:
    """What was signed, as it was kept then. Problem: `review-broken` where it is not there, or is something else."""
    for folder in reversed(workspace_folders(Path.cwd())):
        path = folder / _copy(review)
        source = read_text(path, []) if path.is_file() else None
        if source is not None and (seen := _whole(source.text, review)):
            return seen
    values = {"clause": review.clause.name, "language": review.language, "role": review.by, "file": _copy(review)}
    said = say("What {role} signed of “{clause}” in “{language}” is not kept as it was: {file}.", **values)
    return diagnose(
        "review-broken", said, review.span, say("bring the file back from the version control; otherwise have the text signed anew")
    )


def _whole(text: str, review: Review) -> Seen | None:
    """What a copy holds, if it is what was signed, and what a copy can be."""
    try:
        seen = Seen(json.loads(text))
        if seen.hash == review.seen:
            libraries_of(seen, seen)
            return seen
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):  # somebody's own file under this name
        pass
    return None


def _copy(review: Review) -> str:
    return f"clauses/reviews/{review.clause.name}.{review.language}.{review.seen[:SHORT]}.json"


def _workspace() -> Path | Diagnostic:
    """The workspace at hand; what comes with briefkit is not written to."""
    place, shipped = workspace_of(Path.cwd()), shipped_folder().resolve()
    if place is None or (shipped.name == "shipped" and place.is_relative_to(shipped)):
        return diagnose("no-library", say("Here is no workspace to keep reviews in."), hint=say("start one: briefkit init DIR"))
    return place


def _added(path: Path, entries: Sequence[str]) -> Output | tuple[Diagnostic, ...]:
    """A file that is a list, with more entries; a new one where there is none."""
    problems: list[Diagnostic] = []
    source = read_text(path, problems) if path.exists() else Source(path.as_posix(), "")
    if source is None:
        return tuple(problems)
    made = with_entries(source, entries)
    if made.has_errors:
        return made.diagnostics
    data = as_stored(made.value, path.read_bytes() if path.exists() else b"")
    if len(data) > MAX_TEXT:
        said = say("“{file}” would be larger than {number} MB.", file=path.as_posix(), number=MAX_TEXT // 1_000_000)
        return (diagnose("file-too-large", said, hint=say("take out what is dealt with, or begin another file")),)
    return Output(path, data)


def _write(outputs: Sequence[Output]) -> tuple[Diagnostic, ...]:
    for output in outputs:
        with contextlib.suppress(OSError):  # writing will say why
            output.path.parent.mkdir(parents=True, exist_ok=True)
    return write_together(outputs)


def _from_here(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
