"""Diagnostics and tables for people and for programs."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NoReturn

import click

from briefkit.cli.speaking import tell
from briefkit.diagnostics import Diagnostic, Severity
from briefkit.messages import NOTHING, Message, listed, say, say_count
from briefkit.source import Span

WINDOW = 100  # characters of a source line that are shown around a place
_SEVERITIES = {Severity.ERROR: say("error"), Severity.WARNING: say("warning"), Severity.NOTE: say("note")}
_HINT = say("hint:")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def show_diagnostics(diagnostics: Iterable[Diagnostic], least: Severity = Severity.NOTE) -> None:
    """Each diagnostic with its place, the source line and the hint, on standard error."""
    for problem in diagnostics:
        if problem.severity >= least:
            click.echo("\n".join(_lines(problem)) + "\n", err=True)


def _lines(problem: Diagnostic) -> Iterable[str]:
    colour = _COLOURS[problem.severity]
    said = click.style(f": {_visible(tell(problem.message))}", bold=True)
    yield click.style(f"{tell(_SEVERITIES[problem.severity])}[{problem.code}]", fg=colour, bold=True) + said
    if problem.span is not None:
        yield from _place(problem.span, colour)
    if problem.hint:
        yield click.style(f"  {tell(_HINT)} ", fg="cyan") + _visible(tell(problem.hint))


def _place(span: Span, colour: str) -> Iterable[str]:
    yield click.style("  --> ", fg="cyan") + str(span)
    line = _visible(span.source.line_text(span.line))
    if not line.strip():
        return
    start = span.column - 1
    length = max(min(span.end - span.start, len(line) - start), 1)
    left = max(min(start - WINDOW // 3, len(line) - WINDOW), 0)
    shown = line[left : left + WINDOW]
    before, after = "…" if left else "", "…" if left + WINDOW < len(line) else ""
    number = str(span.line)
    yield f"  {number} | {before}{shown}{after}"
    marks = "^" * min(length, max(left + WINDOW - start, 1))
    yield f"  {' ' * len(number)} | {' ' * (len(before) + start - left)}" + click.style(marks, fg=colour)


def _visible(text: str) -> str:
    """A text that moves no cursor and sets no colours: control characters, tabs among them, as spaces."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)


def count(diagnostics: Iterable[Diagnostic]) -> Message:
    """“2 errors, 1 warning”; empty if there is nothing to count."""
    severities = [problem.severity for problem in diagnostics]
    errors, warnings, notes = (severities.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE))
    counted = (
        say_count("{number} error", "{number} errors", errors),
        say_count("{number} warning", "{number} warnings", warnings),
        say_count("{number} note", "{number} notes", notes),
    )
    return listed(one for one in counted if one.number)


def summed_up(diagnostics: Collection[Diagnostic], nothing: Message) -> Message:
    """“2 errors, 1 warning.”, or what to say where there is nothing to count."""
    return say("{problems}.", problems=count(diagnostics)) if diagnostics else nothing


def show(message: Message | str = NOTHING, err: bool = False) -> None:
    """A message on a line, in the language that the program speaks; words that are no message as they are."""
    click.echo(tell(message), err=err)


def as_data(problem: Diagnostic) -> dict[str, Any]:
    """A diagnostic for a program; lines and columns count from 1."""
    data: dict[str, Any] = {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": tell(problem.message),
        "hint": tell(problem.hint),
    }
    span = problem.span
    if span is not None:
        data |= {
            "file": span.source.name,
            "line": span.line,
            "column": span.column,
            "end_line": span.source.line_at(span.end),
            "end_column": span.source.column_at(span.end),
            "source": span.source.line_text(span.line),
        }
    return data


def show_json(value: Any) -> None:
    """A value as JSON on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show_named(rows: Collection[tuple[str, str]], width: int, before: str = "") -> None:
    """Values behind their names, which stand in a column of this width, or wider where a language has longer names."""
    names = [tell(name) + ":" for name, _ in rows]
    width = max([width, *(len(name) + 1 for name in names)])
    for name, (_, value) in zip(names, rows, strict=True):
        show(f"{before}{name:{width}}{tell(value)}")


def show_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table: drawn on a terminal, tabs between the columns where the output is piped. Messages are said in the program's language."""
    title, columns, rows = tell(title), [tell(one) for one in columns], [[tell(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(" ".join(_visible(cell).split()) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_visible(cell)) for cell in row))
    Console().print(table)


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [problem for problem in diagnostics if problem.is_error]


def stop(*problems: Diagnostic) -> NoReturn:
    """Show the problems and exit with 1."""
    show_diagnostics(problems)
    raise SystemExit(1)


def finish(diagnostics: Iterable[Diagnostic]) -> None:
    """Exit with 1 if there is an error."""
    if any(problem.is_error for problem in diagnostics):
        raise SystemExit(1)
