"""The frame of a translation into the folder of its clause."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.shelf.outputs import Output, write_new
from briefkit.shelf.reading import workspace_of


def write_translation(slug: str, language: str, text: str, force: bool = False) -> Path | tuple[Diagnostic, ...]:
    """Write a clause's text in a language into the workspace at hand; gives its path, as seen from the folder at hand.

    Problems: `no-library` outside a workspace, `unknown-clause` where the clause is not the workspace's own, `output-changed`
    where another text is there, `output-unwritable`.
    """
    place = workspace_of(Path.cwd())
    if place is None:
        return (diagnose("no-library", say("Here is no workspace to write it in."), hint=say("start one: briefkit init DIR")),)
    folder = place / "clauses" / "arguments" / slug
    if not (folder / "clause.yaml").is_file():
        said = say("The clause “{clause}” ships with briefkit, and is not one of this workspace.", clause=slug)
        hint = say(
            "a text stands beside its clause.yaml: first make clauses/arguments/{clause} here, with the files of the clause", clause=slug
        )
        return (diagnose("unknown-clause", said, hint=hint),)
    path = folder / f"{language}.md"
    problems = write_new(Output(path, text.encode("utf-8")), force)
    if problems:
        hint = say("--force writes over it")
        return tuple(replace(one, hint=hint) if one.code == "output-changed" else one for one in problems)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
