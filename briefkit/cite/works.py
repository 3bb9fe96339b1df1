"""Works: a CSL-JSON item as citeproc wants its references (names, dates and texts told apart; CSL-JSON 1.0.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from citeproc.source import Date, DateRange, LiteralDate, Name, Reference
from citeproc.string import String

from briefkit.cite.marks import marked

NAMES = frozenset(
    (
        *("author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director"),
        *("editor", "editor-translator", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer"),
        *("narrator", "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer"),
        *("series-creator", "translator"),
    )
)
DATES = frozenset(("accessed", "available-date", "event-date", "issued", "original-date", "submitted"))
_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix")
_DAY = re.compile(r"(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$")


class Work(Reference):  # type: ignore[misc]
    """An authority as the engine reads it. Filled without citeproc's own list of variables, which ends at CSL 1.0.1."""

    def __init__(self, item: Mapping[str, Any]) -> None:
        dict.__init__(self, {name.replace("-", "_"): value for name, value in _variables(item)})
        self.key = str(item.get("id", ""))
        self.type = str(item.get("type", "document"))

    def __getitem__(self, name: str) -> Any:
        """A variable by its CSL name or by citeproc's, which has underscores. Raises citeproc's VariableError."""
        return super().__getitem__(name.replace("-", "_"))

    @property
    def year(self) -> str:
        """The year in which it was issued; empty if that is not known."""
        issued = self.get("issued")
        return str(issued["year"]) if isinstance(issued, Date) else ""


def without_author(work: Work) -> Work:
    """The work as a citation with a suppressed author (`-@id`) prints it."""
    bare = Work({"id": work.key, "type": work.type})
    bare.update({name: value for name, value in work.items() if name != "author"})
    return bare


def _variables(item: Mapping[str, Any]) -> list[tuple[str, Any]]:
    named = ((("title-short" if name == "shortTitle" else name), value) for name, value in item.items() if name not in ("id", "type"))
    read = ((name, _value(name, value)) for name, value in named)
    return [(name, value) for name, value in read if value]


def _value(name: str, value: Any) -> Any:
    if name in NAMES:
        return [_name(one) for one in value if one]
    if name in DATES:
        return _date(value)
    return String(_curly(marked(str(value)))) if isinstance(value, str | int | float) else None


def _curly(text: str) -> str:
    """Typewriter apostrophes within words as printers set them."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


def _name(parts: Mapping[str, Any]) -> Any:
    if "literal" in parts:
        return Name(literal=String(_curly(str(parts["literal"]))))
    return Name(**{part: str(parts[part]) for part in _NAME_PARTS if parts.get(part)})


def _date(value: Any) -> Any:
    """A date of CSL-JSON: date-parts (one or two), a season, an ISO string, or words."""
    if not isinstance(value, Mapping):
        return _day_from_text(str(value))
    days = [_day(parts, value.get("season")) for parts in value.get("date-parts", ()) if parts]
    if len(days) > 1:
        return DateRange(begin=days[0], end=days[1], circa=bool(value.get("circa")))
    if days:
        days[0].circa = bool(value.get("circa"))
        return days[0]
    words = value.get("literal") or value.get("raw")
    return _day_from_text(str(words)) if words else None


def _day_from_text(text: str) -> Any:
    found = _DAY.match(text)
    return _day([int(part) for part in found.groups() if part]) if found else LiteralDate(text)


def _day(parts: Sequence[Any], season: Any = None) -> Any:
    known = dict(zip(("year", "month", "day"), (int(part) for part in parts if part not in (None, "")), strict=False))
    if season is not None and "month" not in known:
        known["season"] = int(season)
    return Date(**known)
