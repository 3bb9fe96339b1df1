"""Commands about authorities: list and verify; the others stand beside it."""

from __future__ import annotations

from pathlib import Path

import click

from briefkit.cli.chosen import past_day
from briefkit.cli.clauses import read_library_here
from briefkit.cli.completing import authority_ids
from briefkit.cli.exchange import export_authorities, import_authorities
from briefkit.cli.groups import Group
from briefkit.cli.options import case_file, format_option
from briefkit.cli.printing import finish, show, show_diagnostics, show_json, show_table, stop
from briefkit.cli.showing import authority_data, find_authority, show_authority
from briefkit.cli.worklist import show_worklist
from briefkit.diagnostics import Severity
from briefkit.messages import say
from briefkit.model.libraries import Authority, Verification

COLUMNS = (say("id"), say("short form"), say("status"), say("pinpoints verified"), say("identity"))


@click.group(cls=Group)
def authorities() -> None:
    """List and show the authorities, bring them in and out, say what to look at, and record that a source was seen."""


authorities.add_command(import_authorities)
authorities.add_command(export_authorities)
authorities.add_command(show_authority)
authorities.add_command(show_worklist)


@authorities.command("list")
@click.argument("case", required=False, type=click.Path(path_type=Path))
@click.option("--style", help="With a case: a citation style, by name or .csl file.")
@click.option("--lang", "language", help="With a case: en, ru or kk.")
@format_option
def list_authorities(case: Path | None, form: str, **options: str | None) -> None:
    """List the authorities of the library; or of a case, its table of authorities: by category, in full, with every note and paragraph.

    \b
    Example:
      briefkit authorities list
      briefkit authorities list examples/reporting-fine/case.yaml
    """
    if case is not None:
        from briefkit.cli.tables import show_authorities_of

        show_authorities_of(case, form, **options)
        return
    library, problems = read_library_here()
    found = library.authorities
    if form == "json":
        show_json([authority_data(one) for one in found])
    else:
        rows = [(one.id, _short(one), one.status, _verified_count(one), "" if one.confirmed else say("unconfirmed")) for one in found]
        show_table(say("Authorities"), COLUMNS, rows)
    show_diagnostics(problems, Severity.ERROR)
    finish(problems)


def _short(authority: Authority) -> str:
    return str(authority.csl.get("title-short") or authority.csl.get("title", ""))


def _verified_count(authority: Authority) -> str:
    return f"{sum(1 for pinpoint in authority.pinpoints if pinpoint.verified)}/{len(authority.pinpoints)}"


@authorities.command("verify")
@click.argument("authority", shell_complete=authority_ids)
@click.argument("pinpoint")
@click.option("--seen", required=True, help="What you saw: the address or the edition of the source.")
@click.option("--by", required=True, help="Who saw it, by role: local counsel, researcher.")
@click.option("--on", default=None, help="The day on which it was seen (YYYY-MM-DD); today unless given.")
@click.option("--case", "case", type=click.Path(path_type=Path), help="Record it in this case alone, not in the library.")
def verify_pinpoint(authority: str, pinpoint: str, seen: str, by: str, on: str | None, case: Path | None) -> None:
    """Record that you saw a pinpoint in its source. Only a person who did should say so.

    \b
    Example:
      briefkit authorities verify gc-31 "para 8" --seen https://undocs.org/CCPR/C/21/Rev.1/Add.13 \\
        --by "local counsel" --case case.yaml
    """
    from briefkit.shelf import record_in_case, record_in_library

    day = past_day(on, say("give the day on which you saw it"))
    verification = Verification(seen, by, day)
    if case is not None:
        problems = record_in_case(case_file(case), authority, pinpoint, verification)
    else:
        problems = record_in_library(find_authority(*read_library_here(), authority), pinpoint, verification)
    if problems:
        stop(*problems)
    recorded = say(
        "Recorded: {authority}, {pinpoint} was seen on {day} by {person}.",
        authority=authority,
        pinpoint=pinpoint,
        day=day.isoformat(),
        person=by,
    )
    show(recorded)
