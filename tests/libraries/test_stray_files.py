"""Files of a workspace that nothing reads are said to be there, with what to do about them."""

from __future__ import annotations

import pytest
from workspace import clause, library, sources

from briefkit.libraries import read_library


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("clauses/arguments/b/clause.yml", "name it clause.yaml"),
        ("clauses/authorities/a.yml", "name it a.yaml"),
        ("clauses/Arguments/b/clause.yaml", "did you mean “arguments”?"),
        ("clauses/argument/b/en.md", "did you mean “arguments”?"),
        ("clauses/sorces/covenant.en.md", "did you mean “sources”?"),
        ("clauses/fact.yaml", "did you mean “facts.yaml”?"),
        ("clauses/zzz.yaml", "below clauses stand arguments, authorities, sources and facts.yaml"),
        ("clauses/arguments/b/en.md", "add clause.yaml beside it; “briefkit schema clause” says what stands there"),
        ("clauses/arguments/a/de.md", "a clause is clauses/arguments/<name>/clause.yaml, with its texts beside it: en.md, ru.md, kk.md"),
        ("clauses/authorities/more/a.yaml", "authorities stand in clauses/authorities/<name>.yaml"),
        ("styles/profile/p.yaml", "profiles stand in styles/profiles/<name>.yaml"),
        ("styles/p.yaml", "profiles stand in styles/profiles/<name>.yaml"),
        ("styles/profiles/p.md", "profiles stand in styles/profiles/<name>.yaml"),
        ("styles/profiles/more/p.yaml", "profiles stand in styles/profiles/<name>.yaml"),
    ],
)
def test_a_file_that_nothing_reads(path: str, hint: str) -> None:
    [problem] = read_library([sources(library(clause(slug="a"), {path: "x"}))]).diagnostics
    assert (problem.code, str(problem.span), problem.is_error) == ("file-unread", f"{path}:1:1", False)
    assert problem.hint == hint


ABOUT = ["clauses/README.md", "clauses/arguments/a/README.md", "styles/readme.md", "styles/x.csl", "styles/notes.md"]


@pytest.mark.parametrize("path", ABOUT)
def test_a_file_about_the_folder_is_left_alone(path: str) -> None:
    assert read_library([sources(library(clause(slug="a"), {path: "x"}))]).diagnostics == ()
