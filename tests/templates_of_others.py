"""Word templates as others have them: python-docx's own, and that of a firm, made by hand, with German ids and a letterhead."""

from __future__ import annotations

import zlib
from io import BytesIO
from struct import pack

import docx

from briefkit.ooxml import write_zip

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_NAMES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'


def plain_template() -> bytes:
    """What python-docx starts from."""
    made = BytesIO()
    docx.Document().save(made)
    return made.getvalue()


def picture() -> bytes:
    """A blue picture of two points by two, as PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(2 * b"\0\x22\x44\xaa\x22\x44\xaa")) + chunk(b"IEND", b"")
    )


def _rels(*rows: tuple[str, str, str]) -> bytes:
    links = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in rows)
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'.encode()


_LOGO = """<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:drawing>
<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="450000"/>
<wp:docPr id="1" name="Logo"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="450000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""

_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="AbsatzStandard"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="NormaleTabelle"><w:name w:val="Normal Table"/></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="KeineListe"><w:name w:val="No List"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:next w:val="Standard"/>
<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="2244AA"/><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/>
<w:rPr><w:color w:val="2244AA"/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Listennummer"><w:name w:val="List Number"/><w:basedOn w:val="Standard"/>
<w:pPr><w:spacing w:after="60"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Aufzhlung"><w:name w:val="List Bullet"/><w:basedOn w:val="Standard"/>
<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="BodyText"><w:name w:val="Firmentext"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Kopfzeile"><w:name w:val="header"/><w:basedOn w:val="Standard"/></w:style>
"""

_NUMBERING = """
<w:abstractNum w:abstractNumId="4"><w:nsid w:val="0B1EF001"/><w:multiLevelType w:val="hybridMultilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="■"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num>
"""

_DOCUMENT = """<w:body><w:p><w:r><w:t>Sample letter</w:t></w:r></w:p><w:sectPr>
<w:headerReference w:type="first" r:id="rId5"/>
<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId6"/>
<w:pgSz w:w="12240" w:h="15840"/>
<w:pgMar w:top="2222" w:right="999" w:bottom="1333" w:left="1777" w:header="555" w:footer="444" w:gutter="0"/>
<w:titlePg/></w:sectPr></w:body>"""


def _part(tag: str, content: str) -> bytes:
    return f"{_HEAD}<w:{tag} {_NAMES}>{content}</w:{tag}>".encode()


def firm_parts(main: str = "document") -> dict[str, bytes]:
    """The parts of the firm's template; it has no settings. `main` is "document" or "template" (.dotx)."""
    types = {
        "document": f"{main}.main",
        "styles": "styles",
        "numbering": "numbering",
        "kopf": "header",
        "fuss": "footer",
    }
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>' for name, kind in types.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = (
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId5", "header", "kopf.xml"),
        ("rId6", "footer", "fuss.xml"),
    )
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{space}">{defaults}{overrides}</Types>'.encode(),
        "_rels/.rels": _rels(("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _rels(*links),
        "word/_rels/kopf.xml.rels": _rels(("rId1", "image", "media/logo.png")),
        "word/document.xml": _part("document", _DOCUMENT),
        "word/styles.xml": _part("styles", _STYLES),
        "word/numbering.xml": _part("numbering", _NUMBERING),
        "word/kopf.xml": _part("hdr", _LOGO),
        "word/fuss.xml": _part("ftr", "<w:p><w:r><w:t>Musterfirma (fictional), Example Street 1</w:t></w:r></w:p>"),
        "word/media/logo.png": picture(),
    }


def firm_template(main: str = "document") -> bytes:
    return write_zip(firm_parts(main))
