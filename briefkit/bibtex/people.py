"""Names, as BibTeX parts them and as CSL does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefkit.bibtex.latex import from_latex, to_latex

_PARTS = ("family", "given", "suffix", "prefix", "useprefix")
_EXTENDED = re.compile(r"\s*(?:family|given|prefix|suffix)\s*=")


def read_names(text: str) -> list[dict[str, str]]:
    """The people of a field. Raises pybtex's errors for a name that has too many commas."""
    from pybtex.bibtex.utils import split_name_list

    return [name for one in split_name_list(text) if (name := _read(one))]


def write_names(names: Iterable[Mapping[str, Any]]) -> str:
    return " and ".join(_write(name) for name in names)


def _read(text: str) -> dict[str, str]:
    from pybtex.database import Person

    return _extended(text) if _EXTENDED.match(text) else _name(Person(text))


def _name(person: Any) -> dict[str, str]:
    """An institution in double braces is one literal name; a person has parts."""
    whole = [from_latex(part) for part in person.last_names]
    if not person.first_names and len(person.last_names) == 1 and person.last_names[0].startswith("{"):
        return {"literal": whole[0]}
    given = " ".join(from_latex(part) for part in (*person.first_names, *person.middle_names))
    particle = " ".join(from_latex(part) for part in person.prelast_names)
    suffix = " ".join(from_latex(part) for part in person.lineage_names)
    parts = {"family": " ".join(whole), "given": given, "non-dropping-particle": particle, "suffix": suffix}
    return {name: value for name, value in parts.items() if value}


def _extended(text: str) -> dict[str, str]:
    """BibLaTeX's extended form: family=Berg, given=Jan, prefix=van der, useprefix=true."""
    parts: dict[str, str] = {}
    for piece in _pieces(text):
        key, _, value = piece.partition("=")
        if key.strip() in _PARTS:
            parts[key.strip()] = from_latex(value)
    used = parts.pop("useprefix", "") == "true"
    if prefix := parts.pop("prefix", ""):
        parts["non-dropping-particle" if used else "dropping-particle"] = prefix
    return {name: value for name, value in parts.items() if value}


def _pieces(text: str) -> Iterator[str]:
    """The pieces between commas that stand outside braces."""
    depth = start = 0
    for at, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if char == "," and depth == 0:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def _write(name: Mapping[str, Any]) -> str:
    """The plainest way to write a name that reads as it should; BibLaTeX's extended form where nothing plainer does."""
    parts = {key: to_latex(str(value)) for key, value in name.items() if isinstance(value, str) and value}
    if set(parts) <= {"literal"}:
        return f"{{{parts.get('literal', '')}}}"
    wanted = {key: value for key, value in name.items() if key in parts}
    written = (one for one in _ways(parts) if _reads_as(one, wanted))
    return next(written, _extended_form(parts))


def _ways(parts: Mapping[str, str]) -> Iterator[str]:
    particle, family, given = (parts.get(key, "") for key in ("non-dropping-particle", "family", "given"))
    for last in (family, f"{{{family}}}"):
        before = f"{particle} {last}".strip()
        middle = f", {parts['suffix']}" if "suffix" in parts else ""
        yield f"{before}{middle}, {given}" if given or middle else before


def _reads_as(written: str, wanted: Mapping[str, Any]) -> bool:
    from pybtex.exceptions import PybtexError

    try:
        return read_names(written) == [wanted]
    except (PybtexError, ValueError):
        return False


def _extended_form(parts: Mapping[str, str]) -> str:
    used = parts.get("non-dropping-particle", "")
    prefix = used or parts.get("dropping-particle", "")
    fields = {key: parts[key] for key in ("family", "given", "suffix") if key in parts}
    if prefix:
        fields |= {"prefix": prefix}
    written = [f"{key}={{{value}}}" for key, value in fields.items()]
    return ", ".join((*written, f"useprefix={'true' if used else 'false'}") if prefix else written)
