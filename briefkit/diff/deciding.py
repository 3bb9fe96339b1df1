"""Two conditions compared by what they decide: where one holds and the other does not, with the facts that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefkit.conditions import decide
from briefkit.diff.supposing import Names, as_record, asked_in, suppose
from briefkit.model.conditions import Condition
from briefkit.model.facts import FactNode, Given, Record, Records, Vocabulary

Example = tuple[str, ...]  # facts as a case gives them: “org.foreign_funding: yes”


@dataclass(frozen=True, slots=True)
class Verdict:
    """Facts with which only the new condition holds, and facts with which only the old one does; None where none were found.

    `is_proved` tells whether every combination of facts was tried. A condition that hangs on a fact that is not given does not hold.
    """

    gained: Example | None
    lost: Example | None
    is_proved: bool


def decide_both(old: Condition | None, new: Condition | None, vocabulary: Vocabulary) -> Verdict:
    """What changes between two conditions; None is for one that always holds."""
    asked = asked_in([one for one in (old, new) if one is not None], vocabulary)
    supposed = suppose(asked.values())
    found: dict[bool, tuple[tuple[bool, int], Example]] = {}
    for values in supposed:
        facts = tuple(zip(supposed.facts, values, strict=True))
        scopes = (as_record(facts),)
        before, after = (condition is None or decide(condition, scopes) is True for condition in (old, new))
        if before != after:
            rank = _rank(values)
            if after not in found or rank < found[after][0]:
                found[after] = rank, _example(facts)
    gained, lost = (found[after][1] if after in found else None for after in (True, False))
    return Verdict(gained, lost, supposed.is_whole)


def _rank(values: Iterable[FactNode | None]) -> tuple[bool, int]:
    """The telling examples first: those with few facts, but with one at least."""
    given = sum(value is not None for value in values)
    return given == 0, given


def _example(facts: Iterable[tuple[Names, FactNode | None]]) -> Example:
    return tuple(f"{'.'.join(names)}: {_written(value)}" for names, value in facts if value is not None)


def _written(node: FactNode) -> str:
    """A fact as a person writes it into a case."""
    match node:
        case Given():
            value = node.value
            return f"[{', '.join(map(_scalar, value))}]" if isinstance(value, tuple) else _scalar(value)
        case Record():
            return "{" + ", ".join(f"{name}: {_written(value)}" for name, value in node.entries) + "}"
        case Records():
            return "[" + ", ".join(map(_written, node.items)) + "]"


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)
