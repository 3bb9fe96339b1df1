"""The writer of Word documents: an Opinion and a Word template in, the bytes of a .docx out.

How things look is the template's alone: every paragraph, run and table names a style of it, and numbers come from its
numbering. What it should hold is listed in `look.py`; `graft` brings what it lacks, `check_template` tells what nobody can use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.ooxml import BadPackage, Element, w
from briefkit.tree import Opinion
from briefkit.writers.docx.blocks import blocks, heading_bookmark
from briefkit.writers.docx.comments import after_second_note
from briefkit.writers.docx.cover import contents, cover
from briefkit.writers.docx.desk import finished
from briefkit.writers.docx.grafting import Missing, graft, missing_styles
from briefkit.writers.docx.look import check_template
from briefkit.writers.docx.paged import UNKNOWN, Measured, Pages
from briefkit.writers.docx.paper import on_paper
from briefkit.writers.docx.pen import Pen
from briefkit.writers.docx.sections import cover_section, text_section
from briefkit.writers.docx.survey import divided

if TYPE_CHECKING:
    from briefkit.zotero import Live

__all__ = [
    "UNKNOWN",
    "BadPackage",
    "Measured",
    "Missing",
    "Pages",
    "check_template",
    "graft",
    "measure",
    "missing_styles",
    "on_paper",
    "write",
]


def write(opinion: Opinion, template: bytes, pages: Pages = UNKNOWN, live: Live | None = None) -> bytes:
    """The document as an Office Open XML package: the same bytes for the same opinion, template, pages and `live` citations.

    Writes any tree. Raises BadPackage where `check_template` finds the template unreadable; styles that it lacks are
    left out, so that their text looks like the template's default.
    """

    def document(opinion: Opinion, pen: Pen, section: Element) -> Element:
        pen.pages, pen.live = pages, live
        return _document(opinion, pen, section)

    return finished(opinion, template, document)


def measure(opinion: Opinion, template: bytes, pages: Pages = UNKNOWN, live: Live | None = None) -> Measured:
    """The document as `write` makes it, with bookmarks besides, so that who lays it out can tell the page of all that names one."""
    used: list[tuple[Pen, Element]] = []

    def document(opinion: Opinion, pen: Pen, section: Element) -> Element:
        pen.pages, pen.live, pen.measures = pages, live, True
        used.append((pen, section))
        return _document(opinion, pen, section)

    made = finished(opinion, template, document)
    pen, section = used[0]
    headings = len(pen.found.headings) if opinion.contents else 0
    return Measured(made, tuple(map(heading_bookmark, range(1, headings + 1))), pen.cited, section)


def _document(opinion: Opinion, pen: Pen, section: Element) -> Element:
    """The document part (ECMA-376 Part 1 §17.2): with contents, a section for them and the cover before the text's."""
    body = w("body")
    body.extend(cover(opinion, pen))
    if opinion.contents:
        body.extend(contents(opinion, pen, cover_section(section)))
        section = text_section(section)
    body.extend(blocks(divided(opinion)[-1], pen))
    body.append(section)
    after_second_note(body)
    return w("document", body)
