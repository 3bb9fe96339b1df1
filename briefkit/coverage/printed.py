"""The matrix for people, as the cells of tables, and for programs, as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from briefkit.coverage import Coverage
from briefkit.coverage.rows import Cited, Row
from briefkit.coverage.uses import UsedFact
from briefkit.diagnostics import Diagnostic
from briefkit.messages import Message, listed, say, verbatim
from briefkit.model.libraries import STATUSES

COLUMNS = (say("issue"), say("clause"), say("paras"), say("authorities"), say("facts"))


def lists_of(coverage: Coverage) -> tuple[tuple[str, Message, tuple[Diagnostic, ...]], ...]:
    """The four lists: the name for programs, the heading for people, and what is listed."""
    return (
        ("facts_without_use", say("Facts that nothing uses"), coverage.unused),
        ("claims_without_authority", say("Claims without authority"), coverage.unsupported),
        ("facts_without_source", say("Asserted facts without a source"), coverage.unsourced),
        ("adverse_not_met", say("Adverse authority that is not met"), coverage.adverse),
    )


def cells(row: Row) -> tuple[str, ...]:
    """A row of the table, in the order of COLUMNS."""
    name = row.clause or say("own text: {part}", part=row.part)
    paragraphs = ", ".join(spans(row.paragraphs))
    return (row.issue, name, paragraphs, listed(map(authority_said, row.cited), "; "), listed(facts_said(row.facts), "; "))


def spans(numbers: Iterable[int]) -> Iterator[str]:
    """Numbers with those that follow one another as a span: 3–5, 8."""
    run: list[int] = []
    for number in (*numbers, None):
        if run and number != run[-1] + 1:
            yield str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"
            run = []
        if number is not None:
            run.append(number)


def authority_said(cited: Cited) -> Message:
    """“iccpr, art 22(1) (binding)”, with what of it is unverified."""
    name, status = ", ".join((cited.authority.id, *cited.places)), cited.authority.status
    if not cited.left:
        return verbatim(f"{name} ({status})")
    return say("{authority} ({status}; not verified: {places})", authority=name, status=status, places=listed(cited.left))


def facts_said(facts: Iterable[UsedFact]) -> Iterator[Message]:
    """The printed facts with their sources, then those asked about."""
    for fact in facts:
        if fact.printed:
            yield verbatim(f"{fact.path} ({', '.join(fact.sources)})" if fact.sources else fact.path)
        elif fact.given:
            yield say("asked: {fact}", fact=fact.path)
        else:
            yield say("asked: {fact} (not given)", fact=fact.path)


def coverage_data(coverage: Coverage) -> dict[str, Any]:
    """The rows, for programs; the lists are diagnostics, which the command writes as it writes all of them."""
    return {"rows": [_row(row) for row in coverage.rows]}


def _row(row: Row) -> dict[str, Any]:
    return {
        "issue": row.issue,
        "clause": row.clause or None,
        "catalogue": row.catalogue or None,
        "title": row.title,
        "part": row.part,
        "paragraphs": list(row.paragraphs),
        "authorities": [_authority(one) for one in row.cited],
        "facts": [_fact(one) for one in row.facts],
    }


def _authority(cited: Cited) -> dict[str, Any]:
    authority = cited.authority
    return {
        "id": authority.id,
        "status": authority.status,
        "standing": STATUSES[authority.status],
        "places": list(cited.places),
        "unverified": list(cited.unverified),
        "confirmed": authority.confirmed,
    }


def _fact(fact: UsedFact) -> dict[str, Any]:
    return {"path": fact.path, "printed": fact.printed, "given": bool(fact.given), "sources": list(fact.sources)}
