"""Commands about what documents were made of: inspect, outdated."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefkit.cli.chosen import word_file_named
from briefkit.cli.options import case_argument, case_file, format_option
from briefkit.cli.printing import as_data, errors, show, show_diagnostics, show_json, show_named, show_table, stop
from briefkit.cli.speaking import tell
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import Message, listed, say, say_count

if TYPE_CHECKING:
    from briefkit.diff import Comparison
    from briefkit.ooxml import BadPackage
    from briefkit.provenance.drafts import Draft
    from briefkit.provenance.inspected import Then
    from briefkit.provenance.moved import Moved
    from briefkit.provenance.pins import Pins
    from briefkit.shelf.builds import KeptBuild

MOVED, TROUBLE = 1, 2  # exit statuses of outdated
WIDTH = 10  # of the names that stand before values


@click.command()
@click.argument("document", type=click.Path(path_type=Path))
@click.option("--case", type=click.Path(path_type=Path), help="The case that it was built from, where the document lies elsewhere.")
@click.option("--check", is_flag=True, help="Check instead that its notes, numbers, references and styles hang together.")
@format_option
def inspect(document: Path, case: Path | None, check: bool, form: str) -> None:
    """Show what made a Word document, and what changed in the library since.

    A working draft names its clauses and its build; what it was built from is kept beside its case, in .briefkit/builds. A document to
    file (--final) tells nothing of where it comes from. With --check, exit status 1 where something is wrong.

    \b
    Example:
      briefkit inspect opinion.docx
      briefkit inspect sent/opinion.docx --case my-case/case.yaml --format json
      briefkit inspect sent/opinion.docx --check
    """
    data = word_file_named(document)
    if check:
        _check(document, data, form)
        return
    draft = _draft(document, data)
    found = None if draft.is_silent else _look_up(draft, document, case_file(case) if case else None)
    if form == "json":
        show_json({"document": document.as_posix(), "provenance": _as_data(found) if found else None})
    elif found is None:
        show(say("“{file}” tells nothing of where it comes from: it is a document to file, or briefkit did not build it.", file=document))
    else:
        _show(found)


def _draft(document: Path, data: bytes) -> Draft:
    from briefkit.ooxml import BadPackage
    from briefkit.provenance.drafts import read_draft

    try:
        return read_draft(data)
    except BadPackage as problem:
        stop(_unreadable(document, problem))


def _unreadable(document: Path, problem: BadPackage) -> Diagnostic:
    said = say("“{file}” cannot be read: {problem}.", file=document, problem=problem.message)
    return diagnose("bad-document", said, hint=say("save it again in Word as .docx"))


def _check(document: Path, data: bytes, form: str) -> None:
    from briefkit.inspection import CHECKS, read_word
    from briefkit.ooxml import BadPackage

    try:
        word = read_word(data)
    except BadPackage as problem:
        stop(_unreadable(document, problem))
    found = [one for check in CHECKS for one in check(word)]
    if form == "json":
        show_json({"document": document.as_posix(), "problems": [tell(one) for one in found]})
    else:
        for one in found or (say("Nothing is wrong."),):
            show(one)
    if found:
        raise SystemExit(1)


@dataclass(frozen=True, slots=True)
class _Found:
    """A draft, its kept sources if they are there, and what became of its clauses and of what they rest on."""

    draft: Draft
    kept: KeptBuild | None
    clauses: tuple[Then, ...]
    moved: tuple[Moved, ...] = ()
    changes: Comparison | None = None

    @property
    def command(self) -> str:
        """What shows the changes word by word; empty where there are none, or nothing is kept to compare with."""
        return diff_command(self.kept) if self.kept and self.changes and not self.changes.is_same else ""


def _look_up(draft: Draft, document: Path, case: Path | None) -> _Found:
    from briefkit.provenance.inspected import clauses_since
    from briefkit.provenance.moved import moved_since
    from briefkit.shelf.builds import changes_since, holdings_at, read_kept

    places = [case.parent] if case else [document.parent, Path.cwd()]
    kept = read_kept(draft.build, places)
    holdings = holdings_at(kept.case if kept else case, places[0], kept.pins.style.name if kept else "")
    if kept is None:
        return _Found(draft, None, clauses_since(draft, holdings.held))
    moved = moved_since(kept.pins, holdings)
    return _Found(draft, kept, clauses_since(draft, holdings.held, kept.pins, moved), moved, changes_since(kept, holdings))


def diff_command(kept: KeptBuild) -> str:
    """The command that compares a kept build with the library that its case has today, from the folder that the user stands in."""
    paths = (Path(os.path.relpath(path)).as_posix() for path in (kept.folder, kept.case))
    return shlex.join(["briefkit", "diff", *paths])


# --- what inspect prints --------------------------------------------------------------------------


def _show(found: _Found) -> None:
    show_named(tuple(_about(found)), WIDTH)
    show()
    rows = [(one.clause, one.language, str(one.was), str(one.now or "–"), one.said) for one in found.clauses]
    columns = (say("clause"), say("language"), say("version then"), say("now"), say("since then"))
    show_table(say("Clauses, in the order of the document"), columns, rows)
    beside = [one for one in found.moved if one.what != "clause"]
    if beside:
        show()
        show_table(say("What else moved since"), (say("what"), say("name"), say("since then")), [_row(one) for one in beside])
    show()
    for line in _closing(found):
        show(line)


def _about(found: _Found) -> Iterator[tuple[Message, str]]:
    """What made the document, as far as it is known."""
    draft, kept = found.draft, found.kept
    values = {
        say("build"): draft.build,
        say("briefkit"): draft.version,
        say("profile"): draft.profile,
        say("language"): draft.language or next((one.language for one in draft.clauses), ""),
        say("tone"): str(kept.about.get("tone", "")) if kept else "",
        say("date"): draft.date,
        say("style"): kept.pins.style.name if kept else "",
        say("template"): kept.pins.template.name if kept else "",
        say("case"): Path(os.path.relpath(kept.case)).as_posix() if kept else "",
        say("sources"): Path(os.path.relpath(kept.folder)).as_posix() if kept else "",
    }
    yield from ((name, value) for name, value in values.items() if value)


def _row(moved: Moved) -> tuple[str, str, str]:
    from briefkit.provenance.moved import KINDS

    return KINDS[moved.what], moved.name, moved.said


def _closing(found: _Found) -> Iterator[Message]:
    """What changed in numbers, and the command that shows it."""
    if found.kept is None:
        yield say("Its sources are not kept here, so only versions can be compared; --case CASE says where to look.")
    elif not found.moved:
        yield say("The library is as it was.")
    elif found.changes is not None and found.changes.summary:
        yield say("Since then: {changes}.", changes=listed(found.changes.summary))
    else:
        yield say_count("Since then {number} thing moved.", "Since then {number} things moved.", len(found.moved))
    if found.command:
        yield say("To see it: {command}", command=found.command)


def _as_data(found: _Found) -> dict[str, Any]:
    draft, kept = found.draft, found.kept
    return {
        "build": draft.build or None,
        "briefkit": draft.version or None,
        "profile": draft.profile or None,
        "language": draft.language or None,
        "date": (kept.about.get("date") if kept else None) or None,
        "sources": kept.folder.as_posix() if kept else None,
        "clauses": [
            {"clause": one.clause, "language": one.language, "version": one.was, "now": one.now or None, "since": list(one.how)}
            for one in found.clauses
        ],
        "moved": [_moved_data(one) for one in found.moved],
        "summary": [tell(one) for one in found.changes.summary] if found.changes else [],
        "diff": found.command or None,
    }


def _moved_data(moved: Moved) -> dict[str, Any]:
    versions = {"version": moved.was, "now": moved.now or None} if moved.what == "clause" else {}
    return {"what": moved.what, "name": moved.name, "since": list(moved.how), "said": tell(moved.said), **versions}


# --- outdated -------------------------------------------------------------------------------------


@click.command()
@case_argument
@format_option
def outdated(case: Path, form: str) -> None:
    """List what moved in the library since a case was locked; without a lock, since it was last built as a draft.

    Exit status: 0 nothing moved, 1 something did, 2 there is nothing to compare with, or it cannot be read.

    \b
    Example:
      briefkit outdated examples/reporting-fine/case.yaml
    """
    from briefkit.provenance.moved import moved_since
    from briefkit.shelf.builds import holdings_at, read_kept

    case = case_file(case)
    found = []
    for pins in _pinned(case, form):
        moved = moved_since(pins, holdings_at(case, case.parent, pins.style.name))
        kept = read_kept(pins.build, [case.parent])
        found.append((pins, moved, diff_command(kept) if moved and kept else ""))
    if form == "json":
        show_json({"languages": [_outdated_data(*one) for one in found], "diagnostics": []})
    else:
        _show_outdated(found)
    raise SystemExit(MOVED if any(moved for _, moved, _ in found) else 0)


def _pinned(case: Path, form: str) -> list[Pins]:
    """What a case pins, in each language; what its last drafts were made of, where it has no lock."""
    from briefkit.shelf.builds import last_builds, lock_of, nothing_to_compare, read_case_lock
    from briefkit.shelf.reading import read_text

    problems: list[Diagnostic] = []
    if read_text(case, problems) is None:
        _in_trouble(problems, form)
    pinned = list(read_case_lock(case, problems).values())
    if errors(problems):
        _in_trouble(problems, form)
    pinned = pinned if lock_of(case).is_file() else [kept.pins for kept in last_builds(case)]
    if not pinned:
        _in_trouble([nothing_to_compare(case)], form)
    return pinned


def _in_trouble(problems: Iterable[Diagnostic], form: str) -> NoReturn:
    if form == "json":
        show_json({"languages": [], "diagnostics": [as_data(problem) for problem in problems]})
    else:
        show_diagnostics(problems)
    raise SystemExit(TROUBLE)


def _show_outdated(found: list[tuple[Pins, tuple[Moved, ...], str]]) -> None:
    rows = [
        (pins.language, what, name, str(one.was or ""), str(one.now or ("–" if one.was else "")), since)
        for pins, moved, _ in found
        for one in moved
        for what, name, since in (_row(one),)
    ]
    columns = (say("language"), say("what"), say("name"), say("version then"), say("now"), say("since then"))
    if not rows:
        show(say("Nothing moved."))
        return
    show_table(say("What moved in the library"), columns, rows)
    show()
    for pins, moved, command in found:
        if command:
            show(say("To see it: {command}", command=command))
        elif moved:
            show(say("What is pinned in “{language}” is not kept here, so its words cannot be shown.", language=pins.language))


def _outdated_data(pins: Pins, moved: tuple[Moved, ...], command: str) -> dict[str, Any]:
    return {"language": pins.language, "build": pins.build or None, "moved": [_moved_data(one) for one in moved], "diff": command or None}
