"""Sources as Zotero is told of them: authorities with their CSL data, exhibits by their numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from briefkit.exchange.tidy import tidied
from briefkit.exhibits import exhibit_numbers
from briefkit.model.case import Exhibit
from briefkit.model.libraries import Authority
from briefkit.tree import Opinion
from briefkit.zotero.hashes import short_hash
from briefkit.zotero.live import LiveSource

# A library that no user has: an address there names a source, and nobody's collection.
_LIBRARY = "http://zotero.org/users/local/briefkit/items/"
_KEY = "23456789ABCDEFGHIJKMNPQRSTUVWXZ"  # the characters of Zotero's keys
_LENGTH = 8


def live_sources(opinion: Opinion, authorities: Iterable[Authority], exhibits: Iterable[Exhibit]) -> dict[str, LiveSource]:
    """The sources by the ids that the document cites."""
    titles = {one.id: one.title for one in exhibits}
    found = {one.id: _source(one.id, tidied(one.csl)) for one in authorities}
    return found | {one: _exhibit(number, titles[one]) for one, number in exhibit_numbers(opinion, titles).items()}


def _source(name: str, data: Mapping[str, Any]) -> LiveSource:
    return LiveSource(name, _address(name, data), data)


def _exhibit(number: int, title: str) -> LiveSource:
    """An exhibit by its number: its id in the case may say more than the document does."""
    name, data = f"exhibit-{number}", {"type": "document", "title": title}
    return LiveSource(name, _address(name, data), data, is_exhibit=True)


def _address(name: str, data: Mapping[str, Any]) -> str:
    """An address that stands for an id and its data: documents that call different things by one id do not mix them up."""
    return _LIBRARY + short_hash(json.dumps([name, data], sort_keys=True), _LENGTH, _KEY)
