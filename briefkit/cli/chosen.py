"""What the user named on the command line: clause, authority, language, day, file; the command ends where there is no such thing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from briefkit.cli.printing import errors, stop
from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.messages import Message, say
from briefkit.model.libraries import Clause, Library
from briefkit.model.naming import LANGUAGES


def unknown_clause(name: str, library: Library) -> Diagnostic:
    """That there is no clause of this name."""
    hint = did_you_mean(name, [one.slug for one in library.clauses], say("briefkit clauses list shows all"))
    return diagnose("unknown-clause", say("There is no clause “{clause}”.", clause=name), hint=hint)


def clause_named(name: str, library: Library, problems: Iterable[Diagnostic]) -> Clause:
    """A clause by its name; where there is none, what is wrong with the library may be why."""
    found = library.clause(name)
    if found is None:
        stop(*errors(problems), unknown_clause(name, library))
    return found


def unknown_authority(name: str, known: Iterable[str]) -> Diagnostic:
    """That there is no authority of this id."""
    hint = did_you_mean(name, known, say("briefkit authorities list shows all"))
    return diagnose("unknown-authority", say("There is no authority “{authority}”.", authority=name), hint=hint)


def check_language(language: str) -> None:
    """Exit where a language is none of a library."""
    if language not in LANGUAGES:
        hint = did_you_mean(language, LANGUAGES, say("one of {names}", names=", ".join(LANGUAGES)))
        stop(diagnose("unknown-language", say("“{language}” is no language of a library.", language=language), hint=hint))


def day_named(on: str) -> date:
    """A day as it is written in a case."""
    from briefkit.yamlmarks import as_day

    day = as_day(on)
    if day is None:
        stop(diagnose("bad-date", say("“{text}” is not a date, written YYYY-MM-DD.", text=on), hint=say("for example 2026-11-24")))
    return day


def past_day(on: str | None, hint: Message) -> date:
    """The day on which something was done: today, unless another is given; `hint` says which day to give for one that has not come."""
    day = date.today() if on is None else day_named(on)
    if day > date.today():
        stop(diagnose("bad-date", say("{day} has not come yet.", day=day), hint=hint))
    return day


def word_file_named(file: Path) -> bytes:
    """What a Word file holds."""
    from briefkit.shelf import read_template

    problems: list[Diagnostic] = []
    data = read_template(file, problems)
    if data is None:
        stop(*problems)
    return data
