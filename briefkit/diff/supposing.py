"""Facts supposed: every combination that can make a difference to two conditions, from the values that a library declares.

A condition only tells apart the values that it names. So a choice is supposed with each value named and one that is not, a number and a
date around each that is named, a list of records with none, one and two of them; and every fact as not given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, combinations_with_replacement, pairwise, product
from math import gcd, prod
from typing import assert_never

from briefkit.model.conditions import Among, And, Compare, Condition, Literal, Not, Or, Path, Value
from briefkit.model.facts import FactDeclaration, FactNode, Given, Record, Records, Scalar, Vocabulary
from briefkit.model.naming import AUDIENCES, LANGUAGES, TONES
from briefkit.source import Source, Span

MOST = 20_000  # combinations that are all tried
SPREAD = 4_000  # of more than that, so many are tried, spread evenly
MOST_RECORDS = 40  # different records that are supposed in one list
OTHER = "another"  # a text, or a member of a list, that no condition names
_ALWAYS = {"tone": TONES, "audience": AUDIENCES, "language": LANGUAGES}  # facts that every document has, with all their values
_NOWHERE = Span(Source("", ""), 0, 0)

Names = tuple[str, ...]


@dataclass(slots=True)
class Asked:
    """A fact that conditions ask for: the values it is compared with, or for a list of records the facts of each record."""

    names: Names
    declared: FactDeclaration | None
    literals: list[Value] = field(default_factory=list)
    beside_facts: bool = False  # compared with another fact
    is_list: bool = False
    fields: dict[Names, Asked] = field(default_factory=dict)

    @property
    def type(self) -> str:
        if self.declared:
            return self.declared.type
        kinds = {bool: "yes-no", int: "money", float: "money", date: "date"}
        return next((kinds[type(one)] for one in self.literals if type(one) in kinds), "text" if self.literals else "yes-no")


def asked_in(conditions: Iterable[Condition], vocabulary: Vocabulary) -> dict[Names, Asked]:
    """The facts that conditions ask for, each once."""
    found: dict[Names, Asked] = {}
    for condition in conditions:
        _ask(condition, (found,), (), vocabulary)
    return found


Levels = tuple[dict[Names, Asked], ...]  # where a name may belong, the innermost list of records first


def _ask(condition: Condition, levels: Levels, lists: Names, vocabulary: Vocabulary) -> None:
    match condition:
        case Path():
            _fact(condition, levels, lists, vocabulary)
        case Literal():
            return
        case Not():
            _ask(condition.condition, levels, lists, vocabulary)
        case And() | Or():
            _ask(condition.left, levels, lists, vocabulary)
            _ask(condition.right, levels, lists, vocabulary)
        case Compare():
            _compared(condition, levels, lists, vocabulary)
        case Among():
            records = _fact(condition.records, levels, lists, vocabulary)
            records.is_list = True
            _ask(condition.condition, (records.fields, *levels), condition.records.names, vocabulary)
        case _:
            assert_never(condition)


def _compared(condition: Compare, levels: Levels, lists: Names, vocabulary: Vocabulary) -> None:
    facts = [_fact(one, levels, lists, vocabulary) for one in (condition.left, condition.right) if isinstance(one, Path)]
    for fact in facts:
        fact.literals += [one.value for one in (condition.left, condition.right) if isinstance(one, Literal)]
        fact.beside_facts |= len(facts) > 1


def _fact(path: Path, levels: Levels, lists: Names, vocabulary: Vocabulary) -> Asked:
    """The fact that a path names: a field of the records asked about, unless only the case at large has one of this name."""
    is_field = bool(lists) and (vocabulary.find((*lists, *path.names)) is not None or not vocabulary.knows(path.names))
    level = levels[0] if is_field else levels[-1]
    declared = vocabulary.find((*lists, *path.names)) if is_field else vocabulary.find(path.names)
    fact = level.setdefault(path.names, Asked(path.names, declared))
    fact.is_list |= declared is not None and declared.type == "records"
    return fact


# --- values -----------------------------------------------------------------------------------------

Supposed = tuple[FactNode | None, ...]  # the values of a fact; None is for one that is not given


@dataclass(frozen=True, slots=True)
class Suppositions:
    """The facts and the values supposed of each; `is_whole` tells whether any combination of facts decides as one of these."""

    facts: tuple[Names, ...]
    values: tuple[Supposed, ...]
    is_whole: bool

    def __iter__(self) -> Iterator[tuple[FactNode | None, ...]]:
        total = prod(len(values) for values in self.values)
        if total <= MOST:
            yield from product(*self.values)
            return
        step = round(total * 0.618)  # spreads them evenly, and is the same each time
        while gcd(step, total) != 1:
            step += 1
        for number in range(SPREAD):
            yield self._at(number * step % total)

    def _at(self, index: int) -> tuple[FactNode | None, ...]:
        chosen: list[FactNode | None] = []
        for values in self.values:
            index, at = divmod(index, len(values))
            chosen.append(values[at])
        return tuple(chosen)


def suppose(facts: Iterable[Asked]) -> Suppositions:
    """The values of each fact that conditions can tell apart."""
    facts = tuple(facts)
    pool = _Pool.of(facts)
    values = tuple(_values(one, pool) for one in facts)
    exact = all(whole for _, whole in values) and prod(len(some) for some, _ in values) <= MOST
    return Suppositions(tuple(one.names for one in facts), tuple(some for some, _ in values), exact)


@dataclass(frozen=True, slots=True)
class _Pool:
    """The numbers and days that all facts are supposed to have, so that facts compared with each other meet."""

    wholes: tuple[int, ...]
    numbers: tuple[float, ...]
    days: tuple[date, ...]

    @classmethod
    def of(cls, facts: Iterable[Asked]) -> _Pool:
        every = list(_every(facts))
        literals = [one for fact in every for one in fact.literals]
        numbers = sorted({one for one in literals if isinstance(one, int | float) and not isinstance(one, bool)} | {0})
        days = sorted({one for one in literals if isinstance(one, date)}) or [date(2026, 1, 1)]
        reach = 2 if any(fact.beside_facts for fact in every) else 1
        wholes = {round(one) + by for one in numbers for by in range(-reach, reach + 1)}
        between = {(one + other) / 2 for one, other in pairwise(numbers)} | {one + 0.5 for one in numbers}
        near = {_later(day, by) for day in days for by in range(-reach, reach + 1)}
        return cls(
            tuple(sorted(one for one in wholes if one >= 0)),
            tuple(sorted(one for one in {*numbers, *between, *wholes} if one >= numbers[0])),
            tuple(sorted(near)),
        )


def _later(day: date, by: int) -> date:
    try:
        return day + timedelta(by)
    except OverflowError:  # the first day of the calendar, or its last
        return day


def _every(facts: Iterable[Asked]) -> Iterator[Asked]:
    for fact in facts:
        yield fact
        yield from _every(fact.fields.values())


def _values(fact: Asked, pool: _Pool) -> tuple[Supposed, bool]:
    if fact.is_list:
        return _lists(fact, pool)
    given = tuple(Given(value, fact.type, ".".join(fact.names), _NOWHERE) for value in _scalars(fact, pool))
    return (given if fact.names[0] in _ALWAYS and len(fact.names) == 1 else (*given, None)), True


def _scalars(fact: Asked, pool: _Pool) -> Iterable[Scalar | tuple[Scalar, ...]]:
    texts = list(dict.fromkeys(one for one in fact.literals if isinstance(one, str)))
    if fact.names[0] in _ALWAYS and len(fact.names) == 1:
        return _ALWAYS[fact.names[0]]
    match fact.type:
        case "yes-no":
            return (True, False)
        case "count":
            return pool.wholes
        case "money":
            return pool.numbers
        case "date":
            return pool.days
        case "list":
            return _subsets(texts)
        case "choice" if fact.declared:
            choices = [value for value, _ in fact.declared.choices]
            others = [one for one in choices if one not in texts]
            return (*texts, *(others if fact.beside_facts else others[:1]))
        case _:
            return (*texts, OTHER)


def _subsets(texts: list[str]) -> Iterator[tuple[Scalar, ...]]:
    yield (OTHER,)
    for size in range(1, len(texts) + 1):
        if len(texts) <= 4 or size in (1, 2, len(texts)):
            yield from combinations(texts, size)


def _lists(fact: Asked, pool: _Pool) -> tuple[Supposed, bool]:
    """Lists of none, one and two records; two are enough for any two questions that each ask for one record."""
    inner = suppose_records(fact, pool)
    few = inner[:MOST_RECORDS]
    lists = ((), *((one,) for one in few), *combinations_with_replacement(few, 2))
    return (*(Records(items) for items in lists), None), len(few) == len(inner)


def suppose_records(fact: Asked, pool: _Pool) -> tuple[Record, ...]:
    """The different records that a list may hold."""
    names = tuple(fact.fields)
    values = [_values(one, pool)[0] for one in fact.fields.values()]
    found: list[Record] = []
    for chosen in product(*values):
        found.append(as_record(zip(names, chosen, strict=True)))
        if len(found) > MOST_RECORDS:
            break
    return tuple(found)


def as_record(values: Iterable[tuple[Names, FactNode | None]]) -> Record:
    """Facts by their paths as the record that conditions look them up in; what is not given is left out."""
    here: dict[str, FactNode] = {}
    below: dict[str, list[tuple[Names, FactNode | None]]] = {}
    for names, value in values:
        if len(names) == 1 and value is not None:
            here[names[0]] = value
        elif len(names) > 1:
            below.setdefault(names[0], []).append((names[1:], value))
    for name, inner in below.items():
        record = as_record(inner)
        if record.entries:
            here[name] = record
    return Record(tuple(here.items()))
