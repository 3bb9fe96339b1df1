"""How a clause changed: what it says, what it cites, when it stands, and what is recorded of it."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diff.changes import (
    Added,
    Change,
    ConditionChanged,
    NotCompared,
    Removed,
    StatusChanged,
    TextAdded,
    TextChanged,
    TextRemoved,
    TranslationChanged,
    VersionChanged,
    VersionKept,
    language_name,
)
from briefkit.diff.cited import all_citations, compare_citations, read_citations
from briefkit.diff.editions import Edition, path_of
from briefkit.diff.fields import compare_names, compare_per_language, compare_values
from briefkit.diff.kinds import Kind
from briefkit.diff.words import compare_texts
from briefkit.model.libraries import LANGUAGES, Clause, in_language
from briefkit.source import Source
from briefkit.yamlmarks import Mapping, read_yaml


def _changed(old: Clause, new: Clause, was: Edition, now: Edition) -> Iterator[Change]:
    before, after = written_condition(old), written_condition(new)
    if before.split() != after.split():
        yield ConditionChanged(before, after)
    if old.status != new.status:
        yield StatusChanged(old.status, new.status)
    yield from _versions(old, new)
    yield from _fields(old, new)
    yield from _texts(old, new, was, now)


def _fields(old: Clause, new: Clause) -> Iterator[Change]:
    yield from compare_per_language("Title", old.title, new.title)
    yield from compare_values("Its kind", old.kind, new.kind)
    yield from compare_values("Its catalogue number", old.catalogue, new.catalogue)
    yield from compare_names("Its audiences", old.audiences, new.audiences)
    for field in ("requires", "conflicts"):
        before, after = ([named.name for named in getattr(one, field)] for one in (old, new))
        yield from compare_names("The clauses that it requires" if field == "requires" else "The clauses that it excludes", before, after)


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


# --- texts ----------------------------------------------------------------------------------------


def _texts(old: Clause, new: Clause, was: Edition, now: Edition) -> Iterator[Change]:
    for language in LANGUAGES:
        path = f"clauses/arguments/{new.slug}/{language}.md"
        unread = [edition.name for edition in (was, now) if path in edition.unread]
        before, after = old.text(language), new.text(language)
        if unread:
            yield NotCompared(f"The {language_name(language)} text", " and ".join(unread))
        elif before is None or after is None:
            yield from (TextAdded(language, one.text) for one in (after,) if one)
            yield from (TextRemoved(language, one.text) for one in (before,) if one)
        elif before.text != after.text:
            yield TextChanged(language, compare_texts(before.text, after.text))
        if not unread:
            yield from _citations(before, after, language, was, now)


def _citations(before: Source | None, after: Source | None, language: str, was: Edition, now: Edition) -> Iterator[Change]:
    if (before and before.text) == (after and after.text):
        return
    old, new = ({} if text is None else read_citations(text, language) for text in (before, after))
    if old is None or new is None:
        broken = [edition.name for edition, read in ((was, old), (now, new)) if read is None]
        yield NotCompared(f"What the {language_name(language)} text cites", " and ".join(broken))
    else:
        yield from compare_citations(old, new, language)


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
