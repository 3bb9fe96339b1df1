"""The command scrub: files without what they tell besides their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefkit.cli.options import format_option
from briefkit.cli.printing import as_data, errors, finish, show, show_diagnostics, show_json, show_table
from briefkit.cli.speaking import tell, wrong_usage
from briefkit.diagnostics import Diagnostic
from briefkit.messages import say, say_count, verbatim

if TYPE_CHECKING:
    from briefkit.scrub import Decisions, Finding


@dataclass(slots=True)
class _Done:
    """What became of one file."""

    path: Path
    output: Path | None = None
    findings: tuple[Finding, ...] = ()
    problems: list[Diagnostic] = field(default_factory=list)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--check", is_flag=True, help="Only report what is found; nothing is written.")
@click.option("--accept-changes", "changes", flag_value="accept", help="Accept all tracked changes.")
@click.option("--reject-changes", "rejected", is_flag=True, help="Reject all tracked changes.")
@click.option("--drop-comments", is_flag=True, help="Take all comments out.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to, for one FILE; NAME.scrubbed.docx beside it unless given.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@format_option
def scrub(
    files: tuple[Path, ...],
    check: bool,
    changes: str | None,
    rejected: bool,
    drop_comments: bool,
    output: Path | None,
    force: bool,
    form: str,
) -> None:
    """Take out of Word, ODT and PDF files what names people, machines and earlier versions.

    Authors, company, template, numbers of editing sessions, hidden and deleted text, embedded files and typefaces, links to files, cropped
    sides of pictures, what a camera noted. The words of body and notes stay the same to the letter, or nothing is written. The original
    stays as it is. A file with tracked changes or comments is refused until an option says what becomes of them. --check ends with exit
    status 1 if anything is found. Title, language, alternative texts, choices of a form, names of styles and bookmarks stay: read them.

    \b
    Example:
      briefkit scrub --check opinion.docx
      briefkit scrub opinion.docx annex.pdf --accept-changes --drop-comments
    """
    from briefkit.scrub import Decisions

    _check_usage(files, check, bool(changes), rejected, output)
    decisions = Decisions("reject" if rejected else "accept" if changes else "", drop_comments)
    unique = tuple(dict.fromkeys(files))
    done = [_looked(path, decisions) if check else _scrubbed(path, decisions, output, force) for path in unique]
    if form == "json":
        show_json({"files": [_as_data(one) for one in done]})
    else:
        _show(done, check)
    finish(problem for one in done for problem in one.problems)
    if check and any(one.findings for one in done):
        raise SystemExit(1)


def _check_usage(files: Sequence[Path], check: bool, accepted: bool, rejected: bool, output: Path | None) -> None:
    if accepted and rejected:
        raise wrong_usage(say("--accept-changes and --reject-changes exclude each other."))
    if output is not None and check:
        raise wrong_usage(say("--check writes nothing: give no -o."))
    if output is not None and len(files) > 1:
        raise wrong_usage(say("-o is for one file; several are written beside their originals."))
    if output is not None and output.suffix.lower() != files[0].suffix.lower():
        raise wrong_usage(say("What is scrubbed stays what it was: -o must end in {ending}.", ending=files[0].suffix))


def _looked(path: Path, decisions: Decisions) -> _Done:
    from briefkit.scrub import look_into
    from briefkit.shelf.scrubbing import read_to_scrub

    done = _Done(path)
    data = read_to_scrub(path, done.problems)
    if data is not None:
        looked = look_into(data, path.as_posix(), decisions)
        done.problems += looked.diagnostics
        done.findings = looked.value.findings if looked.value else ()
    return done


def _scrubbed(path: Path, decisions: Decisions, output: Path | None, force: bool) -> _Done:
    from briefkit.scrub import scrub as scrub_file
    from briefkit.shelf.scrubbing import beside, read_to_scrub, write_scrubbed

    done = _Done(path)
    data = read_to_scrub(path, done.problems)
    made = scrub_file(data, path.as_posix(), decisions) if data is not None else None
    if made is None:
        return done
    done.problems += made.diagnostics
    if made.value is not None:
        target = output or beside(path)
        problems = write_scrubbed(path, target, made.value.data, force)
        done.problems += problems
        done.output, done.findings = None if errors(problems) else target, made.value.findings
    return done


def _show(done: Sequence[_Done], check: bool) -> None:
    if check:
        rows = [(one.path.as_posix(), finding.part or verbatim("–"), finding.what) for one in done for finding in one.findings]
        if rows:
            show_table(say("What is found"), (say("file"), say("where"), say("what")), rows)
    for one in done:
        show_diagnostics(one.problems)
        if check and not errors(one.problems):
            _show_count(one)
        elif one.output is not None:
            _show_written(one, one.output)
        elif not check:
            show(say("Nothing was written for {file}.", file=one.path.as_posix()), err=True)


def _show_written(one: _Done, output: Path) -> None:
    taken = sum(not finding.stays for finding in one.findings)
    show(
        say_count(
            "Wrote {file}: {number} thing was taken out", "Wrote {file}: {number} things were taken out", taken, file=output.as_posix()
        )
    )


def _show_count(one: _Done) -> None:
    if not one.findings:
        show(say("{file}: nothing was found.", file=one.path.as_posix()), err=True)
        return
    counted = say_count(
        "{file}: {number} thing was found.", "{file}: {number} things were found.", len(one.findings), file=one.path.as_posix()
    )
    show(counted, err=True)


def _as_data(one: _Done) -> dict[str, Any]:
    found = [
        {"kind": finding.kind, "part": tell(finding.part), "what": tell(finding.what), "stays": finding.stays} for finding in one.findings
    ]
    written = one.output.as_posix() if one.output else None
    return {"file": one.path.as_posix(), "output": written, "found": found, "diagnostics": [as_data(problem) for problem in one.problems]}
