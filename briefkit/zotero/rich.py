"""Lines as Zotero writes them: with tags in what it prints anew, in the rich text of word processors in what it has printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from briefkit.tree import (
    AnnexRef,
    Cite,
    Count,
    CountRef,
    Emphasis,
    Fact,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Note,
    NoteRef,
    ParagraphRef,
    Remark,
    Strong,
    Text,
)

Piece = tuple[str, bool, bool]  # words, and whether they are emphasised and strong

_SPACES = re.compile("[\n\r\t\u2028\u2029\u0085]+")
_RTF_MARKS = re.compile(r"([\\{}])")
_NOT_ASCII = re.compile("[^\x00-\x7e]")


def tagged(line: Iterable[Inline]) -> str:
    """With <i> and <b>, as Zotero keeps what stands before and after a citation."""
    return "".join(_around(_around(words, "<b>", "</b>", strong), "<i>", "</i>", emphasised) for words, emphasised, strong in _pieces(line))


def as_rtf(line: Iterable[Inline]) -> str:
    """As Zotero keeps a citation that it printed."""
    return "".join(
        _around(_around(_in_rtf(words), "{\\b{}", "}", strong), "{\\i{}", "}", emphasised) for words, emphasised, strong in _pieces(line)
    )


def _around(words: str, before: str, after: str, wanted: bool) -> str:
    return f"{before}{words}{after}" if wanted else words


def _in_rtf(words: str) -> str:
    return _NOT_ASCII.sub(_unit, _RTF_MARKS.sub(r"\\\1", words))


def _unit(found: re.Match[str]) -> str:
    """A character by its numbers in UTF-16."""
    units = found[0].encode("utf-16-le", "surrogatepass")
    return "".join(f"\\uc0\\u{int.from_bytes(units[at : at + 2], 'little')}{{}}" for at in range(0, len(units), 2))


def _pieces(line: Iterable[Inline], emphasised: bool = False, strong: bool = False) -> Iterator[Piece]:
    """Emphasis within emphasis is roman again. Words to the drafter are no part of a citation."""
    for node in line:
        match node:
            case Text(text=words) | Fact(text=words):
                yield _SPACES.sub(" ", words), emphasised, strong
            case Emphasis(children=inner):
                yield from _pieces(inner, not emphasised, strong)
            case Strong(children=inner):
                yield from _pieces(inner, emphasised, not strong)
            case Link(children=inner) | Foreign(children=inner) | Cite(shown=inner):
                yield from _pieces(inner, emphasised, strong)
            case Note(children=inner):
                yield from (((" ("), emphasised, strong), *_pieces(inner, emphasised, strong), (")", emphasised, strong))
            case LineBreak():
                yield " ", emphasised, strong
            case ParagraphRef() | NoteRef() | Count() | CountRef():
                yield str(node.number), emphasised, strong
            case AnnexRef():
                yield node.heading, emphasised, strong
            case Remark():
                pass
            case _:
                assert_never(node)
