"""Options of a build that names nobody, what does not go with them, and the report on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from briefkit.cli.printing import show
from briefkit.cli.speaking import spoken_language, tell, wrong_usage
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say

if TYPE_CHECKING:
    from briefkit.build import Stages
    from briefkit.shelf import Output

Command = TypeVar("Command", bound=Callable[..., Any])


def public_options(command: Command) -> Command:
    """--public and --report."""
    kind = click.Path(path_type=Path, dir_okay=False)
    command = click.option("--report", type=kind, help="With --public: a page on what it hides and what it leaves. Holds the real names.")(
        command
    )
    return click.option("--public", is_flag=True, help="A version that names nobody: pseudonyms, months, rounded sums.")(command)


def refuse_with_public(public: bool, zotero: bool, lock: bool) -> None:
    """What tells more than a public version may."""
    if public and zotero:
        raise wrong_usage(say("--zotero writes more of the sources into the file than is printed: it does not go with --public."))
    if public and lock:
        raise wrong_usage(say("--lock pins what a draft or a final is made of; a public version tells nothing of that."))


def default_output(case: Path, public: bool) -> Path:
    """Where a build goes that says nothing else: beside the case."""
    return case.with_suffix(".public.docx" if public else ".docx")


def names_in_names(outputs: Iterable[Path], stages: Stages | None) -> Iterator[Diagnostic]:
    """Files of a public version whose names say what it hides."""
    if stages is None or stages.public is None:
        return
    from briefkit.release import named_files

    for name in named_files((path.name for path in outputs), stages.public, stages.holdings):
        said = say("The name of the file “{file}” holds what its text hides.", file=name)
        yield diagnose("leak", said, hint=say("choose another -o, such as public.docx"))


def report_on(report: Path | None, stages: Stages | None, problems: Iterable[Diagnostic]) -> Iterator[Output]:
    """The report on a public version, for its owner alone; with what was found in the finished files."""
    if report is None or stages is None:
        return
    if stages.public is None or stages.opinion is None:
        raise wrong_usage(say("--report tells of a public version: add --public."))
    from briefkit.publication.report import write_report
    from briefkit.shelf import Output

    found = [one for one in problems if one.code.startswith("leak")]
    page = write_report(stages.public, stages.opinion, stages.holdings, found, tell, spoken_language())
    yield Output(report, page.encode("utf-8"), private=True)


def show_report(report: Path | None, made: Iterable[Output], problems: Iterable[Diagnostic]) -> None:
    """Where the report is, if it was written."""
    if report and any(one.path == report for one in made) and not any(one.code.startswith("output-") for one in problems):
        show(say("What it hides and leaves: {file} (holds the real names)", file=report))
