"""Pages: what is known of them, and a document written so that whoever lays it out can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefkit.ooxml import Element
from briefkit.writers.docx.folios import folio


@dataclass(frozen=True, slots=True)
class Pages:
    """The page of each heading, by its bookmark, and the pages that cite each authority, by its id, all as they are printed.

    Empty where nobody has laid the document out: then no number stands in it, rather than a wrong one.
    """

    headings: Mapping[str, str] = field(default_factory=dict)
    authorities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


UNKNOWN = Pages()


@dataclass(frozen=True, slots=True)
class Measured:
    """A document to be laid out: its bytes, the bookmarks of its headings, the ids cited at each bookmark, and its section."""

    document: bytes
    headings: tuple[str, ...]
    cited: Mapping[str, tuple[str, ...]]
    section: Element

    def pages(self, found: Mapping[str, int]) -> Pages:
        """What is known of the pages once each bookmark is found on one, counted from 1."""
        on_pages: dict[str, set[int]] = {}
        for bookmark, names in self.cited.items():
            for name in names if bookmark in found else ():
                on_pages.setdefault(name, set()).add(found[bookmark])
        return Pages(
            {name: folio(self.section, found[name]) for name in self.headings if name in found},
            {name: tuple(folio(self.section, page) for page in sorted(pages)) for name, pages in on_pages.items()},
        )
