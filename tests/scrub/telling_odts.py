"""OpenDocument texts by hand, each with one thing that tells more than its text; the secret of each is the word “Zhanar”."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

import pictures_by_hand as by_hand
from telling_words import RELAYED

SECRET = "Zhanar"
URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        **{name: f"{URN}:{name}:1.0" for name in ("office", "text", "style", "table", "meta", "config", "manifest", "form", "script")},
        "draw": f"{URN}:drawing:1.0",
        "fo": f"{URN}:xsl-fo-compatible:1.0",
        "svg": f"{URN}:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "officeooo": "http://openoffice.org/2009/office",
    }.items()
)
KIND = "application/vnd.oasis.opendocument.text"
BY = f"<office:change-info><dc:creator>{SECRET}</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info>"
TEXT = "<text:p>The text.</text:p>"


@dataclass
class Odt:
    """An OpenDocument text by its body and whatever else it holds."""

    body: str
    changes: str = ""
    styles: str = ""  # automatic ones
    meta: str = ""
    settings: str = ""
    parts: Mapping[str, bytes] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    masters: str = ""
    manifest: str = ""

    def data(self) -> bytes:
        tracked = f"<text:tracked-changes>{self.changes}</text:tracked-changes>" if self.changes else ""
        made = {
            "content.xml": _root(
                "document-content",
                f"<office:automatic-styles>{self.styles}</office:automatic-styles>"
                f"<office:body><office:text>{tracked}{self.body}</office:text></office:body>",
            ),
            "styles.xml": _root("document-styles", f"<office:master-styles>{self.masters}</office:master-styles>"),
            "meta.xml": _root("document-meta", f"<office:meta>{self.meta}</office:meta>"),
            "settings.xml": _root("document-settings", f"<office:settings>{self.settings}</office:settings>"),
            **self.parts,
        }
        listed = "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{self.kinds.get(name, "text/xml")}"/>'
            for name in (*made, *(one for one in self.kinds if one.endswith("/")))
        )
        held = f'<manifest:manifest {NAMES} manifest:version="1.3">{listed}{self.manifest}</manifest:manifest>'
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in {"mimetype": KIND.encode(), **made, "META-INF/manifest.xml": held.encode()}.items():
                package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
        return out.getvalue()


def _root(name: str, held: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {NAMES} office:version="1.3">{held}</office:{name}>'.encode()


def style(name: str, properties: str, family: str = "text", more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>'


def inserted(number: int, held: str) -> str:
    return f'<text:change-start text:change-id="c{number}"/>{held}<text:change-end text:change-id="c{number}"/>'


def deleted(number: int) -> str:
    return f'<text:change text:change-id="c{number}"/>'


def region(number: int, kind: str, held: str = "") -> str:
    return f'<text:changed-region text:id="c{number}"><text:{kind}>{BY}{held}</text:{kind}></text:changed-region>'


def picture(address: str = "Pictures/a.png", name: str = "Image1", look: str = "fr1", more: str = "") -> str:
    image = f'<draw:image xlink:href="{address}" xlink:type="simple"/>'
    size = 'svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"'
    return f'<text:p><draw:frame draw:name="{name}" draw:style-name="{look}" {size}>{image}{more}</draw:frame></text:p>'


def setting(name: str, value: str, group: str = "ooo:configuration-settings") -> str:
    item = f'<config:config-item config:name="{name}" config:type="string">{value}</config:config-item>'
    return f'<config:config-item-set config:name="{group}">{item}</config:config-item-set>'


_HIDDEN = style("T1", '<style:text-properties text:display="none"/>')
_PNG = {"Pictures/a.png": by_hand.png()}
_COMMENT = f"<office:annotation><dc:creator>{SECRET}</dc:creator><text:p>Ask {SECRET}</text:p></office:annotation>"

# name -> the file, the kind that is reported, words of the report
TELLING: dict[str, tuple[Odt, str, str]] = {
    "author": (Odt(TEXT, meta=f"<meta:initial-creator>{SECRET}</meta:initial-creator>"), "author", "author: Zhanar"),
    "custom property": (
        Odt(TEXT, meta=f'<meta:user-defined meta:name="Of">{SECRET}</meta:user-defined>'),
        "custom",
        "custom property “Of”: Zhanar",
    ),
    "template": (Odt(TEXT, meta=f'<meta:template xlink:href="file:///{SECRET}.ott"/>'), "template", "template: file:///Zhanar.ott"),
    "printer": (Odt(TEXT, settings=setting("PrinterName", SECRET)), "printer", "The printer is named (PrinterName): Zhanar"),
    "where somebody read": (
        Odt(TEXT, settings=setting("ViewId", SECRET, "ooo:view-settings")),
        "program",
        "A program noted where somebody read last.",
    ),
    "rsid": (
        Odt(TEXT, styles=style("P1", f'<style:text-properties officeooo:rsid="{SECRET}"/>')),
        "rsid",
        "1 mark of an editing session (rsid)",
    ),
    "thumbnail": (Odt(TEXT, parts={"Thumbnails/thumbnail.png": SECRET.encode()}), "thumbnail", "small picture of its first page"),
    "macros": (Odt(TEXT, parts={"Basic/Standard/Module1.xml": f"<a>{SECRET}</a>".encode()}), "script", "There are macros."),
    "embedded typeface": (Odt(TEXT, parts={"Fonts/a.ttf": SECRET.encode()}), "font", "A typeface, or a part of one, is embedded"),
    "earlier version": (Odt(TEXT, parts={"Versions/Version1": SECRET.encode()}), "copy", "Earlier versions of the document"),
    "signature": (
        Odt(TEXT, parts={"META-INF/documentsignatures.xml": f"<a>{SECRET}</a>".encode()}),
        "signature",
        "It is signed; the signature will be broken.",
    ),
    "embedded file": (
        Odt(
            TEXT
            + '<text:p><draw:frame draw:name="a"><draw:object xlink:href="./Object 1"/>'
            + '<draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>',
            parts={"Object 1/content.xml": f"<a>{SECRET}</a>".encode(), **_PNG},
            kinds={"Object 1/": "application/vnd.oasis.opendocument.spreadsheet"},
        ),
        "embedded",
        "Another file is embedded.",
    ),
    "XML comment": (Odt(f"<text:p>The <!-- {SECRET} -->text.</text:p>"), "aside", "comments that no program shows"),
    "comment": (Odt(f"<text:p>The {_COMMENT}text.</text:p>"), "comment", "Zhanar commented: “Ask Zhanar”"),
    "deleted words": (
        Odt(f"<text:p>The {deleted(1)}text.</text:p>", region(1, "deletion", f"<text:p>{SECRET} </text:p>")),
        "change",
        "1 tracked change, by: Zhanar",
    ),
    "hidden words": (
        Odt(f'<text:p>The <text:span text:style-name="T1">{SECRET}</text:span>text.</text:p>', styles=_HIDDEN),
        "hidden",
        "hidden text: “Zhanar”",
    ),
    "words hidden by a style": (
        Odt(
            f'<text:p>The <text:span text:style-name="T2">{SECRET}</text:span>text.</text:p>',
            styles=_HIDDEN + style("T2", "", more='style:parent-style-name="T1"'),
        ),
        "hidden",
        "hidden text: “Zhanar”",
    ),
    "hidden paragraph": (
        Odt(f'{TEXT}<text:p text:style-name="P1">{SECRET}</text:p>', styles=_HIDDEN.replace("T1", "P1").replace('"text"', '"paragraph"')),
        "hidden",
        "hidden text: “Zhanar”",
    ),
    "hidden section": (
        Odt(f'{TEXT}<text:section text:name="S" text:display="none"><text:p>{SECRET}</text:p></text:section>'),
        "hidden",
        "hidden text: “Zhanar”",
    ),
    "hidden field": (
        Odt(
            f'<text:p>The <text:hidden-text text:condition="ooow:1" text:string-value="{SECRET}" text:is-hidden="true">{SECRET}'
            "</text:hidden-text>text.</text:p>"
        ),
        "hidden",
        "hidden text: “Zhanar”",
    ),
    "header that no page shows": (
        Odt(
            TEXT,
            masters='<style:master-page style:name="Standard"><style:header-first style:display="false">'
            f"<text:p>{SECRET}</text:p></style:header-first></style:master-page>",
        ),
        "hidden",
        "hidden text: “Zhanar”",
    ),
    "variable": (
        Odt(f'<text:user-field-decls><text:user-field-decl text:name="a" office:string-value="{SECRET}"/></text:user-field-decls>{TEXT}'),
        "variable",
        "There are variables that no program shows.",
    ),
    "field": (Odt(f'<text:p><text:user-defined text:name="{SECRET}">The text.</text:user-defined></text:p>'), "field", "user-defined"),
    "data of a reference manager": (
        Odt(f'<text:p><text:reference-mark-start text:name="ZOTERO_ITEM {SECRET}"/>The text.</text:p>'),
        "field",
        "A field tells: ZOTERO_ITEM Zhanar",
    ),
    "variable that is only set": (
        Odt(
            f'<text:p>The text.<text:variable-set text:name="a" office:value-type="string" office:string-value="{SECRET}" '
            f'text:display="none">{SECRET}</text:variable-set></text:p>'
        ),
        "variable",
        "There are variables that no program shows.",
    ),
    "formula of a variable": (
        Odt(f'<text:p><text:variable-set text:name="a" text:formula="ooow:{SECRET}">The text.</text:variable-set></text:p>'),
        "field",
        "variable-set “The text.”",
    ),
    "record of a source": (
        Odt(f'<text:p>The <text:bibliography-mark text:note="{SECRET}">text.</text:bibliography-mark></text:p>'),
        "field",
        "bibliography-mark “text.”",
    ),
    "form": (
        Odt(
            f'<office:forms><form:form form:datasource="{SECRET}" xlink:href="file:///{SECRET}"><form:hidden form:value="{SECRET}"/>'
            f"</form:form></office:forms>{TEXT}"
        ),
        "hidden",
        "hidden text: “Zhanar”",
    ),
    "picture behind a paragraph": (
        Odt(
            TEXT,
            styles='<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties>'
            f'<style:background-image xlink:href="../{SECRET}/a.png"/></style:paragraph-properties></style:style>',
        ),
        "link",
        "It links to ../Zhanar/a.png",
    ),
    "tip of a link": (
        Odt(f'<text:p><text:a xlink:href="https://example.org" office:title="file:///{SECRET}">The text.</text:a></text:p>'),
        "link",
        "It links to file:///Zhanar",
    ),
    "title that is the name of a file": (
        Odt(TEXT, meta=f"<dc:title>C:\\{SECRET}\\a.odt</dc:title>"),
        "title",
        "title, which is the name of a file: C:\\Zhanar\\a.odt",
    ),
    "link to a file": (
        Odt(f'<text:p><text:a xlink:href="../{SECRET}/a.odt">The text</text:a>.</text:p>'),
        "link",
        "It links to ../Zhanar/a.odt",
    ),
    "link that names a recipient": (
        Odt(f'<text:p><text:a xlink:href="{RELAYED.replace("&", "&amp;")}">The text</text:a>.</text:p>'),
        "link",
        "A link names who received it by mail: https://example.org/a",
    ),
    "linked picture": (
        Odt(TEXT + picture(f"https://tracker.example.org/{SECRET}.png")),
        "link",
        "It links to https://tracker.example.org/Zhanar.png",
    ),
    "name of a picture": (Odt(TEXT + picture(name=f"{SECRET}.jpg"), parts=_PNG), "picture", "A drawing is named: Zhanar.jpg"),
    "name of the file of a picture": (
        Odt(TEXT + picture(f"Pictures/{SECRET}.jpg"), parts={f"Pictures/{SECRET}.jpg": by_hand.jpeg()}),
        "picture",
        "The file of a picture has a name of its own.",
    ),
    "what a picture says": (
        Odt(TEXT + picture(more=f"<svg:desc>C:\\{SECRET}\\a.jpg</svg:desc>"), parts=_PNG),
        "picture",
        "A drawing names a file: C:\\Zhanar\\a.jpg",
    ),
    "what a picture tells": (
        Odt(TEXT + picture("Pictures/a.jpg"), parts={"Pictures/a.jpg": by_hand.jpeg()}),
        "picture",
        "The picture tells: EXIF data: camera, time, perhaps the place",
    ),
    "picture that nothing shows": (
        Odt(TEXT, parts={"Pictures/b.png": SECRET.encode()}),
        "orphan",
        "Nothing in the document uses this part.",
    ),
}
