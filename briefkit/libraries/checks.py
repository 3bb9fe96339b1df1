"""What a library's files say of one another: names that must exist, circles, facts that must be declared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from briefkit.libraries.profiles import boilerplate_named
from briefkit.messages import say
from briefkit.model.facts import DOCUMENT_FACTS, FactDeclaration, Vocabulary
from briefkit.model.libraries import Clause, Library
from briefkit.model.naming import Named
from briefkit.model.profiles import Profile
from briefkit.template import check_condition, check_template

_PATH = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")
_DOCUMENT = {one.path for one in DOCUMENT_FACTS}


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Every problem between the files of a library."""
    slugs = [clause.slug for clause in library.clauses]
    vocabulary = Vocabulary.of(library.facts)
    for clause in library.clauses:
        yield from _unknown_clauses((*clause.requires, *clause.conflicts), slugs)
        if clause.when is not None:
            yield from check_condition(clause.when, vocabulary)
        for _, text in clause.texts:
            yield from check_template(text.span(0, len(text.text)), vocabulary)
    yield from _circles(library)
    yield from _declarations(library.facts)
    for profile in library.profiles:
        for part in profile.parts:
            yield from _unknown_clauses(part.clauses, slugs)
        yield from _parts_of_one_name(profile)
        yield from _unknown_names(profile, library, vocabulary)
    for boilerplate in library.boilerplate:
        for _, text in boilerplate.texts:
            yield from check_template(text.span(0, len(text.text)), vocabulary)
    yield from _stored_without_authority(library)
    yield from _unknown_in_authorities(library)
    yield from _adverse_to_unknown(library, slugs)
    yield from _reviews_of_unknown(library, slugs)


def _declarations(facts: Sequence[FactDeclaration]) -> Iterator[Diagnostic]:
    """Declarations that lack what their type needs, or that stand in one another's way."""
    paths = [one.path for one in facts]
    for one in facts:
        if not _PATH.fullmatch(one.path):
            said = say("“{name}” is no name of a fact.", name=one.path)
            yield diagnose("wrong-declaration", said, one.span, say("write words of letters, digits and _, with full stops between them"))
        if one.path.split(".")[0] in _DOCUMENT:
            said = say("“{fact}”: every document has a fact of this name.", fact=one.path)
            yield diagnose("wrong-declaration", said, one.span, say("rename it"))
        if one.type == "choice" and not one.choices:
            said = say("The choice “{fact}” has no choices.", fact=one.path)
            yield diagnose("missing-key", said, one.span, say("give them under the key choices"))
        if one.type == "records":
            yield from _fields(one, paths)
        below = [path for path in paths if path.startswith(one.path + ".")]
        if below and one.of != one.path:
            said = say("“{fact}” is a fact itself, so “{other}” cannot stand within it.", fact=one.path, other=below[0])
            yield diagnose("wrong-declaration", said, one.span, say("rename one of them"))


def _fields(records: FactDeclaration, paths: Sequence[str]) -> Iterator[Diagnostic]:
    if not records.of:
        hint = say("measures of “measure.type” and “measure.date” have of: measure")
        yield diagnose(
            "missing-key", say("“{records}” does not say what its records are called.", records=records.path), records.span, hint
        )
    elif not any(path.startswith(records.of + ".") for path in paths):
        declared = {path.split(".")[0] for path in paths if "." in path}
        hint = did_you_mean(records.of, declared, say("declare {name}.date or the like", name=records.of))
        said = say("No field “{name}.…” of “{records}” is declared.", name=records.of, records=records.path)
        yield diagnose("unknown-fact", said, records.span, hint)


def _unknown_clauses(named: Iterable[Named], slugs: list[str]) -> Iterator[Diagnostic]:
    for one in named:
        if one.name not in slugs:
            yield unknown_clause(one, slugs)


def _parts_of_one_name(profile: Profile) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for part in profile.parts:
        if part.id in seen:
            said = say("The profile “{profile}” has two parts “{part}”.", profile=profile.id, part=part.id)
            yield diagnose("duplicate-id", said, part.span, say("give each part an id of its own"))
        seen.add(part.id)


def _unknown_names(profile: Profile, library: Library, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Boilerplate, facts and parts that a profile names and that are not there."""
    texts = [one.name for one in library.boilerplate]
    for named in boilerplate_named(profile):
        if named.name not in texts:
            hint = did_you_mean(named.name, texts, say("add styles/boilerplate/{name}.en.md", name=named.name))
            yield diagnose("unknown-boilerplate", say("There is no boilerplate “{name}”.", name=named.name), named.span, hint)
    parts = [part.id for part in profile.parts]
    for ban in (one for one in profile.forbidden if one.before and one.before not in parts):
        hint = did_you_mean(ban.before, parts, say("its parts are {parts}", parts=", ".join(parts)))
        yield diagnose("unknown-part", say("The profile has no part “{part}”.", part=ban.before), ban.span, hint)
    facts = [(ask.fact, ask.span) for ask in profile.asks] + [(limit.after, limit.span) for limit in profile.limits if limit.after]
    for path, span in facts:
        if vocabulary.find(tuple(path.split("."))) is None:
            hint = did_you_mean(path, vocabulary.declared, say("facts are declared in clauses/facts.yaml"))
            yield diagnose("unknown-fact", say("No fact “{fact}” is declared.", fact=path), span, hint)


def unknown_clause(named: Named, slugs: Iterable[str]) -> Diagnostic:
    """The diagnostic for a clause that does not exist."""
    hint = did_you_mean(named.name, slugs, say("briefkit clauses list shows all"))
    return diagnose("unknown-clause", say("There is no clause “{clause}”.", clause=named.name), named.span, hint)


def _circles(library: Library) -> Iterator[Diagnostic]:
    """Each circle of `requires` once, begun at the first clause of it by name, where it closes."""
    reported: set[frozenset[str]] = set()
    for clause in library.clauses:
        circle, closing = _circle_from(clause, library)
        if closing and frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            said = say("These clauses require one another: {clauses}.", clauses=" → ".join([*circle, circle[0]]))
            yield diagnose("requires-cycle", said, closing.span, say("remove one “requires”"))


def _circle_from(start: Clause, library: Library) -> tuple[tuple[str, ...], Named | None]:
    """A way along `requires` from a clause back to itself, and the name that closes it; None if there is none."""
    by_slug = {clause.slug: clause for clause in library.clauses}
    ways: list[tuple[str, ...]] = [(start.slug,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        clause = by_slug.get(way[-1])
        for named in clause.requires if clause else ():
            if named.name == start.slug:
                return way, named
            if named.name not in seen:
                seen.add(named.name)
                ways.append((*way, named.name))
    return (), None


def _stored_without_authority(library: Library) -> Iterator[Diagnostic]:
    known = [authority.id for authority in library.authorities]
    for stored in library.sources:
        if stored.authority not in known and stored.texts:
            hint = did_you_mean(stored.authority, known)
            yield diagnose(
                "unknown-authority",
                say("No authority “{authority}” is known.", authority=stored.authority),
                stored.texts[0].span.source.whole(),
                hint,
            )


def _adverse_to_unknown(library: Library, slugs: list[str]) -> Iterator[Diagnostic]:
    """Clauses that an authority is said to speak against, and that are not there; only a warning, since authorities travel alone."""
    known = [*slugs, *(clause.catalogue for clause in library.clauses if clause.catalogue)]
    named = (name for authority in library.authorities for adverse in authority.adverse for name in adverse.to)
    yield from (replace(unknown_clause(name, known), severity=Severity.WARNING) for name in named if name.name not in known)


def _reviews_of_unknown(library: Library, slugs: list[str]) -> Iterator[Diagnostic]:
    """Clauses that somebody reviewed, and that are not there; only a warning, since a clause may go and what was signed stays."""
    named = (review.clause for review in library.reviews if review.clause.name not in slugs)
    yield from (replace(unknown_clause(name, slugs), severity=Severity.WARNING) for name in named)


def _unknown_in_authorities(library: Library) -> Iterator[Diagnostic]:
    """Authorities that others name, as what stands in their place or as the Covenant of a right, and that are not there."""
    known = [authority.id for authority in library.authorities]
    named_elsewhere = [one.recalled.by for one in library.authorities if one.recalled]
    named_elsewhere += [counterpart.covenant for one in library.authorities for counterpart in one.counterparts]
    for named in named_elsewhere:
        if named and named.name not in known:
            hint = did_you_mean(named.name, known, say("briefkit authorities list shows all"))
            yield diagnose("unknown-authority", say("No authority “{authority}” is known.", authority=named.name), named.span, hint)
