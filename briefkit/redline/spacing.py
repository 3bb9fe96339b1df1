"""What follows the numbers of notes: a tab where notes hang behind them, else a space. Which of them is a matter of looks, and no change.

The engine loses its way where it differs: what it makes would not lead back to the older document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefkit.ooxml import Element, element, qn, serialize, w
from briefkit.ooxml.names import FOOTNOTES
from briefkit.redline.documents import WordFile

_R, _TAB, _T, _PROPERTIES = qn("w:r"), qn("w:tab"), qn("w:t"), qn("w:rPr")


def spaced_as(old: WordFile, new: WordFile) -> WordFile:
    """The older document with what follows the numbers of notes in the newer one, where that is the same in all its notes."""
    wanted = {tag for part in new.of_kind(FOOTNOTES) for _, tag in _following(new.root(part))}
    if len(wanted) != 1:
        return old
    parts = dict(old.parts)
    for part in old.of_kind(FOOTNOTES):
        root = old.root(part)
        others = [first for first, tag in _following(root) if tag not in wanted]
        for first in others:
            _to_space(first) if first.tag == _TAB else _to_tab(first)
        if others:
            parts[part] = serialize(root)
    return replace(old, parts=parts)


def _following(root: Element) -> Iterator[tuple[Element, str]]:
    """The tab or the text with a space that follows the number of each note, and which of them it is."""
    for sign in root.iter(qn("w:footnoteRef")):
        run = sign.getparent()
        after = next(run.itersiblings(), None) if run is not None and sign.getnext() is None else None
        first = next((node for node in after if node.tag != _PROPERTIES), None) if after is not None and after.tag == _R else None
        if first is not None and (first.tag == _TAB or (first.tag == _T and (first.text or "").startswith(" "))):
            yield first, str(first.tag)


def _to_tab(text: Element) -> None:
    text.addprevious(w("tab"))
    text.text = (text.text or "")[1:]
    run = text.getparent()
    if not text.text and run is not None:
        run.remove(text)


def _to_space(tab: Element) -> None:
    tab.addprevious(element("w:t", {"xml:space": "preserve"}, text=" "))
    run = tab.getparent()
    if run is not None:
        run.remove(tab)
