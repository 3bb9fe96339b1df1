"""What a PDF says of itself: its title stays, and that it keeps to a standard for archives or for all readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from lxml import etree

from briefkit.messages import Message, say, verbatim
from briefkit.ooxml import BadPackage, parse
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.pdf_objects import as_list
from briefkit.scrub.pictures import cleaned

_NAMES: Mapping[str, tuple[str, Message]] = MappingProxyType(
    {
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
    for key in sorted(str(one) for one in file.docinfo.keys() if one != "/Title"):  # noqa: SIM118
        value = file.docinfo[key]
        kind, said = _NAMES.get(key, ("property", verbatim(key[1:])))
        text = str(value) if isinstance(value, (pikepdf.String, pikepdf.Name)) else ""
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
    if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image" and _filter_of(thing) is not None:
        picture = cleaned(thing.read_raw_bytes(), str(thing.objgen[0]))
        if picture.told:
            parameters: Any = thing.get("/DecodeParms")  # how its colours are meant
            thing.write(picture.data, filter=_filter_of(thing), decode_parms=parameters)
        yield from (Finding("picture", "", say("A picture tells: {what}", what=what)) for what in picture.told)


def _filter_of(thing: pikepdf.Object) -> pikepdf.Name | None:
    """The one way in which a picture is packed, if it is a whole file of its own: JPEG or JPEG 2000."""
    filters: Any = thing.get("/Filter")
    names = as_list(filters) or [filters]
    return names[0] if len(names) == 1 and str(names[0]) in ("/DCTDecode", "/JPXDecode") else None


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
    if title:
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
