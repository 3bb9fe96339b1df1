"""Zotero's fields of a Word file read back, as its plug-in reads them, by nothing of the program but its names of XML."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

from briefkit.csl import DATES, NAMES, TEXTS, TYPES
from briefkit.ooxml import qn

ITEM, BIBLIOGRAPHY = " ADDIN ZOTERO_ITEM CSL_CITATION ", " ADDIN ZOTERO_BIBL "
LABELS = (
    *("act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation", "equation", "figure", "folio", "issue"),
    *("line", "note", "opus", "page", "paragraph", "part", "rule", "scene", "section", "sub-verbo", "supplement", "table", "timestamp"),
    *("title-locator", "verse", "version", "volume"),
)
TEXT = {"type": "string"}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        **{name: {"type": ["string", "number", "boolean"]} for name in ("season", "circa", "literal", "raw", "edtf")},
    },
    "additionalProperties": False,
}
PERSON = {"type": "object", "minProperties": 1, "additionalProperties": {"type": ["string", "boolean", "number"]}}
# The structure that csl-citation.json and csl-data.json of CSL 1.0.2 describe, with the properties that Zotero adds.
CITATION = {
    "type": "object",
    "required": ["schema", "citationID", "citationItems", "properties"],
    "additionalProperties": False,
    "properties": {
        "schema": {"const": "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"},
        "citationID": {"type": "string", "pattern": "^[a-z0-9]{10}$"},
        "properties": {
            "type": "object",
            "required": ["formattedCitation", "plainCitation", "noteIndex"],
            "additionalProperties": False,
            "properties": {
                "formattedCitation": {"type": "string", "pattern": "^[\\x20-\\x7e]*$"},
                "plainCitation": TEXT,
                "noteIndex": {"type": "integer", "minimum": 1},
                "dontUpdate": {"const": True},
            },
        },
        "citationItems": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["id", "uris", "itemData"],
                "additionalProperties": False,
                "dependentRequired": {"locator": ["label"], "label": ["locator"]},
                "properties": {
                    "id": TEXT,
                    "uris": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 1,
                        "items": {"type": "string", "pattern": "^http://zotero\\.org/users/local/briefkit/items/[2-9A-KM-NP-Z]{8}$"},
                    },
                    "itemData": {
                        "type": "object",
                        "required": ["id", "type"],
                        "additionalProperties": False,
                        "properties": {
                            **dict.fromkeys(TEXTS, TEXT),
                            **{name: {"type": "array", "minItems": 1, "items": PERSON} for name in NAMES},
                            **dict.fromkeys(DATES, DATE),
                            "categories": {"type": "array", "items": TEXT},
                            "type": {"enum": list(TYPES)},
                        },
                    },
                    "locator": TEXT,
                    "label": {"enum": list(LABELS)},
                    "prefix": TEXT,
                    "suffix": TEXT,
                    "suppress-author": {"const": True},
                },
            },
        },
    },
}


@dataclass
class Field:
    """A field: its instruction, its words as they are seen, the footnote that it stands in, and the fields within it."""

    note: int
    code: str = ""
    seen: str = ""
    open: bool = False  # whether its result has begun
    within: list[Field] = field(default_factory=list)

    @property
    def citation(self) -> dict[str, Any]:
        """What it tells of a citation, where it is one."""
        assert self.code.startswith(ITEM)
        return dict(json.loads(self.code.removeprefix(ITEM)))

    @property
    def bibliography(self) -> dict[str, Any]:
        assert self.code.startswith(BIBLIOGRAPHY)
        return dict(json.loads(self.code.removeprefix(BIBLIOGRAPHY).removesuffix(" CSL_BIBLIOGRAPHY ")))


def part(document: bytes, name: str) -> etree._Element | None:
    with zipfile.ZipFile(BytesIO(document)) as package:
        return etree.fromstring(package.read(name)) if name in package.namelist() else None


def citations(document: bytes) -> list[Field]:
    """The live citations of the footnotes."""
    notes = part(document, "word/footnotes.xml")
    assert notes is not None
    numbered = [(int(note.get(qn("w:id"), "0")), note) for note in notes if note.get(qn("w:type")) is None]
    return [one for number, note in numbered for one in fields(note, number) if one.code.startswith(ITEM)]


def bibliographies(document: bytes) -> list[Field]:
    body = part(document, "word/document.xml")
    assert body is not None
    return [one for one in fields(body) if one.code.startswith(BIBLIOGRAPHY)]


def fields(root: etree._Element, note: int = 0) -> Iterator[Field]:
    """The fields of a part, those within others left to them. A field's words are those of the fields within it, too."""
    stack: list[Field] = []
    kinds = ("fldChar", "instrText", "t", "tab", "br", "noBreakHyphen", "softHyphen")
    for node in root.iter(*(qn(f"w:{kind}") for kind in kinds)):
        kind = etree.QName(node).localname
        mark = node.get(qn("w:fldCharType"))
        if mark == "begin":
            stack.append(Field(note))
            if len(stack) > 1:
                stack[-2].within.append(stack[-1])
        elif mark == "separate":
            stack[-1].open = True
        elif mark == "end":
            done = stack.pop()
            if not stack:
                yield done
        elif kind == "instrText":
            stack[-1].code += node.text or ""
        elif all(one.open for one in stack):
            for one in stack:
                one.seen += (node.text or "") if kind == "t" else f"<{kind}>"


def preferences(document: bytes) -> tuple[list[str], etree._Element | None]:
    """The pieces of Zotero's preferences, and what they are together."""
    custom = part(document, "docProps/custom.xml")
    named = {} if custom is None else {one.get("name", ""): "".join(one.itertext()) for one in custom}
    pieces = [named[name] for number in range(1, len(named) + 1) if (name := f"ZOTERO_PREF_{number}") in named]
    assert len(pieces) == sum(name.startswith("ZOTERO") for name in named)
    return pieces, etree.fromstring("".join(pieces)) if pieces else None
