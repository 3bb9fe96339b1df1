"""The texts of XML and HTML: words joined over runs and spans, attributes, remarks, and what stands in addresses."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, unquote_to_bytes

from lxml import etree, html

from briefkit.leaks.pieces import APART, Found, Inside, Piece
from briefkit.ooxml import Element

# A word may go on through these (Word, OpenDocument, HTML, SVG), and not through anything else that has words of its own.
_INLINE = frozenset(
    (
        *(
            "r",
            "t",
            "delText",
            "instrText",
            "delInstrText",
            "hyperlink",
            "smartTag",
            "ins",
            "del",
            "moveTo",
            "moveFrom",
            "sdt",
            "sdtContent",
        ),
        *(
            "span",
            "a",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "small",
            "abbr",
            "code",
            "cite",
            "q",
            "mark",
            "bdi",
            "bdo",
            "time",
            "font",
            "wbr",
            "tspan",
        ),
        *("bookmark", "soft-page-break", "fldSimple", "dir", "customXml"),
    )
)
# Before and after these a word ends, whether or not they hold words themselves.
_BREAKS = frozenset(
    (
        *("p", "h", "tr", "tc", "td", "th", "li", "dt", "dd", "div", "pre", "blockquote", "section", "figure", "figcaption", "caption"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "title", "note", "annotation", "footnote", "comment", "text", "sup", "sub"),
        *("tab", "br", "cr", "s", "line-break", "ptab", "fldChar", "footnoteReference", "endnoteReference", "list-item", "table-cell"),
    )
)
_SIGNS = {"noBreakHyphen": "-"}  # elements that stand for a character
_REMARKS = re.compile(r"<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>|<\?(?!xml ).*?\?>", re.DOTALL)
_DATA = re.compile(r"data:([\w.+/-]*)((?:;[\w=.-]+)*),(\S*)", re.DOTALL)
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def marked_pieces(part: str, data: bytes, of_web: bool = False) -> Iterator[Found]:
    """All texts of a part that is XML, or a page of the web."""
    root = _page(data) if of_web else _xml(data)
    written = _decoded(data)
    if root is None:
        yield Piece(part, re.sub(r"<[^<>]*>", "", written))
        return
    yield from _read(part, running_text(root))
    values = list(dict.fromkeys(str(value) for node in root.iter("*") for value in node.attrib.values() if len(value) > 2))
    for value in values:
        yield from _embedded(part, value)
    yield from _read(part, APART.join(value[:2000] if value.startswith("data:") else value for value in values))
    remarks = _REMARKS.findall(written)
    if remarks:
        yield Piece(part, APART.join(remarks))


def _xml(data: bytes) -> Element | None:
    """The root of an XML part, whatever is wrong with it; nothing is fetched, no entity is put in."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _page(data: bytes) -> Element | None:
    try:
        return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def running_text(root: Element) -> str:
    """The words of a part as they are read, those of one paragraph joined."""
    said: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        sign, ends = _manner(node.tag)
        text = node.text if event in ("start", "end") else None
        if ends is None:
            ends = text is not None and not text.isspace()
        if ends:
            said.append("\n")
        if event == "start":
            said.append(sign or text or "")
        elif node.tail:
            said.append(node.tail)
    return "".join(said)


@lru_cache(maxsize=4096)
def _manner(tag: object) -> tuple[str, bool | None]:
    """The character that an element stands for, and whether words end at it: None, if they do where it has words of its own."""
    name = tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""  # a broken part may not declare its prefixes
    return _SIGNS.get(name, ""), True if name in _BREAKS else False if name in _INLINE else None


def _read(part: str, text: str) -> Iterator[Piece]:
    """A text, and how it reads where it is escaped for an address or for a program."""
    yield Piece(part, text)
    if "%" in text and (plain := unquote(text)) != text:
        yield Piece(part, plain, again=True)
    if _ESCAPED.search(text):
        yield Piece(part, _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text), again=True)


def _embedded(part: str, value: str) -> Iterator[Found]:
    """A file that stands in an address."""
    found = _DATA.fullmatch(value.strip())
    if found is None:
        return
    try:
        data = base64.b64decode(unquote(found[3])) if ";base64" in found[2] else unquote_to_bytes(found[3])
    except (binascii.Error, ValueError):
        return
    yield Inside(f"{part} ({found[1] or 'data'})", data)
