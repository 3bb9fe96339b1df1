"""Zip packages: read within limits, with what the zip itself tells; their XML in and out."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from briefkit.messages import say
from briefkit.ooxml import Element, read_zip
from briefkit.scrub.found import Finding

_NEVER = (1980, 1, 1, 0, 0, 0)
# Extra fields that tell the hour or the user (APPNOTE 4.5, and those of Info-ZIP): NTFS, extended time, Unix.
_TELLING = {0x000A, 0x5455, 0x5855, 0x7855, 0x7875, 0x000D}


def opened(data: bytes) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The files of a package, and what the zip tells. Raises BadPackage as `read_zip` does."""
    return read_zip(data), tuple(_told(data))


def _told(data: bytes) -> Iterator[Finding]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        if archive.comment or any(entry.comment for entry in entries):
            yield Finding("package", "", say("The zip file has a comment."))
        if any(entry.date_time != _NEVER or _tells(entry.extra) for entry in entries):
            yield Finding("package", "", say("The zip file tells when its parts were packed."))
        if entries and min(entry.header_offset for entry in entries) > 0:
            yield Finding("package", "", say("Something stands before the beginning of the zip file."))


def _tells(extra: bytes) -> bool:
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind in _TELLING:
            return True
        at += 4 + length
    return False


def written(root: Element) -> bytes:
    """A part as XML, with every namespace that it declared, since attributes may name a prefix."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def strip_asides(root: Element) -> bool:
    """Take comments and instructions out of a part's XML, those outside its root too; whether there were any."""
    asides = list(root.iter(etree.Comment, etree.ProcessingInstruction))
    outside = [*_outside(root)]
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return bool(asides or outside)


def _outside(root: Element) -> Iterator[Element]:
    before, after = root.getprevious(), root.getnext()
    while before is not None:
        yield before
        before = before.getprevious()
    while after is not None:
        yield after
        after = after.getnext()


def text_of(node: Element) -> str:
    """All words in an element."""
    return "".join(map(str, node.itertext()))


def take_out(node: Element) -> None:
    """Remove an element with all that it holds, but not the words behind it."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    parent.remove(node)


def put_in_place(node: Element) -> None:
    """Put what an element holds in its place."""
    parent = node.getparent()
    if parent is None:
        return
    at = parent.index(node)
    tail, held = node.tail or "", list(node)
    before = parent[at - 1] if at else None
    _append(parent, before, node.text or "")
    parent[at : at + 1] = held
    _append(parent, held[-1] if held else before, tail)


def _append(parent: Element, before: Element | None, words: str) -> None:
    if before is None:
        parent.text = (parent.text or "") + words
    else:
        before.tail = (before.tail or "") + words
