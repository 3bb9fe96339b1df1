"""The commands about Word templates of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefkit.cli.groups import Group
from briefkit.cli.options import format_option
from briefkit.cli.printing import as_data, errors, show, show_diagnostics, show_json, show_table, stop
from briefkit.diagnostics import Diagnostic
from briefkit.messages import Message, listed, say, say_count

if TYPE_CHECKING:
    from briefkit.writers.docx.grafting import Missing
    from briefkit.writers.docx.keeping import Furniture, Kept


COLUMNS = (say("style"), say("kind"), say("in the template"), say("what stands in"))
KINDS = {"paragraph": say("paragraph"), "character": say("character"), "table": say("table")}
SIDES = {"left": say("left"), "right": say("right"), "top": say("top"), "bottom": say("bottom")}
THERE, UNNUMBERED, MISSING = say("there"), say("there, without numbering"), say("missing")


@click.group(cls=Group)
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
    rows: list[Row] = []
    for kind, name in dict.fromkeys((*named, *lacking)):
        one = lacking.get((kind, name))
        state = THERE if one is None else UNNUMBERED if one.there else MISSING
        rows.append((name, kind, state, one.fallback if one else ""))
    return rows


def _print(rows: Sequence[Row], page: Kept) -> None:
    show_table(say("Styles"), COLUMNS, [(name, KINDS.get(kind, kind), state, fallback) for name, kind, state, fallback in rows])
    show()
    show_table(say("What a document keeps"), ("", ""), list(_about(page)))
    show()
    show(_closing(len(rows), sum(row[2] == MISSING for row in rows)))


def _about(page: Kept) -> Iterable[tuple[Message, Message]]:
    width, height = (_millimetres(side) for side in page.page)
    yield say("page"), say("{width} × {height} mm", width=width, height=height)
    margins = listed(listed((SIDES[side], _millimetres(size)), " ") for side, size in page.margins.items())
    yield say("margins"), say("{margins} mm", margins=margins)
    for one in page.furniture:
        yield listed((one.kind, one.pages)), listed(_shown(one), "; ") or say("empty")
    yield say("a draft says so"), say("on each page") if page.marks_drafts else _UNMARKED


def _closing(styles: int, missing: int) -> Message:
    if not missing:
        return say("It can be used: {styles} of {styles} styles are there, the house’s stand in for none.", styles=styles)
    there = styles - missing
    return say(
        "It can be used: {there} of {styles} styles are there, the house’s stand in for {missing}.",
        there=there,
        styles=styles,
        missing=missing,
    )


def _millimetres(size: int | None) -> str:
    return "?" if size is None else str(size)


_UNMARKED = say("not on each page: a content control with the tag “state” in its headers would hold the word")


def _shown(one: Furniture) -> Iterable[str]:
    if one.pictures:
        yield say_count("{number} picture", "{number} pictures", one.pictures)
    if one.words:
        yield one.words
    if one.places:
        yield say("filled in: {places}", places=", ".join(one.places))


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
