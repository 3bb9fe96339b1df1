"""TIFF pictures, which are stored anew without loss, and the description in a Windows metafile (MS-EMF §2.3.4.2)."""

from __future__ import annotations

import struct
from io import BytesIO

from briefkit.messages import Message, say
from briefkit.scrub.pictures.opening import opened_picture

_SIGNATURE = b" EMF"  # at byte 40 of a metafile
_PLAIN = {  # the tags of TIFF 6.0 that say how the picture is stored
    *(254, 256, 257, 258, 259, 262, 263, 266, 269, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 296, 317, 318, 319, 320, 322, 323),
    *(324, 325, 332, 338, 339, 347, 512, 513, 514, 529, 530, 531, 532, 34675),
}


def clean_tiff(data: bytes) -> tuple[bytes, tuple[Message, ...]]:
    """The first page of a TIFF, which is the one shown, and what it told. Raises OSError or ValueError."""
    from PIL import Image

    with opened_picture(data) as picture:
        tags = set(picture.tag_v2)  # type: ignore[attr-defined]
        pages = getattr(picture, "n_frames", 1)
        if tags <= _PLAIN and pages == 1:
            return data, ()
        made = BytesIO()
        kept = {"dpi": picture.info["dpi"]} if "dpi" in picture.info else {}
        shown = Image.frombytes(picture.mode, picture.size, picture.tobytes())
        if picture.mode == "P":
            shown.putpalette(picture.getpalette() or [])
        shown.save(made, "TIFF", compression="tiff_adobe_deflate", icc_profile=picture.info.get("icc_profile"), **kept)
    told = [say("data of the program or camera that made it")] if tags - _PLAIN else []
    return made.getvalue(), (*told, *([say("pages that are not shown")] if pages > 1 else []))


def clean_emf(data: bytes) -> tuple[bytes, tuple[Message, ...]]:
    """The picture without the names of program and picture in its head."""
    if data[40:44] != _SIGNATURE:
        return data, ()
    length, at = struct.unpack_from("<II", data, 60)
    if not length or not at:
        return data, ()
    stop = min(at + 2 * length, len(data))
    made = bytearray(data)
    made[at:stop] = bytes(max(stop - at, 0))
    made[60:68] = bytes(8)
    return bytes(made), (say("the names of a program and a picture"),)
