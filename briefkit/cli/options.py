"""Options that read the same in every command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from briefkit.diagnostics import Severity

Command = TypeVar("Command", bound=Callable[..., Any])

case_argument = click.argument("case", type=click.Path(path_type=Path, dir_okay=True))
_forms = click.Choice(["text", "json"])
format_option = click.option("--format", "form", type=_forms, default="text", help="How to print: for people, or JSON.")
final_option = click.option("--final", is_flag=True, help="A document to file: refused while a pinpoint is unverified.")
force_option = click.option("--force", is_flag=True, help="Replace a file that was changed since it was built.")


def choices(command: Command) -> Command:
    """--profile, --lang, --tone, --style and --template, in place of what the case and its profile say."""
    for option in (
        click.option("--template", help="A Word template: a name of the workspace, or a .docx or .dotx file."),
        click.option("--style", help="A citation style: a name of the workspace, or a .csl file."),
        click.option("--tone", help="cooperative, neutral or adversarial."),
        click.option("--lang", "language", help="en, ru or kk."),
        click.option("--profile", help="A kind of document (styles/profiles)."),
    ):
        command = option(command)
    return command


def chosen(**given: str | None) -> dict[str, str]:
    """The options that were given."""
    return {name: value for name, value in given.items() if value}


def verbosity(command: Command) -> Command:
    """-q and -v."""
    command = click.option("-v", "--verbose", is_flag=True, help="Also print what is only worth noting.")(command)
    return click.option("-q", "--quiet", is_flag=True, help="Print errors only.")(command)


def least(quiet: bool, verbose: bool) -> Severity:
    """The least severity that is printed."""
    if quiet:
        return Severity.ERROR
    return Severity.NOTE if verbose else Severity.WARNING


def case_file(case: Path) -> Path:
    """A case by its file, or by the folder that holds its case.yaml."""
    return case / "case.yaml" if case.is_dir() else case
