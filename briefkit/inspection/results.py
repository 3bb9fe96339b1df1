"""What fields show now is what Word will show once it brings them up to date (ECMA-376 Part 1 §17.16.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefkit.inspection.bookmarks import words_in_bookmarks
from briefkit.inspection.field_marks import Words, fields_of, switch
from briefkit.inspection.numbering import paragraph_numbers
from briefkit.inspection.word_file import ID, WordFile, nodes
from briefkit.messages import Message, say
from briefkit.ooxml import qn

_OF_PARAGRAPHS = ("\\r", "\\n", "\\w")  # a reference to the number of a paragraph rather than to its words
_UNTOUCHED = ("MERGEFORMAT", "CHARFORMAT")  # what says how a result looks, and not what it is
_LISTED = ("numStart", "numRestart", "numFmt")


@dataclass(frozen=True, slots=True)
class _Targets:
    """What references to each bookmark show: the number of its paragraph, of its note, or its words."""

    paragraphs: Mapping[str, str | None]
    notes: Mapping[str, str]
    words: Mapping[str, str]


def result_problems(word: WordFile) -> Iterator[Message]:
    """What a live reference shows is what its target has."""
    read = ((one.words, one.result) for _, story in word.stories for one in fields_of(story))
    referring = [(words, result) for words, result in read if words[0] in ("REF", "NOTEREF") and len(words) > 1]
    wanted = {words[1] for words, _ in referring}
    targets = _Targets(paragraph_numbers(word), _note_numbers(word), words_in_bookmarks(word, wanted))
    counted = _counts_as_usual(word)
    for words, result in referring:
        if words[1] not in targets.words or (words[0] == "NOTEREF" and not counted):
            continue  # there is no such bookmark, which is reported; or nobody can tell the numbers of notes
        found = _right(words, targets)
        if found == "":
            yield say("The field {field} leads to nothing that has a number.", field=" ".join(words))
        elif found is not None and " ".join(found.split()) != " ".join(result.split()):
            yield say("The field {field} shows “{shown}”, and its target has “{right}”.", field=" ".join(words), shown=result, right=found)


def _right(words: Words, targets: _Targets) -> str | None:
    """What a reference ought to show; None where nobody can tell."""
    if words[0] == "NOTEREF":
        return targets.notes.get(words[1], "")
    if any(switch(words, one) is not None for one in _OF_PARAGRAPHS):
        return targets.paragraphs.get(words[1], "")
    forms = {after for at, one in enumerate(words) if one == "\\*" for after in words[at + 1 : at + 2]}
    return targets.words[words[1]] if forms <= {*_UNTOUCHED} else None


def _counts_as_usual(word: WordFile) -> bool:
    """Whether notes are numbered 1, 2, 3 through the whole document (§17.11.17-20)."""
    told = [one for root in (word.settings, word.body) for one in nodes(root, "footnotePr")]
    return not any(one.find(qn(f"w:{name}")) is not None for one in told for name in _LISTED)


def _note_numbers(word: WordFile) -> dict[str, str]:
    """The number of the footnote whose reference stands in each bookmark."""
    found: dict[str, str] = {}
    opened: dict[str, str] = {}
    count = 0
    for node in word.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:footnoteReference")):
        if node.tag == qn("w:bookmarkStart"):
            opened[node.get(ID, "")] = node.get(qn("w:name"), "")
        elif node.tag == qn("w:bookmarkEnd"):
            opened.pop(node.get(ID, ""), None)
        elif node.get(qn("w:customMarkFollows")) is None:
            count += 1
            found.update({name: str(count) for name in opened.values() if name not in found})
    return found


def count_problems(word: WordFile) -> Iterator[Message]:
    """The numbers of tables, figures and exhibits are those that Word will count, and none is counted in a note (§17.16.5.56)."""
    counts: Counter[str] = Counter()
    for words, result in ((one.words, one.result) for one in fields_of(word.body)):
        if words[0] == "SEQ" and len(words) > 1:
            told = switch(words, "\\r")
            if told is not None and told.isdecimal():
                counts[words[1]] = int(told)
            elif switch(words, "\\c") is None:
                counts[words[1]] += 1
            if _is_shown(words) and result != str(counts[words[1]]):
                number = counts[words[1]]
                yield say(
                    "The field {field} shows “{shown}”, and Word will count {number}.", field=" ".join(words), shown=result, number=number
                )
    for part in (word.notes, word.endnotes):
        if part is not None and any(one.words[0] == "SEQ" for one in fields_of(part)):
            yield say("A note counts a table or an exhibit: Word counts apart there.")


def _is_shown(words: Words) -> bool:
    """Whether a count shows a number in figures."""
    return switch(words, "\\h") is None and (switch(words, "\\*") or "ARABIC") in ("ARABIC", *_UNTOUCHED)
