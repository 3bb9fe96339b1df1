"""What a library cites, against what its authorities list and what somebody recorded to have seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from briefkit.health.subject import Subject
from briefkit.markup import places_of, read_refs_at
from briefkit.messages import say, say_count
from briefkit.model.facts import Given, given_facts
from briefkit.model.libraries import Authority
from briefkit.source import Span


def unknown_authority(subject: Subject) -> Iterator[Diagnostic]:
    """`unknown-authority`: a text of the library cites what the library does not hold."""
    known = [one.id for one in subject.holdings.authorities]
    for name, span in {ref.authority: ref.origin.span for _, ref, _ in subject.cited() if ref.authority not in known}.items():
        hint = did_you_mean(name, known, say("briefkit authorities list shows all"))
        yield diagnose("unknown-authority", say("There is no authority “{authority}” in the library.", authority=name), span, hint)


def unused_authority(subject: Subject) -> Iterator[Diagnostic]:
    """`authority-unused`: no text, stored source or example cites it, and it stands in no other's place."""
    used = set(_used(subject))
    for authority in subject.holdings.authorities:
        if authority.id not in used:
            said = say("Nothing in the library cites “{authority}”.", authority=authority.id)
            yield diagnose("authority-unused", said, authority.span, say("cite it, or take it out"))


def _used(subject: Subject) -> Iterator[str]:
    library = subject.holdings
    yield from (ref.authority for _, ref, _ in subject.cited())
    yield from (stored.authority for stored in library.sources)
    yield from (one.recalled.by.name for one in library.authorities if one.recalled and one.recalled.by)
    for example in subject.examples:
        for given in given_facts(example.case.facts):
            yield from _named_by(given)


def _named_by(given: Given) -> Iterator[str]:
    """The authorities that a fact names: the act that it is, and where it comes from."""
    for words in (str(given.value) if given.type == "act" else "", given.source):
        if words.strip("[]").startswith("@"):
            yield from (ref.authority for ref in read_refs_at(words.strip("[]"), given.span, []))


def unlisted_pinpoint(subject: Subject) -> Iterator[Diagnostic]:
    """`pinpoint-unlisted`: a place that texts cite and the authority does not list, once, with how many texts cite it."""
    for (name, loc), (span, owners) in _places(subject).items():
        authority = subject.holdings.authority(name)
        if authority and loc and loc not in _listed(authority):
            said = say_count(
                "A text cites {authority}, {place}, which the authority does not list.",
                "{number} texts cite {authority}, {place}, which the authority does not list.",
                len(owners),
                authority=name,
                place=loc,
            )
            hint = did_you_mean(loc, _listed(authority), say("add it to the pinpoints of {authority}, with what it says", authority=name))
            yield diagnose("pinpoint-unlisted", said, span, hint)


def unverified(subject: Subject) -> Iterator[Diagnostic]:
    """`unverified-authority`, `unverified-pinpoint`: what nobody checked, as a note; documents that cite it are warned."""
    for authority in subject.holdings.authorities:
        if not authority.confirmed:
            said = say("The identity of {authority} (title, symbol, dates) was not checked.", authority=authority.id)
            yield diagnose("unverified-authority", said, authority.span, _WORKLIST, Severity.NOTE)
    for (name, loc), span in cited_and_unverified(subject).items():
        said = say("Texts cite {authority}, {place}, and nobody has recorded that they saw it.", authority=name, place=loc)
        yield diagnose("unverified-pinpoint", said, span, _WORKLIST, Severity.NOTE)


def cited_and_unverified(subject: Subject) -> Mapping[tuple[str, str], Span | None]:
    """Each place that texts of the library cite and nobody recorded to have seen, with where it is cited first."""
    seen = {
        (authority.id, place)
        for authority in subject.holdings.authorities
        for pinpoint in authority.pinpoints
        if pinpoint.verified
        for place in places_of(pinpoint.loc)
    }
    return {place: span for place, (span, _) in _places(subject).items() if place[1] and place not in seen}


_WORKLIST = say("briefkit authorities worklist says what to open")


def old_verification(subject: Subject) -> Iterator[Diagnostic]:
    """`verification-old`: a pinpoint that was last seen more than a year ago; sites move, and courts change their minds."""
    for authority in subject.holdings.authorities:
        for pinpoint in authority.pinpoints:
            seen = pinpoint.verified
            if seen and subject.today and _a_year_after(seen.on) < subject.today:
                said = say(
                    "{authority}, {place} was last seen on {day}, more than a year ago.",
                    authority=authority.id,
                    place=pinpoint.loc,
                    day=seen.on,
                )
                hint = say(
                    'open {source} again, and record it: briefkit authorities verify {authority} "{place}"',
                    source=seen.seen,
                    authority=authority.id,
                    place=pinpoint.loc,
                )
                yield diagnose("verification-old", said, seen.span or pinpoint.span, hint)


def _a_year_after(day: date) -> date:
    """The same day of the next year; for the 29th of February, the 28th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def _places(subject: Subject) -> dict[tuple[str, str], tuple[Span | None, tuple[str, ...]]]:
    """Each place that is cited, with where it is cited first and the texts that cite it."""
    found: dict[tuple[str, str], tuple[Span | None, tuple[str, ...]]] = {}
    for template, ref, loc in subject.cited():
        span, owners = found.get((ref.authority, loc), (ref.origin.span, ()))
        found[ref.authority, loc] = (span, tuple(dict.fromkeys((*owners, template.source.name))))
    return found


def _listed(authority: Authority) -> tuple[str, ...]:
    return tuple(place for pinpoint in authority.pinpoints for place in places_of(pinpoint.loc))
