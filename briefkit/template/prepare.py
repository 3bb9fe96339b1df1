"""A template read and checked, before any fact is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from briefkit.conditions import paths_in, read_condition
from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import Message, say, verbatim
from briefkit.model.conditions import Condition, Path
from briefkit.source import Span
from briefkit.template.scan import RESERVED, Print, Segment, Tag, scan

FILTERS = ("length", "first", "last", "capital")
MAX_EXPRESSION = 300

Loops = Mapping[str, tuple[str, ...]]  # loop variables with the paths of their lists


@dataclass(frozen=True, slots=True)
class Used:
    """A fact that a template names: printed, or asked about. Loop variables are resolved to their list's path.

    `at_large` is what else a name within any(measures, …) may mean: a fact of the case, and not of each record.
    `written` is the name as it is written, empty where it begins with a loop variable.
    """

    names: tuple[str, ...]
    span: Span
    printed: bool
    at_large: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template ready to be filled: its segments, and the condition of each `if` and `elif` by its place.

    `loops` has, for the same places, the loop variables that stand there and the paths of their lists.
    """

    whole: Span
    segments: tuple[Segment, ...]
    conditions: Mapping[int, Condition] = field(default_factory=dict)
    used: tuple[Used, ...] = ()
    loops: Mapping[int, Loops] = field(default_factory=dict)


@lru_cache(maxsize=200)
def prepare(whole: Span) -> Checked[Prepared]:
    """Read a template; its conditions are in `conditions` under the offset of their tag. A text that was read is not read again.

    What was refused is not among the segments, so that nothing ever runs it: a `{{ … }}` that is no fact, or the whole
    text where its tags do not pair.
    """
    scanned = scan(whole)
    problems = list(scanned.diagnostics)
    conditions: dict[int, Condition] = {}
    used: list[Used] = []
    loops: list[dict[str, tuple[str, ...]]] = [{}]
    kept: list[Segment] = []
    within: dict[int, Loops] = {}
    for segment in scanned.value:
        if isinstance(segment, Print):
            printed = tuple(_printed(segment, loops[-1], problems))
            used.extend(printed)
            if not printed:
                continue
        elif isinstance(segment, Tag):
            outer = loops[-1]
            _follow_loops(segment, loops)
            used.extend(_asked(segment, loops[-1], outer, conditions, problems))
            within[segment.span.start] = loops[-1]
        kept.append(segment)
    unsound = any(problem.code != "template-forbidden" for problem in scanned.diagnostics)
    segments = () if unsound else tuple(kept)
    return Checked(Prepared(whole, segments, conditions, tuple(used), within), tuple(problems))


def _follow_loops(tag: Tag, loops: list[dict[str, tuple[str, ...]]]) -> None:
    if tag.word == "for" and tag.path is not None:
        loops.append({**loops[-1], tag.name: resolved(tuple(tag.path.text.split(".")), loops[-1])})
    elif tag.word == "endfor" and len(loops) > 1:
        loops.pop()


def resolved(names: tuple[str, ...], loops: Loops) -> tuple[str, ...]:
    """A path with its loop variable replaced by the path of the list that the loop goes over."""
    return (*loops.get(names[0], names[:1]), *names[1:])


def _written(names: tuple[str, ...], loops: Loops) -> tuple[str, ...]:
    return () if names[0] in loops else names


def _asked(tag: Tag, loops: Loops, outer: Loops, conditions: dict[int, Condition], problems: list[Diagnostic]) -> Iterator[Used]:
    if tag.path is not None:
        yield Used(loops[tag.name], tag.path, printed=False, written=_written(tuple(tag.path.text.split(".")), outer))
    if tag.word not in {"if", "elif"} or not tag.rest.text:
        return
    read = read_condition(tag.rest)
    problems.extend(read.diagnostics)
    if read.value is not None:
        conditions[tag.span.start] = read.value
        for path in paths_in(read.value):
            at_large = tuple(path.span.text.split("."))
            yield Used(resolved(path.names, loops), path.span, False, resolved(at_large, loops), _written(at_large, loops))


def _printed(segment: Print, loops: Loops, problems: list[Diagnostic]) -> Iterator[Used]:
    expression = _expression(segment.expression)
    if isinstance(expression, Diagnostic):
        problems.append(expression)
    else:
        yield Used(resolved(expression.names, loops), segment.expression, True, written=_written(expression.names, loops))


def _expression(span: Span) -> Path | Diagnostic:
    """The path that an expression prints, or what is wrong with it."""
    if len(span.text) > MAX_EXPRESSION:
        return diagnose("template-limit", say("This expression is too long."), span, say("print one fact"))
    names = _named(span.text)
    if isinstance(names, Message):
        said = say("This cannot be read: {reason}.", reason=names)
        return diagnose("template-syntax", said, span, say("a text prints facts, like {{ org.name }}"))
    if not names:
        hint = say("print one fact, like {{{{ org.name }}}}, with the filters {filters}", filters=", ".join(FILTERS))
        return diagnose("template-forbidden", say("Only facts can be printed here."), span, hint)
    return Path(names, span)


@lru_cache(maxsize=2000)
def _named(expression: str) -> tuple[str, ...] | Message:
    """The path that an expression prints, empty if it is no path; or why it cannot be read, in words."""
    try:
        return _names(_parser().parse("{{ " + expression + " }}")) or ()
    except (TemplateSyntaxError, RecursionError) as error:
        reason = getattr(error, "message", None)
        return verbatim(reason) if reason else say("it is not well formed")


@cache
def _parser() -> SandboxedEnvironment:
    return SandboxedEnvironment()


def _names(parsed: nodes.Template) -> tuple[str, ...] | None:
    """The path that a parsed `{{ … }}` prints; None if it does anything else."""
    output = parsed.body[0] if len(parsed.body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        return None
    node: nodes.Node | None = output.nodes[0]
    while isinstance(node, nodes.Filter):
        if node.name not in FILTERS or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return None
        node = node.node
    names: list[str] = []
    while isinstance(node, nodes.Getattr):
        names.append(node.attr)
        node = node.node
    if not isinstance(node, nodes.Name) or node.name in RESERVED or any(name.startswith("_") for name in [node.name, *names]):
        return None
    return (node.name, *reversed(names))
