"""One side of a comparison: a library, and the files of which nothing could be read, so that none of it counts as removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefkit.diagnostics import Diagnostic
from briefkit.model.facts import Vocabulary
from briefkit.model.libraries import Library
from briefkit.source import Source, Span


@dataclass(frozen=True, slots=True)
class Edition:
    """A library by the name under which its user knows it; `unread` are paths below the workspace."""

    name: str
    holdings: Library
    unread: frozenset[str] = frozenset()
    vocabulary: Vocabulary = field(init=False, compare=False, repr=False)  # the facts that it declares

    def __post_init__(self) -> None:
        object.__setattr__(self, "vocabulary", Vocabulary.of(self.holdings.facts))


def edition(
    name: str, library: Library, files: Mapping[str, Source], problems: Iterable[Diagnostic], unread: Iterable[str] = ()
) -> Edition:
    """An edition from what was read: `files` and the problems found in them; `unread` are the files that gave no text at all.

    A file with an error from which nothing came into the library counts as unread.
    """
    wrong = {problem.span.source.name for problem in problems if problem.is_error and problem.span}
    used = {source.name for source in _used(library)}
    silent = (path for path, source in files.items() if source.name in wrong and source.name not in used)
    return Edition(name, library, frozenset((*unread, *silent)))


def path_of(span: Span | None) -> str:
    """The path below the workspace of the file that a place stands in: `clauses/authorities/treaties.yaml`."""
    name = span.source.name if span else ""
    for top in ("clauses/", "styles/"):
        _, found, below = name.rpartition(top)
        if found:
            return f"{top}{below}"
    return name


def _used(library: Library) -> Iterator[Source]:
    """The files that gave something to a library."""
    for clause in library.clauses:
        yield from (clause.span.source, *(text for _, text in clause.texts))
    for boilerplate in library.boilerplate:
        yield from (text for _, text in boilerplate.texts)
    spans = (
        *(one.span for one in library.authorities),
        *(one.span for one in library.facts),
        *(one.span for one in library.profiles),
        *(one.span for one in library.glossary),
        *(text.span for stored in library.sources for text in stored.texts),
    )
    yield from (span.source for span in spans if span)
