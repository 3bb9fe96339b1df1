"""YAML into values that remember their place. JSON is read as the YAML that it is.

Scalars are read as YAML 1.2's core schema has them, with ISO dates besides: `no` and `on` stay words. Anchors,
aliases and tags are refused, so that a file is what it looks like and cannot grow when it is read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import Message, say, verbatim
from briefkit.source import Source, Span, first_private_use

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 60

_WORDS = {"true": True, "True": True, "false": False, "False": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_MAY_MARK = re.compile("[&*!]")  # without one of these there is no anchor, alias or tag
_PAIR_LENGTH = 12  # the characters of such a pair
# What the YAML library says, so that it can be said in other languages; what is not listed is said as the library has it.
_SYNTAX = {
    str(one): one
    for one in (
        say("block sequence entries are not allowed in this context"),
        say("but found another document"),
        say("control characters are not allowed"),
        say("could not find expected ':'"),
        say("did not find expected <document start>"),
        say("did not find expected ',' or ']'"),
        say("did not find expected ',' or '}'"),
        say("did not find expected '-' indicator"),
        say("did not find expected alphabetic or numeric character"),
        say("did not find expected comment or line break"),
        say("did not find expected hexdecimal number"),
        say("did not find expected key"),
        say("did not find expected node content"),
        say("did not find expected whitespace or line break"),
        say("found a tab character that violates indentation"),
        say("found a tab character where an indentation space is expected"),
        say("found character that cannot start any token"),
        say("found undefined tag handle"),
        say("found unexpected ':'"),
        say("found unexpected document indicator"),
        say("found unexpected end of stream"),
        say("found unknown directive name"),
        say("found unknown escape character"),
        say("mapping keys are not allowed in this context"),
        say("mapping values are not allowed in this context"),
        say("special characters are not allowed"),
        say("the text is not well formed"),
    )
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar; `text` is what the user wrote, `value` what it means."""

    value: str | int | float | bool | date | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping; each key once. The look-ups give None, or nothing, for what is absent or of another kind."""

    entries: tuple[tuple[Leaf, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        return next((node for leaf, node in self.entries if leaf.text == key), None)

    def key(self, key: str) -> Leaf | None:
        return next((leaf for leaf, _ in self.entries if leaf.text == key), None)

    def text(self, key: str, otherwise: str = "") -> str:
        node = self.get(key)
        return node.text if isinstance(node, Leaf) and node.value is not None else otherwise

    def flag(self, key: str, otherwise: bool = False) -> bool:
        node = self.get(key)
        return node.value if isinstance(node, Leaf) and isinstance(node.value, bool) else otherwise

    def whole(self, key: str, otherwise: int = 0) -> int:
        node = self.get(key)
        value = node.value if isinstance(node, Leaf) else None
        return value if isinstance(value, int) and not isinstance(value, bool) else otherwise

    def day(self, key: str) -> date | None:
        node = self.get(key)
        return as_day(node.text) if isinstance(node, Leaf) else None

    def mapping(self, key: str) -> Mapping:
        node = self.get(key)
        return node if isinstance(node, Mapping) else Mapping((), node.span if node else self.span)

    def leaves(self, key: str) -> tuple[Leaf, ...]:
        node = self.get(key)
        return tuple(item for item in node.items if isinstance(item, Leaf)) if isinstance(node, Listing) else ()

    def mappings(self, key: str) -> tuple[Mapping, ...]:
        node = self.get(key)
        return tuple(item for item in node.items if isinstance(item, Mapping)) if isinstance(node, Listing) else ()

    def texts(self) -> tuple[tuple[str, str], ...]:
        return tuple((key.text, node.text) for key, node in self.entries if isinstance(node, Leaf) and node.value is not None)


Node = Leaf | Listing | Mapping


@dataclass(frozen=True, slots=True)
class _Read:
    """A source as the YAML library gets it: `joined` are the places in `text` of characters that the source escapes in two halves."""

    source: Source
    text: str
    joined: tuple[int, ...] = ()

    @classmethod
    def of(cls, source: Source) -> _Read:
        """JSON escapes a character above U+FFFF as a surrogate pair, which YAML does not know."""
        if not source.name.lower().endswith(".json"):
            return cls(source, source.text)
        pairs = list(_PAIR.finditer(source.text))
        joined = tuple(pair.end() - _PAIR_LENGTH - number * (_PAIR_LENGTH - 1) for number, pair in enumerate(pairs))
        return cls(source, _PAIR.sub(_join, source.text), joined)

    def at(self, index: int) -> int:
        """The place in the source of a place in the text."""
        return min(index + bisect_left(self.joined, index) * (_PAIR_LENGTH - 1), len(self.source.text))

    def marks(self, event: Any) -> Span:
        start, end = event.start_mark.index, event.end_mark.index
        if not self.joined and end <= len(self.text):  # as in nearly every file
            return Span(self.source, start, end)
        return self.source.span(self.at(event.start_mark.index), self.at(event.end_mark.index))


def _join(pair: re.Match[str]) -> str:
    high, low = (int(half, 16) for half in pair.group(2, 3))
    return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def read_yaml(source: Source) -> Checked[Node | None]:
    """The document of a YAML or JSON source, or None if it is empty or not well formed."""
    read = _Read.of(source)
    try:
        composed = yaml.compose(read.text, Loader=Loader)
    except yaml.YAMLError as error:
        return Checked(None, (_syntax_error(error, read),))
    except RecursionError:
        return Checked(None, (_too_deep(source.whole()),))
    if composed is None:
        return Checked(None)
    problems = [*_anchors(read)] if _MAY_MARK.search(read.text) else []
    node = _convert(composed, read, problems, 0, set())
    return Checked(node, tuple(problems))


def _syntax_error(error: yaml.YAMLError, read: _Read) -> Diagnostic:
    source = read.source
    if isinstance(error, yaml.reader.ReaderError):
        at = read.at(len(read.text.encode()[: error.position].decode(errors="ignore")))
        return _not_yaml(error.reason, source.span(at, min(at + 1, len(source.text))), say("remove the character"))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = read.at(mark.index) if mark else 0
    problem = getattr(error, "problem", None) or "the text is not well formed"
    return _not_yaml(problem, source.span(at, at), _syntax_hint(problem, source.text[at : at + 1]))


def _not_yaml(problem: str, span: Span, hint: Message) -> Diagnostic:
    known = _SYNTAX.get(problem, verbatim(problem))
    return diagnose("yaml-syntax", say("This is not well-formed YAML: {problem}.", problem=known), span, hint)


def _syntax_hint(problem: str, char: str) -> Message:
    if "mapping values" in problem:
        return say("put quotation marks around a text that holds “: ”")
    if char == "\t" or "tab" in problem:
        return say("indent with spaces, not with tabs")
    return say("check indentation, quotation marks and brackets above this place")


def _too_deep(span: Span) -> Diagnostic:
    return diagnose("yaml-syntax", say("The file nests more than {number} levels deep.", number=MAX_DEPTH), span)


def _anchors(read: _Read) -> Iterator[Diagnostic]:
    for event in yaml.parse(read.text, Loader=Loader):
        named = getattr(event, "anchor", None)
        tagged = getattr(event, "tag", None) not in (None, "!")
        if named or tagged or isinstance(event, yaml.AliasEvent):
            said = say("A tag is not read here.") if tagged and not named else say("An anchor or alias is not read here.")
            yield diagnose("yaml-alias", said, read.marks(event), say("write the value out where it is meant"))


def _convert(node: Any, read: _Read, problems: list[Diagnostic], depth: int, seen: set[int]) -> Node:
    """`seen` holds the nodes met so far: one that an alias repeats was reported and is left out, however often it stands there."""
    span = read.marks(node)
    if id(node) in seen:
        return Leaf("", "", span)
    seen.add(id(node))
    if depth > MAX_DEPTH:
        problems.append(_too_deep(span))
        return Leaf(None, "", span)
    if isinstance(node, yaml.ScalarNode):
        return _leaf(node, span, problems)
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_convert(item, read, problems, depth + 1, seen) for item in node.value), span)
    return Mapping(tuple(_entries(node, read, problems, depth, seen)), span)


def _entries(node: Any, read: _Read, problems: list[Diagnostic], depth: int, seen: set[int]) -> Iterator[tuple[Leaf, Node]]:
    keys: set[str] = set()
    for key_node, value_node in node.value:
        key = _convert(key_node, read, problems, depth + 1, seen)
        value = _convert(value_node, read, problems, depth + 1, seen)
        if not isinstance(key, Leaf):
            problems.append(diagnose("wrong-type", say("A key is a word, not a list or a mapping."), key.span))
        elif key.text in keys:
            said = say("The key “{key}” stands here a second time.", key=key.text)
            problems.append(diagnose("yaml-duplicate-key", said, key.span, say("keep one")))
        else:
            keys.add(key.text)
            yield key, value


def _leaf(node: Any, span: Span, problems: list[Diagnostic]) -> Leaf:
    text: str = node.value
    if first_private_use(text) is not None:
        problems.append(
            diagnose("private-use-character", say("This value holds a private-use character."), span, say("remove the character"))
        )
        return Leaf("", "", span)
    return Leaf(text if node.style else _meaning(text), text, span)


def _meaning(text: str) -> str | int | float | bool | date | None:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text) and len(text) < 19:
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    if _DAY.fullmatch(text):
        return as_day(text) or text
    return text


def reads_as_text(text: str) -> bool:
    """Whether a scalar written without quotation marks means these words, and no number, date or switch."""
    return isinstance(_meaning(text), str)


def as_day(text: str) -> date | None:
    """The day that an ISO date names, or None."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def written(leaf: Leaf) -> Span:
    """The span of a scalar's text itself, without quotation marks.

    Where the file holds it otherwise than it reads (escapes, folded lines), the span is in a copy that has the text
    at the same line and column.
    """
    span = leaf.span
    if span.text == leaf.text:
        return span
    if span.text[1:-1] == leaf.text:
        return Span(span.source, span.start + 1, span.end - 1)
    line, column = _begins(leaf)
    before = "\n" * (line - 1) + " " * (column - 1)
    return Span(Source(span.source.name, before + leaf.text), len(before), len(before) + len(leaf.text))


def _begins(leaf: Leaf) -> tuple[int, int]:
    """The line and column at which a scalar's text begins: behind its quotation mark, or below its `|` or `>`."""
    span = leaf.span
    if span.text[:1] not in {"|", ">"}:
        return span.line, span.column + (span.text[:1] in {'"', "'"})
    first = span.text.partition("\n")[2].partition("\n")[0]
    indent = len(first) - len(first.lstrip(" "))
    own = len(leaf.text) - len(leaf.text.lstrip(" "))
    return span.line + 1, max(indent - own, 0) + 1


def whole(node: Node) -> Span:
    """The characters of a node itself: one written over several lines ends with its last value, and not with the remarks below it."""
    return Span(node.span.source, node.span.start, _end(node))


def _end(node: Node) -> int:
    last = node.entries[-1][1] if isinstance(node, Mapping) and node.entries else None
    last = node.items[-1] if isinstance(node, Listing) and node.items else last
    in_brackets = node.span.source.text[node.span.start : node.span.start + 1] in {"{", "["}
    return node.span.end if last is None or in_brackets else _end(last)


def plain(node: Node) -> Any:
    """A node as ordinary Python values (dates as ISO texts), as JSON would hold them."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return node.value.isoformat() if isinstance(node.value, date) else node.value
