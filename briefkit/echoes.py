"""Problems that only repeat that a file could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefkit.diagnostics import Diagnostic, in_order
from briefkit.model.case import Case

# What cannot be known while a file of the library cannot be read: the file, and the code of what would be reported besides.
_ECHOES = (
    (re.compile(r"(?:.*/)?clauses/facts\.yaml"), "unknown-fact"),
    (re.compile(r"(?:.*/)?clauses/authorities/[^/]+\.yaml"), "unknown-authority"),
    (re.compile(r"(?:.*/)?clauses/arguments/(?P<name>[^/]+)/clause\.yaml"), "unknown-clause"),
    (re.compile(r"(?:.*/)?styles/profiles/(?P<name>[^/]+)\.yaml"), "unknown-profile"),
)
_UNREAD = ("yaml-syntax", "file-encoding", "private-use-character")


def without_echoes(problems: Iterable[Diagnostic], case: Case | None = None) -> tuple[Diagnostic, ...]:
    """The problems in order, without those that only repeat that a file could not be read: what it holds is not unknown."""
    ordered = _each_place_once(in_order(problems))
    echoes: set[tuple[str, str]] = set() if case is None or case.references_read else {("unknown-authority", "")}
    for problem in ordered:
        for pattern, code in _ECHOES if problem.code in _UNREAD and problem.span else ():
            if problem.span and (found := pattern.fullmatch(problem.span.source.name)):
                echoes.add((code, found.groupdict().get("name", "")))
    return tuple(one for one in ordered if (one.code, "") not in echoes and (one.code, one.span.text if one.span else "") not in echoes)


def _each_place_once(problems: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The problems, without what else is said of a value that could not be read for its characters."""
    unread = {one.span for one in problems if one.code == "private-use-character"}
    return tuple(one for one in problems if one.code == "private-use-character" or one.span not in unread)
