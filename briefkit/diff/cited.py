"""What the text of a clause cites, whatever the facts, and the changes between two texts in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from briefkit.diff.changes import Change, Told, language_name
from briefkit.markup import every_branch, refs_within, single_locs
from briefkit.messages import Message, listed, say, say_count
from briefkit.model.libraries import Clause
from briefkit.source import Source


def citation(authority: str, locs: Iterable[str]) -> str:
    """“@iccpr, art 22(1), art 22(2)”."""
    return ", ".join((f"@{authority}", *(loc for loc in locs if loc)))


@dataclass(frozen=True, slots=True)
class CitationAdded(Told):
    """A text cites an authority that it did not cite before, at these pinpoints (“” for none)."""

    name: ClassVar[str] = "citation-added"
    language: str
    authority: str
    locs: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        cited = citation(self.authority, self.locs)
        return say("The {language} text now cites {citation}.", language=language_name(self.language), citation=cited)


@dataclass(frozen=True, slots=True)
class CitationDropped(Told):
    """A text no longer cites an authority at all."""

    name: ClassVar[str] = "citation-dropped"
    language: str
    authority: str
    locs: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        cited = citation(self.authority, self.locs)
        return say("The {language} text no longer cites {citation}.", language=language_name(self.language), citation=cited)


@dataclass(frozen=True, slots=True)
class PinpointsChanged(Told):
    """A text cites the same authority at other places than before (“” for a citation without a pinpoint)."""

    name: ClassVar[str] = "pinpoints-changed"
    language: str
    authority: str
    dropped: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        language = language_name(self.language)
        dropped, added = _places(self.dropped), _places(self.added)
        if not self.added:
            return say("The {language} text cites @{id} no longer at {places}.", language=language, id=self.authority, places=dropped)
        if not self.dropped:
            return say("The {language} text cites @{id} at {places} as well.", language=language, id=self.authority, places=added)
        return say(
            "The {language} text cites @{id} at {places} instead of {others}.",
            language=language,
            id=self.authority,
            places=added,
            others=dropped,
        )


def _places(locs: tuple[str, ...]) -> Message:
    return listed(loc or say("the whole of it") for loc in locs)


@dataclass(frozen=True, slots=True)
class CitedOtherwise(Told):
    """A text cites a place in more passages than before, or in fewer; `loc` is empty for the authority as a whole."""

    name: ClassVar[str] = "cited-otherwise"
    language: str
    authority: str
    loc: str
    old: int
    new: int

    @property
    def sentence(self) -> Message:
        return say_count(
            "The {language} text cites {citation} in {number} place instead of {old}.",
            "The {language} text cites {citation} in {number} places instead of {old}.",
            self.new,
            language=language_name(self.language),
            citation=citation(self.authority, (self.loc,)),
            old=self.old,
        )


# --- reading and comparing ---------------------------------------------------------------------------

Citations = Mapping[str, Mapping[str, int]]  # authority -> how often each of its pinpoints is cited, “” for none


def read_citations(text: Source, language: str) -> Citations | None:
    """The authorities of a text in order, every branch of it read; None where its tags do not pair, so that nothing can be read."""
    blocks = every_branch(text, language)
    if blocks is None:
        return None
    found: dict[str, Counter[str]] = {}
    for ref in refs_within(blocks):
        found.setdefault(ref.authority, Counter()).update(single_locs(ref.locator) if ref.locator else ("",))
    return found


def compare_citations(old: Citations, new: Citations, language: str) -> Iterator[Change]:
    """Citations dropped and added, and pinpoints changed, in the order of the texts."""
    for authority, locs in old.items():
        if authority in new:
            yield from _within(authority, locs, new[authority], language)
        else:
            yield CitationDropped(language, authority, tuple(locs))
    for authority, locs in new.items():
        if authority not in old:
            yield CitationAdded(language, authority, tuple(locs))


def _within(authority: str, old: Mapping[str, int], new: Mapping[str, int], language: str) -> Iterator[Change]:
    """What changed in how a text cites one authority."""
    dropped, added = tuple(loc for loc in old if loc not in new), tuple(loc for loc in new if loc not in old)
    if dropped or added:
        yield PinpointsChanged(language, authority, dropped, added)
    for loc in old:
        if loc in new and old[loc] != new[loc]:
            yield CitedOtherwise(language, authority, loc, old[loc], new[loc])


def all_citations(clause: Clause) -> tuple[str, ...]:
    """What the texts of a clause cite in any language, as “@iccpr, art 22(1)”."""
    found: dict[str, dict[str, None]] = {}
    for language, text in clause.texts:
        for authority, locs in (read_citations(text, language) or {}).items():
            found.setdefault(authority, {}).update(dict.fromkeys(locs))
    return tuple(citation(authority, locs) for authority, locs in found.items())
