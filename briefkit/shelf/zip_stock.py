"""An edition of a library in a zip file, such as a code host gives of a repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.shelf.reading import MAX_TEXT, decoded, read_archive, shown_as
from briefkit.shelf.stock import ENDINGS, MAX_FILES, MAX_TOTAL, WANTED, Layout, layout
from briefkit.source import Source

DEEPEST = 5  # folders in which the library may be wrapped; a code host wraps it in one
LEAVINGS = "__MACOSX"  # what macOS puts beside


class ZipStock:
    """The files of a zip file, by their paths below the workspace."""

    def __init__(self, name: str, tops: tuple[str, ...], files: Mapping[str, bytes]) -> None:
        self.name, self.tops, self.files = name, tops, files

    @property
    def paths(self) -> Mapping[str, bytes]:
        return self.files

    def data(self, path: str) -> bytes:
        return self.files[path]

    def read(self, path: str, problems: list[Diagnostic]) -> Source | None:
        return decoded(self.files[path], f"{self.name}:{path}", problems)

    def fetch(self, paths: Iterable[str]) -> None:
        """All are at hand."""


def stock_of_zip(file: Path, problems: list[Diagnostic], endings: tuple[str, ...] = ENDINGS) -> ZipStock | None:
    """The files of a library in a zip file, which may wrap it in a folder or a few.

    Problems: `file-unreadable`, `file-too-large`, `bad-zip`, `no-library`.
    """
    from briefkit.ooxml import BadPackage, Limits, read_zip

    data = read_archive(file, problems)
    if data is None:
        return None
    try:
        parts = read_zip(data, Limits(MAX_FILES, MAX_TEXT, MAX_TOTAL), lambda name: name.endswith(endings))
    except BadPackage as problem:
        said = say("“{file}” is not read: {reason}.", file=shown_as(file), reason=problem.message)
        problems.append(diagnose("bad-zip", said, hint=say("pack the folder that holds clauses/ again, without a password")))
        return None
    found = _layout(parts)
    if found is None:
        problems.append(diagnose("no-library", say("“{folder}” holds no clause library.", folder=shown_as(file)), hint=WANTED))
        return None
    return ZipStock(shown_as(file), found.tops, dict(_below(found, parts)))


def _below(found: Layout, parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The files by their paths below the workspace."""
    for top, root in found.roots.items():
        for name, data in parts.items():
            if name.startswith(root):
                yield f"{top}/{name.removeprefix(root)}", data


def _layout(names: Iterable[str]) -> Layout | None:
    """Where in the archive the folders of a workspace stand, if it holds one: at its top, or in the folder that wraps everything."""
    wrapped = ""
    for _ in range(DEEPEST):
        below = [name.removeprefix(wrapped) for name in names if name.startswith(wrapped)]
        if found := layout({name.partition("/")[0] for name in below}, wrapped):
            return found
        folders = {name.partition("/")[0] for name in below if "/" in name} - {LEAVINGS}
        if len(folders) != 1:
            return None
        wrapped += f"{folders.pop()}/"
    return None
