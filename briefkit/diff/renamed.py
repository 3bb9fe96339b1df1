"""Clauses that are the same under another name: a removed one and an added one with one catalogue number, or mostly the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefkit.diff.aligned import words_in
from briefkit.model.libraries import Clause

ALIKE = 0.7  # of the words of both texts
RUN = 5  # words; clauses that have no run of so many in common are not compared
_COMMON = 20  # clauses; a run that more than these hold tells nothing


def renames(removed: Iterable[Clause], added: Iterable[Clause]) -> dict[str, str]:
    """The old name of each added clause that had one, by its new name. A catalogue number tells it before the words do."""
    old, new = {one.slug: one for one in removed}, {one.slug: one for one in added}
    found: dict[str, str] = {}
    for pairs in (_by_number(old.values(), new.values()), _by_words(old.values(), new.values())):
        for was, now in pairs:
            if was in old and now in new:
                found[now] = was
                del old[was], new[now]
    return found


def _by_number(removed: Iterable[Clause], added: Iterable[Clause]) -> list[tuple[str, str]]:
    numbers = {one.catalogue: one.slug for one in removed if one.catalogue}
    return [(numbers[one.catalogue], one.slug) for one in added if one.catalogue in numbers]


def _by_words(removed: Iterable[Clause], added: Iterable[Clause]) -> list[tuple[str, str]]:
    """The pairs that are alike, the most alike first."""
    old, new = ({one.slug: _words(one) for one in clauses} for clauses in (removed, added))
    counts = {id(words): Counter(words) for words in (*old.values(), *new.values())}
    alike = ((_likeness(counts[id(old[was])], counts[id(new[now])]), was, now) for was, now in _candidates(old, new))
    return [(was, now) for likeness, was, now in sorted(alike, key=lambda one: (-one[0], one[1:])) if likeness >= ALIKE]


def _words(clause: Clause) -> list[str]:
    return [word for _, text in clause.texts for word in words_in(text.text)]


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    return 2 * (old & new).total() / max(old.total() + new.total(), 1)


def _candidates(old: dict[str, list[str]], new: dict[str, list[str]]) -> set[tuple[str, str]]:
    """The pairs that have a run of words in common, found without comparing every clause with every other."""
    holders: dict[tuple[str, ...], list[str]] = {}
    for now, words in new.items():
        for run in set(_runs(words)):
            holders.setdefault(run, []).append(now)
    telling = {run: names for run, names in holders.items() if len(names) <= _COMMON}
    return {(was, now) for was, words in old.items() for run in set(_runs(words)) for now in telling.get(run, ())}


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(max(len(words) - RUN, 0) + 1):
        yield tuple(words[start : start + RUN])
