"""Quotations against stored sources: what stands between quotation marks before a citation must stand in the source, word for word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefkit.diagnostics import Diagnostic
from briefkit.model.libraries import Authority, StoredSource
from briefkit.quotations.checking import Checker
from briefkit.quotations.finding import quotations
from briefkit.tree import Document


def check_quotations(document: Document, sources: Iterable[StoredSource], authorities: Mapping[str, Authority]) -> tuple[Diagnostic, ...]:
    """What is wrong with the quotations of a document whose citations are filled in; exhibits have no stored text and are passed over.

    Problems: `quotation-differs`, `quotation-elsewhere`, `quotation-cut` (an omission hides a “not”), `quotation-unstored`,
    `quotation-not-quotable`.
    """
    checker = Checker(tuple(sources), authorities)
    return tuple(dict.fromkeys(problem for quoted in quotations(document) for problem in checker.check(quoted)))
