"""A library's texts and conditions against the facts that it declares."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.conditions import comparisons_in, paths_in
from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.model.conditions import Compare, Condition, Literal, Path
from briefkit.model.facts import Vocabulary
from briefkit.source import Span
from briefkit.template.prepare import Loops, prepare, resolved


def check_template(whole: Span, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """What is wrong with a text before any fact is known."""
    prepared = prepare(whole)
    yield from prepared.diagnostics
    for used in prepared.value.used:
        if not vocabulary.knows(used.names) and not vocabulary.knows(used.at_large):
            yield unknown_fact(used.names, used.span, vocabulary)
    for place, condition in prepared.value.conditions.items():
        yield from _choices(condition, vocabulary, prepared.value.loops[place])


def check_condition(condition: Condition, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Undeclared facts in a condition, and values that are not among a fact's choices."""
    for path in paths_in(condition):
        if not vocabulary.knows(path.names) and not vocabulary.knows(_at_large(path)):
            yield unknown_fact(path.names, path.span, vocabulary)
    yield from _choices(condition, vocabulary, {})


def _at_large(path: Path) -> tuple[str, ...]:
    """A path as it is written: within any(measures, …) a name may also be a fact of the case at large."""
    return tuple(path.span.text.split("."))


def _choices(condition: Condition, vocabulary: Vocabulary, loops: Loops) -> Iterator[Diagnostic]:
    for comparison in comparisons_in(condition):
        for path, literal in _pairs(comparison):
            declared = vocabulary.find(resolved(path.names, loops)) or vocabulary.find(resolved(_at_large(path), loops))
            choices = [value for value, _ in declared.choices] if declared else []
            if choices and literal.value not in choices:
                hint = did_you_mean(str(literal.value), choices, "one of " + ", ".join(choices))
                yield diagnose("unknown-choice", f"“{literal.value}” is not a choice of {path}.", literal.span, hint)


def _pairs(comparison: Compare) -> Iterator[tuple[Path, Literal]]:
    left, right = comparison.left, comparison.right
    if isinstance(left, Path) and isinstance(right, Literal):
        yield left, right
    if isinstance(left, Literal) and isinstance(right, Path):
        yield right, left


def unknown_fact(names: tuple[str, ...], span: Span, vocabulary: Vocabulary) -> Diagnostic:
    """The diagnostic for a fact that nobody declared."""
    path = ".".join(names)
    hint = did_you_mean(path, vocabulary.declared, "declare it in clauses/facts.yaml")
    return diagnose("unknown-fact", f"No fact “{path}” is declared.", span, hint)
