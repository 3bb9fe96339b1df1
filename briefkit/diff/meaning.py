"""Changes of single words that may change what a text means in law, and of what it quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from briefkit.diff.changes import InText, shortened
from briefkit.messages import Message, say, say_count


@dataclass(frozen=True, slots=True)
class ModalChanged(InText):
    """A word of duty or permission in the place of another, or beside none; `places` tells how often."""

    name: ClassVar[str] = "modal-changed"
    old: str
    new: str
    effect: str  # “weaker”, “stronger”, “equal”; empty where the word is new or gone
    places: int = 1

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
        return _became(text, old, new, places)


@dataclass(frozen=True, slots=True)
class NegationChanged(InText):
    """A word that denies or excepts, which came, went, or took the place of another."""

    name: ClassVar[str] = "negation-changed"
    old: str
    new: str
    places: int = 1

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
        return _became(text, old, new, places)


@dataclass(frozen=True, slots=True)
class FigureChanged(InText):
    """A number or a date, in figures or in words."""

    name: ClassVar[str] = "figure-changed"
    old: str
    new: str
    places: int = 1

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
        return _became(text, old, new, places)


def _became(text: Message, old: str, new: str, places: int) -> Message:
    return say_count(
        "{text}: “{old}” became “{new}”.", "{text}: “{old}” became “{new}” in {number} places.", places, text=text, old=old, new=new
    )


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
