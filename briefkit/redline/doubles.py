"""What stands twice once words are moved: in the place that they leave and in the one that they reach, though its name may stand once."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy

from briefkit.ooxml import Element, qn

_ID, _NAME = qn("w:id"), qn("w:name")
_ANCHORS = tuple(qn(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def part_bookmarks(root: Element) -> None:
    """Leave a bookmark where it is once the changes are accepted: Word would keep the first of a name, wherever it stands (§17.13.6.2)."""
    starts = list(root.iter(qn("w:bookmarkStart")))
    staying = {node.get(_NAME) for node in starts if not _goes(node)}
    doubled = {node.get(_ID) for node in starts if _goes(node) and node.get(_NAME) in staying}
    for node in list(root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        parent = node.getparent()
        if node.get(_ID) in doubled and parent is not None:
            parent.remove(node)


def part_comments(body: Element, comments: Element) -> None:
    """Give the place that moved words leave a copy of each comment on them (§17.13.4.2: a comment has one anchor)."""
    counts = Counter(node.get(_ID, "") for node in body.iter(qn("w:commentReference")))
    there = {node.get(_ID, ""): node for node in comments.iterfind(qn("w:comment"))}
    free = max((int(number) for number in there if number.isdecimal()), default=0) + 1
    for number in (number for number, count in counts.items() if count > 1 and number in there):
        copied = deepcopy(there[number])
        copied.set(_ID, str(free))
        for node in copied.iter("{*}*"):
            for name in [name for name in node.attrib if str(name).endswith(("}paraId", "}textId"))]:
                del node.attrib[name]
        comments.append(copied)
        for anchor in [node for node in body.iter(*_ANCHORS) if node.get(_ID) == number and _goes(node)]:
            anchor.set(_ID, str(free))
        free += 1


def _goes(node: Element) -> bool:
    return next(node.iterancestors(qn("w:del"), qn("w:moveFrom")), None) is not None
