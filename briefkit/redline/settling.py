"""What an engine made, settled: its marks by one author of one date, numbered in order, and nothing of the machine or the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from briefkit.ooxml import Element, clean, element, parse, qn, relationships, serialize
from briefkit.ooxml.names import COMMENTS, CORE_PROPERTIES, SETTINGS
from briefkit.ooxml.tracked import MARKS, accepted, drop_idle
from briefkit.redline.documents import WordFile, forget_saves
from briefkit.redline.doubles import part_bookmarks, part_comments
from briefkit.redline.marks import Held, put_back

_P, _PPR, _NUMBERED, _NUMBERING = (qn(f"w:{name}") for name in ("p", "pPr", "numPr", "numberingChange"))
_AUTHOR, _DATE, _ID = qn("w:author"), qn("w:date"), qn("w:id")
_PLACE = "place"  # an attribute of paragraphs while they are compared


def settled(made: WordFile, new: WordFile, held: Held, author: str, day: date) -> dict[str, bytes]:
    """The parts of the redline: the same for the same two documents, author and date. `held` are the marks that were taken out for it."""
    roots = {part: made.root(part) for part in made.stories}
    _drop_numbers(roots[made.main], new.root(new.main))
    for part in made.of_kind(COMMENTS):
        part_comments(roots[made.main], roots[part])
    for root in roots.values():
        put_back(root, held)
        part_bookmarks(root)
        drop_idle(root)
        _write_moved_words(root)
        _sign(root, clean(author), f"{day.isoformat()}T00:00:00Z")
    _number(roots.values())
    roots |= {part: made.root(part) for part in made.of_kind(SETTINGS)}
    for root in roots.values():
        forget_saves(root)
    return {**made.parts, **{part: serialize(root) for part, root in roots.items()}, **_properties(made.parts, new.parts)}


def _drop_numbers(body: Element, new: Element) -> None:
    """Take out the numbers that paragraphs had, which Word counts itself, and the numbering that only served to record them."""
    changes = list(body.iter(_NUMBERING))
    paragraphs = list(body.iter(_P))
    for place, paragraph in enumerate(paragraphs):
        paragraph.set(_PLACE, str(place))
    pairs = zip(accepted(body).iter(_P), new.iter(_P), strict=False) if changes else ()
    unnumbered = {ours.get(_PLACE) for ours, theirs in pairs if theirs.find(f"{_PPR}/{_NUMBERED}") is None}
    for change in changes:
        paragraph = next(change.iterancestors(_P))
        for one in (change, *change.iterancestors(_NUMBERED)):
            parent = one.getparent()
            if parent is not None and (one is change or paragraph.get(_PLACE) in unnumbered):
                parent.remove(one)
    for paragraph in paragraphs:
        del paragraph.attrib[_PLACE]


def _write_moved_words(root: Element) -> None:
    """Words that were moved away are written as words: only those that were deleted are written as deleted (§17.13.5.22)."""
    for moved in root.iter(qn("w:moveFrom")):
        for node in moved.iter(qn("w:delText"), qn("w:delInstrText")):
            if next(node.iterancestors(qn("w:del")), None) is None:
                node.tag = qn("w:t") if node.tag == qn("w:delText") else qn("w:instrText")


def _sign(root: Element, author: str, moment: str) -> None:
    for node in root.iter(*MARKS):
        if node.get(_AUTHOR) is not None:
            node.set(_AUTHOR, author)
            node.set(_DATE, moment)


def _number(roots: Iterable[Element]) -> None:
    """Number the marks of all parts in order; the end of a range has the number of its start."""
    count = 0
    for root in roots:
        starts: dict[tuple[str, str], str] = {}
        for node in root.iter(*MARKS):
            tag, old = str(node.tag), node.get(_ID, "")
            if tag.endswith("RangeEnd"):
                node.set(_ID, starts.get((tag.removesuffix("End"), old), old))
            else:
                count += 1
                starts[tag.removesuffix("Start"), old] = str(count)
                node.set(_ID, str(count))


def _properties(made: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, bytes]:
    """The core properties: title and language of the new document; no author, no machine, no day."""
    parts = [link.target for link in relationships(made) if link.type == CORE_PROPERTIES and link.target in made]
    theirs = [link.target for link in relationships(new) if link.type == CORE_PROPERTIES and link.target in new]
    kept: list[Element] = []
    for part in theirs[:1]:
        root = parse(new[part], part)
        kept = [element(name, text=root.findtext(qn(name))) for name in ("dc:title", "dc:language") if root.findtext(qn(name))]
    return {part: serialize(element("cp:coreProperties", None, *kept)) for part in parts}
