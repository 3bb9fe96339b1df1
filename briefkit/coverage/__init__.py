"""The matrix of a document: issue, clause, authority and fact side by side, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefkit.coverage.gaps import unmet_authority, unsourced_facts, unsupported_claims, unused_facts
from briefkit.coverage.rows import Row, rows_of
from briefkit.diagnostics import Diagnostic
from briefkit.model.case import Case, Plan
from briefkit.model.facts import Vocabulary
from briefkit.model.libraries import Authority, Library
from briefkit.tree import Opinion


@dataclass(frozen=True, slots=True)
class Coverage:
    """The rows, by issue, and four lists of what to look at."""

    rows: tuple[Row, ...] = ()
    unused: tuple[Diagnostic, ...] = ()
    unsupported: tuple[Diagnostic, ...] = ()
    unsourced: tuple[Diagnostic, ...] = ()
    adverse: tuple[Diagnostic, ...] = ()


def coverage(library: Library, case: Case, plan: Plan, opinion: Opinion, citable: Mapping[str, Authority]) -> Coverage:
    """The matrix of a finished document. `citable` are the authorities of the library and of the case, by id."""
    vocabulary = Vocabulary.of(library.facts)
    rows = rows_of(case, plan, opinion, vocabulary, citable)
    return Coverage(
        rows,
        tuple(unused_facts(case, plan, opinion, library)),
        tuple(unsupported_claims(rows)),
        tuple(unsourced_facts(case, opinion, vocabulary)),
        tuple(unmet_authority(case, plan, opinion, citable)),
    )


__all__ = ["Coverage", "Row", "coverage"]
