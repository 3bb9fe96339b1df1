"""What a public version may still give away, which no search can decide: exact days and sums, quotations, a circle that is small."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefkit.model.facts import each_once, given_facts
from briefkit.publication.cases import PublicVersion
from briefkit.publication.days import Found, days_in, sums_in
from briefkit.publication.disguise import Disguise
from briefkit.tree import Block, Cite, Fact, Figure, Inline, Link, Note, Opinion, Quotation, Styled, Text
from briefkit.walk import Line, blocks_within, inlines_of, inlines_within, own_inlines, plain, rewrite_inlines
from briefkit.wording import word, write_fact

AROUND = 50  # letters of the sentence on either side
LEAST = 8  # letters of a text that says something
_CIRCLE = (
    "org.legal_form",
    "dev.sectors",
    "service.region",
    "court.name",
    "respondent.name",
    "measure.type",
    "draft.title",
    "meeting.title",
)
_OF_OTHERS = "reviewed-text"
_QUOTED = re.compile(r"“[^”]{20,}”|«[^»]{20,}»")


@dataclass(frozen=True, slots=True)
class Risks:
    """Passages of the document, each with some words around it, that somebody has to read."""

    days: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # what identifies and was told in general words, and is still said in others
    quotations: tuple[str, ...] = ()
    circle: tuple[tuple[str, str], ...] = ()  # facts that together may fit few: the path, and what is printed
    exhibits: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def risks_of(public: PublicVersion, opinion: Opinion) -> Risks:
    """What the finished document still says that may tell who it is about."""
    own = tuple(_own_words(opinion, public.disguise))
    return Risks(
        days=tuple(dict.fromkeys(_passages(own, lambda text: (one for one in days_in(text) if one.value != public.case.date)))),
        sums=tuple(dict.fromkeys(_passages(own, lambda text: _exact_sums(text, opinion.language)))),
        words=tuple(dict.fromkeys(_still_said(own, public))),
        quotations=tuple(dict.fromkeys(_quotations(opinion, own, public.disguise))),
        circle=tuple(_circle(public)),
        exhibits=tuple(one.title for one in public.case.exhibits if one.title),
        links=tuple(dict.fromkeys(_links(opinion, public.disguise))),
    )


def _own_words(opinion: Opinion, disguise: Disguise) -> Iterator[str]:
    """The lines in which the case speaks itself, notes apart and citations left out; of other lines the facts that are printed there."""
    for line in _lines(opinion):
        words = _spoken(line)
        if any(_is_own(one, disguise) for one in inlines_within(words)):
            yield plain(words)
        else:
            yield from (one.text for one in inlines_within(words) if isinstance(one, Fact))


def _lines(opinion: Opinion) -> Iterator[Line]:
    for line in (opinion.title, *(line for block in blocks_within(opinion.blocks) for line in _lines_in(block))):
        yield line
        yield from (one.children for one in inlines_within(line) if isinstance(one, Note))


def _lines_in(block: Block) -> Iterator[Line]:
    """The lines of a block; those of a figure are many, and a reader takes each for itself."""
    if isinstance(block, Figure):
        yield from (line for mark in block.marks for line in (mark.sign, mark.label, mark.shown))
        yield from (block.caption, block.source)
    else:
        yield tuple(own_inlines(block))


def _spoken(line: Line) -> Line:
    return rewrite_inlines(line, lambda one: () if isinstance(one, Cite | Note) else (one,))


def _is_own(inline: Inline, disguise: Disguise) -> bool:
    return isinstance(inline, Text) and disguise.is_own(inline.origin)


def _passages(texts: Iterable[str], find: Callable[[str], Iterable[Found]]) -> Iterator[str]:
    return (_around(text, one.start, one.end) for text in texts for one in find(text))


def _still_said(own: Iterable[str], public: PublicVersion) -> Iterator[str]:
    """The places where a text says what the facts are no longer printed with: what an organisation does, where it works."""
    texts = tuple(own)
    for one in public.renamed:
        if one.how == "general" and sum(char.isalpha() for char in one.value) >= LEAST:
            wanted = re.compile(rf"(?<!\w){re.escape(one.value)}(?!\w)", re.IGNORECASE)
            yield from (_around(text, *found.span()) for text in texts for found in wanted.finditer(text))


def _exact_sums(text: str, language: str) -> Iterator[Found]:
    """The sums that do not say themselves that they are rounded."""
    about = word("about", language).partition("{")[0].strip()
    return (one for one in sums_in(text) if not text[: one.start].rstrip().casefold().endswith(about))


def _around(text: str, start: int, end: int) -> str:
    """A passage with whole words on either side."""
    before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "… " + before.partition(" ")[2]
    if len(text) > end + AROUND:
        after = after.rpartition(" ")[0] + " …"
    return " ".join((before + text[start:end] + after).split())


def _quotations(opinion: Opinion, own: Iterable[str], disguise: Disguise) -> Iterator[str]:
    """How the quotations begin that the case brings: a search engine finds a document by its words."""
    for block in blocks_within(opinion.blocks):
        if isinstance(block, Quotation) or (isinstance(block, Styled) and block.role == _OF_OTHERS):
            lines = [line for inner in blocks_within(block.blocks) if (line := tuple(own_inlines(inner)))]
            if any(_is_own(one, disguise) for line in lines for one in inlines_within(line)):
                yield _around(plain(lines[0]), 0, 0)
    yield from (_around(text, *found.span()) for text in own for found in _QUOTED.finditer(text))


def _circle(public: PublicVersion) -> Iterator[tuple[str, str]]:
    """The facts that are printed as they are and narrow down who may be meant."""
    for given in given_facts(each_once(public.case.facts)):
        if given.path in _CIRCLE and not given.public:
            yield given.path, write_fact(given, public.vocabulary.declared.get(given.path), public.case.language)


def _links(opinion: Opinion, disguise: Disguise) -> Iterator[str]:
    return (one.address for one in inlines_of(opinion) if isinstance(one, Link) and disguise.is_own(one.origin))
