"""What is remembered while a document is written: names given, links and lists opened, notes set aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefkit.figures import Letters
from briefkit.ooxml import Element, w
from briefkit.writers.addresses import linkable
from briefkit.writers.docx.comments import Comments, anchor
from briefkit.writers.docx.look import Look
from briefkit.writers.docx.paged import UNKNOWN, Pages
from briefkit.writers.docx.survey import Survey

if TYPE_CHECKING:
    from briefkit.zotero import Live


@dataclass(slots=True)
class Links:
    """The addresses that one part links to; each address once."""

    ids: dict[str, str] = field(default_factory=dict)

    def to(self, address: str) -> str | None:
        """The relationship's id for an address; None where Word would not take it."""
        target = linkable(address)
        return None if target is None else self.ids.setdefault(target, f"rLink{len(self.ids) + 1}")


@dataclass(frozen=True, slots=True)
class OrderedList:
    """An ordered list: the style whose numbering it is an instance of, its level from 0, its first number."""

    style: str
    level: int
    start: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the body in two forms: the one that every Word shows, and the one that newer ones show instead."""

    raster: bytes
    vector: bytes


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: whether in a quotation, and how deep in lists (of that quotation)."""

    level: int = 0
    quoted: bool = False
    language: str = ""  # where it is not the document's
    style: str = ""  # of plain paragraphs: that of the role they play, or of a table's cell


@dataclass(slots=True)
class Pen:
    """The one mutable thing of the writer; it lives for one call of `write`."""

    look: Look
    found: Survey
    draft: bool
    working: bool  # whether it tells where its texts come from, and what is said to the drafter
    language: str
    width: int  # of the text, in twentieths of a point
    em: int  # the height of the type in tables, likewise
    height: int  # of the text on a page, likewise
    lettering: Letters  # of figures
    hanging_notes: bool  # whether the text of notes hangs behind their numbers
    first_list: int  # the first number that no numbering of the template has
    notes: list[Element] = field(default_factory=list)
    comments: Comments = field(default_factory=Comments)
    on_note: list[int] = field(default_factory=list)  # the comments in the note that is being written: they stand at its reference
    lists: list[OrderedList] = field(default_factory=list)
    links: Links = field(default_factory=Links)
    note_links: Links = field(default_factory=Links)
    paragraphs: int = 0
    headings: int = 0
    drawings: int = 0  # the last number of a drawing
    pictures: list[Picture] = field(default_factory=list)
    bookmarks: int = 0
    controls: set[int] = field(default_factory=set)  # the numbers of content controls that are taken
    counts: dict[str, int] = field(default_factory=dict)  # the last number of each sequence, as Word counts
    counted: set[str] = field(default_factory=set)  # the bookmarks around numbers of sequences
    pages: Pages = UNKNOWN
    measures: bool = False  # whether what cites an authority gets a bookmark, so that its page can be found
    cited: dict[str, tuple[str, ...]] = field(default_factory=dict)  # these bookmarks, with the ids that are cited there
    live: Live | None = None  # what makes the citations of notes live, where that is wanted
    live_citations: int = 0

    def picture(self, raster: bytes, vector: bytes) -> tuple[str, str]:
        """The relationships' ids for a picture of the body."""
        self.pictures.append(Picture(raster, vector))
        return picture_ids(len(self.pictures))

    def open_list(self, opened: OrderedList) -> int:
        """A numbering of its own for an ordered list."""
        self.lists.append(opened)
        return self.first_list + len(self.lists) - 1

    def paragraph(self, style: str, *children: Element, extra: tuple[Element, ...] = ()) -> Element:
        """A paragraph in a named style; `extra` are properties that follow the style (ECMA-376 Part 1 §17.3.1.26)."""
        named = self.look.style(style)
        properties = w("pPr", *([w("pStyle", val=named)] if named else []), *extra)
        made = w("p", properties if len(properties) else None, *children)
        if self.comments.made:
            anchor(made)
        return made

    def annex_named(self, anchor: str) -> int:
        """The place of an annex that is referred to by this name, the first time that it is asked for; else 0."""
        if anchor not in self.found.annexed:
            return 0
        self.found.annexed.remove(anchor)
        return self.found.annexes[anchor][0]

    def next_control(self) -> int:
        """A number of its own for a content control."""
        number = next(number for number in range(1, len(self.controls) + 2) if number not in self.controls)
        self.controls.add(number)
        return number

    def bookmarked(self, name: str, *children: Element) -> tuple[Element, ...]:
        """Elements between the two ends of a bookmark (§17.13.6)."""
        self.bookmarks += 1
        return (w("bookmarkStart", id=self.bookmarks, name=name), *children, w("bookmarkEnd", id=self.bookmarks))


def picture_ids(number: int) -> tuple[str, str]:
    """How the body names a picture, counted from 1: the raster form and the vector one."""
    return f"rFigure{number}", f"rFigure{number}Vector"
