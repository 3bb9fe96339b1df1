"""What a figure shows, in words: for those who cannot see it, and for search."""

from __future__ import annotations

import re
import unicodedata

from briefkit.tree import Figure, Mark
from briefkit.walk import Line, plain
from briefkit.wording import said

_KINDS = {
    "bars": ("Bar chart", "Столбчатая диаграмма", "Бағаналы диаграмма"),
    "list": ("List", "Перечень", "Тізім"),
    "timeline": ("Timeline", "Шкала времени", "Уақыт шкаласы"),
}

_SPACES = re.compile("[ \t\n\r\f\v\u2028\u2029\u0085]+")  # those that hold words together stay


def described(figure: Figure, language: str) -> str:
    """The kind of figure, and everything that it shows, each with its number or its day."""
    numbered = any(mark.shown for mark in figure.marks)
    kind = said(_KINDS, figure.shape if numbered else "list", language)
    shown = "; ".join(_described(mark, figure.shape) for mark in figure.marks)
    return f"{kind}. {shown}."


def _described(mark: Mark, shape: str) -> str:
    what, number = label_of(mark), words_of(mark.shown)
    pair = (number, what) if shape == "timeline" else (what, number)
    return ": ".join(one for one in pair if one)


def label_of(mark: Mark) -> str:
    """What a mark is called, after the sign that stands in its box."""
    return " – ".join(one for one in (words_of(mark.sign), words_of(mark.label)) if one)


def words_of(line: Line) -> str:
    """The words of a line, on one line and without what cannot be drawn."""
    printed = "".join(char for char in plain(line) if unicodedata.category(char) not in ("Cc", "Cf", "Cs") or char.isspace())
    return _SPACES.sub(" ", printed).strip()
