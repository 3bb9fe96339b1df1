"""Live citations for Zotero: what a Word file carries so that a user of Zotero's plug-in goes on citing in it.

Each citation of a note carries the data of what it cites, and the document names a style that Zotero has. Pure functions over an Opinion;
`writers/docx/zotero` puts what they give into fields. Nothing here names a person or a library of Zotero's.
"""

from __future__ import annotations

from briefkit.zotero.codes import bibliography_code, citation_code
from briefkit.zotero.hashes import short_hash
from briefkit.zotero.live import Live, LiveSource
from briefkit.zotero.making import live_citations
from briefkit.zotero.preferences import preferences
from briefkit.zotero.styles import OfficialStyle, official_style

__all__ = [
    "Live",
    "LiveSource",
    "OfficialStyle",
    "bibliography_code",
    "citation_code",
    "live_citations",
    "official_style",
    "preferences",
    "short_hash",
]
