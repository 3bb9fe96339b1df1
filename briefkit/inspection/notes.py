"""Footnotes (ECMA-376 Part 1 §17.11): each has its reference, its number and the rule above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefkit.inspection.word_file import ID, TYPE, WordFile, nodes, notes_in, values
from briefkit.messages import Message, say
from briefkit.ooxml import Element, qn

_SEPARATORS = ("separator", "continuationSeparator")


def note_problems(word: WordFile) -> Iterator[Message]:
    """Each reference has its note, and each note one reference and its own number at its beginning."""
    for part, tag in ((word.notes, "footnote"), (word.endnotes, "endnote")):
        there = Counter(note.get(ID, "") for note in notes_in(part))
        referred = Counter(values(word.body, f"{tag}Reference", ID))
        yield from (say("Note {number} is referred to and is not there.", number=one) for one in referred if one not in there)
        yield from (say("Note {number} is there, and nothing refers to it.", number=one) for one in there if one not in referred)
        yield from (say("Note {number} stands there more than once.", number=one) for one in there if there[one] > 1)
        yield from (say("Note {number} is referred to more than once.", number=one) for one in referred if referred[one] > 1)
        yield from _unnumbered(word, part, tag)


def _unnumbered(word: WordFile, part: Element | None, tag: str) -> Iterator[Message]:
    own = {node.get(ID) for node in word.body.iter(qn(f"w:{tag}Reference")) if node.get(qn("w:customMarkFollows")) is None}
    for note in notes_in(part):
        if note.get(ID) in own and len(list(note.iter(qn(f"w:{tag}Ref")))) != 1:
            yield say("Note {number} does not show its number once.", number=note.get(ID, ""))


def separator_problems(word: WordFile) -> Iterator[Message]:
    """A file with footnotes has the rules that part these from the text, and its settings name them (§17.11.1, §17.11.9, §17.11.23)."""
    if not notes_in(word.notes):
        return
    rules = {note.get(TYPE, ""): note for note in nodes(word.notes, "footnote") if note.get(TYPE) in _SEPARATORS}
    named = {one.get(ID) for kept in nodes(word.settings, "footnotePr") for one in kept.iter(qn("w:footnote"))}
    for kind in _SEPARATORS:
        rule = rules.get(kind)
        if rule is None or rule.find(f".//{qn(f'w:{kind}')}") is None:
            yield say("The notes lack the rule “{kind}” above them.", kind=kind)
        elif rule.get(ID) not in named:
            yield say("The settings do not name the rule “{kind}” above the notes.", kind=kind)


def hanging_problems(word: WordFile) -> Iterator[Message]:
    """Where notes hang, a tab follows their number, so that all their lines begin below one another; elsewhere none does."""
    wrong = [note.get(ID, "") for note in notes_in(word.notes) if _hangs(note, word) is not None and _hangs(note, word) != _tabbed(note)]
    if wrong:
        yield say("Notes whose number does not hang as their style has it: {numbers}.", numbers=", ".join(wrong))


def _hangs(note: Element, word: WordFile) -> bool | None:
    """Whether the first line begins left of the others; None for a note without its number."""
    paragraph = note.find(qn("w:p"))
    if paragraph is None or paragraph.find(f".//{qn('w:footnoteRef')}") is None:
        return None
    return word.sheet.hangs(paragraph)


def _tabbed(note: Element) -> bool:
    """Whether a tab follows the number."""
    after = False
    for node in note.iter(qn("w:footnoteRef"), qn("w:tab"), qn("w:t")):
        if after:
            return node.tag == qn("w:tab")
        after = node.tag == qn("w:footnoteRef")
    return False
