"""Clauses that are the same under another name."""

from __future__ import annotations

from two_editions import compared, sentences
from workspace import clause, library

WORDS = "The State bears the burden of showing that a restriction is necessary in a democratic society"


def fates(old: dict[str, str], new: dict[str, str]) -> list[tuple[str, str]]:
    return [(entry.subject.id, entry.fate) for entry in compared(old, new).entries]


def test_what_else_changed_stands_beside() -> None:
    old, new = library(clause(f"{WORDS}.", slug="a", title="It")), library(clause(f"{WORDS} today.", slug="b", title="It"))
    assert sentences(old, new) == [
        "This clause was called “a” and is now called “b”.",
        "English text: 1 word deleted, 2 inserted, in 1 paragraph.",
    ]
    assert compared(old, new).summary == ("1 clause renamed",)


def test_other_words_are_another_clause() -> None:
    new = library(clause("The list of aims is closed, and the State may add no other to it.", slug="b"))
    assert fates(library(clause(WORDS, slug="a")), new) == [("a", "removed"), ("b", "added")]


def test_the_number_of_the_catalogue_comes_before_the_words() -> None:
    old = library(clause(WORDS, slug="a", catalogue="C05"))
    new = library(clause("Other words.", slug="b", catalogue="C05"), clause(WORDS, slug="c"))
    assert fates(old, new) == [("b", "renamed"), ("c", "added")]


def test_each_with_the_one_that_is_most_alike() -> None:
    old = library(clause(f"{WORDS} here.", slug="a"), clause(f"{WORDS} there and then.", slug="b"))
    new = library(clause(f"{WORDS} there and then too.", slug="c"), clause(f"{WORDS} here.", slug="d"))
    assert fates(old, new) == [("c", "renamed"), ("d", "renamed")]
    assert sentences(old, new, "d")[0] == "This clause was called “a” and is now called “d”."


def test_one_that_cannot_be_read_is_not_renamed() -> None:
    old, new = library(clause(WORDS, slug="a")), library(clause(WORDS, slug="a"), clause(WORDS, slug="b"))
    assert fates(old, {**new, "clauses/arguments/a/clause.yaml": "title: ["}) == [("a", "not-compared"), ("b", "added")]
