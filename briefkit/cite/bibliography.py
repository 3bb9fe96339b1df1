"""Entries of a bibliography: the author's dash, and the first field in the margin (CSL 1.0.2, "Bibliography-specific Options")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.cite.marks import bare


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it prints, the text of its first names, and of each name in them."""

    text: str
    names: str = ""
    each: tuple[str, ...] = ()


def substituted(entries: Sequence[Entry], by: str | None, rule: str) -> list[str]:
    """The entries with the names that repeat those of the entry before replaced, as the style's rule has it."""
    texts: list[str] = []
    last: Entry | None = None
    for entry in entries:
        texts.append(entry.text if by is None or last is None else _substituted(entry, last, by, rule))
        last = entry
    return texts


def _substituted(entry: Entry, last: Entry, by: str, rule: str) -> str:
    if not bare(entry.names) or not bare(last.names):
        return entry.text
    same = bare(entry.names) == bare(last.names)
    if rule in {"complete-all", "complete-each"} or not entry.each:
        if not same:
            return entry.text
        if rule == "complete-all" or not entry.each:
            return entry.text.replace(entry.names, by, 1)
        return _each(entry, len(entry.each), by)
    matching = 0
    for one, other in zip(entry.each, last.each, strict=False):
        if bare(one) != bare(other):
            break
        matching += 1
    return _each(entry, min(matching, 1) if rule == "partial-first" else matching, by)


def _each(entry: Entry, count: int, by: str) -> str:
    names, at = entry.names, 0
    for one in entry.each[:count]:
        found = names.find(one, at)
        if found >= 0:
            names = names[:found] + by + names[found + len(one) :]
            at = found + len(by)
    return entry.text.replace(entry.names, names, 1)
