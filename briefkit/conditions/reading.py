"""A condition read: text into its syntax tree, each part with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import Message, say, verbatim
from briefkit.model.conditions import Among, And, Compare, Condition, Literal, Not, Operand, Or, Path
from briefkit.source import Source, Span

MAX_LENGTH = 2000
MAX_NESTING = 50
MAX_AMONG = 2  # any(…) within any(…); each level asks every record again

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
            hint = say("keep it under {number} characters", number=MAX_LENGTH)
            raise self._stop(say("The condition is too long."), span.start, span.end, hint)
        self.tokens = list(_tokens(span))
        self.at = 0
        self.depth = self.among = 0

    def whole(self) -> Condition:
        condition = self._either()
        token = self._peek()
        if token.kind != "end":
            raise self._unexpected(token, say("“and”, “or” or the end"))
        return condition

    def _either(self) -> Condition:
        self.depth += 1
        if self.depth > MAX_NESTING:
            hint = say("split it into clauses of their own")
            raise self._stop(say("The condition nests too deep."), self._peek().start, self.end, hint)
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
            said = say("“{word}” looks through a list of records.", word=word.text)
            raise self._stop(said, records.span.start, records.span.end, verbatim("any(measures, …)"))
        self._expect(",")
        self.among += 1
        if self.among > MAX_AMONG:
            raise self._stop(say("“any” and “all” nest too deep here."), word.start, word.end, say("at most any(…, any(…))"))
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
        raise self._unexpected(token, say("a fact, a number, a date or a text in quotation marks"))

    def _day(self, token: _Token) -> date:
        try:
            return date.fromisoformat(token.text)
        except ValueError:
            span = self.source.span(token.start, token.end)
            raise _Stop(
                diagnose("bad-date", say("“{text}” is not a day of the calendar.", text=token.text), span, say("dates are YYYY-MM-DD"))
            ) from None

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
            raise self._unexpected(token, say("“{text}”", text=text))
        return token

    def _span(self, left: Condition | Operand, right: Condition | Operand) -> Span:
        return self.source.span(left.span.start, right.span.end)

    def _unexpected(self, token: _Token, wanted: Message) -> _Stop:
        hint = say("compare with ==") if token.text == "=" else say('for example: measure.type == "fine" and org.foreign_funding')
        said = (
            say("Here {wanted} is expected, not the end.", wanted=wanted)
            if token.kind == "end"
            else say("Here {wanted} is expected, not “{found}”.", wanted=wanted, found=token.text)
        )
        return self._stop(said, token.start, token.end, hint)

    def _stop(self, message: Message, start: int, end: int, hint: Message) -> _Stop:
        return _Stop(diagnose("condition-syntax", message, self.source.span(start, end), hint))


def _tokens(span: Span) -> Iterator[_Token]:
    at = span.start
    while (found := _TOKEN.match(span.source.text, at, span.end)) is not None:
        kind = found.lastgroup or "other"
        yield _Token(kind, found[kind], found.start(kind), found.end(kind))
        at = found.end()
    yield _Token("end", "", span.end, span.end)


def whole_text(text: str) -> Span:
    """A condition that stands alone, for callers without a file."""
    source = Source("condition", text)
    return source.span(0, len(text))
