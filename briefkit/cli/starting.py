"""Commands to start with: init, schema, completion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from briefkit.cli.printing import show, show_diagnostics, show_json
from briefkit.messages import say

SCHEMAS = (
    *("workspace", "clause", "authorities", "source", "facts", "case", "profile", "status-words", "tone-rules", "glossary", "reviews"),
    *("review-notes", "lock", "diff"),
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a workspace: a first case that builds, and room for clauses and styles of your own.

    \b
    Example:
      briefkit init my-case
      briefkit build my-case/case.yaml
    """
    from briefkit.shelf import start_workspace

    written, problems = start_workspace(folder)
    for path in written:
        show(say("Wrote {file}", file=path))
    show_diagnostics(problems)
    if problems:
        raise SystemExit(1)
    show(say("Next: {command}", command=f"briefkit build {folder / 'case.yaml'}"))


@click.command()
@click.argument("name", type=click.Choice(SCHEMAS))
def schema(name: str) -> None:
    """Print the JSON Schema of a format, for an editor that completes and checks YAML; that of diff is of what it prints as JSON.

    \b
    Example:
      briefkit schema case > case.schema.json
    """
    show_json({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"briefkit {name}", **_schema(name)})


def _schema(name: str) -> dict[str, Any]:
    if name == "diff":
        from briefkit.diff.schema import schema
        from briefkit.impact.printed import SCHEMA

        impact = {"type": "array", "items": SCHEMA, "description": "what becomes of the documents of cases, where that is asked for"}
        made = schema()
        return {**made, "properties": {**made["properties"], "impact": impact}}
    from briefkit.formats import FORMATS
    from briefkit.shapes import json_schema

    return json_schema(FORMATS[name])


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what a shell must read for the commands to complete on the Tab key.

    \b
    Example:
      briefkit completion bash >> ~/.bashrc
    """
    from click.shell_completion import get_completion_class

    from briefkit.cli import main

    shell_class = get_completion_class(shell)
    assert shell_class is not None
    click.echo(shell_class(main, {}, "briefkit", "_BRIEFKIT_COMPLETE").source())
