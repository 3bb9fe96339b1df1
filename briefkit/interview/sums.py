"""Sums and numbers as people write them: 1 200 000 тенге, 1,200,000, 1,2 млн."""

from __future__ import annotations

import re
from decimal import Decimal

_SUM = re.compile(
    r"""(?:(?P<before>kzt|₸|[$€£₽])\s*)?
        (?P<number>\d[\d\s.,'’]*?)\s*
        (?P<scale>thousand|тыс\.?|тысяч[аи]?|мың|million|mln\.?|млн\.?|миллион(?:а|ов)?|billion|bn\.?|млрд\.?|миллиард(?:а|ов)?)?\s*
        (?P<after>kzt|tenge|тенге|теңге|тг\.?|₸|[$€£₽]|usd|eur|gbp|rub|доллар\w*|евро|руб\.?|рубл\w*)?""",
    re.VERBOSE,
)
_SCALES = {"th": 3, "ты": 3, "мы": 3, "mi": 6, "ml": 6, "мл": 6, "ми": 6, "bi": 9, "bn": 9}  # by the first two letters, else below
_TENGE = ("kzt", "tenge", "тенге", "теңге", "тг", "тг.", "₸", "", None)
_GROUPED = re.compile(r"\d{1,3}(?:[\s'’]\d{3})+|\d+")
MOST = 10**15  # a sum beyond this is a slip


def read_sum(typed: str, language: str) -> int | float | str:
    """The sum in tenge; else the name of what to say: `not-a-sum`, `which-mark`, `other-currency`."""
    found = _SUM.fullmatch(" ".join(typed.replace("\u00a0", " ").replace("\u202f", " ").split()).casefold())
    if found is None:
        return "not-a-sum"
    if found["before"] not in _TENGE or found["after"] not in _TENGE:
        return "other-currency"
    number = _number(found["number"].strip(), language)
    if isinstance(number, str):
        return number
    value = number.scaleb(_power(found["scale"] or ""))
    if value >= MOST:
        return "not-a-sum"
    return int(value) if value == value.to_integral_value() else float(value)


def read_count(typed: str) -> int | str:
    """A whole number; else the name of what to say: `not-a-count`."""
    text = typed.replace("\u00a0", " ").replace("\u202f", " ").strip()
    whole = re.sub(r"[\s'’]", "", text)
    return int(whole) if _GROUPED.fullmatch(text) and len(whole) < 16 else "not-a-count"


def _power(scale: str) -> int:
    if scale.startswith(("млрд", "миллиард", "billion", "bn")):
        return 9
    return _SCALES.get(scale[:2], 0)


def _number(text: str, language: str) -> Decimal | str:
    """A number with its groups and decimals told apart; one mark before three digits may be either, so it is not guessed at."""
    marks = re.findall(r"[.,]", text)
    if not marks:
        return _whole(text)
    last = marks[-1]
    if marks.count(last) > 1:  # it parts groups, and no other mark stands beside it
        return _groups(text, last) if len(set(marks)) == 1 else "not-a-sum"
    before, _, after = text.rpartition(last)
    if not after.isdigit():
        return "not-a-sum"
    if len(marks) == 1 and len(after) == 3 and re.fullmatch(r"[1-9]\d{0,2}", before):
        return _groups(text, last) if (last, language) == (",", "en") else "which-mark"
    whole = _groups(before, marks[0]) if len(marks) > 1 else _whole(before)
    return whole if isinstance(whole, str) else whole + Decimal(f"0.{after}")


def _groups(text: str, mark: str) -> Decimal | str:
    return _whole(text.replace(mark, " ")) if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", text) else "not-a-sum"


def _whole(text: str) -> Decimal | str:
    return Decimal(re.sub(r"[\s'’]", "", text)) if _GROUPED.fullmatch(text) else "not-a-sum"
