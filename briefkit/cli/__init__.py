"""The command line: options → one call → print → exit. Each command is loaded only when it runs."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from briefkit import __version__
from briefkit.cli.groups import Group
from briefkit.cli.speaking import asked_in_vain, language_of, speaking, tell, wrong_usage
from briefkit.messages import NOTHING, say

# name -> (module, sentence for the list); a new command is one function and one row
COMMANDS = {
    "init": ("starting", "Make a workspace with a first case."),
    "new": ("asking", "Make a case by questions and answers."),
    "plan": ("cases", "Show which clauses a document takes, and why."),
    "build": ("cases", "Build the document of a case."),
    "check": ("cases", "List everything that is wrong or unverified."),
    "inspect": ("inspecting", "Show what made a document, and what changed since."),
    "outdated": ("inspecting", "List what moved in the library since a case was locked or built."),
    "matrix": ("coverage", "Show issue, clause, authority and fact, and what is missing."),
    "cite": ("cases", "Show the footnotes of a document."),
    "clauses": ("clauses", "List, show and search the clauses; begin a translation."),
    "authorities": ("authorities", "List and show the authorities; record verifications."),
    "review": ("reviewing", "Have counsel review clauses; show who signed what."),
    "diff": ("comparing", "Show what changed between two clause libraries."),
    "git-setup": ("git_setup", "Have git show changes of clauses sentence by sentence."),
    "redline": ("redlining", "Compare two documents in tracked changes."),
    "scrub": ("scrubbing", "Take out of files what names people and machines."),
    "template": ("templates", "Check a Word template of your own."),
    "sources": ("sources", "List and store the texts that quotations are compared with."),
    "forget": ("forgetting", "Remove what briefkit keeps of a case."),
    "doctor": ("doctoring", "Show what is installed, and how to get what is missing."),
    "schema": ("starting", "Print the JSON Schema of a format."),
    "completion": ("starting", "Print the set-up for completion in a shell."),
}


class Lazy(Group):
    """A group that imports a command's module when the command is asked for."""

    def main(self, *args: Any, **extra: Any) -> Any:
        from briefkit.scratch import clear_up

        clear_up()  # any next run removes what a killed one left
        with speaking(language_of(os.environ)):
            return super().main(*args, **extra)

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"briefkit.cli.{COMMANDS[name][0]}")
        command: click.Command = getattr(module, name.replace("-", "_"))
        return command

    def sentences(self, context: click.Context) -> list[tuple[str, str]]:
        return [(name, about) for name, (_, about) in COMMANDS.items()]

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        wanted = asked_in_vain(os.environ)
        if wanted and not context.resilient_parsing:  # completion, which is silent
            raise wrong_usage(say("BRIEFKIT_LANG is “{language}”: the program speaks en, ru or kk.", language=wanted))
        return super().parse_args(context, args)

    def resolve_command(self, context: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(context, args)
        except click.UsageError as error:
            from briefkit.diagnostics import did_you_mean

            hint = did_you_mean(args[0], COMMANDS) if args else NOTHING
            raise click.UsageError(f"{error.message} ({tell(hint)})" if hint else error.message, context) from None


def _show_version(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(tell(say("{program}, version {version}", program="briefkit", version=__version__)))
        context.exit()


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version and exit.")
def main() -> None:
    """Assemble amicus briefs and legal opinions as Word documents.

    \b
    Example:
      briefkit init my-case
      briefkit build my-case/case.yaml
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")  # a Windows console or pipe may not be UTF-8
