"""Commands about stored sources: the verbatim texts that quotations are compared with."""

from __future__ import annotations

from pathlib import Path

import click

from briefkit.cli.clauses import read_library_here
from briefkit.cli.groups import Group
from briefkit.cli.options import force_option, format_option
from briefkit.cli.printing import finish, show, show_diagnostics, show_json, show_table, stop
from briefkit.diagnostics import Severity
from briefkit.messages import say

COLUMNS = (say("authority"), say("language"), say("places"), say("origin"))


@click.group(cls=Group)
def sources() -> None:
    """List the stored texts that quotations are compared with, and add an official text."""


@sources.command("list")
@format_option
def list_sources(form: str) -> None:
    """List the stored texts: authority, language, places, and where each comes from.

    \b
    Example:
      briefkit sources list
    """
    library, problems = read_library_here()
    rows = [
        {
            "authority": one.authority,
            "language": one.language,
            "places": [text.loc for text in one.texts],
            "not_quotable": [text.loc for text in one.texts if not text.quotable],
            "origin": one.origin,
        }
        for one in library.sources
    ]
    if form == "json":
        show_json(rows)
    else:
        lines = [(str(row["authority"]), str(row["language"]), ", ".join(row["places"]), str(row["origin"])) for row in rows]
        show_table(say("Stored sources"), COLUMNS, lines)
    show_diagnostics(problems, Severity.ERROR)
    finish(problems)


@sources.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--authority", help="The authority whose text it is, if the file does not say so at its head.")
@click.option("--lang", "language", help="The language of the text: en, ru or kk.")
@click.option("--origin", help="Where the text comes from: the address, or the edition and page.")
@force_option
def add_source(file: Path, force: bool, **head: str | None) -> None:
    """Store an official text in the workspace, so that quotations from it can be compared.

    The file is text: each place a heading (## art 22(2)), its words below it, verbatim. At its head, between --- lines,
    it says authority, language and origin; the options say so for a file without a head.

    \b
    Example:
      briefkit sources add iccpr-ru.md --authority iccpr --lang ru --origin "999 UNTS 171, Russian text"
    """
    from briefkit.shelf.sources import add_source as store

    stored = store(file, {name: value for name, value in head.items() if value}, force)
    if isinstance(stored, tuple):
        stop(*stored)
    what = {"file": stored.path.as_posix(), "places": stored.places, "authority": stored.authority, "language": stored.language}
    show(say("Stored {file}: {places} of {authority} in “{language}”.", **what))
