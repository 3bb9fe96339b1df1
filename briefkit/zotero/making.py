"""A document's citations made live: its sources, its style in Zotero, its bibliography, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefkit.diagnostics import Checked
from briefkit.model.case import Exhibit
from briefkit.model.categories import category_of
from briefkit.model.libraries import Authority
from briefkit.source import Source
from briefkit.tree import Authorities, AuthorityCategory, Opinion
from briefkit.walk import blocks_within
from briefkit.zotero.live import Live, cited_in_notes
from briefkit.zotero.refreshing import refreshing
from briefkit.zotero.sources import live_sources
from briefkit.zotero.styles import official_style

LITERATURE = "literature"


def live_citations(opinion: Opinion, authorities: Mapping[str, Authority], exhibits: Sequence[Exhibit], style: Source) -> Checked[Live]:
    """What makes the citations of a document live. `authorities` are as the document names them, by id.

    Problems: what a refresh in Zotero would change, and what it could not (`refreshing`).
    """
    sources = live_sources(opinion, authorities.values(), exhibits)
    category = _bibliography(opinion, authorities)
    listed = {one.name for one in category.authorities} if category else set()
    cited = (one for one in cited_in_notes(opinion) if one in sources and one not in listed)
    omitted = dict.fromkeys(sources[one].address for one in cited)
    number = category.number if category else 0
    live = Live(official_style(style), opinion.language, sources, number, tuple(omitted) if category else ())
    return Checked(live, tuple(refreshing(opinion, live, style, category)))


def _bibliography(opinion: Opinion, authorities: Mapping[str, Authority]) -> AuthorityCategory | None:
    """The category that Zotero's bibliography takes over: that of literature, else the last. Zotero drops a bibliography without words."""
    tables = (block for block in blocks_within(opinion.blocks) if isinstance(block, Authorities))
    categories = [category for table in tables for category in table.categories if category.authorities]
    for category in categories:
        if any(one.name in authorities and category_of(authorities[one.name]) == LITERATURE for one in category.authorities):
            return category
    return categories[-1] if categories else None
