"""An edition of the small library, as it is read for the tests."""

from __future__ import annotations

from workspace import clause, library

from briefkit.diagnostics import Diagnostic
from briefkit.shelf.editions import LibraryFiles, read_edition

FILES = library(clause("A text.", slug="a"))
READ = {path: text for path, text in FILES.items() if not path.endswith(".csl")}
TEXT = "clauses/arguments/a/en.md"
HINT = "name a folder or a zip file that holds clauses/, or a revision such as HEAD~5, a branch or a tag"


def read(place: str) -> tuple[LibraryFiles | None, list[tuple[str, str, str]]]:
    """The files, and the problems: code, message, hint."""
    problems: list[Diagnostic] = []
    files = read_edition(place, problems)
    return files, [(one.code, one.message, one.hint) for one in problems]


def texts(place: str) -> dict[str, str]:
    files, problems = read(place)
    assert files is not None
    assert problems == []
    return {path: source.text for path, source in files.layer.items()}


def refused(place: str) -> tuple[str, str, str]:
    files, problems = read(place)
    assert files is None
    (problem,) = problems
    return problem
