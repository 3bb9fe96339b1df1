"""A command that holds others, and lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefkit.cli.speaking import tell
from briefkit.messages import Message

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

WHOLE = 10_000  # characters: so long a sentence is not cut short, and so the catalogues know it


class Group(click.Group):
    """A group whose list gives each command's first sentence whole, in the language that the program speaks."""

    def sentences(self, context: click.Context) -> list[tuple[str, str]]:
        """Each command with the sentence of the list."""
        found = ((name, self.get_command(context, name)) for name in self.list_commands(context))
        return [(name, command.get_short_help_str(WHOLE)) for name, command in found if command]

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(self.sentences(context))

    def shell_complete(self, context: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        begun = [one for one in self.sentences(context) if one[0].startswith(incomplete)]
        options = click.Command.shell_complete(self, context, incomplete)
        return [*(CompletionItem(name, help=tell(Message(about))) for name, about in begun), *options]
