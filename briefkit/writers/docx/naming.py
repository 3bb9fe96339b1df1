"""Names of bookmarks in a document to file: by their place in it, so that they tell nothing. In a draft they tell what they are around."""

from __future__ import annotations

import re

from briefkit.ooxml import Element, qn

_OF_CONTENTS = "_Toc"  # Word's own, of headings by their place
_WORD = re.compile(r"[^\s\"\\]+")


def name_by_place(*parts: Element) -> dict[str, str]:
    """Give the bookmarks new names, and all that refers to them; the new names by the old."""
    starts = [node for part in parts for node in part.iter(qn("w:bookmarkStart"))]
    old = [name for node in starts if not (name := node.get(qn("w:name"), "")).startswith(_OF_CONTENTS)]
    names = {name: f"_Ref{place:08}" for place, name in enumerate(dict.fromkeys(old), start=1)}
    for node in starts:
        _rename(node, "name", names)
    for part in parts:
        for node in part.iter(qn("w:hyperlink")):
            _rename(node, "anchor", names)
        for node in part.iter(qn("w:instrText")):
            if node.text and "_" in node.text:
                node.text = _WORD.sub(lambda word: names.get(word[0], word[0]), node.text)
    return names


def _rename(node: Element, key: str, names: dict[str, str]) -> None:
    name = node.get(qn(f"w:{key}"))
    if name in names:
        node.set(qn(f"w:{key}"), names[name])
