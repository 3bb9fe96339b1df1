"""The command diff: two editions of a clause library for reviewers."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from briefkit.cli.options import format_option
from briefkit.cli.printing import as_data, show, show_diagnostics, show_json
from briefkit.cli.speaking import tell, wrong_usage
from briefkit.diagnostics import Diagnostic
from briefkit.messages import say

if TYPE_CHECKING:
    from briefkit.diff import Comparison, Edition
    from briefkit.diff.printed import Line
    from briefkit.shelf.editions import LibraryFiles

TROUBLE = 2
_LOOKS = {"head": "bold", "deleted": "red", "inserted": "green", "": ""}


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Also write a page for a browser; .html.")
@click.option("--force", is_flag=True, help="Replace a page, or any file, that is there already.")
@format_option
def diff(old: str, new: str, output: Path | None, force: bool, form: str) -> None:
    """Show what changed between two clause libraries, OLD and NEW.

    Each is a folder (a workspace, or a clauses folder) or a revision of the git repository here; where a folder and a branch have one
    name, refs/heads/<name> is the branch. Exit status: 0 the same, 1 changes, 2 trouble, such as a file that cannot be read. Citation
    styles and Word templates are not compared.

    \b
    Example:
      briefkit diff HEAD~5 HEAD
      briefkit diff v1.0 . -o changes.html
      briefkit diff their-library our-library --format json
    """
    from briefkit.diff import compare
    from briefkit.shelf.editions import read_editions

    if output is not None and output.suffix.lower() not in (".html", ".htm"):
        raise wrong_usage(say("The page is a file that ends in .html."))
    read = read_editions(old, new)
    if read.value is None:
        _in_trouble(read.diagnostics, form)
    problems = list(read.diagnostics)
    comparison = compare(*(_edition(name, files, problems) for name, files in zip((old, new), read.value, strict=True)))
    problems += _write(comparison, output, force) if output else ()
    _show(comparison, problems, form, output)
    raise SystemExit(TROUBLE if problems else 0 if comparison.is_same else 1)


def _in_trouble(problems: Iterable[Diagnostic], form: str) -> NoReturn:
    if form == "json":
        show_json({"diagnostics": [as_data(problem) for problem in problems]})
    else:
        show_diagnostics(problems)
    raise SystemExit(TROUBLE)


def _edition(name: str, files: LibraryFiles, problems: list[Diagnostic]) -> Edition:
    """An edition. Of what is wrong with its library only that counts here which keeps a file from being read: the rest is for `check`."""
    from briefkit.diff import edition
    from briefkit.libraries import read_library

    read = read_library((files.layer,))
    made = edition(name, read.value, files.layer, read.diagnostics, files.unread)
    unread = {files.layer[path].name for path in made.unread if path in files.layer}
    problems += [one for one in read.diagnostics if one.is_error and one.span and one.span.source.name in unread]
    return made


def _write(comparison: Comparison, output: Path, force: bool) -> tuple[Diagnostic, ...]:
    from briefkit.diff import write_page
    from briefkit.shelf import Output, write_new

    return write_new(Output(output, write_page(comparison).encode("utf-8")), force)


def _show(comparison: Comparison, problems: list[Diagnostic], form: str, output: Path | None) -> None:
    from briefkit.diff import as_data as comparison_data
    from briefkit.diff import as_lines

    if form == "json":
        show_json({**comparison_data(comparison), "diagnostics": [as_data(problem) for problem in problems]})
        return
    lines = list(as_lines(comparison))
    print_lines(lines if output is None else lines[:1])
    if output is not None and not problems:
        show(say("The page is {file}", file=output))
    show_diagnostics(problems)


def print_lines(lines: Iterable[Line]) -> None:
    """Lines with colours on a terminal, wrapped at words below where they begin; as they are elsewhere."""
    if not sys.stdout.isatty():
        for line in lines:
            click.echo("".join(tell(text) for text, _ in line))
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        text = Text.assemble(*((tell(words), _LOOKS[look]) for words, look in line))
        indent = len(text.plain) - len(text.plain.lstrip())
        console.print(Padding(text[indent:], (0, 0, 0, indent), expand=False))
