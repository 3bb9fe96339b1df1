"""The language of `when` and `{% if %}`: read, check, decide, explain.

A condition is true, false or unknown (None): a fact that is not given makes what hangs on it unknown, and
`false and unknown` is false, `true or unknown` is true (Kleene's logic).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.model.conditions import Among, And, Compare, Condition, Literal, Not, Operand, Or, Path, Value
from briefkit.model.facts import FactNode, Given, Record, Records
from briefkit.source import Source, Span

MAX_LENGTH = 2000
MAX_NESTING = 50
MAX_AMONG = 2  # any(…) within any(…); each level asks every record again
MAX_STEPS = 300_000  # of deciding, for all the conditions that share a budget
MAX_EXPLAINED = 10_000  # of looking for the reason of one answer

_TOKEN = re.compile(
    r"""\s*(?:(?P<date>\d{4}-\d{2}-\d{2})|(?P<number>-?\d+(?:\.\d+)?)|(?P<text>"[^"\n]*"|'[^'\n]*'|“[^”\n]*”)"""
    r"""|(?P<operator>==|!=|<=|>=|<|>)|(?P<mark>[(),])|(?P<path>[^\W\d]\w*(?:\.[^\W\d]\w*)*)|(?P<other>\S))"""
)
_RESERVED = {"and", "or", "not", "in", "true", "false", "any", "all"}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


class _Stop(Exception):
    """Reading cannot go on; carries the diagnostic."""

    def __init__(self, problem: Diagnostic) -> None:
        self.problem = problem


def read_condition(span: Span) -> Checked[Condition | None]:
    """The condition written in a span. Problems: `condition-syntax`, `bad-date`."""
    try:
        return Checked(_Reader(span).whole())
    except _Stop as stop:
        return Checked(None, (stop.problem,))


class _Reader:
    """Recursive descent: or < and < not < comparison < path, literal, parentheses."""

    def __init__(self, span: Span) -> None:
        self.source, self.end = span.source, span.end
        if span.end - span.start > MAX_LENGTH:
            raise self._stop("The condition is too long.", span.start, span.end, f"keep it under {MAX_LENGTH} characters")
        self.tokens = list(_tokens(span))
        self.at = 0
        self.depth = self.among = 0

    def whole(self) -> Condition:
        condition = self._either()
        token = self._peek()
        if token.kind != "end":
            raise self._unexpected(token, "“and”, “or” or the end")
        return condition

    def _either(self) -> Condition:
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise self._stop("The condition nests too deep.", self._peek().start, self.end, "split it into clauses of their own")
        left = self._both()
        while self._take("or"):
            right = self._both()
            left = Or(left, right, self._span(left, right))
        self.depth -= 1
        return left

    def _both(self) -> Condition:
        left = self._negated()
        while self._take("and"):
            right = self._negated()
            left = And(left, right, self._span(left, right))
        return left

    def _negated(self) -> Condition:
        start = self._peek().start
        negations = 0
        while self._take("not"):
            negations += 1
        condition = self._comparison()
        return Not(condition, self.source.span(start, condition.span.end)) if negations % 2 else condition

    def _comparison(self) -> Condition:
        if self._take("("):
            condition = self._either()
            self._expect(")")
            return condition
        if self._peek().text in {"any", "all"} and self._peek(1).text == "(":
            return self._among()
        left = self._operand()
        token = self._peek()
        if token.kind != "operator" and token.text != "in":
            return left
        self.at += 1
        right = self._operand()
        return Compare(left, token.text, right, self._span(left, right))

    def _among(self) -> Condition:
        word = self._next()
        self._expect("(")
        records = self._operand()
        if not isinstance(records, Path):
            raise self._stop(f"“{word.text}” looks through a list of records.", records.span.start, records.span.end, "any(measures, …)")
        self._expect(",")
        self.among += 1
        if self.among > MAX_AMONG:
            raise self._stop("“any” and “all” nest too deep here.", word.start, word.end, "at most any(…, any(…))")
        condition = self._either()
        self.among -= 1
        close = self._expect(")")
        return Among(word.text, records, condition, self.source.span(word.start, close.end))

    def _operand(self) -> Operand:
        token = self._next()
        span = self.source.span(token.start, token.end)
        match token.kind:
            case "text":
                return Literal(token.text[1:-1], span)
            case "number":
                return Literal(float(token.text) if "." in token.text else int(token.text), span)
            case "date":
                return Literal(self._day(token), span)
            case "path" if token.text in {"true", "false"}:
                return Literal(token.text == "true", span)
            case "path" if token.text not in _RESERVED:
                return Path(tuple(token.text.split(".")), span)
        raise self._unexpected(token, "a fact, a number, a date or a text in quotation marks")

    def _day(self, token: _Token) -> date:
        try:
            return date.fromisoformat(token.text)
        except ValueError:
            span = self.source.span(token.start, token.end)
            raise _Stop(diagnose("bad-date", f"“{token.text}” is not a day of the calendar.", span, "dates are YYYY-MM-DD")) from None

    def _peek(self, ahead: int = 0) -> _Token:
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def _next(self) -> _Token:
        token = self._peek()
        self.at += 1
        return token

    def _take(self, text: str) -> bool:
        token = self._peek()
        found = token.text == text and token.kind in {"path", "mark"}
        self.at += found
        return found

    def _expect(self, text: str) -> _Token:
        token = self._next()
        if token.text != text or token.kind != "mark":
            raise self._unexpected(token, f"“{text}”")
        return token

    def _span(self, left: Condition | Operand, right: Condition | Operand) -> Span:
        return self.source.span(left.span.start, right.span.end)

    def _unexpected(self, token: _Token, wanted: str) -> _Stop:
        found = f"“{token.text}”" if token.kind != "end" else "the end"
        hint = "compare with ==" if token.text == "=" else "for example: measure.type == \"fine\" and org.foreign_funding"
        return self._stop(f"Here {wanted} is expected, not {found}.", token.start, token.end, hint)

    def _stop(self, message: str, start: int, end: int, hint: str) -> _Stop:
        return _Stop(diagnose("condition-syntax", message, self.source.span(start, end), hint))


def _tokens(span: Span) -> Iterator[_Token]:
    at = span.start
    while (found := _TOKEN.match(span.source.text, at, span.end)) is not None:
        kind = found.lastgroup or "other"
        yield _Token(kind, found[kind], found.start(kind), found.end(kind))
        at = found.end()
    yield _Token("end", "", span.end, span.end)


# --- looking through a condition -------------------------------------------------------------------


def paths_in(condition: Condition) -> Iterator[Path]:
    """Every fact that a condition names; within any(…) and all(…) a field counts under its list's name."""
    match condition:
        case Path():
            yield condition
        case Literal():
            return
        case Not():
            yield from paths_in(condition.condition)
        case And() | Or() | Compare():
            yield from paths_in(condition.left)
            yield from paths_in(condition.right)
        case Among():
            yield condition.records
            for path in paths_in(condition.condition):
                yield _qualified(condition.records, path)
        case _:
            assert_never(condition)


def _qualified(records: Path, path: Path) -> Path:
    """A field under its list's name; the innermost list counts, so what has one already keeps it."""
    return path if path.names != tuple(path.span.text.split(".")) else Path((*records.names, *path.names), path.span)


def _under(records: Path, operand: Operand) -> Operand:
    return _qualified(records, operand) if isinstance(operand, Path) else operand


def amongs_in(condition: Condition) -> Iterator[Among]:
    """Every any(…) and all(…) within a condition."""
    match condition:
        case Among():
            yield condition
            yield from amongs_in(condition.condition)
        case Not():
            yield from amongs_in(condition.condition)
        case And() | Or():
            yield from amongs_in(condition.left)
            yield from amongs_in(condition.right)
        case Path() | Literal() | Compare():
            return
        case _:
            assert_never(condition)


def comparisons_in(condition: Condition) -> Iterator[Compare]:
    """Every comparison within a condition; within any(…) and all(…) a field counts under its list's name."""
    match condition:
        case Compare():
            yield condition
        case Not():
            yield from comparisons_in(condition.condition)
        case Among():
            for inner in comparisons_in(condition.condition):
                left, right = (_under(condition.records, operand) for operand in (inner.left, inner.right))
                yield replace(inner, left=left, right=right)
        case And() | Or():
            yield from comparisons_in(condition.left)
            yield from comparisons_in(condition.right)
        case Path() | Literal():
            return
        case _:
            assert_never(condition)


# --- deciding --------------------------------------------------------------------------------------

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


def whole_text(text: str) -> Span:
    """A condition that stands alone, for callers without a file."""
    source = Source("condition", text)
    return source.span(0, len(text))
