"""A condition explained: the facts on which it rests, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from briefkit.conditions.deciding import Budget, Scopes, decide, look_up
from briefkit.model.conditions import Among, And, Compare, Condition, Literal, Not, Or, Path, Value
from briefkit.model.facts import Given, Records

MAX_EXPLAINED = 10_000  # of looking for the reason of one answer


def settle(condition: Condition, absent: Callable[[Path], bool]) -> Condition:
    """The condition with each fact that stands alone and is absent taken as false: by itself a name asks whether there is such a fact."""
    match condition:
        case Path():
            return Literal(False, condition.span) if absent(condition) else condition
        case Not():
            return replace(condition, condition=settle(condition.condition, absent))
        case And() | Or():
            return replace(condition, left=settle(condition.left, absent), right=settle(condition.right, absent))
        case Literal() | Compare() | Among():
            return condition
        case _:
            assert_never(condition)


def explain(condition: Condition, scopes: Scopes) -> str:
    """The facts on which a condition rests, with their values, in words: “measure.type is fine”."""
    return " and ".join(dict.fromkeys(_states(condition, scopes)))


def _states(condition: Condition, scopes: Scopes) -> Iterator[str]:
    match condition:
        case Path():
            yield _state(condition, scopes)
        case Not():
            yield from _states(condition.condition, scopes)
        case And() | Or() | Compare():
            yield from _states(condition.left, scopes)
            yield from _states(condition.right, scopes)
        case Among():
            budget = Budget(MAX_EXPLAINED)
            silent = look_up(condition.records, scopes) is not None and decide(condition, scopes, budget) is None and not budget.spent
            yield _state(condition.records, scopes) + (", not all of which say what is asked" if silent else "")
        case Literal():
            return
        case _:
            assert_never(condition)


def _state(path: Path, scopes: Scopes) -> str:
    node = look_up(path, scopes)
    if node is None:
        return f"{path} is not given"
    if isinstance(node, Given):
        return f"{path} is {_spoken(node.value)}"
    return f"{path} holds {len(node.items)}" if isinstance(node, Records) else f"{path} is given"


def _spoken(value: Value | tuple[Value, ...]) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value) or "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"“{value}”" if isinstance(value, str) else str(value)
