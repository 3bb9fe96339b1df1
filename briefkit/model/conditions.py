"""The syntax tree of a condition, as `when` and `{% if %}` hold it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefkit.source import Span

Value = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class Path:
    """A fact by name: `measure.type` is ("measure", "type")."""

    names: tuple[str, ...]
    span: Span

    def __str__(self) -> str:
        return ".".join(self.names)


@dataclass(frozen=True, slots=True)
class Literal:
    value: Value
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition
    span: Span


@dataclass(frozen=True, slots=True)
class And:
    left: Condition
    right: Condition
    span: Span


@dataclass(frozen=True, slots=True)
class Or:
    left: Condition
    right: Condition
    span: Span


@dataclass(frozen=True, slots=True)
class Compare:
    """`left operator right`; the operator is one of == != < <= > >= in."""

    left: Operand
    operator: str
    right: Operand
    span: Span


@dataclass(frozen=True, slots=True)
class Among:
    """`any(measures, type == "fine")` or `all(…)`: over the records of a list, whose fields come first."""

    word: str  # "any" or "all"
    records: Path
    condition: Condition
    span: Span


Operand = Path | Literal
Condition = Path | Literal | Not | And | Or | Compare | Among
