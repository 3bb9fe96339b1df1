"""Paragraphs that were only broken otherwise: two that became one, and one that became two. Their sentences moved, and nobody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from briefkit.diff.aligned import Facing, Row
from briefkit.diff.changes import InText, shortened
from briefkit.messages import Message, say
from briefkit.sentences import only_tags


@dataclass(frozen=True, slots=True)
class Broken(InText):
    """Two paragraphs on one side, one on the other; `first` is the sentence that begins the second of the two."""

    first: str

    @property
    def weight(self) -> str:
        return "form"


@dataclass(frozen=True, slots=True)
class ParagraphsJoined(Broken):
    """Two paragraphs that became one."""

    name: ClassVar[str] = "paragraphs-joined"

    @property
    def sentence(self) -> Message:
        return say("{text}: two paragraphs became one, joined before “{first}”", text=self.whose, first=shortened(self.first))


@dataclass(frozen=True, slots=True)
class ParagraphParted(Broken):
    """A paragraph that became two."""

    name: ClassVar[str] = "paragraph-parted"

    @property
    def sentence(self) -> Message:
        return say("{text}: one paragraph became two, the second from “{first}”", text=self.whose, first=shortened(self.first))


def compare_breaks(here: Row, there: Row, behind: bool, language: str, tones: tuple[str, ...]) -> ParagraphsJoined | ParagraphParted | None:
    """What it comes to that sentences came to a paragraph from the one beside it, which is `behind` it or before; None if to more."""
    if not there.new.strip() and here.old.strip():
        first = _second(here, [one.moved for one in _sentences(here)], behind)
        left = all(one.moved for one in _sentences(there)) and len(_sentences(there)) == sum(one.moved for one in _sentences(here))
        return ParagraphsJoined(language, first.new, tones=tones) if first and left else None
    if not here.old.strip() and there.new.strip():
        first = _second(there, [one.moved and not one.new for one in _sentences(there)], not behind)
        came = all(one.moved for one in _sentences(here)) and len(_sentences(here)) == sum(one.moved for one in _sentences(there))
        return ParagraphParted(language, (first.old if not behind else _after(there).new), tones=tones) if first and came else None
    return None


def _second(row: Row, moved: list[bool], behind: bool) -> Facing | None:
    """Where the second paragraph begins, or began, in the one that holds both; None where what moved stands in several places of it."""
    number = sum(moved)
    if not number or number == len(moved):
        return None
    at = len(moved) - number if behind else number
    alike = moved[at:] if behind else moved[:at]
    return _sentences(row)[at] if all(alike) else None


def _after(row: Row) -> Facing:
    """The first sentence that a paragraph keeps."""
    return next(one for one in _sentences(row) if one.new)


def _sentences(row: Row) -> list[Facing]:
    return [one for one in row.facing if not only_tags(one.old or one.new)]
