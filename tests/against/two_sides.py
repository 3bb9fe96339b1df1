"""Two small documents of one client, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping

from workspace import FACTS, PROFILE, library, stages

from briefkit.against import Side, compare_sides
from briefkit.diagnostics import Diagnostic

MORE_FACTS = (
    FACTS
    + "measure.authority: {type: text, question: {en: Who?}}\n"
    + "relief.requested: {type: list, question: {en: What?}}\n"
    + "court.name: {type: text, question: {en: Which?}}\n"
)


def layer(*clauses: Mapping[str, str], authorities: str | None = None) -> dict[str, str]:
    """The small library, with a second profile for a body of the United Nations, in English and Russian."""
    made = library(*clauses, facts=MORE_FACTS, **({"authorities": authorities} if authorities else {}))
    profile = PROFILE.replace("languages: [en]", "languages: [en, ru]")
    return made | {"styles/profiles/test.yaml": profile, "styles/profiles/abroad.yaml": profile.replace("ministry", "un-body")}


def case(facts: str = "", profile: str = "test", more: str = "") -> str:
    return f"profile: {profile}\ntitle: A test\nfacts: {{{facts}}}\n{more}"


def compared(
    here: str, there: str, library_of: Mapping[str, str] | None = None, words: tuple[str, str] = ("", "")
) -> tuple[Diagnostic, ...]:
    """What two cases say differently; `words` are their own texts, `own.md` beside each."""
    both = layer() if library_of is None else dict(library_of)
    runs = [stages(text, both, {"own.md": own} if own else {}).value for text, own in zip((here, there), words, strict=True)]
    sides = [Side(run.case, run.plan, run.opinion) for run in runs if run.case and run.opinion]
    return compare_sides(sides[0], sides[1], runs[0].holdings)
