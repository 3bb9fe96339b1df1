"""Tracked changes of a part, all accepted or all rejected (ECMA-376 Part 1 §17.13.5).

`accepted` and `rejected` give a new root and leave the given one alone. A paragraph whose mark goes joins the next one, whose properties
then hold for both; rows, cells and content controls go or stay as their marks say; properties are those of after, or of before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from briefkit.ooxml.xml import Element, qn, unwrap, w


def _names(*names: str) -> tuple[str, ...]:
    return tuple(qn(f"w:{name}") for name in names)


_MATHS_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/math}ctrlPr"
_P, _PPR, _RPR, _SECTION, _TABLE, _ROW, _CELL, _NUMBERED = _names("p", "pPr", "rPr", "sectPr", "tbl", "tr", "tc", "numPr")
_INS, _DEL, _FROM, _TO = _RUNS = _names("ins", "del", "moveFrom", "moveTo")
_CELL_INS, _CELL_DEL, _CELL_MERGE = _CELLS = _names("cellIns", "cellDel", "cellMerge")
_PROPERTIES = _names(*(f"{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr")))
_NUMBERING = qn("w:numberingChange")
_MOVES = _names(*(f"{name}Range{end}" for name in ("moveFrom", "moveTo") for end in ("Start", "End")))
_WRAPPED = {qn(f"w:customXml{name}Range{end}"): (name, end) for name in ("Ins", "Del", "MoveFrom", "MoveTo") for end in ("Start", "End")}
_WRAPPERS = _SDT, _CUSTOM = _names("sdt", "customXml")

_ALL = (*_RUNS, *_CELLS, *_PROPERTIES, _NUMBERING, *_MOVES, *_WRAPPED)
MARKS = frozenset(_ALL)  # all that carries the number of a change; the end of a range has that of its start

# What a record of earlier properties does not speak of, so that it stays as it is (§17.13.5.29-38).
_APART = {
    _PPR: (_RPR, _SECTION),
    _RPR: _RUNS,
    qn("w:trPr"): _RUNS,
    qn("w:tcPr"): _CELLS,
    _SECTION: _names("headerReference", "footerReference"),
}
_FIRST = (_RPR, _SECTION)  # in these, that comes before the rest; elsewhere after it

# What stands beside or between paragraphs and prints nothing.
_MARKERS = frozenset(
    _names(
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "proofErr"),
        *("pPr", "rPr", "tcPr", "sectPr", "customXmlPr", "smartTagPr"),
    )
)
_RANGES = tuple(tag for tag in _MARKERS if not tag.endswith("Pr"))
_EMBRACING = frozenset(_names("r", "hyperlink", "smartTag", "customXml", "dir", "bdo", "fldSimple"))
# What must end with a paragraph (§17.4.65 of a cell; Word asks it of the others).
_HOLDERS = frozenset(_names("tc", "body", "footnote", "endnote", "comment", "hdr", "ftr", "txbxContent"))


@dataclass(frozen=True, slots=True)
class _Way:
    """Accepting or rejecting: the marks of what goes and of what stays, and whether properties become what they were."""

    gone: tuple[str, str]
    stays: tuple[str, str]
    gone_cell: str
    gone_wrappers: tuple[str, str]
    backwards: bool


_ACCEPT = _Way((_DEL, _FROM), (_INS, _TO), _CELL_DEL, ("Del", "MoveFrom"), False)
_REJECT = _Way((_INS, _TO), (_DEL, _FROM), _CELL_INS, ("Ins", "MoveTo"), True)


def accepted(root: Element) -> Element:
    """The part as it is once every change in it is accepted."""
    return _decided(root, _ACCEPT)


def rejected(root: Element) -> Element:
    """The part as it is once every change in it is rejected."""
    return _decided(root, _REJECT)


def is_tracked(root: Element) -> bool:
    """Whether a part holds any tracked change."""
    return next(root.iter(*_ALL), None) is not None


def _decided(root: Element, way: _Way) -> Element:
    root = deepcopy(root)
    _decide_wrappers(root, way)
    _decide_properties(root, way)
    _decide_rows_and_cells(root, way)
    _remove(root.iter(*_MOVES, *_WRAPPED))
    for node in [node for node in root.iter(*way.gone) if not _is_mark(node)]:
        _remove_with_embrace(node)
    unwrap(root, *way.stays)
    for paragraph in reversed(list(root.iter(_P))):
        if _has_mark(paragraph, f"{_PPR}/{_RPR}", way):
            _join_next(paragraph)
    _remove(root.iter(*_ALL))
    for node in root.iter(qn("w:delText"), qn("w:delInstrText")):
        node.tag = qn("w:t") if node.tag == qn("w:delText") else qn("w:instrText")
    return root


def _remove(nodes: Iterable[Element]) -> None:
    for node in list(nodes):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)


def _remove_with_embrace(node: Element) -> None:
    """Take out what goes, and the link or field that held nothing else."""
    parent = node.getparent()
    if parent is None:
        return
    parent.remove(node)
    if parent.tag in _EMBRACING and all(one.tag in _MARKERS for one in parent) and (above := parent.getparent()) is not None:
        at = above.index(parent)
        above[at : at + 1] = [one for one in parent if one.tag in _RANGES]


def _is_mark(node: Element) -> bool:
    """Whether a change stands in the properties of what it is about, and holds nothing itself."""
    parent = node.getparent()
    return parent is not None and parent.tag in (_RPR, qn("w:trPr"), _NUMBERED, _MATHS_PROPERTIES)


def _has_mark(node: Element, path: str, way: _Way) -> bool:
    return any(node.find(f"{path}/{mark}") is not None for mark in way.gone)


def _decide_wrappers(root: Element, way: _Way) -> None:
    """Content controls and custom XML that begin within a range that goes: what they hold takes their place (§17.13.5.4-11)."""
    ranges, gone = 0, []
    for node in root.iter(*_WRAPPERS, *_WRAPPED):
        kind, end = _WRAPPED.get(str(node.tag), ("", ""))
        if not kind:
            gone += [node] if ranges else []
        elif kind in way.gone_wrappers:
            ranges += 1 if end == "Start" else -1
    for node in gone:
        parent, content = node.getparent(), node.find(qn("w:sdtContent")) if node.tag == _SDT else node
        if parent is not None:
            at = parent.index(node)
            parent[at : at + 1] = [one for one in (() if content is None else content) if one.tag != qn("w:customXmlPr")]


def _decide_properties(root: Element, way: _Way) -> None:
    for change in list(root.iter(*_PROPERTIES)):
        properties = change.getparent()
        if properties is not None:
            properties.remove(change)
            if way.backwards:
                _put_back(properties, change)
    for mark in list(root.iter(*way.gone)):
        numbered = mark.getparent()
        if numbered is not None and numbered.tag == _NUMBERED:  # a paragraph that became numbered (§17.13.5.19)
            _remove((numbered,))


def _put_back(properties: Element, change: Element) -> None:
    """Give an element the properties that a change records, beside those of which it does not speak."""
    before = next((node for node in change if node.tag == properties.tag), None)
    apart = _APART.get(str(properties.tag), ())
    own = [node for node in properties if node.tag in apart]
    recorded = [node for node in (() if before is None else before) if node.tag not in apart]
    properties[:] = [*own, *recorded] if properties.tag in _FIRST else [*recorded, *own]


def drop_idle(root: Element) -> None:
    """Take out the records of earlier properties that are the same as those of now."""
    for change in list(root.iter(*_PROPERTIES)):
        properties = change.getparent()
        if properties is not None:
            apart = (*_APART.get(str(properties.tag), ()), str(change.tag))
            before = next((node for node in change if node.tag == properties.tag), None)
            if _written(properties, apart) == _written((() if before is None else before), apart):
                properties.remove(change)


def _written(properties: Iterable[Element], apart: tuple[str, ...]) -> list[bytes]:
    return sorted(etree.tostring(node, method="c14n", with_tail=False) for node in properties if node.tag not in apart)


# --- tables -----------------------------------------------------------------------------------------


def _decide_rows_and_cells(root: Element, way: _Way) -> None:
    for cell in list(root.iter(_CELL)):
        if cell.find(f"{qn('w:tcPr')}/{way.gone_cell}") is not None:
            _take_out(cell, _ROW)
    for row in list(root.iter(_ROW)):
        if _has_mark(row, qn("w:trPr"), way) or next(row.iter(_CELL), None) is None:
            _take_out(row, _TABLE)
    for table in list(root.iter(_TABLE)):
        if next(table.iter(_ROW), None) is None:
            _remove((table,))
    for merged in list(root.iter(_CELL_MERGE)):
        _decide_merge(merged, way)


def _take_out(node: Element, above: str) -> None:
    """Take out a row or a cell, with the content controls that it fills."""
    parent = node.getparent()
    while parent is not None and parent.tag != above and len(parent) == 1:
        node, parent = parent, parent.getparent()
        if node.tag == qn("w:sdtContent") and parent is not None:
            node, parent = parent, parent.getparent()
    if parent is not None:
        parent.remove(node)


def _decide_merge(merged: Element, way: _Way) -> None:
    """A cell that was joined with the one above it, or parted from it (§17.13.5.3)."""
    properties = merged.getparent()
    if properties is not None:
        _remove(properties.findall(qn("w:vMerge")))
        value = merged.get(qn("w:vMergeOrig" if way.backwards else "w:vMerge"))
        at = properties.index(merged)
        properties[at : at + 1] = [] if value is None else [w("vMerge", val="restart" if value == "rest" else "continue")]


# --- paragraphs -------------------------------------------------------------------------------------


def _join_next(paragraph: Element) -> None:
    """What a paragraph holds goes to the beginning of the next one; where there is none, an empty paragraph goes and another stays."""
    parent = paragraph.getparent()
    if parent is None:
        return
    held = [node for node in paragraph if node.tag != _PPR]
    between: list[Element] = []
    for node in _following(paragraph):
        if node.tag == _P:
            at = 1 if len(node) and node[0].tag == _PPR else 0
            node[at:at] = [*held, *between]
            parent.remove(paragraph)
            return
        if node.tag not in _MARKERS or node.tag == _SECTION:
            break
        between.append(node)
    if not any(_prints(node) for node in held) and _can_go(paragraph, parent):
        at = parent.index(paragraph)
        parent[at : at + 1] = [node for node in held if node.tag in _MARKERS]


def _following(node: Element) -> Iterator[Element]:
    following = node.getnext()
    while following is not None:
        yield following
        following = following.getnext()


def _prints(node: Element) -> bool:
    """Whether something of a paragraph shows, or is a control to fill in; what only embraces words shows what they do."""
    if node.tag in _EMBRACING:
        return any(_prints(one) for one in node)
    return node.tag not in _MARKERS


def _can_go(paragraph: Element, parent: Element) -> bool:
    """Whether what holds the paragraph still ends with one when it goes."""
    blocks = [node for node in parent if node is not paragraph and node.tag not in _MARKERS]
    return parent.tag not in _HOLDERS or bool(blocks and blocks[-1].tag != _TABLE)
