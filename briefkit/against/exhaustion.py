"""The claims of a document for an international body that the domestic document of the same client does not raise in substance.

What is compared: the articles of the two Covenants that the international document cites in its argument, against all citations of the
domestic one. An article counts as raised there if it is cited, or if a domestic provision listed as its counterpart is, or if the clause
that argues it stands there. Whether the argument was made well enough is for a lawyer to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefkit.against.sides import Side
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.markup import places_of, refs_within, single_locs
from briefkit.messages import Message, say
from briefkit.model.libraries import ARGUMENTS, Authority, Library
from briefkit.source import Span
from briefkit.tree import Block, ClauseText, Ref
from briefkit.walk import blocks_within, own_inlines

INTERNATIONAL = "un-body"  # the audience of a document for an international body
# The articles of each Covenant that grant rights: part III. Those before it, such as article 2, are claimed together with one of them.
RIGHTS: Mapping[str, range] = MappingProxyType({"iccpr": range(6, 28), "icescr": range(6, 16)})
_ARTICLE = re.compile(r"art (\d+)(?:\([^)]*\))*(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Claim:
    """An article of a Covenant as it is claimed: the paragraph and the place of the first citation, and the clauses that argue it."""

    covenant: str
    article: int
    paragraph: int
    span: Span | None
    clauses: frozenset[str] = frozenset()


def unraised_claims(international: Side, domestic: Side, library: Library) -> Iterator[Diagnostic]:
    """The claims of one document that the other does not raise in substance (`claim-not-raised`)."""
    refs = tuple(refs_within(domestic.opinion.blocks))
    raised = {(ref.authority, article) for ref in refs for article in _articles(ref)}
    standing = {one.clause.slug for one in domestic.plan.planned}
    for claim in _claims(international):
        counterparts = tuple(_counterparts(claim, library, domestic))
        if (claim.covenant, claim.article) in raised or claim.clauses & standing or any(_cites(refs, *one) for one in counterparts):
            continue
        authority = library.authority(claim.covenant)
        short = str(authority.csl.get("title-short") or claim.covenant) if authority else claim.covenant
        yield _not_raised(claim, short, domestic, counterparts)


def _not_raised(claim: Claim, covenant: str, domestic: Side, counterparts: tuple[tuple[str, str], ...]) -> Diagnostic:
    missing = _missing(bool(counterparts), bool(claim.clauses))
    about = {"article": claim.article, "covenant": covenant, "paragraph": claim.paragraph, "file": domestic.name, "missing": missing}
    if claim.paragraph:
        said = say("Article {article} of the {covenant} is claimed in para {paragraph}, and {file} does not raise it: {missing}.", **about)
    else:
        said = say("Article {article} of the {covenant} is claimed, and {file} does not raise it: {missing}.", **about)
    ways = say("article {article}", article=claim.article)
    for name, at in counterparts:
        ways = say("{one} or {other}", one=ways, other=f"{name}, {at}")
    hint = say("while a domestic remedy is open, raise it there in substance ({ways}): op1-iccpr, art 5(2)(b)", ways=ways)
    return diagnose("claim-not-raised", said, claim.span, hint)


def _missing(counterparts: bool, clauses: bool) -> Message:
    """What was looked for in the other document and does not stand there."""
    if counterparts and clauses:
        return say("neither the article nor a domestic counterpart of it nor the clause that argues it stands there")
    if counterparts:
        return say("neither the article nor a domestic counterpart of it stands there")
    if clauses:
        return say("neither the article nor the clause that argues it stands there")
    return say("it does not cite the article")


def _claims(side: Side) -> Iterator[Claim]:
    """The articles that grant rights, as the clauses and own texts of the argument cite them, each once, in order."""
    found: dict[tuple[str, int], Claim] = {}
    for block, paragraph, clause in _argument(side):
        for ref in refs_within((block,)) if any(own_inlines(block)) else ():
            for article in _articles(ref):
                key = (ref.authority, article)
                before = found.get(key, Claim(*key, paragraph, ref.origin.span))
                clauses = before.clauses | ({clause} if clause else set())
                found[key] = Claim(*key, before.paragraph, before.span, frozenset(clauses))
    yield from found.values()


def _argument(side: Side) -> Iterator[tuple[Block, int, str]]:
    """The blocks of the argument, each with its paragraph, and the clause that it stands in, if it stands in one."""
    argued = {one.clause.slug for one in side.plan.planned if one.clause.kind in ARGUMENTS}
    parts = {part.id for part in side.case.profile.parts if set(part.kinds) & set(ARGUMENTS)} if side.case.profile else set()
    own = [section.text for section in side.case.sections if section.part.name in parts and section.text]
    clauses: dict[int, str] = {}
    for block, paragraph in side.placed_blocks():
        if isinstance(block, ClauseText):
            clauses.update({id(inner): block.clause for inner in blocks_within(block.blocks)})
        elif id(block) in clauses:
            if clauses[id(block)] in argued:
                yield block, paragraph, clauses[id(block)]
        elif block.origin.span and block.origin.span.source in own:
            yield block, paragraph, ""


def _articles(ref: Ref) -> Iterator[int]:
    """The articles that grant rights among those that a reference to a Covenant names."""
    rights = RIGHTS.get(ref.authority, range(0))
    for place in single_locs(ref.locator) if ref.locator and rights else ():
        if found := _ARTICLE.match(place):
            first, last = int(found[1]), int(found[2] or found[1])
            yield from (article for article in range(first, last + 1) if article in rights)


def _counterparts(claim: Claim, library: Library, domestic: Side) -> Iterator[tuple[str, str]]:
    """The domestic provisions that are listed as protecting the same right, of acts in force on the day of the domestic document."""
    for authority in library.authorities:
        for one in authority.counterparts if _was_in_force(authority, domestic) else ():
            if one.covenant.name == claim.covenant and one.article == str(claim.article):
                yield authority.id, one.at


def _was_in_force(authority: Authority, side: Side) -> bool:
    day = side.case.date
    return day is None or ((authority.in_force or day) <= day <= (authority.in_force_until or day))


def _cites(refs: tuple[Ref, ...], authority: str, at: str) -> bool:
    """Whether a provision is cited: itself, a part of it, or the article that it is part of."""
    cited = [place for ref in refs if ref.authority == authority and ref.locator for place in single_locs(ref.locator)]
    return any(one == place or one.startswith(f"{place}(") or place.startswith(f"{one}(") for place in places_of(at) for one in cited)
