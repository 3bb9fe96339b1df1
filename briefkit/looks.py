"""Word templates made ready for a document: what they tell of their maker gone, what they lack from the house, on the paper asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import listed, say
from briefkit.tree import Opinion
from briefkit.writers import Look


def usable(name: str, template: bytes, house: bytes) -> Checked[Look | None]:
    """A template as a look: nothing in it that tells of its maker, and what it lacks taken from the house."""
    from briefkit.scrub.word.templates import quieted
    from briefkit.writers.docx import check_template, graft, missing_styles
    from briefkit.writers.docx.furniture import PLACES

    problems = check_template(template)
    quiet = Checked(None, problems) if problems else quieted(template, PLACES)
    if quiet.value is None:
        return Checked(Look(template), quiet.diagnostics)
    missing = () if template == house or check_template(house) else missing_styles(quiet.value, house)
    if not missing:
        return Checked(Look(quiet.value))
    message = say(
        "The Word template “{template}” lacks styles, or their numbering, and takes these from the house: {styles}.",
        template=name,
        styles=listed(say("“{text}”", text=one.name) for one in missing),
    )
    hint = say("briefkit template check FILE shows what it has")
    return Checked(Look(graft(quiet.value, house)), (diagnose("style-missing", message, hint=hint),))


def on_paper(look: Checked[Look | None], paper: str) -> Checked[Look | None]:
    """The look on the paper that is asked for; on its own where none is, or where it cannot be used."""
    from briefkit.writers.docx import on_paper as put_on

    if not paper or look.value is None or any(problem.is_error for problem in look.diagnostics):
        return look
    return Checked(replace(look.value, template=put_on(look.value.template, paper), paper=paper), look.diagnostics)


def check_tables(opinion: Opinion, look: Look) -> Iterator[Diagnostic]:
    """`table-crowded` for each table that has more numbers side by side than the look's page has room for."""
    from briefkit.writers.docx.desk import crowded_tables

    for table in crowded_tables(opinion, look.template):
        said = say("This table has more numbers side by side than the page has room for: some are broken between two lines.")
        hint = say("make two tables of it, or choose a template whose page lies, such as --template comments")
        yield diagnose("table-crowded", said, table.origin.span, hint)


def body_points(look: Look | None) -> float:
    """The size of the type of a look's text, in points; 0 without a look."""
    from briefkit.writers.docx.type_size import body_points as points_of

    return points_of(look.template) if look else 0.0
