"""Which words a public version prints instead of each fact: the same for the same value, and never the same for two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from briefkit.model.facts import FactDeclaration, FactNode, Given, Record, Records, Scalar, Vocabulary
from briefkit.model.naming import Texts
from briefkit.publication.days import without_days
from briefkit.source import Span
from briefkit.wording import NBSP, letter, said, write_fact, write_month, write_rounded

LETTER, ROLE = "{letter}", "{role}"
_UNDECLARED = {  # for confidential facts whose declaration says nothing: in English, Russian, Kazakh
    "person": ("Person {letter}", "Лицо {letter}", "{letter} тұлғасы"),
    "date": ("[a date {letter}]", "[дата {letter}]", "[{letter} күні]"),
    "money": ("[a sum {letter}]", "[сумма {letter}]", "[{letter} сомасы]"),
    "count": ("[a number {letter}]", "[число {letter}]", "[{letter} саны]"),
    "": ("[not made public {letter}]", "[не раскрывается {letter}]", "[жарияланбайды {letter}]"),
}
_OF_THE_LIBRARY = ("yes-no", "choice", "act")  # their values are words of the library, which identify nobody
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Renamed:
    """A value of the case and the words that stand for it. `how` is “pseudonym”, “general” or “kept”: its own words, less days and sums."""

    path: str
    value: str
    words: str
    how: str
    span: Span


class Renaming:
    """Gives the facts of a case their public words, in the order of the case; `renamed` gathers what stands for what."""

    def __init__(self, vocabulary: Vocabulary, language: str, taken: Iterable[str]) -> None:
        self.vocabulary, self.language = vocabulary, language
        self.taken = {same(text) for text in taken}  # what is somebody's real name is nobody's pseudonym
        self.renamed: list[Renamed] = []
        self._given: dict[str, str] = {}  # the words of each value
        self._done: dict[int, FactNode] = {}  # a record under two names stays one

    def node(self, node: FactNode, around: Record | None = None) -> FactNode:
        """A fact, a record or records with their public words."""
        if id(node) not in self._done:
            self._done[id(node)] = self._node(node, around)
        return self._done[id(node)]

    def _node(self, node: FactNode, around: Record | None) -> FactNode:
        match node:
            case Given():
                return self._fact(node, around)
            case Records():
                return replace(node, items=tuple(item for one in node.items if isinstance(item := self.node(one), Record)))
            case Record():
                return replace(node, entries=tuple((name, self.node(one, node)) for name, one in node.entries))

    def _fact(self, given: Given, around: Record | None) -> Given:
        declared = self.vocabulary.find(tuple(given.path.split(".")))
        if declared is None or not (declared.confidential or (declared.identifying and declared.type not in _OF_THE_LIBRARY)):
            return given
        return replace(given, public=tuple(self._words(one, declared, around) for one in given.each))

    def _words(self, given: Given, declared: FactDeclaration, around: Record | None) -> str:
        value = write_fact(given, declared, self.language)
        if declared.confidential:
            how, words = "pseudonym", self._pseudonym(value, given, declared, around)
        elif public := _in(declared.public, self.language):
            how, words = "general", self._lettered(value, public) if LETTER in public else public
        else:
            how, words = self._general(given.value, value, declared)
        self.renamed.append(Renamed(given.path, value, words, how, given.span))
        return words

    def _pseudonym(self, value: str, given: Given, declared: FactDeclaration, around: Record | None) -> str:
        role = around.get("role") if around else None
        pattern = _in(declared.by_role, self.language)
        if pattern and isinstance(role, Given):
            called = write_fact(role, None, self.language)
            return self._lettered(value, pattern.replace(ROLE, _ARTICLE.sub("", called) if "the " in pattern else called))
        usual = said(_UNDECLARED, declared.type if declared.type in _UNDECLARED else "", self.language)
        return self._lettered(value, _in(declared.public, self.language) or usual)

    def _lettered(self, value: str, pattern: str) -> str:
        """The words of a value, with the first letter that no other value has; words without a letter get one from the second value on."""
        key = f"{pattern} {same(value)}" if pattern.startswith("[") else same(value)
        if key not in self._given:
            number = 1
            while same(words := self._numbered(pattern, number)) in self.taken:
                number += 1
            self.taken.add(same(words))
            self._given[key] = words
        return self._given[key]

    def _numbered(self, pattern: str, number: int) -> str:
        sign = letter(number, self.language)
        if LETTER in pattern:
            return pattern.replace(f" {LETTER}", f"{NBSP}{sign}").replace(f"{LETTER} ", f"{sign}{NBSP}").replace(LETTER, sign)
        return pattern if number == 1 else f"{pattern}{NBSP}{sign}"

    def _general(self, value: Scalar | tuple[Scalar, ...], written: str, declared: FactDeclaration) -> tuple[str, str]:
        if isinstance(value, date):
            return "general", write_month(value, self.language)
        if isinstance(value, int | float):
            return "general", write_rounded(value, declared.type, self.language)
        return "kept", without_days(written, self.language)


def same(text: str) -> str:
    """A text by which two spellings of one value are told to be one."""
    return " ".join(text.casefold().split())


def _in(texts: Texts, language: str) -> str:
    """The words of a declaration in a language, else in English."""
    found = dict(texts)
    return found.get(language) or found.get("en", "")
