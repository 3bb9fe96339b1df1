"""The texts of a PDF: its pages, properties, outlines, notes, the words for those who do not see it, and the files in it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from briefkit.leaks.pieces import APART, Found, Inside, Piece, Unsearchable
from briefkit.messages import say

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a PDF is said by us, or does not matter

# Words that stand beside what is drawn (ISO 32000-1 §14.9.3-5), within the drawing's own instructions.
_BESIDE = re.compile(rb"/(?:ActualText|Alt|E|Title)\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\)])*)\))", re.DOTALL)
_HYPHENED = re.compile(r"[-\u2010\u00ad]\s*\n\s*")


def pdf_pieces(part: str, data: bytes) -> Iterator[Found]:
    """All texts of a PDF. Raises Unsearchable where it is encrypted or damaged."""
    try:
        with pikepdf.open(BytesIO(data)) as file:
            yield from _objects(part, file)
    except pikepdf.PasswordError:
        raise Unsearchable(say("it is protected with a password")) from None
    except pikepdf.PdfError as problem:
        raise Unsearchable(say("it is no readable PDF ({reason})", reason=str(problem))) from None
    yield from _pages(part, data)


def _pages(part: str, data: bytes) -> Iterator[Piece]:
    """What each page says, also with the words joined that end a line with a hyphen."""
    try:
        for number, page in enumerate(PdfReader(BytesIO(data)).pages, start=1):
            text = page.extract_text()
            joined = _HYPHENED.sub("", text)
            where = f"{part}page {number}"
            yield Piece(where, text)
            if joined != text:
                yield Piece(where, joined, again=True)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise Unsearchable(say("the text of its pages cannot be read ({reason})", reason=str(problem))) from None


def _objects(part: str, file: pikepdf.Pdf) -> Iterator[Found]:
    words: dict[str, None] = {}
    for item in [file.trailer, *file.objects]:
        _gather(item, words, top=True)
        if isinstance(item, pikepdf.Stream):
            yield from _stream(part, item, words)
    yield Piece(f"{part}PDF", APART.join(words))


def _gather(item: object, words: dict[str, None], top: bool = False) -> None:
    """Every text and name of an object; those that it only refers to are gathered for themselves."""
    if isinstance(item, pikepdf.Object) and item.is_indirect and not top:
        return
    if isinstance(item, pikepdf.String | pikepdf.Name):
        words[str(item).lstrip("/")] = None
    elif isinstance(item, pikepdf.Array):
        for one in item:
            _gather(one, words)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for name, one in item.items():
            words[name.lstrip("/")] = None
            _gather(one, words)


def _stream(part: str, stream: pikepdf.Stream, words: dict[str, None]) -> Iterator[Found]:
    """What a stream holds: a file, data about the document, a picture's own data; or instructions, in which words may stand."""
    kind, subtype = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
    if subtype == "/Image":
        if stream.get("/Filter") in (pikepdf.Name.DCTDecode, pikepdf.Name.JPXDecode):
            yield Inside(f"{part}picture", stream.read_raw_bytes())
        return
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        data = stream.read_raw_bytes()
    if kind in ("/EmbeddedFile", "/Metadata"):
        yield Inside(f"{part}attached file" if kind == "/EmbeddedFile" else f"{part}XMP", data)
    for hexed, literal in _BESIDE.findall(data):
        raw = bytes.fromhex(re.sub(rb"\s", b"", hexed).decode() + "0" * (len(re.sub(rb"\s", b"", hexed)) % 2)) if hexed else literal
        words[raw.decode("utf-16", "ignore") if raw.startswith((b"\xfe\xff", b"\xff\xfe")) else raw.decode("latin-1")] = None
