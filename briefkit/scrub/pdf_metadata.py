"""What a PDF says of itself: its title stays, and that it keeps to a standard for archives or for all readers."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from lxml import etree

from briefkit.messages import Message, say, verbatim
from briefkit.ooxml import BadPackage, parse
from briefkit.scrub.addresses import tells_a_file
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.pdf_objects import as_list
from briefkit.scrub.pictures import cleaned

_NAMES: Mapping[str, tuple[str, Message]] = MappingProxyType(
    {
        "/Title": ("title", say("title, which is the name of a file")),
        "/Author": ("author", say("author")),
        "/Company": ("company", say("company")),
        "/Manager": ("manager", say("manager")),
        "/Creator": ("program", say("program")),
        "/Producer": ("program", say("program that made the PDF")),
        "/CreationDate": ("time", say("made on")),
        "/ModDate": ("time", say("changed on")),
    }
)
_STANDARDS = {  # prefix -> namespace, and what stands in it
    "pdfaid": ("http://www.aiim.org/pdfa/ns/id/", ("part", "amd", "conformance", "rev")),
    "pdfuaid": ("http://www.aiim.org/pdfua/ns/id/", ("part", "amd", "rev")),
}
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def cleared_information(file: pikepdf.Pdf) -> Iterator[Finding]:
    """The properties of the file, but for its title."""
    if "/Info" not in file.trailer:
        return
    for key in sorted(map(str, file.docinfo.keys())):
        value = file.docinfo[key]
        kind, said = _NAMES.get(key, ("property", verbatim(key[1:])))
        text = str(value) if isinstance(value, (pikepdf.String, pikepdf.Name)) else ""
        if key == "/Title" and text and not tells_a_file(text):
            continue
        del file.docinfo[key]
        if text.strip():
            yield Finding(kind, "", say("{property}: {value}", property=said, value=brief(text)))
    if not len(file.docinfo):
        del file.trailer["/Info"]


def cleared_metadata(file: pikepdf.Pdf, thing: pikepdf.Object) -> Iterator[Finding]:
    """The XMP data of the file or of anything in it, and what JPEG pictures tell in their own data."""
    held = thing.get("/Metadata")
    if isinstance(held, pikepdf.Stream):
        least = _least(held.read_bytes())
        if not least or thing.objgen != file.Root.objgen:
            del thing["/Metadata"]
            yield Finding("xmp", "", say("There are XMP data: authors, programs, times."))
        elif held.read_bytes() != least:
            thing["/Metadata"] = file.make_stream(least, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
            yield Finding("xmp", "", say("There are XMP data: authors, programs, times."))
    if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
        yield from _cleared_picture(thing)


def _cleared_picture(thing: pikepdf.Stream) -> Iterator[Finding]:
    """A picture that is a whole file of its own, JPEG or JPEG 2000, whatever it is packed in."""
    filters: Any = thing.get("/Filter")
    names = as_list(filters) or [filters]
    if str(names[-1]) not in _PICTURES or any(str(one) not in _UNPACKED for one in names[:-1]):
        return
    data = thing.read_raw_bytes()
    for name in names[:-1]:
        data = _UNPACKED[str(name)](data)
    picture = cleaned(data, str(thing.objgen[0]))
    if picture.told:
        parameters: Any = thing.get("/DecodeParms")  # how its colours are meant
        thing.write(picture.data, filter=names[-1], decode_parms=(as_list(parameters) or [parameters])[-1])
    yield from (Finding("picture", "", say("A picture tells: {what}", what=what)) for what in picture.told)


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LARGEST)
    except zlib.error as problem:
        raise ValueError(str(problem)) from None


def _from_letters(data: bytes) -> bytes:
    """From ASCII base 85, where its beginning is mostly left out."""
    return base64.a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"))


_PICTURES = ("/DCTDecode", "/JPXDecode")
_UNPACKED: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({"/FlateDecode": _inflated, "/ASCII85Decode": _from_letters})
_LARGEST = 256 * 1024 * 1024  # bytes that one picture may unpack to


def _least(xmp: bytes) -> bytes:
    """XMP that says only which standards the file keeps to, and its title, which they ask for; empty where it names none."""
    try:
        root = parse(xmp.strip(), "XMP")
    except BadPackage:
        return b""
    said = [*_standards(root)]
    if not said:
        return b""
    title = next((str(node.text or "") for one in root.iter(_TITLE) for node in one.iter(f"{{{_RDF}}}li")), "")
    if title and not tells_a_file(title):
        said.append(f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>')
    names = "".join(f' xmlns:{prefix}="{name}"' for prefix, (name, _) in _STANDARDS.items())
    head = f'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"{names}>'
    rdf = f'<rdf:RDF xmlns:rdf="{_RDF}">{head}{"".join(said)}</rdf:Description></rdf:RDF>'
    begin = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    return f'{begin}\n<x:xmpmeta xmlns:x="adobe:ns:meta/">{rdf}</x:xmpmeta>\n<?xpacket end="w"?>'.encode()


def _standards(root: etree._Element) -> Iterator[str]:
    for prefix, (name, parts) in _STANDARDS.items():
        for part in parts:
            key = f"{{{name}}}{part}"
            values = [str(node.text or "") for node in root.iter(key)]
            values += [str(node.get(key)) for node in root.iter("{*}Description") if node.get(key)]
            yield from (f"<{prefix}:{part}>{escape(value)}</{prefix}:{part}>" for value in values[:1])
