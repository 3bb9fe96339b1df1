"""The table of authorities of a case, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefkit.cli.cases import read_case_inputs
from briefkit.cli.printing import as_data, finish, show_diagnostics, show_json, show_table
from briefkit.diagnostics import Severity
from briefkit.messages import say
from briefkit.tables import AuthoritiesTable, Entry
from briefkit.walk import plain

COLUMNS = (say("category"), say("id"), say("authority"), say("notes"), say("paras"), say("first note"))


def show_authorities_of(case: Path, form: str, **options: str | None) -> None:
    """Prints what a case cites, by category, and where; exits with 1 if there is an error."""
    from briefkit.build import run_stages, tabulate

    inputs = read_case_inputs(case, options, form, {"categories": [], "exhibits": []})
    stages = run_stages(inputs)
    table = tabulate(stages.value, inputs)
    problems = tuple(dict.fromkeys((*stages.diagnostics, *table.diagnostics)))
    if form == "json":
        show_json({**_as_data(table.value), "diagnostics": [as_data(problem) for problem in problems]})
    else:
        show_table(say("Table of authorities"), COLUMNS, tuple(_rows(table.value)))
        show_diagnostics(problems, Severity.ERROR)
    finish(problems)


def _rows(table: AuthoritiesTable) -> Iterator[Sequence[str]]:
    for section in table.sections:
        for entry in section.entries:
            yield _row(section.heading, entry)
    for entry in table.exhibits:
        yield _row(say("Exhibit {number}", number=entry.number), entry)


def _row(heading: str, entry: Entry) -> Sequence[str]:
    notes, paragraphs = (", ".join(map(str, numbers)) for numbers in (entry.notes, entry.paragraphs))
    return heading, entry.id, plain(entry.form), notes, paragraphs, str(entry.first_note or "")


def _as_data(table: AuthoritiesTable) -> dict[str, Any]:
    sections = [
        {"category": section.category, "heading": section.heading, "entries": [_entry(one) for one in section.entries]}
        for section in table.sections
    ]
    return {"categories": sections, "exhibits": [{"number": one.number, **_entry(one)} for one in table.exhibits]}


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "form": plain(entry.form),
        "notes": list(entry.notes),
        "paragraphs": list(entry.paragraphs),
        "first_note": entry.first_note or None,
    }
