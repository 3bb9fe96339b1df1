"""An OpenDocument text in its parts: taken apart, and put together again from those that its text uses."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from briefkit.messages import Message, say
from briefkit.ooxml import Element, parse
from briefkit.scrub.found import SIGNATURE, Finding, Unscrubbable
from briefkit.scrub.packages import opened, strip_asides, written

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
XLINK = "http://www.w3.org/1999/xlink"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
HREF = f"{{{XLINK}}}href"

_KIND = b"application/vnd.oasis.opendocument.text"
_LISTED = "META-INF/manifest.xml"
_OWN = ("content.xml", "styles.xml", "meta.xml", "settings.xml")
_OBJECTS = ("application/vnd.oasis.opendocument.formula", "application/vnd.oasis.opendocument.chart")  # what shows something in the text
_DAY = (1980, 1, 1, 0, 0, 0)
_GONE: tuple[tuple[str, str, Message], ...] = (
    ("Thumbnails/", "thumbnail", say("There is a small picture of its first page.")),
    ("Configurations2/", "program", say("There are settings of the program that made it.")),
    ("META-INF/documentsignatures", SIGNATURE, say("It is signed; the signature will be broken.")),
    ("META-INF/macrosignatures", SIGNATURE, say("Its macros are signed; the signature will be broken.")),
    ("Basic/", "script", say("There are macros.")),
    ("Scripts/", "script", say("There are macros.")),
    ("Dialogs/", "script", say("There are macros.")),
    ("Fonts/", "font", say("A typeface, or a part of one, is embedded; who lacks it will see another.")),
    ("Versions/", "copy", say("Earlier versions of the document are in the file.")),
    ("VersionList.xml", "copy", say("Earlier versions of the document are in the file.")),
    ("manifest.rdf", "custom", say("There are data about its parts, which no program shows.")),
    ("layout-cache", "program", say("A program noted where its pages end.")),
)


@dataclass(slots=True)
class Package:
    """The parts of an OpenDocument text while it is scrubbed; `kinds` are the media types by the manifest."""

    trees: dict[str, Element]
    others: dict[str, bytes]
    kinds: dict[str, str]
    version: str

    @property
    def texts(self) -> Iterator[tuple[str, Element]]:
        """The parts that hold text and styles."""
        return ((name, self.trees[name]) for name in ("content.xml", "styles.xml") if name in self.trees)


def named(namespace: str, *names: str) -> tuple[str, ...]:
    """Names of elements or attributes in a namespace."""
    return tuple(f"{{{namespace}}}{name}" for name in names)


def local(node: Element) -> str:
    """An element's name without its namespace."""
    return str(node.tag).rpartition("}")[2]


def take_apart(data: bytes) -> tuple[Package, list[Finding]]:
    """The parts of an OpenDocument text, and what its zip and its other parts tell. Raises BadPackage or Unscrubbable."""
    parts, told = opened(data)
    kinds, version = _manifest(parts)
    if parts.get("mimetype", b"").strip() != _KIND or "content.xml" not in parts:
        raise Unscrubbable(say("it is no OpenDocument text (.odt)"))
    keep = {name for name in parts if _serves(name, kinds)}
    findings = [*told, *(_of_part(name) for name in parts if name not in keep and name not in ("mimetype", _LISTED))]
    trees = {name: parse(parts[name], name) for name in keep if name.endswith(".xml")}
    findings += [
        Finding("aside", name, say("The XML of the part has comments that no program shows."))
        for name in sorted(trees)
        if strip_asides(trees[name])
    ]
    others = {name: parts[name] for name in sorted(keep) if name not in trees}
    return Package({name: trees[name] for name in sorted(trees)}, others, kinds, version), findings


def _manifest(parts: dict[str, bytes]) -> tuple[dict[str, str], str]:
    """The media type of each part, and the version of the format."""
    if _LISTED not in parts:
        return {}, "1.3"
    root = parse(parts[_LISTED], _LISTED)
    if next(root.iter(*named(MANIFEST, "encryption-data")), None) is not None:
        raise Unscrubbable(say("it is protected with a password"), say("take the password off in the program that made it, and try again"))
    path, kind, version = named(MANIFEST, "full-path", "media-type", "version")
    entries = {node.get(path, ""): node.get(kind, "") for node in root.iter(*named(MANIFEST, "file-entry"))}
    return entries, root.get(version, "1.3")


def _serves(name: str, kinds: dict[str, str]) -> bool:
    """Whether a part is the document, a picture of it, or a formula or chart in it."""
    folder = name.partition("/")[0]
    if name in _OWN or name.startswith(("Pictures/", "ObjectReplacements/")):
        return True
    return kinds.get(f"{folder}/") in _OBJECTS and name in (f"{folder}/content.xml", f"{folder}/styles.xml")


def _of_part(name: str) -> Finding:
    for beginning, kind, said in _GONE:
        if name.startswith(beginning):
            return Finding(kind, name, said)
    if name.endswith(("/meta.xml", "/settings.xml")):
        return Finding("program", name, say("There are properties of a formula, a chart or another object."))
    return Finding("embedded", name, say("Another file is embedded."))


def put_together(text: Package) -> bytes:
    """The file, the same bytes for the same parts: its kind first and unpacked, as the format asks."""
    parts = {name: written(tree) for name, tree in text.trees.items()} | text.others
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in ("mimetype", *sorted(parts), _LISTED):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            data = _KIND if name == "mimetype" else _manifest_of(text, sorted(parts)) if name == _LISTED else parts[name]
            package.writestr(entry, data, packing)
    return made.getvalue()


def _manifest_of(text: Package, names: list[str]) -> bytes:
    folders = [name for name in text.kinds if name.endswith("/") and name != "/" and any(one.startswith(name) for one in names)]
    kinds = {"/": _KIND.decode(), **{name: text.kinds[name] for name in folders}, **{name: text.kinds.get(name, "") for name in names}}
    path, kind, version = named(MANIFEST, "full-path", "media-type", "version")
    root = parse(f'<manifest:manifest xmlns:manifest="{MANIFEST}"/>'.encode(), _LISTED)
    root.set(version, text.version)
    for name, held in kinds.items():
        entry = root.makeelement(f"{{{MANIFEST}}}file-entry", {path: name, kind: held or ("text/xml" if name.endswith(".xml") else "")})
        root.append(entry)
    root[0].set(version, text.version)
    return written(root)
