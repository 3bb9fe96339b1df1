"""A comparison as lines for a terminal: what changed in sentences, and the words themselves in a line or side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefkit.diff.changes import Change, has_lines, language_name
from briefkit.diff.columns import beside_each_other
from briefkit.diff.comparison import Comparison, Entry
from briefkit.diff.marked import Line, Marked, in_numbers, inline, languages_of, new_side, new_words, old_side, old_words, to_show
from briefkit.diff.rewording import TextAdded, TextRemoved
from briefkit.diff.said import FATES, WEIGHTS, Tell, in_one_line, named
from briefkit.diff.words import Passage
from briefkit.messages import say, say_count
from briefkit.sentences import only_tags

__all__ = ["Line", "as_lines", "summary"]

AROUND = 10  # words shown before and after each change
WIDE = 120  # columns of a terminal that has room for two texts
SHORT = 3  # paragraphs that a terminal shows of a text that is new, or gone
SHORTEST = 1  # where all that it is of is new, or gone
INDENT = 4  # of the words below a sentence


def summary(comparison: Comparison, tell: Tell = str) -> str:
    """“HEAD~5 → HEAD: 2 clauses changed, 1 citation dropped.”"""
    said = ", ".join(tell(one) for one in in_numbers(comparison)) or tell(say("no changes"))
    return f"{in_one_line(comparison.old)} → {in_one_line(comparison.new)}: {in_one_line(said)}."


def as_lines(comparison: Comparison, width: int = 0, side_by_side: bool | None = None, tell: Tell = str) -> Iterator[Line]:
    """The comparison for people, grouped by what changed; it reads the same without colours.

    `width` is that of the terminal, 0 where there is none; the texts stand side by side where it is wide enough, or where asked.
    """
    columns = width if (width >= WIDE if side_by_side is None else side_by_side) else 0
    yield ((summary(comparison, tell), "head"),)
    for brief, entries in groupby(comparison.entries, key=lambda entry: entry.is_brief and entry.subject.what):
        if brief:
            yield ()
        for entry in entries:
            yield from _briefly(entry, tell) if brief else _whole(entry, columns, tell)


def _briefly(entry: Entry, tell: Tell) -> Iterator[Line]:
    yield (*_head(entry, tell), (": ", ""), (tell(FATES[entry.fate]), "inserted" if entry.fate == "added" else "deleted"))


def _whole(entry: Entry, columns: int, tell: Tell) -> Iterator[Line]:
    yield ()
    yield _head(entry, tell)
    languages = languages_of(entry)
    for change in entry.changes:
        yield _sentence(change, tell)
        if languages:
            for passage in change.passages:
                yield from _in_two_languages(passage, languages, columns, tell)
        else:
            yield from _of_change(change, SHORTEST if entry.fate in ("added", "removed") else SHORT, columns, tell)


def _of_change(change: Change, short: int, columns: int, tell: Tell) -> Iterator[Line]:
    """The paragraphs that changed; of a text that is new or gone only the first that say something: there is nothing to compare."""
    changed = [passage for passage in change.passages if passage.is_changed]
    most = len(changed)
    if isinstance(change, TextAdded | TextRemoved):
        changed = [passage for passage in changed if _says_something(passage)]
        most = short
    for passage in changed[:most]:
        yield from _of_passage(passage, has_lines(change), columns, tell)
    if left := len(changed) - most if len(changed) > most else 0:
        said = say_count("… and {number} more paragraph", "… and {number} more paragraphs", left)
        yield ((" " * INDENT + in_one_line(tell(said)), "head"),)


def _says_something(passage: Passage) -> bool:
    """Whether a paragraph has words, and is no tag, remark or fence alone."""
    words = new_words(passage) or old_words(passage)
    return not only_tags(words) and not words.startswith(":::")


def _head(entry: Entry, tell: Tell) -> Line:
    title = f" – {in_one_line(tell(entry.subject.title))}" if entry.subject.title else ""
    return ((in_one_line(tell(named(entry.subject))), "head"), (title, ""))


def _sentence(change: Change, tell: Tell) -> Line:
    """The sentence behind its weight."""
    room = max(len(tell(said)) for said in WEIGHTS.values())
    weight = f"  {tell(WEIGHTS[change.weight]):{room}}  "
    return ((weight, "head" if change.weight == "substance" else ""), (in_one_line(tell(change.sentence)), ""))


def _of_passage(passage: Passage, with_line: bool, columns: int, tell: Tell) -> Iterator[Line]:
    """The words in one line, or the old ones to the left and the new ones to the right, below their place."""
    pieces = to_show(passage, AROUND)
    place = in_one_line(tell(say("line {number}:", number=passage.line))) if with_line else ""
    if not columns:
        yield ((" " * INDENT + (f"{place} " if place else ""), "head"), *_without_end(inline(pieces, tell)))
        return
    if place:
        yield ((" " * INDENT + place, "head"),)
    yield from _beside(old_side(pieces, tell), new_side(pieces, tell), columns)


def _in_two_languages(passage: Passage, languages: Iterable[str], columns: int, tell: Tell) -> Iterator[Line]:
    texts = old, new = in_one_line(old_words(passage)), in_one_line(new_words(passage))
    if columns:
        yield from _beside([(old, "")], [(new, "")], columns)
    else:
        names = [in_one_line(tell(language_name(language))) for language in languages]
        yield from (((f"{' ' * INDENT}{name}: ", "head"), (text, "")) for name, text in zip(names, texts, strict=True))
    yield ()


def _beside(left: Iterable[Marked], right: Iterable[Marked], columns: int) -> Iterator[Line]:
    for line in beside_each_other(left, right, columns - INDENT):
        yield ((" " * INDENT, ""), *line)


def _without_end(pieces: Iterable[tuple[str, str]]) -> Line:
    """A line without the space behind its last word."""
    *others, (text, look) = pieces
    return (*others, (text.rstrip(), look))
