"""Pictures with what cameras and programs put into them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image

SECRET = b"Zhanar"


def two_colours(left: str = "blue", right: str = "red", size: tuple[int, int] = (80, 40)) -> Image.Image:
    """A picture with a left and a right half."""
    made = Image.new("RGB", size, right)
    made.paste(left, (0, 0, size[0] // 2, size[1]))
    return made


def jpeg(turn: int = 0, image: Image.Image | None = None) -> bytes:
    """A JPEG with EXIF (a maker, a place and perhaps which way up), a comment, and words behind its end."""
    made, exif = BytesIO(), Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif[0x8825] = {1: "N", 2: (43.0, 15.0, 0.0)}
    if turn:
        exif[0x0112] = turn
    (image or two_colours()).save(made, "JPEG", exif=exif, comment=SECRET, quality=95, subsampling=0)
    data = made.getvalue()
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x>" + SECRET + b"</x>"
    iptc = b"Photoshop 3.0\0" + SECRET
    segments = b"".join(struct.pack(">BBH", 0xFF, kind, len(held) + 2) + held for kind, held in ((0xE1, xmp), (0xED, iptc)))
    at = data.index(b"\xff\xdb")  # behind what the picture tells of itself
    return data[:at] + segments + data[at:] + b"behind " + SECRET


def png(image: Image.Image | None = None) -> bytes:
    """A PNG with words, a time, EXIF, and something behind its end."""
    made = BytesIO()
    (image or two_colours()).save(made, "PNG", dpi=(96, 96))
    data = made.getvalue()
    chunks = b"".join(
        _chunk(kind, held) for kind, held in ((b"tEXt", b"Author\0" + SECRET), (b"tIME", b"\7\xea\1\1\0\0\0"), (b"eXIf", SECRET))
    )
    return data[:33] + chunks + data[33:] + SECRET


def _chunk(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))


def gif() -> bytes:
    made = BytesIO()
    frames = [two_colours().quantize(8), two_colours("green").quantize(8)]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=SECRET)
    return made.getvalue() + SECRET


def webp() -> bytes:
    made = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    two_colours().save(made, "WEBP", lossless=True, exif=exif, xmp=b"<x>" + SECRET + b"</x>")
    return made.getvalue()


def tiff() -> bytes:
    made = BytesIO()
    two_colours().save(made, "TIFF", tiffinfo={315: SECRET.decode(), 305: "A program"}, save_all=True, append_images=[two_colours("green")])
    return made.getvalue()


def emf() -> bytes:
    """The head of a metafile with the names of a program and a picture."""
    words = f"Program\0{SECRET.decode()}\0\0".encode("utf-16-le")
    head = bytearray(108)
    head[:8] = struct.pack("<II", 1, 108 + len(words))
    head[40:44] = b" EMF"
    head[60:68] = struct.pack("<II", len(words) // 2, 108)
    return bytes(head) + words + struct.pack("<IIIII", 14, 20, 0, 16, 20)


def svg() -> bytes:
    inner = __import__("base64").b64encode(jpeg()).decode()
    return f"""<?xml version="1.0"?><!-- {SECRET.decode()} --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="/home/Zhanar/a.png" width="9" height="9">
<metadata>Zhanar</metadata><inkscape:view>Zhanar</inkscape:view><title>A square</title><script>Zhanar()</script>
<rect width="9" height="9" onclick="Zhanar()"/><image xlink:href="file:///home/Zhanar/b.png"/>
<image xlink:href="data:image/jpeg;base64,{inner}"/></svg>""".encode()
