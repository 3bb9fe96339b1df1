"""Pictures that are rows of chunks: PNG (ISO/IEC 15948), GIF (89a), WebP (RFC 9649), JPEG 2000, without what they tell."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from briefkit.messages import Message, say

_PNG_KEPT = {  # what decides how it looks; all else is words, hours, or some program's own
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD", b"pHYs"),
    *(b"acTL", b"fcTL", b"fdAT"),
}
_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}
_WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_EXIF_BIT, _XMP_BIT = 0x08, 0x04
BEHIND = say("data behind the end of the picture")


def clean_png(data: bytes) -> tuple[bytes, tuple[Message, ...]]:
    """The picture and what it told. Raises ValueError."""
    made, told, at = bytearray(data[:8]), dict[Message, None](), 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        stop = at + 12 + length
        if stop > len(data):
            raise ValueError("a chunk is cut off")
        if kind in _PNG_KEPT:
            made += data[at:stop]
        else:
            told[_named(kind)] = None
        at = stop
        if kind == b"IEND":
            break
    if data[at:]:
        told[BEHIND] = None
    return bytes(made), tuple(told)


def _named(kind: bytes) -> Message:
    if kind in _TEXTS:
        return say("words of the program that made it")
    if kind == b"tIME":
        return say("the time of its last change")
    if kind == b"eXIf":
        return say("EXIF data: camera, time, perhaps the place")
    return say("data of the program or camera that made it")


def clean_gif(data: bytes) -> tuple[bytes, tuple[Message, ...]]:
    """The picture and what it told. Raises ValueError."""
    told: dict[Message, None] = {}
    at = 13 + _table(data[10])
    made = bytearray(data[:at])
    while data[at] != 0x3B:
        stop = _block_end(data, at)
        kept = data[at] == 0x2C or data[at + 1] in (0xF9, 0x01) or (data[at + 1] == 0xFF and data[at + 3 : at + 14] == b"NETSCAPE2.0")
        if kept:
            made += data[at:stop]
        else:
            told[say("a comment") if data[at + 1] == 0xFE else say("data of the program or camera that made it")] = None
        at = stop
    if data[at + 1 :]:
        told[BEHIND] = None
    return bytes(made + b"\x3b"), tuple(told)


def _table(flags: int) -> int:
    """The length of a table of colours."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _block_end(data: bytes, at: int) -> int:
    if data[at] == 0x2C:
        at += 10 + _table(data[at + 9]) + 1
    elif data[at] == 0x21:
        at += 2
    else:
        raise ValueError("a block is of no known kind")
    while data[at]:
        at += data[at] + 1
    return at + 1


def clean_webp(data: bytes) -> tuple[bytes, tuple[Message, ...]]:
    """The picture and what it told; another RIFF file as it is. Raises ValueError."""
    if data[8:12] != b"WEBP":
        raise ValueError("it is no picture")
    made, told = bytearray(b"WEBP"), dict[Message, None]()
    size = struct.unpack_from("<I", data, 4)[0] + 8
    for kind, chunk in _riff(data[:size]):
        if kind not in _WEBP_KEPT:
            told[_named(b"eXIf") if kind == b"EXIF" else say("XMP data") if kind == b"XMP " else _named(b"")] = None
        elif kind == b"VP8X":
            made += chunk[:8] + bytes((chunk[8] & ~(_EXIF_BIT | _XMP_BIT),)) + chunk[9:]
        else:
            made += chunk
    if data[size:]:
        told[BEHIND] = None
    return b"RIFF" + struct.pack("<I", len(made)) + bytes(made), tuple(told)


def clean_jp2(data: bytes) -> tuple[bytes, tuple[Message, ...]]:
    """A JPEG 2000 picture and what it told (ISO/IEC 15444-1 annex I). Raises ValueError."""
    made, told, at = bytearray(), dict[Message, None](), 0
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, at + 8)
        stop = len(data) if length == 0 else at + length
        if stop > len(data) or stop < at + 8:
            raise ValueError("a chunk is cut off")
        if kind in (b"xml ", b"uuid", b"uinf"):
            told[say("data of the program or camera that made it")] = None
        else:
            made += data[at:stop]
        at = stop
    return bytes(made), tuple(told)


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at < len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        stop = at + 8 + length + length % 2
        if at + 8 + length > len(data):
            raise ValueError("a chunk is cut off")
        yield kind, data[at:stop]
        at = stop
