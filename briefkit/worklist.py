"""What is unverified, by how much rests on it: the pinpoints that nobody saw, and the authorities that nobody checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefkit.markup import every_branch, places_of, refs_within, single_locs
from briefkit.messages import Message, say, verbatim
from briefkit.model.case import CaseVerification
from briefkit.model.libraries import Authority, Clause, Library
from briefkit.tree import Block, Cite, Document, Heading, Inline, Note, Paragraph, Ref
from briefkit.walk import blocks_within, inlines_within, own_inlines


@dataclass(frozen=True, slots=True)
class Cited:
    """That a place (a clause, a note, a paragraph) cites an authority; `loc` is empty where it names no pinpoint."""

    authority: str
    loc: str
    place: Message


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to look at: a pinpoint to see, or an authority to check (`loc` empty), and the places that rest on it."""

    authority: Authority
    loc: str
    says: str
    places: tuple[Message, ...]


def cited_in_clauses(library: Library, authority: str = "") -> tuple[Cited, ...]:
    """What the clauses of a library cite, whatever the language and the facts, retired ones left out; of one authority, if it is named."""
    clauses = (clause for clause in library.clauses if clause.status != "retired")
    return tuple(dict.fromkeys(one for clause in clauses for one in _in_clause(clause, authority)))


def cited_in(document: Document) -> tuple[Cited, ...]:
    """What a finished document cites, in its notes (“n 4”) and in its numbered paragraphs (“para 12”)."""
    return tuple(_in_blocks(document.blocks))


def worklist(authorities: Iterable[Authority], cited: Iterable[Cited], verified: Iterable[CaseVerification] = ()) -> tuple[Work, ...]:
    """What is unverified among the authorities, that on which the most rests first.

    A pinpoint is listed if it is cited, an unconfirmed authority always. `verified` is what was recorded for a case alone.
    """
    seen = {(one.authority, one.loc) for one in verified}
    places: dict[tuple[str, str], list[Message]] = {}
    for one in cited:
        for key in dict.fromkeys(((one.authority, one.loc), (one.authority, ""))):
            places.setdefault(key, []).append(one.place)
    found = [work for authority in authorities for work in _unverified(authority, places, seen)]
    return tuple(sorted(found, key=lambda one: (-len(one.places), one.authority.id, one.loc)))


def _unverified(authority: Authority, places: dict[tuple[str, str], list[Message]], seen: set[tuple[str, str]]) -> Iterator[Work]:
    if not authority.confirmed:
        yield Work(authority, "", "", tuple(dict.fromkeys(places.get((authority.id, ""), ()))))
    says = {place: pinpoint.says for pinpoint in authority.pinpoints for place in places_of(pinpoint.loc)}
    known = {place for pinpoint in authority.pinpoints if pinpoint.verified for place in places_of(pinpoint.loc)}
    for (name, loc), where in places.items():
        if name == authority.id and loc and loc not in known and (name, loc) not in seen:
            yield Work(authority, loc, says.get(loc, ""), tuple(dict.fromkeys(where)))


# --- where things are cited -----------------------------------------------------------------------


def _in_clause(clause: Clause, authority: str) -> Iterator[Cited]:
    for language, text in clause.texts:
        if f"@{authority}" in text.text or f"@{{{authority}}}" in text.text:
            refs = refs_within(every_branch(text, language) or ())
            found = (cited for ref in refs for cited in _of(ref, verbatim(clause.slug)))
            yield from (one for one in found if authority in {"", one.authority})


def _of(ref: Ref, place: Message) -> Iterator[Cited]:
    for loc in single_locs(ref.locator) if ref.locator else ("",):
        yield Cited(ref.authority, loc, place)


def _in_blocks(blocks: Iterable[Block]) -> Iterator[Cited]:
    """A quotation, a list and a table belong to the numbered paragraph before them."""
    paragraph = 0
    for block in blocks_within(blocks):
        if isinstance(block, Heading):
            paragraph = 0
        elif isinstance(block, Paragraph) and block.number:
            paragraph = block.number
        yield from _in_line(own_inlines(block), say("para {number}", number=paragraph) if paragraph else say("the text"))


def _in_line(inlines: Iterable[Inline], place: Message) -> Iterator[Cited]:
    noted: set[int] = set()
    for inline in inlines_within(inlines):
        if isinstance(inline, Note):
            inner = tuple(inlines_within(inline.children))
            noted.update(id(one) for one in inner)
            note = say("n {number}", number=inline.number)
            yield from (cited for one in inner if isinstance(one, Cite) for ref in one.refs for cited in _of(ref, note))
        elif isinstance(inline, Cite) and id(inline) not in noted:
            yield from (cited for ref in inline.refs for cited in _of(ref, place))
