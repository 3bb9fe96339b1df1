"""Commands about requests for review: the document for counsel, what came back in it, and the notes that were kept."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefkit.cli.chosen import check_language, clause_named, word_file_named
from briefkit.cli.clauses import read_library_here
from briefkit.cli.completing import clause_names
from briefkit.cli.options import force_option, format_option
from briefkit.cli.printing import errors, finish, show, show_diagnostics, show_json, show_table, stop
from briefkit.cli.speaking import wrong_usage
from briefkit.diagnostics import Checked, Diagnostic, Severity, diagnose
from briefkit.messages import Message, say, say_count, verbatim
from briefkit.model.libraries import Clause, Library
from briefkit.model.reviews import ReviewNote

if TYPE_CHECKING:
    from briefkit.review.answers import Answers, Decision, Mark
    from briefkit.source import Source

COLUMNS = (say("where"), say("by"), say("on"), say("the words"), say("what is said"))
OLD_WORD = b"\xd0\xcf\x11\xe0"  # how a file of the old Word begins, and one with a password


# --- request --------------------------------------------------------------------------------------


@click.command("request")
@click.argument("clauses", nargs=-1, required=True, shell_complete=clause_names)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Where to; .docx.")
@click.option("--lang", "language", default="en", help="The language of the texts: en, ru or kk; en unless given.")
@force_option
def write_request(clauses: tuple[str, ...], output: Path, language: str, force: bool) -> None:
    """Write a Word document for counsel: the clauses with every branch, their sources and status, questions as comments, and a table.

    \b
    Example:
      briefkit review request three-part-test remedy --lang ru -o review.docx
    """
    if output.suffix.lower() != ".docx":
        raise wrong_usage(say("A request is a Word document: a file that ends in .docx."))
    check_language(language)
    library, problems = read_library_here()
    asked = [clause_named(name, library, problems) for name in dict.fromkeys(clauses)]
    _stop_at_unreadable(asked, language, problems)
    wrong = _written(asked, language, library, output, force)
    if errors(wrong):
        stop(*wrong)
    said = say_count("Wrote {file}: {number} text for review.", "Wrote {file}: {number} texts for review.", len(asked), file=output)
    show(said)
    show(say("When it comes back: {command}", command=f"briefkit review import {shlex.quote(str(output))}"))


def _stop_at_unreadable(asked: Iterable[Clause], language: str, problems: Iterable[Diagnostic]) -> None:
    """Exit where a clause has no text in the language, or where its own files cannot be read as they are meant."""
    from briefkit.review.checks import missing

    wrong = []
    for clause in asked:
        text = clause.text(language)
        files = {clause.span.source.name, text.name if text else ""}
        wrong += [one for one in errors(problems) if one.span and one.span.source.name in files]
        wrong += [] if text and text.text.strip() else [missing(clause, language)]
    if wrong:
        stop(*wrong)


def _written(asked: list[Clause], language: str, library: Library, output: Path, force: bool) -> tuple[Diagnostic, ...]:
    from briefkit.shelf import Output, write_new

    made = _made(asked, language, library)
    return made.diagnostics or write_new(Output(output, made.value), force)


def _made(asked: list[Clause], language: str, library: Library) -> Checked[bytes]:
    """The request as a Word file."""
    from briefkit.build import locale_texts, style_named
    from briefkit.review.request import request
    from briefkit.shelf import read_house, read_layers
    from briefkit.writers import WRITERS, Look

    layers = read_layers(Path.cwd(), [])
    style, look = style_named(_style_for(language, library), layers), read_house(Path.cwd())
    if style.value is None or look.value is None:
        return Checked(b"", (*style.diagnostics, *look.diagnostics))
    made = request(asked, language, library, style.value, locale_texts(layers), date.today())
    return Checked(b"" if made.diagnostics else WRITERS["docx"](made.value, Look(look.value)), made.diagnostics)


def _style_for(language: str, library: Library) -> str:
    """The citation style of a language: that of the first profile which makes documents in it."""
    made = (profile.style_in(language) for profile in library.profiles if language in profile.languages)
    return next(made, "international-law")


# --- import ---------------------------------------------------------------------------------------


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", default="", help="A role to keep in place of the names that the file has: counsel of the CSO.")
def import_answers(file: Path, by: str) -> None:
    """Read the comments, changes and decisions in a request that came back, and keep them as notes. Nothing is signed by this.

    Where a row of the table says “approved”, the command that records the signature is printed: whoever signs gives it. The same file
    read twice changes nothing.

    \b
    Example:
      briefkit review import review.docx --by "counsel of the CSO"
    """
    from briefkit.review.writing import unknown_notes
    from briefkit.shelf.reviews import keep_notes

    data = word_file_named(file)
    answers = _read(file, data)
    library, problems = read_library_here()
    outdated = list(_outdated(answers, library))
    notes = answers.all_notes if outdated else (*answers.all_notes, *_untracked(data, answers, library))
    new = unknown_notes(notes, library.review_notes, by)
    kept = keep_notes(new, file.stem) if new else None
    if isinstance(kept, tuple):
        stop(*kept)
    if kept:
        show(say_count("Wrote {file}: {number} new note.", "Wrote {file}: {number} new notes.", len(new), file=kept.as_posix()))
        _show_notes(new, library)
    else:
        show(say("There is nothing new in it.") if notes else say("Nothing was written in it."))
    show_diagnostics(outdated)
    for one in answers.decisions:
        if library.clause(one.mark.clause):  # one that is not there is reported
            show(_told(one))
    show_diagnostics(problems, Severity.ERROR)
    finish(problems)


def _read(file: Path, data: bytes) -> Answers:
    """The answers in a file; exits if it is no request that can be read. Nothing on the disk is changed by a bad one."""
    from briefkit.ooxml import BadPackage
    from briefkit.review.answers import read_answers

    try:
        answers = read_answers(data)
    except BadPackage as problem:
        hint = say("save it in Word as .docx, without a password") if data.startswith(OLD_WORD) else say("ask for the file again")
        stop(diagnose("bad-review-file", say("“{file}” cannot be read: {reason}.", file=file, reason=problem.message), hint=hint))
    if not answers.sent:
        said = say("“{file}” holds no text that was sent for review: the lines with their marks are missing.", file=file)
        stop(diagnose("bad-review-file", said, hint=say("import the file that “briefkit review request” wrote, with the answers in it")))
    return answers


def _untracked(data: bytes, answers: Answers, library: Library) -> tuple[ReviewNote, ...]:
    """What was changed without tracked changes, told from the request as it was sent: its texts are still what they were."""
    from briefkit.review.answers import untracked

    found: list[ReviewNote] = []
    for language in dict.fromkeys(mark.language for mark in answers.sent):
        names = dict.fromkeys(mark.clause for mark in answers.sent if mark.language == language)
        sent = _made([one for name in names if (one := library.clause(name))], language, library)
        found += untracked(data, sent.value) if sent.value else ()
    return tuple(found)


def _outdated(answers: Answers, library: Library) -> Iterable[Diagnostic]:
    """The texts that are no longer what was sent."""
    for mark in answers.sent:
        clause = library.clause(mark.clause)
        if clause is None or clause.text(mark.language) is None:
            said = say(
                "The text of “{clause}” in “{language}”, which was sent, is not there any more.", clause=mark.clause, language=mark.language
            )
            yield diagnose("review-changed", said)
        elif not _is_current(mark, clause, library):
            said = say(
                "The text of “{clause}” in “{language}”, or what it cites, changed since it was sent.",
                clause=mark.clause,
                language=mark.language,
            )
            yield diagnose("review-changed", said, clause.span, say("send it again before it is signed"))


def _is_current(mark: Mark, clause: Clause, library: Library) -> bool:
    from briefkit.seen import seen

    return seen(clause, mark.language, library).hash.startswith(mark.seen)


def _told(one: Decision) -> Message:
    """What to do about a decision: nothing is signed here."""
    mark = f"{one.mark.clause} · {one.mark.language} · {one.mark.seen}"
    if not one.approves:
        said = one.decision or say("nothing")
        return say(
            "{mark}: {role} decided “{decision}”. No signature is asked for.", mark=mark, role=one.role or say("somebody"), decision=said
        )
    if not one.role:
        return say("{mark}: approved, and no role is given. Ask for it before this is signed.", mark=mark)
    day = f" --on {one.on.isoformat()}" if one.on else ""
    whose = f"{shlex.quote(one.mark.clause)} --lang {one.mark.language} --by {_in_shell(one.role)}"
    command = f"briefkit review sign {whose}{day} --seen {one.mark.seen}"
    return say("{mark}: approved by {role}. To sign it: {command}", mark=mark, role=one.role, command=command)


def _in_shell(role: str) -> str:
    """A role as it is typed: in plain quotation marks, as every shell has them, unless a character in it asks for more."""
    return shlex.quote(role) if any(char in role for char in '"$`\\!') else f'"{role}"'


# --- notes ----------------------------------------------------------------------------------------


@click.command("notes")
@click.argument("clauses", nargs=-1, shell_complete=clause_names)
@click.option("--lang", "language", default="", help="en, ru or kk; all unless given.")
@format_option
def list_notes(clauses: tuple[str, ...], language: str, form: str) -> None:
    """List what reviewers said, each with its place in the text as it is today. A note that is dealt with is taken out of its file.

    \b
    Example:
      briefkit review notes three-part-test --lang ru
    """
    if language:
        check_language(language)
    library, problems = read_library_here()
    for name in clauses:
        clause_named(name, library, problems)
    found = [note for note in library.review_notes if (not clauses or note.clause in clauses) and language in ("", note.language)]
    if form == "json":
        show_json([_as_data(note, library) for note in found])
    else:
        _show_notes(found, library)
    show_diagnostics(problems, Severity.ERROR)
    finish(problems)


def _show_notes(notes: Iterable[ReviewNote], library: Library) -> None:
    show_table(say("Notes"), COLUMNS, [_row(note, library) for note in notes])


def _row(note: ReviewNote, library: Library) -> tuple[str, ...]:
    return (_where(note, library), note.by, note.on.isoformat() if note.on else "", note.quoted, _what(note))


def _where(note: ReviewNote, library: Library) -> str:
    """The place in a file, for a note about words; else the text."""
    from briefkit.review.places import place_of

    place = place_of(note, library) if note.quoted or note.paragraph else None
    return str(place) if place else f"{note.clause} · {note.language}" if note.clause else say("the whole request")


def _what(note: ReviewNote) -> Message:
    if note.decision:
        return say("decision: {decision}", decision=note.decision)
    if note.comment and note.asked:
        return say("{comment} (to: {asked})", comment=note.comment, asked=note.asked)
    if note.comment:
        return verbatim(note.comment)
    return say("changed to: {words}", words=note.proposed) if note.proposed else say("to be left out")


def _as_data(note: ReviewNote, library: Library) -> dict[str, Any]:
    from briefkit.review.places import place_of

    span = place_of(note, library)
    file: Source | None = span.source if span else None
    kinds = (("decision", note.decision), ("comment", note.comment))
    return {
        "clause": note.clause or None,
        "language": note.language or None,
        "seen": note.seen or None,
        "kind": next((kind for kind, said in kinds if said), "change"),
        "paragraph": note.paragraph or None,
        "quoted": note.quoted,
        "comment": note.comment,
        "proposed": note.proposed,
        "decision": note.decision,
        "asked": note.asked,
        "by": note.by,
        "on": note.on.isoformat() if note.on else None,
        "file": file.name if file else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
    }
