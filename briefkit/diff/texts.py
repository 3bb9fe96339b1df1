"""How a text that is a template changed in one language: its words, and what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diff.changes import Change, NotCompared, TextAdded, TextChanged, TextRemoved
from briefkit.diff.cited import compare_citations, read_citations
from briefkit.diff.editions import Edition
from briefkit.diff.words import compare_texts
from briefkit.messages import enumerated
from briefkit.source import Source


def compare_templates(old: Source | None, new: Source | None, language: str, path: str, was: Edition, now: Edition) -> Iterator[Change]:
    """The changes of one text; `path` is where it stands below the workspace, to know whether it could be read at all."""
    unread = [edition.name for edition in (was, now) if path in edition.unread]
    if unread:
        yield NotCompared("text", enumerated(unread), language)
    elif (old and old.text) != (new and new.text):
        yield from _words(old, new, language)
        yield from _citations(old, new, language, was, now)


def _words(old: Source | None, new: Source | None, language: str) -> Iterator[Change]:
    if old and new:
        yield TextChanged(language, compare_texts(old.text, new.text))
    elif new:
        yield TextAdded(language, new.text)
    elif old:
        yield TextRemoved(language, old.text)


def _citations(old: Source | None, new: Source | None, language: str, was: Edition, now: Edition) -> Iterator[Change]:
    before, after = ({} if text is None else read_citations(text, language) for text in (old, new))
    if before is None or after is None:
        broken = [edition.name for edition, read in ((was, before), (now, after)) if read is None]
        yield NotCompared("citations", enumerated(broken), language)
    else:
        yield from compare_citations(before, after, language)
