"""The writer of Word documents: an Opinion and a Word template in, the bytes of a .docx out.

How things look is the template's alone: every paragraph, run and table names a style of it, and numbers come from its
numbering. What it should hold is listed in `look.py`; `graft` brings what it lacks, `check_template` tells what nobody can use.
"""

from __future__ import annotations

from briefkit.ooxml import BadPackage, Element, w
from briefkit.ooxml.names import FOOTER, HEADER, NUMBERING, SETTINGS, STYLES
from briefkit.tree import Opinion
from briefkit.writers.docx.blocks import blocks
from briefkit.writers.docx.comments import Comments, after_second_note, comments_part
from briefkit.writers.docx.cover import contents, cover
from briefkit.writers.docx.dressing import dress_numbering, dress_settings, dress_styles, first_free_number, last_bookmark, notes_part
from briefkit.writers.docx.furniture import fill_places
from briefkit.writers.docx.grafting import Missing, graft, missing_styles
from briefkit.writers.docx.look import check_template, kept_links, read_look
from briefkit.writers.docx.package import Parts, Written, assemble
from briefkit.writers.docx.pen import Pen
from briefkit.writers.docx.properties import core_properties
from briefkit.writers.docx.sections import cover_section, section_of, text_section, text_width
from briefkit.writers.docx.survey import divided, survey
from briefkit.writers.docx.type_size import points_of
from briefkit.writers.words import words

__all__ = ["BadPackage", "Missing", "check_template", "graft", "missing_styles", "write"]


_WIDE = 12  # twentieths of a point for each point of height: a bold letter of Cyrillic on the generous side


def write(opinion: Opinion, template: bytes) -> bytes:
    """The document as an Office Open XML package: the same bytes for the same opinion and template.

    Writes any tree. Raises BadPackage where `check_template` finds the template unreadable; styles that it lacks are
    left out, so that their text looks like the template's default.
    """
    look = read_look(template)
    parts = Parts(look)
    section = section_of(parts.root(look.document), kept_links(look, look.document))
    pen = _pen(opinion, parts, section)
    document = _document(opinion, pen, section)
    _dress(opinion, parts, pen)
    written = Written(document, notes_part(pen.notes), comments_part(pen.comments), core_properties(opinion))
    return assemble(parts, written, pen.links, pen.note_links)


def _pen(opinion: Opinion, parts: Parts, section: Element) -> Pen:
    look = parts.look
    found = survey(opinion)
    if look.numbering("Numbered Paragraph") is None:
        found.paragraphs.clear()  # nothing is numbered, so a live reference to a number would show none
    return Pen(
        look=look,
        found=found,
        draft=opinion.draft,
        language=opinion.language,
        width=text_width(section),
        character=round(points_of("Table Text", look, parts.root(look.kinds[STYLES])) * _WIDE),
        comments=Comments(look.style("annotation text"), look.style("annotation reference", "character")),
        bookmarks=max((last_bookmark(parts.root(name)) for name in parts.of_kind(HEADER, FOOTER)), default=0),
        first_list=first_free_number(parts.root(look.kinds[NUMBERING])),
    )


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


def _dress(opinion: Opinion, parts: Parts, pen: Pen) -> None:
    """Make the template's parts this document's: language, numbering of lists, headers and footers."""
    look = parts.look
    language = words(opinion.language)
    dress_styles(parts.root(look.kinds[STYLES]), language)
    dress_settings(parts.root(look.kinds[SETTINGS]), language)
    dress_numbering(parts.root(look.kinds[NUMBERING]), pen.lists, pen.first_list, look, language)
    for name in parts.of_kind(HEADER, FOOTER):
        fill_places(parts.root(name), opinion)
