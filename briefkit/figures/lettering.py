"""The letters of figures: two typefaces that have those of English, Russian and Kazakh, how wide words are, and how they are broken.

The serif one is Tinos, with the measures of Times New Roman, the other Arimo, with those of Arial. A letter that they lack comes from what
matplotlib brings along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

SERIF, SANS = "serif", "sans"
_FAMILIES = {SERIF: ("Briefkit Serif", "DejaVu Serif"), SANS: ("Briefkit Sans", "DejaVu Sans")}  # as the font files are named
_SANS_LIKE = ("arial", "aptos", "calibri", "carlito", "franklin", "futura", "gill", "helvetica", "roboto", "segoe", "tahoma", "trebuchet")
LEADING = 1.25  # from one line to the next, in heights of the type


def typeface_like(name: str) -> str:
    """The one of the two typefaces that goes with a document's own."""
    lower = name.casefold()
    sans = lower.startswith((*_SANS_LIKE, "verdana")) or "sans" in lower or "grotesk" in lower
    return SANS if sans and "serif" not in lower.replace("sans serif", "").replace("sans-serif", "") else SERIF


@cache
def _known() -> None:
    """Tell matplotlib of our typefaces, once."""
    from matplotlib.font_manager import fontManager

    for name in (SERIF, SANS):
        fontManager.addfont(str(files("briefkit.figures") / "type" / f"{name}.ttf"))


@dataclass(frozen=True)
class Letters:
    """Letters of one typeface at one height in points."""

    typeface: str
    points: float

    @cached_property
    def properties(self) -> Any:
        """The typeface as matplotlib names it."""
        from matplotlib.font_manager import FontProperties

        _known()
        return FontProperties(family=list(_FAMILIES[self.typeface]), size=self.points)

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.points * LEADING

    def width(self, words: str) -> float:
        """How wide words are, in points."""
        from matplotlib.textpath import text_to_path

        return float(text_to_path.get_text_width_height_descent(words, self.properties, ismath=False)[0]) if words else 0.0

    def lines(self, words: str, room: float) -> list[str]:
        """Words in lines that are no wider than the room there is; a word that alone is wider is broken where it must."""
        made: list[str] = []
        for word in (piece for whole in words.split(" ") if whole for piece in self._pieces(whole, room)):
            longer = f"{made[-1]} {word}" if made else word
            if made and self.width(longer) <= room:
                made[-1] = longer
            else:
                made.append(word)
        return made

    def _pieces(self, word: str, room: float) -> Iterator[str]:
        while len(word) > 1 and self.width(word) > room:
            fits = next((at for at in range(len(word) - 1, 1, -1) if self.width(word[:at]) <= room), 1)
            yield word[:fits]
            word = word[fits:]
        yield word

    def lacking(self, words: Iterable[str]) -> str:
        """The characters that no typeface has."""
        from matplotlib.font_manager import FontProperties, findfont, get_font

        _known()
        found = [get_font(findfont(FontProperties(family=[name]))).get_charmap() for name in _FAMILIES[self.typeface]]
        return "".join(dict.fromkeys(char for text in words for char in text if not any(ord(char) in known for known in found)))
