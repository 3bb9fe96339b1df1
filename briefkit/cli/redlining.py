"""The command redline: two documents as one with tracked changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefkit.cli.chosen import day_named
from briefkit.cli.options import case_file, choices, chosen, format_option
from briefkit.cli.printing import as_data, count, errors, finish, show, show_diagnostics, show_json
from briefkit.cli.speaking import wrong_usage
from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import say, say_count

if TYPE_CHECKING:
    from briefkit.redline import Redline
    from briefkit.shelf.redlining import Document

WORD = ".docx"


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path), required=False)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Where to; a file that ends in .docx.")
@click.option(
    "--from",
    "before",
    metavar="REVISION",
    help="In place of NEW: the revision of the library for the older of two documents of the case OLD.",
)
@click.option(
    "--to", "after", metavar="REVISION", help="With --from, the revision for the newer document; the library as it is unless given."
)
@click.option("--author", default="Reviewer", help="Whose changes they are marked to be; Reviewer unless given.")
@click.option("--date", "on", help="The day they are marked with (YYYY-MM-DD); that of the newer case unless given.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@choices
@format_option
def redline(
    old: Path,
    new: Path | None,
    output: Path,
    before: str | None,
    after: str | None,
    author: str,
    on: str | None,
    force: bool,
    form: str,
    **options: str | None,
) -> None:
    """Compare two documents: write one in which Word shows every change, to be accepted or rejected.

    OLD and NEW are Word files, or cases, which are built as working drafts; or OLD is one case, built at two revisions of its library.
    Nothing is written unless accepting all changes gives the text of NEW, and rejecting them that of OLD. What differs without being
    compared is named. The same documents give the same file.

    \b
    Example:
      briefkit redline filed.docx answer.docx -o redline.docx
      briefkit redline filed.docx my-case/case.yaml -o redline.docx --author "Second reader"
      briefkit redline my-case/case.yaml --from v1.0 -o redline.docx
    """
    from briefkit.shelf import Output, write_new

    old, new = case_file(old), case_file(new) if new else None
    _check_usage(old, new, before, after, output, author, any(options.values()))
    day = None if on is None else day_named(on)
    compared = _compared(old, new, (before or "", after or ""), chosen(**options), author.strip(), day)
    problems, made = list(compared.diagnostics), compared.value
    if made is not None:
        problems += _own(output, (old, new)) or write_new(Output(output, made.data), force)
    _show(None if errors(problems) else made, output, problems, form)
    finish(problems)


def _check_usage(old: Path, new: Path | None, before: str | None, after: str | None, output: Path, author: str, choosing: bool) -> None:
    """Whether the arguments go together; ends with exit status 2 where they do not."""
    if output.suffix.lower() != WORD:
        raise wrong_usage(say("The redline is a file that ends in .docx."))
    if not author.strip():
        raise wrong_usage(say("--author names somebody, or a role."))
    if new is None and not before:
        raise wrong_usage(say("Give OLD and NEW, or one case with --from REVISION."))
    if new is not None and (before or after):
        raise wrong_usage(say("--from and --to are for one case: give no NEW."))
    words = [path for path in (old, new) if path is not None and path.suffix.lower() == WORD]
    if before and words:
        raise wrong_usage(say("--from is for a case, and “{file}” is a Word file.", file=old))
    if choosing and len(words) == 2:
        raise wrong_usage(say("--profile, --lang, --tone, --style and --template are for cases, and these are Word files."))


def _compared(
    old: Path, new: Path | None, revisions: tuple[str, str], options: Mapping[str, str], author: str, day: date | None
) -> Checked[Redline | None]:
    from briefkit.shelf.redlining import document_at, make_redline, read_document

    read: list[Checked[Document | None]]
    if new is None:
        read = [document_at(old, revision, options) for revision in revisions]
    else:
        read = [read_document(path, options) for path in (old, new)]
    problems = tuple(dict.fromkeys(problem for one in read for problem in one.diagnostics))
    first, second = (one.value for one in read)
    if first is None or second is None:
        return Checked(None, problems)
    made = make_redline(first, second, author, day)
    return Checked(made.value, (*problems, *made.diagnostics))


def _own(output: Path, compared: tuple[Path | None, ...]) -> tuple[Diagnostic, ...]:
    """That the redline would take the place of what is compared, even with --force."""
    if not output.exists() or not any(path and path.exists() and output.samefile(path) for path in compared):
        return ()
    said = say("“{file}” is one of the two documents that are compared.", file=output)
    return (diagnose("output-unwritable", said, hint=say("choose another -o")),)


def _show(made: Redline | None, output: Path, problems: list[Diagnostic], form: str) -> None:
    if form == "json":
        written = {"output": output.as_posix() if made else None, "paragraphs": made.paragraphs if made else 0}
        show_json({**written, "diagnostics": [as_data(problem) for problem in problems]})
        return
    show_diagnostics(problems)
    if made is None:
        show(say("Nothing was written: {errors}.", errors=count(errors(problems))), err=True)
    elif made.paragraphs:
        show(
            say_count(
                "Wrote {file}: changes in {number} paragraph", "Wrote {file}: changes in {number} paragraphs", made.paragraphs, file=output
            )
        )
    else:
        show(say("Wrote {file}: the two texts are the same", file=output))
