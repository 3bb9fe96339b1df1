"""Items: CSL-JSON read into what the nodes of a style ask for (texts, names, dates; CSL-JSON 1.0.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefkit import csl
from briefkit.cite import marks
from briefkit.cite.dates import Dated, read_date
from briefkit.cite.extra import with_extra
from briefkit.cite.numbers import LONGEST, NUMBERS
from briefkit.cite.richtext import read_rich

NAMES = frozenset(csl.NAMES) | {"editor-translator", "original-director"}  # and what older exports hold
DATES = frozenset(csl.DATES) | {"container"}
TEXTS = frozenset(
    (
        *("abstract", "annote", "archive", "archive-place", "archive_collection", "archive_location", "authority", "call-number"),
        *("collection-title", "container-title", "container-title-short", "collection-title-short", "dimensions", "division", "DOI"),
        *("event-title", "event-place", "genre", "ISBN", "ISSN", "jurisdiction", "keyword", "medium", "original-publisher"),
        *("original-publisher-place", "original-title", "part-title", "PMCID", "PMID", "publisher", "publisher-place", "references"),
        *("reviewed-genre", "reviewed-title", "scale", "source", "status", "title", "title-short", "URL", "volume-title", *NUMBERS),
    )
)  # variables that Zotero's Extra field may give
_SAME = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; an institution has a `literal`."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One item. Texts are marked strings; values that are empty are not there."""

    id: str
    type: str
    texts: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: Mapping[str, Dated] = field(default_factory=dict)
    language: str = ""

    def has(self, name: str) -> bool:
        return name in self.texts or name in self.names or name in self.dates


def read_item(given: Mapping[str, Any]) -> Item:
    """An item of CSL-JSON. Values of no known kind are left out."""
    texts: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Dated] = {}
    given = with_extra(given, TEXTS, NAMES, DATES)
    for key, value in given.items():
        name = _SAME.get(key, key)
        if name in NAMES:
            people = [value] if isinstance(value, str | Mapping) else value if isinstance(value, Sequence) else ()
            read = tuple(_name(one) for one in people if one)
            names.update({name: kept} if (kept := tuple(one for one in read if one != Name())) else {})
        elif name in DATES:
            date = read_date(value)
            dates.update({name: date} if date else {})
        elif isinstance(value, str | int | float) and str(value).strip():
            texts[name] = str(value) if name in NUMBERS and name not in {"page", "number", "locator"} else read_rich(str(value))
    if "page" in texts and "page-first" not in texts:
        first = re.match(r"\s*([^\s&,–-]+)", marks.bare(texts["page"]))
        texts.update({"page-first": first[1]} if first else {})
    return Item(str(given.get("id", "")), str(given.get("type", "")), texts, names, dates, str(given.get("language", "")))


# --- names ----------------------------------------------------------------------------------------

_SMALL = r"[^\W\d_A-ZÀ-ÖØ-ÞА-ЯЁІӘҒҚҢӨҰҮҺЎЇЄҐ]"  # a letter that is no capital: particles are written small
_PARTICLE = re.compile(rf"^((?:{_SMALL}+[’'.]?[\s\u00a0]+|(?:d|l|al|el|ʿ|'|’)[’'-])+)(?=\S)")
_TRAILING = re.compile(rf"(?<=\S)[\s\u00a0]+((?:{_SMALL}+[’'.]?[\s\u00a0]*)+)$")


def _name(value: Any) -> Name:
    if isinstance(value, str):
        return Name(literal=read_rich(value))
    if not isinstance(value, Mapping):
        return Name()
    parts = {key: _text(value.get(key)) for key in ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")}
    name = Name(
        parts["family"],
        parts["given"],
        parts["dropping-particle"],
        parts["non-dropping-particle"],
        parts["suffix"],
        parts["literal"],
        comma_suffix=bool(value.get("comma-suffix")),
        static=bool(value.get("static-ordering")),
    )
    if value.get("isInstitution") and name.family and not name.literal:
        return Name(literal=name.family)
    if name.literal or value.get("parse-names") in (0, False, "false") or len(name.family) + len(name.given) > LONGEST:
        return name
    return _parsed(name)


def _text(value: Any) -> str:
    return read_rich(str(value)).strip() if isinstance(value, str | int | float) else ""


def _parsed(name: Name) -> Name:
    """Particles that stand within the family or the given name, and a suffix after a comma, in their own parts."""
    family, given = name.family, name.given
    dropping, non_dropping, suffix, comma = name.dropping, name.non_dropping, name.suffix, name.comma_suffix
    if family[:1] == marks.OPEN_QUOTE and family[-1:] == marks.CLOSE_QUOTE:
        return Name(family[1:-1], given, dropping, non_dropping, suffix, "", comma, name.static)
    if not non_dropping and (found := _PARTICLE.match(family)):
        non_dropping, family = found[1].strip(), family[found.end() :]
        if found[1][-1:] in "’'-":
            non_dropping = found[1].rstrip(" ")
    if not suffix and (comma_at := re.search(r"\s*,(!?)\s*", given)):
        suffix, given, comma = given[comma_at.end() :], given[: comma_at.start()], bool(comma_at[1])
        comma = comma or comma_at[1] == "!"
    if not dropping and (found := _TRAILING.search(given)):
        dropping, given = found[1].strip(), given[: found.start()]
    return Name(family, given, dropping, non_dropping, suffix, "", comma, name.static)
