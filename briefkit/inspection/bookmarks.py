"""Bookmarks (ECMA-376 Part 1 §17.13.6), and all within a file that leads to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefkit.inspection.field_marks import Words, fields_of, switch
from briefkit.inspection.word_file import ID, WordFile, piece
from briefkit.messages import Message, say
from briefkit.ooxml import Element, qn

_START, _END, _NAME = qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:name")
_LONGEST = 40  # characters of a name that Word takes
REFERENCES = ("REF", "NOTEREF", "PAGEREF")


def bookmark_problems(word: WordFile) -> Iterator[Message]:
    """Bookmarks open and close once, in one part, and have names of their own; every field and inner link leads to one."""
    names = [node.get(_NAME, "") for _, story in word.stories for node in story.iter(_START)]
    counts = Counter(name.casefold() for name in names)  # Word takes two names for one that differ in case alone
    yield from (
        say("The bookmark {name} stands there more than once.", name=name) for name in _firsts(names) if counts[name.casefold()] > 1
    )
    yield from (say("The name of the bookmark {name} is too long for Word.", name=name) for name in names if len(name) > _LONGEST)
    yield from _unpaired(word)
    known = {name.casefold() for name in names}
    for _, story in word.stories:
        led = (name for name in sorted(_led_to(story)) if name.casefold() not in known)
        yield from (say("Something refers to the bookmark {name}, which is not there.", name=name) for name in led)


def _firsts(names: list[str]) -> list[str]:
    return list({name.casefold(): name for name in reversed(names)}.values())[::-1]


def _unpaired(word: WordFile) -> Iterator[Message]:
    taken: set[str] = set()
    for part, story in word.stories:
        opened: dict[str, str] = {}
        for node in story.iter(_START, _END):
            number = node.get(ID, "")
            if node.tag == _START:
                if number in taken:
                    yield say("Two bookmarks have the number {number}, {name} the second time.", number=number, name=node.get(_NAME, ""))
                taken.add(number)
                opened[number] = node.get(_NAME, "")
            elif opened.pop(number, None) is None:
                yield say("{part} has the end of a bookmark, {number}, that does not begin before it.", part=part, number=number)
        yield from (say("The bookmark {name} does not end.", name=name) for name in opened.values())


def _led_to(story: Element) -> set[str]:
    anchors = {node.get(qn("w:anchor"), "") for node in story.iter(qn("w:hyperlink"))}
    targets = {target for one in fields_of(story) if (target := target_of(one.words))}
    return {*anchors, *targets} - {"", "_top"}


def target_of(words: Words) -> str:
    """The bookmark that a field leads to; empty where it leads to none."""
    if words[0] in REFERENCES and len(words) > 1:
        return words[1]
    return switch(words, "\\l") or "" if words[0] == "HYPERLINK" else ""


def words_in_bookmarks(word: WordFile, wanted: set[str]) -> dict[str, str]:
    """What stands in each of these bookmarks, as a reference to it would show it."""
    found: dict[str, str] = {}
    for _, story in word.stories:
        opened: dict[str, str] = {}
        for node in story.iter(_START, _END, qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
            if node.tag == _END:
                opened.pop(node.get(ID, ""), None)
            elif node.tag == _START:
                if (name := node.get(_NAME, "")) in wanted and name not in found:
                    opened[node.get(ID, "")] = name
                    found[name] = ""
            else:
                for name in opened.values():
                    found[name] += piece(node)
    return found
