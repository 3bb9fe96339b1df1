"""Two editions of a clause library, each in a folder, in a zip file, or in a revision of the git repository that the user stands in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefkit.diagnostics import Checked, Diagnostic
from briefkit.diff import touched
from briefkit.libraries import Layer
from briefkit.provenance import ABOUT
from briefkit.shelf.folder_stock import FolderStock, stock_of_folder, unlike
from briefkit.shelf.reading import read_layers, read_text, workspace_of
from briefkit.shelf.reasons import Stopped
from briefkit.shelf.revisions import RevisionStock, stock_of_revision
from briefkit.shelf.stock import ENDINGS, LibraryFiles, Stock, Texts, read_stock
from briefkit.shelf.zip_stock import stock_of_zip

__all__ = ["LibraryFiles", "as_in", "home_of", "language_of_build", "read_about", "read_edition", "read_editions"]


def read_edition(place: str, problems: list[Diagnostic], endings: tuple[str, ...] = ENDINGS) -> LibraryFiles | None:
    """All files of one edition, or None."""
    stock = _stock(place, problems, endings)
    try:
        return None if stock is None else read_stock(stock, stock.paths, problems)
    except Stopped as failed:
        problems.append(failed.problem)
        return None


def read_editions(old: str, new: str) -> Checked[tuple[LibraryFiles, LibraryFiles] | None]:
    """What is worth reading of two editions, in the folders that both cover; None if one of them cannot be had.

    What is the same in both is compared as bytes, and is read only where a change cannot be told without it. Problems: `file-*`,
    `git-*`, `no-repository`, `unknown-revision`, `no-library`, `library-too-large`, `bad-zip`.
    """
    problems: list[Diagnostic] = []
    if _is_case(new):
        files, own = read_edition(old, problems), _of_case(new, problems)
        return Checked(None if files is None else (files, own), tuple(problems))
    first, second = (_stock(place, problems, ENDINGS) for place in (old, new))
    if first is None or second is None:
        return Checked(None, tuple(problems))
    try:
        wanted = _worth_reading(first, second)
        read = tuple(read_stock(stock, wanted & stock.paths.keys(), problems) for stock in (first, second))
    except Stopped as failed:
        return Checked(None, (*problems, failed.problem))
    return Checked((read[0], read[1]), tuple(problems))


def language_of_build(place: str) -> str:
    """The language of the document whose kept sources a folder holds; empty for any other edition."""
    try:
        return str(read_about(Path(place)).get("language", ""))
    except (OSError, ValueError):  # no name that a disk takes
        return ""


def read_about(folder: Path) -> Mapping[str, Any]:
    """What a folder says of the document that it holds the sources of; nothing if it holds those of none."""
    source = read_text(folder / ABOUT, []) if (folder / ABOUT).is_file() else None
    try:
        about = json.loads(source.text) if source else {}
    except ValueError:
        return {}
    return about if isinstance(about, dict) else {}


def _is_case(place: str) -> bool:
    try:
        return place.endswith((".yaml", ".yml")) and Path(place).is_file()
    except (OSError, ValueError):
        return False


def _of_case(place: str, problems: list[Diagnostic]) -> LibraryFiles:
    """The library that a case has: that of its workspace, upon the shipped one."""
    *below, own = read_layers(Path(place).parent, problems)
    return LibraryFiles(own, paths=frozenset(path for layer in (*below, own) for path in layer), below=tuple(below))


def as_in(edition: LibraryFiles, layer: Layer) -> Layer:
    """The texts of a workspace as an edition has them, and as the layer has them in the folders of which the edition holds nothing."""
    tops = {path.partition("/")[0] for path in edition.paths}
    return {**{path: source for path, source in layer.items() if path.partition("/")[0] not in tops}, **edition.layer}


def home_of(place: str) -> Path | None:
    """The workspace that an edition is one of: for a revision the one at hand, for a folder itself; nobody knows it of a zip file."""
    try:
        folder = Path(place).resolve()
        if folder.is_dir():
            return folder.parent if folder.name == "clauses" else folder
        return None if folder.is_file() else workspace_of(Path.cwd())
    except (OSError, ValueError, RuntimeError):
        return None


def _stock(place: str, problems: list[Diagnostic], endings: tuple[str, ...]) -> Stock | None:
    """The files of one edition. A folder or a zip file of this name comes before a revision."""
    try:
        if place.strip() and Path(place).is_dir():
            return stock_of_folder(Path(place), problems, endings)
        if place.lower().endswith(".zip") and Path(place).is_file():
            return stock_of_zip(Path(place), problems, endings)
    except (OSError, ValueError):
        pass  # no name that a disk takes
    return stock_of_revision(place, problems, endings)


def _worth_reading(old: Stock, new: Stock) -> frozenset[str]:
    """The paths of what differs, and of what is needed to tell of it."""
    tops = tuple(f"{top}/" for top in old.tops if top in new.tops)
    was, now = (frozenset(path for path in stock.paths if path.startswith(tops)) for stock in (old, new))
    changed = {*(was ^ now), *_differing(old, new, was & now)}
    for stock, paths in ((old, was), (new, now)):
        stock.fetch(changed & paths)
    return touched(Texts(old, was), Texts(new, now), changed)


def _differing(old: Stock, new: Stock, paths: frozenset[str]) -> Iterator[str]:
    """The files that are not the same to the byte. One that cannot be read is not known to be the same as any."""
    if isinstance(old, RevisionStock) and isinstance(new, RevisionStock):
        return (path for path in paths if not old.holds_as(new, path))
    if isinstance(new, RevisionStock):
        return (path for path in paths if not new.holds(path, old.data(path)))
    if isinstance(old, RevisionStock):
        return (path for path in paths if not old.holds(path, new.data(path)))
    if isinstance(old, FolderStock) and isinstance(new, FolderStock):
        return iter(unlike(old, new, paths))
    return (path for path in paths if (data := old.data(path)) is None or data != new.data(path))
