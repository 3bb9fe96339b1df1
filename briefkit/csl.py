"""CSL-JSON items, as YAML or JSON holds them, into authorities (CSL 1.0.2, csl-data schema)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.model.library import Authority, Pinpoint
from briefkit.shaped import verification
from briefkit.yamlmarks import Leaf, Node, as_day, plain
from briefkit.yamlmarks import Mapping as Marked

DATES = ("issued", "accessed", "available-date", "event-date", "original-date", "submitted")
NAMES = (
    ("author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director")
    + ("editor", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer")
    + ("original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "translator")
)
TYPES = (
    ("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter", "classic")
    + ("collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing")
    + ("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference")
    + ("patent", "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report", "review")
    + ("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage")
)


def read_authority(node: Marked, problems: list[Diagnostic], own: bool = False) -> Authority | None:
    """An item and the project's fields under `custom`; None without an id. `own` marks the case's own references."""
    name = node.text("id")
    if not name:
        return None
    _check_type(node, problems)
    custom = node.mapping("custom")
    item = {key.text: _value(key.text, value, problems) for key, value in node.entries if key.text != "custom"}
    return Authority(
        id=name,
        csl=MappingProxyType(item),
        status=custom.text("status", "literature"),
        confirmed=custom.flag("confirmed", otherwise=own),
        in_force=first_day(custom.text("in-force")),
        in_force_until=first_day(custom.text("in-force-until")),
        titles=custom.mapping("titles").texts(),
        pinpoints=tuple(_pinpoint(one) for one in custom.mappings("pinpoints")),
        group=custom.text("group"),
        note=custom.text("note"),
        own=own,
        span=(node.get("id") or node).span,
    )


def first_day(text: str) -> date | None:
    """The first day that a date, a month or a year can mean."""
    return as_day(text) or as_day(f"{text}-01") or as_day(f"{text}-01-01")


def _check_type(node: Marked, problems: list[Diagnostic]) -> None:
    kind = node.get("type")
    if isinstance(kind, Leaf) and kind.text not in TYPES:
        hint = did_you_mean(kind.text, TYPES, "see the types of CSL 1.0.2")
        problems.append(diagnose("unknown-choice", f"“{kind.text}” is not a type of CSL.", kind.span, hint))


def _value(key: str, node: Node, problems: list[Diagnostic]) -> Any:
    if key in DATES:
        return _date(node, problems)
    if key in NAMES:
        return _names(node)
    if isinstance(node, Leaf) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return node.text
    return plain(node)


def _names(node: Node) -> Any:
    """CSL names; a plain text is one literal name, so that institutions are easy to write."""
    if isinstance(node, Leaf):
        return [{"literal": node.text}]
    names = plain(node)
    return [{"literal": name} if isinstance(name, str) else name for name in names] if isinstance(names, list) else [names]


def _date(node: Node, problems: list[Diagnostic]) -> Mapping[str, Any]:
    """CSL's date value; an ISO date, month or year, or a range of two with a slash, is taken apart."""
    if not isinstance(node, Leaf):
        value = plain(node)
        if isinstance(value, dict):
            return value
        problems.append(diagnose("bad-date", "A date is YYYY-MM-DD, or has date-parts.", node.span))
        return {}
    parts = [date_parts(text) for text in node.text.split("/")]
    if len(parts) > 2 or not all(parts):
        problems.append(diagnose("bad-date", f"“{node.text}” is not a date.", node.span, "write YYYY-MM-DD, YYYY-MM or YYYY"))
        return {}
    return {"date-parts": parts}


def date_parts(text: str) -> list[int]:
    """The numbers of an ISO date, month or year; empty for anything else."""
    pieces = text.split("-")
    if not all(piece.isdigit() for piece in pieces) or len(pieces[0]) != 4 or first_day(text) is None:
        return []
    return [int(piece) for piece in pieces]


def _pinpoint(node: Marked) -> Pinpoint:
    return Pinpoint(node.text("loc"), node.text("says"), verification(node.mapping("verified")), node.text("note"), node.span)
