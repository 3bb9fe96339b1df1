"""What a library's files say of one another: names that must exist, circles, facts that must be declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.model.facts import Vocabulary
from briefkit.model.library import Clause, Library, Named, Profile
from briefkit.template import check_condition, check_template


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
    for profile in library.profiles:
        for part in profile.parts:
            yield from _unknown_clauses(part.clauses, slugs)
        yield from _parts_of_one_name(profile)
    yield from _stored_without_authority(library)


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


def unknown_clause(named: Named, slugs: Iterable[str]) -> Diagnostic:
    """The diagnostic for a clause that does not exist."""
    hint = did_you_mean(named.name, slugs, "briefkit clauses list shows all")
    return diagnose("unknown-clause", f"There is no clause “{named.name}”.", named.span, hint)


def _circles(library: Library) -> Iterator[Diagnostic]:
    """Each circle of `requires` once, at the first clause of it by name."""
    reported: set[frozenset[str]] = set()
    for clause in library.clauses:
        circle = _circle_from(clause, library)
        if circle and frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            said = " → ".join([*circle, circle[0]])
            span = clause.requires[0].span
            yield diagnose("requires-cycle", f"These clauses require one another: {said}.", span, "remove one “requires”")


def _circle_from(start: Clause, library: Library) -> tuple[str, ...]:
    """A way along `requires` from a clause back to itself; empty if there is none."""
    by_slug = {clause.slug: clause for clause in library.clauses}
    ways: list[tuple[str, ...]] = [(start.slug,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        clause = by_slug.get(way[-1])
        for named in clause.requires if clause else ():
            if named.name == start.slug:
                return way
            if named.name not in seen:
                seen.add(named.name)
                ways.append((*way, named.name))
    return ()


def _stored_without_authority(library: Library) -> Iterator[Diagnostic]:
    known = [authority.id for authority in library.authorities]
    for stored in library.sources:
        if stored.authority not in known and stored.texts:
            hint = did_you_mean(stored.authority, known)
            yield diagnose("unknown-authority", f"No authority “{stored.authority}” is known.", stored.texts[0].span.source.whole(), hint)
