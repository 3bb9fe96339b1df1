"""Diagnostics as data, and the one list of codes against the program."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import briefkit
from briefkit.diagnostics import CODES, Checked, Diagnostic, Severity, diagnose, did_you_mean, in_order
from briefkit.source import Source

PROGRAM = Path(briefkit.__file__).parent


def texts_of_the_program() -> Iterator[str]:
    """Every text constant of the program outside the list of codes itself."""
    for path in PROGRAM.rglob("*.py"):
        if path.name != "diagnostics.py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def diagnosed() -> Iterator[str]:
    """The code of every diagnose("…") of the program."""
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "diagnose" and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


@pytest.mark.parametrize("name", CODES)
def test_every_code_has_a_severity_and_a_sentence(name: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    assert CODES[name].severity in Severity
    assert re.fullmatch(r"[A-Z].{10,}\.", CODES[name].meaning)


def test_no_two_codes_mean_the_same() -> None:
    meanings = [code.meaning for code in CODES.values()]
    assert len(set(meanings)) == len(meanings)


def test_every_code_that_the_program_uses_is_listed() -> None:
    used = set(diagnosed())
    assert len(used) > 30
    assert used - CODES.keys() == set()


def test_every_code_that_is_listed_is_used() -> None:
    assert sorted(CODES.keys() - set(texts_of_the_program())) == []


def test_a_code_gives_its_severity_unless_told_otherwise() -> None:
    assert diagnose("unverified-pinpoint", "…").severity is Severity.WARNING
    assert diagnose("unverified-pinpoint", "…", severity=Severity.ERROR).is_error
    assert not diagnose("undecided-clause", "…").is_error
    assert not diagnose("unknown-key", "…", severity=Severity.NOTE).is_error


def test_a_code_that_is_not_listed_is_refused() -> None:
    with pytest.raises(KeyError):
        diagnose("no-such-code", "…")


@pytest.mark.parametrize(("severity", "word"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "note")])
def test_severities_print_as_words(severity: Severity, word: str) -> None:
    assert str(severity) == word


@pytest.mark.parametrize(("codes", "bad"), [((), False), (("undecided-clause",), False), (("undecided-clause", "unknown-key"), True)])
def test_only_errors_count_as_errors(codes: tuple[str, ...], bad: bool) -> None:
    assert Checked(1, tuple(diagnose(code, "…") for code in codes)).has_errors is bad


def test_problems_are_ordered_by_file_and_place_each_once_and_placeless_ones_last() -> None:
    first, second = Source("a.yaml", "12345"), Source("b.yaml", "12345")

    def at(source: Source | None, start: int, message: str) -> Diagnostic:
        return diagnose("unknown-key", message, source.span(start, start + 1) if source else None)

    wanted = [at(first, 0, "x"), at(first, 3, "a"), at(first, 3, "b"), at(second, 0, "x"), at(None, 0, "x")]
    assert in_order([*reversed(wanted), *wanted]) == tuple(wanted)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("cooprative", "did you mean “cooperative”?"),
        ("COOPERATIVE", "did you mean “cooperative”?"),
        ("natural", "did you mean “neutral”?"),
        ("Measure", "did you mean “measures”?"),
        ("xyz", "one of three"),
        ("", "one of three"),
    ],
)
def test_the_nearest_known_words_are_named(word: str, hint: str) -> None:
    assert did_you_mean(word, ("cooperative", "neutral", "measures"), "one of three") == hint


def test_two_near_words_are_both_named_as_they_are_written() -> None:
    assert did_you_mean("iccp", ["ICCPR", "iccpr2"]) == "did you mean “ICCPR” or “iccpr2”?"


def test_known_words_may_come_one_by_one() -> None:
    assert did_you_mean("fin", (word for word in ("fine", "ban"))) == "did you mean “fine”?"
    assert did_you_mean("fin", iter(())) == ""
