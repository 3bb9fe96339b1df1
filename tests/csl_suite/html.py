"""Marked text as the HTML of the public test suite."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefkit.cite import marks
from briefkit.cite.locales import Locale
from briefkit.cite.marks import FIRST_NOTE, SEAM, TERM, Run, runs

_TAGS = {
    marks.ITALIC: ("<i>", "</i>"),
    marks.OBLIQUE: ("<em>", "</em>"),
    marks.BOLD: ("<b>", "</b>"),
    marks.SUP: ("<sup>", "</sup>"),
    marks.SUB: ("<sub>", "</sub>"),
    marks.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    marks.UNDERLINE: ('<span style="text-decoration:underline;">', "</span>"),
    marks.BLOCK: ('\n\n    <div class="csl-block">', "</div>\n"),
    marks.LEFT: ('\n    <div class="csl-left-margin">', "</div>"),
    marks.RIGHT: ('<div class="csl-right-inline">', "</div>\n  "),
    marks.INDENT: ('<div class="csl-indent">', "</div>\n  "),
}
_NORMAL = {
    marks.ITALIC: '<span style="font-style:normal;">',
    marks.BOLD: '<span style="font-weight:normal;">',
    marks.SMALL_CAPS: '<span style="font-variant:normal;">',
}
_ENDS = {marks.ROMAN: marks.ITALIC, marks.MEDIUM: marks.BOLD, marks.NO_CAPS: marks.SMALL_CAPS}


_SUPERSCRIPTS = re.compile("[ªº²³¹ʰ-ʸˠ-ˤᴬ-ᵊᵐ-ᵡ⁰ⁱ⁴-⁹⁺-ⁿ]")


def to_html(text: str, locale: Locale, first_note: int = 0) -> str:
    """A tidied marked string as HTML; italics within italics turn to normal, quotation marks alternate."""
    return "".join(_pieces(text, locale, first_note))


def _pieces(text: str, locale: Locale, first_note: int) -> Iterator[str]:
    on: list[tuple[int, str]] = []  # kind, and what closes it
    for run in runs(text.replace(SEAM, "").replace(TERM, "")):
        if run.kind < 0:
            yield str(first_note) if run.text == FIRST_NOTE else _escaped(run.text)
        elif run.opens:
            opened, closed = _open(run, [kind for kind, _ in on], locale)
            on.append((run.kind, closed))
            yield opened
        else:
            yield on.pop()[1]


def _open(run: Run, on: list[int], locale: Locale) -> tuple[str, str]:
    if run.kind == marks.QUOTE:
        inner = "-inner" if on.count(marks.QUOTE) % 2 else ""
        return locale.term(f"open{inner}-quote"), locale.term(f"close{inner}-quote")
    if marks.NO_DECOR in on:
        return "", ""
    if run.kind == marks.NO_DECOR:
        active = [kind for kind in _NORMAL if _is_on(kind, on)]
        return "".join(_NORMAL[kind] for kind in active), "</span>" * len(active)
    base = _ENDS.get(run.kind, run.kind)
    active = _is_on(base, on)
    if run.kind in _ENDS:
        return (_NORMAL[base], "</span>") if active else ("", "")
    if active and run.kind in _NORMAL:
        return _NORMAL[run.kind], "</span>"
    return _TAGS.get(run.kind, ("", ""))


def _is_on(kind: int, on: list[int]) -> bool:
    """Whether a font holds here: each run of its own turns it over, an explicit normal ends it."""
    state = False
    for one in on:
        if one == kind:
            state = not state
        elif _ENDS.get(one) == kind:
            state = False
    return state


def _escaped(text: str) -> str:
    text = _SUPERSCRIPTS.sub(lambda found: f"\ue060{unicodedata.normalize('NFKC', found.group())}\ue061", text)
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return text.replace("\ue060", "<sup>").replace("\ue061", "</sup>")
