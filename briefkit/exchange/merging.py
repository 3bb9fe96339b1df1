"""Items against what is there already: which are new, which differ, which cannot be taken, and why."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.exchange.incoming import Incoming
from briefkit.exchange.names import author_of, citable, made
from briefkit.exchange.tidy import differing, tidied
from briefkit.messages import NOTHING, Message, say
from briefkit.model.libraries import Authority


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an item (added, replaced, changed, unchanged, refused), under which id, and why; `earlier` has this id already."""

    what: str
    id: str
    item: Incoming
    why: Message = NOTHING
    earlier: Authority | None = None

    @property
    def csl(self) -> dict[str, Any]:
        """The data to write."""
        kept = {name: value for name, value in self.item.csl.items() if name != "citation-key" or value != self.id}
        return {"id": self.id, "type": kept["type"], **kept}


def merge(
    items: Iterable[Incoming],
    known: Mapping[str, Authority],
    fixed: Collection[str] = (),
    taken: Collection[str] = (),
    replacing: bool = False,
) -> tuple[Outcome, ...]:
    """What becomes of each item.

    `known` is what is there by its id; of it, `fixed` cannot be changed from here. `taken` are ids of other things, such as exhibits.
    """
    merger = _Merger(dict(known), fixed, taken, replacing)
    return tuple(merger.outcome(item) for item in items)


class _Merger:
    def __init__(self, known: dict[str, Authority], fixed: Collection[str], taken: Collection[str], replacing: bool) -> None:
        self.known, self.fixed, self.taken, self.replacing = known, fixed, taken, replacing
        self.met: dict[str, Incoming] = {}
        self.named = {*known, *taken}
        self.works = {_data(one.csl) if one.id in fixed else _work(one.csl): one.id for one in known.values()}

    def outcome(self, item: Incoming) -> Outcome:
        errors = [problem for problem in item.problems if problem.is_error]
        if errors:
            return Outcome("refused", item.given, item, errors[0].message)
        name, why = self._name(item)
        if name in self.met:
            return self._again(name, item)
        outcome = self._judged(name, item, why)
        if outcome.what != "refused":
            self.met[name] = item
            self.named.add(name)
            self.works.setdefault(_data(item.csl), name)
        return outcome

    def _name(self, item: Incoming) -> tuple[str, Message]:
        """The id that an item gets, and the reason if it is not the file's."""
        given = [str(item.csl.get("citation-key") or ""), item.given]
        if name := next((one for one in given if citable(one)), ""):
            return name, NOTHING if name == item.given else say("its citation key")
        name = self.works.get(_work(item.csl)) or self.works.get(_data(item.csl)) or made(item.csl, self.named)
        if item.given:
            return name, say("an id of author, year and title: “{id}” cannot be cited", id=item.given)
        return name, say("an id of author, year and title: the file gives none")

    def _again(self, name: str, item: Incoming) -> Outcome:
        if not differing(self.met[name].csl, item.csl):
            return Outcome("unchanged", name, item, say("it stands in the file twice"))
        return self._refused(name, item, say("The file gives the id “{id}” to two items.", id=name), say("give one of them another id"))

    def _judged(self, name: str, item: Incoming, why: Message) -> Outcome:
        earlier = self.known.get(name)
        if name in self.taken:
            return self._refused(name, item, say("An exhibit of the case has the id “{id}”.", id=name), _ANOTHER_ID)
        if earlier is None:
            return Outcome("added", name, item, why)
        names = [one for one in differing(earlier.csl, item.csl) if one != "citation-key"]
        if not names:
            return Outcome("unchanged", name, item, NOTHING, earlier)
        if name in self.fixed:
            said = say("The library has another “{id}” already: {differing}.", id=name, differing=_differing(names))
            return self._refused(name, item, said, _ANOTHER_ID)
        return Outcome("replaced" if self.replacing else "changed", name, item, _differing(names), earlier)

    @staticmethod
    def _refused(name: str, item: Incoming, said: Message, hint: Message) -> Outcome:
        problem: Diagnostic = diagnose("duplicate-id", said, item.span, hint)
        return Outcome("refused", name, replace(item, problems=(*item.problems, problem)), said)


_ANOTHER_ID = say("give the item another id")


def _differing(names: Collection[str]) -> Message:
    variables = ", ".join(names)
    return say("{variable} differs", variable=variables) if len(names) == 1 else say("{variables} differ", variables=variables)


def _work(csl: Mapping[str, Any]) -> str:
    """What tells two works apart: an item whose id had to be made is known by it when it comes again."""
    told = [str(csl.get("type", "")), author_of(csl), str(csl.get("title", "")).casefold(), tidied(csl).get("issued")]
    return json.dumps(told, sort_keys=True)


def _data(csl: Mapping[str, Any]) -> str:
    """All of an item's data: what cannot be changed from here is the same only if all of it is."""
    return json.dumps(tidied(csl), sort_keys=True)
