"""What the program says to people: sentences that know their pattern and values, so that the edge can say them in another language.

A message reads as English wherever it goes. `spoken` says it from a gettext catalogue; only the edge knows which one, so the stages stay
pure and the same problem is the same value for every reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol


class Catalogue(Protocol):
    """What this needs of a catalogue; those of the standard library's gettext have it."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str: ...

    def info(self) -> Mapping[str, str]: ...


Tell = Callable[[str, str], str]  # how the edge says a message (the second) in a language (the first); other words stay as they are


class Message(str):
    """A sentence in English, with the pattern it was made from (and that of several things), its number, and its values.

    `texts` are words that a library gives per language itself; then they are what is said, and no catalogue is asked.
    """

    __slots__ = ("number", "pattern", "several", "texts", "values")

    pattern: str
    several: str
    number: int
    values: Mapping[str, object]
    texts: Mapping[str, str]

    def __new__(
        cls,
        pattern: str = "",
        values: Mapping[str, object] = MappingProxyType({}),
        several: str = "",
        number: int = 1,
        texts: Mapping[str, str] = MappingProxyType({}),
    ) -> Message:
        chosen = several if several and number != 1 else pattern
        made = super().__new__(cls, chosen.format_map(values) if values else chosen)
        made.pattern, made.several, made.number = pattern, several, number
        made.values, made.texts = MappingProxyType(dict(values)), MappingProxyType(dict(texts))
        return made

    def __reduce__(self) -> tuple[type[Message], tuple[object, ...]]:
        return Message, (self.pattern, dict(self.values), self.several, self.number, dict(self.texts))


NOTHING = Message()


def say(pattern: str, /, **values: object) -> Message:
    """A message. `pattern` is a literal, since the catalogues list it: say("There is no clause “{name}”.", name=slug)."""
    return Message(pattern, values)


def say_count(one: str, several: str, number: int, /, **values: object) -> Message:
    """A message about a number of things, which its patterns print as {number}; the languages have forms of their own for it."""
    return Message(one, {"number": number, **values}, several, number)


def verbatim(text: str) -> Message:
    """Words that are no message of the program, and the same in every language: a name, a user's own words."""
    return Message("{text}", {"text": text})


def in_every_language(texts: Iterable[tuple[str, str]]) -> Message:
    """Words that a library gives per language, such as what a profile says of its forum: told in the reader's, else in English."""
    by_language = dict(texts)
    english = by_language.get("en") or next(iter(by_language.values()), "")
    return Message("{text}", {"text": english}, texts=by_language) if english else NOTHING


def listed(items: Iterable[str], between: str = ", ") -> Message:
    """Messages, or words, one after another; each is said in the reader's language."""
    values = {f"item{number}": item for number, item in enumerate(items)}
    return Message(between.join(f"{{{name}}}" for name in values), values)


def enumerated(items: Sequence[str]) -> Message:
    """“a”, “a and b”, “a, b and c”."""
    if len(items) < 2:
        return listed(items)
    return say("{others} and {last}", others=listed(items[:-1]), last=items[-1])


def in_english(language: str, message: str) -> str:
    """How messages are told where there are no catalogues."""
    return message


def spoken(message: object, catalogue: Catalogue) -> str:
    """A message, and every message among its values, as a catalogue says it; anything else as it is."""
    if not isinstance(message, Message) or not message.pattern:
        return str(message)
    if message.texts:
        return message.texts.get(catalogue.info().get("language", "en"), str(message))
    if message.several:
        pattern = catalogue.ngettext(message.pattern, message.several, message.number)
    else:
        pattern = catalogue.gettext(message.pattern)
    if not message.values:
        return pattern
    # a value that is formatted (thousands, an ISO day) stays what it is; only messages are said anew
    values = {name: spoken(value, catalogue) if isinstance(value, Message) else value for name, value in message.values.items()}
    return pattern.format_map(values)
