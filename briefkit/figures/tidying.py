"""The SVG that matplotlib writes, without what tells how it was made, and with ids that no other picture of a page has."""

from __future__ import annotations

import re

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_NAMED = re.compile(r"#([\w.-]+)")


def tidied(svg: bytes, name: str) -> bytes:
    """The picture as one element: no declaration, no style for the whole page, no words about its origin."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_blank_text=True)
    root = etree.fromstring(svg, parser)
    for node in list(root.iter(f"{_SVG}metadata", f"{_SVG}style")):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    root.set("stroke-linejoin", "round")  # what the style said
    _rename(root, name)
    etree.cleanup_namespaces(root)
    return etree.tostring(root)


def _rename(root: etree._Element, name: str) -> None:
    """Ids that something refers to are numbered, the others go."""
    referring = [(node, key) for node in root.iter() for key in node.attrib if key == _HREF or "url(#" in node.attrib[key]]
    named = dict.fromkeys(found for node, key in referring for found in _NAMED.findall(str(node.attrib[key])))
    new = {old: f"{name}-{number}" for number, old in enumerate(named, start=1)}
    for node, key in referring:
        node.attrib[key] = _NAMED.sub(lambda found: f"#{new[found[1]]}", str(node.attrib[key]))
    for node in root.iter():
        old = node.attrib.pop("id", "")
        if old in new:
            node.set("id", new[str(old)])
    for empty in [node for node in root.iter(f"{_SVG}defs") if not len(node)]:
        parent = empty.getparent()
        if parent is not None:
            parent.remove(empty)
