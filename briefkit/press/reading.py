"""Pages of a PDF that LibreOffice made: every bookmark of the Word file is a named destination in it (ISO 32000-1 §12.3.2.3)."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import pikepdf

from briefkit.pagination import LaidOut


def read_pages(pdf: bytes, bookmarks: Iterable[str]) -> LaidOut:
    """The PDF with the page of each bookmark that it has."""
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
        named = file.Root.get("/Dests", pikepdf.Dictionary())
        found = {name: named.get(f"/{_as_named(name)}") for name in bookmarks}
        places = {name: pages[target[0].objgen] for name, target in found.items() if isinstance(target, pikepdf.Array)}
        return LaidOut(pdf, len(file.pages), places)


def _as_named(bookmark: str) -> str:
    """How LibreOffice writes a bookmark's name as a PDF's: all but letters and digits by their numbers."""
    return "".join(char if char.isascii() and char.isalnum() else f"{ord(char):02X}" for char in bookmark)
