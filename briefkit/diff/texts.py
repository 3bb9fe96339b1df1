"""How a text that is a template changed in one language: its words, its tags, and what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diff.aligned import align
from briefkit.diff.branches import Branches
from briefkit.diff.changes import Change, NotCompared
from briefkit.diff.citing import compare_citations, each_once
from briefkit.diff.editions import Edition
from briefkit.diff.marks import has_same_marks
from briefkit.diff.readings import Cited, as_cited, read_citations, read_citations_in
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
        yield from _whole(TextAdded, new, language, now)
    elif old:
        yield from _whole(TextRemoved, old, language, was)


def _whole(change: type[TextAdded | TextRemoved], text: Source, language: str, edition: Edition) -> Iterator[Change]:
    cited = read_citations(text, language)
    yield change(language, text.text, each_once(cited or ()))
    if cited is None:
        yield NotCompared("citations", edition.name, language)


def _reworded(old: Source, new: Source, language: str) -> Reworded:
    before, after = Branches(old.text), Branches(new.text)
    rows = align(old.text, new.text, lambda at: before.at(at).tags, lambda at: after.at(at).tags, briefly=True)
    return Reworded(language, rows, before, after)


def _compare(old: Source, new: Source, language: str, was: Edition, now: Edition) -> Iterator[Change]:
    text = _reworded(old, new, language)
    cited, changed = _cited(text, old, new, was, now)
    vocabulary = Vocabulary({**was.vocabulary.declared, **now.vocabulary.declared})
    found = (*compare_words_of(text, changed), *compare_tags(text.was, text.now, vocabulary, language), *cited)
    # where nothing else can be told, such as of a remark to drafters, the paragraphs are shown all the same
    yield from found or (TextReworded(language, tuple(row.passage for row in text.rows if row.changed), "form"),)


def _cited(text: Reworded, old: Source, new: Source, was: Edition, now: Edition) -> tuple[tuple[Change, ...], frozenset[int]]:
    """What changed in what a text cites, and the numbers of the rows that tell of it."""
    sides = ((now, text.now),) if has_same_marks(old.text, new.text) and text.now.is_read else ((was, text.was), (now, text.now))
    broken = [edition.name for edition, side in sides if not side.is_read]
    if broken:
        return (NotCompared("citations", enumerated(broken), text.language),), frozenset()
    changed = [row for row in text.rows if row.changed and as_cited(row.old) != as_cited(row.new)]
    if not changed:
        return (), frozenset()
    before = read_citations_in(old, text.language, [(row.was, row.was + len(row.old)) for row in changed])
    after = read_citations_in(new, text.language, [(row.now, row.now + len(row.new)) for row in changed])

    def whole() -> tuple[tuple[Cited, ...], tuple[Cited, ...]]:
        return read_citations(old, text.language) or (), read_citations(new, text.language) or ()

    return compare_citations(before, after, text.rows, text.tones_of, text.language, whole)
