"""Words that briefkit itself prints, and facts written out, in the document's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from briefkit.model.facts import FactDeclaration, Given, Scalar
from briefkit.model.naming import LANGUAGES, in_language

NBSP = "\u00a0"

_WORDS = {  # name: in English, Russian, Kazakh
    "para": ("para {n}", "п. {n}", "{n}-тармақ"),
    "note": ("n {n}", "сн. {n}", "{n}-сілтеме"),
    "paras": ("paras {n}", "пп. {n}", "{n}-тармақтар"),
    "notes": ("nn {n}", "сн. {n}", "{n}-сілтемелер"),
    "and": ("and", "и", "және"),
    "yes": ("yes", "да", "иә"),
    "no": ("no", "нет", "жоқ"),
    "money": ("KZT {sum}", "{sum} тенге", "{sum} теңге"),
    "about": ("about {sum}", "около {sum}", "шамамен {sum}"),
    "below": ("less than {sum}", "менее {sum}", "{sum} шамасынан аз"),
    "few": ("fewer than 10", "менее 10", "10-нан аз"),
    "index": (
        "Annex: index of facts and exhibits",
        "Приложение: указатель сведений и документов",
        "Қосымша: мәліметтер мен құжаттар көрсеткіші",
    ),
    "verify": ("verify", "проверить", "тексеру"),
    "table": ("Table {n}", "Таблица {n}", "{n}-кесте"),
    "figure": ("Figure {n}", "Рисунок {n}", "{n}-сурет"),
    "exhibit": ("Exhibit {n}", "Приложение {n}", "{n}-қосымша"),
    "unverified": (
        "Nobody has recorded that they saw {place}.",
        "Не отмечено, что кто-либо видел в источнике: {place}.",
        "Дереккөзден ешкім көрген деп белгіленбеген: {place}.",
    ),
    "stale": (
        "This translation renders version {old}; the text is now at version {new}.",
        "Перевод передаёт версию {old}; сейчас действует версия {new}.",
        "Аударма {old}-нұсқаға сай; қазіргі нұсқа – {new}.",
    ),
}


def said(table: Mapping[str, tuple[str, str, str]], name: str, language: str) -> str:
    """What a table of words says in a language (in English, Russian, Kazakh, as LANGUAGES has them); English where it has no other."""
    return table[name][LANGUAGES.index(language) if language in LANGUAGES else 0]


def word(name: str, language: str) -> str:
    """A word of the program in a language; English where there is no other."""
    return said(_WORDS, name, language)


def counted(kind: str, language: str) -> tuple[str, str]:
    """The words before and after the number of a paragraph, a note, a table, a figure or an exhibit, held together with it."""
    before, _, after = word(kind, language).replace(" ", NBSP).partition("{n}")
    return before, after


def numbered(kind: str, number: int, language: str) -> str:
    """A number within the words for what it numbers: “para 5”."""
    return str(number).join(counted(kind, language))


def write_fact(fact: Given, declaration: FactDeclaration | None, language: str) -> str:
    """A fact as it is printed in a sentence, here and nowhere else: its value, or what a public version prints instead."""
    if fact.public:
        return _enumerated(tuple(dict.fromkeys(fact.public)), language)
    if isinstance(fact.value, tuple):
        return _enumerated([_write(item, fact.type, declaration, language) for item in fact.value], language)
    return _write(fact.value, fact.type, declaration, language)


def _write(value: Scalar, kind: str, declaration: FactDeclaration | None, language: str) -> str:
    if isinstance(value, bool):
        return word("yes" if value else "no", language)
    if isinstance(value, date):
        return write_date(value, language)
    if isinstance(value, int | float):
        number = write_number(value, language)
        return word("money", language).format(sum=number).replace(" ", NBSP) if kind == "money" else number
    labels = dict(declaration.choices) if declaration else {}
    return in_language(labels[value], language) if value in labels else value


@lru_cache(maxsize=2000)
def write_date(day: date, language: str) -> str:
    """A day in words: 14 March 2025, the day held to its month, and the year to the word for it."""
    from babel.dates import format_date

    pattern = {"ru": "d_MMMM y_'года'", "kk": "y_'жылғы' d_MMMM"}.get(language, "d_MMMM y")
    return format_date(day, pattern.replace("_", NBSP), locale=language)


@lru_cache(maxsize=2000)
def write_month(day: date, language: str) -> str:
    """The month of a day: March 2025."""
    from babel.dates import format_date

    pattern = {"ru": "LLLL y_'года'", "kk": "y_'жылғы' LLLL"}.get(language, "MMMM y")
    month = format_date(day, pattern.replace("_", NBSP), locale=language)
    return month if language == "en" else month.lower()


@lru_cache(maxsize=2000)
def write_some_day(day: date, language: str) -> str:
    """The same in a sentence that goes on to a day: on “a day in March 2025”, «от … марта 2025 года», as courts print it."""
    if language == "en":
        return f"a day in {write_month(day, language)}"
    return write_date(day, language).replace(f"{day.day}{NBSP}", f"…{NBSP}", 1)


FEW = 10  # a smaller number is no rounder than it is


def rounded(value: int | float) -> int | float:
    """A number to one significant figure; half of what counts as few instead of a few."""
    if value < FEW:
        return FEW // 2 if value else 0
    scale: int = 10 ** (len(str(int(value))) - 1)
    return int((2 * value + scale) // (2 * scale)) * scale


def write_rounded(value: int | float, kind: str, language: str) -> str:
    """About so much; of people and things that are few, that they are."""
    if kind != "money" and value < FEW:
        return word("few", language)
    written = write_number(rounded(value) if value >= FEW else FEW, language)
    if kind == "money":
        written = word("money", language).format(sum=written).replace(" ", NBSP)
    return word("about" if value >= FEW else "below", language).format(sum=written)


@lru_cache(maxsize=2000, typed=True)
def write_number(value: int | float, language: str) -> str:
    """A number with the language's separators; groups are held together by non-breaking spaces."""
    from babel.numbers import format_decimal

    if not abs(value) < 1e21:  # past what can be grouped; also what is no number
        return str(value)
    return format_decimal(value, locale="en_GB" if language == "en" else language, decimal_quantization=False)


_ALPHABETS = {"en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ru": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"}


def letter(number: int, language: str) -> str:
    """The letter of a lettered list's item, counted from 1, as Word numbers it: A … Z, AA, BB; Russian letters in Cyrillic texts."""
    alphabet = _ALPHABETS["en" if language == "en" else "ru"]
    again, at = divmod(number - 1, len(alphabet))
    return alphabet[at] * (again + 1)


def _enumerated(items: Sequence[str], language: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word('and', language)} {items[-1]}"
