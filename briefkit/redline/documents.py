"""A Word file read within limits, and what it says: as it stands, or with its tracked changes accepted or rejected."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from briefkit.diagnostics import Checked, diagnose
from briefkit.messages import Message, say
from briefkit.ooxml import BadPackage, Element, content_type, element, main_part, parse, qn, read_zip, relationships, serialize
from briefkit.ooxml.names import COMMENTS, DOCUMENT_TYPE, ENDNOTES, FOOTER, FOOTNOTES, HEADER, HYPERLINK
from briefkit.ooxml.tracked import is_tracked
from briefkit.redline.texts import NOTHING_SAID, Said, is_silent, said

_ENDINGS = (".xml", ".rels", ".vml")
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"  # the container of Word 97, and of what is encrypted today

Decide = Callable[[Element], Element]


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a file under the name that its user knows, and the parts with text by their names, the body first."""

    name: str
    parts: Mapping[str, bytes]
    main: str
    stories: tuple[str, ...]

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """The parts that the body leads to by a kind of relationship."""
        links = relationships(self.parts, self.main)
        return tuple(dict.fromkeys(link.target for link in links if link.type == kind and link.target in self.parts))

    def root(self, part: str) -> Element:
        return parse(self.parts[part], part)


def read_word(data: bytes, name: str) -> Checked[WordFile | None]:
    """A document to compare. Problems: `redline-unreadable` for what is damaged, encrypted, too large or no document of Word."""
    if data.startswith(_OLD_FORMAT):
        return _unreadable(name, say("it is encrypted, or in the old format of Word"), say("save it in Word as .docx, without a password"))
    try:
        word = _with_an_end(parsed(read_zip(data), name))
        if content_type(word.parts, word.main) != DOCUMENT_TYPE:
            return _unreadable(name, say("it is a template, or holds macros"), say("save it in Word as .docx"))
    except BadPackage as problem:
        return _unreadable(name, problem.message, say("save it again in Word as .docx"))
    return Checked(word)


def _with_an_end(word: WordFile) -> WordFile:
    """The file with a paragraph below a last table, as Word has it once it opens it: no redline could take out one that came later."""
    root = word.root(word.main)
    blocks = [node for node in root.iterfind(f"{qn('w:body')}/*") if node.tag != qn("w:sectPr")]
    if not blocks or blocks[-1].tag != qn("w:tbl"):
        return word
    blocks[-1].addnext(element("w:p"))
    return replace(word, parts={**word.parts, word.main: serialize(root)})


def _unreadable(name: str, problem: Message, hint: Message) -> Checked[WordFile | None]:
    said = say("“{file}” cannot be compared: {problem}.", file=name, problem=problem)
    return Checked(None, (diagnose("redline-unreadable", said, hint=hint),))


def parsed(parts: Mapping[str, bytes], name: str) -> WordFile:
    """The parts as a file of Word. Raises BadPackage where it is none, or an XML part of it is broken or declares entities."""
    main = main_part(parts)
    links = relationships(parts, main)
    kinds = (FOOTNOTES, ENDNOTES, COMMENTS, HEADER, FOOTER)
    stories = tuple(dict.fromkeys((main, *(link.target for kind in kinds for link in links if link.type == kind and link.target in parts))))
    for part in dict.fromkeys((*stories, *(one for one in parts if one.lower().endswith(_ENDINGS)))):
        parse(parts[part], part)
    return WordFile(name, parts, main, stories)


def has_changes(word: WordFile) -> bool:
    """Whether a file holds tracked changes already."""
    return any(is_tracked(word.root(part)) for part in word.stories)


# --- what it says -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sayings:
    """What the stories of a file say. Notes and comments stand in the order of their signs, headers and footers in that of the sections.

    `places` are the bookmarks of the body, to which fields and links lead.
    """

    body: Said
    footnotes: Said
    endnotes: Said
    comments: Said
    headers: Said
    places: frozenset[str]

    @property
    def fields(self) -> tuple[str, ...]:
        return self.body.fields + self.footnotes.fields + self.endnotes.fields + self.headers.fields

    @property
    def marks(self) -> tuple[str, ...]:
        """The fields that print nothing."""
        return tuple(code for code in self.fields if is_silent(code))


def as_it_stands(root: Element) -> Element:
    return root


def sayings(word: WordFile, decide: Decide = as_it_stands) -> Sayings:
    """What a file says once `decide` has accepted or rejected what is tracked in it."""
    body = decide(word.root(word.main))
    return Sayings(
        said(body, related(word, word.main)),
        _notes(word, body, decide, FOOTNOTES, "footnote"),
        _notes(word, body, decide, ENDNOTES, "endnote"),
        _notes(word, body, decide, COMMENTS, "comment"),
        _headers(word, body, decide),
        frozenset(node.get(qn("w:name"), "") for node in body.iter(qn("w:bookmarkStart"))),
    )


def _notes(word: WordFile, body: Element, decide: Decide, kind: str, name: str) -> Said:
    """The notes whose signs stand in the body; what is kept of a note without a sign, nobody sees."""
    found = NOTHING_SAID
    for part in word.of_kind(kind)[:1]:
        notes = {note.get(qn("w:id"), ""): note for note in decide(word.root(part)).iterfind(qn(f"w:{name}"))}
        leads = related(word, part)
        for sign in body.iter(qn(f"w:{name}Reference")):
            note = notes.get(sign.get(qn("w:id"), ""))
            found += Said((f"‹{name}›",)) + (NOTHING_SAID if note is None else said(note, leads))
    return found


def _headers(word: WordFile, body: Element, decide: Decide) -> Said:
    """The headers and footers that print something, by section, kind and place."""
    targets = {link.id: link.target for link in relationships(word.parts, word.main)}
    found = NOTHING_SAID
    for section in body.iter(qn("w:sectPr")):
        for reference in sorted(section.iter(qn("w:headerReference"), qn("w:footerReference")), key=_slot):
            part = targets.get(reference.get(qn("r:id"), ""), "")
            words = said(decide(word.root(part)), related(word, part)) if part in word.parts else NOTHING_SAID
            if any(words.lines):
                found += Said((f"‹{' '.join(_slot(reference))}›",)) + words
    return found


def _slot(reference: Element) -> tuple[str, str]:
    return str(reference.tag).rpartition("}")[2], reference.get(qn("w:type"), "default")


def related(word: WordFile, part: str) -> dict[str, str]:
    """What each relationship of a part leads to: an address, or a digest of the part that is there."""
    return {
        link.id: link.target if link.external or link.type == HYPERLINK else digest(word.parts, link.target)
        for link in relationships(word.parts, part)
    }


def digest(parts: Mapping[str, bytes], part: str) -> str:
    """A digest of what a part holds, in whichever way it is written; empty where there is none."""
    data = parts.get(part, b"")
    if part.lower().endswith(".xml") and data:
        root = parse(data, part)
        forget_saves(root)
        data = written(root)
    return hashlib.sha256(data).hexdigest()[:16] if data else ""


def forget_saves(root: Element) -> None:
    """Take out the numbers by which Word knows when each word was saved (rsids, §17.15.1.70)."""
    for node in list(root.iter("{*}*")):
        for name in [name for name in node.attrib if str(name).rpartition("}")[2].startswith("rsid")]:
            del node.attrib[name]
    for node in list(root.iter(qn("w:rsids"))):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)


def written(node: Element) -> bytes:
    """An element as it is written whichever other names its document declares."""
    return etree.tostring(node, method="c14n", exclusive=True, with_tail=False)


def sections(word: WordFile) -> tuple[bytes, ...]:
    """The layout of each section, without the names by which it knows its headers and footers."""
    root = word.root(word.main)
    forget_saves(root)
    for reference in root.iter(qn("w:headerReference"), qn("w:footerReference")):
        reference.attrib.pop(qn("r:id"), "")
    return tuple(written(section) for section in root.iter(qn("w:sectPr")))
