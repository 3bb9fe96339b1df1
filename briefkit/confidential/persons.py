"""How a person's name is written: surname alone, with initials, in either order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.confidential.folding import fold
from briefkit.confidential.letters import cyrillic_as_cyrillic, cyrillic_as_latin, is_cyrillic, latin_as_cyrillic
from briefkit.confidential.phrases import BETWEEN, LEAST, WAYS, Form, in_a_row, letters_in, phrase, words_of

_REMARK = re.compile(r"\([^)]*\)|[,;].*| [–—-] .*", re.DOTALL)  # “B. Example, advocate (fictional)”
_TOKEN = re.compile(r"(?P<initial>[^\W\d_]{1,2})\.|(?P<name>[^\W\d_]+(?:[-'’‑][^\W\d_]+)*)")
_TITLES = {"mr", "mrs", "ms", "dr", "prof", "г", "гр", "г-н", "г-жа", "the"}
_PATRONYMIC = re.compile(r"(?:вич|вна|чна|[ұу]лы|[қк]ызы|vich|vna|uly|[kq]yzy|[kq]izi)$")
# Endings that only surnames have, then those that given names have as well (Марина, Мартин).
_SURNAMES = tuple(
    map(re.compile, (r"(?:[ое]ва?|[сц]кий|[сц]кая|ых|[oe]va?|sk(?:y|iy|aya|aia))$", r"(?:[иы]на?|ко|[ую]к|[iy]na?|ko|[yu]uk)$")),
)
# A letter that ends a sentence after a pseudonym is no initial: “of Person B. Akhmetov said”.
_INITIALS_BEFORE = re.compile(r"(?:(?<![^\W\d_])(?<!\w\w\w\u00a0)[A-ZА-ЯӘІҢҒҮҰҚӨҺ][a-zа-я]?\.\s?)+$")
_INITIALS_AFTER = re.compile(r"(?:,?\s?[A-ZА-ЯӘІҢҒҮҰҚӨҺ][a-zа-я]?\.)+")
_DOT = r"\.[\W_]{0,2}"


@dataclass(frozen=True, slots=True)
class Person:
    """A name taken apart, folded. `unsure` tells that the given name may be the surname: nothing in the two says."""

    surname: str = ""
    given: tuple[str, ...] = ()  # given name, patronymic
    initials: tuple[str, ...] = ()  # those of the given names, or those that are given instead of them
    unsure: bool = False


def read_person(text: str) -> Person | None:
    """The person that a text names; None where it is no name, but a role such as “the director”."""
    tokens = [one for one in _TOKEN.finditer(_REMARK.sub("", text)) if one[0][0].isupper()]
    initials = tuple(fold(one["initial"]).text for one in tokens if one["initial"])
    names = [name for one in tokens if one["name"] and (name := fold(one["name"]).text) not in _TITLES]
    if not names:
        return None
    at, unsure = _surname_at(names)
    given = tuple(name for place, name in enumerate(names) if place != at)
    surname = names[at] if at is not None else ""
    return Person(surname, given, initials or tuple(name[0] for name in given), unsure and not initials)


def _surname_at(names: list[str]) -> tuple[int | None, bool]:
    """Which of the names is the surname, and whether that is unsure: names are written in either order."""
    fathers = [place for place, name in enumerate(names) if place and _PATRONYMIC.search(name)]
    if fathers and len(names) == 2:
        return None, False
    if fathers:
        return (0 if fathers[-1] == len(names) - 1 else len(names) - 1), False
    for endings in _SURNAMES:
        surnames = [place for place, name in enumerate(names) if endings.search(name)]
        if len(surnames) == 1:
            return surnames[0], False
    return len(names) - 1, len(names) > 1


def person_forms(text: str) -> Iterator[Form]:
    """Every way of writing a person's name."""
    person = read_person(text)
    if person is None:
        yield from phrase(words_of(text))
        return
    surname, given = words_of(person.surname), [word for name in person.given for word in words_of(name)]
    first = words_of(person.given[0]) if person.given else []
    for order in ([*given, *surname], [*surname, *given], [*first, *surname], [*surname, *first]):
        if order != surname:
            yield from phrase(order)
    if len(person.given) > 1:
        yield from phrase(given)
    yield from phrase(surname, "surname")
    if surname:
        yield from _with_initials(surname, person.initials)
    if person.unsure:
        yield from phrase(first, "given name", sure=False)
    yield from _initials_alone(person)


def is_of_another(text: str, before: str, after: str) -> bool:
    """Whether initials around a surname are those of somebody else: a brother, a namesake."""
    found = _INITIALS_BEFORE.search(before) or _INITIALS_AFTER.match(after)
    person = read_person(text) if found else None
    if found is None or person is None or not person.initials:
        return False
    own = f"(?:{_initial(person.initials[0], False)}|{_initial(person.initials[0], True)})"
    return re.match(own, fold(found[0]).text.lstrip(" ,")) is None


def _with_initials(surname: list[str], initials: tuple[str, ...]) -> Iterator[Form]:
    """“N. S. Akhmetov”, “Akhmetov N.S.”, with the first initial or with all."""
    if not initials or letters_in(surname) < LEAST:
        return
    for kind, spell in WAYS:
        name = in_a_row(surname, spell)
        first, *more = (_initial(one, kind == "letters") for one in initials)
        dotted = first + _DOT + "".join(f"(?:{one}{_DOT})?" for one in more)
        yield Form("with initials", dotted + name)
        yield Form("with initials", name + BETWEEN.replace("{0,", "{1,") + f"{first}\\.")


def _initials_alone(person: Person) -> Iterator[Form]:
    """“N.A.”, in either order: others have the same, so somebody has to look."""
    given, surname = list(person.initials[:2]), list(person.surname[:1])
    orders = ([*given, *surname], [*surname, *given], [*given[:1], *surname], [*surname, *given[:1]], given)
    for order in dict.fromkeys(tuple(order) for order in orders if len(order) > 1):
        for other in (False, True):
            dotted = r"\.[\W_]?".join(_initial(one, other) for one in order) + r"\."
            yield Form("initials", dotted, sure=False, capital=True)


def _initial(letter: str, other: bool) -> str:
    """A pattern for an initial, in the same alphabet or in the other."""
    if not is_cyrillic(letter):
        return latin_as_cyrillic(letter) if other else re.escape(letter)
    return f"(?:{cyrillic_as_latin(letter)}|{_first_of(letter)})" if other else cyrillic_as_cyrillic(letter)


def _first_of(letter: str) -> str:
    """What an initial of two letters is cut to: Y. for Юлия, Zh. as Z."""
    return {"ю": "y", "я": "y", "ж": "z", "ч": "c", "ш": "s", "щ": "s", "х": "k", "ц": "t"}.get(letter, cyrillic_as_latin(letter[:1]))
