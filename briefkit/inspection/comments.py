"""Comments (ECMA-376 Part 1 §17.13.4): each is anchored, once and in order."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.inspection.word_file import ID, WordFile, nodes, values
from briefkit.messages import Message, say
from briefkit.ooxml import qn

_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_OURS = "briefkit"


def comment_problems(word: WordFile) -> Iterator[Message]:
    """Each comment has its sign in the body, after the end of its anchor, and each sign its comment."""
    there = [note.get(ID, "") for note in nodes(word.comments, "comment")]
    signs = values(word.body, "commentReference", ID)
    yield from (say("Comment {number} stands there more than once.", number=one) for one in sorted({*there}) if there.count(one) > 1)
    yield from (say("Comment {number} is not there.", number=one) for one in sorted({*signs} - {*there}))
    yield from (say("Comment {number} has no sign in the text.", number=one) for one in sorted({*there} - {*signs}))
    for name, story in word.stories[1:]:
        if any(values(story, mark, ID) for mark in _MARKS):
            yield say("{part} holds a comment: Word has them in the body alone.", part=name)
    yield from _out_of_order(word)


def _out_of_order(word: WordFile) -> Iterator[Message]:
    """An anchor begins, ends, and has its sign then; a sign without an anchor stands for its place alone."""
    steps = {qn(f"w:{mark}"): at for at, mark in enumerate(_MARKS)}
    found: dict[str, list[int]] = {}
    for node in word.body.iter(*steps):
        found.setdefault(node.get(ID, ""), []).append(steps[str(node.tag)])
    for number, order in sorted(found.items()):
        if order not in ([0, 1, 2], [2]):
            yield say("The anchor of comment {number} is broken.", number=number)


def signature_problems(word: WordFile) -> Iterator[Message]:
    """The program's own comments tell neither who built the file nor when. No check of any file: those of people are theirs."""
    for note in nodes(word.comments, "comment"):
        if note.get(qn("w:author")) != _OURS or note.get(qn("w:date")) is not None:
            yield say("Comment {number} tells who wrote it and when.", number=note.get(ID, ""))
