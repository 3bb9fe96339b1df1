"""The parts of one document, put together from the template's and the ones that were written."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from briefkit.ooxml import (
    Element,
    Relationship,
    content_type,
    content_types_part,
    parse,
    qn,
    relationships_part,
    rels_name,
    serialize,
    write_zip,
)
from briefkit.ooxml.names import (
    COMMENTS,
    COMMENTS_TYPE,
    CONTENT_TYPES,
    CORE_PROPERTIES,
    CORE_PROPERTIES_TYPE,
    CUSTOM_PROPERTIES,
    CUSTOM_PROPERTIES_TYPE,
    DOCUMENT_TYPE,
    FOOTNOTES,
    FOOTNOTES_TYPE,
    HYPERLINK,
    IMAGE,
    OFFICE_DOCUMENT,
    PNG_TYPE,
    SVG_TYPE,
)
from briefkit.writers.docx.dressing import neutral
from briefkit.writers.docx.look import Look, kept_links, kept_parts
from briefkit.writers.docx.pen import Links, Picture, picture_ids

CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"


@dataclass(slots=True)
class Parts:
    """The parts of the document being made: the template's kept ones, as they are until something replaces them."""

    look: Look
    roots: dict[str, Element] = field(default_factory=dict)

    def root(self, name: str) -> Element:
        """A part of the template, parsed, to be changed in place."""
        if name not in self.roots:
            self.roots[name] = neutral(parse(self.look.parts[name], name))
            if name != self.look.document:
                _cut_dangling(self.roots[name], {link.id for link in kept_links(self.look, name)})
        return self.roots[name]

    def of_kind(self, *kinds: str) -> list[str]:
        """The names of the kept parts that the document part relates to in one of these ways."""
        return sorted({link.target for link in kept_links(self.look, self.look.document) if link.type in kinds})


def _cut_dangling(root: Element, known: set[str]) -> None:
    """Take out what shows a part that stays behind, such as a chart or a control in a letterhead: Word calls a file damaged for it."""
    dangling = [
        node for node in root.iter("{*}*") if any(key.startswith(_RELATED) and value not in known for key, value in _attributes(node))
    ]
    for node in dangling:
        run = next((one for one in (node, *node.iterancestors()) if one.tag == qn("w:r")), node)
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)


_RELATED = qn("r:id").removesuffix("id")


def _attributes(node: Element) -> Iterable[tuple[str, str]]:
    return [(str(key), str(value)) for key, value in node.attrib.items() if value]


@dataclass(frozen=True, slots=True)
class Written:
    """The parts that the writer makes; a document without comments, or without properties of its own, has no part for them."""

    document: Element
    notes: Element
    comments: Element | None
    core: bytes
    custom: bytes | None = None
    pictures: tuple[Picture, ...] = ()


def assemble(parts: Parts, written: Written, links: Links, note_links: Links) -> bytes:
    """The package (ECMA-376 Part 2 §6): the same bytes for the same parts."""
    look = parts.look
    folder = posixpath.dirname(look.document)
    notes, comments = (posixpath.join(folder, name) for name in ("footnotes.xml", "comments.xml"))
    kept = [name for name in kept_parts(look) if name not in (notes, comments)]
    own = {look.document: serialize(written.document), notes: serialize(written.notes), CORE: written.core}
    types = {look.document: DOCUMENT_TYPE, notes: FOOTNOTES_TYPE, CORE: CORE_PROPERTIES_TYPE}
    to_own = [Relationship("rNotes", FOOTNOTES, notes)]
    if written.comments is not None:
        own[comments], types[comments] = serialize(written.comments), COMMENTS_TYPE
        to_own.append(Relationship("rComments", COMMENTS, comments))
    for name, kind, number, picture in _pictures(look, written.pictures):
        own[name], types[name] = picture, kind
        to_own.append(Relationship(number, IMAGE, name))
    related: dict[str, Iterable[Relationship]] = {name: kept_links(look, name) for name in kept}
    related[look.document] = (*kept_links(look, look.document), *to_own, *_hyperlinks(links))
    related[notes] = _hyperlinks(note_links)
    of_package = [Relationship("rId1", OFFICE_DOCUMENT, look.document), Relationship("rId2", CORE_PROPERTIES, CORE)]
    if written.custom is not None:
        own[CUSTOM], types[CUSTOM] = written.custom, CUSTOM_PROPERTIES_TYPE
        of_package.append(Relationship("rId3", CUSTOM_PROPERTIES, CUSTOM))
    related[""] = of_package
    types.update({name: content_type(look.parts, name) for name in kept})
    rels = {rels_name(name): relationships_part(name, found) for name, found in related.items() if found}
    return write_zip({CONTENT_TYPES: content_types_part(types), **rels, **_bytes(parts, kept), **own})


def _pictures(look: Look, pictures: Iterable[Picture]) -> Iterator[tuple[str, str, str, bytes]]:
    """Each form of each picture: the name of its part, its content type, its id in the body, its bytes."""
    folder = posixpath.join(posixpath.dirname(look.document), "media")
    for number, picture in enumerate(pictures, start=1):
        raster, vector = picture_ids(number)
        for ending, kind, name, content in (("png", PNG_TYPE, raster, picture.raster), ("svg", SVG_TYPE, vector, picture.vector)):
            names = (posixpath.join(folder, f"figure{number}{'-' * more}.{ending}") for more in count())
            yield next(name for name in names if name not in look.parts), kind, name, content


def _bytes(parts: Parts, kept: Iterable[str]) -> Mapping[str, bytes]:
    """The kept parts as they are now; XML ones without marks of editing, pictures and the like untouched."""
    return {name: serialize(parts.root(name)) if name.endswith(".xml") else parts.look.parts[name] for name in kept}


def _hyperlinks(links: Links) -> tuple[Relationship, ...]:
    return tuple(Relationship(number, HYPERLINK, address, external=True) for address, number in links.ids.items())
