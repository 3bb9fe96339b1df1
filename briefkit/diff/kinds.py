"""What each kind of thing in a library must say of itself to be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefkit.diff.changes import Added, Change, Removed
from briefkit.diff.editions import Edition
from briefkit.model.libraries import Library

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A row of the comparison: how the things of a kind are found, named, placed and compared."""

    what: str
    all_of: Callable[[Library], Iterable[T]]
    id: Callable[[T], str]
    title: Callable[[T], str]
    path: Callable[[T], str]  # the file below the workspace in which it stands
    changed: Callable[[T, T, Edition, Edition], Iterable[Change]]
    added: Callable[[T], Iterable[Change]]
    removed: Callable[[T], Iterable[Change]]

    def by_id(self, edition: Edition) -> dict[str, T]:
        return {self.id(one): one for one in self.all_of(edition.holdings)}


def only_added(what: str) -> Callable[[object], Iterable[Change]]:
    """For what needs no more said of it than that it is new."""
    return lambda thing: (Added(what),)


def only_removed(what: str) -> Callable[[object], Iterable[Change]]:
    """For what needs no more said of it than that it is gone."""
    return lambda thing: (Removed(what),)
