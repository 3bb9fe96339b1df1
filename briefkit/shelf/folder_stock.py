"""An edition of a library in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.shelf.reading import FOLDERS, MAX_TEXT, decoded, read_text, shown_as
from briefkit.shelf.reasons import reason_of
from briefkit.shelf.stock import BELOW, ENDINGS, MAX_FILES, WANTED, layout, too_large
from briefkit.source import Source

_ORDINARY = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_AT_ONCE = 1 << 16  # bytes; most files are read whole by one call


class FolderStock:
    """The files of a folder. Those of ten thousand clauses are listed and compared faster than one path object is made for each."""

    def __init__(self, name: str, tops: tuple[str, ...]) -> None:
        self.name, self.tops = name, tops
        self.files: dict[str, str] = {}  # path below the workspace -> path on the disk
        self.links: dict[str, Path] = {}  # of those that are no ordinary files: where each has to stay within
        self.shown: dict[str, str] = {}  # how its user writes the folder of each top

    @property
    def paths(self) -> dict[str, str]:
        return self.files

    def data(self, path: str) -> bytes | None:
        return None if path in self.links else _ordinary(self.files[path])

    def read(self, path: str, problems: list[Diagnostic]) -> Source | None:
        data = self.data(path)
        file = Path(self.files[path])
        if data is None:
            return _other(file, self.links.get(path), problems)
        top, _, below = path.partition("/")
        return decoded(data, f"{self.shown[top]}{below}", problems)

    def fetch(self, paths: Iterable[str]) -> None:
        """Each is at hand."""


def stock_of_folder(folder: Path, problems: list[Diagnostic], endings: tuple[str, ...] = ENDINGS) -> FolderStock | None:
    """The files of a workspace, or of a `clauses` folder; None if it is neither, or if nobody can know what it holds.

    Problems: `no-library`, `file-unreadable`, `file-unread`, `library-too-large`.
    """
    names = [top for top in FOLDERS if (folder / top).is_dir()] + [name for name in BELOW if (folder / name).exists()]
    found = layout(names)
    if found is None:
        problems.append(diagnose("no-library", say("“{folder}” holds no clause library.", folder=shown_as(folder)), hint=WANTED))
        return None
    stock = FolderStock(shown_as(folder), found.tops)
    for top, below in found.roots.items():
        stock.shown[top] = f"{shown_as(folder / below)}/".removeprefix("./")
        if not _gather(stock, folder / below, top, endings, problems):
            return None
    if len(stock.files) > MAX_FILES:
        problems.append(too_large(stock.name))
        return None
    return stock


def _gather(stock: FolderStock, root: Path, top: str, endings: tuple[str, ...], problems: list[Diagnostic]) -> bool:
    """Whether all folders below a root could be opened; their files join the stock."""
    waiting = [(str(root), top)]
    opened = True
    while waiting and len(stock.files) <= MAX_FILES:
        folder, below = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, f"{below}/{entry.name}"))
                    elif entry.is_file(follow_symlinks=False):
                        if entry.name.endswith(endings):
                            stock.files[f"{below}/{entry.name}"] = entry.path
                    else:
                        _join(stock, entry, f"{below}/{entry.name}", root, endings, problems)
        except OSError as error:
            opened = False
            said = say("“{file}” cannot be read: {reason}.", file=shown_as(Path(folder)), reason=reason_of(error))
            problems.append(diagnose("file-unreadable", said))
    return opened


def _join(stock: FolderStock, entry: os.DirEntry[str], path: str, root: Path, endings: tuple[str, ...], problems: list[Diagnostic]) -> None:
    """A link, or what is stranger, joins the stock where it has the name of a library's file; a link to a folder is told of."""
    if entry.is_symlink() and Path(entry.path).is_dir():
        said = say("The link “{link}” leads to a folder, and is not followed.", link=Path(entry.path).as_posix())
        problems.append(diagnose("file-unread", said, hint=say("copy the folder, or link its files")))
    elif entry.name.endswith(endings):
        stock.files[path] = entry.path
        stock.links[path] = root


def unlike(old: FolderStock, new: FolderStock, paths: Iterable[str]) -> list[str]:
    """Which files of two folders are not the same to the byte. One that cannot be read is not known to be the same as any."""
    found: list[str] = []
    for path in paths:
        if path in old.links or path in new.links:
            found.append(path)
            continue
        one, other = _beginning(old.files[path]), _beginning(new.files[path])
        if one is None or one != other or (len(one) == _AT_ONCE and not _same_whole(old, new, path)):
            found.append(path)
    return found


def _same_whole(old: FolderStock, new: FolderStock, path: str) -> bool:
    data = old.data(path)
    return data is not None and data == new.data(path)


def _beginning(path: str) -> bytes | None:
    """What most files hold: nearly all the time goes into these three calls, made for every file of both libraries."""
    try:
        handle = os.open(path, _ORDINARY)
        try:
            return os.read(handle, _AT_ONCE)
        finally:
            os.close(handle)
    except OSError:
        return None


def _ordinary(path: str) -> bytes | None:
    """What an ordinary file holds; None if it cannot be read, or is larger than a text may be."""
    try:
        handle = os.open(path, _ORDINARY)
        try:
            data = os.read(handle, _AT_ONCE)
            while more := os.read(handle, _AT_ONCE):
                data += more
                if len(data) > MAX_TEXT:
                    return None
        finally:
            os.close(handle)
    except OSError:
        return None
    return data


def _other(file: Path, root: Path | None, problems: list[Diagnostic]) -> Source | None:
    """A file that is read with more care: a link, unless it leads out of its library, or one that told no more than that it failed."""
    if root is not None and file.is_symlink() and not _is_within(file, root):
        hint = say("copy what it leads to into the workspace")
        problems.append(diagnose("file-outside", say("The link “{link}” leads out of the workspace.", link=file.as_posix()), hint=hint))
        return None
    return read_text(file, problems)


def _is_within(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root.resolve().parent)
    except (OSError, RuntimeError):  # a link that leads to itself
        return False
