"""The size of a template's styles, through what they are based on (ECMA-376 Part 1 §17.7.4.3, §17.3.2.38)."""

from __future__ import annotations

from briefkit.ooxml import BadPackage, Element, parse, qn
from briefkit.ooxml.names import STYLES
from briefkit.writers.docx.look import Look, read_look

_DEFAULT = 10.0  # what Word takes where nothing says so


def body_points(template: bytes) -> float:
    """The height of a template's text in points; 0 for one that cannot be read."""
    try:
        look = read_look(template)
        return points_of("Body Text", look, parse(look.parts[look.kinds[STYLES]], look.kinds[STYLES]))
    except (BadPackage, KeyError):
        return 0.0


def points_of(name: str, look: Look, styles: Element) -> float:
    """The height of a paragraph style's text in points; that of the document's defaults where the template lacks the style."""
    by_id = {node.get(qn("w:styleId"), ""): node for node in styles.iterfind(qn("w:style"))}
    style = by_id.get(look.style(name) or "")
    for _ in by_id:  # as many steps as there are styles: a circle of them ends too
        if style is None or _size(style.find(qn("w:rPr"))):
            break
        based = style.find(qn("w:basedOn"))
        style = by_id.get(based.get(qn("w:val"), "")) if based is not None else None
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    own = _size(style.find(qn("w:rPr"))) if style is not None else 0.0
    return own or _size(defaults) or _DEFAULT


def _size(properties: Element | None) -> float:
    size = properties.find(qn("w:sz")) if properties is not None else None
    value = size.get(qn("w:val"), "") if size is not None else ""
    return int(value) / 2 if value.isascii() and value.isdecimal() else 0.0
