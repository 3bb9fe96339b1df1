"""How a clause changed: what it says, what it cites, when it stands, and what is recorded of it."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diff.changes import (
    Added,
    Change,
    ConditionChanged,
    Removed,
    StatusChanged,
    TextAdded,
    TextRemoved,
    TranslationChanged,
    VersionChanged,
    VersionKept,
)
from briefkit.diff.cited import all_citations
from briefkit.diff.editions import Edition, path_of
from briefkit.diff.fields import compare_fields
from briefkit.diff.kinds import Kind
from briefkit.diff.texts import compare_templates
from briefkit.model.libraries import Clause
from briefkit.model.naming import LANGUAGES, in_language
from briefkit.yamlmarks import Mapping, read_yaml

TOLD = ("slug", "when", "status", "version", "translations", "texts")  # what has sentences of its own


def _changed(old: Clause, new: Clause, was: Edition, now: Edition) -> Iterator[Change]:
    before, after = written_condition(old), written_condition(new)
    if before.split() != after.split():
        yield ConditionChanged(before, after)
    if old.status != new.status:
        yield StatusChanged(old.status, new.status)
    yield from _versions(old, new)
    yield from compare_fields(old, new, TOLD)
    for language in LANGUAGES:
        path = f"clauses/arguments/{new.slug}/{language}.md"
        yield from compare_templates(old.text(language), new.text(language), language, path, was, now)


def written_condition(clause: Clause) -> str:
    """The condition as its file has it, also where it is not well formed; empty where there is none."""
    read = read_yaml(clause.span.source).value
    return " ".join(read.text("when").split()) if isinstance(read, Mapping) else ""


def _versions(old: Clause, new: Clause) -> Iterator[Change]:
    if old.version != new.version:
        yield VersionChanged(old.version, new.version)
    elif new.translations and any(text.text.split() != _words(new, language) for language, text in old.texts if language == "en"):
        yield VersionKept(new.version)
    before, after = dict(old.translations), dict(new.translations)
    for language in dict.fromkeys((*before, *after)):
        was, now = before.get(language), after.get(language)
        turned = (was is not None and was < old.version) != (now is not None and now < new.version)
        if was != now or turned:
            yield TranslationChanged(language, was, now, old.version, new.version)


def _words(clause: Clause, language: str) -> list[str]:
    text = clause.text(language)
    return text.text.split() if text else []


def _added(clause: Clause) -> Iterator[Change]:
    yield Added("clause", all_citations(clause))
    yield from (TextAdded(language, text.text) for language, text in clause.texts)


def _removed(clause: Clause) -> Iterator[Change]:
    yield Removed("clause", all_citations(clause))
    yield from (TextRemoved(language, text.text) for language, text in clause.texts)


CLAUSES = Kind(
    what="clause",
    all_of=lambda library: library.clauses,
    id=lambda clause: clause.slug,
    title=lambda clause: in_language(clause.title, "en"),
    path=lambda clause: path_of(clause.span),
    changed=_changed,
    added=_added,
    removed=_removed,
)
