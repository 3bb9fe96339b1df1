"""Formatting, affixes, quotes, cases, display and delimiters, as nodes of every kind share them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefkit.cite import marks
from briefkit.cite.marks import SEAM, wrapped
from briefkit.cite.textcase import change_case

_FONTS: Mapping[tuple[str, str], int] = {
    ("font-style", "italic"): marks.ITALIC,
    ("font-style", "oblique"): marks.OBLIQUE,
    ("font-style", "normal"): marks.ROMAN,
    ("font-variant", "small-caps"): marks.SMALL_CAPS,
    ("font-variant", "normal"): marks.NO_CAPS,
    ("font-weight", "bold"): marks.BOLD,
    ("font-weight", "light"): marks.LIGHT,
    ("font-weight", "normal"): marks.MEDIUM,
    ("text-decoration", "underline"): marks.UNDERLINE,
    ("text-decoration", "none"): marks.NO_LINE,
    ("vertical-align", "sup"): marks.SUP,
    ("vertical-align", "sub"): marks.SUB,
}
_DISPLAYS = {"block": marks.BLOCK, "left-margin": marks.LEFT, "right-inline": marks.RIGHT, "indent": marks.INDENT}


@dataclass(frozen=True, slots=True)
class Format:
    """The attributes of a node that shape its text."""

    fonts: tuple[int, ...] = ()
    prefix: str = ""
    suffix: str = ""
    quotes: bool = False
    case: str = ""
    strip_periods: bool = False
    display: int | None = None

    def font(self, text: str) -> str:
        for kind in self.fonts:
            text = wrapped(text, kind)
        return text

    def inner(self, text: str, language: str) -> str:
        """The text without its affixes and display."""
        if self.strip_periods:
            text = text.replace(".", "")
        if self.case:
            text = change_case(text, self.case, language)
        text = self.font(text)
        return wrapped(text, marks.QUOTE) if self.quotes else text

    def apply(self, text: str, language: str = "en") -> str:
        """The text as it stands in its place; nothing stays nothing."""
        if not text or self is PLAIN:
            return text
        text = self.affixed(self.inner(text, language))
        return wrapped(text, self.display) if self.display is not None else text

    def around(self, text: str) -> str:
        """The text with its affixes within the formatting, as a layout has them."""
        return self.font(self.affixed(text)) if text else ""

    def affixed(self, text: str) -> str:
        before = f"{self.prefix}{SEAM}" if self.prefix else ""
        after = f"{SEAM}{self.suffix}" if self.suffix else ""
        return f"{before}{text}{after}" if text else ""


PLAIN = Format()


def read_format(attributes: Mapping[str, str]) -> Format:
    """The format that an element's attributes describe."""
    fonts = tuple(kind for (name, value), kind in _FONTS.items() if attributes.get(name) == value)
    found = Format(
        fonts,
        attributes.get("prefix", ""),
        attributes.get("suffix", ""),
        attributes.get("quotes") == "true",
        attributes.get("text-case", ""),
        attributes.get("strip-periods") == "true",
        _DISPLAYS.get(attributes.get("display", "")),
    )
    return PLAIN if found == PLAIN else found


def joined(texts: Iterable[str], delimiter: str) -> str:
    """The texts that are there, with the delimiter between them; where nothing is said, a seam."""
    return (f"{SEAM}{delimiter}{SEAM}" if delimiter else SEAM).join(text for text in texts if text)
