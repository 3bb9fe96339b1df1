"""Entry types and fields, and what each is in CSL. Data: a new field is a row.

What BibLaTeX has no field for stands in a field of its own, `csl-` and the variable's name, which other programs pass over;
a CSL type that shares its entry type with another stands in `entrysubtype`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefkit.csl import DATES, NAMES, TEXTS, TYPES

ENTRIES: Mapping[str, str] = MappingProxyType(
    {
        "article": "article-journal",
        "book": "book",
        "booklet": "pamphlet",
        "collection": "book",
        "dataset": "dataset",
        "inbook": "chapter",
        "incollection": "chapter",
        "inproceedings": "paper-conference",
        "inreference": "entry-encyclopedia",
        "jurisdiction": "legal_case",
        "legal": "treaty",
        "legislation": "legislation",
        "letter": "personal_communication",
        "manual": "document",
        "mastersthesis": "thesis",
        "mathesis": "thesis",
        "misc": "document",
        "mvbook": "book",
        "online": "webpage",
        "patent": "patent",
        "phdthesis": "thesis",
        "proceedings": "book",
        "report": "report",
        "review": "review",
        "software": "software",
        "standard": "standard",
        "techreport": "report",
        "thesis": "thesis",
        "unpublished": "manuscript",
        "www": "webpage",
    }
)
# The entry type that a CSL type is written as; the others are `misc`.
WRITTEN: Mapping[str, str] = MappingProxyType(
    {
        "article": "unpublished",
        "article-journal": "article",
        "article-magazine": "article",
        "article-newspaper": "article",
        "bill": "legislation",
        "book": "book",
        "chapter": "incollection",
        "classic": "book",
        "collection": "collection",
        "dataset": "dataset",
        "entry": "inreference",
        "entry-dictionary": "inreference",
        "entry-encyclopedia": "inreference",
        "hearing": "legislation",
        "legal_case": "jurisdiction",
        "legislation": "legislation",
        "manuscript": "unpublished",
        "pamphlet": "booklet",
        "paper-conference": "inproceedings",
        "patent": "patent",
        "periodical": "book",
        "personal_communication": "letter",
        "post": "online",
        "post-weblog": "online",
        "regulation": "legislation",
        "report": "report",
        "review": "review",
        "review-book": "review",
        "software": "software",
        "standard": "standard",
        "thesis": "thesis",
        "treaty": "legal",
        "webpage": "online",
    }
)
SUBTYPES: Mapping[str, str] = MappingProxyType(
    {**{kind: kind for kind in TYPES}, "magazine": "article-magazine", "newspaper": "article-newspaper"}
)
KINDS: Mapping[str, str] = MappingProxyType(  # BibLaTeX's own names of kinds of theses and reports
    {
        "phdthesis": "PhD thesis",
        "mathesis": "Master’s thesis",
        "mastersthesis": "Master’s thesis",
        "bathesis": "Bachelor’s thesis",
        "techreport": "Technical report",
        "resreport": "Research report",
    }
)

# Where two fields give one variable, the one that is written comes first.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "shorttitle": "title-short",
        "journaltitle": "container-title",
        "journal": "container-title",
        "booktitle": "container-title",
        "shortjournal": "container-title-short",
        "volume": "volume",
        "number": "number",
        "issue": "issue",
        "pages": "page",
        "publisher": "publisher",
        "institution": "publisher",
        "school": "publisher",
        "location": "publisher-place",
        "address": "publisher-place",
        "edition": "edition",
        "series": "collection-title",
        "type": "genre",
        "doi": "DOI",
        "url": "URL",
        "isbn": "ISBN",
        "issn": "ISSN",
        "note": "note",
        "annotation": "annote",
        "abstract": "abstract",
        "keywords": "keyword",
        "langid": "language",
        "language": "language",
        "version": "version",
        "volumes": "number-of-volumes",
        "pagetotal": "number-of-pages",
        "chapter": "chapter-number",
        "part": "part",
        "eventtitle": "event-title",
        "venue": "event-place",
        "origtitle": "original-title",
        "origpublisher": "original-publisher",
        "origlocation": "original-publisher-place",
    }
)
# What a field is in an entry of one type.
SPECIAL: Mapping[str, Mapping[str, str]] = MappingProxyType({"article": {"number": "issue"}, "jurisdiction": {"institution": "authority"}})
ROLES: Mapping[str, str] = MappingProxyType(
    {"author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author"}
)
DAYS: Mapping[str, str] = MappingProxyType(
    {"date": "issued", "urldate": "accessed", "eventdate": "event-date", "origdate": "original-date"}
)
VERBATIM = frozenset(("url", "doi"))
OWN = "csl-"
OWN_FIELDS: Mapping[str, str] = MappingProxyType({OWN + name.lower(): name for name in (*TEXTS, *NAMES, *DATES)})

READ = (*FIELDS, *ROLES, *DAYS, "entrysubtype", "month", "subtitle", "year")
# What BibLaTeX and the reference managers write besides, and a citation does not print.
UNREAD = frozenset(
    (
        *("addendum", "afterword", "annotator", "annote", "archiveprefix", "booksubtitle", "commentator", "crossref"),
        *("date-added", "date-modified", "day", "eid", "eprint", "eprinttype", "file", "foreword", "groups", "holder", "howpublished"),
        *("introduction", "issuetitle", "journalsubtitle", "key", "label", "library", "maintitle", "numpages", "options"),
        *("organization", "origlanguage", "owner", "pagination", "pubstate", "shortauthor", "shorteditor", "shorthand", "shortseries"),
        *("sorttitle", "sortyear", "timestamp", "titleaddon", "urlyear"),
    )
)


def variable(entry: str, field: str) -> str:
    """The CSL variable that a field of an entry type gives; empty if it gives none."""
    return SPECIAL.get(entry, {}).get(field) or FIELDS.get(field) or ROLES.get(field) or DAYS.get(field) or OWN_FIELDS.get(field, "")


def field_for(entry: str, name: str) -> str:
    """The field in which an entry type holds a CSL variable."""
    for table in (SPECIAL.get(entry, {}), FIELDS, ROLES, DAYS):
        for field, found in table.items():
            if found == name and variable(entry, field) == name:
                return _usual(entry, field)
    return OWN + name.lower()


def _usual(entry: str, field: str) -> str:
    """The field that BibLaTeX wants in this entry, where several mean the same."""
    if field == "journaltitle" and entry != "article":
        return "booktitle"
    if field == "publisher" and entry in {"report", "thesis"}:
        return "institution"
    return field
