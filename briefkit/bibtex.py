"""BibTeX and BibLaTeX entries into authorities: pybtex reads the file, this room says what each field is in CSL."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefkit.csl import date_parts
from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from briefkit.model.library import Authority
from briefkit.source import Source, Span

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "article": "article-journal",
        "book": "book",
        "collection": "book",
        "inbook": "chapter",
        "incollection": "chapter",
        "inproceedings": "paper-conference",
        "jurisdiction": "legal_case",
        "legislation": "legislation",
        "mastersthesis": "thesis",
        "online": "webpage",
        "phdthesis": "thesis",
        "report": "report",
        "standard": "standard",
        "techreport": "report",
        "thesis": "thesis",
        "unpublished": "manuscript",
        "www": "webpage",
    }
)
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "shorttitle": "title-short",
        "journal": "container-title",
        "journaltitle": "container-title",
        "booktitle": "container-title",
        "volume": "volume",
        "pages": "page",
        "publisher": "publisher",
        "institution": "publisher",
        "school": "publisher",
        "address": "publisher-place",
        "location": "publisher-place",
        "edition": "edition",
        "series": "collection-title",
        "doi": "DOI",
        "url": "URL",
        "isbn": "ISBN",
        "note": "note",
        "langid": "language",
        "language": "language",
    }
)
ROLES = ("author", "editor", "translator")
READ = (*FIELDS, *ROLES, "date", "month", "number", "subtitle", "urldate", "year")
# What BibLaTeX and the reference managers write besides, and a citation does not print.
UNREAD = frozenset(
    (
        *("abstract", "addendum", "afterword", "annotation", "annotator", "annote", "archiveprefix", "bookauthor", "booksubtitle"),
        *("chapter", "commentator", "crossref", "date-added", "date-modified", "day", "eid", "eprint", "eprinttype", "eventdate"),
        *("eventtitle", "file", "foreword", "groups", "holder", "howpublished", "introduction", "issn", "issue", "issuetitle"),
        *("journalsubtitle", "key", "keywords", "label", "library", "maintitle", "numpages", "options", "organization", "origdate"),
        *("origlanguage", "origlocation", "origpublisher", "origtitle", "owner", "pagetotal", "pagination", "part", "pubstate"),
        *("shortauthor", "shorteditor", "shorthand", "shortjournal", "shortseries", "sorttitle", "sortyear", "timestamp", "titleaddon"),
        *("type", "urlyear", "venue", "version", "volumes"),
    )
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_bibtex(source: Source, problems: list[Diagnostic]) -> Iterator[Authority]:
    """The entries of a .bib file as the case's own references. Problems: `bad-reference-file`; warnings `unknown-key`, `missing-key`."""
    from pybtex.database import BibliographyDataError
    from pybtex.database.input.bibtex import Parser
    from pybtex.scanner import PybtexSyntaxError

    try:
        entries = Parser(person_fields=()).parse_string(source.text).entries  # names are read one entry at a time
    except (PybtexSyntaxError, BibliographyDataError) as error:
        said = f"This is not well-formed BibTeX: {error}."
        problems.append(diagnose("bad-reference-file", said, _line(source, error), "export it again"))
        return
    for key, entry in entries.items():
        reference = _reference(key, entry, _place(source, key), problems)
        if reference is not None:
            yield reference


def _reference(key: str, entry: Any, span: Span, problems: list[Diagnostic]) -> Authority | None:
    from pybtex.exceptions import PybtexError

    problems.extend(_doubts(entry, span))
    try:
        item = {"id": key, "type": TYPES.get(entry.type.lower(), "document"), **_item(entry)}
    except (PybtexError, ValueError) as error:  # a name with too many commas, LaTeX that ends in a backslash
        said = f"The entry “{key}” cannot be read: {error}."
        problems.append(diagnose("bad-reference-file", said, span, "check its names, braces and backslashes"))
        return None
    return Authority(key, MappingProxyType(item), "literature", confirmed=True, own=True, span=span)


def _doubts(entry: Any, span: Span) -> Iterator[Diagnostic]:
    """A field that is nearly one that is read, and an entry without a title."""
    for name in entry.fields:
        hint = did_you_mean(name, READ) if name.lower() not in (*READ, *UNREAD) else ""
        if hint:
            place = _field(name, span)
            yield diagnose("unknown-key", f"“{name}” is not a field of BibTeX, so nothing prints it.", place, hint, Severity.WARNING)
    if not entry.fields.get("title"):
        hint = "see whether its footnote says enough"
        yield diagnose("missing-key", "This entry has no title.", span, hint, Severity.WARNING)


def _field(name: str, entry: Span) -> Span:
    """Where a field stands: the first of its name behind the entry's key."""
    found = re.compile(rf"\b({re.escape(name)})\s*=").search(entry.source.text, entry.end)
    return entry.source.span(*found.span(1)) if found else entry


def _line(source: Source, error: Exception) -> Span:
    line = getattr(error, "lineno", None) or 1
    at = sum(len(text) + 1 for text in source.text.split("\n")[: line - 1])
    return source.span(min(at, len(source.text)), min(at, len(source.text)))


def _place(source: Source, key: str) -> Span:
    found = re.search(rf"@\w+\s*[{{(]\s*({re.escape(key)})\s*,", source.text)
    return source.span(found.start(1), found.end(1)) if found else source.whole()


def _item(entry: Any) -> dict[str, Any]:
    fields = {name.lower(): _decoded(value) for name, value in entry.fields.items()}
    item: dict[str, Any] = {csl: fields[name] for name, csl in FIELDS.items() if fields.get(name)}
    if fields.get("number"):
        item["issue" if entry.type.lower() == "article" else "number"] = fields["number"]
    for role in ROLES:
        if entry.fields.get(role):
            item[role] = _names(entry.fields[role])
    item |= {name: value for name, value in (("issued", _issued(fields)), ("accessed", _date(fields.get("urldate", "")))) if value}
    if fields.get("title") and fields.get("subtitle"):
        item["title"] = f"{fields['title']}: {fields['subtitle']}"
    if "page" in item:
        item["page"] = item["page"].replace("--", "-").replace("–", "-")
    return item


def _decoded(text: str) -> str:
    """LaTeX's accents and escapes as letters; the braces that protect capitals go."""
    import latexcodec  # noqa: F401  (registers the codec)

    letters = codecs.lookup("ulatex").decode(text)[0]  # type: ignore[arg-type]  # this codec reads text, not bytes
    return " ".join(letters.replace("{", "").replace("}", "").split())


def _names(text: str) -> list[dict[str, str]]:
    from pybtex.bibtex.utils import split_name_list
    from pybtex.database import Person

    return [name for one in split_name_list(text) if (name := _name(Person(one)))]


def _name(person: Any) -> dict[str, str]:
    """An institution in double braces is one literal name; a person has parts."""
    whole = [_decoded(part) for part in person.last_names]
    if not person.first_names and len(person.last_names) == 1 and person.last_names[0].startswith("{"):
        return {"literal": whole[0]}
    given = " ".join(_decoded(part) for part in (*person.first_names, *person.middle_names))
    particle = " ".join(_decoded(part) for part in person.prelast_names)
    suffix = " ".join(_decoded(part) for part in person.lineage_names)
    parts = {"family": " ".join(whole), "given": given, "non-dropping-particle": particle, "suffix": suffix}
    return {name: value for name, value in parts.items() if value}


def _issued(fields: Mapping[str, str]) -> dict[str, Any]:
    if fields.get("date"):
        return _date(fields["date"])
    year, month = fields.get("year", ""), fields.get("month", "")
    number = next((at for at, name in enumerate(_MONTHS, 1) if month.lower().startswith(name)), 0)
    if not number and re.fullmatch("0?[1-9]|1[0-2]", month):
        number = int(month)
    if number and date_parts(year):
        return {"date-parts": [[*date_parts(year), number]]}
    return _date(" ".join(part for part in (month, year) if part))


def _date(text: str) -> dict[str, Any]:
    """A date, month or year, or a range of two; other words stand as they are."""
    parts = [date_parts(piece) for piece in re.split(r"\s*(?:/|--|–)\s*", text)]
    if all(parts) and len(parts) <= 2:
        return {"date-parts": parts}
    return {"literal": text} if text else {}
