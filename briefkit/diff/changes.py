"""The changes between two editions of a library. Each is a value that says in a sentence what it is, and may have passages to show.

Programs know a change by its `name`; reviewers choose by its `weight`, and by its `language` and `tone` where it has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from briefkit.diff.words import Passage, compare_texts, compare_words, counted
from briefkit.messages import Message, listed, say, say_count, verbatim

WEIGHTS = ("substance", "wording", "form")  # the heaviest first
LANGUAGE_NAMES = {"en": say("English"), "ru": say("Russian"), "kk": say("Kazakh")}
SHORT = 60  # characters of a value that still reads well inside a sentence


def language_name(language: str) -> Message:
    return LANGUAGE_NAMES.get(language) or verbatim(language)


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
        match self.of:
            case "text":
                return say("The {language} text could not be compared: it cannot be read in {edition}.", language=language, edition=edition)
            case "citations":
                return say(
                    "What the {language} text cites could not be compared: it cannot be read in {edition}.",
                    language=language,
                    edition=edition,
                )
            case "words":
                return say("The list of words could not be compared: it cannot be read in {edition}.", edition=edition)
            case _:
                return say("{thing} could not be compared: it cannot be read in {edition}.", thing=_THIS[self.of], edition=edition)


_THIS = {
    "clause": say("This clause"),
    "authority": say("This authority"),
    "source": say("This source"),
    "fact": say("This fact"),
    "profile": say("This profile"),
    "standard text": say("This standard text"),
    "term": say("This term"),
    "rule": say("This rule"),
}


# --- texts ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TextChanged(Weighty):
    """Words changed in a text of a clause, or of a stored source (`loc` is its place there)."""

    name: ClassVar[str] = "text-changed"
    language: str
    passages: tuple[Passage, ...]
    loc: str = ""

    @property
    def weight(self) -> str:
        return "wording" if any(counted(self.passages)) else "form"

    @property
    def sentence(self) -> Message:
        whose = _text_of(self.language, self.loc)
        deleted, inserted = counted(self.passages)
        if not deleted and not inserted:
            return say("{text}: only spaces and line ends changed.", text=whose)
        return say(
            "{text}: {deleted}, {inserted}, in {places}.",
            text=whose,
            deleted=say_count("{number} word deleted", "{number} words deleted", deleted),
            inserted=say_count("{number} inserted", "{number} inserted", inserted),
            places=say_count("{number} paragraph", "{number} paragraphs", sum(one.is_changed for one in self.passages)),
        )


def _text_of(language: str, loc: str) -> Message:
    if loc:
        return say("{language} text of {place}", language=language_name(language), place=loc)
    return say("{language} text", language=language_name(language))


@dataclass(frozen=True, slots=True)
class TextAdded(Weighty):
    """A text in a language that only the new edition has; `loc` is its place in a stored source."""

    name: ClassVar[str] = "text-added"
    language: str
    text: str
    loc: str = ""

    @property
    def sentence(self) -> Message:
        words, language = len(self.text.split()), language_name(self.language)
        if self.loc:
            return say_count(
                "The {language} text of {place} is new: {number} word.",
                "The {language} text of {place} is new: {number} words.",
                words,
                language=language,
                place=self.loc,
            )
        return say_count(
            "The {language} text is new: {number} word.", "The {language} text is new: {number} words.", words, language=language
        )

    @property
    def passages(self) -> tuple[Passage, ...]:
        return compare_texts("", self.text)


@dataclass(frozen=True, slots=True)
class TextRemoved(Weighty):
    """A text in a language that only the old edition has; `loc` is its place in a stored source."""

    name: ClassVar[str] = "text-removed"
    language: str
    text: str
    loc: str = ""

    @property
    def sentence(self) -> Message:
        words, language = len(self.text.split()), language_name(self.language)
        if self.loc:
            return say_count(
                "The {language} text of {place} is gone: {number} word.",
                "The {language} text of {place} is gone: {number} words.",
                words,
                language=language,
                place=self.loc,
            )
        return say_count(
            "The {language} text is gone: {number} word.", "The {language} text is gone: {number} words.", words, language=language
        )

    @property
    def passages(self) -> tuple[Passage, ...]:
        return compare_texts(self.text, "")


def has_lines(change: Change) -> bool:
    """Whether the lines of a change's passages are those of a file: a stored source holds many texts, a title is none."""
    return isinstance(change, TextChanged | TextAdded | TextRemoved) and not change.loc


# --- clauses --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ConditionChanged(Weighty):
    """The condition under which a clause stands; empty where it always stands."""

    name: ClassVar[str] = "condition-changed"
    old: str
    new: str

    @property
    def language(self) -> str:
        return ""

    @property
    def sentence(self) -> Message:
        if not self.old:
            return say("It always stood, and now stands when “{new}”.", new=self.new)
        if not self.new:
            return say("It stood when “{old}”, and now always stands.", old=self.old)
        return say("It stood when “{old}”, and now when “{new}”.", old=self.old, new=self.new)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return in_words(self.old, self.new)


@dataclass(frozen=True, slots=True)
class StatusChanged(Plain):
    """The status of a clause: draft, reviewed, retired."""

    name: ClassVar[str] = "status-changed"
    old: str
    new: str

    @property
    def sentence(self) -> Message:
        return say("Its status was “{old}” and is now “{new}”.", old=self.old, new=self.new)


@dataclass(frozen=True, slots=True)
class VersionChanged(Plain):
    name: ClassVar[str] = "version-changed"
    old: int
    new: int

    @property
    def weight(self) -> str:
        return "form"

    @property
    def sentence(self) -> Message:
        if self.new < self.old:
            return say("Its version was {old} and is now {new}, which is lower.", old=self.old, new=self.new)
        return say("Its version was {old} and is now {new}.", old=self.old, new=self.new)


@dataclass(frozen=True, slots=True)
class VersionKept(Plain):
    """That the text changed under translations while the version stayed, so that none of them is known to be stale."""

    name: ClassVar[str] = "version-kept"
    version: int

    @property
    def weight(self) -> str:
        return "wording"

    @property
    def sentence(self) -> Message:
        return say("Its text changed and its version is still {version}: its translations will not show as stale.", version=self.version)


@dataclass(frozen=True, slots=True)
class TranslationChanged(Told):
    """What version a translation is of (None: not recorded), beside the version that the clause has."""

    name: ClassVar[str] = "translation-changed"
    language: str
    old: int | None
    new: int | None
    old_version: int
    new_version: int

    @property
    def is_stale(self) -> bool:
        return self.new is not None and self.new < self.new_version

    @property
    def weight(self) -> str:
        return "substance" if self.is_stale else "form"

    @property
    def sentence(self) -> Message:
        language, new = language_name(self.language), self.new
        if new is None:
            return say("The {language} translation is no longer recorded; it was of version {old}.", language=language, old=self.old)
        was_stale = self.old is not None and self.old < self.old_version
        if self.is_stale:
            return _stale(language, new, self.new_version, self.old is None, was_stale)
        if self.old is None:
            return say("The {language} translation is now recorded, of version {new}.", language=language, new=new)
        if was_stale:
            return say("The {language} translation caught up with version {new}.", language=language, new=new)
        return say("The {language} translation is now of version {new}.", language=language, new=new)


def _stale(language: Message, new: int, version: int, is_new: bool, was_stale: bool) -> Message:
    if is_new:
        return say(
            "The {language} translation is of version {new}, and the clause is at {version}: it is stale.",
            language=language,
            new=new,
            version=version,
        )
    if was_stale:
        return say(
            "The {language} translation is of version {new}, and the clause is at {version}: it is still stale.",
            language=language,
            new=new,
            version=version,
        )
    return say(
        "The {language} translation is of version {new}, and the clause is at {version}: it became stale.",
        language=language,
        new=new,
        version=version,
    )
