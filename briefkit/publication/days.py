"""Exact days and sums of money as they are written in a text, in any of the three languages, and the words that give less away."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefkit.model.naming import LANGUAGES
from briefkit.wording import write_date, write_month, write_rounded, write_some_day

_GAP = "[ \u00a0\u202f]"
_NUMBER = rf"\d+(?:(?:[,.]|{_GAP})\d{{3}})*(?:[.,]\d{{1,2}}(?!\d))?"
_SUM = re.compile(
    rf"\bKZT{_GAP}?(?P<after>{_NUMBER})|(?<![\w.,])(?P<before>{_NUMBER}){_GAP}(?:тенге|теңге|tenge)\b",
)
_NUMERIC = r"(?P<iso>\d{4}-\d{2}-\d{2})|(?P<dotted>\d{1,2}\.\d{1,2}\.\d{4})(?:[ \u00a0]г\.)?"


@dataclass(frozen=True, slots=True)
class Found:
    """An exact day, or a sum, with its place in a text; in Kazakh its month may have an ending."""

    start: int
    end: int
    value: date | int | float
    ending: str = ""


def days_in(text: str) -> Iterator[Found]:
    """The days that a text names to the day; none that there never was."""
    for match in _days().finditer(text):
        if day := _day(match):
            yield Found(*match.span(), day, match["ending"] or "")


def sums_in(text: str) -> Iterator[Found]:
    """The sums in tenge that a text names."""
    for match in _SUM.finditer(text):
        digits = re.sub(r"\D", "", re.sub(r"[.,]\d{1,2}$", "", match["after"] or match["before"]))
        yield Found(*match.span(), int(digits))


def without_days(
    text: str, language: str, days: Container[date] | None = None, sums: Container[int | float] | None = None, before: str = ""
) -> str:
    """A text with the month of each day, and each sum as about so much: of all of them, or of those that are given.

    `before` is what stands before the text on its line.
    """
    pieces: list[str] = []
    at = 0
    found = [one for one in days_in(text) if days is None or one.value in days]
    found += [one for one in sums_in(text) if sums is None or one.value in sums]
    for one in sorted(found, key=lambda one: one.start):
        pieces += [text[at : one.start], _less(one, before + text[: one.start], text[one.end :], language)]
        at = one.end
    return "".join((*pieces, text[at:]))


def _less(found: Found, before: str, after: str, language: str) -> str:
    if isinstance(found.value, date):
        if found.ending:
            return write_some_day(found.value, language) + found.ending
        return capital_after(before, month_after(before, found.value, language, after))
    return once(before, write_rounded(found.value, "money", language))


def once(before: str, words: str) -> str:
    """Words without their first, if it stands before them already: about “about so much”."""
    first, _, rest = words.partition(" ")
    last = before.split()[-1:]
    return rest if rest and last == [first] and before[-1:].isspace() else words


BEGINS = re.compile(r"(?:^|[.!?…]\s+)$")  # before the first word of a sentence
_WITH_A_DAY = {"en": re.compile(r"\bon\s+$", re.IGNORECASE), "": re.compile(r"\w[ \u00a0]+$")}


def month_after(before: str, day: date, language: str, after: str = "") -> str:
    """The month of a day as it is read after what stands before it: alone, or with a day that is left open.

    In Russian and Kazakh a sentence may begin with a day, and go on: «… марта 2025 года суд отказал».
    """
    goes_on = _WITH_A_DAY.get(language, _WITH_A_DAY[""]).search(before)
    opens = language != "en" and BEGINS.search(before) and re.match(r"\s+\w", after)
    return write_some_day(day, language) if goes_on or opens else write_month(day, language)


def capital_after(before: str, words: str) -> str:
    """Words with a capital where a sentence begins with them."""
    return words[:1].upper() + words[1:] if BEGINS.search(before) else words


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The months as days are written with them, and as they stand alone."""
    written = [(write_date(date(2001, number, 1), one), number, one) for one in LANGUAGES for number in range(1, 13)]
    return {next(word for word in re.findall(r"[^\W\d]+", text) if word not in ("года", "жылғы")).casefold(): n for text, n, _ in written}


@lru_cache(maxsize=1)
def _days() -> re.Pattern[str]:
    months = "|".join(sorted(_months(), key=len, reverse=True))
    written = (
        rf"(?P<day>\d{{1,2}}){_GAP}(?P<month>{months}){_GAP}(?P<year>\d{{4}})(?:{_GAP}(?:года|г\.))?",
        rf"(?P<us>{months}){_GAP}(?P<us_day>\d{{1,2}}),{_GAP}(?P<us_year>\d{{4}})",
        rf"(?P<kk_year>\d{{4}}){_GAP}(?:жылғы|ж\.){_GAP}(?P<kk_day>\d{{1,2}}){_GAP}(?P<kk>{months})(?P<ending>[^\W\d]*)",
    )
    return re.compile(rf"(?<![\w.-])(?:{'|'.join((*written, _NUMERIC))})(?![\w-]|\.\d)", re.IGNORECASE)


def _day(match: re.Match[str]) -> date | None:
    numbers = match.groupdict()
    if numbers["iso"]:
        year, month, day = map(int, numbers["iso"].split("-"))
    elif numbers["dotted"]:
        day, month, year = map(int, numbers["dotted"].split("."))
    else:
        names = (numbers["month"] or numbers["us"] or numbers["kk"]).casefold()
        month = _months()[names]
        year = int(numbers["year"] or numbers["us_year"] or numbers["kk_year"])
        day = int(numbers["day"] or numbers["us_day"] or numbers["kk_day"])
    try:
        return date(year, month, day)
    except ValueError:
        return None
