"""The changes between two editions of a library. Each is a value that says in a sentence what it is, and may have passages to show.

Programs know a change by its `name`; reviewers choose by its `weight`, and by its `language` and `tone` where it has one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from briefkit.diff.words import Passage, compare_words
from briefkit.messages import Message, enumerated, listed, say, verbatim

WEIGHTS = ("substance", "wording", "form")  # the heaviest first
LANGUAGE_NAMES = {"en": say("English"), "ru": say("Russian"), "kk": say("Kazakh")}
TONE_NAMES = {"cooperative": say("cooperative"), "neutral": say("neutral"), "adversarial": say("adversarial")}
LONG = 160  # characters of a quotation or a sentence that is told in another
SHORT = 60  # characters of a value that still reads well inside a sentence


def language_name(language: str) -> Message:
    return LANGUAGE_NAMES.get(language) or verbatim(language)


def tone_name(tone: str) -> Message:
    return TONE_NAMES[tone]


def shortened(text: str) -> str:
    """The beginning of a text, in one line."""
    words = " ".join(text.split())
    return words if len(words) <= LONG else words[:LONG].rpartition(" ")[0] + " …"


def in_words(old: str, new: str) -> tuple[Passage, ...]:
    """Two values word by word, where both are given and too long to be read beside each other in a sentence."""
    return (Passage(compare_words(old, new), 1),) if old and new and max(len(old), len(new)) > SHORT else ()


class Change(Protocol):
    """What every change offers.

    `name` is for programs and stays; `sentence` tells it whole, `passages` show it; `weight` is one of WEIGHTS. `language` and `tone`
    are empty where it concerns none, or more than one.
    """

    name: ClassVar[str]

    @property
    def sentence(self) -> Message: ...

    @property
    def passages(self) -> tuple[Passage, ...]: ...

    @property
    def language(self) -> str: ...

    @property
    def tone(self) -> str: ...

    @property
    def weight(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Weighty:
    """A change of substance, in no tone of its own; what weighs less says so."""

    @property
    def weight(self) -> str:
        return "substance"

    @property
    def tone(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Told(Weighty):
    """A change that its sentence tells whole."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Plain(Told):
    """A change that its sentence tells whole, and that concerns no language."""

    @property
    def language(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class InText(Weighty):
    """A change within a text, for some of the tones; none are named where it is for all of them."""

    language: str
    tones: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return ()

    @property
    def tone(self) -> str:
        return self.tones[0] if len(self.tones) == 1 else ""

    @property
    def whose(self) -> Message:
        """How its sentence begins: “English text (cooperative)”."""
        language = language_name(self.language)
        if not self.tones:
            return say("{language} text", language=language)
        return say("{language} text ({tones})", language=language, tones=enumerated([tone_name(tone) for tone in self.tones]))


# --- whole things ---------------------------------------------------------------------------------

_NEW = {
    "clause": say("This clause is new."),
    "authority": say("This authority is new."),
    "source": say("This source is new."),
    "fact": say("This fact is new."),
    "profile": say("This profile is new."),
    "standard text": say("This standard text is new."),
    "term": say("This term is new."),
    "rule": say("This rule is new."),
}
_GONE = {
    "clause": say("This clause is gone."),
    "authority": say("This authority is gone."),
    "source": say("This source is gone."),
    "fact": say("This fact is gone."),
    "profile": say("This profile is gone."),
    "standard text": say("This standard text is gone."),
    "term": say("This term is gone."),
    "rule": say("This rule is gone."),
}


@dataclass(frozen=True, slots=True)
class Added(Plain):
    """A clause, an authority, … that only the new edition has; `cites` are the citations that come with it."""

    name: ClassVar[str] = "added"
    what: str
    cites: tuple[str, ...] = ()

    @property
    def sentence(self) -> Message:
        if self.cites:
            return say("This clause is new. It cites {citations}.", citations=listed(self.cites, "; "))
        return _NEW[self.what]


@dataclass(frozen=True, slots=True)
class Removed(Plain):
    """A clause, an authority, … that only the old edition has; `cites` are the citations that go with it."""

    name: ClassVar[str] = "removed"
    what: str
    cites: tuple[str, ...] = ()

    @property
    def sentence(self) -> Message:
        if self.cites:
            return say("This clause is gone. It cited {citations}.", citations=listed(self.cites, "; "))
        return _GONE[self.what]


@dataclass(frozen=True, slots=True)
class Renamed(Plain):
    """A clause that has another name; what else changed in it stands beside."""

    name: ClassVar[str] = "renamed"
    old: str
    new: str

    @property
    def weight(self) -> str:
        return "form"

    @property
    def sentence(self) -> Message:
        return say("This clause was called “{old}” and is now called “{new}”.", old=self.old, new=self.new)


@dataclass(frozen=True, slots=True)
class NotCompared(Plain):
    """That something could not be compared, since an edition's file of it cannot be read; it says nothing of what changed.

    `of` is the kind of thing, or what of a clause it is: “text”, “citations”.
    """

    name: ClassVar[str] = "not-compared"
    of: str
    edition: str
    language: str = ""

    @property
    def sentence(self) -> Message:
        language, edition = language_name(self.language), self.edition
        if self.of == "text":
            return say("The {language} text could not be compared: it cannot be read in {edition}.", language=language, edition=edition)
        if self.of == "citations":
            return say(
                "What the {language} text cites could not be compared: it cannot be read in {edition}.",
                language=language,
                edition=edition,
            )
        return _NOT_COMPARED[self.of](edition)


_NOT_COMPARED: Mapping[str, Callable[[str], Message]] = {
    "clause": lambda edition: say("This clause could not be compared: it cannot be read in {edition}.", edition=edition),
    "authority": lambda edition: say("This authority could not be compared: it cannot be read in {edition}.", edition=edition),
    "source": lambda edition: say("This source could not be compared: it cannot be read in {edition}.", edition=edition),
    "fact": lambda edition: say("This fact could not be compared: it cannot be read in {edition}.", edition=edition),
    "profile": lambda edition: say("This profile could not be compared: it cannot be read in {edition}.", edition=edition),
    "standard text": lambda edition: say("This standard text could not be compared: it cannot be read in {edition}.", edition=edition),
    "term": lambda edition: say("This term could not be compared: it cannot be read in {edition}.", edition=edition),
    "rule": lambda edition: say("This rule could not be compared: it cannot be read in {edition}.", edition=edition),
    "words": lambda edition: say("The list of words could not be compared: it cannot be read in {edition}.", edition=edition),
}


def has_lines(change: Change) -> bool:
    """Whether the lines of a change's passages are those of a file: a stored source holds many texts, a title is none."""
    return isinstance(change, InText)
