"""Two small libraries side by side, for the tests of what changed between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workspace import clause, library, sources

from briefkit.diff import Comparison, Edition, compare, edition
from briefkit.diff.changes import Change
from briefkit.libraries import read_library


def as_edition(files: Mapping[str, str], name: str = "old", unread: Iterable[str] = ()) -> Edition:
    read = read_library((sources(files),))
    return edition(name, read.value, sources(files), read.diagnostics, unread)


def compared(old: Mapping[str, str], new: Mapping[str, str]) -> Comparison:
    return compare(as_edition(old), as_edition(new, "new"))


def changes(old: Mapping[str, str], new: Mapping[str, str], subject: str = "") -> tuple[Change, ...]:
    """The changes of one thing, by its id, or of all."""
    entries = compared(old, new).entries
    return tuple(change for entry in entries if subject in ("", entry.subject.id) for change in entry.changes)


def sentences(old: Mapping[str, str], new: Mapping[str, str], subject: str = "") -> list[str]:
    return [change.sentence for change in changes(old, new, subject)]


def with_clause(text: str = "Some text.", more: str = "", **texts: str) -> dict[str, str]:
    """The small library with the clause “a”; `more` are lines of its clause.yaml, `texts` its texts in other languages."""
    files = library(clause(text, slug="a", more=more))
    return files | {f"clauses/arguments/a/{language}.md": words for language, words in texts.items()}


def changed_yaml(files: Mapping[str, str], old: str, new: str, path: str = "clauses/arguments/a/clause.yaml") -> dict[str, str]:
    """The files with some words of one of them replaced, which must stand there."""
    assert old in files[path]
    return {**files, path: files[path].replace(old, new)}
