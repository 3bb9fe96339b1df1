"""How a clause changed: what it says, what it cites, when it stands, and what is recorded of it."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diff.changes import Added, Change, Removed, Renamed
from briefkit.diff.citing import all_citations
from briefkit.diff.editions import Edition, path_of
from briefkit.diff.fields import compare_fields
from briefkit.diff.hanging import compare_needs, compare_relations
from briefkit.diff.kinds import Kind
from briefkit.diff.recorded import StatusChanged, VersionChanged, VersionKept, compare_audiences, compare_translations
from briefkit.diff.rewording import TextAdded, TextRemoved
from briefkit.diff.standing import compare_conditions, written_condition
from briefkit.diff.texts import compare_templates
from briefkit.diff.words import has_same_words
from briefkit.model.facts import Vocabulary
from briefkit.model.libraries import Clause
from briefkit.model.naming import LANGUAGES, in_language
from briefkit.source import Source
from briefkit.translations import ORIGINAL

# What has sentences of its own.
TOLD = ("slug", "when", "audiences", "requires", "conflicts", "status", "version", "translations", "texts")


def _changed(old: Clause, new: Clause, was: Edition, now: Edition) -> Iterator[Change]:
    if old.slug != new.slug:
        yield Renamed(old.slug, new.slug)
    if old.span.source.text != new.span.source.text:
        yield from _data(old, new, was, now)
    else:
        yield from _kept(old, new)
    yield from compare_needs(old, new, was.vocabulary, now.vocabulary)
    for language in LANGUAGES:
        yield from compare_templates((_side(old, language), _side(new, language)), language, was, now)


def _data(old: Clause, new: Clause, was: Edition, now: Edition) -> Iterator[Change]:
    """What changed in the clause's file of data."""
    vocabulary = Vocabulary({**was.vocabulary.declared, **now.vocabulary.declared})
    yield from compare_conditions((written_condition(old), written_condition(new)), (old.when, new.when), vocabulary)
    yield from compare_audiences(old.audiences, new.audiences)
    yield from compare_relations(old, new)
    yield from _recorded(old, new)
    yield from compare_fields(old, new, TOLD)


def _side(clause: Clause, language: str) -> tuple[Source | None, str]:
    return clause.text(language), f"clauses/arguments/{clause.slug}/{language}.md"


def _recorded(old: Clause, new: Clause) -> Iterator[Change]:
    if old.status != new.status:
        yield StatusChanged(old.status, new.status)
    if old.version != new.version:
        yield VersionChanged(old.version, new.version)
    else:
        yield from _kept(old, new)
    yield from compare_translations(old, new)


def _kept(old: Clause, new: Clause) -> Iterator[Change]:
    """That the text changed which the others translate, and its version did not; a translation that changed with it is in step."""
    behind = [language for language, version in new.translations if (language, version) in old.translations and _same(old, new, language)]
    if behind and old.text(ORIGINAL) and not _same(old, new, ORIGINAL):
        yield VersionKept(new.version, tuple(behind))


def _same(old: Clause, new: Clause, language: str) -> bool:
    before, after = old.text(language), new.text(language)
    return has_same_words(before.text if before else "", after.text if after else "")


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
