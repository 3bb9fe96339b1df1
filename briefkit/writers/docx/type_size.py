"""The size of a template's text: that of its style “Body Text”, through what it is based on (ECMA-376 Part 1 §17.7.4.17, §17.3.2.38)."""

from __future__ import annotations

from briefkit.ooxml import BadPackage, Element, parse, qn
from briefkit.ooxml.names import STYLES
from briefkit.writers.docx.look import read_look

_DEFAULT = 10.0  # what Word takes where nothing says so


def body_points(template: bytes) -> float:
    """The height of the text in points; 0 for a template that cannot be read."""
    try:
        look = read_look(template)
        root = parse(look.parts[look.kinds[STYLES]], look.kinds[STYLES])
    except BadPackage:
        return 0.0
    styles = {node.get(qn("w:styleId"), ""): node for node in root.iterfind(qn("w:style"))}
    style = styles.get(look.style("Body Text") or "")
    for _ in styles:  # as many steps as there are styles: a circle of them ends too
        if style is None or (found := _size(style.find(qn("w:rPr")))):
            break
        based = style.find(qn("w:basedOn"))
        style = styles.get(based.get(qn("w:val"), "")) if based is not None else None
    else:
        found = 0.0
    defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    return (found if style is not None else 0.0) or _size(defaults) or _DEFAULT


def _size(properties: Element | None) -> float:
    size = properties.find(qn("w:sz")) if properties is not None else None
    value = size.get(qn("w:val"), "") if size is not None else ""
    return int(value) / 2 if value.isascii() and value.isdecimal() else 0.0
