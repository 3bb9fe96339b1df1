"""Bars, one below the other, each with its label before it and its number after it: no axis has to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.figures.canvas import PAPER, QUIET, Canvas, highest
from briefkit.figures.describing import words_of
from briefkit.figures.lettering import Letters
from briefkit.tree import Mark

_EDGE = 1.5  # points above the first row and below the last, so that nothing is cut off
_LABELS = 0.44  # the share of the width that labels take at most
_THICK, _GAP, _BETWEEN = 1.2, 0.7, 0.6  # in heights of the type: a bar, the space beside it, that between two rows


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns begin, and how wide the longest bar may be."""

    sign: float  # the width of the boxes
    label: float
    room: float  # for the labels
    bar: float
    longest: float


def bars(marks: Sequence[Mark], letters: Letters, width: float, cut: int) -> Canvas:
    """The figure; labels longer than `cut` characters are cut."""
    canvas = Canvas(letters, width)
    columns = _columns(marks, letters, width, cut)
    most = max((mark.size for mark in marks if mark.size is not None), default=0)
    top = _EDGE
    for mark in marks:
        top += _row(canvas, mark, columns, top, most, cut) + _BETWEEN * letters.points
    canvas.height = max(top - _BETWEEN * letters.points, 0.0) + _EDGE
    if any(mark.size is not None for mark in marks):
        canvas.line(((columns.bar, 0), (columns.bar, canvas.height)), QUIET)
    return canvas


def _columns(marks: Sequence[Mark], letters: Letters, width: float, cut: int) -> _Columns:
    gap = _GAP * letters.points
    signs = highest(letters.width(words_of(mark.sign)) for mark in marks if mark.sign)
    sign = signs + 2 * gap if signs else 0.0
    label = sign + gap if sign else 0.0
    numbers = highest(letters.width(words_of(mark.shown)) for mark in marks)
    natural = highest(letters.width(shortened(words_of(mark.label), cut)) for mark in marks)
    room = min(natural + 1, (width - label) * (_LABELS if numbers else 1.0))
    bar = label + room + gap
    return _Columns(sign, label, room, bar, max(width - bar - gap - numbers - 1, 1.0))


def _row(canvas: Canvas, mark: Mark, columns: _Columns, top: float, most: float, cut: int) -> float:
    """Draw a row; its height."""
    letters = canvas.letters
    lines = letters.lines(shortened(words_of(mark.label), cut), columns.room)
    thick = _THICK * letters.points
    height = max(len(lines) * letters.line, thick + 0.2 * letters.points)
    middle = top + height / 2
    for at, line in enumerate(lines):
        canvas.words(columns.label, middle - len(lines) * letters.line / 2 + at * letters.line, line)
    if mark.sign:
        canvas.box(0, middle - letters.line / 2 - 1, columns.sign, letters.line + 2)
        canvas.words(columns.sign / 2, middle - letters.line / 2, words_of(mark.sign), PAPER, "center")
    if mark.size is not None:
        long = columns.longest * (mark.size / most) if most else 0.0
        canvas.box(columns.bar, middle - thick / 2, max(long, 1.0 if mark.size else 0.0), thick)
        canvas.words(columns.bar + long + _GAP * letters.points, middle - letters.line / 2, words_of(mark.shown))
    return height


def shortened(words: str, most: int) -> str:
    """Words cut after one of them where there are too many."""
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;:– ") + "…"
