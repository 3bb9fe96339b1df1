"""The law has its time: what was not in force on a day that the case speaks of, and what is older than the rule it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.markup import read_refs_at
from briefkit.messages import Message, say
from briefkit.model.case import Case
from briefkit.model.facts import Given, Records, given_facts
from briefkit.model.libraries import Authority
from briefkit.tree import Cite, Document
from briefkit.walk import inlines_of

_ON_KAZAKHSTAN = ("finding-kazakhstan", "soft-law")


def check_times(document: Document, case: Case, authorities: Mapping[str, Authority]) -> Iterator[Diagnostic]:
    """`not-in-force` for an act or treaty cited although it was in force on none of the case's days, and for the basis of a
    measure that was not in force on its day; `older-than-rule` for a document on Kazakhstan that is older than the rule in issue.
    """
    yield from _bases(case, authorities)
    days = _days(case)
    adopted = case.facts.day("rule.adopted")
    seen: set[str] = set()
    for cite in (one for one in inlines_of(document) if isinstance(one, Cite)):
        for ref in cite.refs:
            authority = authorities.get(ref.authority)
            if authority is None or authority.id in seen:
                continue
            seen.add(authority.id)
            if days and not any(_in_force(authority, day) for day in days):
                hint = say("cite what was in force then, or give the day that it is used for")
                yield diagnose("not-in-force", _never_in_force(authority, days), ref.origin.span, hint)
            issued = _issued(authority)
            if adopted and issued and issued < adopted and _is_on_kazakhstan(authority):
                said = say(
                    "{authority} is of {day}, and the rule in issue was adopted on {adopted}: it cannot speak of that rule.",
                    authority=authority.id,
                    day=issued,
                    adopted=adopted,
                )
                yield diagnose(
                    "older-than-rule", said, ref.origin.span, say("cite it for an earlier rule or for the principle, and say so")
                )


def _bases(case: Case, authorities: Mapping[str, Authority]) -> Iterator[Diagnostic]:
    """The acts that measures rest on, each on the day of its measure."""
    measures = case.facts.get("measures")
    for item in measures.items if isinstance(measures, Records) else ():
        basis, day = item.get("legal_basis"), item.day("date")
        for ref in read_refs_at(str(basis.value), basis.span, []) if isinstance(basis, Given) and basis.type == "act" else ():
            authority = authorities.get(ref.authority)
            if authority and day and isinstance(basis, Given) and not _in_force(authority, day):
                said = say(
                    "{authority} was in force {term}, and the measure that rests on it is of {day}.",
                    authority=authority.id,
                    term=_term(authority),
                    day=day,
                )
                yield diagnose("not-in-force", said, basis.span, say("check the day and the act: the law in force on the day governs"))


def _days(case: Case) -> tuple[date, ...]:
    """Every day that the case speaks of: its own, and those of its facts."""
    given = [one.value for one in given_facts(case.facts) if isinstance(one.value, date)]
    return tuple(sorted({*given, *([case.date] if case.date else [])}))


def _in_force(authority: Authority, day: date) -> bool:
    return (authority.in_force or date.min) <= day <= (authority.in_force_until or date.max)


def _term(authority: Authority) -> Message:
    """When an authority was in force; one that is not in force on some day has a first or a last one."""
    since, until = authority.in_force, authority.in_force_until
    if since and until:
        return say("from {first} until {last}", first=since, last=until)
    return say("from {first}", first=since) if since else say("until {last}", last=until)


def _never_in_force(authority: Authority, days: tuple[date, ...]) -> Message:
    first, last, term = days[0], days[-1], _term(authority)
    if first == last:
        return say("{authority} was in force {term}, and the case speaks of {day} only.", authority=authority.id, term=term, day=first)
    return say(
        "{authority} was in force {term}, and the case speaks of days from {first} to {last} only.",
        authority=authority.id,
        term=term,
        first=first,
        last=last,
    )


def _is_on_kazakhstan(authority: Authority) -> bool:
    """Whether it is a report or observations on the country; a decision in one person's case speaks of no rule at large."""
    title = str(authority.csl.get("title", "")) + str(authority.csl.get("title-short", ""))
    is_case = authority.csl.get("type") == "legal_case"
    return authority.status in _ON_KAZAKHSTAN and "Kazakhstan" in title and not is_case


def _issued(authority: Authority) -> date | None:
    """The latest day that the date of an authority may mean; the 28th of a month stands for its end."""
    issued = authority.csl.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    given = [int(part) for part in parts[0]] if parts and parts[0] else []
    try:
        return date(*(*given, *(12, 28)[max(len(given) - 1, 0) :])) if given else None
    except ValueError:
        return None
