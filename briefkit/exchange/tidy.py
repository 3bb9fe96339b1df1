"""CSL data as they are compared and written: no field that says nothing, the numbers of dates as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefkit.csl import DATES


def tidied(csl: Mapping[str, Any]) -> dict[str, Any]:
    """The item's data without its id; exporters give empty fields, and dates of words."""
    return {name: _tidy(name, value) for name, value in csl.items() if name != "id" and not _says_nothing(value)}


def differing(first: Mapping[str, Any], second: Mapping[str, Any]) -> tuple[str, ...]:
    """The variables in which two items differ, in the order of the second."""
    one, other = tidied(first), tidied(second)
    return tuple(name for name in dict.fromkeys((*other, *one)) if one.get(name) != other.get(name))


def _says_nothing(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _tidy(name: str, value: Any) -> Any:
    if name in DATES and isinstance(value, Mapping):
        kept = {key: one for key, one in value.items() if not _says_nothing(one)}
        return {**kept, "date-parts": [_numbers(day) for day in kept["date-parts"]]} if "date-parts" in kept else kept
    return value


def _numbers(day: Any) -> Any:
    return [int(part) if str(part).lstrip("-").isdecimal() else part for part in day] if isinstance(day, list) else day
