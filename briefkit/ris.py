"""RIS records into authorities: rispy reads the tags of a record, this room says what each is in CSL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from briefkit.csl import date_parts
from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from briefkit.messages import say
from briefkit.model.libraries import Authority
from briefkit.source import Source, Span

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "ABST": "article-journal",
        "ADVS": "motion_picture",
        "ANCIENT": "classic",
        "ART": "graphic",
        "BILL": "bill",
        "BLOG": "post-weblog",
        "BOOK": "book",
        "CASE": "legal_case",
        "CHAP": "chapter",
        "CLSWK": "classic",
        "COMP": "software",
        "CONF": "book",
        "CPAPER": "paper-conference",
        "DATA": "dataset",
        "DBASE": "dataset",
        "DICT": "entry-dictionary",
        "EBOOK": "book",
        "ECHAP": "chapter",
        "EDBOOK": "book",
        "EJOUR": "article-journal",
        "ELEC": "webpage",
        "ENCYC": "entry-encyclopedia",
        "FIGURE": "figure",
        "GEN": "document",
        "GOVDOC": "report",
        "GRANT": "document",
        "HEAR": "hearing",
        "ICOMM": "personal_communication",
        "INPR": "article-journal",
        "JFULL": "periodical",
        "JOUR": "article-journal",
        "LEGAL": "regulation",
        "MANSCPT": "manuscript",
        "MAP": "map",
        "MGZN": "article-magazine",
        "MPCT": "motion_picture",
        "MULTI": "webpage",
        "MUSIC": "musical_score",
        "NEWS": "article-newspaper",
        "PAMP": "pamphlet",
        "PAT": "patent",
        "PCOMM": "personal_communication",
        "RPRT": "report",
        "SER": "periodical",
        "SLIDE": "speech",
        "SOUND": "song",
        "STAND": "standard",
        "STAT": "legislation",
        "THES": "thesis",
        "UNPB": "manuscript",
        "VIDEO": "motion_picture",
    }
)
# Where two tags give one variable, the first that holds something counts.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "TI": "title",
        "T1": "title",
        "CT": "title",
        "ST": "title-short",
        "T2": "container-title",
        "JF": "container-title",
        "JO": "container-title",
        "BT": "container-title",
        "J2": "container-title-short",
        "JA": "container-title-short",
        "T3": "collection-title",
        "AB": "abstract",
        "N2": "abstract",
        "AN": "archive_location",
        "CN": "call-number",
        "CY": "publisher-place",
        "PP": "publisher-place",
        "DB": "archive",
        "DO": "DOI",
        "DP": "source",
        "ET": "edition",
        "IS": "number",
        "M1": "number",
        "LA": "language",
        "M3": "genre",
        "NV": "number-of-volumes",
        "PB": "publisher",
        "SE": "section",
        "SN": "ISBN",
        "UR": "URL",
        "VL": "volume",
    }
)
_SERIES = {"T2": "collection-title"}
_ISSUES = {"IS": "issue", "M1": "issue", "SN": "ISSN"}
# What a tag is in a record of one type.
SPECIAL: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("article-journal", "article-magazine", "article-newspaper", "periodical"), _ISSUES),
        **dict.fromkeys(("book", "map", "software"), _SERIES),
        "report": {"T2": "collection-title", "SN": "number"},
        "standard": {"SN": "number"},
        "patent": {"SN": "number"},
        "legal_case": {"PB": "authority"},
        "hearing": {"PB": "authority"},
        "paper-conference": {"C3": "container-title", "T2": "event-title", "C1": "event-place"},
    }
)
ROLES: Mapping[str, str] = MappingProxyType(
    {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A3": "collection-editor", "A4": "translator"}
)
_TAGS = (*FIELDS, *ROLES, "TY", "ID", "LB", "PY", "Y1", "DA", "Y2", "SP", "EP", "KW", "N1", "C1", "C3", "RN")
_RECORD = re.compile(r"^TY  -[ \t]*(?P<type>[^\n]*?)[ \t]*$", re.MULTILINE)
_LISTS = (*ROLES, "KW")
_NONE = "UK"  # where rispy puts the tags that nothing here reads


def read_ris(source: Source, problems: list[Diagnostic]) -> Iterator[Authority]:
    """The records of a .ris file; one without an id has an empty one. Its notes (N1) are not taken: they are their writer's own.

    Problems: `bad-reference-file`; warnings `missing-key`, and `unknown-choice` for a type that is read as a document.
    """
    found = list(_RECORD.finditer(source.text))
    if not found:
        problems.append(
            diagnose("bad-reference-file", say("No record begins here: a line “TY  - …” does."), source.whole(), say("export it again"))
        )
    for number, head in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(source.text)
        span = source.span(*head.span("type")) if head["type"] else source.span(*head.span())
        tags = _tags(source.text[head.start() : end], span, problems)
        if tags is not None:
            problems.extend(_doubts(head["type"], tags, span))
            item = _item(TYPES.get(head["type"].upper(), "document"), tags)
            yield Authority(item["id"], MappingProxyType(item), "literature", confirmed=True, own=True, span=span)


def _tags(text: str, span: Span, problems: list[Diagnostic]) -> dict[str, list[str]] | None:
    """The values of each tag of a record."""
    import rispy

    mapping = {tag: tag for tag in _TAGS} | {_NONE: _NONE, "ER": "ER"}
    try:
        (record,) = rispy.loads(f"{text}\nER  - \n", mapping=mapping, list_tags=[*_LISTS], delimiter_tags_mapping={}) or [{}]
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):  # a line that continues nothing
        problems.append(
            diagnose("bad-reference-file", say("This record cannot be read."), span, say("each of its lines begins with a tag"))
        )
        return None
    listed = {tag: [values] if isinstance(values, str) else values for tag, values in record.items() if tag != _NONE}
    return {tag: [value.strip() for value in values if value.strip()] for tag, values in listed.items()}


def _doubts(kind: str, tags: Mapping[str, Sequence[str]], span: Span) -> Iterator[Diagnostic]:
    if kind.upper() not in TYPES:
        hint = did_you_mean(kind, TYPES, say("see the types of RIS; GEN is a document"))
        yield diagnose("unknown-choice", say("“{type}” is not a type of RIS.", type=kind), span, hint, Severity.WARNING)
    if not any(tags.get(tag) for tag in ("TI", "T1", "CT")):
        yield diagnose("missing-key", say("This record has no title."), span, say("add a line “TI  - …”"), Severity.WARNING)


def _item(kind: str, tags: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    item: dict[str, Any] = {"id": _first(tags, "ID", "LB"), "type": kind}
    special = SPECIAL.get(kind, {})
    for tag in dict.fromkeys((*special, *FIELDS)):
        name = special.get(tag) or FIELDS[tag]
        if value := _first(tags, tag):
            item.setdefault(name, value)
    for tag, role in ROLES.items():
        if names := [_name(one) for one in tags.get(tag, ())]:
            item[role] = [*item.get(role, ()), *names]
    more = {
        "page": "-".join(dict.fromkeys(page for page in (_first(tags, "SP"), _first(tags, "EP")) if page)),
        "keyword": ", ".join(tags.get("KW", ())),
        "issued": _day(_first(tags, "DA", "PY", "Y1")),
        "accessed": _day(_first(tags, "Y2")),
    }
    return item | {name: value for name, value in more.items() if value}


def _first(tags: Mapping[str, Sequence[str]], *names: str) -> str:
    return next((value for name in names for value in tags.get(name, ())), "")


def _name(text: str) -> dict[str, str]:
    """“Family, Given, Suffix”; a name without a comma is an institution's."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or not parts[0]:
        return {"literal": text}
    found = {"family": parts[0], "given": parts[1], "suffix": ", ".join(parts[2:])}
    return {name: value for name, value in found.items() if value}


def _day(text: str) -> dict[str, Any]:
    """A date: 2004/10/01/words, its later parts empty where they are not known, or as ISO has it; other words stand as they are."""
    numbers = "/".join(text.split("/")[:3]).strip("/ ").split("/")
    parts = date_parts("-".join(f"{int(one):02}" if one.isdecimal() else one for one in numbers))
    if parts:
        return {"date-parts": [parts]}
    return {"literal": text} if text.strip("/ ") else {}
