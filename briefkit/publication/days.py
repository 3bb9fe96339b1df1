"""Exact days and sums of money as they are written in a text, in any of the three languages, and the words that give less away."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefkit.model.naming import LANGUAGES
from briefkit.wording import NBSP, write_date, write_month, write_rounded, write_some_day

_GAP = "[ \u00a0\u202f]"
_NUMBER = rf"\d+(?:(?:[,.]|{_GAP})\d{{3}})*(?:[.,]\d{{1,2}}(?!\d))?"
_TIMES = {"тыс": 1_000, "мың": 1_000, "thou": 1_000, "млн": 10**6, "мил": 10**6, "mln": 10**6, "mill": 10**6, "млрд": 10**9, "bill": 10**9}
_SO_OFTEN = r"(?:тыс\.|тысяч[аи]?|мың|thousand|млн\.?|миллион(?:а|ов)?|million|mln|млрд\.?|billion)"
_SUM = re.compile(
    rf"\bKZT{_GAP}?(?P<after>{_NUMBER})(?:{_GAP}(?P<times>{_SO_OFTEN})(?!\w))?"
    rf"|(?<![\w.,])(?P<before>{_NUMBER}){_GAP}(?:(?P<so_often>{_SO_OFTEN}){_GAP})?(?:тенге|теңге|tenge)\b",
)
_MONEY = r"USD|EUR|GBP|CHF|RUB|US\$|[$€£₽]"
_FOREIGN = re.compile(
    rf"(?<!\w)(?:{_MONEY}){_GAP}?{_NUMBER}(?:{_GAP}{_SO_OFTEN}(?!\w))?"
    rf"|(?<![\w.,]){_NUMBER}{_GAP}?(?:{_SO_OFTEN}{_GAP})?(?:{_MONEY}|доллар\w*|евро|рубл\w*|dollars?|euros?|roubles?)(?!\w)",
)
_NUMERIC = r"(?P<iso>\d{4}-\d{2}-\d{2})|(?P<dotted>\d{1,2}\.\d{1,2}\.\d{4})(?:[ \u00a0]г\.)?"


@dataclass(frozen=True, slots=True)
class Found:
    """An exact day, or a sum, with its place in a text; in Kazakh its month may have an ending.

    Of a day without its year, `month` is the month as it is written; its value is that day in a leap year.
    """

    start: int
    end: int
    value: date | int | float
    ending: str = ""
    month: str = ""


def days_in(text: str) -> Iterator[Found]:
    """The days that a text names to the day; none that there never was."""
    for match in _days().finditer(text):
        if day := _day(match):
            yield Found(*match.span(), day, match["ending"] or "")


def sums_in(text: str) -> Iterator[Found]:
    """The sums in tenge that a text names."""
    for match in _SUM.finditer(text):
        whole, _, part = re.sub(r"[.,](\d{1,2})$", r"|\1", match["after"] or match["before"]).partition("|")
        times = _times(match["times"] or match["so_often"] or "")
        yield Found(*match.span(), int(re.sub(r"\D", "", whole)) * times + int(part or 0) * times // 10 ** len(part))


def foreign_sums_in(text: str) -> Iterator[Found]:
    """The sums in other money that a text names; how much they are, nobody asks."""
    return (Found(*match.span(), 0) for match in _FOREIGN.finditer(text))


def _times(word: str) -> int:
    return next((number for begins, number in reversed(_TIMES.items()) if word.startswith(begins)), 1)


def days_of_some_year(text: str) -> Iterator[Found]:
    """The days that a text names by day and month alone."""
    whole = [range(one.start, one.end) for one in days_in(text)]
    for match in _short_days().finditer(text):
        day, month = match["day"] or match["us_day"], match["month"] or match["us"]
        if not any(match.start() in one for one in whole) and (value := _real(_LEAP, _months()[month.casefold()], int(day))):
            yield Found(*match.span(), value, match["ending"] or "", month)


def without_days(
    text: str, language: str, days: Collection[date] | None = None, sums: Container[int | float] | None = None, before: str = ""
) -> str:
    """A text with the month of each day, and each sum as about so much: of all of them, or of those that are given.

    `before` is what stands before the text on its line.
    """
    pieces: list[str] = []
    at = 0
    found = [one for one in days_in(text) if days is None or one.value in days]
    found += [one for one in days_of_some_year(text) if days is None or _is_among(one.value, days)]
    found += [one for one in sums_in(text) if sums is None or one.value in sums]
    for one in sorted(found, key=lambda one: one.start):
        pieces += [text[at : one.start], _less(one, before + text[: one.start], text[one.end :], language)]
        at = one.end
    return "".join((*pieces, text[at:]))


def _is_among(short: date | int | float, days: Iterable[date]) -> bool:
    """Whether a day without its year is one of some days."""
    return isinstance(short, date) and any((one.month, one.day) == (short.month, short.day) for one in days)


def _less(found: Found, before: str, after: str, language: str) -> str:
    if found.month:
        if language == "en":
            return f"a day in {found.month}" if _WITH_A_DAY["en"].search(before) else found.month
        return f"…{NBSP}{found.month}{found.ending}"
    if isinstance(found.value, date):
        if found.ending:
            return write_some_day(found.value, language) + found.ending
        return capital_after(before, month_after(before, found.value, language, after))
    return once(before, write_rounded(found.value, "money", language))


_OF_A_SUM = {"на": "сумму", "в": "размере"}  # «на около» is no Russian


def once(before: str, words: str) -> str:
    """Words without their first, if it stands before them already: about “about so much”."""
    first, _, rest = words.partition(" ")
    last = before.split()[-1] if before[-1:].isspace() and before.strip() else ""
    if rest and last == first:
        return rest
    return f"{_OF_A_SUM[last]} {words}" if last in _OF_A_SUM and first == "около" and words.endswith("тенге") else words


BEGINS = re.compile(r"(?:^|[.!?…]\s+)$")  # before the first word of a sentence
_LEAP = 2000
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


@lru_cache(maxsize=1)
def _short_days() -> re.Pattern[str]:
    """Months are written here as they are in a sentence: “1 may” is no day."""
    english = {write_date(date(2001, number, 1), "en").split()[1] for number in range(1, 13)}
    names = "|".join(sorted(english | (set(_months()) - {name.casefold() for name in english}), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/-])(?:(?:the{_GAP})?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?:of{_GAP})?(?P<month>{names})(?P<ending>[^\W\d]*)"
        rf"|(?P<us>{'|'.join(english)}){_GAP}(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?)(?![\w-]|,?{_GAP}\d{{4}})"
    )


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
    return _real(year, month, day)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
