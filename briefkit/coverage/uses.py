"""Which facts a text uses: those that it prints, and those that its conditions ask about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefkit.conditions import paths_in
from briefkit.model.conditions import Condition
from briefkit.model.facts import DOCUMENT_FACTS, FactNode, Given, Record, Records, Vocabulary, given_facts
from briefkit.source import Source, Span
from briefkit.template import prepare
from briefkit.tree import Block, Cite, Fact
from briefkit.walk import blocks_within, inlines_within, own_inlines
from briefkit.wording import write_fact

OF_EVERY_DOCUMENT = frozenset(one.path for one in DOCUMENT_FACTS)  # its tone, its date: no facts of the case


@dataclass(frozen=True, slots=True)
class UsedFact:
    """A fact by its path; `given` holds its values, none where the case does not give it, and several for a field of records."""

    path: str
    printed: bool
    given: tuple[Given, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Where its values come from, as the case says."""
        return tuple(dict.fromkeys(one.source for one in self.given if one.source))


def facts_of(
    blocks: Iterable[Block], text: Source | None, when: Condition | None, facts: Record, vocabulary: Vocabulary, language: str
) -> tuple[UsedFact, ...]:
    """The facts of a clause or a text by their paths: first the printed ones, in order, then those asked about alone."""
    printed = printed_facts(blocks, facts, vocabulary, language)
    by_path: dict[str, list[Given]] = {}
    for one in printed:
        by_path.setdefault(one.path, []).append(one)
    used = [UsedFact(path, True, tuple(given)) for path, given in by_path.items()]
    asked: dict[str, dict[Span, Given]] = {}
    for names in asked_names(text, when):
        path = vocabulary.resolve(names)
        if path not in by_path and path in vocabulary.declared and path not in OF_EVERY_DOCUMENT:
            asked.setdefault(path, {}).update({one.span: one for one in given_at(facts, names)})
    return (*used, *(UsedFact(path, False, tuple(given.values())) for path, given in asked.items()))


def printed_facts(blocks: Iterable[Block], facts: Record, vocabulary: Vocabulary, language: str) -> tuple[Given, ...]:
    """The given facts that blocks print, each once. Of several with one path that is meant whose value reads so."""
    every: dict[str, dict[Span, Given]] = {}
    for one in given_facts(facts):
        every.setdefault(one.path, {})[one.span] = one
    at = {one.span: one for given in every.values() for one in given.values()}
    found: dict[Span, Given] = {}
    for path, text, place in _printed_in(blocks):
        candidates = [at[place]] if place in at else list(every.get(path, {}).values())
        meant = [one for one in candidates if len(candidates) == 1 or _reads(one, text, vocabulary, language)]
        found.update({one.span: one for one in meant})
    return tuple(found.values())


def _printed_in(blocks: Iterable[Block]) -> Iterator[tuple[str, str, Span | None]]:
    """The path of each printed fact, its words, and its place: in a listing, where it is given. An act stands as a citation."""
    lines = (own_inlines(block) for block in blocks_within(blocks))
    for one in (inline for line in lines for inline in inlines_within(line)):
        if isinstance(one, Fact):
            yield from ((path, one.text, one.origin.span) for path in one.paths)
        elif isinstance(one, Cite) and one.refs:
            yield from ((path, f"@{one.refs[0].authority}", one.origin.span) for path in one.origin.facts or ("",))


def _reads(given: Given, text: str, vocabulary: Vocabulary, language: str) -> bool:
    if given.type == "act":
        return str(given.value).startswith(text)
    return write_fact(given, vocabulary.declared.get(given.path), language).casefold() == text.casefold()


def asked_names(text: Source | None, when: Condition | None = None) -> Iterator[tuple[str, ...]]:
    """The names that a condition and a text's own conditions ask about; a name within any(…) may mean two things, and counts for both."""
    for path in paths_in(when) if when is not None else ():
        yield path.names
        yield tuple(path.span.text.split("."))
    for used in prepare(text.span(0, len(text.text))).value.used if text else ():
        if not used.printed:
            yield used.names
            yield from [used.at_large] if used.at_large else ()


def given_at(node: FactNode, names: tuple[str, ...]) -> Iterator[Given]:
    """The values at a path, through every record of a list on the way."""
    if isinstance(node, Records):
        for item in node.items:
            yield from given_at(item, names)
    elif isinstance(node, Given):
        yield from () if names else (node,)
    elif names and (below := node.get(names[0])) is not None:
        yield from given_at(below, names[1:])
