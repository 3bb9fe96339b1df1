"""The command diff: two editions of a clause library for reviewers."""

from __future__ import annotations

import atexit
import gc
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefkit.cli.completing import clause_names
from briefkit.cli.speaking import wrong_usage
from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.messages import say
from briefkit.model.naming import LANGUAGES

if TYPE_CHECKING:
    from briefkit.cli.compared import Found
    from briefkit.diff import Edition
    from briefkit.model.libraries import Library
    from briefkit.shelf.editions import LibraryFiles

WEIGHTS = ("substance", "wording", "form")
ENDINGS = (".html", ".htm", ".docx")
EXAMPLES = "examples"  # the folder of cases beside a library
_CLAUSE = re.compile(r"clauses/arguments/([^/]+)/")


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option("--clause", shell_complete=clause_names, help="One clause alone, with the authorities that it cites.")
@click.option(
    "--lang",
    "languages",
    type=click.Choice(LANGUAGES),
    multiple=True,
    help="What changed in this language, or in none. Given twice, with --clause: the two texts of OLD side by side.",
)
@click.option("--only", type=click.Choice(WEIGHTS), help="Changes of this weight alone.")
@click.option("--impact", is_flag=True, help="Also build the examples of the library with both, and tell what reads differently.")
@click.option("--cases", multiple=True, type=click.Path(exists=True, path_type=Path), help="As --impact, for the cases of a folder.")
@click.option(
    "-o", "--output", "outputs", multiple=True, type=click.Path(path_type=Path), help="Also write a page (.html), or Word (.docx)."
)
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@click.option("--format", "form", type=click.Choice(("text", "json", "changelog")), default="text", help="How to print it.")
def diff(
    old: str,
    new: str | None,
    clause: str | None,
    languages: tuple[str, ...],
    only: str | None,
    impact: bool,
    cases: tuple[Path, ...],
    outputs: tuple[Path, ...],
    force: bool,
    form: str,
) -> None:
    """Show what changed between two clause libraries, OLD and NEW, or between OLD and the library at hand.

    Each is a folder (a workspace, or a clauses folder), a zip file, or a revision of the git repository here; where a folder and a branch
    have one name, refs/heads/<name> is the branch. A change is one of substance, of wording, or of form. Word (.docx) shows the texts with
    tracked changes. Exit status: 0 the same, 1 changes, 2 trouble, such as a file that cannot be read. Citation styles and Word templates
    are not compared.

    OLD may be what a document was built from (.briefkit/builds/<id>, see briefkit inspect), and NEW a case, for the library that it has:
    only what the document took is compared then.

    \b
    Example:
      briefkit diff HEAD~5
      briefkit diff v1.0 v2.0 --only substance --impact -o changes.html
      briefkit diff their-library.zip our-library --format changelog
      briefkit diff . --clause three-part-test --lang en --lang ru
    """
    from briefkit.cli.compared import conclude

    languages = tuple(dict.fromkeys(languages))
    _check_usage(new, clause, languages, impact or bool(cases), outputs)
    if len(languages) > 1:
        found = _two_texts(old, clause or "", languages, form)
    else:
        with _nothing_collected():
            found = _two_editions(old, _at_hand() if new is None else new, form)
        found = _with_impacts(_narrowed(found, clause, languages, form), impact, cases, clause, languages)
    if only:
        found = replace(found, comparison=found.comparison.only(only))
    conclude(found, outputs, force, form)


def _check_usage(new: str | None, clause: str | None, languages: Sequence[str], impact: bool, outputs: Sequence[Path]) -> None:
    if any(path.suffix.lower() not in ENDINGS for path in outputs):
        raise wrong_usage(say("The output is a file that ends in .html or .docx."))
    if len(languages) < 2:
        return
    if clause is None or len(languages) > 2:
        raise wrong_usage(say("Two languages are compared in one clause: {options}.", options="--clause NAME --lang en --lang ru"))
    if new is not None or impact:
        raise wrong_usage(say("Two languages of a clause stand in one library: give OLD alone, without --impact or --cases."))
    if any(path.suffix.lower() == ".docx" for path in outputs):
        raise wrong_usage(say("Two languages of a clause make a page (.html), and no Word document: no text became the other."))


def _at_hand() -> str:
    """The workspace that the user stands in, as they would write it."""
    from briefkit.shelf import workspace_of

    return os.path.relpath(workspace_of(Path.cwd()) or Path.cwd())


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Frozen values make no circles; to look for some among those of a large library, now and at the end, takes a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


# --- what is found ---------------------------------------------------------------------------------


def _two_editions(old: str, new: str, form: str) -> Found:
    from briefkit.cli.compared import Found, in_trouble
    from briefkit.diff import compare
    from briefkit.shelf.editions import language_of_build, read_editions

    read = read_editions(old, new)
    if read.value is None:
        in_trouble(read.diagnostics, form)
    problems = list(read.diagnostics)
    one = _edition(old, read.value[0], problems)
    other = _edition(new, read.value[1], problems, one.holdings)
    comparison = compare(one, other)
    if language := language_of_build(old):
        comparison = comparison.since_built(language)
    return Found(comparison, tuple(problems), (one, other), read.value[0].paths | read.value[1].paths)


def _edition(name: str, files: LibraryFiles, problems: list[Diagnostic], known: Library | None = None) -> Edition:
    """An edition. Of what is wrong with its library only that counts here which keeps a file from being read: the rest is for `check`."""
    from briefkit.diff import edition
    from briefkit.libraries import read_library

    read = read_library((*files.below, files.layer), alone=True, known=known)
    made = edition(name, read.value, files.layer, read.diagnostics, files.unread)
    unread = {files.layer[path].name for path in made.unread if path in files.layer}
    problems += [one for one in read.diagnostics if one.is_error and one.span and one.span.source.name in unread]
    return made


def _two_texts(place: str, slug: str, languages: Sequence[str], form: str) -> Found:
    """Two languages of a clause, in one library."""
    from briefkit.cli.chosen import unknown_clause
    from briefkit.cli.compared import Found, in_trouble
    from briefkit.diff import compare_languages
    from briefkit.shelf.editions import read_edition

    problems: list[Diagnostic] = []
    files = read_edition(place, problems)
    if files is None:
        in_trouble(problems, form)
    library = _edition(place, files, problems).holdings
    clause = library.clause(slug)
    if clause is None:
        in_trouble((*problems, unknown_clause(slug, library)), form)
    of_clause = [one for one in problems if one.span and f"/{slug}/" in one.span.source.name]
    return Found(compare_languages(clause, languages[0], languages[1], library), tuple(of_clause))


def _narrowed(found: Found, clause: str | None, languages: Sequence[str], form: str) -> Found:
    """Only what concerns a clause, and what changed in a language or in none."""
    from briefkit.cli.compared import in_trouble
    from briefkit.diff import of_clause

    comparison = found.comparison
    if clause:
        known = {name[1] for path in found.paths if (name := _CLAUSE.match(path))}
        if clause not in known:
            hint = did_you_mean(clause, known, say("briefkit clauses list shows all"))
            said = say("There is no clause “{clause}”.", clause=clause)
            in_trouble((*found.problems, diagnose("unknown-clause", said, hint=hint)), form)
        comparison = of_clause(comparison, clause)
    if languages:
        comparison = comparison.in_languages(tuple(languages))
    return replace(found, comparison=comparison)


def _with_impacts(found: Found, examples: bool, cases: Sequence[Path], clause: str | None, languages: Sequence[str]) -> Found:
    """What is found, with what it does to the examples beside the library, or to the cases in some folders; in one clause, where asked."""
    if not examples and not cases:
        return found
    from briefkit.shelf.editions import home_of
    from briefkit.shelf.impacts import read_impacts

    old, new = found.comparison.old, found.comparison.new
    homes = dict.fromkeys(home / EXAMPLES for place in (new, old) if examples and (home := home_of(place)))
    read = read_impacts(old, new, (*(home for home in homes if home.is_dir()), *cases), languages)
    impacts = tuple(one.of_clause(clause) for one in read.value) if clause else read.value
    return replace(found, impacts=impacts, problems=tuple(dict.fromkeys((*found.problems, *read.diagnostics))))
