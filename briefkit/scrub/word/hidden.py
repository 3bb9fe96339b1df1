"""Text of a Word file that no reader sees: hidden words, formulas and rows, notes without a reference, headers that no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.messages import say
from briefkit.ooxml import Element, qn
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.packages import take_out, text_of
from briefkit.scrub.word.fields import fields_of
from briefkit.scrub.word.package import Package

VAL, ID, TYPE = qn("w:val"), qn("w:id"), qn("w:type")
_P, _RPR, _PPR, _VANISH = (qn(f"w:{name}") for name in ("p", "rPr", "pPr", "vanish"))
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RUNS = (qn("w:r"), f"{MATHS}r")  # a run of a formula is hidden as any other is
_PROPERTIES = (_RPR, f"{MATHS}rPr")
DRAWINGS = (qn("w:drawing"), qn("w:pict"))
_NOT_SHOWN = re.compile(r"visibility:\s*hidden")
OFF = ("0", "false", "off")
# What a hidden run may hold and must keep: marks of fields such as those of a table of authorities, and the numbers of notes.
_HOLDING = {
    qn(f"w:{name}") for name in ("rPr", "fldChar", "instrText", "delInstrText", "footnoteRef", "endnoteRef", "annotationRef", "separator")
} | {qn("w:continuationSeparator"), qn("w:commentReference"), qn("w:lastRenderedPageBreak"), f"{MATHS}rPr"}
_NOTES = (("footnotes", qn("w:footnote"), qn("w:footnoteReference")), ("endnotes", qn("w:endnote"), qn("w:endnoteReference")))


@dataclass(frozen=True, slots=True)
class Hiding:
    """Which styles hide text: paragraph and character styles by id, and those of paragraphs and runs that name none."""

    hiding: frozenset[str]
    always: bool
    usual: frozenset[str]

    def hides(self, run: Element) -> bool:
        """Whether a run is hidden, by itself or by the styles of its words and its paragraph (§17.7.3, §17.3.2.41)."""
        properties = run.find(_RPR)
        own = properties.find(_VANISH) if properties is not None else None
        if own is not None:
            return own.get(VAL, "1") not in OFF
        if not self.hiding:
            return self.always
        return ((self._named(properties, "w:rStyle") or False) != self._paragraph(run)) or self.always

    def _paragraph(self, run: Element) -> bool:
        paragraph = next(run.iterancestors(_P), None)
        properties = paragraph.find(_PPR) if paragraph is not None else None
        named = self._named(properties, "w:pStyle")
        return bool(self.usual & self.hiding) if named is None else named

    def _named(self, properties: Element | None, tag: str) -> bool | None:
        style = properties.find(qn(tag)) if properties is not None else None
        return None if style is None else style.get(VAL, "") in self.hiding


def hiding_of(word: Package) -> Hiding:
    """What the styles of a file hide."""
    styles = {node.get(qn("w:styleId"), ""): node for _, tree in word.of_kind("styles") for node in tree.iter(qn("w:style"))}
    usual = frozenset(
        name for name, node in styles.items() if node.get(qn("w:default")) in ("1", "true", "on") and node.get(TYPE) == "paragraph"
    )
    defaults = [node for _, tree in word.of_kind("styles") for node in tree.iter(qn("w:rPrDefault"))]
    always = any(node.get(VAL, "1") not in OFF for one in defaults for node in one.iter(_VANISH))
    return Hiding(frozenset(name for name in styles if _style_hides(name, styles)), always, usual)


def _style_hides(name: str, styles: dict[str, Element], depth: int = 0) -> bool:
    node = styles.get(name)
    if node is None or depth > len(styles):
        return False
    properties = node.find(_RPR)
    own = properties.find(_VANISH) if properties is not None else None
    if own is not None:
        return own.get(VAL, "1") not in OFF
    above = node.find(qn("w:basedOn"))
    return above is not None and _style_hides(above.get(VAL, ""), styles, depth + 1)


def hidden_pieces(tree: Element, hiding: Hiding) -> Iterator[Element]:
    """What hidden runs show or would show, but nothing in the instruction of a field, which is not text."""
    coded = {node for one in fields_of(tree) for node in one.code}
    for run in tree.iter(*RUNS):
        if any(child.tag not in _HOLDING for child in run) and hiding.hides(run):
            yield from (child for child in run if child.tag not in _HOLDING and child not in coded)


def dropped_hidden(word: Package) -> Iterator[Finding]:
    """Take out what is hidden, then the notes that nothing refers to."""
    hiding = hiding_of(word)
    for name, tree in word.stories:
        yield from _pieces(name, tree, hiding)
        yield from _rows(name, tree)
        yield from _drawings(name, tree)
    yield from _notes(word)
    yield from _headers(word)


def _pieces(part: str, tree: Element, hiding: Hiding) -> Iterator[Finding]:
    by_paragraph: dict[Element | None, list[Element]] = {}
    for node in hidden_pieces(tree, hiding):
        by_paragraph.setdefault(next(node.iterancestors(_P), None), []).append(node)
    for nodes in by_paragraph.values():
        words = "".join(map(text_of, nodes))
        yield Finding("hidden", part, say("hidden text: “{words}”", words=brief(words)))
        for node in nodes:
            run = node.getparent()
            take_out(node)
            if run is not None and all(one.tag in _PROPERTIES for one in run):
                _take_out_run(run)


def _take_out_run(run: Element) -> None:
    """Take out a run, and the formula around it where it was the last: programs show empty places in it."""
    formulas = list(run.iterancestors(f"{MATHS}oMath", f"{MATHS}oMathPara"))
    take_out(run)
    for formula in formulas:
        if next(formula.iter(*RUNS), None) is None:
            take_out(formula)


def _rows(part: str, tree: Element) -> Iterator[Finding]:
    for mark in list(tree.iter(qn("w:hidden"))):
        row = next(mark.iterancestors(qn("w:tr")), None)
        if row is None or mark.get(VAL, "1") in OFF:
            continue
        yield Finding("hidden", part, say("hidden row of a table: “{words}”", words=brief(text_of(row))))
        table = row.getparent()
        take_out(row)
        if table is not None and next(table.iter(qn("w:tr")), None) is None and table.tag == qn("w:tbl"):
            take_out(table)


def is_hidden_drawing(drawing: Element) -> bool:
    """Whether a drawing is set not to be shown (§20.4.2.5; an old one by its style)."""
    shapes = (node for node in drawing.iterchildren("{urn:schemas-microsoft-com:vml}*") if _NOT_SHOWN.search(node.get("style", "")))
    return next(shapes, None) is not None or any(node.get("hidden") in ("1", "true") for node in drawing.iterfind("./*/{*}docPr"))


def _drawings(part: str, tree: Element) -> Iterator[Finding]:
    for drawing in [one for one in tree.iter(*DRAWINGS) if is_hidden_drawing(one)]:
        take_out(drawing)
        yield Finding("hidden", part, say("A hidden picture or drawing."))


def _notes(word: Package) -> Iterator[Finding]:
    for kind, tag, reference in _NOTES:
        used = {node.get(ID) for _, tree in word.stories for node in tree.iter(reference)}
        for name, tree in word.of_kind(kind):
            for note in list(tree.iter(tag)):
                if note.get(TYPE, "normal") == "normal" and note.get(ID) not in used:
                    yield Finding("hidden", name, say("note that nothing refers to: “{words}”", words=_words(note)))
                    take_out(note)


def _words(node: Element) -> str:
    return brief(" ".join(text_of(one) for one in node.iter(_P)))


def _headers(word: Package) -> Iterator[Finding]:
    """Headers for first or even pages in a document that has none of these."""
    body = word.trees[word.main]
    first = any(node.get(VAL, "1") not in OFF for node in body.iter(qn("w:titlePg")))
    even = any(node.get(VAL, "1") not in OFF for _, tree in word.of_kind("settings") for node in tree.iter(qn("w:evenAndOddHeaders")))
    shown = {"default", *(["first"] if first else []), *(["even"] if even else [])}
    targets = {link.id: link.target for link in word.links.get(word.main, ())}
    for node in list(body.iter(qn("w:headerReference"), qn("w:footerReference"))):
        if node.get(TYPE, "default") not in shown:
            take_out(node)
            part = targets.get(node.get(qn("r:id"), ""), "")
            held = word.trees.get(part)
            words = _words(held) if held is not None else ""
            if words.strip():
                yield Finding("hidden", part, say("header or footer that no page shows: “{words}”", words=words))
