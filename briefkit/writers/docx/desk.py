"""What every document begins and ends with: a pen that knows the template, and the template's parts made this document's."""

from __future__ import annotations

from collections.abc import Callable

from briefkit.figures import SANS, Letters, typeface_like
from briefkit.ooxml import Element
from briefkit.ooxml.names import FOOTER, HEADER, NUMBERING, SETTINGS, STYLES
from briefkit.tree import Opinion, Table
from briefkit.walk import blocks_within
from briefkit.writers.docx.ancestry import hangs, styles_by_id
from briefkit.writers.docx.comments import Comments, comments_part
from briefkit.writers.docx.controls import controls_in
from briefkit.writers.docx.custom import custom_properties, draft_properties
from briefkit.writers.docx.dressing import (
    dress_numbering,
    dress_settings,
    dress_styles,
    drop_lost_numbering,
    first_free_number,
    last_bookmark,
    notes_part,
)
from briefkit.writers.docx.figures import last_drawing
from briefkit.writers.docx.furniture import fill_places, name_known_styles
from briefkit.writers.docx.look import kept_links, read_look
from briefkit.writers.docx.naming import name_by_place
from briefkit.writers.docx.package import Parts, Written, assemble
from briefkit.writers.docx.pen import Pen
from briefkit.writers.docx.properties import core_properties
from briefkit.writers.docx.sections import section_of, text_height, text_width
from briefkit.writers.docx.survey import survey
from briefkit.writers.docx.tables import is_crowded
from briefkit.writers.docx.together import keep_together, leave_no_line_alone
from briefkit.writers.docx.type_size import points_of, typeface_of
from briefkit.writers.words import words

_SANS = 1.1  # how much broader a line of Arial is than one of Times New Roman

Document = Callable[[Opinion, Pen, Element], Element]  # writes a document's part, which ends with the section it is given


def finished(opinion: Opinion, template: bytes, document: Document) -> bytes:
    """The package. Of the opinion only what stands around the text is taken here: its title, its language, whether it is a draft."""
    look = read_look(template)
    parts = Parts(look)
    section = section_of(parts.root(look.document), kept_links(look, look.document))
    pen = _pen(opinion, parts, section)
    made = document(opinion, pen, section)
    if not opinion.is_working:
        names = name_by_place(made, *pen.notes)
        pen.cited = {names[bookmark]: cited for bookmark, cited in pen.cited.items()}
    _dress(opinion, parts, pen)
    custom = custom_properties({**draft_properties(opinion), **_live_properties(pen, made)})
    written = Written(made, notes_part(pen.notes), comments_part(pen.comments), core_properties(opinion), custom, tuple(pen.pictures))
    return assemble(parts, written, pen.links, pen.note_links)


def crowded_tables(opinion: Opinion, template: bytes) -> tuple[Table, ...]:
    """The tables whose numbers have no room beside each other on the template's page."""
    tables = [block for block in blocks_within(opinion.blocks) if isinstance(block, Table)]
    if not tables:
        return ()
    parts = Parts(read_look(template))
    pen = _pen(opinion, parts, section_of(parts.root(parts.look.document), kept_links(parts.look, parts.look.document)))
    return tuple(one for one in tables if is_crowded(one, pen))


def _live_properties(pen: Pen, body: Element) -> dict[str, str]:
    """What the document tells Zotero; nothing where its citations are not live."""
    if pen.live is None:
        return {}
    from briefkit.writers.docx.zotero import zotero_properties

    return zotero_properties(pen.live, pen.language, (body, *pen.notes))


def _pen(opinion: Opinion, parts: Parts, section: Element) -> Pen:
    look = parts.look
    found = survey(opinion)
    if look.numbering("Numbered Paragraph") is None:
        found.paragraphs.clear()  # nothing is numbered, so a live reference to a number would show none
    points = points_of("Table Text", look, parts.root(look.kinds[STYLES]))
    lettering = Letters(typeface_like(typeface_of("Table Text", look, parts)), points)
    return Pen(
        look=look,
        found=found,
        draft=opinion.draft,
        working=opinion.is_working,
        language=opinion.language,
        width=text_width(section),
        height=text_height(section),
        lettering=lettering,
        em=round(points * 20 * (_SANS if lettering.typeface == SANS else 1)),
        hanging_notes=hangs(look.style("footnote text"), parts.root(look.kinds[STYLES])),
        comments=Comments(look.style("annotation text"), look.style("annotation reference", "character")),
        controls={number for name in parts.of_kind(HEADER, FOOTER) for number in controls_in(parts.root(name))},
        bookmarks=max((last_bookmark(parts.root(name)) for name in parts.of_kind(HEADER, FOOTER)), default=0),
        drawings=max((last_drawing(parts.root(name)) for name in parts.of_kind(HEADER, FOOTER)), default=0),
        first_list=first_free_number(parts.root(look.kinds[NUMBERING])),
    )


def _dress(opinion: Opinion, parts: Parts, pen: Pen) -> None:
    """Make the template's parts this document's: language, numbering of lists, headers and footers."""
    look = parts.look
    language = words(opinion.language)
    dress_styles(parts.root(look.kinds[STYLES]), language)
    drop_lost_numbering(parts.root(look.kinds[STYLES]), look.deepest)
    keep_together(parts.root(look.kinds[STYLES]))
    leave_no_line_alone(parts.root(look.kinds[STYLES]))
    dress_settings(parts.root(look.kinds[SETTINGS]), language)
    dress_numbering(parts.root(look.kinds[NUMBERING]), pen.lists, pen.first_list, look, language)
    known = styles_by_id(parts.root(look.kinds[STYLES]))
    for name in parts.of_kind(HEADER, FOOTER):
        name_known_styles(parts.root(name), known)
        fill_places(parts.root(name), opinion)
