"""Files that hold a given text in one place and nowhere else: for tests of the search."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Callable
from io import BytesIO
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from PIL import Image, PngImagePlugin

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(**parts: str | bytes) -> bytes:
    """A package of parts; in a name, `__` is a slash and `_dot_` a full stop."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return made.getvalue()


def word(*inner: str, **more: str | bytes) -> bytes:
    """A Word file, as far as a search cares: a body, and any further parts."""
    return zipped(word__document_dot_xml=f"<w:document {W}><w:body>{''.join(inner)}</w:body></w:document>", **more)


def split(text: str) -> bytes:
    """A text of which every letter stands in a run of its own, with properties between them."""
    runs = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{escape(char)}</w:t></w:r><w:proofErr/>" for char in text)
    return word(f"<w:p><w:pPr><w:pStyle w:val='Normal'/></w:pPr>{runs}</w:p>")


def instructions(text: str) -> bytes:
    half = len(text) // 2
    runs = "".join(f"<w:r><w:instrText>{escape(one)}</w:instrText></w:r>" for one in (" ADDIN ", text[:half], text[half:], " x"))
    return word(f"<w:p><w:r><w:fldChar/></w:r>{runs}<w:r><w:fldChar/></w:r></w:p>")


def property_of(text: str) -> bytes:
    core = f"<c xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>A</dc:title><dc:creator>{escape(text)}</dc:creator><b>B</b></c>"
    return word(docProps__core_dot_xml=core)


def picture(text: str, kind: str = "PNG") -> bytes:
    made, image = BytesIO(), Image.new("RGB", (4, 4))
    if kind == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_itxt("Author", text, zip=True)
        image.save(made, "PNG", pnginfo=told)
    else:
        exif = image.getexif()
        exif[0x9C9D] = text.encode("utf-16-le")  # as Windows writes an author
        image.save(made, "JPEG", exif=exif)
    return made.getvalue()


def pdf(fill: Callable[[pikepdf.Pdf], None], content: bytes = b"") -> bytes:
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(200, 200))
    page.Contents = file.make_stream(content)
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    fill(file)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def titled(text: str) -> bytes:
    return pdf(lambda file: file.docinfo.__setitem__("/Title", text))


def described(text: str) -> bytes:
    def fill(file: pikepdf.Pdf) -> None:
        with file.open_metadata() as metadata:
            metadata["dc:creator"] = [text]

    return pdf(fill)


def alternative(text: str) -> bytes:
    element = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Figure, Alt=pikepdf.String(text))
    return pdf(lambda file: file.Root.__setitem__("/StructTreeRoot", file.make_indirect(pikepdf.Dictionary(K=[element]))))


def attached(text: str) -> bytes:
    return pdf(lambda file: file.attachments.__setitem__("a.txt", text.encode()))


def outlined(text: str) -> bytes:
    def fill(file: pikepdf.Pdf) -> None:
        with file.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(text, 0))

    return pdf(fill)


def beside(text: str) -> bytes:
    told = (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode()
    return pdf(lambda file: None, b"/Span <</ActualText <" + told + b">>> BDC EMC")


def open_document(text: str) -> bytes:
    words = f"<text:span>{escape(text[:3])}</text:span>{escape(text[3:])}"
    return zipped(content_dot_xml=f"<o xmlns:text='t'><text:p>{words}</text:p></o>")


def page(inner: str) -> bytes:
    return f"<!doctype html><html><body>{inner}</body></html>".encode()


def old_file(text: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\x00\x01" + text.encode("utf-16-le") + b"\x00" * 9


PLACES: dict[str, Callable[[str], bytes]] = {
    "a paragraph": lambda text: word(f"<w:p><w:r><w:t>before {escape(text)} after</w:t></w:r></w:p>"),
    "runs of one letter": split,
    "a field": instructions,
    "deleted words": lambda text: word(f"<w:p><w:del><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del></w:p>"),
    "an attribute": lambda text: word(f"<w:p><w:drawing><docPr descr={quoteattr(text)}/></w:drawing></w:p>"),
    "a remark in XML": lambda text: word(f"<!-- {text.replace('--', '- -')} -->"),
    "a property": property_of,
    "an address": lambda text: word(word___rels__a_dot_rels=f"<r><l Target={quoteattr('file:///C:/' + quote(text))}/></r>"),
    "the name of a part": lambda text: zipped(**{f"word/media/{text}.bin": b"\x00"}),
    "an escaped address": lambda text: word("".join(f"<x><i a='{text.encode('ascii', 'backslashreplace').decode()}'/></x>")),
    "text of a PNG": lambda text: word(word__media__image1_dot_png=picture(text)),
    "EXIF of a JPEG": lambda text: word(word__media__image1_dot_jpg=picture(text, "JPEG")),
    "an SVG": lambda text: word(word__media__a_dot_svg=f"<svg xmlns='http://www.w3.org/2000/svg'><desc>{escape(text)}</desc></svg>"),
    "a file within": lambda text: word(word__embeddings__a_dot_docx=split(text)),
    "a PDF within": lambda text: word(word__embeddings__a_dot_pdf=titled(text)),
    "an old file, in UTF-16": lambda text: word(word__embeddings__a_dot_bin=old_file(text)),
    "bytes in UTF-8": lambda text: zipped(a_dot_bin=b"\x00\x01\x02" + text.encode() + b"\x00\xff"),
    "OpenDocument": open_document,
    "a page of the web": lambda text: page(f"<p>A <b>{escape(text[:2])}</b>{escape(text[2:])}</p>"),
    "a picture in a page": lambda text: page(f"<img src='data:image/png;base64,{base64.b64encode(picture(text)).decode()}'>"),
    "plain text": lambda text: f"Something of {text}, and more".encode(),
    "a line's end": lambda text: f"of {text[:3]}-\n{text[3:]}, and more".encode(),
    "something packed": lambda text: word(a_dot_gz=gzip.compress(text.encode(), mtime=0)),
    "the title of a PDF": titled,
    "XMP of a PDF": described,
    "words for the blind in a PDF": alternative,
    "a file in a PDF": attached,
    "the outline of a PDF": outlined,
    "words beside what is drawn": beside,
}
