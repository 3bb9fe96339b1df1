"""Pictures in two forms, a vector one beside the raster one that every Word shows: a redline keeps the raster one alone.

The engine takes over the raster form of a picture that changed, and leaves the vector form of the old document in its place.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.ooxml import Element, parse, qn, relationships, relationships_part, rels_name, serialize

_VECTOR, _EXTENSION, _LIST = qn("asvg:svgBlip"), qn("a:ext"), qn("a:extLst")


def one_form_each(parts: Mapping[str, bytes], stories: tuple[str, ...]) -> Mapping[str, bytes]:
    """The parts, in whose texts each picture has the one form."""
    made = dict(parts)
    for story in stories:
        root = parse(parts[story], story)
        vectors = list(root.iter(_VECTOR))
        if vectors:
            gone = {vector.get(qn("r:embed"), "") for vector in vectors}
            for vector in vectors:
                _remove(vector)
            made[story] = serialize(root)
            kept = [link for link in relationships(parts, story) if link.id not in gone]
            made[rels_name(story)] = relationships_part(story, kept)
    return made


def _remove(vector: Element) -> None:
    """Take out the extension that names a vector form, and the list of extensions if it is empty then."""
    for node in [one for one in vector.iterancestors() if one.tag in (_EXTENSION, _LIST)]:
        parent = node.getparent()
        if parent is not None and (node.tag == _EXTENSION or not len(node)):
            parent.remove(node)
