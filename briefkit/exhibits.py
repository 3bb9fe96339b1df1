"""Exhibits are numbered by use: the first that a document cites is number 1."""

from __future__ import annotations

from collections.abc import Collection

from briefkit.tree import Cite, Document
from briefkit.walk import inlines_of


def exhibit_numbers(document: Document, exhibits: Collection[str]) -> dict[str, int]:
    """The number of each exhibit that a document cites, in its text, its tables or its notes."""
    cites = (inline for inline in inlines_of(document) if isinstance(inline, Cite))
    used = dict.fromkeys(ref.authority for cite in cites for ref in cite.refs if ref.authority in exhibits)
    return {name: number for number, name in enumerate(used, start=1)}
