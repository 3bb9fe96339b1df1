"""The command matrix, and the comparison of two cases for the command check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefkit.cli.cases import read_case_inputs
from briefkit.cli.options import case_argument, choices, force_option, format_option, least
from briefkit.cli.printing import as_data, errors, finish, show, show_diagnostics, show_json, show_table, summed_up
from briefkit.cli.speaking import wrong_usage
from briefkit.diagnostics import Diagnostic, Severity
from briefkit.messages import say

if TYPE_CHECKING:
    from briefkit.build import Stages
    from briefkit.coverage import Coverage

EMPTY: dict[str, list[str]] = {
    "rows": [],
    "facts_without_use": [],
    "claims_without_authority": [],
    "facts_without_source": [],
    "adverse_not_met": [],
}


@click.command()
@case_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Also write a page for a browser; .html.")
@choices
@force_option
@format_option
def matrix(case: Path, output: Path | None, force: bool, form: str, **options: str | None) -> None:
    """Show issue, clause, authority and fact side by side, and what is missing.

    Below the table stand the facts that nothing uses, claims without authority, asserted facts without a source, and authority known to
    speak against a clause that the document does not meet.

    \b
    Example:
      briefkit matrix examples/reporting-fine/case.yaml
      briefkit matrix examples/reporting-fine/case.yaml -o matrix.html
    """
    from briefkit.build import run_stages

    if output is not None and output.suffix.lower() not in (".html", ".htm"):
        raise wrong_usage(say("The page is a file that ends in .html."))
    stages = run_stages(read_case_inputs(case, options, form, EMPTY))
    made = _coverage(stages.value)
    problems = [*stages.diagnostics, *(_write(made, stages.value, output, force) if output else ())]
    if form == "json":
        show_json({**_data(made), "diagnostics": [as_data(problem) for problem in problems]})
    else:
        _show(made)
        show_diagnostics(problems, Severity.ERROR)
        if output is not None and not any(problem.code.startswith("output-") for problem in problems):
            show(say("The page is {file}", file=output), err=True)
    finish(problems)


def _coverage(stages: Stages) -> Coverage:
    from briefkit.coverage import Coverage, coverage

    if stages.case is None or stages.opinion is None:
        return Coverage()
    return coverage(stages.holdings, stages.case, stages.plan, stages.opinion, stages.citable)


def _show(made: Coverage) -> None:
    from briefkit.coverage.printed import COLUMNS, cells, lists_of

    show_table(say("Issue, clause, authority and fact"), COLUMNS, [cells(row) for row in made.rows])
    drawn = sys.stdout.isatty()  # a drawn table has its title; in a pipe each line says which list it is of
    for _, heading, found in (one for one in lists_of(made) if one[2]):
        rows = [(one.message, str(one.span or "")) for one in found]
        show_table(heading, (say("what"), say("where")), rows if drawn else [(heading, *row) for row in rows])


def _data(made: Coverage) -> dict[str, Any]:
    from briefkit.coverage.printed import coverage_data, lists_of

    return {**coverage_data(made), **{name: [as_data(one) for one in found] for name, _, found in lists_of(made)}}


def _write(made: Coverage, stages: Stages, output: Path, force: bool) -> tuple[Diagnostic, ...]:
    from briefkit.coverage.page import write_page
    from briefkit.shelf import Output, write_new
    from briefkit.walk import plain

    title = plain(stages.opinion.title) if stages.opinion else ""
    language = stages.case.language if stages.case else "en"
    return write_new(Output(output, write_page(made, title, language).encode("utf-8")), force)


def check_against(case: Path, other: Path, options: dict[str, str | None], form: str, quiet: bool, verbose: bool) -> None:
    """Prints where the documents of two cases of one client contradict each other; exits with 1 if there is an error in a case.

    Of the cases themselves only errors are told: the comparison is not the place for what is unverified in them.
    """
    from briefkit.build import run_stages

    first = run_stages(read_case_inputs(case, options, form))
    second = run_stages(read_case_inputs(other, {"language": options["language"]}, form))
    wrong = dict.fromkeys(errors((*first.diagnostics, *second.diagnostics)))
    problems = (*wrong, *_compared(first.value, second.value))
    if form == "json":
        show_json([as_data(problem) for problem in problems])
    else:
        show_diagnostics(problems, least(quiet, verbose))
        show(summed_up(problems, say("No contradiction was found.")), err=True)
    finish(problems)


def _compared(first: Stages, second: Stages) -> tuple[Diagnostic, ...]:
    from briefkit.against import Side, compare_sides

    if first.case is None or first.opinion is None or second.case is None or second.opinion is None:
        return ()
    sides = Side(first.case, first.plan, first.opinion), Side(second.case, second.plan, second.opinion)
    return compare_sides(*sides, first.holdings)
