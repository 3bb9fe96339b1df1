"""What an edition of a library holds: files by their paths below the workspace, of which each is read when it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.libraries import Layer
from briefkit.messages import say
from briefkit.shelf.reading import FOLDERS
from briefkit.shelf.reasons import Stopped
from briefkit.source import Source

ENDINGS = (".yaml", ".md")  # of the files that a library is made of
FOR_DOCUMENTS = (*ENDINGS, ".csl", ".xml")  # and what a document takes from its workspace besides
BELOW = ("arguments", "authorities", "facts.yaml", "sources")  # what tells that a folder is a `clauses` folder itself
MAX_FILES = 100_000  # 10,000 clauses in three languages, more than twice over
MAX_TOTAL = 200_000_000  # bytes of a library
WANTED = say("name a folder or a zip file that holds clauses/, or a revision such as HEAD~5, a branch or a tag")


class Stock(Protocol):
    """The files of an edition, and its name for its user; `tops` are the folders of a workspace that it covers."""

    @property
    def name(self) -> str: ...

    @property
    def tops(self) -> tuple[str, ...]: ...

    @property
    def paths(self) -> Mapping[str, object]: ...

    def data(self, path: str) -> bytes | None:
        """The bytes of a file; None if they are not to be had, which `read` tells about."""

    def read(self, path: str, problems: list[Diagnostic]) -> Source | None:
        """A file as text, or what keeps it from being read."""

    def fetch(self, paths: Iterable[str]) -> None:
        """Have these files at hand, for an edition that is asked for many at once."""


@dataclass(frozen=True, slots=True)
class LibraryFiles:
    """Texts of a library by their paths below the workspace, and the paths of those that cannot be read.

    `paths` are all its files, those too that nobody had to read. `below` are the layers that it lies upon, for the library of a case.
    """

    layer: Layer
    unread: tuple[str, ...] = ()
    paths: frozenset[str] = frozenset()
    below: tuple[Layer, ...] = ()


class Texts(Mapping[str, str]):
    """The texts of a stock, read as they are asked for: to look for words in them, whatever may be wrong with a file."""

    def __init__(self, stock: Stock, paths: Collection[str]) -> None:
        self.stock, self.paths = stock, paths

    def __getitem__(self, path: str) -> str:
        if path not in self.paths:
            raise KeyError(path)
        return (self.stock.data(path) or b"").decode("utf-8", "replace")

    def __contains__(self, path: object) -> bool:
        return path in self.paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def read_stock(stock: Stock, paths: Iterable[str], problems: list[Diagnostic]) -> LibraryFiles:
    """The texts of some of a stock's files. Raises Stopped where they are too much to hold."""
    wanted = sorted(paths)
    stock.fetch(wanted)
    layer: dict[str, Source] = {}
    total = 0
    for path in wanted:
        source = stock.read(path, problems)
        if source is not None:
            layer[path] = source
            total += len(source.text)
        if total > MAX_TOTAL:
            raise Stopped(too_large(stock.name))
    return LibraryFiles(layer, tuple(path for path in wanted if path not in layer), frozenset(stock.paths))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the folders of a workspace stand in a folder, and which of them it speaks for: a `clauses` folder says nothing of styles."""

    roots: Mapping[str, str]
    tops: tuple[str, ...] = FOLDERS


def layout(names: Collection[str], within: str = "") -> Layout | None:
    """The layout of a folder by what stands in it: that of a workspace, or of a `clauses` folder itself; None if it is neither."""
    roots = {top: f"{within}{top}/" for top in FOLDERS if top in names}
    if "clauses" not in roots and any(name in names for name in BELOW):
        return Layout({"clauses": within}, ("clauses",))
    return Layout(roots) if roots else None


def too_large(name: str) -> Diagnostic:
    said = say(
        "The library in “{name}” has more than {files:,} files or {megabytes} MB.",
        name=name,
        files=MAX_FILES,
        megabytes=MAX_TOTAL // 1_000_000,
    )
    return diagnose("library-too-large", said, hint=say("compare folders that hold a part of it"))
