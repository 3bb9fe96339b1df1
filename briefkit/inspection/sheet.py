"""The styles of a Word file, each with what it takes from those that it is based on (ECMA-376 Part 1 §17.7.4.3) and from the defaults."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.ooxml import Element, qn

_VAL, _TYPE = qn("w:val"), qn("w:type")
_OFF = ("0", "false", "off", "none")


class Sheet:
    """The paragraph styles, by id."""

    def __init__(self, styles: Element | None) -> None:
        found = [] if styles is None else list(styles.iterfind(qn("w:style")))
        self._styles = {node.get(qn("w:styleId"), ""): node for node in reversed(found) if node.get(_TYPE, "paragraph") == "paragraph"}
        usual = (name for name, node in self._styles.items() if node.get(qn("w:default"), "0") not in _OFF)
        self._usual = next(usual, "")
        self._defaults = None if styles is None else styles.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}")
        self._known: dict[tuple[str, str], Element | None] = {}

    def style_of(self, paragraph: Element) -> str:
        """The id of a paragraph's style, or of the one that paragraphs have by default."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return named.get(_VAL, "") if named is not None else self._usual

    def name(self, style: str) -> str:
        """The name by which Word's user knows a style."""
        node = self._styles.get(style)
        name = node.find(qn("w:name")) if node is not None else None
        return name.get(_VAL, style) if name is not None else style

    def property_of(self, paragraph: Element, tag: str) -> Element | None:
        """A property of a paragraph, its own or that of its style (§17.3.1); None where nothing says anything of it."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn(f'w:{tag}')}")
        return own if own is not None else self.of_style(self.style_of(paragraph), tag)

    def of_style(self, style: str, tag: str) -> Element | None:
        """A property of paragraphs in a style."""
        if (style, tag) not in self._known:
            self._known[style, tag] = self._inherited(style, tag)
        return self._known[style, tag]

    def _inherited(self, style: str, tag: str) -> Element | None:
        path = f"{qn('w:pPr')}/{qn(f'w:{tag}')}"
        found = next((node.find(path) for node in self._line(style) if node.find(path) is not None), None)
        if found is None and self._defaults is not None:
            return self._defaults.find(qn(f"w:{tag}"))
        return found

    def _line(self, style: str) -> Iterator[Element]:
        """A style, the one that it is based on, the one that that is based on …"""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            based = self._styles[style].find(qn("w:basedOn"))
            style = based.get(_VAL, "") if based is not None else ""

    def tells_language(self, style: str) -> bool:
        """Whether a style has a language of its own."""
        return any(node.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None for node in self._line(style))

    def is_on(self, paragraph: Element, tag: str, usual: bool = False) -> bool:
        """Whether a paragraph has a property that is on or off; `usual` where nothing says so."""
        found = self.property_of(paragraph, tag)
        return usual if found is None else found.get(_VAL, "1") not in _OFF

    def hangs(self, paragraph: Element) -> bool:
        """Whether the first line begins left of the others; what an indent leaves open, a style below it says (§17.3.1.12)."""
        styles = [one.find(qn("w:pPr")) for one in self._line(self.style_of(paragraph))]
        indents = [one.find(qn("w:ind")) for one in (paragraph.find(qn("w:pPr")), *styles, self._defaults) if one is not None]
        named = [one for one in indents if one is not None and (one.get(qn("w:hanging")) or one.get(qn("w:firstLine")))]
        return bool(named) and named[0].get(qn("w:hanging"), "0") != "0"

    def outline(self, paragraph: Element) -> int | None:
        """The level of a heading, from 0 (§17.3.1.20); None for what is none."""
        found = self.property_of(paragraph, "outlineLvl")
        level = found.get(_VAL, "9") if found is not None else "9"
        return int(level) if level.isdecimal() and int(level) < 9 else None
