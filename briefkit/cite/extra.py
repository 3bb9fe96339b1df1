"""Zotero's Extra field: lines such as "event-date: 2004-10-01" at the head of `note` give variables that Zotero has no field for.

This is documented by Zotero, not by the CSL specification; its exports to CSL-JSON carry such lines, and users rely on them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_LINE = re.compile(r"\s*([a-z][a-z-]*|[A-Z]{3,5}):[ \t]*(\S.*)")
_BRACED = re.compile(r"\{:([a-z][a-z-]*|[A-Z]{3,5}):[ \t]*([^}]*)\}")


def with_extra(item: Mapping[str, Any], variables: frozenset[str], names: frozenset[str], dates: frozenset[str]) -> Mapping[str, Any]:
    """The item with what its note says; a variable that it has already stays as it is, unless it is a date or a type.

    `variables` are the known ones, `names` and `dates` those of these kinds.
    """
    note = item.get("note")
    if not isinstance(note, str) or ":" not in note:
        return item
    found: dict[str, Any] = {}
    people: dict[str, list[Any]] = {}
    for name, value in _pairs(note):
        if name in names:
            people.setdefault(name, []).append(_person(value))
        elif name in variables or name in dates or name == "type":
            found[name] = value
    kept = {name: value for name, value in (*found.items(), *people.items()) if name not in item or name in dates or name == "type"}
    return {**item, **kept} if kept else item


def _pairs(note: str) -> list[tuple[str, str]]:
    pairs = [(found[1], found[2]) for found in _BRACED.finditer(note)]
    for number, line in enumerate(note.split("\n")):
        found = _LINE.fullmatch(line)
        if found is not None:
            pairs.append((found[1], found[2].rstrip()))
        elif number:  # the first line may be words; after it, words end the list
            break
    return pairs


def _person(value: str) -> Any:
    """ "Hall || W.C." is a family and a given name; anything else is one name."""
    family, parted, given = value.partition("||")
    return {"family": family.strip(), "given": given.strip()} if parted else {"literal": value.strip()}
