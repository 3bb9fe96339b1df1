"""Comments to the drafter (ECMA-376 Part 1 §17.13.4): their texts, and the words that each is anchored to.

They have the program as their author and no date: nothing in a file tells who built it and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefkit.ooxml import Element, qn, w
from briefkit.writers.docx.fields import run

_AUTHOR = {"author": "briefkit", "initials": "bk"}
_ID = qn("w:id")


@dataclass(slots=True)
class Comments:
    """The comments of a document so far, and the two styles that they have, by id."""

    text_style: str | None = None
    sign_style: str | None = None
    made: list[Element] = field(default_factory=list)

    def add(self, lines: Sequence[Iterable[Element]]) -> int:
        """A comment (§17.13.4.2) of one paragraph for each line of runs; its id."""
        number = len(self.made)
        signs = [[run(w("annotationRef"), style=self.sign_style)], *([] for _ in lines[1:])]
        paragraphs = [self._paragraph(*sign, *content) for sign, content in zip(signs, lines, strict=True)]
        self.made.append(w("comment", *paragraphs, id=number, **_AUTHOR))
        return number

    def _paragraph(self, *content: Element) -> Element:
        return w("p", w("pPr", w("pStyle", val=self.text_style)) if self.text_style else None, *content)

    def sign(self, number: int) -> Element:
        """The run that refers to a comment (§17.13.4.5)."""
        return run(w("commentReference", id=number), style=self.sign_style)

    def around(self, numbers: Sequence[int], content: Iterable[Element]) -> list[Element]:
        """Elements that comments are anchored to (§17.13.4.3, §17.13.4.4), and the runs that refer to these."""
        signs = [mark for number in numbers for mark in (w("commentRangeEnd", id=number), self.sign(number))]
        return [*(w("commentRangeStart", id=number) for number in numbers), *content, *signs]


def comments_part(comments: Comments) -> Element | None:
    """The comments part (§17.13.4.6); None where there are none."""
    return w("comments", *comments.made) if comments.made else None


def anchor(paragraph: Element) -> None:
    """Anchor each comment that has only its sign so far to the words before it, or to the first words after it.

    Where there are no words beside it, as between two notes, it is anchored to its place alone.
    """
    anchored = {node.get(_ID) for node in paragraph.iter(qn("w:commentRangeStart"))}
    signs = [node for node in paragraph.iter(qn("w:commentReference")) if node.get(_ID) not in anchored]
    for sign in reversed(signs):  # backwards, so that the signs keep their order
        mark, number = sign.getparent(), sign.get(_ID, "")
        if mark is not None:
            _anchor(mark, w("commentRangeStart", id=number), w("commentRangeEnd", id=number))


def _anchor(mark: Element, start: Element, end: Element) -> None:
    before, after = _beside(mark, forwards=False), _beside(mark, forwards=True)
    if before is None and after is not None and _holds_words(after):
        after.addprevious(start)
        after.addnext(mark)
    elif before is not None and _holds_words(before):
        before.addprevious(start)
    else:
        mark.addprevious(start)
    mark.addprevious(end)


def _beside(mark: Element, forwards: bool) -> Element | None:
    """What stands before or after a sign in its paragraph or link, other comments and the bounds of bookmarks left aside."""
    passed = {qn(f"w:{name}") for name in ("pPr", "commentRangeStart", "commentRangeEnd", "bookmarkStart")}
    for node in mark.itersiblings(preceding=not forwards):
        if node.tag not in passed and node.find(qn("w:commentReference")) is None:
            return node
    return None


def _holds_words(node: Element) -> bool:
    return node.tag == qn("w:hyperlink") or (node.tag == qn("w:r") and node.find(qn("w:t")) is not None)


def after_second_note(body: Element) -> None:
    """Move the signs of comments that stand between the first two references to notes behind the second; their anchors stay.

    LibreOffice (7.4) gives every note another note's text where a comment's sign stands between these two.
    """
    between: list[Element] = []
    notes = 0
    for node in body.iter(qn("w:footnoteReference"), qn("w:commentReference")):
        mark = node.getparent()
        if node.tag == qn("w:footnoteReference"):
            notes += 1
            if notes == 2 and mark is not None:
                for sign in reversed(between):
                    mark.addnext(sign)
                return
        elif notes == 1 and mark is not None:
            between.append(mark)
