"""Completion in a shell: ids of authorities and names of clauses, fast, and silent whatever the files hold.

Nothing is read as YAML here: at each press of the Tab key a few lines of text are enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

_ITEM = re.compile(r"^[ \t]*-[ \t]*(?:\{[ \t]*)?id:[ \t]*[\"']?([^\s,\"'}]+)", re.MULTILINE)
_AUTHORITIES, _CLAUSES = "clauses/authorities", "clauses/arguments"


def authority_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return _items((found[1] for path in _below(_AUTHORITIES, "*.yaml") for found in _ITEM.finditer(_text(path))), incomplete)


def clause_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return _items((path.parent.name for path in _below(_CLAUSES, "*/clause.yaml")), incomplete)


def _items(names: Iterator[str], incomplete: str) -> list[CompletionItem]:
    try:
        return [CompletionItem(name) for name in sorted({name for name in names if name.startswith(incomplete)})]
    except OSError:  # a folder that may not be read, or is gone
        return []


def _below(folder: str, pattern: str) -> Iterator[Path]:
    """The files of the shipped workspace, and of the one that the user stands in."""
    import briefkit

    package = Path(briefkit.__file__).parent
    here = Path.cwd()
    own = next((one for one in (here, *here.parents) if (one / "clauses").is_dir() or (one / "styles").is_dir()), here)
    for place in {package / "shipped" if (package / "shipped").is_dir() else package.parent, own}:
        yield from (place / folder).glob(pattern)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
