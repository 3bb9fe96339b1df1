"""Markdown with citations into the document's tree.

CommonMark with tables, as markdown-it reads it, and pandoc's citation syntax. What a brief cannot hold (raw HTML,
images, code) is a diagnostic or plain text, never something that slips through.
"""

from briefkit.markup.blocks import read_markup
from briefkit.markup.citations import read_refs

__all__ = ["read_markup", "read_refs"]
