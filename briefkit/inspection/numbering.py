"""Numbering (ECMA-376 Part 1 §17.9): what is used is there; and the numbers that Word will show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefkit.inspection.numerals import numeral
from briefkit.inspection.word_file import VAL, WordFile, nodes, values
from briefkit.messages import Message, say
from briefkit.ooxml import Element, qn

_NUM, _KIND, _LEVEL = qn("w:numId"), qn("w:abstractNumId"), qn("w:ilvl")
_LEVELS = 9


def numbering_problems(word: WordFile) -> Iterator[Message]:
    """Every numbering that is used is there, once, and is an instance of a definition that is."""
    numbers = Counter(node.get(_NUM, "") for node in nodes(word.numbering, "num"))
    kinds = Counter(node.get(_KIND, "") for node in nodes(word.numbering, "abstractNum"))
    roots = [story for _, story in word.stories] + ([word.styles] if word.styles is not None else [])
    used = {value for root in roots for value in values(root, "numId")} - {"0"}
    yield from (say("There is no numbering {number}.", number=value) for value in sorted(used - set(numbers)))
    yield from (say("The numbering {number} stands there more than once.", number=one) for one in numbers if numbers[one] > 1)
    yield from (say("The definition {number} of a numbering stands there more than once.", number=one) for one in kinds if kinds[one] > 1)
    instances = {value for node in nodes(word.numbering, "num") for value in values(node, "abstractNumId")}
    yield from (say("There is no definition {number} of a numbering.", number=value) for value in sorted(instances - set(kinds)))
    lists = Counter(value for node in nodes(word.numbering, "abstractNum") for value in values(node, "nsid"))
    yield from (say("Word takes two definitions of a numbering for one: {name}.", name=name) for name in lists if lists[name] > 1)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    style: str


@dataclass(slots=True)
class _Lists:
    """The definitions, and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by definition
    kinds: dict[str, str] = field(default_factory=dict)  # numbering -> definition
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)  # first numbers that a numbering has for itself
    counts: dict[str, list[int]] = field(default_factory=dict)

    def count(self, number: str, level: int) -> str | None:
        """The next number of a list at a level, as it is shown; None where nobody can tell."""
        kind = self.kinds.get(number, "")
        levels = self.levels.get(kind, {})
        if level not in levels:
            return None
        counts = self.counts.setdefault(kind, [0] * _LEVELS)
        start = self.restarts.pop((number, level), None)
        counts[level] = start if start is not None else counts[level] + 1 if counts[level] else levels[level].start
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return _written(levels, level, counts)


def _written(levels: dict[int, _Level], level: int, counts: list[int]) -> str | None:
    """A number in the words of its level, which may show those above it."""
    shown = levels[level].text
    for name in re.findall(r"%[1-9]", shown):
        at = int(name[1]) - 1
        number = numeral(counts[at] or levels[at].start, levels[at].form) if at in levels else None
        if number is None:
            return None
        shown = shown.replace(name, number)
    return None if levels[level].form == "bullet" else shown


def paragraph_numbers(word: WordFile) -> dict[str, str | None]:
    """The number of the paragraph in which each bookmark begins, without the full stop after it; None where nobody can tell."""
    lists, found = _read(word.numbering), dict[str, str | None]()
    waiting: list[str] = []
    number: str | None = ""
    for node in word.body.iter(qn("w:p"), qn("w:bookmarkStart")):
        if node.tag == qn("w:p"):
            number = _number(node, word, lists)
            found.update(dict.fromkeys(waiting, number))
            waiting.clear()
        elif next(node.iterancestors(qn("w:p")), None) is None:
            waiting.append(node.get(qn("w:name"), ""))
        else:
            found[node.get(qn("w:name"), "")] = number
    return found


def _number(paragraph: Element, word: WordFile, lists: _Lists) -> str | None:
    """The number that a paragraph shows; empty for none, None where nobody can tell."""
    named = _numbered(paragraph, word, lists)
    if named is None:
        return ""
    shown = lists.count(*named)
    return shown.rstrip(".") if shown is not None else None


def _numbered(paragraph: Element, word: WordFile, lists: _Lists) -> tuple[str, int] | None:
    own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    style = word.sheet.style_of(paragraph)
    of_style = word.sheet.of_style(style, "numPr")
    number = _value(own, "numId") or _value(of_style, "numId")
    if number in ("", "0"):
        return None
    level = _value(own, "ilvl") or _value(of_style, "ilvl")
    if level.isdecimal():
        return number, int(level)
    levels = lists.levels.get(lists.kinds.get(number, ""), {})
    return number, next((at for at, one in levels.items() if one.style == style), 0)


def _read(numbering: Element | None) -> _Lists:
    lists = _Lists()
    for kind in nodes(numbering, "abstractNum"):
        levels = kind.iterfind(qn("w:lvl"))
        lists.levels[kind.get(_KIND, "")] = {int(one.get(_LEVEL, "0")): _level(one) for one in levels}
    for instance in nodes(numbering, "num"):
        number = instance.get(_NUM, "")
        lists.kinds[number] = _value(instance, "abstractNumId")
        for override in instance.iterfind(qn("w:lvlOverride")):
            if start := _value(override, "startOverride"):
                lists.restarts[number, int(override.get(_LEVEL, "0"))] = int(start)
    return lists


def _level(node: Element) -> _Level:
    start = _value(node, "start")
    return _Level(
        int(start) if start.isdecimal() else 0, _value(node, "numFmt") or "decimal", _value(node, "lvlText"), _value(node, "pStyle")
    )


def _value(parent: Element | None, name: str) -> str:
    node = parent.find(qn(f"w:{name}")) if parent is not None else None
    return node.get(VAL, "") if node is not None else ""
