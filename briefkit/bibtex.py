"""BibTeX and BibLaTeX entries into authorities: pybtex reads the file, this room says what each field is in CSL."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefkit.csl import date_parts
from briefkit.diagnostics import Diagnostic, diagnose
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
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_bibtex(source: Source, problems: list[Diagnostic]) -> Iterator[Authority]:
    """The entries of a .bib file as the case's own references. Problems: `bad-reference-file`."""
    from pybtex.database import BibliographyDataError
    from pybtex.database.input.bibtex import Parser
    from pybtex.scanner import PybtexSyntaxError

    try:
        entries = Parser().parse_string(source.text).entries
    except (PybtexSyntaxError, BibliographyDataError) as error:
        said = f"This is not well-formed BibTeX: {error}."
        problems.append(diagnose("bad-reference-file", said, _line(source, error), "export it again"))
        return
    for key, entry in entries.items():
        span = _place(source, key)
        item = {"id": key, "type": TYPES.get(entry.type.lower(), "document"), **_item(entry)}
        yield Authority(key, MappingProxyType(item), "literature", confirmed=True, own=True, span=span)


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
    for role in ("author", "editor", "translator"):
        if role in entry.persons:
            item[role] = [_name(person) for person in entry.persons[role]]
    for name, value in (("issued", _issued(fields)), ("accessed", date_parts(fields.get("urldate", "")))):
        if value:
            item[name] = {"date-parts": [value]}
    if "page" in item:
        item["page"] = item["page"].replace("--", "-").replace("–", "-")
    return item


def _decoded(text: str) -> str:
    """LaTeX's accents and escapes as letters; the braces that protect capitals go."""
    import latexcodec  # noqa: F401  (registers the codec)

    letters = codecs.lookup("ulatex").decode(text)[0]  # type: ignore[arg-type]  # this codec reads text, not bytes
    return " ".join(letters.replace("{", "").replace("}", "").split())


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


def _issued(fields: Mapping[str, str]) -> list[int]:
    if fields.get("date"):
        return date_parts(fields["date"])
    month = fields.get("month", "").lower()
    number = next((at for at, name in enumerate(_MONTHS, 1) if month.startswith(name)), int(month) if month.isdigit() else 0)
    year = date_parts(fields.get("year", ""))
    return [*year, number] if year and 1 <= number <= 12 else year
