"""Redlines: two Word files and what an engine made of them in, a document with checked tracked changes out. The edge runs the engine.

`untouched` reads a file to compare within limits, `named_as` spares the reader changes of hidden names and `spaced_as` those of looks,
`to_compare` takes out what the engine stumbles over, `checked_redline` settles what it made and holds it to its promise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from briefkit.diagnostics import Checked, diagnose
from briefkit.messages import say
from briefkit.ooxml import BadPackage, qn, read_zip, write_zip
from briefkit.ooxml.tracked import is_tracked
from briefkit.provenance.drafts import silent
from briefkit.redline.checking import problems
from briefkit.redline.documents import WordFile, has_changes, parsed, read_word
from briefkit.redline.marks import Held, lifted
from briefkit.redline.names import named_as
from briefkit.redline.pictures import one_form_each
from briefkit.redline.settling import settled
from briefkit.redline.spacing import spaced_as

__all__ = ["Redline", "WordFile", "checked_redline", "named_as", "spaced_as", "to_compare", "untouched"]


@dataclass(frozen=True, slots=True)
class Redline:
    """A document with tracked changes, and how many of its paragraphs hold any."""

    data: bytes
    paragraphs: int


def untouched(data: bytes, name: str) -> Checked[WordFile | None]:
    """A document to compare, which holds no tracked changes. Problems: `redline-unreadable`, `redline-tracked`.

    What a working draft of ours tells of where it comes from is no text to compare, and nothing for a redline to pass on. Pictures keep
    the form that every Word shows.
    """
    read = read_word(data, name)
    if read.value is None:
        return read
    if not has_changes(read.value):
        parts = one_form_each(silent(read.value.parts), read.value.stories)
        return Checked(replace(read.value, parts=parts))
    said = say("“{file}” holds tracked changes, and nobody knows which of them are meant.", file=name)
    return Checked(None, (diagnose("redline-tracked", said, hint=say("accept or reject them in Word first, and save it")),))


def to_compare(old: WordFile, new: WordFile) -> tuple[WordFile, WordFile, Held]:
    """The two documents as the engine is to see them: without marks that print nothing, whose places it keeps; and these marks."""
    (first, before), (second, after) = lifted(old, "old"), lifted(new, "new")
    return first, second, {**before, **after}


def checked_redline(made: bytes, old: WordFile, new: WordFile, held: Held, author: str, day: date) -> Checked[Redline | None]:
    """What the engine made, settled and checked; None where it is not sound. `held` are the marks that it did not see.

    Problems: `redline-failed`, those of `checking.problems`.
    """
    try:
        parts = settled(parsed(read_zip(made), new.name), new, held, author, day)
        redline = parsed(parts, new.name)
    except BadPackage as problem:
        said = say("What the comparison gave cannot be read: {problem}.", problem=problem.message)
        return Checked(None, (diagnose("redline-failed", said),))
    found = problems(redline, old, new)
    if any(problem.is_error for problem in found):
        return Checked(None, found)
    changed = sum(is_tracked(paragraph) for part in redline.stories for paragraph in redline.root(part).iter(qn("w:p")))
    return Checked(Redline(write_zip(parts), changed), found)
