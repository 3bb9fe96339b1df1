"""A condition explained: the facts on which it rests, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from briefkit.conditions.deciding import Budget, Scopes, decide, look_up
from briefkit.messages import NOTHING, Message, say
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


def explain(condition: Condition, scopes: Scopes) -> Message:
    """The facts on which a condition rests, with their values, in words: “measure.type is fine”; nothing where it rests on none."""
    return _joined(tuple(dict.fromkeys(_states(condition, scopes))))


def _joined(states: Sequence[Message]) -> Message:
    """“a”, “a and b”, “a and b and c”; by halves, so that many are not nested too deep."""
    if len(states) < 2:
        return states[0] if states else NOTHING
    half = len(states) // 2
    return say("{others} and {last}", others=_joined(states[:half]), last=_joined(states[half:]))


def _states(condition: Condition, scopes: Scopes) -> Iterator[Message]:
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
            state = _state(condition.records, scopes)
            yield say("{records}, not all of which say what is asked", records=state) if silent else state
        case Literal():
            return
        case _:
            assert_never(condition)


def _state(path: Path, scopes: Scopes) -> Message:
    node, fact = look_up(path, scopes), str(path)
    if node is None:
        return say("{fact} is not given", fact=fact)
    if isinstance(node, Given):
        return _valued(fact, node.value)
    return (
        say("{fact} holds {number}", fact=fact, number=len(node.items)) if isinstance(node, Records) else say("{fact} is given", fact=fact)
    )


def _valued(fact: str, value: Value | tuple[Value, ...]) -> Message:
    match value:
        case ():
            return say("{fact} is empty", fact=fact)
        case tuple():
            return say("{fact} is {value}", fact=fact, value=", ".join(str(one) for one in value))
        case bool():
            return say("{fact} is true", fact=fact) if value else say("{fact} is false", fact=fact)
        case str():
            return say("{fact} is “{value}”", fact=fact, value=value)
        case _:
            return say("{fact} is {value}", fact=fact, value=value)
