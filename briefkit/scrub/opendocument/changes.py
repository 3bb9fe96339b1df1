"""Tracked changes of an OpenDocument text, all accepted or all rejected (OpenDocument 1.3 part 3 §5.5)."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.messages import listed, say, say_count
from briefkit.ooxml import Element
from briefkit.scrub.found import CHANGE, Decisions, Finding, Unscrubbable, each_once
from briefkit.scrub.opendocument.package import TEXT, Package, local, named
from briefkit.scrub.packages import take_out, text_of

_TRACKED, _REGION, _START, _END, _POINT, _DELETION = named(
    TEXT, "tracked-changes", "changed-region", "change-start", "change-end", "change", "deletion"
)
_ID, _NUMBER = named(TEXT, "change-id", "id")
_PARAGRAPHS = named(TEXT, "p", "h")
_DC = "http://purl.org/dc/elements/1.1/"


def decided(text: Package, decisions: Decisions) -> Iterator[Finding]:
    """Accept every change unless all are to be rejected. Raises Unscrubbable for changes that only their program can reject."""
    for name, tree in text.texts:
        for tracked in list(tree.iter(_TRACKED)):
            regions = {region.get(_NUMBER, ""): region for region in tracked.iter(_REGION)}
            if regions:
                authors = each_once(text_of(node) for node in tracked.iter(f"{{{_DC}}}creator"))
                said = say_count(
                    "{number} tracked change, by: {names}", "{number} tracked changes, by: {names}", len(regions), names=listed(authors)
                )
                yield Finding(CHANGE, name, said)
            if decisions.changes == "reject":
                _reject(tree, regions)
            take_out(tracked)
        for mark in list(tree.iter(_START, _END, _POINT)):
            take_out(mark)


def _reject(tree: Element, regions: dict[str, Element]) -> None:
    """Put back what was deleted, and take out what was inserted, where both stand in running text."""
    kinds = {number: next((local(one) for one in region.iterchildren("{*}*")), "") for number, region in regions.items()}
    for start in list(tree.iter(_START)):
        if kinds.get(start.get(_ID, "")) == "insertion" and start.getparent() is not None:
            _take_inserted(tree, start)
    for point in [one for one in tree.iter(_POINT) if kinds.get(one.get(_ID, "")) == "deletion"]:
        _put_back(point, next(regions[point.get(_ID, "")].iterchildren(_DELETION)))


def _cannot() -> Unscrubbable:
    said = say("its tracked changes reach over lists, tables or sections")
    return Unscrubbable(said, say("reject them in the program that made it, and try again; or use --accept-changes"))


def _take_inserted(tree: Element, start: Element) -> None:
    """Words from one mark to the other; paragraphs between go, and the last one's rest joins the first one."""
    end = next((one for one in tree.iter(_END) if one.get(_ID) == start.get(_ID)), None)
    first, last = start.getparent(), end.getparent() if end is not None else None
    if end is None or first is None or last is None:
        raise _cannot()
    if first is last:
        _clear_between(start, end)
        return
    blocks = _blocks_between(first, last)
    if blocks is None:
        raise _cannot()
    _clear_after(start)
    rest = _taken_after(end)
    for block in (*blocks, last):
        take_out(block)
    _append(first, *rest)


def _blocks_between(first: Element, last: Element) -> list[Element] | None:
    """The paragraphs between two that stand beside each other; None where anything else does."""
    if first.tag not in _PARAGRAPHS or last.tag not in _PARAGRAPHS or first.getparent() is not last.getparent():
        return None
    blocks, block = [], first.getnext()
    while block is not None and block is not last:
        if block.tag not in _PARAGRAPHS:
            return None
        blocks.append(block)
        block = block.getnext()
    return blocks if block is last else None


def _clear_between(start: Element, end: Element) -> None:
    start.tail = None
    while (node := start.getnext()) is not None and node is not end:
        node.tail = None
        take_out(node)


def _clear_after(start: Element) -> None:
    start.tail = None
    while (node := start.getnext()) is not None:
        node.tail = None
        take_out(node)


def _taken_after(end: Element) -> tuple[str, list[Element]]:
    """The words and elements behind a mark, taken from there."""
    words, nodes = end.tail or "", []
    end.tail = None
    while (node := end.getnext()) is not None:
        nodes.append(node)
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)  # with its tail
    return words, nodes


def _append(paragraph: Element, words: str, nodes: list[Element]) -> None:
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + words
    else:
        paragraph.text = (paragraph.text or "") + words
    paragraph.extend(nodes)


def _put_back(point: Element, gone: Element) -> None:
    """What was deleted comes back where it stood; the first of its paragraphs joins the words before, the last those behind."""
    blocks = [one for one in gone.iterchildren("{*}*") if local(one) != "change-info"]
    host = point.getparent()
    if host is None or not blocks:
        return
    if any(one.tag not in _PARAGRAPHS for one in blocks) or (len(blocks) > 1 and host.tag not in _PARAGRAPHS):
        raise _cannot()
    rest = _taken_after(point)
    _append(host, blocks[0].text or "", list(blocks[0]))
    after = host
    for block in blocks[1:]:
        block.tail = None
        after.addnext(block)
        after = block
    _append(after, *rest)
