"""Disambiguation: names, given names, a condition, a suffix to the year, until no two print alike (CSL 1.0.2, "Disambiguation")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice, zip_longest

from briefkit.cite.context import Shown
from briefkit.cite.items import Name
from briefkit.cite.marks import bare

BY_CITE = "by-cite"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a style allows."""

    add_names: bool
    add_given: bool
    given_rule: str
    add_suffix: bool
    has_condition: bool

    @property
    def any(self) -> bool:
        return self.add_names or self.add_given or self.add_suffix or self.has_condition


@dataclass
class Disambiguator:
    """Decides for each registered item how it is shown. `text` gives what an item prints so shown, `lists` its names lists."""

    ids: Sequence[str]
    rules: Rules
    text: Callable[[str, Shown], str]
    lists: Callable[[str, Shown], list[tuple[int, int]]]
    names_of: Callable[[str], list[tuple[Name, ...]]]
    short_of: Callable[[Name, int], str]
    shown: dict[str, Shown] = field(default_factory=dict)
    _people: dict[str, list[tuple[Name, ...]]] = field(default_factory=dict)

    def run(self) -> dict[str, Shown]:
        self.shown = {name: Shown() for name in self.ids}
        if self.rules.add_given and self.rules.given_rule != BY_CITE:
            self._expand_everywhere()
        for group in self._ambiguous(self.ids):
            self._resolve(group)
        return self.shown

    # --- groups ---------------------------------------------------------------------------------------

    def _printed(self, name: str, shown: Shown | None = None) -> str:
        return bare(self.text(name, shown or self.shown[name]))

    def _ambiguous(self, ids: Iterable[str]) -> list[list[str]]:
        groups: dict[str, list[str]] = {}
        for name in ids:
            groups.setdefault(self._printed(name), []).append(name)
        return [group for text, group in groups.items() if len(group) > 1 and text]

    def _resolve(self, group: list[str]) -> None:
        remaining = group
        if self.rules.add_names:
            remaining = self._add_names(remaining)
        elif self.rules.add_given and self.rules.given_rule == BY_CITE:
            remaining = self._each_clash(remaining, self._add_given)
        if remaining and self.rules.has_condition:
            remaining = self._each_clash(remaining, self._set_condition)
        if remaining and self.rules.add_suffix:
            for clash in self._ambiguous(remaining):
                self._add_suffixes(clash)

    def _each_clash(self, ids: list[str], step: Callable[[list[str]], list[str]]) -> list[str]:
        return [name for clash in self._ambiguous(ids) for name in step(clash)]

    # --- names ----------------------------------------------------------------------------------------

    def _add_names(self, group: list[str]) -> list[str]:
        """More names, one at a time, until the items differ; with by-cite also given names. Gives what stays alike."""
        most = max((total for name in group for total, _ in self.lists(name, self.shown[name])), default=0)
        least = min((count for name in group for _, count in self.lists(name, self.shown[name])[:1]), default=0)
        given = self.rules.add_given and self.rules.given_rule == BY_CITE
        remaining = self._each_clash(group, self._add_given) if given else group
        return self._more_names(remaining, least + 1, most, given)

    def _more_names(self, group: list[str], count: int, most: int, given: bool) -> list[str]:
        """One name more for items that print alike; it stays only where it tells some of them apart from others."""
        differing = self._first_difference(group) if len(group) > 1 else None
        if differing is None:
            return group
        base = {name: self.shown[name] for name in group}
        for shown in range(max(count, differing + 1), most + 1):
            for name in group:
                self.shown[name] = replace(self.shown[name], names=tuple([shown] * len(self.lists(name, self.shown[name]))))
            clashes = self._ambiguous(group)
            if given:
                clashes = [alike for clash in clashes for alike in self._ambiguous(self._add_given(clash))]
            if clashes != [group]:
                return [name for clash in clashes for name in self._more_names(clash, shown + 1, most, given)]
        self.shown.update(base)
        return group

    def _add_given(self, group: list[str]) -> list[str]:
        """Given names of the names shown, from the first on, initials before whole names, until the items differ."""
        if self._first_difference(group) is None:
            return group
        base = {name: self.shown[name] for name in group}
        lists = {name: self.lists(name, self.shown[name]) for name in group}
        width = max((sum(count for _, count in lists[name]) for name in group), default=0)
        remaining = list(group)
        for at in range(width):
            if self._same_person(remaining, lists, at):
                continue
            for level in (1, 2):
                trial = {name: _with_given(self.shown[name], lists[name], at, level) for name in remaining}
                texts = {name: self._printed(name, trial[name]) for name in remaining}
                if len(set(texts.values())) == 1:
                    continue
                for name in remaining:
                    self.shown[name] = trial[name]
                remaining = [name for name in remaining if list(texts.values()).count(texts[name]) > 1]
                base.update({name: self.shown[name] for name in remaining})
                break
            if len(remaining) < 2:
                return []
        for name in remaining:
            self.shown[name] = base[name]
        return remaining

    def _names_of(self, name: str) -> list[tuple[Name, ...]]:
        if name not in self._people:
            self._people[name] = self.names_of(name)
        return self._people[name]

    def _first_difference(self, group: Sequence[str]) -> int | None:
        """The place in a list where the names of works first differ; None if they never do, so that no name can tell them apart."""
        lists = [self._names_of(name) for name in group]
        if len({self.shown[name] for name in group}) > 1 or len({len(one) for one in lists}) > 1:
            return 0
        places = [at for columns in zip(*lists, strict=True) for at, one in enumerate(zip_longest(*columns)) if len(set(one)) > 1]
        return min(places, default=None)

    def _same_person(self, group: Sequence[str], lists: Mapping[str, list[tuple[int, int]]], at: int) -> bool:
        """Whether the works all show the same person at a place, counted through their lists."""
        if len({self.shown[name] for name in group}) > 1:
            return False
        people = (
            chain.from_iterable(names[:count] for names, (_, count) in zip(self._names_of(name), lists[name], strict=False))
            for name in group
        )
        return len({next(islice(one, at, None), None) for one in people}) == 1

    def _expand_everywhere(self) -> None:
        """Given names wherever two different people would print alike, whether or not their works do."""
        primary = self.rules.given_rule.startswith("primary-name")
        highest = 1 if self.rules.given_rule.endswith("with-initials") else 2
        people: dict[str, set[Name]] = {}
        for name in self.ids:
            for names in self._considered(name, primary):
                for person in names:
                    people.setdefault(self.short_of(person, 0), set()).add(_spelt(person))
        for name in self.ids:
            given = tuple(
                tuple(self._level(person, people, highest) if not primary or at == 0 else 0 for at, person in enumerate(names))
                for names in self._names_of(name)
            )
            self.shown[name] = replace(self.shown[name], given=given)

    def _considered(self, name: str, primary: bool) -> list[tuple[Name, ...]]:
        lists = self.lists(name, self.shown[name])
        found = []
        for names, (_, count) in zip(self._names_of(name), lists, strict=False):
            found.append(names[:1] if primary else names[:count])
        return found

    def _level(self, person: Name, people: Mapping[str, set[Name]], highest: int) -> int:
        person = _spelt(person)
        others = [other for other in people.get(self.short_of(person, 0), set()) if other != person]
        if not others:
            return 0
        mine = self.short_of(person, 1)
        if all(self.short_of(other, 1) != mine for other in others):
            return 1
        if highest == 1:
            return 1 if any(self.short_of(other, 1) != mine for other in others) else 0
        return 2 if any(self.short_of(other, 2) != self.short_of(person, 2) for other in others) else 0

    # --- condition and suffix -------------------------------------------------------------------------

    def _set_condition(self, group: list[str]) -> list[str]:
        before = {name: self.shown[name] for name in group}
        for name in group:
            self.shown[name] = replace(self.shown[name], condition=True)
        remaining = [name for clash in self._ambiguous(group) for name in clash]
        if len(remaining) == len(group):
            for name in group:
                self.shown[name] = before[name] if all(self._printed(n, before[n]) == self._printed(n) for n in group) else self.shown[name]
        return remaining

    def _add_suffixes(self, clash: list[str]) -> None:
        for at, name in enumerate(sorted(clash, key=self.ids.index)):
            self.shown[name] = replace(self.shown[name], year_suffix=letters(at))


def _spelt(person: Name) -> Name:
    """A person whatever the spacing of the initials: "J. J." is "J.J."."""
    return replace(person, given=re.sub(r"(?<=\.)(?=\w)", " ", person.given))


def _with_given(shown: Shown, lists: Sequence[tuple[int, int]], at: int, level: int) -> Shown:
    """The names so shown, with one more of them expanded; `at` counts through all lists."""
    given: list[tuple[int, ...]] = []
    for number, (_, count) in enumerate(lists):
        have = list(shown.given[number]) if number < len(shown.given) else []
        have += [0] * (count - len(have))
        if 0 <= at < count:
            have[at] = level
        at -= count
        given.append(tuple(have))
    return replace(shown, given=tuple(given))


def letters(number: int) -> str:
    """0 is a, 25 is z, 26 is aa."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
