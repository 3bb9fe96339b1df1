"""Pictures of a letterhead: whether what a template calls one is one, and of a size that can be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.messages import Message, say
from briefkit.ooxml import relationships
from briefkit.ooxml.names import IMAGE

# How the kinds of pictures begin that Word shows: PNG, JPEG, GIF, BMP, TIFF, WebP, JPEG XR, WMF, EMF, and the two of them packed.
_BEGINNINGS = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"II\xbc"),
    *(b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x01\x00\x00\x00", b"\x1f\x8b"),
)
_DRAWN = (b"<?xml", b"<svg", b"<!--")  # how SVG begins
MOST_PIXELS = 100_000_000  # a page of A4 at 600 dots an inch has a third of them
_SIZES = frozenset(
    (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
)  # the segments of a JPEG that tell its size


def unusable_pictures(parts: Mapping[str, bytes], names: tuple[str, ...]) -> Iterator[Message]:
    """What Word would show a red cross for, or be stopped by, among the pictures that these parts show."""
    shown = {link.target for name in names for link in relationships(parts, name) if link.type == IMAGE and not link.external}
    for name in sorted(shown & parts.keys()):
        if not _is_picture(parts[name]):
            yield say("{part} is not a picture", part=name)
        elif _pixels(parts[name]) > MOST_PIXELS:
            yield say("{part} is a picture of more than {number} million pixels", part=name, number=MOST_PIXELS // 1_000_000)


def _is_picture(data: bytes) -> bool:
    return data.startswith(_BEGINNINGS) or (data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_DRAWN) and b"<svg" in data)


def _pixels(data: bytes) -> int:
    """How many pixels a picture has; 0 where it is of a kind that is not asked, or too short to tell."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        return int.from_bytes(data[16:20], "big") * int.from_bytes(data[20:24], "big")
    return _pixels_of_jpeg(data) if data.startswith(b"\xff\xd8") else 0


def _pixels_of_jpeg(data: bytes) -> int:
    """Segment by segment, each of which tells its length (ITU-T T.81 §B.2.2), up to the one that tells height and width."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _SIZES:
            return int.from_bytes(data[at + 5 : at + 7], "big") * int.from_bytes(data[at + 7 : at + 9], "big")
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0
