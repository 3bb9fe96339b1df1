"""A condition looked through: the facts that it names, its comparisons, its any(…) and all(…)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from briefkit.model.conditions import Among, And, Compare, Condition, Literal, Not, Operand, Or, Path


def paths_in(condition: Condition) -> Iterator[Path]:
    """Every fact that a condition names; within any(…) and all(…) a field counts under its list's name."""
    match condition:
        case Path():
            yield condition
        case Literal():
            return
        case Not():
            yield from paths_in(condition.condition)
        case And() | Or() | Compare():
            yield from paths_in(condition.left)
            yield from paths_in(condition.right)
        case Among():
            yield condition.records
            for path in paths_in(condition.condition):
                yield _qualified(condition.records, path)
        case _:
            assert_never(condition)


def _qualified(records: Path, path: Path) -> Path:
    """A field under its list's name; the innermost list counts, so what has one already keeps it."""
    return path if path.names != tuple(path.span.text.split(".")) else Path((*records.names, *path.names), path.span)


def _under(records: Path, operand: Operand) -> Operand:
    return _qualified(records, operand) if isinstance(operand, Path) else operand


def amongs_in(condition: Condition) -> Iterator[Among]:
    """Every any(…) and all(…) within a condition."""
    match condition:
        case Among():
            yield condition
            yield from amongs_in(condition.condition)
        case Not():
            yield from amongs_in(condition.condition)
        case And() | Or():
            yield from amongs_in(condition.left)
            yield from amongs_in(condition.right)
        case Path() | Literal() | Compare():
            return
        case _:
            assert_never(condition)


def comparisons_in(condition: Condition) -> Iterator[Compare]:
    """Every comparison within a condition; within any(…) and all(…) a field counts under its list's name."""
    match condition:
        case Compare():
            yield condition
        case Not():
            yield from comparisons_in(condition.condition)
        case Among():
            for inner in comparisons_in(condition.condition):
                left, right = (_under(condition.records, operand) for operand in (inner.left, inner.right))
                yield replace(inner, left=left, right=right)
        case And() | Or():
            yield from comparisons_in(condition.left)
            yield from comparisons_in(condition.right)
        case Path() | Literal():
            return
        case _:
            assert_never(condition)
