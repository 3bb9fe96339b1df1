"""Which files of two libraries are read to compare them."""

from __future__ import annotations

import pytest
from two_editions import changed_yaml, with_clause
from workspace import clause, library

from briefkit.diff import touched

AUTHORITIES, FACTS = "clauses/authorities/all.yaml", "clauses/facts.yaml"
FILES = library(
    clause("It binds [@covenant, art 22(1)].", slug="a"),
    clause("They say so; see also @{report}.", slug="b"),
    clause("Write to someone@report or @reporter.", slug="c"),
)


def folder(slug: str) -> set[str]:
    return {f"clauses/arguments/{slug}/clause.yaml", f"clauses/arguments/{slug}/en.md"}


def test_nothing_where_nothing_changed() -> None:
    assert touched(FILES, dict(FILES)) == frozenset()


def test_a_clause_with_all_its_files_and_the_facts() -> None:
    new = changed_yaml(FILES, "It binds", "It ties", "clauses/arguments/a/en.md")
    assert touched(FILES, new) == folder("a") | {FACTS}


@pytest.mark.parametrize(
    ("old", "new", "slug"),
    [
        ("Covenant on Testing", "Covenant of Tests", "a"),
        ("number: A/1/2", "number: A/1/3", "b"),
        ("title: Report on Testing", "title: A Report", "b"),
        ("status: soft-law", "status: binding", "b"),
    ],
)
def test_the_clauses_that_cite_an_authority_whose_data_changed(old: str, new: str, slug: str) -> None:
    assert touched(FILES, changed_yaml(FILES, old, new, AUTHORITIES)) == folder(slug) | {AUTHORITIES, FACTS}


def test_an_authority_that_is_gone() -> None:
    new = {path: text for path, text in FILES.items() if path != AUTHORITIES}
    assert touched(FILES, new) == folder("a") | folder("b") | {AUTHORITIES, FACTS}


def test_a_clause_that_cited_it_before() -> None:
    new = changed_yaml(changed_yaml(FILES, "A/1/2", "A/1/3", AUTHORITIES), "@{report}", "others", "clauses/arguments/b/en.md")
    assert touched(FILES, new) == folder("b") | {AUTHORITIES, FACTS}


def test_a_clause_under_another_name() -> None:
    old, new = library(clause("One.", slug="a")), library(clause("One.", slug="b"))
    assert touched(old, new) == folder("a") | folder("b") | {FACTS}


def test_profiles_are_read_together_since_one_may_be_like_another() -> None:
    files = {**FILES, "styles/profiles/second.yaml": "like: test\n"}
    new = changed_yaml(files, "Test opinion", "An opinion", "styles/profiles/test.yaml")
    assert touched(files, new) == {"styles/profiles/test.yaml", "styles/profiles/second.yaml", FACTS}


def test_a_caller_may_know_what_changed() -> None:
    assert touched(FILES, FILES, ["clauses/arguments/c/en.md"]) == folder("c") | {FACTS}
    assert touched(with_clause(), with_clause(), []) == frozenset()
