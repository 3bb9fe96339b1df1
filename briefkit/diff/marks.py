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

_OPENS = re.compile(r"\{[{%#]")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_INNER = re.compile(r"[-+]?\s*(?P<word>\w*)\s*(?P<rest>.*?)\s*[-+]?", re.DOTALL)
_LOOP = re.compile(r"[^\W\d]\w*\s+in\s+[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_ENDS = {"endif": "if", "endfor": "for", "endnote": "note"}
_DEEPEST = 12  # what `template` takes; beyond it nothing is read
FACT, REMARK = "{{", "{#"


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag by its word, with what follows it; or a fact or a remark, whose `word` is FACT or REMARK."""

    word: str
    rest: str
    start: int
    end: int

    @property
    def is_tag(self) -> bool:
        return self.word not in (FACT, REMARK)

    @property
    def written(self) -> str:
        """The mark as it compares, whatever spaces stand in it."""
        return f"{self.word} {self.rest}".strip()


@lru_cache(maxsize=64)
def marks_in(text: str) -> tuple[Mark, ...] | None:
    """The marks of a template in order; None where its tags do not pair, so that nothing is known of it."""
    found: list[Mark] = []
    at = 0
    while opened := _OPENS.search(text, at):
        end = text.find(_CLOSES[opened.group()], opened.end())
        mark = _mark(opened.group(), text[opened.end() : end], opened.start(), end + 2) if end >= 0 else None
        if mark is None:
            return _as_prepared(text)
        found.append(mark)
        at = mark.end
    return tuple(found) if _pair(found) else _as_prepared(text)


def _mark(opened: str, inner: str, start: int, end: int) -> Mark | None:
    """A mark; None for one that is written in a way that needs a closer look."""
    if opened == REMARK:
        return Mark(REMARK, "", start, end)
    read = _INNER.fullmatch(inner)
    if read is None or inner.count('"') % 2 or inner.count("'") % 2:
        return None
    rest = " ".join(read["rest"].split())
    if opened == FACT:
        return Mark(FACT, " ".join(f"{read['word']}{read['rest']}".split()), start, end)
    return Mark(read["word"], rest, start, end) if _is_whole(read["word"], rest) else None


def _is_whole(word: str, rest: str) -> bool:
    if word in ("if", "elif"):
        return bool(rest)
    return _LOOP.fullmatch(rest) is not None if word == "for" else not rest and word in ("else", "note", *_ENDS)


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
    """The marks as the room `template` reads them."""
    source = Source("", text)
    segments = prepare(source.span(0, len(text))).value.segments
    found: list[Mark] = []
    for segment in segments:
        match segment:
            case Tag():
                found.append(Mark(segment.word, " ".join(segment.rest.text.split()), segment.span.start, segment.span.end))
            case Print():
                found.append(Mark(FACT, " ".join(segment.expression.text.split()), segment.span.start, segment.span.end))
            case Comment():
                found.append(Mark(REMARK, "", segment.span.start, segment.span.end))
            case Data():
                pass
    return tuple(found) if segments or not text else None
