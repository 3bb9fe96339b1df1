"""Pinpoints that a source of its kind does not have, and articles past the end of a treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.lint.subject import Subject
from briefkit.markup import loc_of, read_pinpoint, single_locs
from briefkit.messages import Message, say, say_count
from briefkit.model.libraries import Authority
from briefkit.source import Span
from briefkit.tree import Locator


@dataclass(frozen=True, slots=True)
class Kind:
    """What a source of a CSL type is called, the locator labels that it takes, and how it is cited as a rule."""

    called: Message
    takes: tuple[str, ...]
    usual: str


_OF_A_TEXT = (
    *("appendix", "book", "chapter", "column", "custom", "figure", "line", "note", "page", "paragraph", "part", "section", "table"),
    "volume",
)
# A type that is not here takes every label: a resolution may have articles or paragraphs, a law as well.
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "treaty": Kind(say("a treaty"), ("appendix", "article", "chapter", "custom", "part", "section"), "art 22(1)"),
        "legal_case": Kind(say("a decision"), _OF_A_TEXT, "para 7.2"),
        "report": Kind(say("a report or a comment"), (*_OF_A_TEXT, "rule"), "para 8"),
    }
)
_NUMBER = re.compile(r"\d+")


def _places(subject: Subject) -> Iterator[tuple[Authority, Locator, Span | None]]:
    """Every pinpoint: those that are listed in the data, and those that the document cites."""
    for authority in subject.authorities.values():
        for pinpoint in authority.pinpoints:
            if locator := read_pinpoint(pinpoint.loc):
                yield authority, locator, pinpoint.span
    for ref, authority in subject.cited():
        if ref.locator:
            yield authority, ref.locator, ref.origin.span


def wrong_label(subject: Subject) -> Iterator[Diagnostic]:
    """`wrong-pinpoint-kind`: a paragraph of a treaty, an article of Views."""
    for authority, locator, span in _places(subject):
        kind = KINDS.get(str(authority.csl.get("type", "")))
        if kind and locator.label not in kind.takes:
            said = say(
                "“{place}” is no place in {authority}, which is {kind}.", place=loc_of(locator), authority=authority.id, kind=kind.called
            )
            yield diagnose("wrong-pinpoint-kind", said, span, say("{kind} is cited by {place}", kind=kind.called, place=kind.usual))


def no_such_article(subject: Subject) -> Iterator[Diagnostic]:
    """`no-such-article`: one past the last article of a treaty whose articles are counted, or article 0."""
    for authority, locator, span in _places(subject):
        if not authority.articles or locator.label != "article":
            continue
        for loc in single_locs(locator):
            numbers = (int(found.group()) for end in loc.removeprefix("art ").split("-") if (found := _NUMBER.match(end)))
            if any(not 1 <= number <= authority.articles for number in numbers):
                said = say_count(
                    "{authority} has {number} article: there is no {place}.",
                    "{authority} has {number} articles: there is no {place}.",
                    authority.articles,
                    authority=authority.id,
                    place=loc,
                )
                yield diagnose("no-such-article", said, span, say("open the treaty and correct the number"))
