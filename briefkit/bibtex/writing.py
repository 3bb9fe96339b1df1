"""Authorities as the entries of a .bib file, each such that `read_bibtex` gives it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefkit.bibtex.days import write_day
from briefkit.bibtex.fields import ENTRIES, VERBATIM, WRITTEN, field_for
from briefkit.bibtex.latex import to_latex, to_verbatim
from briefkit.bibtex.people import write_names
from briefkit.csl import DATES, NAMES
from briefkit.model.libraries import Authority

_CAPITALS = frozenset(("title", "title-short", "container-title", "original-title"))  # which styles of BibTeX would set in small letters
_BESIDE = frozenset(("id", "type", "categories", "custom"))


def write_bibtex(authorities: Iterable[Authority]) -> str:
    """The text of a .bib file."""
    return "\n".join(_entry(authority.id, authority.csl) for authority in authorities)


def _entry(name: str, csl: Mapping[str, Any]) -> str:
    kind = str(csl.get("type") or "document")
    entry = WRITTEN.get(kind, "misc")
    fields = dict(_fields(entry, csl))
    if ENTRIES.get(entry) != kind:
        fields["entrysubtype"] = kind
    lines = "".join(f"  {field} = {{{value}}},\n" for field, value in fields.items())
    return f"@{entry}{{{name},\n{lines}}}\n"


def _fields(entry: str, csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in csl.items():
        written = "" if name in _BESIDE else _value(name, value)
        if written:
            yield field_for(entry, name), written


def _value(name: str, value: Any) -> str:
    if name in NAMES:
        return write_names(value)
    if name in DATES:
        return to_latex(write_day(value))
    field = field_for("misc", name)
    if field in VERBATIM:
        return to_verbatim(str(value))
    text = to_latex(str(value))
    if name == "page":
        return text.replace("-{}-", "--").replace("-", "--")
    return f"{{{text}}}" if name in _CAPITALS and value else text
