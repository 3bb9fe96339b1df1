"""The size and the typeface of a template's styles, through what they are based on (ECMA-376 Part 1 §17.7.4.3, §17.3.2.38)."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.ooxml import BadPackage, Element, parse, qn
from briefkit.ooxml.names import STYLES, THEME
from briefkit.writers.docx.ancestry import ancestry, styles_by_id
from briefkit.writers.docx.look import Look, read_look
from briefkit.writers.docx.package import Parts

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
    return next((size for one in _told_of(name, look, styles) if (size := _size(one))), _DEFAULT)


def typeface_of(name: str, look: Look, parts: Parts) -> str:
    """The typeface of a paragraph style's text (§17.3.2.26), that of the theme where the style leaves it to it; empty if none is told."""
    for properties in _told_of(name, look, parts.root(look.kinds[STYLES])):
        fonts = properties.find(qn("w:rFonts"))
        if fonts is not None and (theme := fonts.get(qn("w:asciiTheme"))):
            return _of_theme("major" if theme.startswith("major") else "minor", look, parts)
        if fonts is not None and (told := fonts.get(qn("w:ascii"))):
            return told
    return ""


def _of_theme(kind: str, look: Look, parts: Parts) -> str:
    """The Latin typeface of a theme, for headings or for text (Part 1 §20.1.4.1.24, §20.1.4.1.25)."""
    if THEME not in look.kinds:
        return ""
    latin = parts.root(look.kinds[THEME]).find(f".//{qn(f'a:{kind}Font')}/{qn('a:latin')}")
    return latin.get("typeface", "") if latin is not None else ""


def _told_of(name: str, look: Look, styles: Element) -> Iterator[Element]:
    """What a paragraph style tells of its text, then what those tell that it is based on, and the document's defaults."""
    by_id = styles_by_id(styles)
    for style in ancestry(by_id.get(look.style(name) or ""), by_id):
        yield from style.iterfind(qn("w:rPr"))
    yield from styles.iterfind(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")


def _size(properties: Element) -> float:
    size = properties.find(qn("w:sz"))
    value = size.get(qn("w:val"), "") if size is not None else ""
    return int(value) / 2 if value.isascii() and value.isdecimal() else 0.0
