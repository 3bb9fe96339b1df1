"""Small Word files by hand, part by part, for what python-docx cannot write: notes, fields, content controls, text boxes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from briefkit.ooxml import write_zip

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
STYLES = (
    '<w:docDefaults/><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="Plain"><w:name w:val="Normal Table"/></w:style>'
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*pieces: str, properties: str = "") -> str:
    """A paragraph of words and of XML."""
    held = "".join(piece if piece.startswith("<") else run(piece) for piece in pieces)
    return f"<w:p><w:pPr>{properties}</w:pPr>{held}</w:p>" if properties else f"<w:p>{held}</w:p>"


def field(code: str, shown: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{marks[0]}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{marks[1]}{run(shown)}{marks[2]}'


def mark(code: str) -> str:
    """A field that prints nothing, such as an entry of a table of authorities."""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{end}'


def bookmark(name: str, held: str, number: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{held}<w:bookmarkEnd w:id="{number}"/>'


def control(tag: str, held: str) -> str:
    """A content control around words or paragraphs."""
    about = f'<w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="{sum(map(ord, tag))}"/>'
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{held}</w:sdtContent></w:sdt>"


def note(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def commented(number: int, text: str) -> str:
    sign = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{run(text)}<w:commentRangeEnd w:id="{number}"/>{sign}'


def cell(*held: str) -> str:
    blocks = "".join(one if one.startswith(("<w:p>", "<w:tbl>")) else p(one) for one in held)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{blocks}</w:tc>'


def table(*rows: tuple[str, ...]) -> str:
    grid = '<w:gridCol w:w="2000"/>' * max(map(len, rows))
    made = "".join(f"<w:tr>{''.join(one if one.startswith('<w:tc>') else cell(one) for one in row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'


def text_box(held: str) -> str:
    """A box as Word writes it, and again for programs that do not know it."""
    shape = f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{held}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>'
    drawn = _drawing("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", shape)
    older = f'<w:pict><v:shape style="width:100"><v:textbox><w:txbxContent>{held}</w:txbxContent></v:textbox></v:shape></w:pict>'
    choice = f'<mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def picture() -> str:
    shown = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="A"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdImage"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return f"<w:r>{_drawing('http://schemas.openxmlformats.org/drawingml/2006/picture', shown)}</w:r>"


def _drawing(kind: str, held: str) -> str:
    frame = '<wp:extent cx="900000" cy="450000"/><wp:docPr id="1" name="A"/>'
    return f'<w:drawing><wp:inline>{frame}<a:graphic><a:graphicData uri="{kind}">{held}</a:graphicData></a:graphic></wp:inline></w:drawing>'


def dot(red: int, green: int, blue: int) -> bytes:
    """A PNG of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    about = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    shown = zlib.compress(bytes((0, red, green, blue)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", about) + chunk(b"IDAT", shown) + chunk(b"IEND", b"")


def part(root: str, held: str) -> bytes:
    return f"{HEAD}<w:{root} {NAMES}>{held}</w:{root}>".encode()


def parts(
    body: str,
    *,
    notes: Mapping[int, str] | None = None,
    ends: Mapping[int, str] | None = None,
    comments: Mapping[int, str] | None = None,
    header: str = "",
    image: bytes = b"",
    styles: str = STYLES,
    section: str = '<w:pgSz w:w="11906" w:h="16838"/>',
) -> dict[str, bytes]:
    """The parts of a document; notes and comments by their numbers."""
    held: dict[str, tuple[str, str]] = {"styles": ("styles", styles), "settings": ("settings", '<w:rsids><w:rsid w:val="00A1"/></w:rsids>')}
    if notes is not None:
        held["footnotes"] = ("footnotes", _notes("footnote", notes))
    if ends is not None:
        held["endnotes"] = ("endnotes", _notes("endnote", ends))
    if comments is not None:
        held["comments"] = ("comments", "".join(f'<w:comment w:id="{n}" w:author="A">{one}</w:comment>' for n, one in comments.items()))
    if header:
        held["header"] = ("hdr", header)
        section = f'<w:headerReference w:type="default" r:id="rIdheader"/>{section}'
    made = {f"word/{name}.xml": part(root, words) for name, (root, words) in held.items()}
    made["word/document.xml"] = part("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>")
    links = [(f"rId{name}", name, f"{name}.xml") for name in held]
    if image:
        made["word/media/image1.png"] = image
        links.append(("rIdImage", "image", "media/image1.png"))
    made["word/_rels/document.xml.rels"] = _rels(*links)
    made["_rels/.rels"] = _rels(("rId1", "officeDocument", "word/document.xml"))
    made["[Content_Types].xml"] = _types([*held, "document"])
    return made


def docx(body: str, **more: object) -> bytes:
    return write_zip(parts(body, **more))  # type: ignore[arg-type]


def _notes(kind: str, notes: Mapping[int, str]) -> str:
    line = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    return line + "".join(f'<w:{kind} w:id="{number}">{held}</w:{kind}>' for number, held in notes.items())


def _rels(*links: tuple[str, str, str]) -> bytes:
    made = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in links)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'.encode()


def _types(names: list[str]) -> bytes:
    types = {"document": f"{WORD}.document.main+xml"}
    listed = "".join(f'<Override PartName="/word/{one}.xml" ContentType="{types.get(one, f"{WORD}.{one}+xml")}"/>' for one in names)
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{listed}</Types>'.encode()
