"""Checks of finished Word files that validity to the schema does not cover: what refers to what, what it shows, and how it is set.

Each check is a pure function over a package that was read, and gives sentences; none means that all is well. A file with tracked
changes is checked as it will be once all of them are accepted. Callers want `problems`, which runs them all over the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefkit.inspection.authorities import authority_problems, unmarked_problems
from briefkit.inspection.bookmarks import bookmark_problems
from briefkit.inspection.comments import comment_problems, signature_problems
from briefkit.inspection.contents import contents_problems
from briefkit.inspection.field_marks import field_problems, fields
from briefkit.inspection.identities import control_problems, identity_problems, link_problems
from briefkit.inspection.languages import language_problems, script_problems
from briefkit.inspection.notes import hanging_problems, note_problems, separator_problems
from briefkit.inspection.numbering import numbering_problems
from briefkit.inspection.results import count_problems, result_problems
from briefkit.inspection.styles import formatting_problems, style_problems
from briefkit.inspection.typesetting import (
    empty_problems,
    heading_problems,
    keeping_problems,
    picture_problems,
    table_problems,
    widow_problems,
)
from briefkit.inspection.word_file import WordFile, read_word
from briefkit.messages import Message
from briefkit.ooxml import BadPackage

Check = Callable[[WordFile], Iterable[Message]]

RELATIONS: tuple[Check, ...] = (
    *(note_problems, comment_problems, bookmark_problems, field_problems, style_problems, formatting_problems),
    *(numbering_problems, link_problems, identity_problems, control_problems, result_problems, count_problems),
    *(contents_problems, authority_problems, language_problems, separator_problems),
)
SETTING: tuple[Check, ...] = (
    *(hanging_problems, keeping_problems, widow_problems, table_problems),
    *(picture_problems, empty_problems, heading_problems, script_problems, unmarked_problems),
)
CHECKS = (*RELATIONS, *SETTING)

__all__ = [
    "CHECKS",
    "RELATIONS",
    "SETTING",
    "Check",
    "WordFile",
    "bookmark_problems",
    "contents_problems",
    "field_problems",
    "fields",
    "link_problems",
    "numbering_problems",
    "problems",
    "read_word",
    "result_problems",
    "signature_problems",
    "style_problems",
]


def problems(data: bytes, checks: Iterable[Check] = CHECKS) -> tuple[Message, ...]:
    """Everything that the checks find wrong in a Word file, in their order."""
    try:
        word = read_word(data)
    except BadPackage as problem:
        return (problem.message,)
    return tuple(found for check in checks for found in check(word))
