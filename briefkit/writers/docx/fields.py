"""Complex fields (ECMA-376 Part 1 §17.16.18): an instruction that Word can carry out again, and its result so far."""

from __future__ import annotations

from briefkit.ooxml import Element, element, w
from briefkit.writers.unbroken import HYPHEN


def run(*children: Element, style: str | None = None, language: str = "") -> Element:
    """A run, in a character style by id or in none; `language` (§17.3.2.20) is told where it is not the document's."""
    properties = [w("rStyle", val=style)] if style else []
    if language:
        properties.append(w("lang", val=language))
    return w("r", w("rPr", *properties) if properties else None, *children)


def text(words: str) -> Element:
    return element("w:t", {"xml:space": "preserve"}, text=words)


def mark(kind: str, style: str | None = None) -> Element:
    """One of a field's three marks: begin, separate, end."""
    return run(w("fldChar", fldCharType=kind), style=style)


def opening(instruction: str, style: str | None = None) -> list[Element]:
    """A field up to the place where its result begins."""
    code = element("w:instrText", {"xml:space": "preserve"}, text=f" {instruction} ".replace(HYPHEN, "-"))
    return [mark("begin", style), run(code, style=style), mark("separate", style)]


def field(instruction: str, result: str, style: str | None = None) -> list[Element]:
    """A whole field with a result of words, or with none so far."""
    return [*opening(instruction, style), *([run(text(result), style=style)] if result else []), mark("end", style)]
