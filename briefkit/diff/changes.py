"""The changes between two editions of a library. Each is a value that says in a sentence what it is, and may have passages to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from briefkit.diff.words import Passage, compare_texts, compare_words, counted

LANGUAGE_NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}
WHOLE = "text"  # what a clause says in a language
SHORT = 60  # characters of a value that still reads well inside a sentence


def language_name(language: str) -> str:
    return LANGUAGE_NAMES.get(language, language)


def several(number: int, noun: str) -> str:
    """“1 word”, “3 words”, “2 authorities”."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def in_words(old: str, new: str) -> tuple[Passage, ...]:
    """Two values word by word, where both are given and too long to be read beside each other in a sentence."""
    return (Passage(compare_words(old, new), 1),) if old and new and max(len(old), len(new)) > SHORT else ()


class Change(Protocol):
    """What every change offers: a stable `name` for programs, a `sentence`, and the `passages` that show it."""

    name: ClassVar[str]

    @property
    def sentence(self) -> str: ...

    @property
    def passages(self) -> tuple[Passage, ...]: ...

    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Told:
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


@dataclass(frozen=True, slots=True)
class Added(Plain):
    """A clause, an authority, … that only the new edition has; `cites` are the citations that come with it."""

    name: ClassVar[str] = "added"
    what: str
    cites: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        return f"This {self.what} is new." + (f" It cites {'; '.join(self.cites)}." if self.cites else "")


@dataclass(frozen=True, slots=True)
class Removed(Plain):
    """A clause, an authority, … that only the old edition has; `cites` are the citations that go with it."""

    name: ClassVar[str] = "removed"
    what: str
    cites: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        return f"This {self.what} is gone." + (f" It cited {'; '.join(self.cites)}." if self.cites else "")


@dataclass(frozen=True, slots=True)
class NotCompared(Plain):
    """That something could not be compared, since an edition's file of it cannot be read; it says nothing of what changed."""

    name: ClassVar[str] = "not-compared"
    what: str
    edition: str

    @property
    def sentence(self) -> str:
        return f"{self.what} could not be compared: it cannot be read in {self.edition}."


# --- texts ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TextChanged:
    """Words changed in a text of a clause or of a stored source (`of` tells which: “text”, “text of art 22(1)”)."""

    name: ClassVar[str] = "text-changed"
    language: str
    passages: tuple[Passage, ...]
    of: str = WHOLE

    @property
    def sentence(self) -> str:
        deleted, inserted = counted(self.passages)
        whose = f"{language_name(self.language)} {self.of}"
        if not deleted and not inserted:
            return f"In the {whose}, only spaces and line ends changed."
        places = several(sum(one.is_changed for one in self.passages), "paragraph")
        return f"{whose}: {several(deleted, 'word')} deleted, {inserted} inserted, in {places}."


@dataclass(frozen=True, slots=True)
class TextAdded:
    """A text in a language that only the new edition has."""

    name: ClassVar[str] = "text-added"
    language: str
    text: str
    of: str = WHOLE

    @property
    def sentence(self) -> str:
        return f"The {language_name(self.language)} {self.of} is new: {several(len(self.text.split()), 'word')}."

    @property
    def passages(self) -> tuple[Passage, ...]:
        return compare_texts("", self.text)


@dataclass(frozen=True, slots=True)
class TextRemoved:
    """A text in a language that only the old edition has."""

    name: ClassVar[str] = "text-removed"
    language: str
    text: str
    of: str = WHOLE

    @property
    def sentence(self) -> str:
        return f"The {language_name(self.language)} {self.of} is gone: {several(len(self.text.split()), 'word')}."

    @property
    def passages(self) -> tuple[Passage, ...]:
        return compare_texts(self.text, "")


def has_lines(change: Change) -> bool:
    """Whether the lines of a change's passages are those of a file: a stored source holds many texts, a title is none."""
    return isinstance(change, TextChanged | TextAdded | TextRemoved) and change.of == WHOLE


# --- clauses --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ConditionChanged:
    """The condition under which a clause stands; empty where it always stands."""

    name: ClassVar[str] = "condition-changed"
    old: str
    new: str

    @property
    def language(self) -> str:
        return ""

    @property
    def sentence(self) -> str:
        if not self.old:
            return f"It always stood, and now stands when “{self.new}”."
        return f"It stood when “{self.old}”, and now {f'when “{self.new}”' if self.new else 'always stands'}."

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
    def sentence(self) -> str:
        return f"Its status was “{self.old}” and is now “{self.new}”."


@dataclass(frozen=True, slots=True)
class VersionChanged(Plain):
    name: ClassVar[str] = "version-changed"
    old: int
    new: int

    @property
    def sentence(self) -> str:
        back = "" if self.new > self.old else ", which is lower"
        return f"Its version was {self.old} and is now {self.new}{back}."


@dataclass(frozen=True, slots=True)
class VersionKept(Plain):
    """That the text changed under translations while the version stayed, so that none of them is known to be stale."""

    name: ClassVar[str] = "version-kept"
    version: int

    @property
    def sentence(self) -> str:
        return f"Its text changed and its version is still {self.version}: its translations will not show as stale."


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
    def sentence(self) -> str:
        whose = f"The {language_name(self.language)} translation"
        if self.new is None:
            return f"{whose} is no longer recorded; it was of version {self.old}."
        stale = f"{whose} is of version {self.new}, and the clause is at {self.new_version}: it"
        if self.old is None:
            return f"{stale} is stale." if self.is_stale else f"{whose} is now recorded, of version {self.new}."
        was_stale = self.old < self.old_version
        if self.is_stale:
            return f"{stale} {'is still' if was_stale else 'became'} stale."
        caught_up = "caught up with" if was_stale else "is now of"
        return f"{whose} {caught_up} version {self.new}."
