"""`briefkit check --library`: the health of a clause library."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit.cli.chosen import check_language
from briefkit.cli.options import least
from briefkit.cli.printing import as_data, count, finish, show, show_diagnostics, show_json, show_table, stop, summed_up
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import Message, listed, say

if TYPE_CHECKING:
    from briefkit.health import Example, Subject
    from briefkit.model.libraries import Library


def check_library_at(folder: Path, language: str, form: str, quiet: bool, verbose: bool) -> None:
    """Prints all that is wrong with the library of a workspace, and what it holds in numbers; exits with 1 if there is an error.

    Where files of it could not be read, only that is said: what seems to be missing may stand in them.
    """
    from briefkit.health import check_health, subject_of, summary

    library, problems = _library_at(folder, language)
    broken = any(problem.is_error for problem in problems)
    subject = subject_of(library, () if broken else _examples(folder, library), date.today(), language)
    problems += () if broken else check_health(subject)
    if form == "json":
        numbers = [{"what": one.what, "which": one.which or None, "number": one.number} for one in summary(subject)]
        show_json({"summary": numbers, "diagnostics": [as_data(problem) for problem in problems]})
    else:
        show_diagnostics(problems, least(quiet, verbose))
        _show_summary(subject)
        show(_closing(problems, broken, verbose), err=True)
    finish(problems)


def _library_at(folder: Path, language: str) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library that holds at a folder, and what is wrong with its files; exits if there is no such folder or language."""
    from briefkit.echoes import without_echoes
    from briefkit.libraries import read_library
    from briefkit.shelf import read_layers

    if not folder.is_dir():
        hint = say("give the folder of a workspace, or none to check the one that you stand in")
        stop(diagnose("file-missing", say("There is no folder “{folder}”.", folder=folder), hint=hint))
    if language:
        check_language(language)
    problems: list[Diagnostic] = []
    library = read_library(read_layers(folder, problems))
    return library.value, without_echoes((*problems, *library.diagnostics))


def _examples(folder: Path, library: Library) -> tuple[Example, ...]:
    """The cases in the workspace's folder `examples`, each with its plan; one that cannot be read shows nothing."""
    from briefkit.build import Inputs
    from briefkit.case import read_case
    from briefkit.health import Example
    from briefkit.plan import make_plan
    from briefkit.shelf import read_inputs, shipped_folder, workspace_of

    found = (workspace_of(folder) or shipped_folder()).glob("examples/*/case.yaml")
    inputs = [one for path in sorted(found) if isinstance(one := read_inputs(path, {}), Inputs)]
    cases = [case for one in inputs if (case := read_case(one.case, library, one.chosen).value)]
    return tuple(Example(case, make_plan(case, library).value) for case in cases)


def _show_summary(subject: Subject) -> None:
    from briefkit.health import summary

    rows = [(one.what, one.which or say("all"), str(one.number)) for one in summary(subject)]
    show_table(say("The library in numbers"), (say("what"), say("which"), say("number")), rows)


def _closing(problems: tuple[Diagnostic, ...], broken: bool, verbose: bool) -> Message:
    if broken:
        return say("{problems}. The rest is looked at once the files can be read.", problems=count(problems))
    hidden = not verbose and any(problem.severity < least(False, False) for problem in problems)
    said = summed_up(problems, say("Nothing to report."))
    return listed((said, say("The notes are printed with -v.")), " ") if hidden else said
