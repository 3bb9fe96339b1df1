"""The command git-setup: git shows changes of clauses in a way that a lawyer can read."""

from __future__ import annotations

from pathlib import Path

import click

from briefkit.cli.printing import show, show_diagnostics
from briefkit.messages import say


@click.command(name="git-setup")
@click.option("--undo", is_flag=True, help="Take out again what was set up, and nothing else.")
@click.option(
    "--show", "shown", type=click.Path(path_type=Path, dir_okay=False), help="Print a text as git shows it; git calls this itself."
)
def git_setup(undo: bool, shown: Path | None) -> None:
    """Have git show clauses sentence by sentence, each citation on a line of its own, in git diff, git show and git log -p.

    Adds lines to .gitattributes of the library at hand, which is for everybody, and settings to this clone; run it once in each clone.

    \b
    Example:
      briefkit git-setup
      git log -p --word-diff -- clauses/arguments
    """
    if shown is not None:
        _show(shown)
        return
    from briefkit.shelf.git_drivers import set_up, take_down

    done = take_down() if undo else set_up()
    for said in done.value:
        show(said)
    show_diagnostics(done.diagnostics)
    if done.diagnostics:
        raise SystemExit(1)
    if not done.value:
        show(say("Nothing to change."))


def _show(file: Path) -> None:
    """What git calls for each side of each change; so it is quick, and takes whatever bytes the file holds."""
    from briefkit.sentences import linewise

    try:
        data = file.read_bytes()
    except OSError:
        raise SystemExit(1) from None
    text = data.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    click.echo(linewise(text).encode("utf-8", "surrogateescape"), nl=False)
