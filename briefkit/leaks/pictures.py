"""What a picture says of itself: EXIF, XMP, IPTC, the texts of a PNG, comments. What it shows is not read."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from briefkit.leaks.bare import strings
from briefkit.leaks.pieces import APART, Found, Piece, Unsearchable
from briefkit.messages import say

SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_IFDS = (0x8769, 0x8825, 0xA005)  # EXIF, GPS, interoperability


def is_picture(data: bytes) -> bool:
    """Whether bytes begin as a picture does that Pillow reads."""
    return data.startswith(SIGNATURES)


def picture_pieces(part: str, data: bytes) -> Iterator[Found]:
    """All words about a picture, and any that stand in its bytes."""
    texts = list(_told(data))
    yield Piece(part, APART.join(texts))
    yield from (Piece(part, text, raw=True) for text in strings(data))


def _told(data: bytes) -> Iterator[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data)) as picture:
                if picture.format == "PNG":
                    picture.load()  # its texts may stand after the picture itself
                yield from _words([*picture.info.values(), *getattr(picture, "text", {}).values()])
                exif = picture.getexif()
                yield from _words([*exif.values(), *(value for ifd in _IFDS for value in exif.get_ifd(ifd).values())])
    except Image.DecompressionBombError:
        raise Unsearchable(say("it holds a picture that is too large to open")) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        return  # its bytes are searched all the same


def _words(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, bytes):
            yield value.decode("utf-8", "ignore")
            yield value.decode("utf-16-le", "ignore")
        elif isinstance(value, tuple | list):
            yield from _words(value)
        elif isinstance(value, dict):
            yield from _words(value.values())
