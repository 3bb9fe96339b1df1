"""Fields (ECMA-376 Part 1 §17.16): what each says and shows, and whether their marks stand as they must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefkit.inspection.word_file import WordFile, piece
from briefkit.messages import Message, say
from briefkit.ooxml import Element, qn

_MARK, _KIND, _CODE, _TEXT = qn("w:fldChar"), qn("w:fldCharType"), qn("w:instrText"), qn("w:t")
_SIMPLE, _PARAGRAPH = qn("w:fldSimple"), qn("w:p")
_READ = (_MARK, _CODE, _TEXT, _SIMPLE, _PARAGRAPH, *(qn(f"w:{name}") for name in ("tab", "br", "cr", "noBreakHyphen")))
_WORDS = re.compile(r'"((?:\\.|[^"\\])*)"|(\S+)')
# What a field may not reach out of; across paragraphs it may go on.
_BOUNDS = {qn(f"w:{name}") for name in ("hyperlink", "sdtContent", "tc", "footnote", "endnote", "comment", "txbxContent")}

Words = list[str]


@dataclass(slots=True)
class _Open:
    """A field that has begun: what it says so far, and what it shows once its result has begun."""

    code: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    separated: bool = False

    def add(self, words: str, is_code: bool = False) -> None:
        if self.separated:
            self.shown.append(words)
        elif is_code:
            self.code.append(words)


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it stands: its instruction, and what it shows; the paragraphs of a long result are lines."""

    instruction: str
    result: str

    @property
    def words(self) -> Words:
        """The words of the instruction; what stands between quotation marks is one. Data for another program is left in one piece."""
        if self.instruction.lstrip().startswith("ADDIN"):
            return self.instruction.split(maxsplit=2)
        found = [bare or re.sub(r"\\(.)", r"\1", quoted) for quoted, bare in _WORDS.findall(self.instruction)]
        return found or [""]


def fields(story: Element) -> Iterator[tuple[Words, str]]:
    """The fields of a part, in the order of their ends: the instruction cut at its spaces, and the result in one line."""
    return ((one.instruction.split() or [""], re.sub("[\n\t]", "", one.result)) for one in fields_of(story))


def fields_of(story: Element) -> Iterator[Field]:
    """The fields of a part, inner before outer. An inner field's result is part of the outer's."""
    opened: list[_Open] = []
    for node in story.iter(*_READ):
        kind = node.get(_KIND) if node.tag == _MARK else None
        if node.tag == _SIMPLE:
            yield Field(node.get(qn("w:instr"), ""), "".join(one.text or "" for one in node.iter(_TEXT)))
        elif kind == "begin":
            opened.append(_Open())
        elif not opened:
            continue
        elif kind == "separate":
            opened[-1].separated = True
        elif kind == "end":
            done = opened.pop()
            shown = "".join(done.shown)
            if opened:
                opened[-1].add(shown)
            yield Field("".join(done.code), shown)
        elif node.tag == _PARAGRAPH:
            opened[-1].add("\n")
        else:
            opened[-1].add(piece(node), node.tag == _CODE)


def switch(words: Words, name: str) -> str | None:
    """What follows a switch, such as `\\c`; None where the field does not have it."""
    at = words.index(name) if name in words else -1
    return None if at < 0 else words[at + 1] if at + 1 < len(words) else ""


def field_problems(word: WordFile) -> Iterator[Message]:
    """The marks of a field come as begin, separate, end, an inner field's inside it, and none reaches out of a link or a cell."""
    for name, story in word.stories:
        opened: list[tuple[str, Element | None]] = []
        for node in story.iter(_MARK):
            mark, bound = node.get(_KIND, ""), _bound(node)
            if mark == "begin":
                opened.append((mark, bound))
            elif not opened or (mark == "separate" and opened[-1][0] != "begin"):
                yield say("{part} has a field’s mark “{mark}” out of place.", part=name, mark=mark)
            elif bound is not opened[-1][1]:
                yield say("{part} has a field that reaches out of a link, a cell or a content control.", part=name)
                opened = opened[:-1] if mark == "end" else opened
            elif mark == "separate":
                opened[-1] = (mark, bound)
            else:
                opened.pop()
        if opened:
            yield say("{part} has a field that does not end.", part=name)
        if any(not one.instruction.strip() for one in fields_of(story)):
            yield say("{part} has a field that says nothing.", part=name)


def _bound(node: Element) -> Element | None:
    return next((one for one in node.iterancestors() if one.tag in _BOUNDS), None)
