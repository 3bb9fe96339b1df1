"""Two editions of a library into what changed between them, clauses first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefkit.diff.authorities import AUTHORITIES
from briefkit.diff.changes import Change, NotCompared
from briefkit.diff.clauses import CLAUSES
from briefkit.diff.comparison import Comparison, Entry, Subject
from briefkit.diff.editions import Edition
from briefkit.diff.kinds import Kind
from briefkit.diff.rest import BOILERPLATE, FACTS, PROFILES, SOURCES, STATUS_WORDS
from briefkit.diff.terms import TERMS

KINDS: tuple[Kind[Any], ...] = (CLAUSES, AUTHORITIES, SOURCES, FACTS, PROFILES, BOILERPLATE, TERMS, STATUS_WORDS)


def compare(old: Edition, new: Edition) -> Comparison:
    """What changed from the old edition to the new one. What an edition could not read is said to be not compared, never to be gone."""
    return Comparison(old.name, new.name, tuple(entry for kind in KINDS for entry in _entries(kind, old, new)))


def _entries(kind: Kind[Any], old: Edition, new: Edition) -> Iterator[Entry]:
    was, now = kind.by_id(old), kind.by_id(new)
    for name in sorted(was.keys() | now.keys()):
        before, after = was.get(name), now.get(name)
        changes = tuple(_changes(kind, before, after, old, new))
        if changes:
            yield Entry(Subject(kind.what, name, kind.title(before if after is None else after)), changes)


def _changes(kind: Kind[Any], before: Any, after: Any, old: Edition, new: Edition) -> Iterator[Change]:
    if before is not None and after is not None:
        yield from kind.changed(before, after, old, new)
    elif before is None:
        yield from _unread(kind, after, old) or kind.added(after)
    else:
        yield from _unread(kind, before, new) or kind.removed(before)


def _unread(kind: Kind[Any], thing: Any, missing_in: Edition) -> tuple[Change, ...]:
    """That a thing is missing only because its file could not be read."""
    return (NotCompared(kind.what, missing_in.name),) if kind.path(thing) in missing_in.unread else ()
