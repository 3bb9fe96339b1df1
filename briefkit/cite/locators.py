"""Pinpoints: when a value names several places, and how its ranges are printed.

A hyphen is a range only between plain numbers that rise ("15-16", "7.6-7.7"); "460-1" is the one article 460-1 of a statute. Pages
are the exception: "460-1" of a book is 460 to 461. An en dash, which nobody writes by chance, is always a range.
"""

from __future__ import annotations

import re

from briefkit.cite.numbers import LONGEST
from briefkit.markup import said_in
from briefkit.tree import Locator

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"  # between a label and its value

_NUMBER = r"\d+(?:\.\d+)*"
_RANGE = re.compile(rf"(?<![\w.\-–])({_NUMBER})\s*([-–])\s*({_NUMBER})(?![\w\-–]|\.\d)")
_LIST = re.compile(r"\s*(?:[,;&]|\b(?:and|и|және)\b)\s*")

# CSL 1.0.2 names two locator terms apart from the variables and types that have the same word.
_TERMS = {"article": "article-locator", "title": "title-locator", "sub-verbo": "sub verbo"}


def term(label: str) -> str:
    """The CSL term that prints a locator's label."""
    return _TERMS.get(label, label)


def shown(locator: Locator, language: str) -> str:
    """The value as it is printed: an en dash in its ranges, a label of its own in the language, nothing else changed."""
    if len(locator.value) > LONGEST:
        return locator.value
    return _RANGE.sub(lambda found: _dashed(found, locator.label), said_in(locator, language))


def is_plural(locator: Locator) -> bool:
    """Whether the value names several places: a range, or a list whose parts are numbers ("19, 21 and 22(2)")."""
    if len(locator.value) > LONGEST:
        return False
    if any(_is_range(found, locator.label) for found in _RANGE.finditer(locator.value)):
        return True
    parts = _LIST.split(locator.value)
    return len(parts) > 1 and all(part[:1].isdigit() for part in parts if part)


def _dashed(found: re.Match[str], label: str) -> str:
    return f"{found[1]}–{found[3]}" if _is_range(found, label) else found[0]


def _is_range(found: re.Match[str], label: str) -> bool:
    return found[2] == "–" or label == "page" or _places(found[1]) < _places(found[3])


def _places(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
