"""The command authorities worklist: what to open next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefkit.cli.clauses import read_library_here
from briefkit.cli.exchange import case_option
from briefkit.cli.options import format_option
from briefkit.cli.printing import finish, show, show_diagnostics, show_json, show_table
from briefkit.cli.speaking import tell
from briefkit.diagnostics import Diagnostic, Severity
from briefkit.messages import listed, say

if TYPE_CHECKING:
    from briefkit.worklist import Work

IDENTITY = say("its title, symbol and dates")
COLUMNS = (
    say("rest on it"),
    say("authority"),
    say("pinpoint"),
    say("document"),
    say("symbol"),
    say("address"),
    say("look for"),
    say("where"),
)


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
        show_table(say("To open and to look at"), COLUMNS, [_row(one) for one in work])
        show_diagnostics(problems, Severity.ERROR)
        if not work:
            show(say("Nothing is unverified."), err=True)
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


def _row(work: Work) -> tuple[str, ...]:
    from briefkit.authorities import shelfmark

    mark = shelfmark(work.authority)
    look_for = work.says or ("" if work.loc else IDENTITY)
    return (str(len(work.places)), work.authority.id, work.loc, mark.title, mark.symbol, mark.address, look_for, listed(work.places))


def _as_data(work: Work) -> dict[str, Any]:
    _, name, loc, document, symbol, address, look_for, _ = _row(work)
    return {
        "authority": name,
        "pinpoint": loc or None,
        "count": len(work.places),
        "places": list(work.places),
        "document": document,
        "symbol": symbol,
        "address": address,
        "look_for": tell(look_for),
    }
