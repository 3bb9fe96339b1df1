"""Word files, each with one thing that tells more than its text, and how that is reported."""

from __future__ import annotations

import re
from collections.abc import Sequence

import docx
import pictures_by_hand as by_hand
from telling_words import BY, MICROSOFT, OFFICE, RELAYED, SECRET, STYLES, Word, field_of, p, picture, relations, run

from briefkit.scrub.pictures import cleaned

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
ORIGIN = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature"
PEOPLE = f"{MICROSOFT}/2011/relationships/people"
_VT = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
_CORE = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_APP = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
_CUSTOM = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_SIGN = '<w:r><w:commentReference w:id="1"/></w:r>'
TEXT = p("The text.")


def comment(words: str) -> Word:
    body = f'<w:p><w:commentRangeStart w:id="1"/>{run("The text.")}<w:commentRangeEnd w:id="1"/>{_SIGN}</w:p>'
    held = f'<w:comments NAMES><w:comment w:id="1" {BY}><w:p>{run(words)}</w:p></w:comment></w:comments>'
    return Word(body, parts={"word/comments.xml": held}, links=[("comments", "comments.xml", "")])


def hidden(properties: str, styles: str = STYLES) -> Word:
    return Word(p(run("The "), run(f"secret of {SECRET}", properties), run("text.")), styles=styles)


_HIDING = STYLES + '<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>'
_HIDING += '<w:style w:type="character" w:styleId="Quieter"><w:name w:val="Quieter"/><w:basedOn w:val="Quiet"/></w:style>'
CROP = '<a:srcRect l="50000"/>'
SHAPE = '<w:r><w:pict><v:shape style="width:90pt;height:90pt"><v:imagedata r:id="rIdPicture" {more}/></v:shape></w:pict></w:r>'
_ROW = '<w:tr>{0}<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{1}</w:p></w:tc></w:tr>'
_TABLE = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>{0}</w:tbl>'
_FORMULA = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{0}</m:oMath>'
_LINKED = ("hyperlink", "{0}", "rIdLink")


def _maths(text: str, properties: str = "") -> str:
    return f'<m:r><m:rPr><m:sty m:val="p"/></m:rPr>{properties}<m:t>{text}</m:t></m:r>'


def link(address: str) -> Word:
    return Word(f'<w:p><w:hyperlink r:id="rIdLink">{run("The text.")}</w:hyperlink></w:p>', links=[("hyperlink", address, "rIdLink")])


def one_picture(drawn: str, data: bytes = b"", ending: str = "png", links: Sequence[tuple[str, str, str]] = ()) -> Word:
    name = f"media/image1.{ending}"
    parts = {f"word/{name}": data or by_hand.png()}
    return Word(p("The text.") + p(drawn), parts=parts, links=[("image", name, "rIdPicture"), *links])


def settings_of(held: str, *links: tuple[str, str, str]) -> Word:
    parts = {"word/_rels/settings.xml.rels": relations(links)} if links else {}
    return Word(TEXT, settings=held, parts=parts)


_CHART_NAMES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
)


def chart(held: str) -> Word:
    """A Word file with a chart of one row, and whatever else it holds."""
    kind = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    frame = '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Chart 1"/>'
    data = f'<a:graphicData uri="{kind}"><c:chart xmlns:c="{kind}" r:id="rIdChart"/></a:graphicData>'
    row = '<c:ser><c:idx val="0"/><c:order val="0"/>{0}</c:ser><c:axId val="1"/><c:axId val="2"/>'
    bars = f'<c:barChart><c:barDir val="bar"/>{row.format(held)}</c:barChart>'
    made = f"<c:chartSpace {_CHART_NAMES} NAMES><c:chart><c:plotArea>{bars}</c:plotArea></c:chart></c:chartSpace>"
    return Word(
        TEXT + p(f"<w:r><w:drawing><wp:inline>{frame}<a:graphic>{data}</a:graphic></wp:inline></w:drawing></w:r>"),
        parts={"word/charts/chart1.xml": made},
        links=[("chart", "charts/chart1.xml", "rIdChart")],
    )


def theme(name: str) -> Word:
    held = docx.Document().part.part_related_by(f"{OFFICE}/theme").blob
    named = re.sub(rb'name="Office Theme"', f'name="{name}"'.encode(), held)
    return Word(TEXT, parts={"word/theme/theme1.xml": named}, links=[("theme", "theme/theme1.xml", "")])


_HIDDEN_SHAPE = '<v:shape id="a" style="width:9pt;height:9pt;visibility:hidden"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>'
_PNG = cleaned(by_hand.png(), "").data
# name -> the file, the kind that is reported, words of the report
TELLING: dict[str, tuple[Word, str, str]] = {
    "author": (
        Word(
            TEXT,
            parts={"docProps/core.xml": f"<cp:coreProperties {_CORE}><dc:creator>{SECRET}</dc:creator></cp:coreProperties>"},
            package_links=[(CORE, "docProps/core.xml")],
        ),
        "author",
        "author: Zhanar",
    ),
    "company": (
        Word(
            TEXT,
            parts={"docProps/app.xml": f"<Properties {_APP}><Company>{SECRET}</Company><Manager>{SECRET}</Manager></Properties>"},
            package_links=[("extended-properties", "docProps/app.xml")],
        ),
        "company",
        "company: Zhanar",
    ),
    "custom property": (
        Word(
            TEXT,
            parts={
                "docProps/custom.xml": f'<Properties {_CUSTOM} {_VT}><property fmtid="{_FORMAT}" pid="2" name="Of">'
                f"<vt:lpwstr>{SECRET}</vt:lpwstr></property></Properties>"
            },
            package_links=[("custom-properties", "docProps/custom.xml")],
        ),
        "custom",
        "custom property “Of”: Zhanar",
    ),
    "thumbnail": (
        Word(TEXT, parts={"docProps/thumbnail.jpeg": SECRET.encode()}, package_links=[(THUMBNAIL, "docProps/thumbnail.jpeg")]),
        "thumbnail",
        "There is a small picture of its first page.",
    ),
    "template": (
        settings_of('<w:attachedTemplate r:id="rIdT"/>', ("attachedTemplate", f"file:///C:/Users/{SECRET}/Normal.dotm", "rIdT")),
        "template",
        "The template is named: file:///C:/Users/Zhanar/Normal.dotm",
    ),
    "rsids": (
        settings_of('<w:rsids><w:rsidRoot w:val="00A1Zhanar"/></w:rsids>'),
        "rsid",
        "The numbers of all sessions in which it was edited are listed.",
    ),
    "rsid of a paragraph": (
        Word(f'<w:p w:rsidR="00Zhanar" w14:paraId="00Zhanar">{run("The text.")}</w:p>'),
        "rsid",
        "1 mark of an editing session (rsid)",
    ),
    "docVars": (settings_of(f'<w:docVars><w:docVar w:name="a" w:val="{SECRET}"/></w:docVars>'), "variable", "There are variables"),
    "mail merge": (
        settings_of(f'<w:mailMerge><w:mainDocumentType w:val="email"/><w:connectString w:val="{SECRET}"/></w:mailMerge>'),
        "link",
        "serial letter",
    ),
    "custom XML": (
        Word(TEXT, parts={"customXml/item1.xml": f"<a>{SECRET}</a>"}, links=[("customXml", "/customXml/item1.xml", "")]),
        "custom",
        "There is custom XML",
    ),
    "smart tag": (
        Word(f'<w:p><w:smartTag w:uri="urn:{SECRET}" w:element="PersonName">{run("The text.")}</w:smartTag></w:p>'),
        "custom",
        "1 word or passage is marked for programs",
    ),
    "content control": (
        Word(
            f'<w:p><w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/><w:tag w:val="{SECRET}"/><w:id w:val="1"/></w:sdtPr>'
            f"<w:sdtContent>{run('The text.')}</w:sdtContent></w:sdt></w:p>"
        ),
        "control",
        "A content control is labelled: Zhanar",
    ),
    "editor": (
        Word(f'<w:p><w:permStart w:id="1" w:ed="{SECRET}"/>{run("The text.")}<w:permEnd w:id="1"/></w:p>'),
        "author",
        "Somebody who may edit it is named: Zhanar",
    ),
    "people": (
        Word(
            TEXT,
            parts={"word/people.xml": f'<w15:people NAMES><w15:person w15:author="{SECRET}"/></w15:people>'},
            links=[(PEOPLE, "people.xml", "")],
        ),
        "author",
        "Somebody who edited it is named: Zhanar",
    ),
    "XML comment": (Word(p("The ", f"<!-- {SECRET} -->", "text.")), "aside", "comments that no program shows"),
    "comment": (comment(f"Ask {SECRET}"), "comment", "Zhanar commented: “Ask Zhanar”"),
    "deleted words": (
        Word(p("The ", f'<w:del w:id="1" {BY}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>', "text.")),
        "change",
        "1 tracked change, by: Zhanar",
    ),
    "hidden words": (hidden("<w:vanish/>"), "hidden", "hidden text: “secret of Zhanar”"),
    "hidden formula": (
        Word(TEXT + p(_FORMULA.format(f"{_maths('x')}{_maths(f'={SECRET}', '<w:rPr><w:vanish/></w:rPr>')}"))),
        "hidden",
        "hidden text: “=Zhanar”",
    ),
    "formula in a hidden row": (
        Word(
            TEXT
            + _TABLE.format(_ROW.format("", run("Seen.")) + _ROW.format("<w:trPr><w:hidden/></w:trPr>", _FORMULA.format(_maths(SECRET))))
            + p("End.")
        ),
        "hidden",
        "hidden row of a table: “Zhanar”",
    ),
    "words hidden by a style": (hidden('<w:rStyle w:val="Quieter"/>', _HIDING), "hidden", "hidden text: “secret of Zhanar”"),
    "hidden row": (
        Word(TEXT + _TABLE.format(_ROW.format("", run("Seen.")) + _ROW.format("<w:trPr><w:hidden/></w:trPr>", run(SECRET))) + p("End.")),
        "hidden",
        "hidden row of a table: “Zhanar”",
    ),
    "note without a reference": (
        Word(
            p("The text.", '<w:r><w:footnoteReference w:id="1"/></w:r>'),
            notes={1: p(run("A note.")), 2: p(run(SECRET))},
        ),
        "hidden",
        "note that nothing refers to: “Zhanar”",
    ),
    "header that no page shows": (
        Word(
            TEXT,
            parts={"word/header1.xml": f"<w:hdr NAMES><w:p>{run(SECRET)}</w:p></w:hdr>"},
            links=[("header", "header1.xml", "rIdHeader")],
            sections='<w:headerReference w:type="first" r:id="rIdHeader"/>',
        ),
        "hidden",
        "header or footer that no page shows: “Zhanar”",
    ),
    "part that nothing uses": (
        Word(TEXT, parts={"word/media/image9.png": SECRET.encode()}, links=[("image", "media/image9.png", "rIdNothing")]),
        "orphan",
        "Nothing in the document uses this part.",
    ),
    "embedded file": (
        Word(
            TEXT
            + p(
                '<w:r><w:object><v:shape id="a" style="width:9pt;height:9pt"><v:imagedata r:id="rIdPicture"/></v:shape>'
                '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="a" DrawAspect="Icon" ObjectID="_1" r:id="rIdObject"/>'
                "</w:object></w:r>"
            ),
            parts={"word/embeddings/sheet.bin": SECRET.encode(), "word/media/image1.png": by_hand.png()},
            links=[("oleObject", "embeddings/sheet.bin", "rIdObject"), ("image", "media/image1.png", "rIdPicture")],
        ),
        "embedded",
        "Another file is embedded.",
    ),
    "embedded typeface": (
        Word(
            TEXT,
            settings="<w:embedTrueTypeFonts/><w:saveSubsetFonts/>",
            parts={
                "word/fontTable.xml": '<w:fonts NAMES><w:font w:name="Arial"><w:embedRegular r:id="rIdF" w:fontKey="{0}"/>'
                "</w:font></w:fonts>",
                "word/_rels/fontTable.xml.rels": relations([("font", "fonts/font1.odttf", "rIdF")]),
                "word/fonts/font1.odttf": SECRET.encode(),
            },
            links=[("fontTable", "fontTable.xml", "")],
        ),
        "font",
        "A typeface, or a part of one, is embedded",
    ),
    "link to a file": (link(f"file:///C:/Users/{SECRET}/a.docx"), "link", "It links to file:///C:/Users/Zhanar/a.docx"),
    "link into a network": (link(f"\\\\server\\{SECRET}"), "link", "It links to \\\\server\\Zhanar"),
    "link to a server inside": (link(f"http://intranet/{SECRET}"), "link", "It links to http://intranet/Zhanar"),
    "link that names a recipient": (
        link(RELAYED.replace("&", "&amp;")),
        "link",
        "A link names who received it by mail: https://example.org/a",
    ),
    "linked picture": (
        Word(TEXT + p(picture('r:link="rIdFar"')), links=[("image", f"https://tracker.example.org/{SECRET}.png", "rIdFar")]),
        "link",
        "It links to https://tracker.example.org/Zhanar.png",
    ),
    "field of a reference manager": (
        Word(p(field_of(f"ADDIN ZOTERO_ITEM CSL_CITATION {{{SECRET}}}", "The text."))),
        "field",
        "A field tells: ADDIN ZOTERO_ITEM CSL_CITATION {Zhanar}",
    ),
    "field with a file": (
        Word(p(field_of(f'HYPERLINK "file:///C:/{SECRET}"', "The text."))),
        "field",
        "A field tells: HYPERLINK",
    ),
    "simple field": (
        Word(f'<w:p><w:fldSimple w:instr=" DOCPROPERTY {SECRET} ">{run("The text.")}</w:fldSimple></w:p>'),
        "field",
        "A field tells: DOCPROPERTY Zhanar",
    ),
    "name of a picture": (
        one_picture(picture('r:embed="rIdPicture"', name=f"{SECRET}.jpg", about=f' descr="C:\\\\{SECRET}\\\\a.jpg"')),
        "picture",
        "A drawing names a file: C:\\\\Zhanar\\\\a.jpg",
    ),
    "what a picture tells": (
        one_picture(picture('r:embed="rIdPicture"'), by_hand.jpeg(), "jpeg"),
        "picture",
        "The picture tells: EXIF data: camera, time, perhaps the place",
    ),
    "name of the file of a picture": (
        Word(
            TEXT + p(picture('r:embed="rIdPicture"')),
            parts={f"word/media/{SECRET}.png": _PNG},
            links=[("image", f"media/{SECRET}.png", "rIdPicture")],
        ),
        "picture",
        "The file of a picture has a name of its own.",
    ),
    "old picture": (
        one_picture(SHAPE.format(more=f'o:title="{SECRET}"')),
        "picture",
        "A drawing names a file: Zhanar",
    ),
    "copy of a drawing": (
        Word(TEXT + f'<w:p><w:r><w:pict><v:rect style="width:9pt;height:9pt" o:gfxdata="{SECRET}"/></w:pict></w:r></w:p>'),
        "copy",
        "A drawing is there a second time",
    ),
    "picture before an effect": (
        Word(
            TEXT
            + p(
                picture(
                    'r:embed="rIdPicture"',
                    more='<a:extLst><a:ext uri="{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}"><a14:imgProps><a14:imgLayer r:embed="rIdLayer"/>'
                    "</a14:imgProps></a:ext></a:extLst>",
                )
            ),
            parts={"word/media/image1.png": by_hand.png(), "word/media/hd.wdp": SECRET.encode()},
            links=[("image", "media/image1.png", "rIdPicture"), (f"{MICROSOFT}/2007/relationships/hdphoto", "media/hd.wdp", "rIdLayer")],
        ),
        "crop",
        "There is a picture as it was before an effect was laid over it.",
    ),
    "hidden picture": (
        one_picture(picture('r:embed="rIdPicture"', hidden=' hidden="1"')),
        "hidden",
        "A hidden picture or drawing.",
    ),
    "tip of a link": (
        Word(
            f'<w:p><w:hyperlink r:id="rIdLink" w:tooltip="file:///C:/{SECRET}/a">{run("The text.")}</w:hyperlink></w:p>',
            links=[("hyperlink", "https://example.org", "rIdLink")],
        ),
        "link",
        "It links to file:///C:/Zhanar/a",
    ),
    "tip of a link in a field": (
        Word(p(field_of(f'HYPERLINK "https://example.org" \\o "C:\\{SECRET}\\a.docx"', "The text."))),
        "field",
        "A field tells: HYPERLINK",
    ),
    "field of a serial letter": (Word(p(field_of(f"MERGEFIELD {SECRET}", "The text."))), "field", "A field tells: MERGEFIELD Zhanar"),
    "book of a chart": (
        chart(f"<c:tx><c:strRef><c:f>'C:\\{SECRET}\\[b.xlsx]One'!$A$1</c:f></c:strRef></c:tx>"),
        "link",
        "It links to 'C:\\Zhanar\\[b.xlsx]One'!$A$1",
    ),
    "row that a chart does not show": (
        chart(
            '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}"><c15:filteredSeriesTitle><c15:tx><c:strRef><c:f>One!A1</c:f>'
            f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{SECRET}</c:v></c:pt></c:strCache></c:strRef></c15:tx>'
            "</c15:filteredSeriesTitle></c:ext></c:extLst>"
        ),
        "hidden",
        "Zhanar”",
    ),
    "name of a theme": (theme(f"Fund of {SECRET}"), "template", "The theme is named: Fund of Zhanar"),
    "title that is the name of a file": (
        Word(
            TEXT,
            parts={"docProps/core.xml": f"<cp:coreProperties {_CORE}><dc:title>C:\\{SECRET}\\a.docx</dc:title></cp:coreProperties>"},
            package_links=[(CORE, "docProps/core.xml")],
        ),
        "title",
        "title, which is the name of a file: C:\\Zhanar\\a.docx",
    ),
    "data of an add-in": (
        Word(f'<w:p xmlns:x="urn:add-in" x:by="{SECRET}">{run("The text.")}<x:note>{SECRET}</x:note></w:p>'),
        "custom",
        "An add-in noted something that Word does not show.",
    ),
    "hidden old drawing": (
        Word(TEXT + f"<w:p><w:r><w:pict>{_HIDDEN_SHAPE.format(p(SECRET))}</v:shape></w:pict></w:r></w:p>"),
        "hidden",
        "A hidden picture or drawing.",
    ),
    "signature": (
        Word(
            TEXT,
            parts={
                "_xmlsignatures/origin.sigs": b"",
                "_xmlsignatures/_rels/origin.sigs.rels": relations([(SIGNATURE, "signature.xml", "rId1")]),
                "_xmlsignatures/signature.xml": f'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#">{SECRET}</Signature>',
            },
            package_links=[(ORIGIN, "_xmlsignatures/origin.sigs")],
        ),
        "signature",
        "It is signed; the signature will be broken.",
    ),
}
