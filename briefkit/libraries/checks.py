"""What a library's files say of one another: names that must exist, circles, facts that must be declared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from briefkit.libraries.profiles import boilerplate_named
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


def _declarations(facts: Sequence[FactDeclaration]) -> Iterator[Diagnostic]:
    """Declarations that lack what their type needs, or that stand in one another's way."""
    paths = [one.path for one in facts]
    for one in facts:
        if not _PATH.fullmatch(one.path):
            said = f"“{one.path}” is no name of a fact."
            yield diagnose("wrong-declaration", said, one.span, "write words of letters, digits and _, with full stops between them")
        if one.path.split(".")[0] in _DOCUMENT:
            yield diagnose("wrong-declaration", f"“{one.path}”: every document has a fact of this name.", one.span, "rename it")
        if one.type == "choice" and not one.choices:
            yield diagnose("missing-key", f"The choice “{one.path}” has no choices.", one.span, "give them under the key choices")
        if one.type == "records":
            yield from _fields(one, paths)
        below = [path for path in paths if path.startswith(one.path + ".")]
        if below and one.of != one.path:
            said = f"“{one.path}” is a fact itself, so “{below[0]}” cannot stand within it."
            yield diagnose("wrong-declaration", said, one.span, "rename one of them")


def _fields(records: FactDeclaration, paths: Sequence[str]) -> Iterator[Diagnostic]:
    if not records.of:
        hint = "measures of “measure.type” and “measure.date” have of: measure"
        yield diagnose("missing-key", f"“{records.path}” does not say what its records are called.", records.span, hint)
    elif not any(path.startswith(records.of + ".") for path in paths):
        hint = did_you_mean(records.of, {path.split(".")[0] for path in paths if "." in path}, f"declare {records.of}.date or the like")
        yield diagnose("unknown-fact", f"No field “{records.of}.…” of “{records.path}” is declared.", records.span, hint)


def _unknown_clauses(named: Iterable[Named], slugs: list[str]) -> Iterator[Diagnostic]:
    for one in named:
        if one.name not in slugs:
            yield unknown_clause(one, slugs)


def _parts_of_one_name(profile: Profile) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for part in profile.parts:
        if part.id in seen:
            said = f"The profile “{profile.id}” has two parts “{part.id}”."
            yield diagnose("duplicate-id", said, part.span, "give each part an id of its own")
        seen.add(part.id)


def _unknown_names(profile: Profile, library: Library, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Boilerplate, facts and parts that a profile names and that are not there."""
    texts = [one.name for one in library.boilerplate]
    for named in boilerplate_named(profile):
        if named.name not in texts:
            hint = did_you_mean(named.name, texts, f"add styles/boilerplate/{named.name}.en.md")
            yield diagnose("unknown-boilerplate", f"There is no boilerplate “{named.name}”.", named.span, hint)
    parts = [part.id for part in profile.parts]
    for ban in (one for one in profile.forbidden if one.before and one.before not in parts):
        hint = did_you_mean(ban.before, parts, "its parts are " + ", ".join(parts))
        yield diagnose("unknown-part", f"The profile has no part “{ban.before}”.", ban.span, hint)
    facts = [(ask.fact, ask.span) for ask in profile.asks] + [(limit.after, limit.span) for limit in profile.limits if limit.after]
    for path, span in facts:
        if vocabulary.find(tuple(path.split("."))) is None:
            hint = did_you_mean(path, vocabulary.declared, "facts are declared in clauses/facts.yaml")
            yield diagnose("unknown-fact", f"No fact “{path}” is declared.", span, hint)


def unknown_clause(named: Named, slugs: Iterable[str]) -> Diagnostic:
    """The diagnostic for a clause that does not exist."""
    hint = did_you_mean(named.name, slugs, "briefkit clauses list shows all")
    return diagnose("unknown-clause", f"There is no clause “{named.name}”.", named.span, hint)


def _circles(library: Library) -> Iterator[Diagnostic]:
    """Each circle of `requires` once, begun at the first clause of it by name, where it closes."""
    reported: set[frozenset[str]] = set()
    for clause in library.clauses:
        circle, closing = _circle_from(clause, library)
        if closing and frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            said = " → ".join([*circle, circle[0]])
            yield diagnose("requires-cycle", f"These clauses require one another: {said}.", closing.span, "remove one “requires”")


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
            yield diagnose("unknown-authority", f"No authority “{stored.authority}” is known.", stored.texts[0].span.source.whole(), hint)


def _adverse_to_unknown(library: Library, slugs: list[str]) -> Iterator[Diagnostic]:
    """Clauses that an authority is said to speak against, and that are not there; only a warning, since authorities travel alone."""
    known = [*slugs, *(clause.catalogue for clause in library.clauses if clause.catalogue)]
    named = (name for authority in library.authorities for adverse in authority.adverse for name in adverse.to)
    yield from (replace(unknown_clause(name, known), severity=Severity.WARNING) for name in named if name.name not in known)


def _unknown_in_authorities(library: Library) -> Iterator[Diagnostic]:
    """Authorities that others name, as what stands in their place or as the Covenant of a right, and that are not there."""
    known = [authority.id for authority in library.authorities]
    named_elsewhere = [one.recalled.by for one in library.authorities if one.recalled]
    named_elsewhere += [counterpart.covenant for one in library.authorities for counterpart in one.counterparts]
    for named in named_elsewhere:
        if named and named.name not in known:
            hint = did_you_mean(named.name, known, "briefkit authorities list shows all")
            yield diagnose("unknown-authority", f"No authority “{named.name}” is known.", named.span, hint)
