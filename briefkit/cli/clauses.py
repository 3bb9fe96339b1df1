"""Commands about the clause library: list, show, search, translate."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from briefkit.cli.chosen import clause_named
from briefkit.cli.completing import clause_names
from briefkit.cli.groups import Group
from briefkit.cli.options import format_option
from briefkit.cli.printing import finish, show, show_diagnostics, show_json, show_named, show_table
from briefkit.cli.translating import rows_in, show_in_parallel, text_in, write_frame
from briefkit.diagnostics import Diagnostic, Severity
from briefkit.messages import say
from briefkit.model.libraries import Clause, Library
from briefkit.model.naming import in_language

COLUMNS = (say("no."), say("clause"), say("kind"), say("status"), say("languages"), say("title"))


@click.group(cls=Group)
def clauses() -> None:
    """List, show and search the clauses of the library; begin a translation."""


def read_library_here() -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library of the workspace that the user stands in."""
    from briefkit.libraries import read_library
    from briefkit.shelf import read_layers

    problems: list[Diagnostic] = []
    library = read_library(read_layers(Path.cwd(), problems))
    return library.value, (*problems, *library.diagnostics)


@clauses.command("list")
@format_option
def list_clauses(form: str) -> None:
    """List the clauses: catalogue number, name, kind, status, languages, title.

    \b
    Example:
      briefkit clauses list
    """
    library, problems = read_library_here()
    _show(sorted(library.clauses, key=lambda clause: (clause.catalogue, clause.slug)), form)
    show_diagnostics(problems, Severity.ERROR)
    finish(problems)


def _show(found: Iterable[Clause], form: str) -> None:
    if form == "json":
        show_json([_as_data(clause) for clause in found])
        return
    show_table(say("Clauses"), COLUMNS, [_row(clause) for clause in found])


def _row(clause: Clause) -> tuple[str, ...]:
    languages = " ".join(name for name, _ in clause.texts)
    return (clause.catalogue, clause.slug, clause.kind, clause.status, languages, in_language(clause.title, "en"))


def _as_data(clause: Clause) -> dict[str, object]:
    return {
        "clause": clause.slug,
        "catalogue": clause.catalogue,
        "title": dict(clause.title),
        "kind": clause.kind,
        "when": clause.when.span.text if clause.when else None,
        "audiences": list(clause.audiences),
        "requires": [named.name for named in clause.requires],
        "conflicts": [named.name for named in clause.conflicts],
        "version": clause.version,
        "status": clause.status,
        "texts": {language: text.text for language, text in clause.texts},
    }


@clauses.command("show")
@click.argument("clause", shell_complete=clause_names)
@click.option("--lang", "languages", multiple=True, help="en, ru or kk; more than one for the texts side by side.")
@format_option
def show_clause(clause: str, languages: tuple[str, ...], form: str) -> None:
    """Show a clause: what it is, when it stands, and its text, or its texts in several languages side by side.

    \b
    Example:
      briefkit clauses show three-part-test --lang en --lang ru
    """
    found, library = _clause_here(clause)
    asked = tuple(dict.fromkeys(languages)) or ("en",)
    if form == "json":
        rows = [dict(zip(asked, row, strict=True)) for row in rows_in(found, asked)] if len(asked) > 1 else None
        show_json(_as_data(found) | ({"parallel": rows} if rows else {}))
        return
    texts = [text_in(found, language) for language in asked]
    show_named(list(_about(found, asked)), width=12)
    if len(asked) > 1:
        show_in_parallel(found, asked, library)
    else:
        show("\n" + texts[0].text.strip())


def _clause_here(name: str) -> tuple[Clause, Library]:
    """A clause of the library at hand, with the library; exits if there is none of this name."""
    library, problems = read_library_here()
    return clause_named(name, library, problems), library


def _about(clause: Clause, languages: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    for title in dict.fromkeys(in_language(clause.title, language) for language in languages):
        yield say("title"), title
    yield say("catalogue"), clause.catalogue
    yield say("kind"), clause.kind
    yield say("when"), clause.when.span.text if clause.when else say("always")
    yield say("audiences"), ", ".join(clause.audiences)
    yield say("requires"), ", ".join(named.name for named in clause.requires) or say("nothing")
    yield say("version"), f"{clause.version} ({clause.status})"


@clauses.command("translate")
@click.argument("clause", shell_complete=clause_names)
@click.option("--to", "language", required=True, help="ru or kk.")
@click.option("--force", is_flag=True, help="Write over the text that is there.")
def translate_clause(clause: str, language: str, force: bool) -> None:
    """Begin a translation of a clause: its text with tags, citations, facts and references in place, and room for the words.

    \b
    Example:
      briefkit clauses translate three-part-test --to kk
    """
    write_frame(_clause_here(clause)[0], language, force)


@clauses.command("search")
@click.argument("words", nargs=-1, required=True)
@format_option
def search_clauses(words: tuple[str, ...], form: str) -> None:
    """Find the clauses in whose title or text all the words stand.

    \b
    Example:
      briefkit clauses search foreign funding
    """
    library, _ = read_library_here()
    found = [clause for clause in library.clauses if all(word.casefold() in _searched(clause) for word in words)]
    _show(found, form)
    if not found and form == "text":
        show(say("No clause holds all these words."), err=True)


def _searched(clause: Clause) -> str:
    texts = (text.text for _, text in clause.texts)
    return " ".join((clause.slug, clause.catalogue, *(title for _, title in clause.title), *texts)).casefold()
