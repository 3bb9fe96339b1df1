"""What is wrong with an entry of a .bib file is said at that entry, and the others are read."""

from __future__ import annotations

import pytest

from briefkit.bibtex import read_bibtex
from briefkit.diagnostics import Diagnostic
from briefkit.model.libraries import Authority
from briefkit.source import Source


def read(text: str) -> tuple[list[Authority], list[Diagnostic]]:
    problems: list[Diagnostic] = []
    return list(read_bibtex(Source("refs.bib", text), problems)), problems


def dated(field: str) -> tuple[object, object]:
    [entry], problems = read(f"@book{{a, title = {{T}}, {field}}}\n")
    assert problems == []
    return entry.csl.get("issued"), entry.csl.get("accessed")


@pytest.mark.parametrize("field", ["author = {A, B, C, D, E}", "title = {A \\}", "editor = {{Unclosed} and \\}"])
def test_an_entry_that_cannot_be_read(field: str) -> None:
    title = "" if field.startswith("title") else "title = {T}, "
    found, problems = read(f"@book{{good, title = {{T}}}}\n@book{{bad, {title}{field}\n}}\n")
    assert [one.id for one in found] == ["good"]
    [problem] = problems
    assert (problem.code, str(problem.span), problem.is_error) == ("bad-reference-file", "refs.bib:2:7", True)
    assert problem.message.startswith("The entry “bad” cannot be read: ")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date = {2020-01/2020-03}", {"date-parts": [[2020, 1], [2020, 3]]}),
        ("date = {2020/2021}", {"date-parts": [[2020], [2021]]}),
        ("year = {1998--1999}", {"date-parts": [[1998], [1999]]}),
        ("date = {2020-13}", {"literal": "2020-13"}),
        ("date = {2020/..}", {"literal": "2020/.."}),
        ("year = {c. 2020}", {"literal": "c. 2020"}),
        ("year = {forthcoming}", {"literal": "forthcoming"}),
        ("year = {2020}, month = {3}", {"date-parts": [[2020, 3]]}),
        ("year = {2020}, month = {12}", {"date-parts": [[2020, 12]]}),
        ("year = {2020}, month = {²}", {"literal": "² 2020"}),
        ("year = {2020}, month = {13}", {"literal": "13 2020"}),
        ("year = {2020}, month = {Spring}", {"literal": "Spring 2020"}),
    ],
)
def test_a_date_is_read_or_stands_as_it_is(field: str, value: object) -> None:
    assert dated(field)[0] == value


def test_the_day_on_which_it_was_read() -> None:
    assert dated("urldate = {2026-01-02}")[1] == {"date-parts": [[2026, 1, 2]]}
    assert dated("urldate = {in May}")[1] == {"literal": "in May"}


@pytest.mark.parametrize(("name", "hint"), [("titel", "title"), ("autor", "author"), ("yeer", "year"), ("jornal", "journal")])
def test_a_misspelt_field_is_a_warning(name: str, hint: str) -> None:
    _, problems = read(f"@book{{a, title = {{T}}, note = {{n}},\n  {name} = {{x}}}}\n")
    [problem] = problems
    assert (problem.code, problem.span and problem.span.text, problem.is_error) == ("unknown-key", name, False)
    assert f"“{hint}”" in problem.hint
    assert str(problem.span) == "refs.bib:2:3"


def test_fields_of_reference_managers_are_passed_over() -> None:
    fields = ["abstract", "keywords", "file", "issn", "eprint", "date-added", "mendeley-groups", "bdsk-url-1", "timestamp", "langid", "day"]
    _, problems = read("@article{a, title = {T}, " + ", ".join(f"{name} = {{x}}" for name in fields) + "}\n")
    assert problems == []


def test_an_entry_without_a_title_is_a_warning() -> None:
    _, [problem] = read("@book{a, year = {2020}}\n")
    assert (problem.code, problem.is_error, problem.span and problem.span.text) == ("missing-key", False, "a")


def test_a_subtitle_belongs_to_the_title() -> None:
    [entry], _ = read("@book{a, title = {Law}, subtitle = {A Book}}\n")
    assert entry.csl["title"] == "Law: A Book"
