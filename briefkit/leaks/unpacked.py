"""A finished file as texts: every part unpacked, files within files too."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from briefkit.leaks.bare import strings
from briefkit.leaks.marked import marked_pieces
from briefkit.leaks.pieces import DEEPEST, MIB, MOST, Budget, Found, Inside, Piece, Unsearchable
from briefkit.messages import say
from briefkit.ooxml import LIMITS, read_zip

_ZIPPED, _SQUEEZED, _PDF = b"PK\x03\x04", b"\x1f\x8b", b"%PDF"
_PAGE = re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE)
_MARKED = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[?!\w]|\xff\xfe<\x00|\xfe\xff\x00<")


def pieces_of(made: bytes) -> Iterator[Piece]:
    """All texts of a file. Raises Unsearchable or BadPackage where a part of it cannot be read."""
    if len(made) > MOST:
        raise Unsearchable(say("it is larger than {number} MB", number=MOST // MIB))
    yield from _pieces(Inside("", made), Budget(), 0)


def _pieces(file: Inside, budget: Budget, depth: int) -> Iterator[Piece]:
    if depth > DEEPEST:
        raise Unsearchable(say("it holds files within files within files"))
    for found in _opened(file, budget):
        if isinstance(found, Piece):
            yield found
        else:
            yield from _pieces(found, budget, depth + 1)


def _opened(file: Inside, budget: Budget) -> Iterator[Found]:
    """What a file holds, by what it begins with: names of files say nothing."""
    from briefkit.leaks.pictures import is_picture, picture_pieces

    part, data = file.part, file.data
    if data.startswith(_ZIPPED):
        for name, inner in read_zip(data).items():
            yield Piece(_within(part, name), name)
            yield Inside(_within(part, name), budget.take(inner))
    elif data.startswith(_SQUEEZED):
        yield Inside(part, budget.take(_unsqueezed(data)))
    elif data.startswith(_PDF):
        from briefkit.leaks.pdf import pdf_pieces

        yield from pdf_pieces(f"{part}: " if part else "", data)
    elif is_picture(data):
        yield from picture_pieces(part, data)
    elif _PAGE.match(data):
        yield from marked_pieces(part, data, of_web=True)
    elif _MARKED.match(data):
        yield from marked_pieces(part, data)
    else:
        yield from _bare(part, data)


def _within(outer: str, name: str) -> str:
    return f"{outer}: {name}" if outer else name


def _unsqueezed(data: bytes) -> bytes:
    opened = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        text = opened.decompress(data, LIMITS.part)
    except zlib.error:
        raise Unsearchable(say("a part of it is damaged")) from None
    if opened.unconsumed_tail:
        raise Unsearchable(say("a part of it is packed suspiciously small"))
    return text


def _bare(part: str, data: bytes) -> Iterator[Piece]:
    """A plain text, or bytes that nothing explains."""
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if text and "\x00" not in text:
        yield Piece(part, text)
        if (joined := re.sub(r"-\s*\n\s*", "", text)) != text:
            yield Piece(part, joined, again=True)
    else:
        yield from (Piece(part, words, raw=True) for words in strings(data))
