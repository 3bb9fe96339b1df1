"""What a finished document tells of itself: the authorities that it cites and where, and an index of its facts and exhibits.

Pure functions over an Opinion. How an authority reads in full is the citation style's affair, and comes in as `forms`.
"""

from __future__ import annotations

from briefkit.tables.authorities import AuthoritiesTable, Entry, Section, table_of_authorities
from briefkit.tables.index import index_of
from briefkit.tables.placing import Places, cited_places
from briefkit.tables.printed import asks_for, filled, printed_table

__all__ = [
    "AuthoritiesTable",
    "Entry",
    "Places",
    "Section",
    "asks_for",
    "cited_places",
    "filled",
    "index_of",
    "printed_table",
    "table_of_authorities",
]
