"""Two editions of a library into what changed between them, clauses first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefkit.diff.authorities import AUTHORITIES
from briefkit.diff.changes import WEIGHTS, Change, NotCompared
from briefkit.diff.citers import with_citers
from briefkit.diff.clauses import CLAUSES
from briefkit.diff.comparison import FATES, Comparison, Entry, Subject
from briefkit.diff.editions import Edition
from briefkit.diff.kinds import Kind
from briefkit.diff.renamed import renames
from briefkit.diff.rest import BOILERPLATE, FACTS, PROFILES, SOURCES
from briefkit.diff.rules import STATUS_WORDS, TONE_RULES
from briefkit.diff.terms import TERMS
from briefkit.model.libraries import Clause

REST: tuple[Kind[Any], ...] = (SOURCES, FACTS, PROFILES, BOILERPLATE, TERMS, STATUS_WORDS, TONE_RULES)


def compare(old: Edition, new: Edition) -> Comparison:
    """What changed from the old edition to the new one. What an edition could not read is said to be not compared, never to be gone."""
    clauses = _entries(CLAUSES, old, new, _renamed(old, new))
    authorities = with_citers(_entries(AUTHORITIES, old, new), new.holdings)
    rest = (entry for kind in REST for entry in _entries(kind, old, new))
    return Comparison(old.name, new.name, (*clauses, *authorities, *rest))


def _renamed(old: Edition, new: Edition) -> dict[str, str]:
    """The old name of each clause that had another."""
    was, now = CLAUSES.by_id(old), CLAUSES.by_id(new)
    removed, added = _only(was, now, new), _only(now, was, old)
    return renames(removed, added) if removed and added else {}


def _only(here: Mapping[str, Clause], there: Mapping[str, Clause], other: Edition) -> list[Clause]:
    return [clause for slug, clause in here.items() if slug not in there and CLAUSES.path(clause) not in other.unread]


def _entries(kind: Kind[Any], old: Edition, new: Edition, renamed: Mapping[str, str] | None = None) -> Iterator[Entry]:
    """The things of a kind in which anything changed, the heaviest change of each first."""
    renamed = renamed or {}
    was, now = kind.by_id(old), kind.by_id(new)
    for name in sorted((was.keys() | now.keys()) - set(renamed.values())):
        before, after = was.get(renamed.get(name, name)), now.get(name)
        changes = tuple(sorted(_changes(kind, before, after, old, new), key=_rank))
        if changes:
            yield Entry(Subject(kind.what, name, kind.title(before if after is None else after)), changes)


def _rank(change: Change) -> int:
    """What became of the thing itself stands first, then the heaviest changes."""
    return -1 if change.name in FATES else WEIGHTS.index(change.weight)


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
