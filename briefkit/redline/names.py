"""One name for one place: hidden bookmarks of the newer document named as in the older one, where they mark the same words.

Programs number such names anew whenever a paragraph or a note is added. Every field that leads to one behind it would then be another
field, and its whole paragraph another paragraph, where only a number that it shows has changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from briefkit.ooxml import Element, qn, serialize
from briefkit.redline.documents import WordFile

_P, _START, _NAME = qn("w:p"), qn("w:bookmarkStart"), qn("w:name")
_FIELDS = (qn("w:fldChar"), qn("w:instrText"), qn("w:t"))
_HIDDEN = re.compile(r"(?<![\w])_\w+")
_LONGEST = 40  # characters of a bookmark's name that Word takes


def named_as(new: WordFile, old: WordFile) -> WordFile:
    """The newer document with the older one's names for the places that both have."""
    theirs, ours = old.root(old.main), new.root(new.main)
    renamed = _renamed(theirs, ours)
    if not renamed:
        return new
    parts = dict(new.parts)
    for part in new.stories:
        root = ours if part == new.main else new.root(part)
        _rename(root, renamed)
        parts[part] = serialize(root)
    return replace(new, parts=parts)


def _renamed(old: Element, new: Element) -> dict[str, str]:
    """The names that change, and what they become: a name of the old document for the same place, or one that it does not have."""
    known, own = {name for names in _hidden(old) for name in names}, [name for names in _hidden(new) for name in names]
    same = dict(_pairs(old, new))
    taken = known | set(own)
    made: dict[str, str] = {}
    for name in own:
        wanted = same.get(name)
        if wanted is None and name in known:
            wanted = _free(name, taken)
        if wanted is not None and wanted != name:
            made[name] = wanted
    return made


def _free(name: str, taken: set[str]) -> str:
    number = 2
    while (free := f"{name[: _LONGEST - 5]}_{number}") in taken:
        number += 1
    taken.add(free)
    return free


def _pairs(old: Element, new: Element) -> Iterator[tuple[str, str]]:
    """Names of the new document with the old one's for the same places: in paragraphs that say the same, and in a run of changed ones."""
    theirs, ours = list(_hidden(old)), list(_hidden(new))
    matcher = SequenceMatcher(None, [_words(one) for one in old.iter(_P)], [_words(one) for one in new.iter(_P)])
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            for was, now in zip(theirs[first:last], ours[start:end], strict=True):
                yield from _alike(was, now)
        elif kind == "replace":
            yield from _alike(
                [name for names in theirs[first:last] for name in names], [name for names in ours[start:end] for name in names]
            )


def _alike(old: Iterable[str], new: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names in order, those that differ in their number alone, where there are as many of a kind."""
    kinds: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, names in enumerate((old, new)):
        for name in names:
            kinds[name.rstrip("0123456789")][side].append(name)
    for was, now in kinds.values():
        if len(was) == len(now):
            yield from zip(now, was, strict=True)


def _hidden(root: Element) -> Iterator[list[str]]:
    """The names of the hidden bookmarks in each paragraph; Word's own of where it was last edited is none."""
    for paragraph in root.iter(_P):
        starts = [node for node in paragraph.iter(_START) if next(node.iterancestors(_P)) is paragraph]
        yield [name for node in starts if (name := node.get(_NAME, "")).startswith("_") and name != "_GoBack"]


def _words(paragraph: Element) -> str:
    """The words of a paragraph without what its fields show."""
    words: list[str] = []
    shown = 0
    for node in paragraph.iter(*_FIELDS):
        kind = node.get(qn("w:fldCharType"))
        shown += (kind == "separate") - (kind == "end")
        words += [node.text or ""] if node.tag == qn("w:t") and shown <= 0 else []
    return "".join(words)


def _rename(root: Element, renamed: Mapping[str, str]) -> None:
    for node in root.iter(_START):
        node.set(_NAME, renamed.get(node.get(_NAME, ""), node.get(_NAME, "")))
    for node in root.iter(qn("w:hyperlink")):
        if (anchor := node.get(qn("w:anchor"), "")) in renamed:
            node.set(qn("w:anchor"), renamed[anchor])
    for node in root.iter(qn("w:fldSimple")):
        node.set(qn("w:instr"), _with_names(node.get(qn("w:instr"), ""), renamed))
    for code in _codes(root):
        text = "".join(node.text or "" for node in code)
        if (said := _with_names(text, renamed)) != text:
            for node in code:
                node.text = said if node is code[0] else ""


def _with_names(code: str, renamed: Mapping[str, str]) -> str:
    return _HIDDEN.sub(lambda found: renamed.get(found[0], found[0]), code)


def _codes(root: Element) -> Iterator[list[Element]]:
    """The pieces of each field's code: Word may split one wherever it was edited."""
    stack: list[list[Element]] = []
    for node in root.iter(*_FIELDS):
        kind = node.get(qn("w:fldCharType"))
        if kind == "begin":
            stack.append([])
        elif kind == "end" and stack:
            yield stack.pop()
        elif node.tag == qn("w:instrText") and stack:
            stack[-1].append(node)
