"""CSL-JSON items, as YAML or JSON holds them, into authorities (CSL 1.0.2, csl-data schema)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from briefkit.messages import say
from briefkit.model.libraries import RECALLS, Adverse, Authority, Counterpart, Finding, Pinpoint, Recall
from briefkit.model.naming import Named
from briefkit.shaped import names, verification
from briefkit.shapes import Anything, Either, Field, Flag, ListOf, Record, Shape, Words, check
from briefkit.yamlmarks import Leaf, Listing, Node, as_day, plain, whole
from briefkit.yamlmarks import Mapping as Marked

DATES = ("issued", "accessed", "available-date", "event-date", "original-date", "submitted")
NAMES = (
    ("author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director")
    + ("editor", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer")
    + ("original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "translator")
)
TEXTS = (
    ("abstract", "annote", "archive", "archive-place", "archive_collection", "archive_location", "authority", "call-number")
    + ("chapter-number", "citation-key", "citation-label", "citation-number", "collection-number", "collection-title")
    + ("container-title", "container-title-short", "dimensions", "division", "DOI", "edition", "event", "event-place", "event-title")
    + ("first-reference-note-number", "genre", "id", "ISBN", "ISSN", "issue", "journalAbbreviation", "jurisdiction", "keyword")
    + ("language", "locator", "medium", "note", "number", "number-of-pages", "number-of-volumes", "original-publisher")
    + ("original-publisher-place", "original-title", "page", "page-first", "part", "part-title", "PMCID", "PMID", "printing")
    + ("publisher", "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "section", "shortTitle", "source")
    + ("status", "supplement", "title", "title-short", "type", "URL", "version", "volume", "volume-title", "volume-title-short")
    + ("year-suffix",)
)
TYPES = (
    ("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter", "classic")
    + ("collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing")
    + ("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference")
    + ("patent", "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report", "review")
    + ("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage")
)
_MAYBE = Words(blank=True)  # exports give fields that hold nothing
_SWITCH = Either((_MAYBE, Flag()))
_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_NAME = Record(
    tuple(Field(part, _MAYBE, say("a part of the name")) for part in _PARTS)
    + tuple(Field(name, _SWITCH, say("how the name is written")) for name in ("comma-suffix", "static-ordering", "parse-names"))
)
_DATE = Record(
    tuple(Field(name, _MAYBE, say("the date in words")) for name in ("season", "literal", "raw", "edtf"))
    + (Field("circa", _SWITCH, say("whether it is uncertain")), Field("date-parts", ListOf(ListOf(_MAYBE)), say("year, month and day")))
)
_SHAPES: Mapping[str, Shape] = MappingProxyType(
    dict.fromkeys(TEXTS, _MAYBE)
    | dict.fromkeys(NAMES, Either((Words(), ListOf(Either((Words(), _NAME))), _NAME)))
    | dict.fromkeys(DATES, Anything())  # read by _date
    | {"categories": ListOf(_MAYBE), "custom": Anything()}
)
_NUMBERS = re.compile(r"-?[0-9]{1,5}(-([1-9]|0[1-9]|1[0-9]|2[0-4])(-([1-9]|0[1-9]|[12][0-9]|3[01]))?)?")  # months 13 to 24 are seasons


def read_authority(node: Marked, problems: list[Diagnostic], own: bool = False) -> Authority | None:
    """An item and the project's fields under `custom`; None without an id. `own` marks the case's own references.

    Problems: `wrong-type`, `bad-date`, `unknown-choice`, `unknown-key`; the last a warning in the case's own references,
    whose exports may hold more than CSL knows, and there `missing-key` for an item without a title.
    """
    name = node.text("id")
    if not name:
        return None
    _check_type(node, problems)
    if own:
        _check_title(node, problems)
    custom = node.mapping("custom")
    known = [(key, value) for key, value in node.entries if _is_known(key, problems, own)]
    item = {key.text: _value(key.text, value, problems) for key, value in known if key.text != "custom"}
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
        recalled=_recalled(custom.mapping("recalled")),
        articles=custom.whole("articles"),
        own=own,
        finds=tuple(_finding(one) for one in custom.mappings("finds")),
        adverse=tuple(Adverse(names(one, "to"), one.text("says"), one.text("at")) for one in custom.mappings("adverse")),
        counterparts=tuple(_counterpart(one) for one in custom.mappings("counterparts")),
        span=(node.get("id") or node).span,
        entry=whole(node),
    )


def first_day(text: str) -> date | None:
    """The first day that a date, a month or a year can mean."""
    return as_day(text) or as_day(f"{text}-01") or as_day(f"{text}-01-01")


def _check_type(node: Marked, problems: list[Diagnostic]) -> None:
    kind = node.get("type")
    if isinstance(kind, Leaf) and kind.text not in TYPES:
        hint = did_you_mean(kind.text, TYPES, say("see the types of CSL 1.0.2"))
        problems.append(diagnose("unknown-choice", say("“{type}” is not a type of CSL.", type=kind.text), kind.span, hint))


def _check_title(node: Marked, problems: list[Diagnostic]) -> None:
    """A letter may have none in an export; a citation of it then begins with something else."""
    if not node.text("title").strip():
        said = say("“{id}” has no title.", id=node.text("id"))
        span = (node.get("title") or node.get("id") or node).span
        problems.append(diagnose("missing-key", said, span, say("see whether its footnote says enough"), Severity.WARNING))


def _is_known(key: Leaf, problems: list[Diagnostic], own: bool) -> bool:
    if key.text in _SHAPES:
        return True
    hint = did_you_mean(key.text, _SHAPES, say("see the variables of CSL 1.0.2"))
    severity = Severity.WARNING if own else Severity.ERROR
    problems.append(
        diagnose("unknown-key", say("“{name}” is not a variable of CSL, so nothing prints it.", name=key.text), key.span, hint, severity)
    )
    return False


def _value(key: str, node: Node, problems: list[Diagnostic]) -> Any:
    if key in DATES:
        return _date(node, problems)
    problems.extend(check(node, _SHAPES[key]))
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
    if isinstance(node, Listing):
        problems.append(diagnose("bad-date", say("A date is YYYY-MM-DD, or has date-parts."), node.span))
        return {}
    if isinstance(node, Marked):
        problems.extend(tuple(check(node, _DATE)) or _wrong_parts(node))
        value: dict[str, Any] = plain(node)
        return value
    parts = [date_parts(text) for text in node.text.split("/")]
    if len(parts) > 2 or not all(parts):
        problems.append(
            diagnose("bad-date", say("“{text}” is not a date.", text=node.text), node.span, say("write YYYY-MM-DD, YYYY-MM or YYYY"))
        )
        return {}
    return {"date-parts": parts}


def _wrong_parts(node: Marked) -> Iterator[Diagnostic]:
    """Date-parts that are no date, or a date that says nothing."""
    listed = node.get("date-parts")
    days = [day for day in listed.items if isinstance(day, Listing)] if isinstance(listed, Listing) else []
    for day in days:
        if not _NUMBERS.fullmatch("-".join(part.text for part in day.items if isinstance(part, Leaf))):
            yield diagnose("bad-date", say("This is not a year, a month and a day."), day.span, say("for example [[2025, 3, 14]]"))
    if (not days or len(days) > 2) and not any(node.text(name) for name in ("season", "literal", "raw", "edtf")):
        yield diagnose("bad-date", say("This is no date."), node.span, say("write YYYY-MM-DD, or literal: and words"))


def date_parts(text: str) -> list[int]:
    """The numbers of an ISO date, month or year; empty for anything else."""
    pieces = text.split("-")
    if not all(piece.isdigit() for piece in pieces) or len(pieces[0]) != 4 or first_day(text) is None:
        return []
    return [int(piece) for piece in pieces]


def _pinpoint(node: Marked) -> Pinpoint:
    return Pinpoint(node.text("loc"), node.text("says"), verification(node.mapping("verified")), node.text("note"), node.span)


def _finding(node: Marked) -> Finding:
    return Finding(node.text("state"), tuple(leaf.text for leaf in node.leaves("articles")), verification(node.mapping("verified")))


def _counterpart(node: Marked) -> Counterpart:
    return Counterpart(node.text("at"), Named(node.text("covenant"), (node.get("covenant") or node).span), node.text("article"))


def _recalled(node: Marked) -> Recall | None:
    """A recall; None if anything of it is missing, which its shape reports."""
    how, day, by = node.text("as"), node.day("on"), node.get("by")
    named = Named(by.text, by.span) if isinstance(by, Leaf) and by.text else None
    return Recall(how, node.text("reason"), day, named) if how in RECALLS and day and node.text("reason") else None
