"""Facts that a library declares, against those that it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.conditions import paths_in
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.health.subject import Subject
from briefkit.messages import say
from briefkit.model.facts import Vocabulary
from briefkit.roles import MADE_OF
from briefkit.template import prepare
from briefkit.tree import Styled
from briefkit.walk import blocks_within

# The field by which a case says which record it is about.
_ABOUT = "complained_of"


def unused_fact(subject: Subject) -> Iterator[Diagnostic]:
    """`fact-unused`: no text prints it, no condition asks about it, no profile expects it, no listing shows it."""
    vocabulary = Vocabulary.of(subject.holdings.facts)
    asked = {vocabulary.resolve(names) for names in _asked(subject) if names}
    listed = {name for listing in _listings(subject) for name, _ in MADE_OF.get(listing, ())}
    within = {one.of for one in subject.holdings.facts if one.path in listed}
    for fact in subject.holdings.facts:
        words = fact.path.split(".")
        names = {".".join(words[:count]) for count in range(1, len(words) + 1)}
        if not (names & (asked | listed | within) or words[-1] == _ABOUT):
            said = say("Nothing in the library asks for the fact “{fact}”.", fact=fact.path)
            yield diagnose("fact-unused", said, fact.span, say("use it in a text or a condition, or take it out"))


def _asked(subject: Subject) -> Iterator[tuple[str, ...]]:
    for template in subject.templates:
        for used in prepare(template.whole).value.used:
            yield from (used.names, used.at_large)
    for clause in subject.clauses:
        for path in paths_in(clause.when) if clause.when else ():
            yield from (path.names, tuple(path.span.text.split(".")))
    for profile in subject.holdings.profiles:
        expected = (*(ask.fact for ask in profile.asks), *(limit.after for limit in profile.limits if limit.after))
        yield from (tuple(path.split(".")) for path in expected)


def _listings(subject: Subject) -> Iterator[str]:
    """The listings that a profile or a text asks for."""
    yield from (part.lists for profile in subject.holdings.profiles for part in profile.parts if part.lists)
    for template in subject.templates:
        yield from (block.role for block in blocks_within(template.blocks) if isinstance(block, Styled))
