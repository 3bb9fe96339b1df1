"""Date nodes: localized and the style's own, single dates and ranges (CSL 1.0.2, "Date")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.cite.context import EMPTY, FULL, Context, Rendered
from briefkit.cite.dates import Dated, Day
from briefkit.cite.formats import PLAIN, Format, joined, read_format
from briefkit.cite.marks import SEAM

_GREATEST = {"year": 3, "month": 2, "day": 1}


@dataclass(frozen=True, slots=True)
class Part:
    """A date part with its attributes (form, affixes, formatting, range-delimiter)."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def form(self) -> str:
        return self.attributes.get("form", "long" if self.name != "day" else "numeric")


@dataclass(frozen=True, slots=True, eq=False)
class DateNode:
    """A date variable. A `form` takes the locale's date; `parts` are the style's own, or what it changes in the locale's."""

    name: str
    form: str = ""
    shown: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    delimiter: str = ""
    format: Format = PLAIN

    def render(self, context: Context) -> Rendered:
        date = context.item.dates.get(self.name)
        if date is None or self.name in context.suppressed:
            return "", EMPTY
        if context.sorting is not None:
            context.used.append(self.name)
            return self._for_sorting(date, context), FULL
        text = self._written(date, context)
        if not text:
            return "", EMPTY
        context.used.append(self.name)
        return self.format.apply(text, context.default_language), FULL

    def _for_sorting(self, date: Dated, context: Context) -> str:
        if date.start is None:
            return date.literal
        names = {part.name for part in self._parts(date, context)}
        kept = [Day(d.year, d.month if "month" in names else 0, d.day if "day" in names else 0) for d in (date.start, date.end) if d]
        return Dated(kept[0], kept[1] if len(kept) > 1 else None).sort_key

    def _parts(self, date: Dated, context: Context) -> list[Part]:
        if not self.form:
            return list(self.parts)
        localized = context.locale.dates.get(self.form)
        own = {part.name: part.attributes for part in self.parts}
        wanted = self.shown or ("year", "month", "day")
        parts = [Part(part.name, part.attributes) for part in (localized.parts if localized else ())]
        if context.locale.language.startswith("kk") and not ("day" in wanted and date.start and date.start.day):
            parts = _joined_to_year(parts)
        return [Part(part.name, {**part.attributes, **own.get(part.name, {})}) for part in parts if part.name in wanted]

    def _delimiter(self, context: Context) -> str:
        localized = context.locale.dates.get(self.form) if self.form else None
        return localized.delimiter if localized else self.delimiter

    def _written(self, date: Dated, context: Context) -> str:
        if date.start is None:
            return date.literal
        parts, delimiter = self._parts(date, context), self._delimiter(context)
        if date.end is None:
            text = joined(self._days(date.start, parts, context), delimiter)
            return text + "–" if date.open and text else text
        return self._range(date.start, date.end, parts, delimiter, context)

    def _days(self, day: Day, parts: Sequence[Part], context: Context) -> list[str]:
        return [read_format(part.attributes).apply(_part(day, part, context), context.default_language) for part in parts]

    def _range(self, start: Day, end: Day, parts: Sequence[Part], delimiter: str, context: Context) -> str:
        """A range: the parts up to the greatest that differs stand twice, the others once, where they stand in the date."""
        differing = _differing(start, end, parts)
        if differing is None:
            return joined(self._days(start, parts, context), delimiter)
        twice = [at for at, part in enumerate(parts) if _GREATEST[part.name] <= _GREATEST[differing]]
        first, last = twice[0], twice[-1]
        run = parts[first : last + 1]
        mark = next((part.attributes.get("range-delimiter") for part in parts if part.name == differing), None) or "–"
        opening = [_without_suffix(part) if at == len(run) - 1 else part for at, part in enumerate(run)]
        closing = [_without_prefix(part) if at == 0 else part for at, part in enumerate(run)]
        begun = _without_last(joined(self._days(start, opening, context), delimiter))
        middle = f"{begun}{mark}{joined(self._days(end, closing, context), delimiter)}"
        before = self._days(start, parts[:first], context)
        after = self._days(end, parts[last + 1 :], context)
        return joined([*before, middle, *after], delimiter)


def _joined_to_year(parts: Sequence[Part]) -> list[Part]:
    """A date of no day: Kazakh joins to the year what follows it by a word, which its locale has before the day, here before the month."""
    joint = next((part.attributes.get("prefix", "") for part in parts if part.name == "day"), "")
    shown = [part for part in parts if part.name != "day"]
    return [Part(part.name, {**part.attributes, "prefix": joint}) if part.name == "month" and joint else part for part in shown]


def _without_last(text: str) -> str:
    return text.rstrip(SEAM + " ")


def _without_suffix(part: Part) -> Part:
    return Part(part.name, {name: value for name, value in part.attributes.items() if name != "suffix"})


def _without_prefix(part: Part) -> Part:
    return Part(part.name, {name: value for name, value in part.attributes.items() if name != "prefix"})


def _differing(start: Day, end: Day, parts: Sequence[Part]) -> str | None:
    """The greatest part shown in which two days differ."""
    shown = {part.name for part in parts}
    for name, one, other in (
        ("year", start.year, end.year),
        ("month", (start.month, start.season), (end.month, end.season)),
        ("day", start.day, end.day),
    ):
        if name in shown and one != other:
            return name
    return None


def _part(day: Day, part: Part, context: Context) -> str:
    if part.name == "year":
        year = _year(day.year, part.form, context)
        return year + context.take_suffix() if context.takes_suffix else year
    if part.name == "month":
        return _month(day, part.form, context)
    return _day(day, part.form, context)


def _year(year: int, form: str, context: Context) -> str:
    if form == "short" and year >= 1000:
        return f"{year % 100:02}"
    if year < 0:
        return f"{-year}{context.locale.term('bc')}"
    return f"{year}{context.locale.term('ad')}" if year < 1000 else str(year)


def _month(day: Day, form: str, context: Context) -> str:
    if day.season:
        return context.locale.term(f"season-{day.season:02}")
    if not day.month:
        return ""
    if form == "numeric":
        return str(day.month)
    if form == "numeric-leading-zeros":
        return f"{day.month:02}"
    return context.locale.term(f"month-{day.month:02}", form)


def _day(day: Day, form: str, context: Context) -> str:
    if not day.day:
        return ""
    if form == "numeric-leading-zeros":
        return f"{day.day:02}"
    only_first = context.locale.options.get("limit-day-ordinals-to-day-1") == "true"
    if form == "ordinal" and (day.day == 1 or not only_first):
        month = context.locale.find(f"month-{day.month:02}")
        return f"{day.day}{context.locale.ordinal(day.day, month.gender if month else '')}"
    return str(day.day)
