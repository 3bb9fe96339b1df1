"""Changes of what a text says: its words, its sentences, the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from briefkit.diff.aligned import compare_texts
from briefkit.diff.changes import InText, Weighty, language_name, shortened
from briefkit.diff.words import Passage, counted
from briefkit.messages import Message, say, say_count


@dataclass(frozen=True, slots=True)
class TextReworded(InText):
    """Paragraphs in which words changed; those that weigh more than others are told apart from them."""

    name: ClassVar[str] = "text-reworded"
    passages: tuple[Passage, ...]
    weight: str = "wording"

    @property
    def sentence(self) -> Message:
        return say("{text}: {words}.", text=self.whose, words=count_words(self.passages))


def count_words(passages: tuple[Passage, ...]) -> Message:
    """“1 word deleted, 2 inserted, in 1 paragraph”."""
    deleted, inserted = counted(passages)
    return say(
        "{deleted}, {inserted}, in {places}",
        deleted=say_count("{number} word deleted", "{number} words deleted", deleted),
        inserted=say_count("{number} inserted", "{number} inserted", inserted),
        places=say_count("{number} paragraph", "{number} paragraphs", sum(one.is_changed for one in passages)),
    )


@dataclass(frozen=True, slots=True)
class TextRespaced(InText):
    """A text in which nothing changed but spaces and line ends."""

    name: ClassVar[str] = "text-respaced"

    @property
    def weight(self) -> str:
        return "form"

    @property
    def sentence(self) -> Message:
        return say("{text}: only spaces and line ends changed.", text=self.whose)


@dataclass(frozen=True, slots=True)
class SentencesAdded(InText):
    """Whole sentences that are new; `passages` are the paragraphs in which nothing else changed."""

    name: ClassVar[str] = "sentences-added"
    number: int
    passages: tuple[Passage, ...] = ()

    @property
    def sentence(self) -> Message:
        return say_count("{text}: {number} sentence added.", "{text}: {number} sentences added.", self.number, text=self.whose)


@dataclass(frozen=True, slots=True)
class SentencesDeleted(InText):
    """Whole sentences that are gone; `passages` are the paragraphs in which nothing else changed."""

    name: ClassVar[str] = "sentences-deleted"
    number: int
    passages: tuple[Passage, ...] = ()

    @property
    def sentence(self) -> Message:
        return say_count("{text}: {number} sentence deleted.", "{text}: {number} sentences deleted.", self.number, text=self.whose)


@dataclass(frozen=True, slots=True)
class SentenceMoved(InText):
    """Sentences that stand one behind another, unchanged, in another place; `first` is the first of them."""

    name: ClassVar[str] = "sentence-moved"
    number: int
    first: str
    passages: tuple[Passage, ...] = ()

    @property
    def weight(self) -> str:
        return "wording"

    @property
    def sentence(self) -> Message:
        return say_count(
            "{text}: a sentence moved: “{first}”",
            "{text}: {number} sentences moved, the first of them: “{first}”",
            self.number,
            text=self.whose,
            first=shortened(self.first),
        )


# --- whole texts ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WholeText(InText):
    """A text in a language that only one edition has; what it cites is told unless the thing tells it that the text is of."""

    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextAdded(WholeText):
    """A text that only the new edition has."""

    name: ClassVar[str] = "text-added"

    @property
    def sentence(self) -> Message:
        counted = say_count(
            "The {language} text is new: {number} word.",
            "The {language} text is new: {number} words.",
            len(self.text.split()),
            language=language_name(self.language),
        )
        return say("{counted} It cites {citations}.", counted=counted, citations="; ".join(self.cites)) if self.cites else counted

    @property
    def passages(self) -> tuple[Passage, ...]:
        return compare_texts("", self.text)


@dataclass(frozen=True, slots=True)
class TextRemoved(WholeText):
    """A text that only the old edition has."""

    name: ClassVar[str] = "text-removed"

    @property
    def sentence(self) -> Message:
        counted = say_count(
            "The {language} text is gone: {number} word.",
            "The {language} text is gone: {number} words.",
            len(self.text.split()),
            language=language_name(self.language),
        )
        return say("{counted} It cited {citations}.", counted=counted, citations="; ".join(self.cites)) if self.cites else counted

    @property
    def passages(self) -> tuple[Passage, ...]:
        return compare_texts(self.text, "")


# --- stored texts of sources ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OfStoredText(Weighty):
    """A change of the verbatim text that is kept of a source, at one of its places."""

    language: str
    loc: str


@dataclass(frozen=True, slots=True)
class StoredTextChanged(OfStoredText):
    """A text that reads otherwise."""

    name: ClassVar[str] = "source-text-changed"
    passages: tuple[Passage, ...]

    @property
    def weight(self) -> str:
        return "substance" if any(counted(self.passages)) else "form"

    @property
    def sentence(self) -> Message:
        language = language_name(self.language)
        if not any(counted(self.passages)):
            return say("{language} text of {place}: only spaces and line ends changed.", language=language, place=self.loc)
        return say("{language} text of {place}: {words}.", language=language, place=self.loc, words=count_words(self.passages))


@dataclass(frozen=True, slots=True)
class StoredTextAdded(OfStoredText):
    """A place of which the text is kept now."""

    name: ClassVar[str] = "source-text-added"
    text: str

    @property
    def sentence(self) -> Message:
        return say_count(
            "The {language} text of {place} is new: {number} word.",
            "The {language} text of {place} is new: {number} words.",
            len(self.text.split()),
            language=language_name(self.language),
            place=self.loc,
        )

    @property
    def passages(self) -> tuple[Passage, ...]:
        return compare_texts("", self.text)


@dataclass(frozen=True, slots=True)
class StoredTextRemoved(OfStoredText):
    """A place of which the text is kept no longer."""

    name: ClassVar[str] = "source-text-removed"
    text: str

    @property
    def sentence(self) -> Message:
        return say_count(
            "The {language} text of {place} is gone: {number} word.",
            "The {language} text of {place} is gone: {number} words.",
            len(self.text.split()),
            language=language_name(self.language),
            place=self.loc,
        )

    @property
    def passages(self) -> tuple[Passage, ...]:
        return compare_texts(self.text, "")
