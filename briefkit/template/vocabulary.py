"""A library's texts and conditions against the facts that it declares."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.conditions import amongs_in, comparisons_in, paths_in
from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.messages import NOTHING, Message, say
from briefkit.model.conditions import Compare, Condition, Literal, Operand, Path
from briefkit.model.facts import FactDeclaration, Vocabulary
from briefkit.source import Span
from briefkit.template.prepare import Loops, prepare, resolved


def check_template(whole: Span, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """What is wrong with a text before any fact is known."""
    prepared = prepare(whole)
    yield from prepared.diagnostics
    for used in prepared.value.used:
        if used.written and vocabulary.crosses(used.written):
            yield _several(used.written, used.span, vocabulary)
        elif not vocabulary.knows(used.names) and not vocabulary.knows(used.at_large):
            yield unknown_fact(used.names, used.span, vocabulary)
    for place, condition in prepared.value.conditions.items():
        yield from _comparisons(condition, vocabulary, prepared.value.loops[place])


def check_condition(condition: Condition, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Undeclared facts in a condition, and comparisons of a fact with what it can never be."""
    for path in paths_in(condition):
        if vocabulary.crosses(_as_written(path)):
            yield _several(_as_written(path), path.span, vocabulary)
        elif not vocabulary.knows(path.names) and not vocabulary.knows(_as_written(path)):
            yield unknown_fact(path.names, path.span, vocabulary)
    yield from _comparisons(condition, vocabulary, {})


def _as_written(path: Path) -> tuple[str, ...]:
    """A path as it is written: within any(measures, …) a name may also be a fact of the case at large."""
    return tuple(path.span.text.split("."))


def unknown_fact(names: tuple[str, ...], span: Span, vocabulary: Vocabulary) -> Diagnostic:
    """The diagnostic for a fact that nobody declared."""
    path = ".".join(names)
    hint = did_you_mean(path, vocabulary.declared, say("declare it in clauses/facts.yaml"))
    return diagnose("unknown-fact", say("No fact “{fact}” is declared.", fact=path), span, hint)


def _several(names: tuple[str, ...], span: Span, vocabulary: Vocabulary) -> Diagnostic:
    records, field = names[0], ".".join(names[1:])
    fact = vocabulary.resolve(names)
    hint = say("name one record: {fact}, or ask any({records}, {field} == …)", fact=fact, records=records, field=field)
    said = say("“{records}” holds several records, so “{records}.{field}” is no single fact.", records=records, field=field)
    return diagnose("unknown-fact", said, span, hint)


# --- comparisons -----------------------------------------------------------------------------------

_TEXT, _DATE, _NUMBER, _YES_NO, _LIST = say("a text"), say("a date"), say("a number"), say("true or false"), say("a list")
_SEVERAL_FACTS, _SEVERAL_RECORDS = say("several facts"), say("several records")
# What the values of each type of fact are to a comparison; those of the other types are texts.
_KINDS = {"date": _DATE, "money": _NUMBER, "count": _NUMBER, "yes-no": _YES_NO, "list": _LIST, "records": _SEVERAL_RECORDS}
_MARKS = "\"'“”"  # around a text
# How a value of each kind that has a form of its own is written, where somebody wrote a text.
_WRITTEN = {
    _DATE: say("write a date without quotation marks, such as 2025-03-14"),
    _NUMBER: say("write a number without quotation marks, such as 10"),
    _YES_NO: say("write true or false without quotation marks, such as true"),
}


def _comparisons(condition: Condition, vocabulary: Vocabulary, loops: Loops) -> Iterator[Diagnostic]:
    for among in amongs_in(condition):
        declared = _declared(among.records, vocabulary, loops)
        if declared and declared.type != "records":
            said = say(
                "“{word}” looks through a list of records; “{fact}” is {kind}.",
                word=among.word,
                fact=str(among.records),
                kind=_kind(declared),
            )
            yield diagnose("wrong-comparison", said, among.records.span, say("for example any(measures, date > 2025-01-01)"))
    for comparison in comparisons_in(condition):
        kinds = [_kind_of(operand, vocabulary, loops) for operand in (comparison.left, comparison.right)]
        if NOTHING in kinds:
            continue
        if not _fit(kinds[0], comparison.operator, kinds[1]):
            yield _wrong(comparison, kinds)
        else:
            yield from _choices(comparison, vocabulary, loops)


def _declared(path: Path, vocabulary: Vocabulary, loops: Loops) -> FactDeclaration | None:
    return vocabulary.find(resolved(path.names, loops)) or vocabulary.find(resolved(_as_written(path), loops))


def _kind(declared: FactDeclaration) -> Message:
    return _KINDS.get(declared.type, _TEXT)


def _kind_of(operand: Operand, vocabulary: Vocabulary, loops: Loops) -> Message:
    """What an operand is; empty for a fact that nobody declares, or that is no single fact."""
    if isinstance(operand, Literal):
        return {str: _TEXT, bool: _YES_NO, int: _NUMBER, float: _NUMBER}.get(type(operand.value), _DATE)
    if vocabulary.crosses(_as_written(operand)) and operand.names[0] not in loops:
        return NOTHING
    declared = _declared(operand, vocabulary, loops)
    if declared:
        return _kind(declared)
    known = vocabulary.knows(resolved(operand.names, loops)) or vocabulary.knows(_as_written(operand))
    return _SEVERAL_FACTS if known else NOTHING


def _fit(left: Message, operator: str, right: Message) -> bool:
    if operator == "in":
        return left == _TEXT and right == _LIST
    if operator in {"==", "!="}:
        return {left, right} == {_TEXT, _LIST} or (left == right and left in {_TEXT, *_WRITTEN})
    return left == right and left in {_DATE, _NUMBER}


def _wrong(comparison: Compare, kinds: list[Message]) -> Diagnostic:
    """The place is the value, if one was written: it is what has to change."""
    operands = (comparison.left, comparison.right)
    left, right = (operand.span.text.strip(_MARKS) for operand in operands)
    literals = [operand for operand in operands if isinstance(operand, Literal)]
    fact = next((kind for operand, kind in zip(operands, kinds, strict=True) if isinstance(operand, Path)), NOTHING)
    said = say(
        "“{operator}” cannot compare them: “{left}” is {left_kind}, and “{right}” is {right_kind}.",
        operator=comparison.operator,
        left=left,
        left_kind=kinds[0],
        right=right,
        right_kind=kinds[1],
    )
    span = literals[0].span if len(literals) == 1 else comparison.span
    return diagnose("wrong-comparison", said, span, _remedy(comparison.operator, fact, kinds))


def _remedy(operator: str, fact: Message, kinds: list[Message]) -> Message:
    if fact in {_SEVERAL_FACTS, _SEVERAL_RECORDS}:
        return say("name one of them, as in org.name, or ask any(measures, …)")
    if operator == "in":
        return say("“in” looks through a list; compare a text with ==")
    if kinds[0] == kinds[1]:
        return say("only dates and numbers have an order; compare with == or !=")
    if fact in _WRITTEN and _TEXT in kinds:
        return _WRITTEN[fact]
    return say("compare like with like")


def _choices(comparison: Compare, vocabulary: Vocabulary, loops: Loops) -> Iterator[Diagnostic]:
    for path, literal in _pairs(comparison):
        declared = _declared(path, vocabulary, loops)
        choices = [value for value, _ in declared.choices] if declared else []
        if choices and literal.value not in choices:
            hint = did_you_mean(str(literal.value), choices, say("one of {names}", names=", ".join(choices)))
            said = say("“{text}” is not a choice of {fact}.", text=literal.value, fact=str(path))
            yield diagnose("unknown-choice", said, literal.span, hint)


def _pairs(comparison: Compare) -> Iterator[tuple[Path, Literal]]:
    left, right = comparison.left, comparison.right
    if isinstance(left, Path) and isinstance(right, Literal):
        yield left, right
    if isinstance(left, Literal) and isinstance(right, Path):
        yield right, left
