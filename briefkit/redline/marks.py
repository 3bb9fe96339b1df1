"""Fields that print nothing but mark a word for a table of authorities, of contents or an index (§17.16.5: TA, TC, XE, RD).

The engine takes a paragraph that holds one for another as soon as a word of it changes. So hidden bookmarks hold their places while it
compares, and they are put back after. What both documents say keeps the marks of the newer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from itertools import count

from briefkit.ooxml import Element, qn, serialize, w
from briefkit.redline.documents import WordFile
from briefkit.redline.texts import is_silent

Held = Mapping[str, tuple[Element, ...]]  # the fields by the names of their bookmarks

_R, _INS, _DEL = (qn(f"w:{name}") for name in ("r", "ins", "del"))
_CHAR, _CODE, _START, _END = (qn(f"w:{name}") for name in ("fldChar", "instrText", "bookmarkStart", "bookmarkEnd"))
_SIMPLE, _TYPE, _ID, _NAME = (qn(f"w:{name}") for name in ("fldSimple", "fldCharType", "id", "name"))
_CODES = frozenset((_CHAR, _CODE, qn("w:rPr")))  # what a run of nothing but a field's code holds
_WORDS = frozenset(qn(f"w:{name}") for name in ("r", "ins", "del", "hyperlink", "sdt", "smartTag", "fldSimple", "moveFrom", "moveTo"))
_FREE = 1_000_000  # above the numbers that other bookmarks have


def lifted(word: WordFile, side: str) -> tuple[WordFile, Held]:
    """A document with bookmarks in the places of its silent fields, and these; `side` tells the names of two documents apart."""
    parts, held = dict(word.parts), dict[str, tuple[Element, ...]]()
    numbers = count(1)
    for part in word.stories:
        root = word.root(part)
        found = list(_silent(root))
        for field in found:
            number = next(numbers)
            name = f"_Mark_{side}_{number}"
            field[0].addprevious(w("bookmarkStart", id=_FREE + number, name=name))
            field[0].addprevious(w("bookmarkEnd", id=_FREE + number))
            held[name] = field
            for node in field:
                _remove(node)
        if found:
            parts[part] = serialize(root)
    return replace(word, parts=parts), held


def put_back(root: Element, held: Held) -> None:
    """The fields in the places of their bookmarks: inserted or deleted where the words around them are."""
    for start in [node for node in root.iter(_START) if node.get(_NAME) in held]:
        field = [deepcopy(node) for node in held[start.get(_NAME, "")]]
        fate = _fate(start)
        if fate == _DEL:
            _delete(field)
        inside = next(start.iterancestors(_INS, _DEL), None) is not None
        made = field if inside or not fate else [w("ins" if fate == _INS else "del", *field, id=0, author="", date="")]
        for node in made:
            start.addprevious(node)
        ends = (node for node in root.iter(_END) if node.get(_ID) == start.get(_ID))
        for node in [start, *list(ends)[:1]]:
            _remove(node)


def _fate(start: Element) -> str:
    """What becomes of the words around a place: `w:ins`, `w:del`, or nothing."""
    around = next(start.iterancestors(_INS, _DEL), None)
    if around is not None:
        return str(around.tag)
    beside = (next((one for one in start.itersiblings(preceding=before) if one.tag in _WORDS), None) for before in (True, False))
    fates = {str(one.tag) for one in beside if one is not None}
    return fates.pop() if len(fates) == 1 and fates <= {_INS, _DEL} else ""


def _delete(field: Iterable[Element]) -> None:
    for node in field:
        for code in list(node.iter(_CODE)):
            code.tag = qn("w:delInstrText")


def _silent(root: Element) -> Iterator[tuple[Element, ...]]:
    """The runs of each silent field that stands by itself, or its one element."""
    for node in list(root.iter(_SIMPLE)):
        if is_silent(node.get(qn("w:instr"), "")):
            yield (node,)
    for parent in {node.getparent(): None for node in root.iter(_R) if node.find(_CHAR) is not None}:
        if parent is not None:
            yield from _in_runs(parent)


def _in_runs(parent: Element) -> Iterator[tuple[Element, ...]]:
    """The silent fields among the children of a paragraph, or of what stands in one."""
    depth = 0
    runs: list[Element] = []
    for node in list(parent):
        kinds = [one.get(_TYPE) for one in node.iter(_CHAR)]
        if depth or kinds:
            runs.append(node)
        depth += kinds.count("begin") - kinds.count("end")
        if runs and depth <= 0:
            if _is_code(runs) and is_silent("".join(one.text or "" for run in runs for one in run.iter(_CODE))):
                yield tuple(runs)
            depth, runs = 0, []


def _is_code(runs: Iterable[Element]) -> bool:
    return all(run.tag == _R and all(node.tag in _CODES for node in run) for run in runs)


def _remove(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
