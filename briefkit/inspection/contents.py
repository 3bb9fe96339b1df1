"""The table of contents as it stands: each heading has its entry, and each entry its heading's words (ECMA-376 Part 1 §17.16.5.68)."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.inspection.bookmarks import words_in_bookmarks
from briefkit.inspection.field_marks import Words, fields_of, switch
from briefkit.inspection.word_file import WordFile, shown
from briefkit.messages import Message, say
from briefkit.ooxml import Element, qn

_OURS = "_Toc"  # what the bookmarks of headings begin with, in Word as here


def contents_problems(word: WordFile) -> Iterator[Message]:
    """The contents read as they will once Word makes them anew."""
    yield from _wrong_entries(word)
    for field in fields_of(word.body):
        levels = _levels(field.words)
        if levels is not None:
            entries = [_flat(line.rsplit("\t", 1)[0]) for line in field.result.split("\n")]
            headings = [text for text in (_heading(one, word, levels) for one in word.body.iter(qn("w:p"))) if text]
            yield from _missing(headings, [entry for entry in entries if entry])


def _wrong_entries(word: WordFile) -> Iterator[Message]:
    """Entries that say something else than the headings that they lead to."""
    links = [node for node in word.body.iter(qn("w:hyperlink")) if node.get(qn("w:anchor"), "").startswith(_OURS)]
    targets = words_in_bookmarks(word, {node.get(qn("w:anchor"), "") for node in links})
    for node in links:
        entry, heading = _flat(shown(node).split("\t")[0]), targets.get(node.get(qn("w:anchor"), ""))
        whole = _flat(shown(node))
        if heading is not None and not (_says(entry, _flat(heading)) or _flat(heading) in whole):
            yield say("The entry “{entry}” of the contents leads to the heading “{heading}”.", entry=entry, heading=_flat(heading))


def _missing(headings: list[str], entries: list[str]) -> Iterator[Message]:
    """Headings without an entry, and those whose entry comes too early."""
    left = list(entries)
    for heading in headings:
        at = next((at for at, entry in enumerate(left) if _says(entry, heading)), None)
        if at is not None:
            left = left[at + 1 :]
        elif any(_says(entry, heading) for entry in entries):
            yield say("The contents have the heading “{heading}” in another place than the text.", heading=heading)
        else:
            yield say("The contents lack the heading “{heading}”.", heading=heading)


def _levels(words: Words) -> range | None:
    """The levels, from 0, of the headings that a table of contents lists; None for what is none, or lists something else."""
    told = switch(words, "\\o")
    if words[0] != "TOC" or told is None or switch(words, "\\c") is not None:
        return None
    first, _, last = told.partition("-")
    return range(int(first) - 1, int(last)) if first.isdecimal() and last.isdecimal() else range(9)


def _heading(paragraph: Element, word: WordFile, levels: range) -> str:
    """The words of a heading of one of these levels; empty for anything else."""
    level = word.sheet.outline(paragraph)
    return _flat(shown(paragraph)) if level is not None and level in levels else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _says(entry: str, heading: str) -> bool:
    """Whether an entry is that of a heading, before which Word puts its number."""
    return entry == heading or entry.endswith(f" {heading}")
