"""The last look at a public version, before anything of it is written: does anything in it still say what it hides?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefkit.confidential import Search, check_values, own_texts
from briefkit.diagnostics import Diagnostic
from briefkit.leaks import find_leaks, leak_problems
from briefkit.model.libraries import Authority, Library
from briefkit.publication import PublicVersion


def search_of(public: PublicVersion, library: Library) -> Search:
    """The search for everything that a public version hides."""
    return Search.of(public.confidential, own_texts(library))


def check_release(files: Mapping[str, bytes], public: PublicVersion, library: Library, cited: Iterable[Authority]) -> Iterator[Diagnostic]:
    """What the finished files of a public version, by their endings, still say; and what could not be searched for in them.

    Problems: `leak`, `leak-possible`, `leak-unsearched`, `value-*`.
    """
    search = search_of(public, library)
    yield from check_values(search, cited, public=True)
    found = {name: find_leaks(made, search) for name, made in files.items()}
    yield from (problem for one in found.values() for problem in one.diagnostics)
    yield from leak_problems({name: one.value for name, one in found.items()})


def named_files(files: Iterable[str], public: PublicVersion, library: Library) -> Iterator[str]:
    """Those of some names of files that say what a public version hides."""
    plain = Search.of(public.confidential)
    suspect = [file for file in files if plain.names_file(file)]
    search = search_of(public, library) if suspect else plain  # what the library's words are takes a second to find out
    yield from (file for file in suspect if search.names_file(file))
