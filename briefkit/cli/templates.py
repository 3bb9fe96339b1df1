"""The commands about Word templates of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefkit.cli.options import format_option
from briefkit.cli.printing import as_data, errors, show_diagnostics, show_json, show_table, stop
from briefkit.diagnostics import Diagnostic

if TYPE_CHECKING:
    from briefkit.writers.docx.grafting import Missing
    from briefkit.writers.docx.keeping import Furniture, Kept


@click.group()
def template() -> None:
    """Check a Word template of your own."""


@template.command()
@click.argument("file", type=click.Path(path_type=Path))
@format_option
def check(file: Path, form: str) -> None:
    """Show which styles a Word template has, what stands in for the others, and what a document keeps of its page.

    Any Word file can be a template: .docx or .dotx. A style that it lacks is taken from the house's look. Exit status: 1 if the file
    cannot be used at all.

    \b
    Example:
      briefkit template check firm.dotx
    """
    from briefkit.shelf import read_looks, read_template
    from briefkit.writers.docx import check_template, missing_styles
    from briefkit.writers.docx.keeping import kept

    problems: list[Diagnostic] = []
    house = read_looks(Path.cwd(), problems).get("house", b"")
    data = read_template(file, problems)
    if not errors(problems) and data is not None:
        problems += (*check_template(data), *check_template(house))
    if data is None or errors(problems):
        _refuse(problems, form)
    rows = _states(missing_styles(data, house))
    if form == "json":
        show_json(_as_data(rows, kept(data), problems))
    else:
        _print(rows, kept(data))
        show_diagnostics(problems)


def _refuse(problems: Iterable[Diagnostic], form: str) -> NoReturn:
    if form != "json":
        stop(*problems)
    show_json({"usable": False, "diagnostics": [as_data(problem) for problem in problems]})
    raise SystemExit(1)


Row = tuple[str, str, str, str]  # name, kind, whether it is there, what stands in


def _states(missing: Iterable[Missing]) -> list[Row]:
    """Every style that a document asks for by name, in the order of the house's list."""
    from briefkit.writers.docx.look import STYLE_NAMES

    lacking = {(one.kind, one.name): one for one in missing}
    named = [(kind, name) for kind, names in STYLE_NAMES.items() for name in names]
    rows = []
    for kind, name in dict.fromkeys((*named, *lacking)):
        one = lacking.get((kind, name))
        state = "there" if one is None else "there, without numbering" if one.there else "missing"
        rows.append((name, kind, state, one.fallback if one else ""))
    return rows


def _print(rows: Sequence[Row], page: Kept) -> None:
    show_table("Styles", ("style", "kind", "in the template", "what stands in"), rows)
    width, height = (_millimetres(side) for side in page.page)
    margins = ", ".join(f"{side} {_millimetres(size)}" for side, size in page.margins.items())
    about = [("page", f"{width} × {height} mm"), ("margins", f"{margins} mm")]
    about += [(f"{one.kind}, {one.pages}", "; ".join(_shown(one)) or "empty") for one in page.furniture]
    about.append(("a draft says so", "on each page" if page.marks_drafts else _UNMARKED))
    click.echo()
    show_table("What a document keeps", ("", ""), about)
    missing = sum(row[2] == "missing" for row in rows)
    click.echo(f"\nIt can be used: {len(rows) - missing} of {len(rows)} styles are there, the house’s stand in for {missing or 'none'}.")


def _millimetres(size: int | None) -> str:
    return "?" if size is None else str(size)


_UNMARKED = "not on each page: a content control with the tag “state” in its headers would hold the word"


def _shown(one: Furniture) -> Iterable[str]:
    if one.pictures:
        yield f"{one.pictures} picture{'' if one.pictures == 1 else 's'}"
    if one.words:
        yield one.words
    if one.places:
        yield f"filled in: {', '.join(one.places)}"


def _as_data(rows: Iterable[Row], page: Kept, problems: Iterable[Diagnostic]) -> dict[str, Any]:
    width, height = page.page
    return {
        "usable": True,
        "styles": [{"name": name, "kind": kind, "state": state, "fallback": fallback} for name, kind, state, fallback in rows],
        "page": {"width": width, "height": height, "margins": page.margins},
        "marks_drafts": page.marks_drafts,
        "furniture": [
            {"kind": one.kind, "pages": one.pages, "words": one.words, "pictures": one.pictures, "places": list(one.places)}
            for one in page.furniture
        ],
        "diagnostics": [as_data(problem) for problem in problems],
    }
