"""A Word file's parts with those that every template of ours has: styles, numbering and settings (ECMA-376 Part 1 §11.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from briefkit.ooxml import Element, Relationship, element, parse, relationships, relationships_part, rels_name, serialize, w
from briefkit.ooxml.names import CONTENT_TYPES, NUMBERING, NUMBERING_TYPE, SETTINGS, SETTINGS_TYPE, STYLES, STYLES_TYPE

_MODERN = "http://schemas.microsoft.com/office/word"
_NEEDED = ((STYLES, "styles", STYLES_TYPE), (NUMBERING, "numbering", NUMBERING_TYPE), (SETTINGS, "settings", SETTINGS_TYPE))


def completed(parts: Mapping[str, bytes], document: str) -> Mapping[str, bytes]:
    """The parts, and empty ones of the three kinds for those that the document part relates to none of."""
    related = {link.type for link in relationships(parts, document) if link.target in parts and not link.external}
    lacking = [row for row in _NEEDED if row[0] not in related]
    if not lacking:
        return parts
    made = dict(parts)
    # A link that leads nowhere would lead to the new part, which then had two.
    links = [link for link in relationships(parts, document) if link.external or link.target in parts]
    types = parse(parts[CONTENT_TYPES], CONTENT_TYPES)
    for kind, name, content_type in lacking:
        part = next(_free_names(posixpath.dirname(document), name, made))
        made[part] = serialize(_empty(name))
        links.append(Relationship(f"rNew{name}", kind, part))
        types.append(element("ct:Override", {"PartName": f"/{part}", "ContentType": content_type}))
    return {**made, CONTENT_TYPES: serialize(types), rels_name(document): relationships_part(document, links)}


def _free_names(folder: str, name: str, parts: Mapping[str, bytes]) -> Iterator[str]:
    taken = {part.casefold() for part in parts}
    names = (posixpath.join(folder, f"{name}{at or ''}.xml") for at in range(len(parts) + 1))
    return (part for part in names if part.casefold() not in taken)


def _empty(name: str) -> Element:
    """An empty part; the settings say that the file is for a Word of today, or it would open as one of 2003 (§17.15.3.4)."""
    made = w(name)
    if name == "settings":
        made.append(w("compat", w("compatSetting", name="compatibilityMode", uri=_MODERN, val=15)))
    return made
