"""A timeline from top to bottom: each event has its place by its date, and its words beside it, moved only where they would overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefkit.figures.bars import shortened
from briefkit.figures.canvas import INK, QUIET, Canvas, highest
from briefkit.figures.describing import words_of
from briefkit.figures.lettering import Letters
from briefkit.tree import Mark
from briefkit.wording import said

_BETWEEN = 0.55  # two events, in lines
_LEADER = 2.4  # from the axis to the words, in heights of the type
_MARK = 0.36  # half the height of a mark, likewise
_LONGEST_OF_MONTHS = 400  # days: a longer time is divided by years
_MOST_TICKS = 10
_KINDS = {"measure": ("measure", "мера", "шара"), "remedy": ("remedy", "средство защиты", "қорғау құралы")}


@dataclass(frozen=True, slots=True)
class _Event:
    """An event: its day, its lines, and its kind."""

    day: int
    lines: tuple[str, ...]
    kind: str

    def height(self, letters: Letters) -> float:
        return letters.line * (len(self.lines) + _BETWEEN)


def timeline(marks: Sequence[Mark], letters: Letters, width: float, cut: int, language: str) -> Canvas:
    """The figure; labels longer than `cut` characters are cut."""
    canvas = Canvas(letters, width)
    ticks = list(_ticks(marks, language))
    axis = highest(letters.width(words) for _, words in ticks) + (1.2 if ticks else 0.5) * letters.points
    beside = axis + _LEADER * letters.points
    events = [_event(mark, letters, width - beside, cut) for mark in marks]
    top = _legend(canvas, events, language)
    long = sum(event.height(letters) for event in events)
    days = _Days(events[0].day, events[-1].day, top + letters.line / 2, long - events[-1].height(letters))
    _draw_axis(canvas, axis, days, ticks)
    for event, at in zip(events, _places(events, days, letters), strict=True):
        _draw_event(canvas, event, axis, days.place(event.day), beside, at)
    for event in events:
        _draw_mark(canvas, event.kind, axis, days.place(event.day))
    canvas.height = top + long - _BETWEEN * letters.line + 1
    return canvas


@dataclass(frozen=True, slots=True)
class _Days:
    """The days between the first event and the last, and their places on the axis."""

    first: int
    last: int
    top: float
    long: float

    def place(self, day: int) -> float:
        return self.top + (self.long * (day - self.first) / (self.last - self.first) if self.last > self.first else 0.0)


def _event(mark: Mark, letters: Letters, room: float, cut: int) -> _Event:
    lines = letters.lines(shortened(words_of(mark.label), cut), room)
    return _Event(int(mark.size or 0), (words_of(mark.shown), *lines), mark.kind)


def _places(events: Sequence[_Event], days: _Days, letters: Letters) -> list[float]:
    """Where the words of each event begin: at its day, or as near to it as those above and below leave room for."""
    places: list[float] = []
    free = 0.0
    for event in events:
        places.append(max(days.place(event.day) - letters.line / 2, free))
        free = places[-1] + event.height(letters)
    end = days.top - letters.line / 2 + sum(event.height(letters) for event in events)
    for at in range(len(events) - 1, -1, -1):
        places[at] = min(places[at], end - events[at].height(letters))
        end = places[at]
    return places


def _ticks(marks: Sequence[Mark], language: str) -> Iterator[tuple[int, str]]:
    """The years, or the months of a short time, that begin between the first event and the last; not more than there is room for."""
    from babel.dates import format_date

    first, last = (date.fromordinal(int(marks[at].size or 1)) for at in (0, -1))
    by_months = (last - first).days <= _LONGEST_OF_MONTHS
    months = [(first.year * 12 + first.month + at) for at in range((last.year - first.year) * 12 + last.month - first.month)]
    begins = [date(month // 12, month % 12 + 1, 1) for month in months]
    kept = [day for day in begins if by_months or day.month == 1]
    for day in kept[:: -(-len(kept) // _MOST_TICKS) or 1]:
        yield day.toordinal(), format_date(day, "LLL y" if by_months else "y", locale=language)


def _draw_axis(canvas: Canvas, axis: float, days: _Days, ticks: Sequence[tuple[int, str]]) -> None:
    letters = canvas.letters
    canvas.line(((axis, days.top), (axis, days.top + days.long)), INK, 0.9)
    for day, words in ticks:
        place = days.place(day)
        canvas.line(((axis - 0.4 * letters.points, place), (axis, place)), INK)
        canvas.words(axis - 0.7 * letters.points, place - letters.line / 2, words, QUIET, "right")


def _draw_event(canvas: Canvas, event: _Event, axis: float, place: float, beside: float, top: float) -> None:
    letters = canvas.letters
    canvas.line(
        ((axis, place), (beside - 0.9 * letters.points, top + letters.line / 2), (beside - 0.4 * letters.points, top + letters.line / 2))
    )
    for at, line in enumerate(event.lines):
        canvas.words(beside, top + at * letters.line, line, QUIET if at == 0 and len(event.lines) > 1 else INK)


def _draw_mark(canvas: Canvas, kind: str, x: float, y: float) -> None:
    """A filled square for a measure, a ring for a remedy: they differ without colour."""
    half = _MARK * canvas.letters.points
    if kind == "remedy":
        canvas.ring(x, y, half)
    else:
        canvas.box(x - half, y - half, 2 * half, 2 * half)


def _legend(canvas: Canvas, events: Sequence[_Event], language: str) -> float:
    """What the marks mean, where there are both kinds; the height that it takes."""
    letters, kinds = canvas.letters, dict.fromkeys(event.kind for event in events)
    if len(kinds) < 2:
        return 0.0
    x = 0.5 * letters.points
    for kind in _KINDS:
        _draw_mark(canvas, kind, x, letters.line / 2)
        words = said(_KINDS, kind, language)
        canvas.words(x + 0.8 * letters.points, 0, words)
        x += letters.width(words) + 2.6 * letters.points
    return 1.8 * letters.line
