"""A prepared template filled with the facts of a case."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefkit.conditions import Budget, Scopes, decide, look_up
from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.conditions import Path
from briefkit.model.facts import FactNode, Given, Record, Records, Vocabulary
from briefkit.source import Source, Span
from briefkit.template.prepare import Prepared
from briefkit.template.scan import Comment, Data, Print, Tag
from briefkit.template.undecided import undecided
from briefkit.wording import write_fact

FACT_OPEN, FACT_CLOSE = "\ue000", "\ue001"  # around the number of a printed fact
_MARK_OPEN, _MARK_CLOSE = "\ue002", "\ue003"  # around the place in the source of the text that follows
_MARK = re.compile(f"{_MARK_OPEN}([0-9]+){_MARK_CLOSE}")
_TOKEN = re.compile(f"{FACT_OPEN}([0-9]+){FACT_CLOSE}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")

MAX_TURNS = 20_000  # of all loops together
MAX_PRINTED = 30_000  # facts and remarks
MAX_WORK = 50_000_000  # characters that loops may write, remarks included
MAX_LENGTH = 2_000_000  # characters of the text that comes out


@dataclass(frozen=True, slots=True)
class Printed:
    """What a token stands for: a fact (`kind` is its type), or a remark to the drafter (`kind` is "remark").

    `span` is where it is printed, `given` where the fact is given.
    """

    text: str
    kind: str
    paths: tuple[str, ...]
    span: Span
    given: Span | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """The text with tokens for facts; `places` pairs offsets in it with offsets in the source, ascending."""

    text: str
    printed: tuple[Printed, ...]
    places: tuple[tuple[int, int], ...]
    source: Source

    def span(self, start: int, end: int) -> Span:
        """Where a run of the filled text stands in the source."""
        if end <= start:
            return self.source.span(self.at(start), self.at(start))
        first, last = self._printed_at(start), self._printed_at(end - 1)
        left = first.span.start if first else self.at(start)
        right = last.span.end if last else min(self.at(end - 1) + 1, len(self.source.text))
        return self.source.span(left, max(left, right))

    def _printed_at(self, offset: int) -> Printed | None:
        """What was printed, where a token begins or ends at the offset."""
        opened = self.text.rfind(FACT_OPEN, 0, offset + 1) if self.text[offset : offset + 1] in (FACT_OPEN, FACT_CLOSE) else -1
        token = _TOKEN.match(self.text, max(opened, 0))
        return self.printed[int(token[1])] if token and opened >= 0 else None

    def at(self, offset: int) -> int:
        if not self.places:
            return 0
        here, there = self.places[max(bisect_right(self.places, (offset, len(self.source.text))) - 1, 0)]
        return min(there + max(offset - here, 0), len(self.source.text))


@dataclass(frozen=True, slots=True)
class _View:
    """A fact as Jinja holds it: it can be asked for its fields, and for nothing else."""

    node: FactNode | None
    path: tuple[str, ...]
    capital: bool = False

    def child(self, name: str) -> _View:
        node = self.node.get(name) if isinstance(self.node, Record) else None
        return _View(node, (*self.path, name))


class _Environment(ImmutableSandboxedEnvironment):
    """Attributes and items are a fact's fields; nothing of Python is within reach."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, _View):
            return obj.child(attribute)
        raise SecurityError(f"access to {attribute} of {type(obj).__name__}")

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self.getattr(obj, str(argument))


class _TooMuch(Exception):
    """The template loops or prints beyond the limits."""


def fill(prepared: Prepared, facts: Record, vocabulary: Vocabulary, language: str) -> Checked[Filled]:
    """The text of a template for the facts of a case.

    Problems: `missing-fact` for a declared fact that is printed and not given, `wrong-fact` for one that cannot be
    printed or looped over, `undecided-text` for an `else` that prints because a fact is not given, `template-limit`.
    An undeclared fact is reported where the template is loaded, not here.
    """
    run = _Run(prepared, facts, vocabulary, language)
    try:
        marked = run.render()
    except TemplateError as error:
        problem = diagnose("template-forbidden", say("The text cannot be filled: {reason}.", reason=str(error)), prepared.whole)
        return Checked(Filled("", (), (), prepared.whole.source), (*run.problems, problem))
    except _TooMuch:
        hint = say("use fewer nested loops, and any(…) less often")
        problem = diagnose("template-limit", say("The text loops or prints without end."), prepared.whole, hint)
        return Checked(Filled("", (), (), prepared.whole.source), (*run.problems, problem))
    return Checked(_unmarked(marked, tuple(run.printed), prepared.whole.source), tuple(dict.fromkeys(run.problems)))


class _Run:
    """One filling of one template: what it printed, what went wrong, how much it may still do."""

    def __init__(self, prepared: Prepared, facts: Record, vocabulary: Vocabulary, language: str) -> None:
        self.prepared, self.facts, self.vocabulary, self.language = prepared, facts, vocabulary, language
        self.printed: list[Printed] = []
        self.problems: list[Diagnostic] = []
        self.turns = 0
        self.budget = Budget()
        self.open: dict[int, list[tuple[Tag, Scopes]]] = {}  # the conditions of each `if` so far that were not decided
        self.warned: set[int] = set()
        self.reported = {used.span.start for used in prepared.used if used.written and vocabulary.crosses(used.written)}

    def render(self) -> str:
        environment = _Environment(autoescape=False, keep_trailing_newline=True)
        environment.globals = {"_fact": self.fact, "_holds": self.holds, "_each": self.each, "_else": self.otherwise}
        environment.filters = {"length": _length, "first": _first, "last": _last, "capital": _capital, "_note": self.note}
        template = environment.from_string("".join(self._code()))
        names = {used.names[0] for used in self.prepared.used}
        context = {name: _View(self.facts.get(name), (name,)) for name in names}
        pieces: list[str] = []
        length = 0
        for piece in template.generate(context):
            pieces.append(piece)
            length += len(piece)
            if length > MAX_LENGTH:
                raise _TooMuch
        return "".join(pieces)

    def _code(self) -> Iterator[str]:
        """The template in Jinja's words: places marked, conditions and facts by number."""
        loops: list[str] = []
        chains: list[int] = []  # the number of each open `if`
        for number, segment in enumerate(self.prepared.segments):
            match segment:
                case Data():
                    yield _marked(segment.span)
                case Comment():
                    pass
                case Print():
                    yield "{{ _fact(" + f"{number}, {segment.expression.text}" + ") }}"
                case Tag():
                    if segment.word == "if":
                        chains.append(number)
                    yield from self._tag(number, segment, loops, chains)
                    if segment.word == "endif":
                        chains.pop()

    def _tag(self, number: int, tag: Tag, loops: list[str], chains: list[int]) -> Iterator[str]:
        variables = "".join(f", {name}={name}" for name in dict.fromkeys(loops))
        if tag.word in {"if", "elif"}:
            yield "{% " + tag.word + f" _holds({number}, {chains[-1]}{variables})" + " %}"
        elif tag.word == "else":
            yield "{% else %}{{ " + f"_else({chains[-1]})" + " }}"
        elif tag.word == "for":
            loops.append(tag.name)
            yield "{% for " + tag.name + f" in _each({number}{variables})" + " %}"
        elif tag.word == "note":
            yield "{% filter _note(" + str(number) + ") %}"
        else:
            if tag.word == "endfor":
                loops.pop()
            yield "{% " + {"endnote": "endfilter"}.get(tag.word, tag.word) + " %}"

    # --- what the rendered template calls --------------------------------------------------------------

    def fact(self, number: int, view: Any) -> str:
        segment = self.prepared.segments[number]
        assert isinstance(segment, Print)
        span = segment.span
        if len(self.printed) == MAX_PRINTED:
            raise _TooMuch
        text, kind, path = self._written(view, span, segment.expression.start in self.reported)
        node = view.node if isinstance(view, _View) else None
        self.printed.append(Printed(text, kind, (path,) if path else (), span, node.span if node else None))
        return f"{FACT_OPEN}{len(self.printed) - 1}{FACT_CLOSE}"

    def _written(self, view: Any, span: Span, reported: bool) -> tuple[str, str, str]:
        if not isinstance(view, _View):
            return str(view), "count", ""
        node, path = view.node, self.vocabulary.resolve(view.path)
        if isinstance(node, Given):
            text = write_fact(node, self.vocabulary.declared.get(node.path), self.language)
            return text[:1].upper() + text[1:] if view.capital else text, "text" if node.public else node.type, node.path
        if self.vocabulary.knows(view.path) and not reported:
            self.problems.append(_not_printable(node, path, span))
        return f"[{path}]", "text", path

    def note(self, text: str, number: int) -> str:
        words = _TOKEN.sub(lambda token: self.printed[int(token[1])].text, _MARK.sub("", text))
        self.printed.append(Printed(" ".join(words.split()), "remark", (), self.prepared.segments[number].span))
        return f"{FACT_OPEN}{len(self.printed) - 1}{FACT_CLOSE}"

    def holds(self, number: int, chain: int, /, **variables: Any) -> bool:
        tag, scopes = self.prepared.segments[number], self._scopes(variables)
        assert isinstance(tag, Tag)
        if tag.word == "if":
            self.open[chain] = []
        condition = self.prepared.conditions.get(tag.span.start)
        answer = False if condition is None else decide(condition, scopes, self.budget)
        if self.budget.spent:
            raise _TooMuch
        if answer is None and tag.span.start not in self.warned:
            self.open[chain].append((tag, scopes))
        if answer:
            self.otherwise(chain)
        return answer is True

    def otherwise(self, chain: int) -> str:
        """A text prints after conditions of its `if` that were not decided."""
        for tag, scopes in self.open.pop(chain, ()):
            problem = undecided(self.prepared, tag, scopes, self.vocabulary)
            self.warned.add(tag.span.start)
            if problem is not None:
                self.problems.append(problem)
        return ""

    def each(self, number: int, /, **variables: Any) -> Iterator[_View]:
        tag = self.prepared.segments[number]
        assert isinstance(tag, Tag) and tag.path is not None
        names = tuple(tag.path.text.split("."))
        node = look_up(Path(names, tag.path), self._scopes(variables))
        base = variables[names[0]].path + names[1:] if names[0] in variables else names
        for item in self._items(node, tag.path):
            self.turns += 1
            if self.turns > MAX_TURNS or self.turns * len(self.prepared.whole.text) > MAX_WORK:
                raise _TooMuch
            yield _View(item, base)

    def _items(self, node: FactNode | None, span: Span) -> Iterable[FactNode]:
        match node:
            case None:
                return ()
            case Records():
                return node.items
            case Given(value=tuple()):
                return node.each
            case _:
                said = say("“{fact}” is not a list, so a loop cannot go over it.", fact=span.text)
                self.problems.append(diagnose("wrong-fact", said, span))
                return ()

    def _scopes(self, variables: dict[str, Any]) -> Scopes:
        local = [(name, view.node) for name, view in variables.items() if isinstance(view, _View) and view.node is not None]
        return (Record(tuple(local)), self.facts)


def _not_printable(node: FactNode | None, path: str, span: Span) -> Diagnostic:
    if node is None:
        hint = say("give it in the case under facts, or put the sentence between {{% if {fact} %}} and {{% endif %}}", fact=path)
        return diagnose("missing-fact", say("The text prints the fact “{fact}”, which the case does not give.", fact=path), span, hint)
    said = say("“{name}” holds several facts and cannot be printed as one.", name=path)
    return diagnose("wrong-fact", said, span, say("print one of them, or loop over it"))


def _marked(span: Span) -> str:
    """Text with its place before each line, so that the lines which survive can be traced."""
    pieces: list[str] = []
    at = span.start
    for line in _PRIVATE.sub("\ufffd", span.text).splitlines(keepends=True):
        pieces.append(f"{_MARK_OPEN}{at}{_MARK_CLOSE}{line}")
        at += len(line)
    return "".join(pieces)


def _unmarked(marked: str, printed: tuple[Printed, ...], source: Source) -> Filled:
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    length = at = 0
    for mark in _MARK.finditer(marked):
        pieces.append(marked[at : mark.start()])
        length += mark.start() - at
        places.append((length, int(mark[1])))
        at = mark.end()
    pieces.append(marked[at:])
    return Filled("".join(pieces), printed, tuple(places), source)


# --- the filters that a text may use --------------------------------------------------------------


def _length(view: Any) -> Any:
    """How many there are, or how many letters; what cannot be counted stays what it is, and is reported where it is printed."""
    node = view.node if isinstance(view, _View) else None
    if isinstance(node, Records):
        return len(node.items)
    value = node.value if isinstance(node, Given) else None
    return len(value) if isinstance(value, str | tuple) else view


def _first(view: Any, at: int = 0) -> Any:
    node = view.node if isinstance(view, _View) else None
    if isinstance(node, Records) and node.items:
        return replace(view, node=node.items[at])
    if isinstance(node, Given) and isinstance(node.value, tuple) and node.value:
        return replace(view, node=node.each[at])
    return view


def _last(view: Any) -> Any:
    return _first(view, -1)


def _capital(view: Any) -> Any:
    return replace(view, capital=True) if isinstance(view, _View) else view
