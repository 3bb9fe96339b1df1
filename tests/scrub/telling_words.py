"""Word files by hand, each with one thing that tells more than its text; the secret of each is the word “Zhanar”, or what is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from briefkit.ooxml import write_zip

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MICROSOFT = "http://schemas.microsoft.com/office"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": f"{MICROSOFT}/word/2010/wordml",
        "w15": f"{MICROSOFT}/word/2012/wordml",
        "a14": f"{MICROSOFT}/drawing/2010/main",
    }.items()
)
SECRET = "Zhanar"
RELAYED = f"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05%7C{SECRET}%40example.org"
BY = f'w:author="{SECRET}" w:date="2026-01-01T00:00:00Z"'
STYLES = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*held: str) -> str:
    return f"<w:p>{''.join(one if one.startswith('<') else run(one) for one in held)}</w:p>"


def field_of(code: str, shown: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{marks[0]}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{marks[1]}{run(shown)}{marks[2]}'


def picture(link: str = "rIdPicture", name: str = "Picture 1", about: str = "", crop: str = "", more: str = "", hidden: str = "") -> str:
    shown = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill><a:blip {link}>{more}</a:blip>{crop}"
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    frame = f'<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Picture 1"{about}{hidden}/>'
    kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    drawn = f'<wp:inline>{frame}<a:graphic><a:graphicData uri="{kind}">{shown}</a:graphicData></a:graphic></wp:inline>'
    return f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"


@dataclass
class Word:
    """A Word file by its body and whatever else it holds; a link is kind, target and, unless it is empty, the id that the body names."""

    body: str
    settings: str = ""
    notes: Mapping[int, str] | None = None
    styles: str = STYLES
    parts: Mapping[str, str | bytes] = field(default_factory=dict)
    links: Sequence[tuple[str, str, str]] = ()
    package_links: Sequence[tuple[str, str]] = ()
    sections: str = ""

    def data(self) -> bytes:
        made: dict[str, bytes] = {"word/styles.xml": _part("styles", self.styles), "word/settings.xml": _part("settings", self.settings)}
        links = [("styles", "styles.xml", "rIdStyles"), ("settings", "settings.xml", "rIdSettings"), *self.links]
        if self.notes is not None:
            line = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            notes = "".join(f'<w:footnote w:id="{number}">{held}</w:footnote>' for number, held in self.notes.items())
            made["word/footnotes.xml"] = _part("footnotes", line + notes)
            links.append(("footnotes", "footnotes.xml", "rIdNotes"))
        section = f'<w:sectPr>{self.sections}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        made["word/document.xml"] = _part("document", f"<w:body>{self.body}{section}</w:body>")
        made |= {name: held if isinstance(held, bytes) else _own(held) for name, held in self.parts.items()}
        made["word/_rels/document.xml.rels"] = relations(links)
        made["_rels/.rels"] = relations([("officeDocument", "word/document.xml", "rId1"), *((*one, "") for one in self.package_links)])
        made["[Content_Types].xml"] = _types(made)
        return write_zip(made)


def _part(root: str, held: str) -> bytes:
    return f"{HEAD}<w:{root} {NAMES}>{held}</w:{root}>".encode()


def _own(held: str) -> bytes:
    return f"{HEAD}{held.replace(' NAMES', f' {NAMES}', 1)}".encode()


def relations(links: Sequence[tuple[str, str, str]]) -> bytes:
    made = ""
    for number, (kind, target, name) in enumerate(links, start=1):
        outside = ' TargetMode="External"' if ":" in target or target.startswith(("\\", "..")) else ""
        whole = kind if kind.startswith("http") else f"{OFFICE}/{kind}"
        made += f'<Relationship Id="{name or f"rIdOther{number}"}" Type="{whole}" Target="{target}"{outside}/>'
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'.encode()


_TYPES = {
    "document": f"{WORD}.document.main+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "chart1": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "theme1": "application/vnd.openxmlformats-officedocument.theme+xml",
    "people": f"{WORD}.people+xml",
    "glossary": f"{WORD}.document.glossary+xml",
    "signature": "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
}


def _types(made: Mapping[str, bytes]) -> bytes:
    listed = ""
    for name in made:
        stem = name.rpartition("/")[2].removesuffix(".xml")
        if name.endswith(".xml") and not name.startswith("customXml/"):
            kind = _TYPES.get(stem, f"{WORD}.{stem.rstrip('0123456789')}+xml")
            listed += f'<Override PartName="/{name}" ContentType="{kind}"/>'
    usual = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png"}
    usual |= {"jpeg": "image/jpeg", "bin": "application/octet-stream", "odttf": "application/x-font", "svg": "image/svg+xml"}
    usual |= {"sigs": "application/vnd.openxmlformats-package.digital-signature-origin", "emf": "image/x-emf", "wdp": "image/vnd.ms-photo"}
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in usual.items())
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{listed}</Types>'.encode()


def everything_in(data: bytes) -> bytes:
    """All names and parts of a package, unpacked, one after another."""
    with ZipFile(BytesIO(data)) as package:
        return b"\n".join(name.encode() + b"\n" + package.read(name) for name in package.namelist())
