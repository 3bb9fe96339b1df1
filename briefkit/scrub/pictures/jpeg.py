"""JPEG files without EXIF, XMP, IPTC, comments, small previews and what stands behind their end (ITU-T T.81 annex B)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from briefkit.messages import Message, say

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPS = range(0xE0, 0xF0)
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length
_KEPT = ((0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))  # colours, without which it would look different
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112


def clean_jpeg(data: bytes) -> tuple[bytes, tuple[Message, ...]]:
    """The picture and what it told. Which way up it stands is kept, in the least EXIF that says so. Raises ValueError."""
    made, told, turn = bytearray(data[:2]), dict[Message, None](), 0
    end = len(data)
    for marker, start, stop in _segments(data):
        held = data[start + 4 : stop]
        if marker == 0xE1 and held.startswith(_EXIF) and not turn:
            turn = _orientation(held[len(_EXIF) :]) or (1 if len(made) == 2 else 0)  # some programs know a JPEG by what begins it
            if held != _least(turn)[4:]:
                told[say("EXIF data: camera, time, perhaps the place")] = None
            made += _least(turn)
        elif marker in _APPS or marker == _COMMENT:
            kept = _kept(marker, held)
            made += kept
            if kept != data[start:stop]:
                told[_named(marker, held)] = None
        else:
            made += data[start:stop]
            end = stop
    if data[end:].strip(b"\0"):
        told[say("data behind the end of the picture")] = None
    return bytes(made), tuple(told)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, first byte and end of each segment, up to and with the end of the picture; a scan goes with its data."""
    at = 2
    while at < len(data):
        if data[at] != 0xFF:
            raise ValueError("a segment begins with no marker")
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if marker == _END:
            yield marker, at, at + 2
            return
        stop = at + 2 if marker in _ALONE else at + 2 + _length(data, at)
        if marker == _SCAN:
            stop = _scanned(data, stop)
        yield marker, at, stop
        at = stop


def _length(data: bytes, at: int) -> int:
    (length,) = struct.unpack_from(">H", data, at + 2)
    if length < 2 or at + 2 + length > len(data):
        raise ValueError("a segment is cut off")
    return int(length)


def _scanned(data: bytes, at: int) -> int:
    """Where the data of a scan ends: at the next marker that belongs to no data, or at the end of a file that is cut off."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] != 0 and data[at + 1] not in _ALONE:
            return at
        at += 2


def _kept(marker: int, held: bytes) -> bytes:
    """What stays of a segment of a program: density and colours."""
    if marker == 0xE0 and held.startswith(b"JFIF\0") and len(held) >= 14:
        held = held[:12] + b"\0\0"  # without the small preview
    elif not any(marker == kind and held.startswith(beginning) for kind, beginning in _KEPT):
        return b""
    return struct.pack(">BBH", 0xFF, marker, len(held) + 2) + held


def _named(marker: int, held: bytes) -> Message:
    if marker == _COMMENT:
        return say("a comment")
    if marker == 0xE1 and held.startswith(b"http"):
        return say("XMP data")
    if marker == 0xED:
        return say("IPTC data")
    if marker == 0xE0:
        return say("a small preview")
    return say("data of the program or camera that made it")


def _orientation(tiff: bytes) -> int:
    """Which way up the picture stands (EXIF 2.32 §4.6.4); 0 where that is not said, or says nothing."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 0
    (at,) = struct.unpack_from(f"{order}I", tiff, 4)
    if at + 2 > len(tiff):
        return 0
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    for place in range(at + 2, min(at + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, _ = struct.unpack_from(f"{order}HHI", tiff, place)
        if (tag, kind) == (_ORIENTATION, 3):
            (turn,) = struct.unpack_from(f"{order}H", tiff, place + 8)
            return int(turn) if 2 <= turn <= 8 else 0
    return 0


def _least(turn: int) -> bytes:
    """A segment of EXIF that says which way up, and nothing else; none for the usual way."""
    if not turn:
        return b""
    held = _EXIF + b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)
    return struct.pack(">BBH", 0xFF, 0xE1, len(held) + 2) + held


def turned(data: bytes) -> bool:
    """Whether a JPEG says that it stands another way than it is stored."""
    held = (data[start + 4 : stop] for marker, start, stop in _segments(data) if marker == 0xE1)
    return any(_orientation(one[len(_EXIF) :]) for one in held if one.startswith(_EXIF))
