"""Cases from the disk, each to be built with two editions of the library."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefkit.build import Inputs
from briefkit.case import case_languages
from briefkit.diagnostics import Checked, Diagnostic
from briefkit.impact import Built, Impact, impact
from briefkit.libraries import Layer, read_library
from briefkit.model.libraries import Library
from briefkit.shelf.editions import as_in, home_of, read_edition
from briefkit.shelf.reading import FOLDERS, read_inputs, read_text, shown_as, workspace_folders
from briefkit.shelf.stock import FOR_DOCUMENTS, LibraryFiles

_KEYS = tuple(re.compile(rf"^{key}:", re.MULTILINE) for key in ("profile", "title"))  # what every case has, and no other file


def read_impacts(old: str, new: str, places: Sequence[Path], languages: Sequence[str] = ()) -> Checked[tuple[Impact, ...]]:
    """What two editions make of each case in some folders (or of a case by its file), in each language that it can be made in.

    Where `languages` are given, in those alone. Problems: those of `read_edition`, and of a case that cannot be read.
    """
    problems: list[Diagnostic] = []
    editions = [files for place in (old, new) if (files := read_edition(place, problems, FOR_DOCUMENTS)) is not None]
    if len(editions) < 2:
        return Checked((), tuple(problems))
    homes = {home for place in (old, new) if (home := home_of(place))}
    benches = [_Bench(files, homes) for files in editions]
    found: list[Impact] = []
    for case, language in _documents(places, languages, problems):
        inputs = read_inputs(case, {"language": language})
        if isinstance(inputs, tuple):
            problems.extend(inputs)
        elif made := impact(shown_as(case), language, *(bench.built(case, inputs) for bench in benches)):
            found.append(made)
    return Checked(tuple(found), tuple(dict.fromkeys(problems)))


class _Bench:
    """Where cases are built with one edition, which is read once for all cases of a workspace."""

    def __init__(self, files: LibraryFiles, homes: set[Path]) -> None:
        self.files, self.homes = files, homes
        self.libraries: dict[tuple[Path, ...], Checked[Library]] = {}

    def built(self, case: Path, inputs: Inputs) -> Built:
        folders = workspace_folders(case.parent)
        packaged, own = inputs.layers[: -len(folders)], inputs.layers[-len(folders) :]
        layers = self._layers(folders, own)
        if folders not in self.libraries:
            self.libraries[folders] = read_library(layers)
        return Built(replace(inputs, layers=(*packaged, *layers)), self.libraries[folders])

    def _layers(self, folders: Sequence[Path], own: Sequence[Layer]) -> tuple[Layer, ...]:
        """The layers of a case's workspace with the edition in the place of what it is an edition of.

        One of no folder here (from a zip file, from another office) lies under the case's own: alone if it has kinds of documents,
        else upon the shipped library, which has them.
        """
        if not self.homes.isdisjoint(folders):
            return tuple(as_in(self.files, layer) if folder in self.homes else layer for folder, layer in zip(folders, own, strict=True))
        stands_alone = any(path.startswith("styles/profiles/") for path in self.files.paths)
        return (*(() if stands_alone else own[:1]), self.files.layer, *own[1:])


def _documents(places: Iterable[Path], languages: Sequence[str], problems: list[Diagnostic]) -> Iterator[tuple[Path, str]]:
    """The cases in some places, in order, each with every language that it can be made in."""
    for case in dict.fromkeys(case for place in places for case in _cases(place)):
        source = read_text(case, problems)
        for language in case_languages(source) if source else ():
            if not languages or language in languages:
                yield case, language


def _cases(place: Path) -> Iterator[Path]:
    """The files of cases in a folder. Libraries, secret facts, and what briefkit or git keeps there are none."""
    if place.is_file():
        yield place
        return
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if name not in FOLDERS and not name.startswith("."))
        for file in (Path(folder) / name for name in sorted(names) if name.endswith(".yaml") and not name.endswith(".secret.yaml")):
            if _is_case(file):
                yield file


def _is_case(file: Path) -> bool:
    source = read_text(file, [])
    return source is not None and all(key.search(source.text) for key in _KEYS)
