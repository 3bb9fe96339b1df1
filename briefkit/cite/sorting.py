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
    values = {id(thing): [sort_value(key, context_of(thing)) for key in keys] for thing in things}

    def compare(one: T, other: T) -> int:
        for key, left, right in zip(keys, values[id(one)], values[id(other)], strict=True):
            if left == right:
                continue
            if not left or not right:
                return 1 if not left else -1
            order = -1 if collation(left) < collation(right) else 1 if collation(left) > collation(right) else 0
            if order:
                return -order if key.descending else order
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
        return str(context.cite.number)
    return bare(item.texts.get(name, ""))


_NUMBER = re.compile(r"\d+")


def collation(text: str) -> tuple[str, str]:
    """A key that puts letters before their accents, and numbers by their value, punctuation aside."""
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    letters = re.sub(r"[^\w\s-]", "", letters).casefold().strip()
    return _NUMBER.sub(lambda number: number.group().zfill(12), letters), text
