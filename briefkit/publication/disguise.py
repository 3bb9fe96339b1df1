"""What is replaced in the texts that somebody wrote: names by their pseudonyms, and the case's days and sums by rounder ones.

A name in another case, or in other letters, is not found here; the search of the finished file finds it, and somebody has to decide.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from briefkit.confidential.values import WEB
from briefkit.publication.days import BEGINS, capital_after, month_after, once, without_days
from briefkit.tree import Fact, Origin
from briefkit.wording import NBSP, write_month

SHORTEST = 3  # letters and figures: less than that stands in words that mean something else
_QUOTES = "\"'«»“”„‘’"
_ALIKE = {
    **dict.fromkeys("'’", "['’]"),
    **dict.fromkeys("-\u2010\u2011", "[-\u2010\u2011]"),
    **dict.fromkeys('«“„"', '[«“„"]'),
    **dict.fromkeys("»”", '[»”“"]'),
}
_KIND = re.compile(rf"\b\w{NBSP}(\w{{3,}})$")
_SCHEME = r"(?:https?://)?(?:www\.)?"


@dataclass(frozen=True)
class Disguise:
    """The `names` of a case by value, each with its pseudonym, and of what identifies the `general` words, the `days` and the `sums`.

    `paths` are the facts that are printed by public words, `own` the names of the case's files: names go from every text, the rest from
    these alone. `marked` are names that are replaced only in quotation marks, since without them they may be ordinary words.
    """

    language: str
    names: Mapping[str, str]
    general: Mapping[str, str]
    days: Collection[date]
    sums: Collection[int | float]
    paths: frozenset[str]
    own: Collection[str]
    marked: Mapping[str, str] = field(default_factory=dict)

    def holds_name(self, text: str) -> bool:
        """Whether a confidential value stands in a text as it is given."""
        return bool(self._named and self._named.pattern.search(text))

    def in_text(self, text: str, before: str = "", own: bool = True) -> str:
        """A text without the names; if it is the case's `own`, also in general words, without its facts' days and sums."""
        text = self._named.replaced(text, before) if self._named else text
        if not own:
            return text
        text = self._generalised.replaced(text, before) if self._generalised else text
        return without_days(text, self.language, self.days, self.sums, before)

    def in_title(self, title: str) -> str:
        """The title of a document of the case, of which every day is one of the case."""
        named = self.in_text(title, own=False)
        return without_days(self._generalised.replaced(named, "") if self._generalised else named, self.language)

    def in_fact(self, fact: Fact, before: str, after: str = "") -> Fact:
        """A printed fact as it reads between what stands before it and after it."""
        if self.paths.isdisjoint(fact.paths):
            return replace(fact, text=self.in_text(fact.text, before))
        day = self._months.get(fact.text.casefold())
        words = month_after(before, day, self.language, after) if day else self.in_text(fact.text, before, own=False)
        return replace(fact, text=_after(before, words))

    def is_own(self, origin: Origin) -> bool:
        """Whether a text stands in a file of the case."""
        return origin.span is not None and origin.span.source.name in self.own

    @cached_property
    def _named(self) -> _Values | None:
        return _Values.of(self.names, self.language, self.marked)

    @cached_property
    def _generalised(self) -> _Values | None:
        return _Values.of(self.general, self.language)

    @cached_property
    def _months(self) -> Mapping[str, date]:
        return {write_month(day, self.language).casefold(): day for day in self.days}


@dataclass(frozen=True, slots=True)
class _Values:
    """What finds any of some values, each as a group of its own, and their words in the same order."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]

    @classmethod
    def of(cls, words: Mapping[str, str], language: str, marked: Mapping[str, str] = MappingProxyType({})) -> _Values | None:
        """The values with and without the quotation marks around them, the longest first; in English with their article, which goes too."""
        every = {**marked, **{value.strip(_QUOTES): one for value, one in words.items()}, **words}
        long = sorted((value for value in every if sum(char.isalnum() for char in value) >= SHORTEST), key=len, reverse=True)
        if not long:
            return None
        article = r"(?:\bthe\s+)?" if language == "en" else ""
        found = "|".join(f"({_finds(value)})" for value in long)
        return cls(re.compile(rf"{article}(?<!\w)(?:{found})(?!\w)", re.IGNORECASE), tuple(every[value] for value in long))

    def replaced(self, text: str, before: str) -> str:
        made, at = "", 0
        for found in self.pattern.finditer(text):
            made += _kind_once(before + made, text[at : found.start()])
            words = _after(before + made, self.words[(found.lastindex or 1) - 1])
            made, at = (made if words else made.rstrip()) + words, found.end()
        return made + _kind_once(before + made, text[at:])


def _finds(value: str) -> str:
    """What finds a value with any space, quotation mark, apostrophe and hyphen in it; of a page on the web, with its whole address."""
    bare = re.sub(rf"^{_SCHEME}", "", value) if _is_page(value) else value
    parts = ("".join(_ALIKE.get(char) or re.escape(char) for char in part) for part in bare.split())
    found = r"\s+".join(parts)
    return rf"{_SCHEME}{found}(?:/[\w./?=&%+-]*\w/?)?" if _is_page(value) else found


def _is_page(value: str) -> bool:
    return bool(WEB.fullmatch(value)) and not value.startswith("@")


def _after(before: str, words: str) -> str:
    """Words after what stands before them: with a capital where they begin a sentence, and once where they would stand twice.

    «организации Организация А» is «организации А», and nothing is left of «бухгалтер» after «бухгалтер».
    """
    if BEGINS.search(before):
        return capital_after(before, words)
    if re.search(rf"(?<!\w){re.escape(words.removeprefix('the '))}\s+$", before, re.IGNORECASE):
        return ""
    kind, _, rest = words.partition(NBSP)
    last = re.search(r"(\w+)\s+$", before)
    twice = last and len(rest) == 1 and len(kind) > 3 and last[1].casefold().startswith(kind[:-2].casefold())
    return rest if twice else once(before, words)


def _kind_once(before: str, text: str) -> str:
    """A text without the kind of body that a Kazakh pseudonym before it ends with: «А ұйымы» and «ұйымының» are «А ұйымының»."""
    kind = _KIND.search(before)
    return re.sub(rf"^\s+{kind[1]}", "", text) if kind else text
