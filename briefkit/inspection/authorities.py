"""The table of authorities and the marks that Word builds it from (ECMA-376 Part 1 §17.16.5.64, §17.16.5.66)."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.inspection.field_marks import Words, fields_of, switch
from briefkit.inspection.word_file import WordFile
from briefkit.messages import Message, say

_FIRST = "1"  # the category of what names none
_CUT = "…"


def authority_problems(word: WordFile) -> Iterator[Message]:
    """Each mark stands where Word takes it and has an entry in a table of its category; each table has marks."""
    read = [(one.words, one.result) for one in fields_of(word.body)]
    marks = [words for words, _ in read if words[0] == "TA"]
    tables = {_category(words): result for words, result in read if words[0] == "TOA"}
    yield from _misplaced(word)
    if not tables and not marks:
        return
    yield from _without_form(marks)
    for category in sorted({_category(words) for words in marks} - {*tables}):
        yield say("Authorities of category {category} are marked, and no table lists them.", category=category)
    for category, listed in sorted(tables.items()):
        for form in sorted(_forms(marks, category)):
            if not any(entry.startswith(form.removesuffix(_CUT)) for entry in _entries(listed)):
                yield say("The table of authorities lacks “{authority}”.", authority=form)


def unmarked_problems(word: WordFile) -> Iterator[Message]:
    """Each entry of a table of authorities is marked somewhere: without a mark it goes once Word builds the table anew."""
    read = [(one.words, one.result) for one in fields_of(word.body)]
    marks = [words for words, _ in read if words[0] == "TA"]
    for category, listed in ((_category(words), result) for words, result in read if words[0] == "TOA"):
        for entry in _entries(listed):
            if not any(entry.startswith(form.removesuffix(_CUT)) for form in _forms(marks, category)):
                yield say("The table of authorities has “{authority}”, which is marked nowhere.", authority=entry)


def _category(words: Words) -> str:
    return switch(words, "\\c") or _FIRST


def _misplaced(word: WordFile) -> Iterator[Message]:
    for part, story in word.stories[1:]:
        if any(one.words[0] == "TA" for one in fields_of(story)):
            yield say("{part} marks an authority: Word takes such marks in the body alone.", part=part)


def _without_form(marks: list[Words]) -> Iterator[Message]:
    """What names an authority by its short form alone needs a mark that has its full one."""
    full = {switch(words, "\\s") for words in marks if switch(words, "\\l")}
    for short in sorted({switch(words, "\\s") or "" for words in marks if not switch(words, "\\l")} - {*full}):
        yield say("The authority “{authority}” is marked, and never in full.", authority=short)


def _entries(listed: str) -> list[str]:
    """What a table lists, without the pages."""
    lines = (" ".join(one.split("\t")[0].split()) for one in listed.split("\n"))
    return [line for line in lines if line]


def _forms(marks: list[Words], category: str) -> set[str]:
    """The full forms of the authorities that are marked in a category."""
    told = (" ".join((switch(words, "\\l") or "").replace("\u2011", "-").split()) for words in marks if _category(words) == category)
    return {form for form in told if form}
