"""A style and those that it is based on, from which it has what it does not say itself (ECMA-376 Part 1 §17.7.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.ooxml import Element, qn

_ID, _VAL = qn("w:styleId"), qn("w:val")
_HANGING, _FIRST = qn("w:hanging"), qn("w:firstLine")


def styles_by_id(styles: Element) -> dict[str, Element]:
    """The styles of a template."""
    return {node.get(_ID, ""): node for node in styles.iterfind(qn("w:style"))}


def ancestry(style: Element | None, by_id: Mapping[str, Element]) -> Iterator[Element]:
    """A style, the one that it is based on, the one that that is based on …; a circle of them ends too."""
    seen: set[str] = set()
    while style is not None and style.get(_ID, "") not in seen:
        seen.add(style.get(_ID, ""))
        yield style
        based = style.find(qn("w:basedOn"))
        style = by_id.get(based.get(_VAL, "")) if based is not None else None


def hangs(name: str | None, styles: Element) -> bool:
    """Whether the first line of a style's paragraphs begins left of the others (§17.3.1.12)."""
    by_id = styles_by_id(styles)
    indents = (node for one in ancestry(by_id.get(name or ""), by_id) for node in one.iterfind(f"{qn('w:pPr')}/{qn('w:ind')}"))
    told = next((node for node in indents if node.get(_HANGING) or node.get(_FIRST)), None)
    return told is not None and told.get(_HANGING, "0") != "0"
