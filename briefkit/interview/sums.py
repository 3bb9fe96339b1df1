"""Sums and numbers as people write them: 1 200 000 тенге, 1,200,000, 1,2 млн."""

from __future__ import annotations

import re
from decimal import Decimal

from briefkit.messages import Message, say

_SUM = re.compile(
    r"""(?:(?P<before>kzt|₸|[$€£₽])\s*)?
        (?P<number>\d[\d\s.,'’]*?)\s*
        (?P<scale>thousand|тыс\.?|тысяч[аи]?|мың|million|mln\.?|млн\.?|миллион(?:а|ов)?|billion|bn\.?|млрд\.?|миллиард(?:а|ов)?)?\s*
        (?P<after>kzt|tenge|тенге|теңге|тг\.?|₸|[$€£₽]|usd|eur|gbp|rub|доллар\w*|евро|руб\.?|рубл\w*)?""",
    re.VERBOSE,
)
_SCALES = {"th": 3, "ты": 3, "мы": 3, "mi": 6, "ml": 6, "мл": 6, "ми": 6, "bi": 9, "bn": 9}  # by the first two letters, else below
_TENGE = ("kzt", "tenge", "тенге", "теңге", "тг", "тг.", "₸", "", None)
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # the mark may part thousands or decimals, so it is not guessed at
_GROUPED = re.compile(r"\d{1,3}(?:[\s'’]\d{3})+|\d+")
MOST = 10**15  # a sum beyond this is a slip


def read_sum(typed: str, language: str) -> int | float | Message:
    """The sum in tenge; else why there is none."""
    found = _SUM.fullmatch(" ".join(typed.replace("\u00a0", " ").replace("\u202f", " ").split()).casefold())
    if found and (found["before"] not in _TENGE or found["after"] not in _TENGE):
        return say("“{typed}” is not in tenge. Give the sum in tenge.", typed=typed)
    text = found["number"].strip() if found else ""
    if _TWO_WAYS.fullmatch(text) and not ("," in text and language == "en"):
        return say("“{typed}” can be read in two ways: the mark may part thousands or decimals.", typed=typed)
    number = _number(text)
    if found is None or number is None or (value := number.scaleb(_power(found["scale"] or ""))) >= MOST:
        return say("“{typed}” is not a sum.", typed=typed)
    return int(value) if value == value.to_integral_value() else float(value)


def read_count(typed: str) -> int | Message:
    """A whole number; else why there is none."""
    text = typed.replace("\u00a0", " ").replace("\u202f", " ").strip()
    whole = re.sub(r"[\s'’]", "", text)
    return int(whole) if _GROUPED.fullmatch(text) and len(whole) < 16 else say("“{typed}” is not a whole number.", typed=typed)


def _power(scale: str) -> int:
    if scale.startswith(("млрд", "миллиард", "billion", "bn")):
        return 9
    return _SCALES.get(scale[:2], 0)


def _number(text: str) -> Decimal | None:
    """A number with its groups and decimals told apart; None where it is none."""
    marks = re.findall(r"[.,]", text)
    if not marks:
        return _whole(text)
    last = marks[-1]
    if marks.count(last) > 1:  # it parts groups, and no other mark stands beside it
        return _groups(text, last) if len(set(marks)) == 1 else None
    before, _, after = text.rpartition(last)
    if not after.isdigit():
        return None
    if _TWO_WAYS.fullmatch(text):
        return _groups(text, last)
    whole = _groups(before, marks[0]) if len(marks) > 1 else _whole(before)
    return None if whole is None else whole + Decimal(f"0.{after}")


def _groups(text: str, mark: str) -> Decimal | None:
    return _whole(text.replace(mark, " ")) if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", text) else None


def _whole(text: str) -> Decimal | None:
    return Decimal(re.sub(r"[\s'’]", "", text)) if _GROUPED.fullmatch(text) else None
