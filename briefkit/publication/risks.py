"""What a public version may still give away, which no search can decide: exact days and sums, quotations, a circle that is small."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefkit.confidential import ConfidentialValue, Search, own_texts
from briefkit.confidential.phrases import listed
from briefkit.confidential.values import EMAIL, NUMBER, PHONE, WEB, is_number
from briefkit.model.facts import each_once, given_facts
from briefkit.model.libraries import Library
from briefkit.publication.cases import PublicVersion
from briefkit.publication.days import Found, days_in, days_of_some_year, foreign_sums_in, sums_in
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
# English names of bodies are written with capitals throughout.
_OF_BODIES = listed(
    "Department Ministry Committee Court State Revenue Region Regional District Districts Prosecutor Specialised Administrative Affairs"
    " Justice Finance Police Internal Economic Investigations Republic"
)
_COUNT = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|(?:19|20)\d\d[-\u2011–/ ](?:19|20)\d\d")
_PROPER = re.compile(r"(?<=[\w.,] )[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{4,}")  # within a value: each begins with a capital
_QUOTED = re.compile(r"“[^”]{20,}”|«[^»]{20,}»")


@dataclass(frozen=True, slots=True)
class Risks:
    """Passages of the document, each with some words around it, that somebody has to read."""

    days: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()  # of a document, an account, a telephone; addresses on the web and of e-mail
    words: tuple[str, ...] = ()  # what identifies and was told in general words, and is still said in others
    quotations: tuple[str, ...] = ()
    circle: tuple[tuple[str, str], ...] = ()  # facts that together may fit few: the path, and what is printed
    exhibits: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def risks_of(public: PublicVersion, opinion: Opinion, library: Library) -> Risks:
    """What the finished document still says that may tell who it is about."""
    own = tuple(_own_words(opinion, public.disguise))
    return Risks(
        days=tuple(dict.fromkeys(_passages(own, lambda text: _exact_days(text, public.case.date)))),
        sums=tuple(dict.fromkeys(_passages(own, lambda text: _exact_sums(text, opinion.language)))),
        numbers=tuple(dict.fromkeys(_around(text, *found.span()) for text in own for found in _numbers(text))),
        words=tuple(dict.fromkeys((*_still_said(own, public), *_places(own, public, library)))),
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


def _places(own: Iterable[str], public: PublicVersion, library: Library) -> Iterator[str]:
    """The places where a text names a town, a district, a body by a word of what is told in general words, or of an address."""
    told = [one for one in public.renamed if one.how == "general" or one.path.endswith(".address")]
    names = {name: one for one in told for name in _PROPER.findall(one.value) if name not in _OF_BODIES}
    search = Search.of((ConfidentialValue(one.path, name, "name", one.span) for name, one in names.items()), own_texts(library))
    for text in own:
        for hit in search.find(text):
            if hit.sure:
                whole = f"{hit.before}{hit.found}{hit.after}"
                at = " ".join(text.split()).find(whole)
                yield _around(" ".join(text.split()), at + len(hit.before), at + len(whole) - len(hit.after)) if at >= 0 else whole


def _exact_days(text: str, own: date | None) -> Iterator[Found]:
    """The days in the order of the text, but for that of the document itself."""
    found = (*days_in(text), *days_of_some_year(text))
    return (one for one in sorted(found, key=lambda one: one.start) if one.value != own)


def _exact_sums(text: str, language: str) -> Iterator[Found]:
    """The sums that do not say themselves that they are rounded, in any currency."""
    about = word("about", language).partition("{")[0].strip()
    found = (*sums_in(text), *foreign_sums_in(text))
    return (one for one in sorted(found, key=lambda one: one.start) if not text[: one.start].rstrip().casefold().endswith(about))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Numbers and addresses that may be somebody's. Sums and days are told for themselves; a count, or years, are nobody's."""
    taken = [range(one.start, one.end) for find in (days_in, sums_in, foreign_sums_in) for one in find(text)]
    for pattern in (EMAIL, WEB, PHONE, NUMBER):
        for found in pattern.finditer(text):
            told = any(found.start() in one or found.end() - 1 in one for one in taken)
            if not told and (pattern in (EMAIL, WEB) or (is_number(found[0]) and not _COUNT.fullmatch(found[0]))):
                taken.append(range(*found.span()))
                yield found


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
