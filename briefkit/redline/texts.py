"""What a part of a Word file says: its words paragraph by paragraph, its fields and links, its content controls, its pictures.

Two parts that say the same may still be split into runs in different ways, or look different.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefkit.ooxml import Element, qn
from briefkit.ooxml.names import NAMESPACES

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RELATED = f"{{{NAMESPACES['r']}}}"
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
    qn("w:footnoteReference"): "‹footnote›",
    qn("w:endnoteReference"): "‹endnote›",
}
_TABLES = {qn("w:tbl"): "‹table›", qn("w:tr"): "‹row›", qn("w:tc"): "‹cell›"}
_SILENT = frozenset(qn(f"w:{name}") for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr"))
_OBJECTS = frozenset((qn("w:drawing"), qn("w:pict"), qn("w:object")))
_TEXTS = (qn("w:t"), f"{_MATHS}t")
# The kinds of content controls (§17.5.2.38); a control that names none is one of rich text.
_KINDS = frozenset(
    {qn(f"w:{name}") for name in ("text", "date", "comboBox", "dropDownList", "picture", "docPartObj", "docPartList", "citation", "group")}
    | {"{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"}
)


_MARKS = frozenset(("TA", "TC", "XE", "RD"))  # fields that print nothing: entries of tables of authorities and contents, and of an index


def is_silent(code: str) -> bool:
    """Whether a field with this code is only a mark, which prints nothing."""
    return not _MARKS.isdisjoint(code.upper().split()[:1])


@dataclass(frozen=True, slots=True)
class Said:
    """The lines are paragraphs, and where tables, rows and cells begin; a field is its code, a link where it leads."""

    lines: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()

    def __add__(self, other: Said) -> Said:
        return Said(self.lines + other.lines, self.fields + other.fields, self.controls + other.controls)

    @property
    def printed(self) -> Said:
        """The same without marks that print nothing."""
        return replace(self, fields=tuple(code for code in self.fields if not is_silent(code)))


NOTHING_SAID = Said()


def said(root: Element, related: Mapping[str, str]) -> Said:
    """What a part says, or a note of it. `related` has for each of the part's relationships an address, or a digest of what is there."""
    listener = _Listener(related)
    listener.hear(root)
    return Said(tuple("".join(line) for line in listener.lines), tuple(listener.fields), tuple(listener.controls))


@dataclass(slots=True)
class _Listener:
    related: Mapping[str, str]
    lines: list[list[str]] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    controls: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)  # of the paragraph at hand
    open_codes: list[list[str]] = field(default_factory=list)

    def hear(self, node: Element) -> None:
        """A paragraph is a line; those of a text box in it are lines after its own."""
        if not isinstance(node.tag, str) or node.tag in _SILENT:
            return
        outer = self.line
        if node.tag == qn("w:p"):
            self.line = []
            self.lines.append(self.line)
        else:
            self._note(node)
        for child in node:
            self.hear(child)
        self.line = outer

    def _note(self, node: Element) -> None:
        tag = node.tag
        if tag in _TEXTS:
            self.line.append(node.text or "")
        elif tag in _SIGNS:
            self.line.append(_SIGNS[str(tag)])
        elif tag == qn("w:sym"):
            self.line.append(f"‹{node.get(qn('w:font'))} {node.get(qn('w:char'))}›")
        elif tag in _TABLES:
            self.lines.append([_TABLES[str(tag)]])
        elif tag in _OBJECTS:
            led = (value for one in node.iter("{*}*") for key, value in one.attrib.items() if str(key).startswith(_RELATED))
            self.line.append(f"‹{' '.join(['object', *(self.related.get(str(value), '') for value in led)])}›")
        elif tag == qn("w:sdt"):
            self._control(node)
        else:
            self._field(node)

    def _field(self, node: Element) -> None:
        kind = node.get(qn("w:fldCharType"))
        if node.tag == qn("w:instrText") and self.open_codes:
            self.open_codes[-1].append(node.text or "")
        elif kind == "begin":
            self.open_codes.append([])
        elif kind == "end" and self.open_codes:
            self.fields.append(" ".join("".join(self.open_codes.pop()).split()))
        elif node.tag == qn("w:fldSimple"):
            self.fields.append(" ".join(node.get(qn("w:instr"), "").split()))
        elif node.tag == qn("w:hyperlink"):
            self.fields.append(f"HYPERLINK {self.related.get(node.get(qn('r:id'), ''), '')}#{node.get(qn('w:anchor'), '')}")

    def _control(self, node: Element) -> None:
        """A content control: its names and kind, and the words that it holds."""
        properties = node.find(qn("w:sdtPr"))
        about = () if properties is None else properties
        names = [one.get(qn("w:val"), "") for one in about if one.tag in (qn("w:tag"), qn("w:alias"))]
        kinds = [str(one.tag).rpartition("}")[2] for one in about if one.tag in _KINDS]
        words = "".join(one.text or "" for one in node.iter(*_TEXTS))
        self.controls.append(" ".join([*names, *kinds, f"“{words}”"]))
