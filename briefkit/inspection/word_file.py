"""The parts of a finished Word file that the checks read, as they will be once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.inspection.sheet import Sheet
from briefkit.ooxml import Element, main_part, parse, qn, read_zip, relationships
from briefkit.ooxml.names import COMMENTS, CORE_PROPERTIES, ENDNOTES, FOOTER, FOOTNOTES, HEADER, NUMBERING, SETTINGS, STYLES
from briefkit.ooxml.tracked import accepted, is_tracked

VAL, ID, TYPE = qn("w:val"), qn("w:id"), qn("w:type")
_OLD_FORM = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same once more, for a Word of before 2010


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parsed parts of a Word file; those with text are `stories`, by part name, the body first."""

    body: Element
    notes: Element | None
    endnotes: Element | None
    comments: Element | None
    styles: Element | None
    numbering: Element | None
    settings: Element | None
    properties: Element | None  # the core properties
    stories: tuple[tuple[str, Element], ...]
    links: dict[str, frozenset[str]]  # part -> the ids of its relationships
    sheet: Sheet

    @property
    def written(self) -> tuple[tuple[str, Element], ...]:
        """The stories that hold the document's own text: not those that its template brings, such as headers."""
        own = (self.body, self.notes, self.endnotes, self.comments)
        return tuple((name, story) for name, story in self.stories if any(story is one for one in own))


def read_word(data: bytes) -> WordFile:
    """The file's parts. Raises BadPackage for what is no Word file."""
    parts = read_zip(data)
    main = main_part(parts)
    related = _of_kinds(parts, main)

    def one(kind: str) -> Element | None:
        name = next(iter(related.get(kind, ())), None)
        return parse(parts[name], name) if name else None

    def stories(*kinds: str) -> Iterator[tuple[str, Element]]:
        names = dict.fromkeys(name for kind in kinds for name in related.get(kind, ()))
        return ((name, _settled(parse(parts[name], name))) for name in names)

    body = _settled(parse(parts[main], main))
    notes, endnotes, comments = (list(stories(kind)) for kind in (FOOTNOTES, ENDNOTES, COMMENTS))
    told = ((main, body), *notes, *endnotes, *comments, *stories(HEADER, FOOTER))
    properties = next((link.target for link in relationships(parts) if link.type == CORE_PROPERTIES and link.target in parts), None)
    styles, numbering = one(STYLES), one(NUMBERING)
    return WordFile(
        body=body,
        notes=notes[0][1] if notes else None,
        endnotes=endnotes[0][1] if endnotes else None,
        comments=comments[0][1] if comments else None,
        styles=styles,
        numbering=numbering,
        settings=one(SETTINGS),
        properties=parse(parts[properties], properties) if properties else None,
        stories=told,
        links={name: frozenset(link.id for link in relationships(parts, name)) for name, _ in told},
        sheet=Sheet(styles),
    )


def _of_kinds(parts: dict[str, bytes], main: str) -> dict[str, list[str]]:
    """The names of the parts that the document part relates to, by kind."""
    found: dict[str, list[str]] = {}
    for link in relationships(parts, main):
        if link.target in parts and not link.external:
            found.setdefault(link.type, []).append(link.target)
    return found


def _settled(story: Element) -> Element:
    """A part without tracked changes and without what stands in it twice."""
    made = accepted(story) if is_tracked(story) else story
    for old in list(made.iter(_OLD_FORM)):
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)
    return made


def values(root: Element, tag: str, attribute: str = VAL) -> list[str]:
    """An attribute of every element of a tag."""
    return [node.get(attribute, "") for node in root.iter(qn(f"w:{tag}"))]


def nodes(root: Element | None, tag: str) -> Iterator[Element]:
    """The elements of a tag in a part; none where the file lacks the part."""
    return iter(()) if root is None else root.iter(qn(f"w:{tag}"))


def notes_in(part: Element | None) -> list[Element]:
    """The notes of a part of notes, without those that only separate notes from text."""
    tags = (qn("w:footnote"), qn("w:endnote"))
    return [] if part is None else [note for note in part.iter(*tags) if note.get(TYPE, "normal") == "normal"]


_LINES = (qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen"))
_DRAWN = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}


def shown(root: Element) -> str:
    """The words of a paragraph, or of anything else; a hyphen at which no line breaks is one like others."""
    return "".join(piece(node) for node in root.iter(*_LINES))


def piece(node: Element) -> str:
    """What an element of a run shows."""
    if is_stop(node):
        return ""
    return _DRAWN.get(str(node.tag)) or (node.text or "").replace("\u2011", "-")


def is_stop(node: Element) -> bool:
    """Whether a tab is one that a paragraph sets rather than one in its text."""
    parent = node.getparent()
    return parent is not None and parent.tag == qn("w:tabs")
