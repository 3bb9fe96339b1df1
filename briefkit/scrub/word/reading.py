"""The words of a Word file as a reader sees them: read by themselves before and after, so that scrubbing cannot change one unseen."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.ooxml import Element, qn
from briefkit.scrub.word.hidden import DRAWINGS, MATHS, OFF, RUNS, Hiding, is_hidden_drawing
from briefkit.scrub.word.package import Package

_TEXT = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011", qn("w:softHyphen"): "\u00ad"}
_T, _DELETED, _SYMBOL, _ROW, _CELL = (qn(f"w:{name}") for name in ("t", "delText", "sym", "tr", "tc"))
_MATHS = f"{MATHS}t"
_GONE = {
    "accept": (qn("w:del"), qn("w:moveFrom"), (qn("w:trPr"), qn("w:del")), (qn("w:tcPr"), qn("w:cellDel"))),
    "reject": (qn("w:ins"), qn("w:moveTo"), (qn("w:trPr"), qn("w:ins")), (qn("w:tcPr"), qn("w:cellIns"))),
}
_REFERENCES = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}


def decided_words(word: Package, way: str) -> dict[str, str]:
    """The letters of each story once all changes are decided, hidden ones too, whatever paragraph they come to stand in."""
    return {name: "".join(_decided(tree, way)) for name, tree in word.stories}


def _decided(node: Element, way: str) -> Iterator[str]:
    *runs, row, cell = _GONE[way]
    for child in node.iterchildren("{*}*"):
        if child.tag in runs or (child.tag == _ROW and _has(child, row)) or (child.tag == _CELL and _has(child, cell)):
            continue
        if child.tag in (_T, _MATHS) or (child.tag == _DELETED and way == "reject"):
            yield child.text or ""
        yield from _decided(child, way)


def _has(node: Element, path: tuple[str, str]) -> bool:
    return node.find("/".join(path)) is not None


def shown_words(word: Package, hiding: Hiding) -> str:
    """Body text with each note where its reference stands, then headers and footers; without what is hidden."""
    told = [_shown(word.trees[word.main], word, hiding)]
    names = {link.id: link.target for link in word.links.get(word.main, ())}
    for node in word.trees[word.main].iter(qn("w:headerReference"), qn("w:footerReference")):
        tree = word.trees.get(names.get(node.get(qn("r:id"), ""), ""))
        if tree is not None and node.get(qn("w:type"), "default") == "default":
            told.append(_shown(tree, word, hiding))
    return "\f".join(told)


def _shown(tree: Element, word: Package, hiding: Hiding) -> str:
    made: list[str] = []
    in_code: list[bool] = []
    for run in tree.iter(*RUNS):
        if not _in_hidden(run, hiding):
            hidden = hiding.hides(run)
            for child in run.iterchildren("{*}*"):
                _follow(child, in_code)
                if not hidden and not any(in_code):
                    made += _said(child, word, hiding)
    return "".join(made)


def _in_hidden(run: Element, hiding: Hiding) -> bool:
    """Whether a run stands in something hidden: a row, a drawing, or a box that hangs on a hidden run."""
    for around in run.iterancestors(_ROW, *DRAWINGS, *RUNS):
        if around.tag == _ROW:
            hidden = any(mark.get(qn("w:val"), "1") not in OFF for mark in around.iterfind(f"{qn('w:trPr')}/{qn('w:hidden')}"))
        else:
            hidden = is_hidden_drawing(around) if around.tag in DRAWINGS else hiding.hides(around)
        if hidden:
            return True
    return False


def _follow(child: Element, in_code: list[bool]) -> None:
    """Keep in mind in which fields' instructions the reading stands."""
    kind = child.get(qn("w:fldCharType")) if child.tag == qn("w:fldChar") else None
    if kind == "begin":
        in_code.append(True)
    elif kind == "separate" and in_code:
        in_code[-1] = False
    elif kind == "end" and in_code:
        in_code.pop()


def _said(child: Element, word: Package, hiding: Hiding) -> Iterator[str]:
    if child.tag in (_T, _MATHS):
        yield child.text or ""
    elif child.tag == _SYMBOL:
        yield f"[{child.get(qn('w:char'), '')}]"
    elif child.tag in _REFERENCES:
        number = child.get(qn("w:id"))
        for _, tree in word.of_kind(_REFERENCES[str(child.tag)]):
            notes = [note for note in tree if note.get(qn("w:id")) == number]
            yield from (f"[{_shown(note, word, hiding)}]" for note in notes)
    elif child.tag in _TEXT:
        yield _TEXT[str(child.tag)]
