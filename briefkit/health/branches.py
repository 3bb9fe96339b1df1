"""Branches of clauses that no example takes: nobody has seen what they say in a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.health.subject import Example, Subject
from briefkit.messages import say
from briefkit.model.facts import Vocabulary, in_tone
from briefkit.model.libraries import Clause
from briefkit.source import Source
from briefkit.template import Prepared, Tag, fill, prepare


@dataclass(slots=True)
class _Branch:
    """What stands between an `if`, `elif` or `else` and the next tag of its `if`: the places of its texts and of the branches in it."""

    tag: Tag
    pieces: set[int] = field(default_factory=set)
    inner: list[_Branch] = field(default_factory=list)


def untried_branch(subject: Subject) -> Iterator[Diagnostic]:
    """`branch-untried`: a clause that no example holds, or a branch of one that none fills, the outer one alone.

    A clause is read in one language, the one asked about if there is one: its texts have the same branches.
    """
    filled = _filled(subject)
    for clause in subject.clauses if subject.examples else ():
        if clause.slug not in filled:
            yield diagnose(
                "branch-untried",
                say("No example takes the clause “{clause}”.", clause=clause.slug),
                clause.span,
                say("add a case to examples/"),
            )
        elif (text := _read(clause, subject)) is not None:
            for branch in _untried(_branches(_prepared(text)), filled[clause.slug]):
                said = say("No example takes this branch of “{clause}”.", clause=clause.slug)
                yield diagnose("branch-untried", said, branch.tag.span, say("give an example the facts or the tone for it"))


def _read(clause: Clause, subject: Subject) -> Source | None:
    return clause.text(subject.language) if subject.language else next((text for _, text in clause.texts), None)


def _prepared(text: Source) -> Prepared:
    return prepare(text.span(0, len(text.text))).value


def _filled(subject: Subject) -> dict[str, set[int]]:
    """For each clause that an example holds, the places of its text that come out in one."""
    vocabulary = Vocabulary.of(subject.holdings.facts)
    filled: dict[str, set[int]] = {}
    for example in subject.examples:
        for slug, places in _filled_by(example, subject, vocabulary):
            filled.setdefault(slug, set()).update(places)
    return filled


def _filled_by(example: Example, subject: Subject, vocabulary: Vocabulary) -> Iterator[tuple[str, set[int]]]:
    for planned in example.plan.planned:
        text = _read(planned.clause, subject)
        if text is not None:
            out = fill(_prepared(text), in_tone(example.case.facts, planned.tone), vocabulary, example.case.language).value
            yield planned.clause.slug, {place for _, place in out.places} | {one.span.start for one in out.printed}


def _branches(prepared: Prepared) -> list[_Branch]:
    """The outermost branches of a text, each with those within it."""
    outermost: list[_Branch] = []
    opened: list[_Branch] = []
    in_note = False
    for segment in prepared.segments:
        word = segment.word if isinstance(segment, Tag) else ""
        if word in ("elif", "else", "endif"):
            opened.pop()
        if isinstance(segment, Tag) and word in ("if", "elif", "else"):
            branch = _Branch(segment)
            (opened[-1].inner if opened else outermost).append(branch)
            opened.append(branch)
        if word == "note" or (not word and not in_note and segment.span.text):
            for branch in opened:
                branch.pieces.add(segment.span.start)
        in_note = word == "note" or (in_note and word != "endnote")
    return outermost


def _untried(branches: list[_Branch], filled: set[int]) -> Iterator[_Branch]:
    for branch in branches:
        if branch.pieces and not branch.pieces & filled:
            yield branch
        else:
            yield from _untried(branch.inner, filled)
