"""The marks of a template: its tags, facts and remarks, found fast, since thousands of texts are compared and few of them built.

What is written in any way out of the ordinary is left to the room `template`, whose word counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefkit.source import Source
from briefkit.template import Tag, prepare
from briefkit.template.scan import Comment, Data, Print

_OPENS = re.compile(r"\{(?=[%#{])")
_MARK = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}%]*%\}|\{#[^{}#]*#\}")
_LOOP = re.compile(r"[^\W\d]\w*\s+in\s+[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_ENDS = {"endif": "if", "endfor": "for", "endnote": "note"}
_DEEPEST = 12  # what `template` takes; beyond it nothing is read
FACT, REMARK, REFUSED = "{{", "{#", "{?"


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag by its word, with what follows it; or what is none, whose `word` is FACT, REMARK or REFUSED."""

    word: str
    rest: str
    written: str  # as it compares, whatever spaces stand in it
    start: int
    end: int

    @property
    def is_tag(self) -> bool:
        return self.word not in (FACT, REMARK, REFUSED)


@lru_cache(maxsize=64)
def marks_in(text: str) -> tuple[Mark, ...] | None:
    """The marks of a template in order; None where its tags do not pair, so that nothing is known of it."""
    found = [_mark(one) for one in _MARK.finditer(text)]
    marks = [one for one in found if one is not None]
    simple = len(marks) == len(found) == _opened(text)
    return tuple(marks) if simple and _pair(marks) else _as_prepared(text)


@lru_cache(maxsize=64)
def has_same_marks(old: str, new: str) -> bool:
    """Whether two texts have the same tags and facts in the same order."""
    return _written_marks(old) == _written_marks(new)


def _written_marks(text: str) -> list[str]:
    """The marks as they are written, to be compared with others; the whole text where some of them need a closer look."""
    found = _MARK.findall(text)
    return found if len(found) == _opened(text) else [text]


def _opened(text: str) -> int:
    return len(_OPENS.findall(text))


def _mark(found: re.Match[str]) -> Mark | None:
    """A mark; None for one that is written in a way that needs a closer look."""
    read = _read(found.group())
    return None if read is None else Mark(*read, found.start(), found.end())


@lru_cache(maxsize=4000)
def _read(mark: str) -> tuple[str, str, str] | None:
    """The word of a mark, what follows it, and both as they compare."""
    if mark.startswith(REMARK):
        return _written(REMARK, "")
    inner = mark[2:-2].strip(" \t\n-+")
    if inner.count('"') % 2 or inner.count("'") % 2:
        return None
    if mark.startswith(FACT):
        return _written(FACT, inner)
    word, rest = (*inner.split(None, 1), "", "")[:2]
    return _written(word, rest) if _is_whole(word, rest) else None


def _written(word: str, rest: str) -> tuple[str, str, str]:
    rest = " ".join(rest.split())
    return word, rest, f"{word} {rest}" if rest else word


def _is_whole(word: str, rest: str) -> bool:
    if word in ("if", "elif"):
        return bool(rest)
    return _LOOP.fullmatch(rest.strip()) is not None if word == "for" else not rest and word in ("else", "note", *_ENDS)


def _pair(marks: list[Mark]) -> bool:
    """Whether each tag that opens something is closed, and an `else` stands last within its `if`."""
    opened: list[str] = []
    for mark in marks:
        if mark.word in ("if", "for", "note"):
            opened.append(mark.word)
        elif mark.word in ("elif", "else"):
            if not opened or opened[-1] != "if":
                return False
            opened[-1] = "else" if mark.word == "else" else "if"
        elif mark.word in _ENDS and (not opened or opened.pop().replace("else", "if") != _ENDS[mark.word]):
            return False
        if len(opened) > _DEEPEST:
            return False
    return not opened


def _as_prepared(text: str) -> tuple[Mark, ...] | None:
    """The marks as the room `template` reads them, and what it refuses."""
    source = Source("", text)
    segments = prepare(source.span(0, len(text))).value.segments
    found: list[Mark] = []
    at = 0
    for segment in segments:
        if text[at : segment.span.start].strip():
            found.append(Mark(REFUSED, "", REFUSED, at, segment.span.start))
        if not isinstance(segment, Data):
            found.append(_as_mark(segment))
        at = segment.span.end
    return tuple(found) if segments or not text else None


def _as_mark(segment: Comment | Print | Tag) -> Mark:
    match segment:
        case Tag():
            written = _written(segment.word, segment.rest.text)
        case Print():
            written = _written(FACT, segment.expression.text)
        case Comment():
            written = _written(REMARK, "")
    return Mark(*written, segment.span.start, segment.span.end)
