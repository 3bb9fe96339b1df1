"""A .bib file into the case's own references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from briefkit.bibtex.days import read_day, read_issued
from briefkit.bibtex.fields import ENTRIES, KINDS, OWN_FIELDS, READ, SUBTYPES, UNREAD, VERBATIM, variable
from briefkit.bibtex.latex import from_latex, from_verbatim
from briefkit.bibtex.people import read_names
from briefkit.csl import DATES, NAMES
from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from briefkit.messages import NOTHING, say
from briefkit.model.libraries import Authority
from briefkit.source import Source, Span

MAX_WORDS = 5_000_000  # characters that the @string words of a file may stand for
_KEY = re.compile(r"@\w+\s*[{(]\s*([^\s,{}]+)\s*,")


def read_bibtex(source: Source, problems: list[Diagnostic]) -> Iterator[Authority]:
    """The entries of a .bib file as the case's own references.

    Problems: `bad-reference-file`; warnings `unknown-key`, `missing-key`, and `unknown-choice` for an entry type that is none
    and is read as a document.
    """
    from pybtex.database import BibliographyDataError
    from pybtex.scanner import PybtexSyntaxError

    try:
        entries = _entries(source.text)
    except (PybtexSyntaxError, BibliographyDataError) as error:
        said = say("This is not well-formed BibTeX: {reason}.", reason=error)
        problems.append(diagnose("bad-reference-file", said, _line(source, error), say("export it again")))
        return
    except _TooMuch:
        said = say("The @string words of this file grow without end.")
        problems.append(diagnose("bad-reference-file", said, source.whole(), say("write them out")))
        return
    places = {found[1]: source.span(*found.span(1)) for found in reversed(list(_KEY.finditer(source.text)))}
    for key, entry in entries.items():
        reference = _reference(key, entry, places.get(key, source.whole()), problems)
        if reference is not None:
            yield reference


class _TooMuch(Exception):
    """The file's @string words stand for more text than anybody writes."""


def _entries(text: str) -> Any:
    """The file's entries by their keys; names are read one entry at a time. Words of one another (@string) may double at each step."""
    from pybtex.database.input.bibtex import Parser
    from pybtex.utils import CaseInsensitiveDict

    class Words(CaseInsensitiveDict):  # type: ignore[misc]  # pybtex has no types
        taken = 0

        def __getitem__(self, name: str) -> str:
            value: str = super().__getitem__(name)
            self.taken += len(value)
            if self.taken > MAX_WORDS:
                raise _TooMuch
            return value

    parser = Parser(person_fields=())
    parser.macros = Words(parser.macros)
    return parser.parse_string(text).entries


def _reference(key: str, entry: Any, span: Span, problems: list[Diagnostic]) -> Authority | None:
    from pybtex.exceptions import PybtexError

    problems.extend(_doubts(entry, span))
    try:
        item = {"id": key, "type": _type(entry), **_item(entry)}
    except (PybtexError, ValueError) as error:  # a name with too many commas, LaTeX that ends in a backslash
        said = say("The entry “{id}” cannot be read: {reason}.", id=key, reason=error)
        problems.append(diagnose("bad-reference-file", said, span, say("check its names, braces and backslashes")))
        return None
    return Authority(key, MappingProxyType(item), "literature", confirmed=True, own=True, span=span)


def _doubts(entry: Any, span: Span) -> Iterator[Diagnostic]:
    """A type that is none, a field that is nearly one that is read, and an entry without a title."""
    kind = entry.type.lower()
    if kind not in ENTRIES:
        hint = did_you_mean(kind, ENTRIES, say("see the entry types of BibLaTeX; @misc is a document"))
        said = say("“{type}” is not a type of BibTeX.", type=entry.type)
        yield diagnose("unknown-choice", said, span, hint, Severity.WARNING)
    for name in entry.fields:
        known = name.lower() in (*READ, *UNREAD, *OWN_FIELDS)
        hint = NOTHING if known else did_you_mean(name, READ)
        if hint:
            place = _field(name, span)
            yield diagnose(
                "unknown-key", say("“{name}” is not a field of BibTeX, so nothing prints it.", name=name), place, hint, Severity.WARNING
            )
    if not entry.fields.get("title"):
        hint = say("see whether its footnote says enough")
        yield diagnose("missing-key", say("This entry has no title."), span, hint, Severity.WARNING)


def _field(name: str, entry: Span) -> Span:
    """Where a field stands: the first of its name behind the entry's key."""
    found = re.compile(rf"\b({re.escape(name)})\s*=").search(entry.source.text, entry.end)
    return entry.source.span(*found.span(1)) if found else entry


def _line(source: Source, error: Exception) -> Span:
    line = getattr(error, "lineno", None) or 1
    at = sum(len(text) + 1 for text in source.text.split("\n")[: line - 1])
    return source.span(min(at, len(source.text)), min(at, len(source.text)))


# --- an entry -------------------------------------------------------------------------------------


def _type(entry: Any) -> str:
    subtype = str(entry.fields.get("entrysubtype", "")).strip().lower()
    return SUBTYPES.get(subtype) or ENTRIES.get(entry.type.lower(), "document")


def _item(entry: Any) -> dict[str, Any]:
    kind = entry.type.lower()
    fields = {name.lower(): from_verbatim(value) if name.lower() in VERBATIM else value for name, value in entry.fields.items()}
    read = {name: value if name in VERBATIM else from_latex(value) for name, value in fields.items()}
    item: dict[str, Any] = {}
    for name in sorted(read, key=_rank):
        csl = variable(kind, name)
        value = read_names(fields[name]) if csl in NAMES else read_day(read[name]) if csl in DATES else read[name]
        if csl and value and csl not in item:
            item[csl] = value
    if issued := read_issued(read):
        item["issued"] = issued
    return _completed(item, kind, read)


def _rank(name: str) -> int:
    """Of two fields that give one variable, the one that BibLaTeX prefers is read."""
    return READ.index(name) if name in READ else len(READ)


def _completed(item: dict[str, Any], kind: str, read: dict[str, str]) -> dict[str, Any]:
    """What two fields say together, and what an entry type says by itself."""
    if read.get("title") and read.get("subtitle"):
        item["title"] = f"{read['title']}: {read['subtitle']}"
    if "page" in item:
        item["page"] = item["page"].replace("--", "-").replace("–", "-")
    genre = item.get("genre") or (kind if kind in KINDS else "")
    return {**item, "genre": KINDS.get(genre, genre)} if genre else item
