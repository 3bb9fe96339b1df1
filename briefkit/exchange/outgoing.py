"""Authorities as other programs read them: CSL-JSON and BibTeX."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from briefkit.bibtex import write_bibtex
from briefkit.exchange.tidy import tidied
from briefkit.model.libraries import Authority
from briefkit.source import Source
from briefkit.yamlmarks import Listing, plain, read_yaml
from briefkit.yamlmarks import Mapping as Marked


def as_csl_json(authorities: Iterable[Authority], with_custom: bool = False) -> str:
    """A list of CSL-JSON items, as Zotero and pandoc read it; on request with the project's own fields, as their files have them."""
    read: dict[Source, Mapping[str, Any]] = {}
    items = [_item(authority, _customs(authority, read) if with_custom else {}) for authority in authorities]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def as_bibtex(authorities: Iterable[Authority]) -> str:
    return write_bibtex(authorities)


def _item(authority: Authority, customs: Mapping[str, Any]) -> dict[str, Any]:
    item = {"id": authority.id, **tidied(authority.csl)}
    return {**item, "custom": customs[authority.id]} if authority.id in customs else item


def _customs(authority: Authority, read: dict[Source, Mapping[str, Any]]) -> Mapping[str, Any]:
    """The project's fields of every item in an authority's file: a partial date stays as partial as it was written there."""
    if authority.span is None or authority.span.source.name.lower().endswith(".bib"):
        return {}
    source = authority.span.source
    if source not in read:
        node = read_yaml(source).value
        items = [one for one in node.items if isinstance(one, Marked)] if isinstance(node, Listing) else []
        read[source] = {one.text("id"): plain(custom) for one in items if (custom := one.get("custom")) is not None}
    return read[source]
