"""Dates, as BibLaTeX writes them (EDTF: 2020-05/2020-06, 2020~, 2020-21 for spring) and as CSL does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefkit.csl import date_parts

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASON = re.compile(r"(\d{4})-2([1-4])")


def read_issued(fields: Mapping[str, str]) -> dict[str, Any]:
    """The date of an entry: BibLaTeX's `date`, or BibTeX's `year` and `month`."""
    if fields.get("date"):
        return read_day(fields["date"])
    year, month = fields.get("year", ""), fields.get("month", "")
    number = next((at for at, name in enumerate(_MONTHS, 1) if month.lower().startswith(name)), 0)
    if not number and re.fullmatch("0?[1-9]|1[0-2]", month):
        number = int(month)
    if number and date_parts(year):
        return {"date-parts": [[*date_parts(year), number]]}
    return read_day(" ".join(part for part in (month, year) if part))


def read_day(text: str) -> dict[str, Any]:
    """A date, month or year, or a range of two; other words stand as they are."""
    if season := _SEASON.fullmatch(text):
        return {"date-parts": [[int(season[1])]], "season": season[2]}
    certain = text.removesuffix("~")
    parts = [date_parts(piece) for piece in re.split(r"\s*(?:/|--|–)\s*", certain)]
    if all(parts) and len(parts) <= 2:
        return {"date-parts": parts} | ({"circa": True} if certain != text else {})
    return {"literal": text} if text else {}


def write_day(value: Mapping[str, Any]) -> str:
    """A date of CSL as BibLaTeX writes it; one that has no parts, in its own words."""
    parts = value.get("date-parts")
    if not parts:
        return next((str(value[key]) for key in ("literal", "raw", "edtf") if value.get(key)), "")
    days = ["-".join(f"{int(number):0{4 if at == 0 else 2}}" for at, number in enumerate(day)) for day in parts]
    season = str(value.get("season", ""))
    if re.fullmatch("[1-4]", season) and len(parts) == 1 and len(parts[0]) == 1:
        return f"{days[0]}-2{season}"
    return "/".join(days) + ("~" if value.get("circa") else "")
