"""What the text of a clause cites, whatever the facts, and how that differs between two texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.diff.changes import Change, CitationAdded, CitationDropped, PinpointsChanged, citation
from briefkit.markup import read_markup, single_locs
from briefkit.model.libraries import Clause
from briefkit.source import Source
from briefkit.template import prepare, spread
from briefkit.tree import Cite
from briefkit.walk import blocks_within, inlines_within, own_inlines

Citations = Mapping[str, tuple[str, ...]]  # authority -> its pinpoints, “” for none


def read_citations(text: Source, language: str) -> Citations | None:
    """The authorities of a text in order, every branch of it read; None where its tags do not pair, so that nothing can be read."""
    prepared = prepare(text.span(0, len(text.text)))
    if prepared.has_errors and not prepared.value.segments:
        return None
    blocks = read_markup(spread(prepared.value), language).value
    inlines = (one for block in blocks_within(blocks) for one in inlines_within(own_inlines(block)))
    found: dict[str, dict[str, None]] = {}
    for ref in (ref for one in inlines if isinstance(one, Cite) for ref in one.refs):
        found.setdefault(ref.authority, {}).update(dict.fromkeys(single_locs(ref.locator) if ref.locator else ("",)))
    return {authority: tuple(locs) for authority, locs in found.items()}


def compare_citations(old: Citations, new: Citations, language: str) -> Iterator[Change]:
    """Citations dropped and added, and pinpoints changed, in the order of the texts."""
    for authority, locs in old.items():
        if authority not in new:
            yield CitationDropped(language, authority, locs)
        elif set(locs) != set(new[authority]):
            dropped = tuple(loc for loc in locs if loc not in new[authority])
            yield PinpointsChanged(language, authority, dropped, tuple(loc for loc in new[authority] if loc not in locs))
    for authority, locs in new.items():
        if authority not in old:
            yield CitationAdded(language, authority, locs)


def all_citations(clause: Clause) -> tuple[str, ...]:
    """What the texts of a clause cite in any language, as “@iccpr, art 22(1)”."""
    found: dict[str, dict[str, None]] = {}
    for language, text in clause.texts:
        for authority, locs in (read_citations(text, language) or {}).items():
            found.setdefault(authority, {}).update(dict.fromkeys(locs))
    return tuple(citation(authority, locs) for authority, locs in found.items())
