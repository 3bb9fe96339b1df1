"""A condition decided: true, false, or unknown where it hangs on a fact that is not given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from briefkit.model.conditions import Among, And, Compare, Condition, Literal, Not, Operand, Or, Path, Value
from briefkit.model.facts import FactNode, Given, Record, Records

MAX_STEPS = 300_000  # of deciding, for all the conditions that share a budget

Scopes = tuple[Record, ...]  # where names are looked up, innermost first


def look_up(path: Path, scopes: Scopes) -> FactNode | None:
    """The fact that a path names, in the innermost scope that knows its first name; None if it is not given."""
    for scope in scopes:
        node: FactNode | None = scope.get(path.names[0])
        if node is None:
            continue
        for name in path.names[1:]:
            node = node.get(name) if isinstance(node, Record) else None
        return node
    return None


@dataclass(slots=True)
class Budget:
    """How many steps of deciding may still be taken."""

    steps: int = MAX_STEPS

    @property
    def spent(self) -> bool:
        return self.steps < 0


def decide(condition: Condition, scopes: Scopes, budget: Budget | None = None) -> bool | None:
    """True, false, or None where it hangs on a fact that is not given, or the budget is spent."""
    budget = budget or Budget()
    budget.steps -= 1
    match condition:
        case Compare():
            return _compare(condition, scopes)
        case Path():
            return _given(look_up(condition, scopes))
        case Literal():
            return bool(condition.value)
        case Not():
            inner = decide(condition.condition, scopes, budget)
            return None if inner is None else not inner
        case And():
            return _both(decide(condition.left, scopes, budget), decide(condition.right, scopes, budget))
        case Or():
            return _either(decide(condition.left, scopes, budget), decide(condition.right, scopes, budget))
        case Among():
            return _among(condition, scopes, budget)
        case _:
            assert_never(condition)


def _both(left: bool | None, right: bool | None) -> bool | None:
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def _either(left: bool | None, right: bool | None) -> bool | None:
    if left or right:
        return True
    return None if left is None or right is None else False


def _given(node: FactNode | None) -> bool | None:
    match node:
        case None:
            return None
        case Given():
            return bool(node.value) or isinstance(node.value, date)
        case Record():
            return bool(node.entries)
        case Records():
            return bool(node.items)
        case _:
            assert_never(node)


def _compare(condition: Compare, scopes: Scopes) -> bool | None:
    left, right = _value(condition.left, scopes), _value(condition.right, scopes)
    if left is None or right is None:
        return None
    if condition.operator == "in":
        return left in right if isinstance(right, tuple) else left == right
    if condition.operator in {"==", "!="}:
        same = left in right if isinstance(right, tuple) else right in left if isinstance(left, tuple) else left == right
        return same == (condition.operator == "==")
    return _ordered(left, condition.operator, right)


_ORDERS: dict[str, Callable[[int], bool]] = {
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
}


def _ordered(left: object, operator: str, right: object) -> bool | None:
    """Numbers against numbers, dates against dates; anything else has no order, so it stays unknown."""
    if isinstance(left, date) and isinstance(right, date):
        return _ORDERS[operator]((left > right) - (left < right))
    if isinstance(left, int | float) and isinstance(right, int | float):
        return _ORDERS[operator]((left > right) - (left < right))
    return None


def _value(operand: Operand, scopes: Scopes) -> Value | tuple[Value, ...] | None:
    if isinstance(operand, Literal):
        return operand.value
    node = look_up(operand, scopes)
    return node.value if isinstance(node, Given) else None


def _among(condition: Among, scopes: Scopes, budget: Budget) -> bool | None:
    records = look_up(condition.records, scopes)
    if not isinstance(records, Records):
        return None
    settles = condition.word == "any"  # the answer of one record that settles the whole
    answer: bool | None = not settles
    for item in records.items:
        one = decide(condition.condition, (item, *scopes), budget)
        if budget.spent:
            return None
        if one is settles:
            return settles
        answer = None if one is None else answer
    return answer
