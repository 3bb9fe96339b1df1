"""A template cut into its segments, with their places; tags are read and checked here.

Jinja gives lines only, and drops comments early, so the cutting that diagnostics and origins rest on is done first.
The delimiters are Jinja's: {{ fact }}, {% tag %}, {# comment #}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean
from briefkit.messages import say, verbatim
from briefkit.source import Source, Span

TAGS = ("if", "elif", "else", "endif", "for", "endfor", "note", "endnote")
MAX_NESTING = 12
MAX_TAGS = 4_000  # in one text, printed facts included: Jinja takes its time over each
RESERVED = frozenset(
    ("and", "or", "not", "in", "is", "if", "else", "for", "true", "false", "none")
    + ("loop", "self", "super", "caller", "varargs", "kwargs", "context", "recursive")
)
_CLOSES = {"if": "endif", "for": "endfor", "note": "endnote"}
_OPEN = re.compile(r"\{\{|\{%|\{#")
_FOR = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s+in\s+(?P<path>[^\W\d]\w*(?:\.[^\W\d]\w*)*)\s*")
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'")


@dataclass(frozen=True, slots=True)
class Data:
    """Text that stands as it is."""

    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """A {# comment #}, which prints nothing."""

    span: Span


@dataclass(frozen=True, slots=True)
class Print:
    """A printed fact: `span` is the whole tag, `expression` what stands in it."""

    span: Span
    expression: Span


@dataclass(frozen=True, slots=True)
class Tag:
    """A block tag. `rest` is what follows the word: a condition for if and elif; `name` and `path` belong to for."""

    word: str
    span: Span
    rest: Span
    name: str = ""
    path: Span | None = None


Segment = Data | Comment | Print | Tag


def scan(whole: Span) -> Checked[tuple[Segment, ...]]:
    """The segments of a template, whole lines of block tags and comments dropped from the text. Problems: `template-*`."""
    problems: list[Diagnostic] = []
    segments = tuple(_trimmed([*_cut(whole, problems)], whole))
    problems.extend(_nesting(segments, whole))
    problems.extend(_number(segments))
    return Checked(segments, tuple(problems))


def _cut(whole: Span, problems: list[Diagnostic]) -> Iterator[Segment]:
    source, at = whole.source, whole.start
    while (opened := _OPEN.search(source.text, at, whole.end)) is not None:
        yield Data(source.span(at, opened.start()))
        closed = _close(source, opened, whole.end)
        if closed is None:
            problems.append(_unclosed(source.span(opened.start(), opened.end())))
            return
        outer = source.span(opened.start(), closed)
        yield from _segment(opened.group(), outer, problems)
        at = closed
    yield Data(source.span(at, whole.end))


def _close(source: Source, opened: re.Match[str], end: int) -> int | None:
    """Where the tag that was opened ends; closing marks within quoted text do not count."""
    mark = {"{{": "}}", "{%": "%}", "{#": "#}"}[opened.group()]
    at = opened.end()
    while at < end:
        if source.text.startswith(mark, at):
            return at + 2
        quoted = None if mark == "#}" else _QUOTED.match(source.text, at, end)
        at = quoted.end() if quoted else at + 1
    return None


def _unclosed(span: Span) -> Diagnostic:
    return diagnose(
        "template-syntax",
        say("“{text}” is opened here and never closed.", text=span.text),
        span,
        say("close it, or write the braces apart"),
    )


def _segment(mark: str, outer: Span, problems: list[Diagnostic]) -> Iterator[Segment]:
    if mark == "{#":
        yield Comment(outer)
        return
    inner = _stripped(outer.source.span(outer.start + 2, outer.end - 2))
    if mark == "{{":
        yield Print(outer, inner)
        return
    tag = _tag(outer, inner)
    if isinstance(tag, Tag):
        yield tag
        return
    problems.append(tag)
    word = _word(inner)
    if word in _CLOSES:  # it is there all the same, so that its end is not reported as well
        yield Tag(word, outer, inner.source.span(inner.end, inner.end))


def _stripped(span: Span) -> Span:
    """Without white space, and Jinja's white-space marks, at the ends."""
    text = span.text
    left = len(text) - len(text.lstrip(" \t\n-+"))
    right = len(text.rstrip(" \t\n-+"))
    return span.source.span(span.start + left, span.start + max(left, right))


def _word(inner: Span) -> str:
    found = re.match(r"\w*", inner.text)
    return found.group() if found else ""


def _tag(outer: Span, inner: Span) -> Tag | Diagnostic:
    name = _word(inner)
    rest = _stripped(inner.source.span(inner.start + len(name), inner.end))
    if name not in TAGS:
        hint = did_you_mean(name, TAGS, say("a text may use if, elif, else, for and note"))
        return diagnose("template-forbidden", say("The tag “{tag}” cannot be used in a text.", tag=name or inner.text), outer, hint)
    if name in {"if", "elif"} and not rest.text:
        hint = say('for example {% if tone == "cooperative" %}')
        return diagnose("template-syntax", say("“{tag}” needs a condition.", tag=name), outer, hint)
    if name not in {"if", "elif", "for"} and rest.text:
        return diagnose("template-syntax", say("Nothing can follow “{tag}” in its tag.", tag=name), rest)
    return _for(outer, rest) if name == "for" else Tag(name, outer, rest)


def _for(outer: Span, rest: Span) -> Tag | Diagnostic:
    loop = _FOR.fullmatch(rest.text)
    if loop is None or loop["name"] in RESERVED or loop["name"].startswith("_") or not loop["name"].isidentifier():
        return diagnose("template-syntax", say("A loop goes over a fact that is a list."), outer, verbatim("{% for item in measures %}"))
    path = rest.source.span(rest.start + loop.start("path"), rest.start + loop.end("path"))
    return Tag("for", outer, rest, loop["name"], path)


def _trimmed(segments: list[Segment], whole: Span) -> Iterator[Segment]:
    """Drop the line of a block tag or comment that stands on a line of its own."""
    text = whole.source.text
    bounds: dict[int, int] = {}
    for segment in segments:
        if isinstance(segment, Comment) or (isinstance(segment, Tag) and segment.word not in {"note", "endnote"}):
            start = text.rfind("\n", whole.start, segment.span.start) + 1 or whole.start
            stop = text.find("\n", segment.span.end, whole.end)
            stop = whole.end if stop < 0 else stop
            if not text[start : segment.span.start].strip(" \t") and not text[segment.span.end : stop].strip(" \t"):
                bounds[segment.span.start] = start
                bounds[segment.span.end] = min(stop + 1, whole.end)
    for before, segment, after in zip([None, *segments], segments, [*segments[1:], None], strict=False):
        if isinstance(segment, Data):
            start = bounds.get(segment.span.start, segment.span.start)
            end = bounds.get(segment.span.end, segment.span.end)
            segment = Data(_close_to(before, after, whole.source.span(start, max(start, end))))
        yield segment


def _close_to(before: Segment | None, after: Segment | None, span: Span) -> Span:
    """Text without the white space that Jinja's marks take away: `{%-` before a tag, `-%}` after it."""
    start, end = span.start, span.end
    if before is not None and before.span.text[-3:-2] == "-":
        start = end - len(span.text.lstrip())
    if after is not None and after.span.text[2:3] == "-":
        end = max(start, span.start + len(span.text.rstrip()))
    return span.source.span(start, end)


def _number(segments: tuple[Segment, ...]) -> Iterator[Diagnostic]:
    tags = [segment for segment in segments if not isinstance(segment, Data | Comment)]
    if len(tags) > MAX_TAGS:
        said = say("A text holds at most {number} tags and facts.", number=MAX_TAGS)
        yield diagnose("template-limit", said, tags[MAX_TAGS].span, say("split the text"))


def _nesting(segments: tuple[Segment, ...], whole: Span) -> Iterator[Diagnostic]:
    """Tags that do not pair, or nest too deep."""
    open_tags: list[Tag] = []
    ended: set[int] = set()  # the places of the ifs that have had their else
    for segment in segments:
        if not isinstance(segment, Tag):
            continue
        if segment.word in _CLOSES:
            open_tags.append(segment)
            if len(open_tags) > MAX_NESTING:
                said = say("Tags nest more than {number} deep.", number=MAX_NESTING)
                yield diagnose("template-limit", said, segment.span, say("split the text"))
                return
        elif segment.word in {"elif", "else"}:
            if not open_tags or open_tags[-1].word != "if":
                yield diagnose("template-syntax", say("“{tag}” stands outside an “if”.", tag=segment.word), segment.span)
            elif open_tags[-1].span.start in ended:
                yield diagnose("template-syntax", say("“{tag}” stands after the “else” of its “if”.", tag=segment.word), segment.span)
            elif segment.word == "else":
                ended.add(open_tags[-1].span.start)
        elif open_tags and _CLOSES[open_tags[-1].word] == segment.word:
            open_tags.pop()
        else:
            yield diagnose("template-syntax", say("“{tag}” closes nothing that is open here.", tag=segment.word), segment.span)
    for tag in open_tags:
        hint = say("add {{% {tag} %}}", tag=_CLOSES[tag.word])
        yield diagnose("template-syntax", say("“{tag}” is never closed.", tag=tag.word), tag.span, hint)
