"""Changes of what a text cites: which authorities, at which places, introduced by which signal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from briefkit.diff.changes import InText, language_name
from briefkit.messages import Message, listed, say, say_count


def citation(authority: str, locs: Iterable[str]) -> str:
    """“@iccpr, art 22(1), art 22(2)”."""
    return ", ".join((f"@{authority}", *(loc for loc in locs if loc)))


@dataclass(frozen=True, slots=True)
class CitationAdded(InText):
    """A text cites an authority that it did not cite before, at these pinpoints (“” for none)."""

    name: ClassVar[str] = "citation-added"
    authority: str
    locs: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        cited = citation(self.authority, self.locs)
        return say("The {language} text now cites {citation}.", language=language_name(self.language), citation=cited)


@dataclass(frozen=True, slots=True)
class CitationDropped(InText):
    """A text no longer cites an authority at all."""

    name: ClassVar[str] = "citation-dropped"
    authority: str
    locs: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        cited = citation(self.authority, self.locs)
        return say("The {language} text no longer cites {citation}.", language=language_name(self.language), citation=cited)


@dataclass(frozen=True, slots=True)
class CitationReplaced(InText):
    """A citation stands where another authority was cited."""

    name: ClassVar[str] = "citation-replaced"
    old: str  # the authority, and its pinpoints
    old_locs: tuple[str, ...]
    new: str
    new_locs: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        return say(
            "The {language} text cites {citation} where it cited {other}.",
            language=language_name(self.language),
            citation=citation(self.new, self.new_locs),
            other=citation(self.old, self.old_locs),
        )


@dataclass(frozen=True, slots=True)
class PinpointsChanged(InText):
    """A text cites the same authority at other places than before (“” for a citation without a pinpoint)."""

    name: ClassVar[str] = "pinpoints-changed"
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
class SignalChanged(InText):
    """The words that tell what a citation is to the sentence: “see”, “but see”; empty for none."""

    name: ClassVar[str] = "signal-changed"
    authority: str
    locs: tuple[str, ...]
    old: str
    new: str

    @property
    def sentence(self) -> Message:
        language, cited = language_name(self.language), citation(self.authority, self.locs)
        if not self.old:
            return say("The {language} text now introduces {citation} by “{new}”.", language=language, citation=cited, new=self.new)
        if not self.new:
            return say("The {language} text no longer introduces {citation} by “{old}”.", language=language, citation=cited, old=self.old)
        return say(
            "The {language} text introduces {citation} by “{new}” instead of “{old}”.",
            language=language,
            citation=cited,
            new=self.new,
            old=self.old,
        )


@dataclass(frozen=True, slots=True)
class CitedOtherwise(InText):
    """A text cites a place in more passages than before, or in fewer; `loc` is empty for the authority as a whole."""

    name: ClassVar[str] = "cited-otherwise"
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
