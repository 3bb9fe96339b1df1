"""How a text that is a template changed in one language: its words, its tags, and what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diff.aligned import align
from briefkit.diff.branches import branches_of
from briefkit.diff.changes import Change, NotCompared
from briefkit.diff.citing import Cited, compare_citations, read_citations
from briefkit.diff.editions import Edition
from briefkit.diff.reworded import Reworded, compare_words_of
from briefkit.diff.rewording import TextAdded, TextRemoved, TextReworded
from briefkit.diff.tags import compare_tags
from briefkit.messages import enumerated
from briefkit.model.facts import Vocabulary
from briefkit.source import Source

Sides = tuple[tuple[Source | None, str], tuple[Source | None, str]]  # the old text and the new one, and where each stands


def compare_templates(sides: Sides, language: str, was: Edition, now: Edition) -> Iterator[Change]:
    """The changes of one text; its paths below the workspace tell whether it could be read at all."""
    (old, before), (new, after) = sides
    unread = [edition.name for edition, path in ((was, before), (now, after)) if path in edition.unread]
    if unread:
        yield NotCompared("text", enumerated(unread), language)
    elif old and new:
        if old.text != new.text:
            yield from _compare(old, new, language, was, now)
    elif new:
        yield TextAdded(language, new.text)
        yield from _cited(None, new, Reworded(language, align("", new.text), branches_of(new), branches_of(new)), was, now)[0]
    elif old:
        yield TextRemoved(language, old.text)
        yield from _cited(old, None, Reworded(language, align(old.text, ""), branches_of(old), branches_of(old)), was, now)[0]


def _compare(old: Source, new: Source, language: str, was: Edition, now: Edition) -> Iterator[Change]:
    before, after = branches_of(old), branches_of(new)
    rows = align(old.text, new.text, lambda at: before.at(at).tags, lambda at: after.at(at).tags)
    text = Reworded(language, rows, before, after)
    cited, changed = _cited(old, new, text, was, now)
    vocabulary = Vocabulary.of((*was.holdings.facts, *now.holdings.facts))
    found = (*compare_words_of(text, changed), *compare_tags(before, after, vocabulary, language), *cited)
    # where nothing else can be told, such as of a remark to drafters, the paragraphs are shown all the same
    yield from found or (TextReworded(language, tuple(row.passage for row in rows if row.changed), "form"),)


def _cited(old: Source | None, new: Source | None, text: Reworded, was: Edition, now: Edition) -> tuple[tuple[Change, ...], frozenset[int]]:
    """What changed in what a text cites, and the numbers of the rows that tell of it."""
    before, after = (_read(side, text.language) for side in (old, new))
    if before is None or after is None:
        broken = [edition.name for edition, read in ((was, before), (now, after)) if read is None]
        return (NotCompared("citations", enumerated(broken), text.language),), frozenset()
    return compare_citations(before, after, text.rows, text.tones_of, text.language)


def _read(text: Source | None, language: str) -> tuple[Cited, ...] | None:
    return () if text is None else read_citations(text, language)
