"""What stands in Zotero's fields: a citation, or the bibliography, as JSON between the plug-in's own words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.cite.edges import space_after, space_before
from briefkit.markup import said_in
from briefkit.ooxml import clean
from briefkit.tree import Cite, Inline, Locator, Ref
from briefkit.zotero.hashes import short_hash
from briefkit.zotero.live import Live
from briefkit.zotero.rich import as_rtf, tagged

SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
# CSL 1.0.2 names these locator terms apart from what it calls by the same word elsewhere.
_LABELS = {"article": "article-locator", "title": "title-locator", "sub verbo": "sub-verbo"}
_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029]")


def citation_code(citation: Cite, live: Live, place: tuple[int, int], shown: Sequence[Inline], visible: str, kept: bool) -> str:
    """The instruction of a citation's field. `place` is its note, and which of the document's citations it is; `visible` its words.

    With `kept` Zotero leaves the words as they are, until its user edits the citation.
    """
    note, number = place
    properties: dict[str, Any] = {"formattedCitation": as_rtf(shown), "plainCitation": visible, "noteIndex": note}
    if kept:
        properties["dontUpdate"] = True
    named = " ".join((str(number), *(ref.authority for ref in citation.refs)))
    code = {
        "citationID": short_hash(named, 10),
        "properties": properties,
        "citationItems": [_item(ref, live) for ref in citation.refs],
        "schema": SCHEMA,
    }
    return f"ADDIN ZOTERO_ITEM CSL_CITATION {_written(code)}"


def bibliography_code(live: Live) -> str:
    """The instruction of the bibliography's field: what other lists of the document hold is left out of it."""
    code = {"uncited": [], "omitted": [[address] for address in live.omitted], "custom": []}
    return f"ADDIN ZOTERO_BIBL {_written(code)} CSL_BIBLIOGRAPHY"


def _item(ref: Ref, live: Live) -> dict[str, Any]:
    source = live.sources[ref.authority]
    item: dict[str, Any] = {"id": source.id, "uris": [source.address], "itemData": {"id": source.id, **source.data}}
    suffix = f"{space_before(ref.suffix)}{tagged(ref.suffix)}"
    if ref.locator is not None and ref.locator.label == "custom":
        suffix = f", {said_in(ref.locator, live.language)}{suffix}"  # a kind of place that no style can name
    elif ref.locator is not None:
        item |= _place(ref.locator)
    prefix = f"{tagged(ref.prefix)}{space_after(ref.prefix)}"
    around = {"prefix": prefix, "suffix": suffix, "suppress-author": ref.suppress_author}
    return item | {name: value for name, value in around.items() if value}


def _place(locator: Locator) -> dict[str, str]:
    return {"locator": locator.value, "label": _LABELS.get(locator.label, locator.label)}


def _written(value: Mapping[str, Any]) -> str:
    """JSON in one line, without what XML cannot hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return clean(_BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))
