"""Commands about reviews: how each text stands, signing one, and what changed since it was signed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from briefkit.cli.chosen import check_language, clause_named, past_day, unknown_clause
from briefkit.cli.clauses import read_library_here
from briefkit.cli.completing import clause_names
from briefkit.cli.groups import Group
from briefkit.cli.options import format_option
from briefkit.cli.printing import count, finish, show, show_diagnostics, show_json, show_table, stop
from briefkit.cli.requesting import import_answers, list_notes, write_request
from briefkit.cli.speaking import tell, wrong_usage
from briefkit.diagnostics import Diagnostic, Severity, diagnose
from briefkit.messages import NOTHING, Message, say
from briefkit.model.libraries import Clause, Library
from briefkit.model.naming import Named
from briefkit.model.reviews import Review

if TYPE_CHECKING:
    from briefkit.review.changes import Difference
    from briefkit.review.standing import Standing
    from briefkit.seen import Seen, Signed

COLUMNS = (say("clause"), say("language"), say("state"), say("by"), say("on"), say("what changed"), say("notes"))
STATES = {"draft": say("draft"), "reviewed": say("reviewed"), "changed": say("changed since review"), "overdue": say("overdue")}


@click.group(cls=Group)
def review() -> None:
    """Have clauses reviewed: how each stands, who signed it, requests to counsel and their answers."""


review.add_command(write_request)
review.add_command(import_answers)
review.add_command(list_notes)


# --- status ---------------------------------------------------------------------------------------


@review.command("status")
@click.argument("clauses", nargs=-1, shell_complete=clause_names)
@click.option("--lang", "language", default="", help="en, ru or kk; all unless given.")
@click.option(
    "--older-than", "days", type=click.IntRange(min=1), default=365, help="After so many days a review is overdue; 365 unless given."
)
@format_option
def show_status(clauses: tuple[str, ...], language: str, days: int, form: str) -> None:
    """Show how each clause stands in each language: a draft, reviewed, changed since review, or overdue; and who signed it.

    \b
    Example:
      briefkit review status
      briefkit review status three-part-test --lang ru
    """
    from briefkit.review.standing import standings

    if language:
        check_language(language)
    library, problems = read_library_here()
    for name in clauses:
        clause_named(name, library, problems)
    broken: list[Diagnostic] = []
    found = list(standings(library, clauses, language))
    if form == "json":
        show_json([_as_data(one, days, library, broken) for one in found])
    else:
        show_table(say("Reviews"), COLUMNS, [row for one in found for row in _rows(one, days, library, broken)])
    show_diagnostics((*problems, *broken), Severity.WARNING if broken else Severity.ERROR)
    finish(problems)


def _rows(standing: Standing, days: int, library: Library, broken: list[Diagnostic]) -> list[tuple[str, ...]]:
    """A row for each role that signed; one for a draft, which nobody did."""
    name, language, notes = standing.clause.slug, standing.language, str(standing.notes or "")
    if not standing.found:
        return [(name, language, STATES["draft"], "", "", "", notes)]
    rows: list[tuple[str, ...]] = []
    for one in standing.found:
        what = _changed(one, standing, library, broken)
        state = STATES[one.state(date.today(), days)]
        rows.append((name, language, state, one.review.by, one.review.on.isoformat(), what.said if what else NOTHING, notes))
    return rows


def _changed(signed: Signed, standing: Standing, library: Library, broken: list[Diagnostic]) -> Difference | None:
    """What changed since a role signed; None if nothing did, or if what was signed is not kept, which is reported."""
    from briefkit.review.changes import difference
    from briefkit.seen import seen
    from briefkit.shelf.reviews import read_signed

    if signed.stands:
        return None
    kept = read_signed(signed.review)
    if isinstance(kept, Diagnostic):
        broken.append(kept)
        return None
    return difference(kept, seen(standing.clause, standing.language, library))


def _as_data(standing: Standing, days: int, library: Library, broken: list[Diagnostic]) -> dict[str, Any]:
    from briefkit.seen import state_of

    return {
        "clause": standing.clause.slug,
        "language": standing.language,
        "version": standing.clause.version,
        "state": state_of(standing.found, date.today(), days),
        "notes": standing.notes,
        "reviews": [_review_data(one, standing, days, library, broken) for one in standing.found],
    }


def _review_data(signed: Signed, standing: Standing, days: int, library: Library, broken: list[Diagnostic]) -> dict[str, Any]:
    what, made = _changed(signed, standing, library, broken), signed.review
    data = {"by": made.by, "on": made.on.isoformat(), "version": made.version, "seen": made.seen, "state": signed.state(date.today(), days)}
    changed = {"parts": list(what.parts), "authorities": list(what.authorities), "sources": list(what.sources)} if what else None
    return {**data, "changed": changed}


# --- sign -----------------------------------------------------------------------------------------


@review.command("sign")
@click.argument("clause", shell_complete=clause_names)
@click.option("--lang", "language", required=True, help="The language of the text that was read: en, ru or kk.")
@click.option("--by", required=True, help="Who signs, by role: counsel of the CSO. No name, and nobody checks who you are.")
@click.option("--on", default=None, help="The day on which it was read (YYYY-MM-DD); today unless given.")
@click.option("--seen", "mark", default="", help="The beginning of the hash of what was read; another text is not signed then.")
def sign_clause(clause: str, language: str, by: str, on: str | None, mark: str) -> None:
    """Record that you read a clause in a language and stand by its text and its sources. Only a person who did should say so.

    It is refused while anything is wrong with the text, its citations or its translation, or nobody saw a place that it cites. What was
    seen is kept beside the library, so that “review diff” can show what changed since.

    \b
    Example:
      briefkit review sign three-part-test --lang ru --by "counsel of the CSO"
    """
    from briefkit.review.checks import objections
    from briefkit.seen import seen

    role, day = " ".join(by.split()), past_day(on, say("give the day on which you read it"))
    if not role:
        raise wrong_usage(say("--by takes a role, such as “counsel of the CSO”."))
    check_language(language)
    library, problems = read_library_here()
    found = clause_named(clause, library, problems)
    against = objections(found, language, library, problems)
    if against:
        show_diagnostics(against)
        show(say("Nothing was signed: {errors}.", errors=count(against)), err=True)
        raise SystemExit(1)
    now = seen(found, language, library)
    if not now.hash.startswith(mark.lower()):
        stop(_another_text(found, language, now.mark))
    _record(Review(Named(clause, found.span), language, role, day, found.version, now.hash), now, library)


def _another_text(clause: Clause, language: str, mark: str) -> Diagnostic:
    said = say(
        "The text of “{clause}” in “{language}”, or what it cites, is not the one that was read.", clause=clause.slug, language=language
    )
    hint = say("read it as it is now, {mark}, and sign that", mark=mark)
    return diagnose("review-changed", said, clause.span, hint, Severity.ERROR)


def _record(made: Review, now: Seen, library: Library) -> None:
    from briefkit.shelf.reviews import keep_review

    values = {"mark": now.mark, "role": made.by, "day": made.on.isoformat()}
    if any(_key(one) == _key(made) for one in library.reviews):
        show(say("Signed already: {mark}, by {role}, on {day}.", **values))
        return
    kept = keep_review(made, now)
    if isinstance(kept, tuple):
        stop(*kept)
    show(say("Signed: {mark}, by {role}, on {day}.", **values))
    show(say("What was signed is kept in {file}.", file=kept.as_posix()))


def _key(one: Review) -> tuple[str, str, str, date, str]:
    return one.clause.name, one.language, one.by, one.on, one.seen


# --- diff -----------------------------------------------------------------------------------------


@review.command("diff")
@click.argument("clause", shell_complete=clause_names)
@click.option("--lang", "language", required=True, help="en, ru or kk.")
@click.option("--by", default="", help="The role whose review is meant; the latest review unless given.")
@format_option
def show_difference(clause: str, language: str, by: str, form: str) -> None:
    """Show what changed since a text was signed: its words, its citations, and the data of what it cites.

    Exit status: 0 nothing, 1 changes, 2 trouble, such as a text that nobody signed.

    \b
    Example:
      briefkit review diff three-part-test --lang ru
    """
    from briefkit.cli.compared import Found, conclude, in_trouble
    from briefkit.diff import Edition, compare
    from briefkit.review.changes import libraries_of
    from briefkit.seen import seen
    from briefkit.shelf.reviews import read_signed

    check_language(language)
    library, _ = read_library_here()
    found = library.clause(clause)
    if found is None:
        in_trouble([unknown_clause(clause, library)], form)
    made = _review_meant(found, language, by, library)
    if isinstance(made, Diagnostic):
        in_trouble([made], form)
    kept = read_signed(made)
    if isinstance(kept, Diagnostic):
        in_trouble([kept], form)
    old, new = libraries_of(kept, seen(found, language, library))
    comparison = compare(Edition(f"{made.on.isoformat()}, {made.by}", old), Edition(tell(say("now")), new))
    conclude(Found(comparison), (), False, form)


def _review_meant(clause: Clause, language: str, by: str, library: Library) -> Review | Diagnostic:
    """The latest review of a text, or that of a role; else why there is none."""
    role = " ".join(by.casefold().split())
    reviews = [one for one in library.reviews if (one.clause.name, one.language) == (clause.slug, language)]
    meant = [one for one in reviews if not role or " ".join(one.by.casefold().split()) == role]
    if meant:
        return sorted(meant, key=lambda one: one.on)[-1]
    said = say("Nobody has signed the text of “{clause}” in “{language}”.", clause=clause.slug, language=language)
    if reviews:
        said = say("No “{role}” has signed the text of “{clause}” in “{language}”.", role=by, clause=clause.slug, language=language)
    return diagnose("review-missing", said, clause.span, _signed_by(reviews), Severity.ERROR)


def _signed_by(reviews: list[Review]) -> Message:
    roles = dict.fromkeys(one.by for one in reviews)
    return say("it was signed by: {roles}", roles=", ".join(roles)) if roles else say("briefkit review sign records a review")
