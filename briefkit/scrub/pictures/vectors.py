"""SVG pictures without what drawing programs leave in them. Titles and descriptions are for those who cannot see, and stay."""

from __future__ import annotations

import base64
import binascii
import re

from lxml import etree

from briefkit.messages import Message, say
from briefkit.scrub.addresses import is_local
from briefkit.scrub.packages import strip_asides, take_out

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_NAMESPACES = {_SVG, _XLINK, "http://www.w3.org/XML/1998/namespace"}
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,(.*)", re.DOTALL)
_LIVE = (f"{{{_SVG}}}script", f"{{{_SVG}}}foreignObject")


def clean_svg(data: bytes) -> tuple[bytes, tuple[Message, ...]]:
    """The picture and what it told. Raises ValueError for what is no SVG, or names entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise ValueError(str(problem)) from None
    if etree.QName(root).localname != "svg" or next(root.iter(etree.Entity), None) is not None:
        raise ValueError("it is no SVG that can be read safely")
    told = dict.fromkeys([*_strip(root), *_clean_links(root)])
    if not told and b"<!DOCTYPE" not in data:
        return data, ()
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8"), tuple(told)


def _strip(root: etree._Element) -> list[Message]:
    """Take out what is not drawn: the words of programs in their own namespaces, metadata, comments, scripts."""
    told: list[Message] = []
    if strip_asides(root):
        told.append(say("a comment"))
    for node in list(root.iter("{*}*")):
        name = etree.QName(node)
        if name.namespace not in _NAMESPACES or name.localname == "metadata" or node.tag in _LIVE:
            take_out(node)
            told.append(say("data of the program or camera that made it"))
            continue
        foreign = [key for key in node.attrib if etree.QName(key).namespace not in (*_NAMESPACES, None)]
        live = [key for key in node.attrib if str(key).lower().startswith("on")]
        for key in (*foreign, *live):
            del node.attrib[key]
            told.append(say("data of the program or camera that made it"))
    return told


def _clean_links(root: etree._Element) -> list[Message]:
    """Pictures within the picture, and addresses of files."""
    from briefkit.scrub.pictures import cleaned

    told: list[Message] = []
    for node in root.iter("{*}*"):
        for key in ("href", f"{{{_XLINK}}}href"):
            address = node.get(key, "")
            held = _DATA.match(address)
            if held:
                try:
                    inner = cleaned(base64.b64decode(held[1]), "svg")
                except binascii.Error:
                    raise ValueError("a picture in it is damaged") from None
                told += inner.told
                if inner.told:
                    node.set(key, address[: held.start(1)] + base64.b64encode(inner.data).decode())
            elif address and not address.startswith("data:") and (is_local(address) or str(node.tag).endswith("}image")):
                del node.attrib[key]
                told.append(say("a link to another file"))
    return told
