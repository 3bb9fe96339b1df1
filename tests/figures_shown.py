"""Figures for the tests: bars, targets and a timeline, made of words alone."""

from __future__ import annotations

from datetime import date

from briefkit.tree import Count, Figure, Inline, Mark, Text


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def bar(label: str, size: int | float | None, sign: str = "") -> Mark:
    return Mark(words(label), words("" if size is None else f"{size}"), size, words(sign))


def event(day: date, label: str, kind: str = "measure") -> Mark:
    return Mark(words(label), words(day.isoformat()), day.toordinal(), kind=kind)


def figure(*marks: Mark, shape: str = "bars", number: int = 1) -> Figure:
    caption = (Text("Figure\u00a0"), Count("figure", "served", number), Text(". People served"))
    return Figure(shape, marks, ("Group", "People"), caption, words("Source: Exhibit 1"))


BARS = figure(bar("Older people", 320), bar("Children", 40), bar("Nobody", 0))
TARGETS = figure(bar("Advice", 830, "3.8"), bar("Care", None, "10.2"))
TIMELINE = figure(
    event(date(2025, 3, 14), "A fine"),
    event(date(2025, 3, 20), "An appeal", "remedy"),
    event(date(2026, 6, 5), "A freezing of accounts"),
    shape="timeline",
)
