"""A library's texts and conditions against the facts that it declares."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.conditions import amongs_in, comparisons_in, paths_in
from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.messages import say
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
    return diagnose("unknown-fact", say("No fact “{path}” is declared.", path=path), span, hint)


def _several(names: tuple[str, ...], span: Span, vocabulary: Vocabulary) -> Diagnostic:
    records, field = names[0], ".".join(names[1:])
    hint = say(
        "name one record: {resolve}, or ask any({records}, {field} == …)", resolve=vocabulary.resolve(names), records=records, field=field
    )
    return diagnose(
        "unknown-fact",
        say("“{records}” holds several records, so “{records}.{field}” is no single fact.", records=records, field=field),
        span,
        hint,
    )


# --- comparisons -----------------------------------------------------------------------------------

# What the values of each type of fact are to a comparison; those of the other types are texts.
_KINDS = {"date": "a date", "money": "a number", "count": "a number", "yes-no": "true or false", "list": "a list"}
_KINDS |= {"records": "several records"}
_MARKS = "\"'“”"  # around a text
_EXAMPLES = {"a date": "2025-03-14", "a number": "10", "true or false": "true", "a text": '"text"'}


def _comparisons(condition: Condition, vocabulary: Vocabulary, loops: Loops) -> Iterator[Diagnostic]:
    for among in amongs_in(condition):
        declared = _declared(among.records, vocabulary, loops)
        if declared and declared.type != "records":
            said = say(
                "“{word}” looks through a list of records; “{records}” is {kind}.",
                word=among.word,
                records=among.records,
                kind=_kind(declared),
            )
            yield diagnose("wrong-comparison", said, among.records.span, say("for example any(measures, date > 2025-01-01)"))
    for comparison in comparisons_in(condition):
        kinds = [_kind_of(operand, vocabulary, loops) for operand in (comparison.left, comparison.right)]
        if "" in kinds:
            continue
        if not _fit(kinds[0], comparison.operator, kinds[1]):
            yield _wrong(comparison, kinds)
        else:
            yield from _choices(comparison, vocabulary, loops)


def _declared(path: Path, vocabulary: Vocabulary, loops: Loops) -> FactDeclaration | None:
    return vocabulary.find(resolved(path.names, loops)) or vocabulary.find(resolved(_as_written(path), loops))


def _kind(declared: FactDeclaration) -> str:
    return _KINDS.get(declared.type, "a text")


def _kind_of(operand: Operand, vocabulary: Vocabulary, loops: Loops) -> str:
    """What an operand is; empty for a fact that nobody declares, or that is no single fact."""
    if isinstance(operand, Literal):
        return {str: "a text", bool: "true or false", int: "a number", float: "a number"}.get(type(operand.value), "a date")
    if vocabulary.crosses(_as_written(operand)) and operand.names[0] not in loops:
        return ""
    declared = _declared(operand, vocabulary, loops)
    if declared:
        return _kind(declared)
    known = vocabulary.knows(resolved(operand.names, loops)) or vocabulary.knows(_as_written(operand))
    return "several facts" if known else ""


def _fit(left: str, operator: str, right: str) -> bool:
    if operator == "in":
        return left == "a text" and right == "a list"
    if operator in {"==", "!="}:
        return {left, right} == {"a text", "a list"} or (left == right and left in _EXAMPLES)
    return left == right and left in {"a date", "a number"}


def _wrong(comparison: Compare, kinds: list[str]) -> Diagnostic:
    """The place is the value, if one was written: it is what has to change."""
    pairs = tuple(zip((comparison.left, comparison.right), kinds, strict=True))
    words = [f"“{operand.span.text.strip(_MARKS)}” is {kind}" for operand, kind in pairs]
    literals = [operand for operand, _ in pairs if isinstance(operand, Literal)]
    fact = next((kind for operand, kind in pairs if isinstance(operand, Path)), "")
    said = say("“{operator}” cannot compare them: {words}, and {words2}.", operator=comparison.operator, words=words[0], words2=words[1])
    span = literals[0].span if len(literals) == 1 else comparison.span
    return diagnose("wrong-comparison", said, span, _remedy(comparison.operator, fact, kinds))


def _remedy(operator: str, fact: str, kinds: list[str]) -> str:
    if fact in {"several facts", "several records"}:
        return "name one of them, as in org.name, or ask any(measures, …)"
    if operator == "in":
        return "“in” looks through a list; compare a text with =="
    if kinds[0] == kinds[1]:
        return "only dates and numbers have an order; compare with == or !="
    if fact in _EXAMPLES and "a text" in kinds and fact != "a text":
        return f"write {fact} without quotation marks, such as {_EXAMPLES[fact]}"
    return "compare like with like"


def _choices(comparison: Compare, vocabulary: Vocabulary, loops: Loops) -> Iterator[Diagnostic]:
    for path, literal in _pairs(comparison):
        declared = _declared(path, vocabulary, loops)
        choices = [value for value, _ in declared.choices] if declared else []
        if choices and literal.value not in choices:
            hint = did_you_mean(str(literal.value), choices, "one of " + ", ".join(choices))
            yield diagnose(
                "unknown-choice", say("“{value}” is not a choice of {path}.", value=literal.value, path=path), literal.span, hint
            )


def _pairs(comparison: Compare) -> Iterator[tuple[Path, Literal]]:
    left, right = comparison.left, comparison.right
    if isinstance(left, Path) and isinstance(right, Literal):
        yield left, right
    if isinstance(left, Literal) and isinstance(right, Path):
        yield right, left
