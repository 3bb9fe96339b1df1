"""Dates: CSL-JSON's, and their forms (CSL 1.0.2, "Date"): single dates, ranges, seasons, eras."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

LONGEST = 100  # characters of a date written out; what is longer is words


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is known; 0 for what is not. A season is 1 to 4 (spring to winter)."""

    year: int
    month: int = 0
    day: int = 0
    season: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """A date variable: one day, or two for a range (`open` if it has no end), or words."""

    start: Day | None = None
    end: Day | None = None
    circa: bool = False
    literal: str = ""
    open: bool = False

    @property
    def sort_key(self) -> str:
        """A text that sorts as the date does: years before Christ first, a year before its months."""
        days = [day for day in (self.start, self.end) if day]
        return "-".join(f"{day.year + 10000:05}{day.month or day.season + 12 * bool(day.season):02}{day.day:02}" for day in days)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def read_date(value: Any) -> Dated | None:
    """A date of CSL-JSON; None if nothing of it can be read."""
    if isinstance(value, str | int):
        return parse_date(str(value))
    if not isinstance(value, Mapping):
        return None
    circa = value.get("circa") not in (None, False, 0, "", "0")
    parts = value.get("date-parts")
    parts = parts if isinstance(parts, list | tuple) else ()
    if days := _days(value, parts):
        return Dated(days[0], days[1] if len(days) > 1 else None, circa, open=len(parts) > 1 and len(days) == 1)
    if value.get("raw") and not value.get("literal"):
        parsed = parse_date(str(value["raw"]))
        return replace(parsed, circa=circa or parsed.circa) if parsed else None
    words = value.get("literal") or value.get("season")
    return Dated(literal=str(words), circa=circa) if words else None


def _days(value: Mapping[str, Any], parts: Sequence[Any]) -> list[Day]:
    """The days of a date value: its date-parts, or the year, month and day of older exports."""
    days = [day for one in parts if (day := _day(one, value.get("season")))]
    if days or not isinstance(value.get("year"), str | int):
        return days
    day = _day([value["year"], value.get("month"), value.get("day")], value.get("season"))
    return [day] if day else []


def _day(parts: Any, season: Any = None) -> Day | None:
    if not isinstance(parts, Sequence) or isinstance(parts, str):
        return None
    numbers = [_number(part) for part in parts][:3]
    if not numbers or not numbers[0]:
        return None
    year, month, day = [*numbers, 0, 0][:3]
    named = _number(season) or _SEASONS.get(str(season or "").lower(), 0)
    if month and not 1 <= month <= 12:
        named, month = (month - 12, 0) if 13 <= month <= 16 else (month - 20, 0) if 21 <= month <= 24 else (0, 0)
    return Day(year, month, day if 1 <= day <= 31 else 0, named if 1 <= named <= 4 and not month else 0)


def _number(value: Any) -> int:
    text = str(value).strip()
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else 0


# --- dates as people write them ---------------------------------------------------------------------


def parse_date(text: str) -> Dated | None:
    """A date written out: ISO, "21 December 2002", "Dec 2002", "Summer 2010", ranges with "/" or "-"; words stay words."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return Dated(literal=text) if text else None
    circa = bool(re.search(r"(?i)\bcirca\b|\bca?\.|\?|~", text))
    cleaned = re.sub(r"(?i)\bcirca\b|\bca?\.|[?~]", " ", text).strip()
    pieces = re.split(r"\s*/\s*|\s*[–—]\s*|\s*--\s*", cleaned)
    if len(pieces) == 1 and not re.fullmatch(r"-?\d{1,4}(-\d{1,2}){1,2}", cleaned):
        pieces = re.split(r"\s+-\s+|(?<=[a-z0-9])-(?=[A-Za-z0-9])", cleaned, maxsplit=1) if "-" in cleaned else pieces
    if len(pieces) == 2:
        end = _parse_one(pieces[1])
        lacking = re.fullmatch(r"\d{1,2}", pieces[0]) and end and end.day  # "5" of "5-7 May 2000" is no year
        start = (None if lacking else _parse_one(pieces[0])) or (_shared(pieces[0], end) if end else None)
        if start and end:
            return Dated(start, end, circa)
        if start and not pieces[1]:
            return Dated(start, None, circa, open=True)
    day = _parse_one(cleaned)
    return Dated(day, None, circa) if day else Dated(literal=text)


def _shared(text: str, end: Day) -> Day | None:
    """The first half of a range that lacks what the second half says: "5-7 May 2000", "May-June 2000"."""
    month = _MONTHS[end.month - 1] if end.month and text.isdecimal() else ""
    return _parse_one(f"{text} {month} {end.year}")


def _parse_one(text: str) -> Day | None:
    text = text.strip()
    iso = re.fullmatch(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text)
    if iso and (len(iso[1].lstrip("-")) >= 3 or not iso[2]):
        return _day([part for part in iso.groups() if part])
    if found := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text):
        return _day([found[3], found[1], found[2]])
    words = re.findall(r"[^\W\d_]+|\d+", text)
    months = [at for word in words for at, name in enumerate(_MONTHS, 1) if word.lower().startswith(name)]
    seasons = [_SEASONS[word.lower()] for word in words if word.lower() in _SEASONS]
    numbers = [int(word) for word in words if word.isdecimal()]
    years = [number for number in numbers if number > 31] or numbers[-1:]
    era = -1 if re.search(r"(?i)\bB\.?C", text) else 1
    known = {"bc", "ad", "b", "c", "a", "d", "st", "nd", "rd", "th", "of", *_SEASONS}
    if not years or any(word.isalpha() and word.lower() not in known and not _is_month(word) for word in words):
        return None
    days = [number for number in numbers if number <= 31 and number != years[0]]
    return Day(era * years[0], months[0] if months else 0, days[0] if days and months else 0, seasons[0] if seasons and not months else 0)


def _is_month(word: str) -> bool:
    return any(word.lower().startswith(name) for name in _MONTHS)
