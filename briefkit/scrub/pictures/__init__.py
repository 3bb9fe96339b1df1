"""Pictures without what they tell besides what they show. What is shown stays as it was: nothing is compressed anew."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefkit.messages import Message, say
from briefkit.scrub.found import Finding, Unscrubbable
from briefkit.scrub.pictures.chunks import clean_gif, clean_jp2, clean_png, clean_webp
from briefkit.scrub.pictures.jpeg import clean_jpeg
from briefkit.scrub.pictures.metafiles import clean_emf, clean_tiff
from briefkit.scrub.pictures.vectors import clean_svg

_Cleaner = Callable[[bytes], tuple[bytes, tuple[Message, ...]]]
_BEGINNINGS: tuple[tuple[bytes, _Cleaner], ...] = (
    (b"\xff\xd8\xff", clean_jpeg),
    (b"\x89PNG\r\n\x1a\n", clean_png),
    (b"GIF8", clean_gif),
    (b"RIFF", clean_webp),
    (b"\0\0\0\x0cjP  ", clean_jp2),
    (b"II*\0", clean_tiff),
    (b"MM\0*", clean_tiff),
    (b"\x01\0\0\0", clean_emf),
)
_SILENT = (
    b"BM",
    b"\xff\x4f\xff\x51",
    b"\xd7\xcd\xc6\x9a",
    b"\x01\0\x09\0",
    b"\x02\0\x09\0",
)  # bitmaps and old metafiles, which hold nothing but what they show


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A picture without what it told, and what that was; `known` says whether its kind is one that can be cleaned."""

    data: bytes
    told: tuple[Message, ...]
    known: bool = True


def cleaned(data: bytes, name: str) -> Cleaned:
    """A picture of any kind, by how it begins. Raises Unscrubbable for one that is damaged."""
    cleaner = next((one for beginning, one in _BEGINNINGS if data.startswith(beginning)), None)
    if cleaner is None and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        cleaner = clean_svg
    if cleaner is None:
        return Cleaned(data, (), known=not data or data.startswith(_SILENT))
    try:
        return Cleaned(*cleaner(data))
    except (ValueError, IndexError, struct.error, OSError):
        said = say("its picture {part} is damaged", part=name)
        raise Unscrubbable(said, say("take the picture out of it, or put it in anew, and save the file again")) from None


def cleaned_files(files: dict[str, bytes]) -> Iterator[Finding]:
    """Clean the pictures of a package in their place; a kind that briefkit does not know stays, and is named."""
    for name, data in list(files.items()):
        picture = cleaned(data, name)
        files[name] = picture.data
        yield from (Finding("picture", name, say("The picture tells: {what}", what=what)) for what in picture.told)
        if not picture.known:
            yield Finding("picture", name, say("briefkit does not know this kind of picture, and left it as it is."), True)
