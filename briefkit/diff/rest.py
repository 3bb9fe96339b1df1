"""How stored sources, facts, profiles and the words of the rules changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.diff.changes import Change, NotCompared, TextAdded, TextChanged, TextRemoved
from briefkit.diff.editions import Edition, path_of
from briefkit.diff.fields import compare_names, compare_per_language, compare_values
from briefkit.diff.kinds import Kind, only_added, only_removed
from briefkit.diff.words import compare_texts
from briefkit.model.facts import FactDeclaration
from briefkit.model.libraries import Limit, Part, Profile, StatusWords, StoredSource, StoredText, in_language


def _is_so(flag: bool) -> str:
    return "yes" if flag else "no"


# --- stored sources -------------------------------------------------------------------------------


def _source(old: StoredSource, new: StoredSource, was: Edition, now: Edition) -> Iterator[Change]:
    yield from compare_values("Where it comes from", old.origin, new.origin)
    before, after = _stored(old), _stored(new)
    for loc in dict.fromkeys((*before, *after)):
        yield from _stored_text(before.get(loc), after.get(loc), loc, new.language)


def _stored(source: StoredSource) -> Mapping[str, StoredText]:
    return {one.loc: one for one in source.texts}


def _stored_text(old: StoredText | None, new: StoredText | None, loc: str, language: str) -> Iterator[Change]:
    of = f"text of {loc}"
    if old is None or new is None:
        yield from (TextAdded(language, one.text, of) for one in (new,) if one)
        yield from (TextRemoved(language, one.text, of) for one in (old,) if one)
        return
    if old.text != new.text:
        yield TextChanged(language, compare_texts(old.text, new.text), of)
    yield from compare_values(f"Whether {loc} may be quoted", _is_so(old.quotable), _is_so(new.quotable))


SOURCES = Kind(
    what="source",
    all_of=lambda library: library.sources,
    id=lambda source: f"{source.authority}.{source.language}",
    title=lambda source: f"the text that is kept of {source.authority}",
    path=lambda source: path_of(source.texts[0].span) if source.texts else "",
    changed=_source,
    added=only_added("source"),
    removed=only_removed("source"),
)


# --- facts ----------------------------------------------------------------------------------------


def _fact(old: FactDeclaration, new: FactDeclaration, was: Edition, now: Edition) -> Iterator[Change]:
    yield from compare_values("Its type", old.type, new.type)
    yield from compare_values("Its records", old.of, new.of)
    yield from compare_per_language("Question", old.question, new.question)
    yield from compare_per_language("Help", old.help, new.help)
    before, after = dict(old.choices), dict(new.choices)
    yield from compare_names("Its choices", tuple(before), tuple(after))
    for choice in before.keys() & after.keys():
        yield from compare_per_language(f"The words for “{choice}”", before[choice], after[choice])
    yield from compare_values("Whether it is confidential", _is_so(old.confidential), _is_so(new.confidential))
    yield from compare_values("Whether it identifies somebody", _is_so(old.identifying), _is_so(new.identifying))


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
    yield from compare_per_language("Title", old.title, new.title)
    for name in ("audience", "style", "template"):
        yield from compare_values(f"Its {name}", getattr(old, name), getattr(new, name))
    yield from compare_names("Its languages", old.languages, new.languages)
    yield from compare_values("Whether it has a table of contents", _is_so(old.contents), _is_so(new.contents))
    yield from compare_names("Its categories of authorities", old.authorities, new.authorities)
    yield from compare_names("Its limits", [_limit(one) for one in old.limits], [_limit(one) for one in new.limits])
    before, after = ({part.id: part for part in profile.parts} for profile in (old, new))
    yield from compare_names("Its parts", tuple(before), tuple(after))
    for name in [part.id for part in old.parts if part.id in after]:
        yield from _part(before[name], after[name])


def _part(old: Part, new: Part) -> Iterator[Change]:
    whose = f"in its part “{new.id}”"
    yield from compare_per_language(f"The heading {whose}", old.heading, new.heading)
    yield from compare_names(f"The kinds of clauses {whose}", old.kinds, new.kinds)
    yield from compare_names(f"The named clauses {whose}", [one.name for one in old.clauses], [one.name for one in new.clauses])
    yield from compare_values(f"Whether text is required {whose}", _is_so(old.required), _is_so(new.required))
    yield from compare_values(f"Whether paragraphs are numbered {whose}", _is_so(old.numbered), _is_so(new.numbered))


def _limit(limit: Limit) -> str:
    return f"{limit.max} {limit.of}, {limit.source or 'without a source'}{'' if limit.verified else ', not verified'}"


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


# --- rules ----------------------------------------------------------------------------------------


_RULES = "clauses/rules/status.yaml"


def _words(old: StatusWords, new: StatusWords, was: Edition, now: Edition) -> Iterator[Change]:
    unread = [edition.name for edition in (was, now) if _RULES in edition.unread]
    if unread:
        yield NotCompared("The list of words", " and ".join(unread))
        return
    for field, one, other in (
        ("The words that say that a source binds", dict(old.binding_in), dict(new.binding_in)),
        ("The words that deny it", dict(old.denied_in), dict(new.denied_in)),
    ):
        for language in dict.fromkeys((*one, *other)):
            yield from compare_names(f"{field} ({language})", one.get(language, ()), other.get(language, ()))


STATUS_WORDS = Kind(
    what="rule",
    all_of=lambda library: (library.status_words,),
    id=lambda words: "status",
    title=lambda words: "words that the checks look for",
    path=lambda words: _RULES,
    changed=_words,
    added=only_added("rule"),
    removed=only_removed("rule"),
)
