"""What documents were made of, kept beside their case in `.briefkit/builds/<id>/`, and the lock of a case.

A kept build is a folder that only its owner can look into. It is laid out as a workspace, with the case's own files in `case/`.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from briefkit.build import Inputs
from briefkit.case import read_case
from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.diff import Comparison, Edition, compare
from briefkit.libraries import Layer, read_library
from briefkit.messages import say
from briefkit.provenance import ABOUT
from briefkit.provenance.locked import locked_layers
from briefkit.provenance.locks import read_lock, written_lock
from briefkit.provenance.moved import moved_since
from briefkit.provenance.pins import Holdings, Pins
from briefkit.provenance.sources import PINS, Sources
from briefkit.scratch import laid_beside
from briefkit.shelf.editions import read_about
from briefkit.shelf.outputs import KEPT, keep_folder, write_whole
from briefkit.shelf.reading import FOLDERS, TEXTS, read_inputs, read_layers, read_looks, read_text, shown_as
from briefkit.shelf.reasons import reason_of
from briefkit.source import Source

BUILDS = "builds"
DEEPEST, MOST_FOLDERS = 2, 1_000  # how far below a place a case is looked for
_LAST = "last.json"
_ID = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class KeptBuild:
    """A kept build: its folder, what it says of its document, what it pins, and its files of the library."""

    folder: Path
    about: Mapping[str, Any]
    pins: Pins
    layer: Layer

    @property
    def case(self) -> Path:
        """The case beside which it is kept."""
        return self.folder.parents[2] / str(self.about.get("case", "case.yaml"))


def lock_of(case: Path) -> Path:
    return case.with_name(f"{case.stem}.lock.yaml")


# --- kept -----------------------------------------------------------------------------------------


def keep_build(case: Path, sources: Sources) -> tuple[Diagnostic, ...]:
    """Keep what a document was made of, and that this was the last build in its language. Problem: `build-unkept`."""
    try:
        builds = keep_folder(case) / BUILDS
        builds.mkdir(mode=0o700, exist_ok=True)
        _put(builds / sources.id, sources.files)
        _write_last(case, {**_last(case), f"{case.name} {sources.pins.language}": sources.id})
    except OSError as error:
        said = say("What the document was made of could not be kept: {reason}.", reason=reason_of(error))
        return (diagnose("build-unkept", said, hint=say("briefkit inspect can tell less of a document whose sources are not kept")),)
    return ()


def _put(folder: Path, files: Mapping[str, str]) -> None:
    """The folder with these files and no others, put in place whole."""
    if _holds(folder, files):
        return
    with laid_beside(folder) as fresh, laid_beside(folder) as old:
        for name, text in files.items():
            path = fresh / name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with path.open("xb") as file:
                path.chmod(0o600)
                file.write(text.encode("utf-8"))
        _close_to_others(fresh)
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)


def _holds(folder: Path, files: Mapping[str, str]) -> bool:
    with contextlib.suppress(OSError):
        there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        return there == set(files) and all((folder / name).read_bytes() == text.encode() for name, text in files.items())
    return False


def _close_to_others(folder: Path) -> None:
    for one in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        one.chmod(0o700)


def _last(case: Path) -> dict[str, str]:
    try:
        read = json.loads((case.parent / KEPT / BUILDS / _LAST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in read.items()} if isinstance(read, dict) else {}


def forget_last_builds(case: Path) -> None:
    """Keep no longer which builds of a case were its last."""
    last = {name: build for name, build in _last(case).items() if name.rpartition(" ")[0] != case.name}
    if last != _last(case):
        _write_last(case, last)


def _write_last(case: Path, last: Mapping[str, str]) -> None:
    write_whole(case.parent / KEPT / BUILDS / _LAST, json.dumps(last, ensure_ascii=False, indent=1, sort_keys=True).encode())


def last_builds(case: Path) -> Iterator[KeptBuild]:
    """The last build of a case in each language, as far as they are kept."""
    for name, build in sorted(_last(case).items()):
        if name.rpartition(" ")[0] == case.name and (kept := read_kept(build, [case.parent])):
            yield kept


def find_folder(build: str, places: Iterable[Path]) -> Path | None:
    """The folder of a kept build, beside a case in one of these places, above them, or not far below them."""
    if not _ID.fullmatch(build):
        return None
    places = [place.resolve() for place in places]
    above = (folder for place in places for folder in (place, *place.parents))
    below = (folder for place in places for folder in _below(place))
    folders = (folder / KEPT / BUILDS / build for folder in chain(above, below))
    return next((folder for folder in folders if (folder / ABOUT).is_file()), None)


def _below(place: Path) -> Iterator[Path]:
    """The folders below a place in which a case may stand; a few levels, and no more than a user would look through."""
    waiting = [(place, 0)]
    for folder, depth in islice(_growing(waiting), MOST_FOLDERS):
        with contextlib.suppress(OSError):
            inner = sorted(one for one in folder.iterdir() if one.is_dir() and not one.is_symlink())
            inner = [one for one in inner if one.name not in FOLDERS and not one.name.startswith(".")]
            waiting += [(one, depth + 1) for one in inner if depth < DEEPEST]
            yield from inner


def _growing(waiting: list[tuple[Path, int]]) -> Iterator[tuple[Path, int]]:
    while waiting:
        yield waiting.pop(0)


def read_kept(build: str, places: Iterable[Path]) -> KeptBuild | None:
    """A kept build by its id; None if it is not there, or is not what it was."""
    folder = find_folder(build, places)
    about = read_about(folder) if folder else {}
    language = str(about.get("language", ""))
    source = read_text(folder / PINS, []) if folder else None
    pins = read_lock(source, []).get(language) if source else None
    if folder is None or pins is None:
        return None
    return KeptBuild(folder, about, replace(pins, build=build), dict(_layer(folder)))


def _layer(folder: Path) -> Iterator[tuple[str, Source]]:
    for top in FOLDERS:
        for path in sorted((folder / top).rglob("*")):
            if path.suffix in (*TEXTS, ".xml") and path.is_file() and (source := read_text(path, [])):
                yield path.relative_to(folder).as_posix(), source


# --- the lock -------------------------------------------------------------------------------------


def read_case_lock(case: Path, problems: list[Diagnostic]) -> Mapping[str, Pins]:
    """What a case pins, by language; nothing where it has no lock."""
    path = lock_of(case)
    source = read_text(path, problems) if path.is_file() else None
    return read_lock(source, problems) if source else {}


def write_case_lock(case: Path, sources: Sources) -> tuple[Diagnostic, ...]:
    """Pin what a document was made of; what is pinned in other languages stays.

    Problems: those of the lock that is there, `output-unwritable`.
    """
    problems: list[Diagnostic] = []
    pinned = {**read_case_lock(case, problems), sources.pins.language: replace(sources.pins, build=sources.id)}
    if any(one.is_error for one in problems):
        return tuple(problems)
    problem = write_whole(lock_of(case), written_lock(pinned.values()).encode("utf-8"))
    return (problem,) if problem else ()


@dataclass(frozen=True, slots=True)
class Locked:
    """What a locked build reads, and what it was locked to."""

    inputs: Inputs
    pins: Pins


def as_locked(case: Path, inputs: Inputs) -> Checked[Locked | None]:
    """The inputs of a build with the library as the case pins it. Problems: `lock-missing`, `locked-gone`, those of the lock."""
    library = read_library(inputs.layers).value
    read = read_case(inputs.case, library, inputs.chosen)
    if read.value is None:
        return Checked(None, read.diagnostics)
    problems: list[Diagnostic] = []
    pins = read_case_lock(case, problems).get(read.value.language)
    if pins is None or any(one.is_error for one in problems):
        return Checked(None, tuple(problems) or (nothing_pinned(case, read.value.language),))
    moved = moved_since(pins, Holdings(library, inputs.layers, inputs.looks))
    layers = locked_layers(pins, moved, _kept_layers(case, pins.build), lock_of(case).name)
    if layers.has_errors:
        return Checked(None, layers.diagnostics)
    return Checked(Locked(replace(inputs, layers=(*inputs.layers, *layers.value), pinned=frozenset(pins.clauses)), pins))


def _kept_layers(case: Path, first: str) -> Iterator[Layer]:
    """The files of the kept builds, one build first; another may hold the same texts."""
    builds = case.parent / KEPT / BUILDS
    names = sorted(path.name for path in builds.iterdir() if _ID.fullmatch(path.name)) if builds.is_dir() else []
    for name in sorted(names, key=lambda name: name != first):
        yield dict(_layer(builds / name))


def nothing_pinned(case: Path, language: str) -> Diagnostic:
    said = say("“{file}” pins nothing for a document in “{language}”.", file=shown_as(lock_of(case)), language=language)
    if not lock_of(case).is_file():
        said = say("There is no “{file}”.", file=shown_as(lock_of(case)))
    return diagnose("lock-missing", said, hint=say("write it: {command}", command=f"briefkit build {shown_as(case)} --lock"))


def nothing_to_compare(case: Path) -> Diagnostic:
    """That a case has no lock, and that nothing is kept of a build."""
    said = say("“{file}” has no lock, and no build of it is kept.", file=shown_as(case))
    return diagnose("lock-missing", said, hint=say("build it: {command}", command=f"briefkit build {shown_as(case)}"))


# --- since then -----------------------------------------------------------------------------------


def holdings_at(case: Path | None, place: Path, style: str) -> Holdings:
    """The library that a case has today; without a case, that of a place. `style` may be one that comes with a package."""
    inputs = read_inputs(case, {"style": style} if style else {}) if case and case.is_file() else ()
    if isinstance(inputs, Inputs):
        return Holdings(read_library(inputs.layers).value, inputs.layers, inputs.looks)
    layers = read_layers(place, [])
    return Holdings(read_library(layers).value, layers, read_looks(place, []))


def changes_since(kept: KeptBuild, holdings: Holdings) -> Comparison:
    """What changed since in the library, of what the document took."""
    then = read_library((kept.layer,), alone=True).value
    return compare(Edition(kept.pins.build, then), Edition("", holdings.held)).since_built(kept.pins.language)
