"""Days as people write them: 14.03.2025, 14 марта 2025 года, 14 March 2025, 2025 жылғы 14 наурыз, 2025-03-14."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from briefkit.messages import Message, say
from briefkit.model.naming import LANGUAGES

_NUMBERS = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{2,4})\s*(?:г\.?|года|ж\.?)?|(?P<iso>\d{4}-\d{2}-\d{2})")
_WORDS = re.compile(
    r"""(?P<d1>\d{1,2})\s+(?P<m1>[^\W\d]+)\.?,?\s+(?P<y1>\d{4})(?:\s*(?:г\.?|года|ж\.?))?   # 14 марта 2025 года
      | (?P<m2>[^\W\d]+)\.?\s+(?P<d2>\d{1,2}),?\s+(?P<y2>\d{4})                             # March 14, 2025
      | (?P<y3>\d{4})\s+(?:жылғы|жылдың|ж\.)\s+(?P<d3>\d{1,2})\s+(?P<m3>[^\W\d]+)           # 2025 жылғы 14 наурыз
    """,
    re.VERBOSE,
)


def read_day(typed: str) -> date | Message:
    """The day that was meant; else why there is none."""
    text = " ".join(typed.replace("\u00a0", " ").split()).casefold()
    numbers = _NUMBERS.fullmatch(text)
    if numbers and numbers["year"] and len(numbers["year"]) < 4:
        return say("“{typed}”: write the year with four digits.", typed=typed)
    parts = _parts(text)
    if parts is None:
        return say("“{typed}” is not a day.", typed=typed)
    try:
        return date(*map(int, parts))
    except ValueError:
        return say("There is no day “{typed}”.", typed=typed)


def _parts(text: str) -> tuple[str | int, ...] | None:
    """The year, the month and the day; None where the text is no day at all."""
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        return tuple(numbers["iso"].split("-")) if numbers["iso"] else numbers.group("year", "month", "day")
    words = _WORDS.fullmatch(text)
    for one in "123" if words else "":
        if words and words[f"d{one}"]:
            month = _months().get(words[f"m{one}"])
            return (words[f"y{one}"], month, words[f"d{one}"]) if month else None
    return None


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
