"""A template as the writer sees it: the parts that it keeps, and the ids of the styles that it asks for by name.

Word's own styles have the same names in every language but other ids ("berschrift1"), so names are what counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import Message, say
from briefkit.ooxml import BadPackage, Element, Relationship, content_type, main_part, parse, qn, read_zip, relationships
from briefkit.ooxml.names import FONT, FONT_TABLE, FOOTER, HEADER, HYPERLINK, IMAGE, NUMBERING, SETTINGS, STYLES, THEME
from briefkit.writers.docx.ancestry import ancestry, styles_by_id
from briefkit.writers.docx.completing import completed
from briefkit.writers.docx.pictures import unusable_pictures

DEEPEST_HEADING = 4
DEEPEST_LIST = 3
DEEPEST_LEVEL = 8  # a numbering has nine levels, from 0 (ECMA-376 Part 1 §17.9.6)

_LEVELS = tuple(f"{name}{level}" for name in ("List Bullet", "List Number", "List Continue") for level in ("", " 2", " 3"))
_PARAGRAPHS = (
    *("Title", "Subtitle", "Date", "TOC Heading", "toc 1", "toc 2", "toc 3", "Contents End", "toa heading", "table of authorities"),
    *(f"heading {level}" for level in range(1, DEEPEST_HEADING + 1)),
    *("Body Text", "Numbered Paragraph", "Quote", "footnote text", "header", "footer"),
    *_LEVELS,
    *("Table Text", "Table Text Right", "Table Text Centre", "Table Head", "Table Head Right", "Table Head Centre", "After Table"),
    *("Table Label", "Figure", "caption", "Source Line", "List Letter", "Centred", "Warning", "Annex Heading", "Reviewed Text"),
    *("Cover Number", "Cover Note", "Title New Page", "annotation text"),
    *("Letterhead", "Addressee", "Reference", "Subject", "Salutation"),
    *("Closing", "Signature", "Signature Line", "Enclosures", "Disclaimer"),
)
_CHARACTERS = (
    *("Emphasis", "Strong", "Strong Emphasis", "Hyperlink", "Hyperlink Emphasis"),
    *("footnote reference", "annotation reference", "Drafter Note"),
)
# A template may also have "Quote Bullet" and "Quote Number", for lists in quotations; without them the lists' own serve.
STYLE_NAMES = {"paragraph": _PARAGRAPHS, "character": _CHARACTERS, "table": ("Brief Table",)}

# What a document may take over from its template. All else stays out: macros, custom data, thumbnails, authors.
KEPT_LINKS = frozenset({STYLES, NUMBERING, SETTINGS, FONT_TABLE, FONT, THEME, HEADER, FOOTER, IMAGE})


@dataclass(frozen=True, slots=True)
class Look:
    """A template read: its parts, the name of its document part, its parts by kind, its styles and their numbering.

    `ids` are style ids by kind and name; `numbers` are numId and level, from 0, by the id of the paragraph style that carries them;
    `deepest` is the last level that each numbering has.
    """

    parts: Mapping[str, bytes]
    document: str
    kinds: Mapping[str, str]
    ids: Mapping[tuple[str, str], str]
    numbers: Mapping[str, tuple[str, int]]
    deepest: Mapping[str, int]

    def style(self, name: str, kind: str = "paragraph") -> str | None:
        """The id of a style, by its name in any case; None where the template lacks it."""
        return self.ids.get((kind, name.casefold()))

    def numbering(self, name: str) -> str | None:
        """The numId of the numbering that a paragraph style carries, by the style's name."""
        return self.numbers.get(self.style(name) or "", (None, 0))[0]

    def level(self, name: str) -> int:
        """The level, from 0, at which a paragraph style stands in its numbering."""
        return self.numbers.get(self.style(name) or "", (None, 0))[1]

    def last_level(self, name: str) -> int:
        """The last level of the numbering that a paragraph style carries."""
        return self.deepest.get(self.numbering(name) or "", DEEPEST_LEVEL)


def read_look(template: bytes) -> Look:
    """The template's bytes as a Look, with the parts that all have to have. Raises BadPackage with a sentence that says what is wrong."""
    parts: Mapping[str, bytes] = read_zip(template)
    document = main_part(parts)
    if parse(parts[document], document).tag != qn("w:document"):
        raise BadPackage(say("its document part is not WordprocessingML"))
    parts = completed(parts, document)
    kinds = {link.type: link.target for link in relationships(parts, document) if link.target in parts and not link.external}
    styles = parse(parts[kinds[STYLES]], kinds[STYLES])
    levels = _levels(parse(parts[kinds[NUMBERING]], kinds[NUMBERING]))
    numbers = {name: number for name, number in _style_numbers(styles).items() if number[0] in levels}
    return Look(parts, document, kinds, _style_ids(styles), numbers, levels)


def _style_ids(styles: Element) -> dict[tuple[str, str], str]:
    ids: dict[tuple[str, str], str] = {}
    for style in styles.iterfind(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            kind = style.get(qn("w:type"), "paragraph")
            ids.setdefault((kind, name.get(qn("w:val"), "").casefold()), style.get(qn("w:styleId"), ""))
    return ids


def _style_numbers(styles: Element) -> dict[str, tuple[str, int]]:
    """What each paragraph style is numbered by, itself or through the style that it is based on (§17.9.18, §17.7.4.3)."""
    by_id = styles_by_id(styles)
    found = {name: _style_number(style, by_id) for name, style in by_id.items()}
    return {name: number for name, number in found.items() if number is not None}


def _style_number(style: Element, by_id: Mapping[str, Element]) -> tuple[str, int] | None:
    for one in ancestry(style, by_id):
        properties = one.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is not None and (number := _value(properties, "numId")):
            level = _value(properties, "ilvl")
            return None if number == "0" else (number, min(int(level), DEEPEST_LEVEL) if level.isdecimal() else 0)
    return None


def _levels(numbering: Element) -> dict[str, int]:
    """The last level that each numbering has; one that borrows its levels from a style of lists (§17.9.21) is taken to have all."""
    kinds: dict[str, int] = {}
    for kind in numbering.iterfind(qn("w:abstractNum")):
        found = [level.get(qn("w:ilvl"), "0") for level in kind.iterfind(qn("w:lvl"))]
        kinds[kind.get(qn("w:abstractNumId"), "")] = max((int(one) for one in found if one.isdecimal()), default=DEEPEST_LEVEL)
    instances = {node.get(qn("w:numId"), ""): _value(node, "abstractNumId") for node in numbering.iterfind(qn("w:num"))}
    return {number: min(kinds.get(kind, DEEPEST_LEVEL), DEEPEST_LEVEL) for number, kind in instances.items()}


def _value(parent: Element, name: str) -> str:
    node = parent.find(qn(f"w:{name}"))
    return node.get(qn("w:val"), "") if node is not None else ""


def check_template(template: bytes) -> tuple[Diagnostic, ...]:
    """What keeps a Word file from serving as a template; empty where `write` can use it.

    Looked for: a zip within limits, a document part, XML without DOCTYPE in every part that is used, and links of headers
    and footers that lead to files outside, or to pictures that are none. Styles that it lacks are no hindrance: `grafting` brings them.
    """
    try:
        look = read_look(template)
        unusable = [*_bad_parts(look), *_outside_links(look), *unusable_pictures(look.parts, kept_parts(look))]
    except BadPackage as problem:
        return (_bad(problem.message),)
    return tuple(_bad(problem) for problem in unusable)


def _bad(reason: Message) -> Diagnostic:
    return diagnose(
        "bad-template",
        say("The Word template cannot be used: {reason}.", reason=reason),
        hint=say("save it again in Word as .docx or .dotx, or start from styles/house.docx"),
    )


def _bad_parts(look: Look) -> list[Message]:
    problems = []
    for name in kept_parts(look):
        try:
            if not content_type(look.parts, name):
                problems.append(say("{part} has no content type", part=name))
            elif name.endswith(".xml"):
                parse(look.parts[name], name)
        except BadPackage as problem:
            problems.append(problem.message)
    return problems


def _outside_links(look: Look) -> list[Message]:
    """Pictures and the like that would be fetched from elsewhere when the document is opened: they tell who reads it."""
    names = (look.document, *kept_parts(look))
    outside = {name for name in names for link in relationships(look.parts, name) if link.external and link.type in KEPT_LINKS}
    return [say("{part} shows a file from outside", part=name) for name in sorted(outside)]


def kept_parts(look: Look) -> tuple[str, ...]:
    """The parts that a document takes over: those that the template's document part and its headers lead to."""
    kept: dict[str, None] = {}
    waiting = [look.document]
    while waiting:
        for link in kept_links(look, waiting.pop()):
            if not link.external and link.target not in kept and link.target != look.document:
                kept[link.target] = None
                waiting.append(link.target)
    return tuple(sorted(kept))


def kept_links(look: Look, part: str) -> tuple[Relationship, ...]:
    """The relationships of a part that stay: to parts of the kinds that are kept, and links that a reader may follow."""

    def stays(link: Relationship) -> bool:
        if link.external:
            return link.type == HYPERLINK and part != look.document
        return link.type in KEPT_LINKS and link.target in look.parts

    return tuple(link for link in relationships(look.parts, part) if stays(link))
