"""The command authorities worklist: what to open next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefkit.cli.clauses import read_library_here
from briefkit.cli.exchange import case_option
from briefkit.cli.options import format_option
from briefkit.cli.printing import finish, show_diagnostics, show_json, show_table
from briefkit.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from briefkit.worklist import Work

IDENTITY = "its title, symbol and dates"
COLUMNS = ("rest on it", "authority", "pinpoint", "document", "symbol", "address", "look for", "where")


@click.command("worklist")
@case_option
@format_option
def show_worklist(case: Path | None, form: str) -> None:
    """List what is unverified, that on which most clauses rest (or places of a case) first, with what to open and to look for.

    \b
    Example:
      briefkit authorities worklist
      briefkit authorities worklist --case my-case/case.yaml
    """
    work, problems = _of_case(case, form) if case else _of_library()
    if form == "json":
        show_json([_as_data(one) for one in work])
    else:
        rows = [tuple(str(value) for value in _row(one)) for one in work]
        show_table("To open and to look at", COLUMNS, rows)
        show_diagnostics(problems, Severity.ERROR)
        if not work:
            click.echo("Nothing is unverified.", err=True)
    finish(problems)


def _of_library() -> tuple[tuple[Work, ...], tuple[Diagnostic, ...]]:
    from briefkit.worklist import cited_in_clauses, worklist

    library, problems = read_library_here()
    return worklist(library.authorities, cited_in_clauses(library)), problems


def _of_case(case: Path, form: str) -> tuple[tuple[Work, ...], tuple[Diagnostic, ...]]:
    from briefkit.build import run_stages
    from briefkit.cli.cases import read_case_inputs
    from briefkit.worklist import cited_in, worklist

    stages = run_stages(read_case_inputs(case, {}, form))
    opinion, read = stages.value.opinion, stages.value.case
    if opinion is None or read is None:
        return (), stages.diagnostics
    cited = cited_in(opinion)
    used = {one.authority for one in cited}
    authorities = [one for one in stages.value.citable.values() if one.id in used]
    return worklist(authorities, cited, read.verified), stages.diagnostics


def _row(work: Work) -> tuple[int | str, ...]:
    from briefkit.authorities import shelfmark

    mark = shelfmark(work.authority)
    look_for = work.says or ("" if work.loc else IDENTITY)
    return (len(work.places), work.authority.id, work.loc, mark.title, mark.symbol, mark.address, look_for, ", ".join(work.places))


def _as_data(work: Work) -> dict[str, Any]:
    count, name, loc, document, symbol, address, look_for, _ = _row(work)
    return {
        "authority": name,
        "pinpoint": loc or None,
        "count": count,
        "places": list(work.places),
        "document": document,
        "symbol": symbol,
        "address": address,
        "look_for": look_for,
    }
