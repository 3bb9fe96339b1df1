"""Parts and how they hang together: relationships and content types (ECMA-376 Part 2 §6.5, §7.2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefkit.messages import say
from briefkit.ooxml.names import CONTENT_TYPES, OFFICE_DOCUMENT, RELATIONSHIPS_TYPE
from briefkit.ooxml.xml import Element, element, parse, qn, serialize
from briefkit.ooxml.zipped import BadPackage

_MADE = '<{0} xmlns="http://schemas.openxmlformats.org/package/2006/{1}"/>'


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another, or to an address outside; `target` is a part's full name, or that address."""

    id: str
    type: str
    target: str
    external: bool = False


def rels_name(part: str) -> str:
    """Where the relationships of a part stand; of the package, for the empty name."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relationships(parts: Mapping[str, bytes], part: str = "") -> tuple[Relationship, ...]:
    """The relationships of a part, in order; none where it has none. Raises BadPackage as `parse` does."""
    name = rels_name(part)
    if name not in parts:
        return ()
    folder = posixpath.dirname(part)
    return tuple(_relationship(node, folder) for node in parse(parts[name], name).iter(qn("rel:Relationship")))


def _relationship(node: Element, folder: str) -> Relationship:
    external = node.get("TargetMode") == "External"
    target = node.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(node.get("Id", ""), node.get("Type", ""), target, external)


def relationships_part(part: str, links: Iterable[Relationship]) -> bytes:
    """The XML of a part's relationships, by id; targets within the package are written from the part's own folder."""
    folder = posixpath.join("/", posixpath.dirname(part))
    root = parse(_MADE.format("Relationships", "relationships").encode(), rels_name(part))
    for link in sorted(links, key=lambda link: link.id):
        target = link.target if link.external else posixpath.relpath(f"/{link.target}", folder)
        node = element("rel:Relationship", {"Id": link.id, "Type": link.type, "Target": target})
        if link.external:
            node.set("TargetMode", "External")
        root.append(node)
    return serialize(root)


def main_part(parts: Mapping[str, bytes]) -> str:
    """The name of the document part. Raises BadPackage where there is none."""
    for link in relationships(parts):
        if link.type == OFFICE_DOCUMENT and link.target in parts:
            return link.target
    raise BadPackage(say("it has no document part: it is not a Word file (or a Strict Open XML one)"))


def content_type(parts: Mapping[str, bytes], part: str) -> str:
    """The content type of a part, by its own entry or by its ending; empty where neither is listed."""
    if CONTENT_TYPES not in parts:
        raise BadPackage(say("it has no list of content types: it is not an Office file"))
    root = parse(parts[CONTENT_TYPES], CONTENT_TYPES)
    for node in root.iter(qn("ct:Override")):
        if node.get("PartName", "").casefold() == f"/{part}".casefold():
            return node.get("ContentType", "")
    ending = part.rpartition(".")[2].casefold()
    return next((node.get("ContentType", "") for node in root.iter(qn("ct:Default")) if node.get("Extension", "").casefold() == ending), "")


def content_types_part(types: Mapping[str, str]) -> bytes:
    """The list of content types for parts by name."""
    root = parse(_MADE.format("Types", "content-types").encode(), CONTENT_TYPES)
    root.append(element("ct:Default", {"Extension": "rels", "ContentType": RELATIONSHIPS_TYPE}))
    root.append(element("ct:Default", {"Extension": "xml", "ContentType": "application/xml"}))
    for part in sorted(types):
        root.append(element("ct:Override", {"PartName": f"/{part}", "ContentType": types[part]}))
    return serialize(root)
