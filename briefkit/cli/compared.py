"""What a comparison of two libraries shows and writes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefkit.cli.printing import as_data, count, errors, show, show_diagnostics, show_json
from briefkit.cli.speaking import spoken_language, tell
from briefkit.diagnostics import Checked, Diagnostic
from briefkit.messages import say

if TYPE_CHECKING:
    from briefkit.diff import Comparison, Edition
    from briefkit.diff.marked import Line
    from briefkit.impact import Impact

CHANGES, TROUBLE = 1, 2  # exit statuses
_LOOKS = {"head": "bold", "deleted": "red", "inserted": "green", "": ""}


@dataclass(frozen=True, slots=True)
class Found:
    """A comparison, and what was wrong with files on the way.

    `editions` are the two that were compared, `paths` all the files of either; `impacts` is None where nobody asked for them.
    """

    comparison: Comparison
    problems: tuple[Diagnostic, ...] = ()
    editions: tuple[Edition, ...] = ()
    paths: frozenset[str] = frozenset()
    impacts: tuple[Impact, ...] | None = None


def in_trouble(problems: Iterable[Diagnostic], form: str) -> NoReturn:
    """Where there is nothing to compare."""
    if form == "json":
        show_json({"diagnostics": [as_data(problem) for problem in problems]})
    else:
        show_diagnostics(problems)
    raise SystemExit(TROUBLE)


def conclude(found: Found, outputs: Sequence[Path], force: bool, form: str) -> NoReturn:
    """Write what is asked for, show the comparison, and exit. Where a file could not be read, nothing is written: it would seem whole."""
    unread = errors(found.problems)
    made = {} if unread else {output: tuple(_write(found, output, force)) for output in outputs}
    problems = (*found.problems, *(problem for wrong in made.values() for problem in wrong))
    if form == "json":
        show_json({**_data(found), "diagnostics": [as_data(problem) for problem in problems]})
    else:
        print_lines(_changelog(found) if form == "changelog" else _lines(found, brief=bool(made)))
        for output in (output for output, wrong in made.items() if not wrong and form == "text"):
            show(say("Wrote {file}", file=output))
        show_diagnostics(problems)
        if outputs and unread:
            show(say("Nothing was written: {errors}.", errors=count(unread)), err=True)
    raise SystemExit(TROUBLE if problems else 0 if found.comparison.is_same else CHANGES)


def _write(found: Found, output: Path, force: bool) -> Iterator[Diagnostic]:
    from briefkit.shelf import Output, write_new

    made = _made(found, output)
    yield from made.diagnostics or (() if made.value is None else write_new(Output(output, made.value), force))


def _made(found: Found, output: Path) -> Checked[bytes | None]:
    """A file by its ending: Word with tracked changes, or a page."""
    if output.suffix.lower() == ".docx":
        return _in_word(found)
    from briefkit.diff import write_page

    return Checked(write_page(found.comparison, tell, spoken_language(), _section(found)).encode("utf-8"))


def _section(found: Found) -> Iterator[str]:
    if found.impacts is not None:
        from briefkit.impact import as_section

        yield from as_section(found.impacts, tell)


def _in_word(found: Found) -> Checked[bytes | None]:
    from briefkit.shelf import read_house
    from briefkit.writers.docx.tracked import write_tracked

    house = read_house(Path.cwd())
    if house.value is None:
        return house
    old, new = found.editions
    return Checked(write_tracked(found.comparison, old, new, house.value, tell, spoken_language()))


# --- on the terminal -------------------------------------------------------------------------------


def _data(found: Found) -> dict[str, Any]:
    from briefkit.diff import as_data as comparison_data

    data = comparison_data(found.comparison, tell)
    if found.impacts is None:
        return data
    from briefkit.impact import as_data as impact_data

    return {**data, "impact": [impact_data(one, tell) for one in found.impacts]}


def _lines(found: Found, brief: bool) -> Iterator[Line]:
    """The comparison; its summary alone where a file has the rest."""
    from briefkit.diff import as_lines

    width = get_terminal_size().columns if sys.stdout.isatty() else 0
    lines = as_lines(found.comparison, width, tell=tell)
    yield from (next(iter(lines)),) if brief else lines
    if found.impacts is not None:
        from briefkit.impact import as_lines as impact_lines

        yield from impact_lines(found.impacts, tell)


def _changelog(found: Found) -> Iterator[Line]:
    from briefkit.diff import as_changelog

    yield from (((line, ""),) for line in as_changelog(found.comparison, tell))
    if found.impacts is not None:
        from briefkit.impact import as_changelog as impact_changelog

        yield from (((line, ""),) for line in impact_changelog(found.impacts, tell))


def print_lines(lines: Iterable[Line]) -> None:
    """Lines with colours on a terminal, wrapped at words below where they begin; as they are elsewhere."""
    if not sys.stdout.isatty():
        click.echo("".join("".join(tell(text) for text, _ in line) + "\n" for line in lines), nl=False)
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        text = Text.assemble(*((tell(words), _LOOKS[look]) for words, look in line))
        indent = len(text.plain) - len(text.plain.lstrip())
        console.print(Padding(text[indent:], (0, 0, 0, indent), expand=False))
