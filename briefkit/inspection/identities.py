"""What has a number or a name of its own in a file: no two things have the same one, and what is named is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefkit.inspection.word_file import VAL, WordFile
from briefkit.messages import Message, say
from briefkit.ooxml import qn

_RELATIONSHIP = (qn("r:id"), qn("r:embed"), qn("r:link"))
_DRAWING = qn("wp:docPr")


def link_problems(word: WordFile) -> Iterator[Message]:
    """Every relationship that a part names is one that it has (Part 2 §6.5)."""
    for name, story in word.stories:
        used = {value for node in story.iter("{*}*") for key in _RELATIONSHIP if (value := node.get(key))}
        yield from (
            say("{part} names the link {link}, which is not there.", part=name, link=one) for one in sorted(used - word.links[name])
        )


def identity_problems(word: WordFile) -> Iterator[Message]:
    """Content controls and drawings have numbers of their own (§17.5.2.18, §20.4.2.5)."""
    controls = Counter(node.get(VAL, "") for _, story in word.stories for node in story.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}"))
    drawings = Counter(node.get("id", "") for _, story in word.stories for node in story.iter(_DRAWING))
    yield from (say("Two content controls have the number {number}.", number=one) for one in controls if controls[one] > 1)
    yield from (say("Two drawings have the number {number}.", number=one) for one in drawings if drawings[one] > 1)


def control_problems(word: WordFile) -> Iterator[Message]:
    """A content control of the text holds something, and its tag is one that Word takes (§17.5.2.42)."""
    for _, story in word.written:
        for control in story.iter(qn("w:sdt")):
            tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
            name = tag.get(VAL, "") if tag is not None else ""
            content = control.find(qn("w:sdtContent"))
            if content is None or not len(content):
                yield say("The content control “{name}” is empty.", name=name)
            if len(name) > _LONGEST:
                yield say("The tag “{name}” of a content control is too long for Word.", name=name)


_LONGEST = 64  # characters of a tag
