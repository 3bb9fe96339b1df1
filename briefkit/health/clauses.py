"""Clauses that no document can hold."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.health.subject import Subject, takes
from briefkit.messages import say


def unreached_clause(subject: Subject) -> Iterator[Diagnostic]:
    """`clause-unreached`: no profile is for an audience of the clause and has a part for it."""
    for clause in subject.clauses:
        if not any(takes(profile, clause) for profile in subject.holdings.profiles):
            said = say(
                "No profile for {audiences} has a part that takes the clause “{clause}” ({kind}).",
                audiences=", ".join(clause.audiences),
                clause=clause.slug,
                kind=clause.kind,
            )
            hint = say("change its kind or its audiences, or name it in a part of a profile")
            yield diagnose("clause-unreached", said, clause.span, hint)
