"""Days as people write them: 14.03.2025, 14 марта 2025 года, 14 March 2025, 2025 жылғы 14 наурыз, 2025-03-14."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from briefkit.model.naming import LANGUAGES

_NUMBERS = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{2,4})\s*(?:г\.?|года|ж\.?)?|(?P<iso>\d{4}-\d{2}-\d{2})")
_WORDS = re.compile(
    r"""(?P<d1>\d{1,2})\s+(?P<m1>[^\W\d]+)\.?,?\s+(?P<y1>\d{4})(?:\s*(?:г\.?|года|ж\.?))?   # 14 марта 2025 года
      | (?P<m2>[^\W\d]+)\.?\s+(?P<d2>\d{1,2}),?\s+(?P<y2>\d{4})                             # March 14, 2025
      | (?P<y3>\d{4})\s+(?:жылғы|жылдың|ж\.)\s+(?P<d3>\d{1,2})\s+(?P<m3>[^\W\d]+)           # 2025 жылғы 14 наурыз
    """,
    re.VERBOSE,
)


def read_day(typed: str) -> date | str:
    """The day that was meant; else the name of what to say: `not-a-date`, `short-year`, `no-such-day`."""
    text = " ".join(typed.replace("\u00a0", " ").split()).casefold()
    numbers = _NUMBERS.fullmatch(text)
    if numbers and numbers["iso"]:
        return _day(*numbers["iso"].split("-"))
    if numbers:
        return _day(numbers["year"], numbers["month"], numbers["day"]) if len(numbers["year"]) == 4 else "short-year"
    words = _WORDS.fullmatch(text)
    for one in "123" if words else "":
        if words and words[f"d{one}"]:
            month = _months().get(words[f"m{one}"])
            return _day(words[f"y{one}"], str(month), words[f"d{one}"]) if month else "not-a-date"
    return "not-a-date"


def _day(year: str, month: str, day: str) -> date | str:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return "no-such-day"


@cache
def _months() -> dict[str, int]:
    """The names of the months, whole and short, in every language of documents."""
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                found = get_month_names(width, context, locale=language)
                names |= {name.casefold().rstrip("."): number for number, name in found.items()}
    return names
