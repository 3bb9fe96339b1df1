"""Styles (ECMA-376 Part 1 §17.7): each that is used is there, and the text has no formatting besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefkit.inspection.word_file import TYPE, WordFile, nodes, values
from briefkit.messages import Message, say, say_count
from briefkit.ooxml import Element, qn

_KINDS = (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table"))


def _names(*names: str) -> frozenset[str]:
    return frozenset(qn(f"w:{name}") for name in names)


# What properties may say besides a style: what the text is and where it stands, and not how it looks.
_PLAIN = {
    qn("w:rPr"): _names("rStyle", "lang", "noProof", "webHidden", "rtl", "cs", "ins", "del", "moveFrom", "moveTo", "rPrChange"),
    qn("w:pPr"): _names("pStyle", "numPr", "rPr", "sectPr", "bidi", "outlineLvl", "divId", "pPrChange"),
    qn("w:tblPr"): _names("tblStyle", "tblW", "tblLook", "tblLayout", "tblCaption", "tblDescription", "tblPrChange"),
    qn("w:trPr"): _names("cantSplit", "tblHeader", "gridBefore", "gridAfter", "wBefore", "wAfter", "ins", "del", "trPrChange"),
    qn("w:tcPr"): _names("tcW", "gridSpan", "vMerge", "hMerge", "cellIns", "cellDel", "cellMerge", "tcPrChange"),
}
_SEEN = 5  # how many properties a sentence names


def style_problems(word: WordFile) -> Iterator[Message]:
    """Every style that is used is there, and no two have one id."""
    defined = Counter((node.get(TYPE, "paragraph"), node.get(qn("w:styleId"), "")) for node in nodes(word.styles, "style"))
    ids = Counter(name for _, name in defined.elements())
    yield from (say("Two styles have the id {name}.", name=name) for name, count in ids.items() if count > 1)
    for tag, kind in _KINDS:
        used = {value for _, story in word.stories for value in values(story, tag)}
        yield from (say("There is no {kind} style {name}.", kind=kind, name=one) for one in sorted(used) if (kind, one) not in defined)


def formatting_problems(word: WordFile) -> Iterator[Message]:
    """The text looks as its styles say and no other way: the formatting of single words and paragraphs is lost with the next template."""
    for part, story in word.written:
        found = Counter(_formatting(story))
        if found:
            names = ", ".join(name for name, _ in found.most_common(_SEEN))
            yield say_count(
                "{part} has formatting beside its styles in one place ({names}).",
                "{part} has formatting beside its styles in {number} places ({names}).",
                found.total(),
                part=part,
                names=names,
            )


def _formatting(story: Element) -> Iterable[str]:
    for properties in story.iter(*_PLAIN):
        plain = _PLAIN[str(properties.tag)]
        yield from (str(one.tag).rpartition("}")[2] for one in properties if one.tag not in plain)
