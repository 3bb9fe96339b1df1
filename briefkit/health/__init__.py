"""The health of a clause library: what in it is unused, out of reach, untried, unseen, untranslated, or said in other words than agreed.

Nothing here reads a file or a clock: the caller gives the library, the examples with their plans, and the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefkit.diagnostics import Diagnostic, in_order
from briefkit.health.branches import untried_branch
from briefkit.health.citations import old_verification, unknown_authority, unlisted_pinpoint, unused_authority, unverified
from briefkit.health.clauses import unreached_clause
from briefkit.health.facts import unused_fact
from briefkit.health.reviews import draft_clause, unsound_review
from briefkit.health.subject import Example, Subject, subject_of
from briefkit.health.summary import Tally, summary
from briefkit.health.terms import departed_from_glossary
from briefkit.health.translations import differing_translation, missing_term, missing_translation, stale_translation

Rule = Callable[[Subject], Iterator[Diagnostic]]

RULES: tuple[tuple[Rule, str], ...] = (
    (unknown_authority, "authorities cited and not there"),
    (unused_authority, "authorities that nothing cites"),
    (unlisted_pinpoint, "places cited that their authority does not list"),
    (unverified, "what is cited, and nobody recorded to have seen"),
    (old_verification, "what was last seen more than a year ago"),
    (unused_fact, "facts that nothing asks for"),
    (unreached_clause, "clauses that no profile takes"),
    (draft_clause, "clauses that no counsel has reviewed"),
    (unsound_review, "reviews that are missing, or no longer stand"),
    (untried_branch, "branches that no example takes"),
    (missing_translation, "texts missing in a language"),
    (missing_term, "terms missing in a language"),
    (stale_translation, "translations of an earlier version"),
    (differing_translation, "translations that do not keep step with the English text"),
    (departed_from_glossary, "words that the glossary chose another term over"),
)


def check_health(subject: Subject) -> tuple[Diagnostic, ...]:
    """All that the rules find, by file and place."""
    return in_order(problem for rule, _ in RULES for problem in rule(subject))


__all__ = ["RULES", "Example", "Subject", "Tally", "check_health", "subject_of", "summary"]
