"""The names that the standard fixes: namespaces, kinds of relationship, content types (ECMA-376 Parts 1 and 2)."""

from __future__ import annotations

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

NAMESPACES: dict[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "xml": "http://www.w3.org/XML/1998/namespace",
    "ct": f"{PACKAGE}/content-types",
    "rel": f"{PACKAGE}/relationships",
    "cp": f"{PACKAGE}/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}

CONTENT_TYPES = "[Content_Types].xml"

# Kinds of relationship, by the last word of their address.
OFFICE_DOCUMENT = f"{OFFICE}/officeDocument"
STYLES = f"{OFFICE}/styles"
NUMBERING = f"{OFFICE}/numbering"
SETTINGS = f"{OFFICE}/settings"
FONT_TABLE = f"{OFFICE}/fontTable"
THEME = f"{OFFICE}/theme"
HEADER = f"{OFFICE}/header"
FOOTER = f"{OFFICE}/footer"
COMMENTS = f"{OFFICE}/comments"
FOOTNOTES = f"{OFFICE}/footnotes"
ENDNOTES = f"{OFFICE}/endnotes"
FONT = f"{OFFICE}/font"
IMAGE = f"{OFFICE}/image"
HYPERLINK = f"{OFFICE}/hyperlink"
CUSTOM_PROPERTIES = f"{OFFICE}/custom-properties"
CORE_PROPERTIES = f"{PACKAGE}/relationships/metadata/core-properties"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{_WORD}.document.main+xml"
COMMENTS_TYPE = f"{_WORD}.comments+xml"
FOOTNOTES_TYPE = f"{_WORD}.footnotes+xml"
STYLES_TYPE = f"{_WORD}.styles+xml"
NUMBERING_TYPE = f"{_WORD}.numbering+xml"
SETTINGS_TYPE = f"{_WORD}.settings+xml"
CUSTOM_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CORE_PROPERTIES_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
PNG_TYPE, SVG_TYPE = "image/png", "image/svg+xml"
RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
