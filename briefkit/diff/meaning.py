"""Changes of single words that may change what a text means in law, and of what it quotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from briefkit.diff.changes import InText, shortened
from briefkit.messages import Message, say, say_count


@dataclass(frozen=True, slots=True)
class WordChanged(InText):
    """A word in the place of another, or beside none; `places` tells how often."""

    old: str
    new: str
    places: int = field(default=1, kw_only=True)

    @property
    def became(self) -> Message:
        """That one took the place of the other, where nothing more can be said."""
        values = {"text": self.whose, "old": self.old, "new": self.new}
        return say_count("{text}: “{old}” became “{new}”.", "{text}: “{old}” became “{new}” in {number} places.", self.places, **values)


@dataclass(frozen=True, slots=True)
class ModalChanged(WordChanged):
    """A word of duty or permission."""

    name: ClassVar[str] = "modal-changed"
    effect: str  # “weaker”, “stronger”, “equal”; empty where the word is new or gone

    @property
    def weight(self) -> str:
        return "wording" if self.effect == "equal" else "substance"

    @property
    def sentence(self) -> Message:
        text, old, new, places = self.whose, self.old, self.new, self.places
        if not old:
            return say_count("{text}: “{new}” is new.", "{text}: “{new}” is new in {number} places.", places, text=text, new=new)
        if not new:
            return say_count("{text}: “{old}” is gone.", "{text}: “{old}” is gone in {number} places.", places, text=text, old=old)
        if self.effect == "weaker":
            return say_count(
                "{text}: “{old}” became “{new}”, which is weaker.",
                "{text}: “{old}” became “{new}” in {number} places, which is weaker.",
                places,
                text=text,
                old=old,
                new=new,
            )
        if self.effect == "stronger":
            return say_count(
                "{text}: “{old}” became “{new}”, which is stronger.",
                "{text}: “{old}” became “{new}” in {number} places, which is stronger.",
                places,
                text=text,
                old=old,
                new=new,
            )
        return self.became


@dataclass(frozen=True, slots=True)
class NegationChanged(WordChanged):
    """A word that denies or excepts."""

    name: ClassVar[str] = "negation-changed"

    @property
    def sentence(self) -> Message:
        text, old, new, places = self.whose, self.old, self.new, self.places
        if not old:
            return say_count(
                "{text}: “{new}” is new, which may turn the sense.",
                "{text}: “{new}” is new in {number} places, which may turn the sense.",
                places,
                text=text,
                new=new,
            )
        if not new:
            return say_count(
                "{text}: “{old}” is gone, which may turn the sense.",
                "{text}: “{old}” is gone in {number} places, which may turn the sense.",
                places,
                text=text,
                old=old,
            )
        return self.became


@dataclass(frozen=True, slots=True)
class FigureChanged(WordChanged):
    """A number or a date, in figures or in words."""

    name: ClassVar[str] = "figure-changed"

    @property
    def sentence(self) -> Message:
        text, old, new, places = self.whose, self.old, self.new, self.places
        if not old:
            return say_count(
                "{text}: the number or date “{new}” is new.",
                "{text}: the number or date “{new}” is new in {number} places.",
                places,
                text=text,
                new=new,
            )
        if not new:
            return say_count(
                "{text}: the number or date “{old}” is gone.",
                "{text}: the number or date “{old}” is gone in {number} places.",
                places,
                text=text,
                old=old,
            )
        return self.became


@dataclass(frozen=True, slots=True)
class QuotationChanged(InText):
    """The words of a quotation; empty where there was none, or is none."""

    name: ClassVar[str] = "quotation-changed"
    old: str
    new: str

    @property
    def sentence(self) -> Message:
        old, new = shortened(self.old), shortened(self.new)
        if not old:
            return say("{text}: a quotation is new: “{new}”", text=self.whose, new=new)
        if not new:
            return say("{text}: a quotation is gone: “{old}”", text=self.whose, old=old)
        return say("{text}: a quotation reads otherwise: “{old}” became “{new}”", text=self.whose, old=old, new=new)
