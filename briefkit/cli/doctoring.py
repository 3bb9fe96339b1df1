"""briefkit doctor: what is installed, what is missing, and how to get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefkit import __version__
from briefkit.cli.options import format_option
from briefkit.cli.printing import show, show_json, show_table
from briefkit.cli.speaking import tell
from briefkit.messages import say

if TYPE_CHECKING:
    from briefkit.press.examining import Finding


@click.command()
@format_option
def doctor(form: str) -> None:
    """Show what is installed of all that briefkit can use, and how to get what is missing.

    \b
    Example:
      briefkit doctor
    """
    from briefkit.press.examining import examine

    findings = tuple(examine())
    if form == "json":
        show_json({"briefkit": __version__, "found": [_as_data(one) for one in findings]})
        return
    rows = [(say("there") if one.good else say("missing"), one.name, one.found, one.use) for one in findings]
    show_table(say("What briefkit can use"), ("", say("what"), say("found"), say("for")), rows)
    missing = [one for one in findings if not one.good]
    if not missing:
        show(say("Nothing is missing."), err=True)
        return
    show(say("To install what is missing:"), err=True)
    for one in missing:
        show(f"  {tell(one.install)}", err=True)


def _as_data(one: Finding) -> dict[str, object]:
    names = {"id": one.id, "name": tell(one.name), "found": one.found or None, "good": one.good}
    return {**names, "for": tell(one.use), "install": tell(one.install)}
