"""Markdown with citations into the document's tree.

CommonMark with tables, as markdown-it reads it, and pandoc's citation syntax. What a brief cannot hold (raw HTML,
images, code) is a diagnostic or plain text, never something that slips through.
"""

from briefkit.markup.blocks import read_line, read_markup
from briefkit.markup.citations import read_refs_at
from briefkit.markup.cited import every_branch, refs_within
from briefkit.markup.divs import caption
from briefkit.markup.inlines import notes_placed
from briefkit.markup.locators import IN_WORDS, loc_of, places_of, read_loc, read_pinpoint, said_in, single_locs

__all__ = [
    "IN_WORDS",
    "caption",
    "every_branch",
    "loc_of",
    "notes_placed",
    "places_of",
    "read_line",
    "read_loc",
    "read_markup",
    "read_pinpoint",
    "read_refs_at",
    "refs_within",
    "said_in",
    "single_locs",
]
