"""Sorting of citations and bibliographies (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cmp_to_key
from typing import TypeVar

from briefkit.cite import items as known
from briefkit.cite.context import Context
from briefkit.cite.marks import bare
from briefkit.cite.namewriting import NameParts, write_name
from briefkit.cite.nodes import render_all
from briefkit.cite.style import SortKey

T = TypeVar("T")
Key = tuple[str, ...]


def sorted_items(things: Sequence[T], keys: Sequence[SortKey], context_of: Callable[[T], Context]) -> list[T]:
    """Things in the order of the keys; what lacks a key comes last, whatever the direction; ties keep their order."""
    if not keys:
        return list(things)
    known_values: dict[tuple[int, int], tuple[str, tuple[str, str]]] = {}

    def value(thing: T, at: int) -> tuple[str, tuple[str, str]]:
        """The text of a thing's key and its collation, made when first compared: most orders need the first key alone."""
        place = (id(thing), at)
        if place not in known_values:
            text = sort_value(keys[at], context_of(thing))
            known_values[place] = (text, collation(text))
        return known_values[place]

    def compare(one: T, other: T) -> int:
        for at, key in enumerate(keys):
            (left, first), (right, second) = value(one, at), value(other, at)
            if left == right:
                continue
            if not left or not right:
                return 1 if not left else -1
            if first != second:
                return (-1 if first < second else 1) * (-1 if key.descending else 1)
        return 0

    return sorted(things, key=cmp_to_key(compare))


def sort_value(key: SortKey, context: Context) -> str:
    """The text by which a thing is sorted."""
    if key.nodes:
        sorting = context.sorted_by(key.options)
        return bare(render_all(key.nodes, sorting)[0])
    name, item = key.variable, context.item
    if name in known.NAMES:
        options = {**context.options, "name-as-sort-order": "all", "form": "long"}
        if options.get("demote-non-dropping-particle") == "sort-only":
            options["demote-non-dropping-particle"] = "display-and-sort"
        return "  ".join(bare(write_name(one, options, NameParts(), 0)) for one in item.names.get(name, ()))
    if name in known.DATES:
        date = item.dates.get(name)
        return "" if date is None else date.sort_key or date.literal
    if name == "citation-label":
        return context.label
    if name == "citation-number":
        return str(context.number)
    return bare(item.texts.get(name, ""))


_NUMBER = re.compile(r"\d+")


def collation(text: str) -> tuple[str, str]:
    """A key that puts letters before their accents, and numbers by their value, punctuation aside."""
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    letters = re.sub(r"[^\w\s-]", "", letters).casefold().strip()
    return _NUMBER.sub(lambda number: number.group().zfill(12), letters), text
