"""What stands around text in pandoc's syntax: `::: signature` … `:::`, `[слова]{lang=ru}`, `Table: Chronology {id=chronology}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.tree import Block, Count, Inline, Origin, Paragraph, Table, Text
from briefkit.wording import counted

FENCE = ":::"
_NAME = r"[\w-]+"
_DIV = re.compile(rf"\s*(?:(?P<bare>{_NAME})|\{{(?P<inner>[^{{}}]*)\}})\s*")
_WORDS = re.compile(rf"\.(?P<role>{_NAME})|lang=(?P<language>{_NAME})")
_CAPTION = re.compile(r"(?:Table|Таблица|Кесте)?:\s+")
_ID = re.compile(rf"\s*\{{id=(?P<id>{_NAME})\}}\s*$")


@dataclass(frozen=True, slots=True)
class Div:
    """What follows the colons of a fence: the role of what stands within, and its language, as far as they are given."""

    role: str = ""
    language: str = ""


def read_div(info: str) -> Div | None:
    """`signature`, `{.signature}`, `{lang=ru}` or `{.reviewed-text lang=ru}`; None for anything else."""
    found = _DIV.fullmatch(info)
    if found is None or found["bare"]:
        return Div(found["bare"]) if found else None
    div = Div()
    for word in (found["inner"] or "").split():
        one = _WORDS.fullmatch(word)
        if one is None:
            return None
        div = replace(div, role=one["role"] or div.role, language=one["language"] or div.language)
    return div if div != Div() else None


def captioned(blocks: Iterable[Block], language: str, problems: list[Diagnostic]) -> Iterator[Block]:
    """The blocks, with a paragraph `Table: words {id=x}` that follows a table as its caption.

    Problems: `markup-unsupported` for an id that stands below no table, and would be printed.
    """
    waiting: Table | None = None
    for block in blocks:
        if waiting is not None and isinstance(block, Paragraph) and (caption := _caption(block, language)):
            yield replace(waiting, caption=caption)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = block if isinstance(block, Table) else None
        if isinstance(block, Paragraph) and _named(block):
            said = say("This names a table, and no table without a caption stands right above it.")
            problems.append(
                diagnose("markup-unsupported", said, block.origin.span, say("write Table: its caption {id=name} below the table"))
            )
        if waiting is None:
            yield block
    if waiting is not None:
        yield waiting


def _named(paragraph: Paragraph) -> bool:
    last = paragraph.children[-1]
    return isinstance(last, Text) and _ID.search(last.text) is not None


def _caption(paragraph: Paragraph, language: str) -> tuple[Inline, ...]:
    first, *rest = paragraph.children
    opened = _CAPTION.match(first.text) if isinstance(first, Text) else None
    if opened is None or not isinstance(first, Text):
        return ()
    words: list[Inline] = [replace(first, text=first.text[opened.end() :]), *rest]
    last, name = words[-1], ""
    if isinstance(last, Text) and (named := _ID.search(last.text)):
        name, words[-1] = named["id"], replace(last, text=last.text[: named.start()])
    return caption(name, tuple(words), language, paragraph.origin)


def caption(name: str, words: tuple[Inline, ...], language: str, origin: Origin, kind: str = "table") -> tuple[Inline, ...]:
    """The caption of a table, or a figure: “Table 1. ” in the language, and then its words."""
    before, after = counted(kind, language)
    return (*_text(before, origin), Count(kind, name, origin=origin), Text(f"{after}. ", origin), *words)


def _text(words: str, origin: Origin) -> tuple[Inline, ...]:
    return (Text(words, origin),) if words else ()
