"""Which values of a case are confidential, and which would tell who it is about: as its library declares its facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefkit.model.facts import FactDeclaration, Given, Record, Vocabulary, each_once, given_facts
from briefkit.source import Span

Kind = Literal["person", "name", "address", "number", "phone", "email", "web", "date", "sum", "words"]

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEB = re.compile(
    r"(?<![\w@./-])(?:https?://)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,6}(?:/[\w./?=&%+-]*)?(?!\w)|(?<!\w)@[A-Za-z][\w.]{3,}"
)
_GAP = r"[ \u00a0().,\u2011–-]{0,3}"
# A telephone begins with +, or is of ten or eleven figures that begin with 7 or 8, as in Kazakhstan.
PHONE = re.compile(rf"(?<![\w+])(?:\+\d(?:{_GAP}\d){{7,14}}|[78]{_GAP}7(?:{_GAP}\d){{9}}|7(?:{_GAP}\d){{9}})(?![\w/-])")
# A number of a case, a register, an account: groups that hold figures, and letters among them.
_GROUP = r"[^\W\d_]{0,3}\d[^\W_]*"
NUMBER = re.compile(rf"(?<!\w){_GROUP}(?:(?:[ \u00a0]|[-/.\u2011–]){_GROUP})*(?!\w)")
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}")
_FIGURES = 5  # so many figures make a number, and not that of a house or a day
_NAMES = ("name", "engaged_by")  # of organisations, where they are not declared to be persons
_NEVER = ("yes-no", "choice", "act", "records")  # their values are words of the library, and no text of the user's
_PARTS: tuple[tuple[Kind, re.Pattern[str]], ...] = (("email", EMAIL), ("web", WEB), ("phone", PHONE), ("number", NUMBER))


@dataclass(frozen=True, slots=True)
class ConfidentialValue:
    """A text that a public document may not hold: the value of a fact, an item of a list, or what stands within one.

    `path` is the declared one (`measure.case_number`), `span` where the fact is given. `within` is the whole value, where this is
    a part of it: the telephone of “+7 700 000 00 00, a@b.kz”.
    """

    path: str
    text: str
    kind: Kind
    span: Span
    within: str = ""


def confidential_values(facts: Record, vocabulary: Vocabulary) -> tuple[ConfidentialValue, ...]:
    """Every confidential value, in the order of the case, each fact followed by what stands within it."""
    pairs = _declared(facts, vocabulary)
    return tuple(value for given, declaration in pairs if declaration.confidential for value in _values(given, declaration))


def identifying_facts(facts: Record, vocabulary: Vocabulary) -> tuple[Given, ...]:
    """The facts that are not confidential themselves, and would still tell who the document is about."""
    return tuple(given for given, declared in _declared(facts, vocabulary) if declared.identifying and not declared.confidential)


def each_value_once(values: Iterable[ConfidentialValue]) -> tuple[ConfidentialValue, ...]:
    """The values without those that a fact repeats: the same case read in several languages gives most of them again."""
    return tuple({(one.path, one.text, one.kind): one for one in reversed(tuple(values))}.values())[::-1]


def _declared(facts: Record, vocabulary: Vocabulary) -> Iterator[tuple[Given, FactDeclaration]]:
    for given in given_facts(each_once(facts)):
        declaration = vocabulary.find(tuple(given.path.split(".")))
        if declaration is not None:
            yield given, declaration


def _values(given: Given, declaration: FactDeclaration) -> Iterator[ConfidentialValue]:
    if declaration.type in _NEVER:
        return
    for one in given.each:
        text = one.value.isoformat() if isinstance(one.value, date) else str(one.value).strip()
        if text:
            whole = ConfidentialValue(given.path, text, _kind(text, declaration), given.span)
            yield whole
            yield from _within(whole)


def _kind(text: str, declaration: FactDeclaration) -> Kind:
    field = declaration.path.rpartition(".")[2]
    if declaration.type in ("date", "money", "count"):
        return "date" if declaration.type == "date" else "sum"
    if declaration.type == "person":
        return "person"
    if EMAIL.fullmatch(text):
        return "email"
    if PHONE.fullmatch(text):
        return "phone"
    if is_number(text):
        return "number"
    if field in _NAMES:
        return "name"
    return "address" if field == "address" else "words"


def is_number(text: str) -> bool:
    """Whether a text is one number: of a person, a case, a register, an account."""
    return bool(NUMBER.fullmatch(text)) and _is_long(text)


def _within(whole: ConfidentialValue) -> Iterator[ConfidentialValue]:
    """The addresses of e-mail and on the web, telephones and numbers within a longer text; an address's own numbers say nothing alone."""
    if whole.kind not in ("person", "name", "words"):
        return
    rest = whole.text
    for kind, pattern in _PARTS:
        for found in pattern.finditer(rest):
            if kind in ("email", "web") or _is_long(found[0]):
                yield ConfidentialValue(whole.path, found[0].rstrip("./"), kind, whole.span, whole.text)
        rest = pattern.sub(lambda found: " | " if _is_long(found[0]) or not found[0][-1].isdigit() else found[0], rest)


def _is_long(number: str) -> bool:
    return _figures(number) >= _FIGURES and not _DAY.fullmatch(number)


def _figures(text: str) -> int:
    return sum(char.isdigit() for char in text)
