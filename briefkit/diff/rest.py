"""How stored sources, facts, profiles and the words of the rules changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.diff.aligned import compare_texts
from briefkit.diff.changes import Added, Change, Removed
from briefkit.diff.editions import Edition, path_of
from briefkit.diff.fields import compare_fields, compare_names, compare_per_language, compare_values, written
from briefkit.diff.kinds import Kind, only_added, only_removed
from briefkit.diff.rewording import StoredTextAdded, StoredTextChanged, StoredTextRemoved, TextAdded, TextRemoved
from briefkit.diff.texts import compare_templates
from briefkit.messages import say
from briefkit.model.facts import FactDeclaration
from briefkit.model.libraries import StoredSource, StoredText
from briefkit.model.naming import LANGUAGES, in_language
from briefkit.model.profiles import Boilerplate, Profile

# --- stored sources -------------------------------------------------------------------------------


def _source(old: StoredSource, new: StoredSource, was: Edition, now: Edition) -> Iterator[Change]:
    yield from compare_values(say("Where it comes from"), old.origin, new.origin)
    before, after = _stored(old), _stored(new)
    for loc in dict.fromkeys((*before, *after)):
        yield from _stored_text(before.get(loc), after.get(loc), loc, new.language)


def _stored(source: StoredSource) -> Mapping[str, StoredText]:
    return {one.loc: one for one in source.texts}


def _stored_text(old: StoredText | None, new: StoredText | None, loc: str, language: str) -> Iterator[Change]:
    if old is None or new is None:
        yield from (StoredTextAdded(language, loc, one.text) for one in (new,) if one)
        yield from (StoredTextRemoved(language, loc, one.text) for one in (old,) if one)
        return
    if old.text != new.text:
        yield StoredTextChanged(language, loc, compare_texts(old.text, new.text))
    yield from compare_values(say("Whether {place} may be quoted", place=loc), written(old.quotable), written(new.quotable))


SOURCES = Kind(
    what="source",
    all_of=lambda library: library.sources,
    id=lambda source: f"{source.authority}.{source.language}",
    title=lambda source: say("the text that is kept of {id}", id=source.authority),
    path=lambda source: path_of(source.texts[0].span) if source.texts else "",
    changed=_source,
    added=only_added("source"),
    removed=only_removed("source"),
)


# --- facts ----------------------------------------------------------------------------------------


def _fact(old: FactDeclaration, new: FactDeclaration, was: Edition, now: Edition) -> Iterator[Change]:
    yield from compare_fields(old, new, ("path", "choices"))
    before, after = dict(old.choices), dict(new.choices)
    yield from compare_names(say("Its choices"), tuple(before), tuple(after))
    for choice in before.keys() & after.keys():
        yield from compare_per_language(say("The words for “{choice}”", choice=choice), before[choice], after[choice])


FACTS = Kind(
    what="fact",
    all_of=lambda library: library.facts,
    id=lambda fact: fact.path,
    title=lambda fact: in_language(fact.question, "en"),
    path=lambda fact: path_of(fact.span),
    changed=_fact,
    added=only_added("fact"),
    removed=only_removed("fact"),
)


# --- profiles -------------------------------------------------------------------------------------


def _profile(old: Profile, new: Profile, was: Edition, now: Edition) -> Iterator[Change]:
    yield from compare_fields(old, new, ("id", "parts"))
    before, after = ({part.id: part for part in profile.parts} for profile in (old, new))
    yield from compare_names(say("Its parts"), tuple(before), tuple(after))
    for name in [part.id for part in old.parts if part.id in after]:
        yield from compare_fields(before[name], after[name], ("id",), name)


PROFILES = Kind(
    what="profile",
    all_of=lambda library: library.profiles,
    id=lambda profile: profile.id,
    title=lambda profile: in_language(profile.title, "en"),
    path=lambda profile: path_of(profile.span),
    changed=_profile,
    added=only_added("profile"),
    removed=only_removed("profile"),
)


# --- standard texts -------------------------------------------------------------------------------


def _boilerplate(old: Boilerplate, new: Boilerplate, was: Edition, now: Edition) -> Iterator[Change]:
    for language in LANGUAGES:
        path = f"styles/boilerplate/{new.name}.{language}.md"
        yield from compare_templates(((old.text(language), path), (new.text(language), path)), language, was, now)


def _boilerplate_added(boilerplate: Boilerplate) -> Iterator[Change]:
    yield Added("standard text")
    yield from (TextAdded(language, text.text) for language, text in boilerplate.texts)


def _boilerplate_removed(boilerplate: Boilerplate) -> Iterator[Change]:
    yield Removed("standard text")
    yield from (TextRemoved(language, text.text) for language, text in boilerplate.texts)


BOILERPLATE = Kind(
    what="standard text",
    all_of=lambda library: library.boilerplate,
    id=lambda boilerplate: boilerplate.name,
    title=lambda boilerplate: "",
    path=lambda boilerplate: path_of(boilerplate.texts[0][1].whole()) if boilerplate.texts else "",
    changed=_boilerplate,
    added=_boilerplate_added,
    removed=_boilerplate_removed,
)
