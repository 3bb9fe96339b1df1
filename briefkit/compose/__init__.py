"""The text of a document: its parts, the case's own sections, boilerplate and the planned clauses, filled and numbered."""

from __future__ import annotations

from briefkit.compose.parts import Composer
from briefkit.diagnostics import Checked, in_order
from briefkit.model.case import Case, Plan
from briefkit.model.libraries import Library
from briefkit.tree import Manuscript

__all__ = ["compose"]


def compose(case: Case, plan: Plan, library: Library, final: bool = False, index: bool = False) -> Checked[Manuscript]:
    """The manuscript of a case; with an `index` of facts and exhibits at its end, if that is asked for.

    Problems: those of templates and markup; `missing-part` for an obligatory part without text; `missing-text` for
    boilerplate that is not there in the language; `unknown-role`; `dead-reference` for a reference to what is not in the
    document; `fact-expected` for a fact that the forum expects.
    """
    composer = Composer(case, plan, library, final, index)
    manuscript = composer.manuscript()
    return Checked(manuscript, in_order(composer.problems))
