"""A clause in several languages: its texts side by side, and the frame of a new translation."""

from __future__ import annotations

import sys

import click

from briefkit.cli.printing import show, show_diagnostics, stop
from briefkit.cli.speaking import tell
from briefkit.diagnostics import diagnose, did_you_mean
from briefkit.messages import say
from briefkit.model.libraries import Clause, Library
from briefkit.model.naming import LANGUAGES
from briefkit.source import Source

COLUMN = 45  # characters that a column needs to be read with ease
NOTHING_BESIDE = say("(nothing beside it)")


def text_in(clause: Clause, language: str) -> Source:
    """The text of a clause in a language; exits if it has none."""
    text = clause.text(language)
    if text is None:
        have = ", ".join(name for name, _ in clause.texts)
        hint = say("it has {languages}", languages=have) if have else say("it has none yet: write en.md beside its clause.yaml")
        stop(
            diagnose(
                "missing-text", say("The clause “{clause}” has no text in “{language}”.", clause=clause.slug, language=language), hint=hint
            )
        )
    return text


def rows_in(clause: Clause, languages: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The paragraphs of a clause in some languages, side by side; exits if it lacks one of them."""
    from briefkit.translations import parallel

    return parallel([text_in(clause, language).text for language in languages])


def show_in_parallel(clause: Clause, languages: tuple[str, ...], library: Library) -> None:
    """Prints the texts side by side on a terminal that is wide enough, otherwise paragraph by paragraph; and where they differ."""
    from briefkit.translations import ORIGINAL, differences

    rows = rows_in(clause, languages)
    if not (sys.stdout.isatty() and _show_columns(rows, languages)):
        for row in rows:
            click.echo("\n" + "\n".join(_one_after_another(row, languages)))
    english = clause.text(ORIGINAL) if ORIGINAL in languages else None
    for language in languages:
        if english and language != ORIGINAL:
            show_diagnostics(differences(english, text_in(clause, language), language, library.glossary))


def _one_after_another(row: tuple[str, ...], languages: tuple[str, ...]) -> list[str]:
    """A row as lines; what is the same in all languages, such as a condition, stands once."""
    if len(set(row)) == 1:
        return [row[0]]
    return [f"{language}: {text or tell(NOTHING_BESIDE)}" for language, text in zip(languages, row, strict=True)]


def _show_columns(rows: tuple[tuple[str, ...], ...], languages: tuple[str, ...]) -> bool:
    """Prints a table if the terminal has room for it, and tells whether it had."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if console.width < COLUMN * len(languages):
        return False
    table = Table(*languages, box=None, header_style="bold", pad_edge=False, padding=(0, 2, 1, 0))
    for column in table.columns:
        column.ratio = 1
    table.expand = True
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)
    return True


def write_frame(clause: Clause, language: str, force: bool) -> None:
    """Writes the frame of a clause's text in a language, and says what to do with it; exits if it cannot stand there."""
    from briefkit.shelf.translations import write_translation
    from briefkit.translations import ORIGINAL, TO_TRANSLATE, frame

    others = [one for one in LANGUAGES if one != ORIGINAL]
    if language not in others:
        hint = did_you_mean(language, others, say("one of {names}", names=", ".join(others)))
        stop(diagnose("unknown-language", say("A clause is not translated into “{language}”.", language=language), hint=hint))
    written = write_translation(clause.slug, language, frame(text_in(clause, ORIGINAL).text, language), force)
    if isinstance(written, tuple):
        stop(*written)
    versions = ", ".join(f"{name}: {version}" for name, version in {**dict(clause.translations), language: clause.version}.items())
    about = written.with_name("clause.yaml").as_posix()
    show(say("Wrote {file}", file=written.as_posix()))
    show(say("Next: put your words where {mark} stands, and take out the English words in {{# … #}}.", mark=TO_TRANSLATE))
    if language not in dict(clause.title):
        show(say("      In {file} give the title in “{language}”.", file=about, language=language))
    show(say("      In {file} write translations: {{{versions}}}", file=about, versions=versions))
    show(say("      briefkit check --library --lang {language} says where it differs from the English text.", language=language))
