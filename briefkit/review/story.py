"""A Word file that came back from review, as far as it is read: its paragraphs with tracked changes, its comments and their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from briefkit.messages import say
from briefkit.ooxml import BadPackage, Element, main_part, parse, qn, read_zip, relationships
from briefkit.ooxml.names import COMMENTS
from briefkit.yamlmarks import as_day

MOST_COMMENTS = 2_000
LONGEST = 4_000  # characters that are kept of anything that a reviewer wrote

_P, _T, _GONE, _ROW, _CELL = (qn(f"w:{name}") for name in ("p", "t", "delText", "tr", "tc"))
_SPACES = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_ADDED, _REMOVED = (qn("w:ins"), qn("w:moveTo")), (qn("w:del"), qn("w:moveFrom"))
_START, _END, _SIGN = (qn(f"w:comment{name}") for name in ("RangeStart", "RangeEnd", "Reference"))
_ID, _AUTHOR, _DATE = qn("w:id"), qn("w:author"), qn("w:date")
_REPLIES = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(slots=True)
class Line:
    """A paragraph: its words, each with its fate (“ins”, “del”, or “” for what was and is), and who changed them, and when."""

    row: Element | None
    cell: Element | None
    pieces: list[tuple[str, str]] = field(default_factory=list)
    changes: list[tuple[str, date | None]] = field(default_factory=list)

    @property
    def now(self) -> str:
        return "".join(words for words, fate in self.pieces if fate != "del")

    @property
    def was(self) -> str:
        return "".join(words for words, fate in self.pieces if fate != "ins")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: who says what, on which day; the words it is anchored to, the number of their line; what it answers."""

    by: str
    on: date | None
    text: str
    quoted: str
    line: int
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    lines: tuple[Line, ...]
    comments: tuple[Comment, ...]


def read_story(data: bytes) -> Story:
    """What a file holds. Raises BadPackage for what is no Word file, or none that is read: damaged, encrypted, too large, with entities."""
    parts = read_zip(data)
    main = main_part(parts)
    walk = _Walk()
    walk.through(parse(parts[main], main))
    names = {link.type: link.target for link in relationships(parts, main) if not link.external and link.target in parts}
    comments = parse(parts[names[COMMENTS]], names[COMMENTS]) if COMMENTS in names else None
    replies = parse(parts[names[_REPLIES]], names[_REPLIES]) if _REPLIES in names else None
    return Story(tuple(walk.lines), tuple(_comments(comments, replies, walk.anchors)) if comments is not None else ())


@dataclass(slots=True)
class _Anchor:
    """Where a comment stands: the line in which its words begin, and the words."""

    line: int | None = None
    words: str = ""


@dataclass(slots=True)
class _Walk:
    """One way through a body: its lines so far, where each comment stands, and which of these are open."""

    lines: list[Line] = field(default_factory=list)
    anchors: dict[str, _Anchor] = field(default_factory=dict)
    opened: dict[str, _Anchor] = field(default_factory=dict)

    def through(self, body: Element) -> None:
        for node in body.iter():
            if node.tag == _P:
                self.lines.append(Line(next(node.iterancestors(_ROW), None), next(node.iterancestors(_CELL), None)))
                self._anchored(" ")
            elif node.tag in (_START, _END, _SIGN):
                self._mark(node)
            elif self.lines and (node.tag in (_T, _GONE) or node.tag in _SPACES):
                self._pour(node)

    def _mark(self, node: Element) -> None:
        """A mark of a comment: its words begin, end, or its sign stands here. Words that begin between two paragraphs are of the next."""
        number, line = node.get(_ID, ""), len(self.lines) - 1
        if node.tag == _END:
            self.opened.pop(number, None)
            return
        anchor = self.anchors.setdefault(number, _Anchor())
        if len(self.anchors) > MOST_COMMENTS:
            raise BadPackage(say("it holds more than {number} comments", number=MOST_COMMENTS))
        if anchor.line is None and (node.tag == _SIGN or next(node.iterancestors(_P), None) is not None):
            anchor.line = line
        if node.tag == _START:
            self.opened[number] = anchor

    def _pour(self, node: Element) -> None:
        words = _SPACES.get(str(node.tag), node.text or "")
        change = next(node.iterancestors(*_ADDED, *_REMOVED), None)
        fate = "" if change is None else "del" if change.tag in _REMOVED or node.tag == _GONE else "ins"
        self.lines[-1].pieces.append((words, fate))
        if change is not None:
            self.lines[-1].changes.append((tidy(change.get(_AUTHOR, "")), _day(change)))
        if fate != "del":
            self._anchored(words)

    def _anchored(self, words: str) -> None:
        """Words that every open comment is about; one that has as many as a note holds is closed."""
        for number, anchor in tuple(self.opened.items()) if words else ():
            anchor.line = len(self.lines) - 1 if anchor.line is None else anchor.line
            anchor.words += words
            if len(anchor.words) > LONGEST:
                del self.opened[number]


def _day(node: Element) -> date | None:
    return as_day(node.get(_DATE, "")[:10])


# --- comments -------------------------------------------------------------------------------------


def _comments(comments: Element, replies: Element | None, anchors: Mapping[str, _Anchor]) -> Iterator[Comment]:
    nodes = list(comments.iterchildren(qn("w:comment")))
    answered = _answered(nodes, replies)
    for node in nodes:
        number = node.get(_ID, "")
        anchor = anchors.get(number, _Anchor())
        asked = answered.get(number)
        yield Comment(
            by=tidy(node.get(_AUTHOR, "")),
            on=_day(node),
            text=_said(node),
            quoted=tidy(anchor.words),
            line=-1 if anchor.line is None else anchor.line,
            asked=_said(asked) if asked is not None else "",
        )


def _said(comment: Element) -> str:
    return tidy(" ".join("".join(_words(paragraph)) for paragraph in comment.iter(_P)))


def _words(paragraph: Element) -> Iterator[str]:
    for node in paragraph.iter(_T, *_SPACES):
        yield _SPACES.get(str(node.tag), node.text or "")


def _answered(nodes: list[Element], replies: Element | None) -> dict[str, Element]:
    """The comment that each reply answers, by the reply's id: Word ties them by the last paragraph of each."""
    last = {_last(node): node for node in nodes}
    found: dict[str, Element] = {}
    for tie in replies.iter(f"{_W15}commentEx") if replies is not None else ():
        reply, parent = last.get(tie.get(f"{_W15}paraId", "")), last.get(tie.get(f"{_W15}paraIdParent", ""))
        if reply is not None and parent is not None:
            found[reply.get(_ID, "")] = parent
    return found


def _last(comment: Element) -> str:
    ids = [node.get(_PARA_ID, "") for node in comment.iter(_P)]
    return ids[-1] if ids else ""


def tidy(text: str) -> str:
    """What somebody wrote, in one line, without what a file of ours cannot hold, and not longer than a note may be."""
    kept = "".join(char if char.isprintable() else " " if char.isspace() else "" for char in text[: 4 * LONGEST])
    words = " ".join(kept.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def rows(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """The lines of each row of a table."""
    return (list(found) for row, found in groupby(lines, key=lambda line: line.row) if row is not None)
