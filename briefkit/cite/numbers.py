"""Numbers (CSL 1.0.2, "Number"): what is numeric, ranges and lists, page ranges, ordinals, roman numerals."""

from __future__ import annotations

import re
from collections.abc import Callable

NUMBERS = frozenset(
    (
        *("chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue", "locator", "number"),
        *("number-of-pages", "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section", "supplement-number"),
        *("version", "volume"),
    )
)
_NUMERIC = re.compile(r"\s*[^\W\d_]*\d+[^\W\d_]*(?:\s*(?:[-–—&,]|,?\s*\band\b)\s*[^\W\d_]*\d+[^\W\d_]*)*\s*", re.UNICODE)
_AND = r"[-–—&]|,?\s*\band\b|,|\bet\b|\bund\b|\by\b|\be\b|\bи\b|\bжәне\b"
_SEVERAL = re.compile(rf"^\s*[ivxlcdm]+\s*[-–—]\s*[ivxlcdm]+\s*$|\d[^\W\d_]*\)*\s*(?:{_AND})\s*[^\W_]*\d")
_PARTS = re.compile(r"(\s*(?:[-–—]|&|,|\band\b)\s*)")
LONGEST = 1000  # characters of a number, a name or a date; what is longer is none, and is printed as it stands


def whole(text: str, otherwise: int = 0) -> int:
    """A whole number in plain digits, as options and numbers have it; "²" and what no one counts to are none."""
    return int(text) if re.fullmatch(r"\s*[0-9]{1,9}\s*", text) else otherwise


def is_numeric(value: str) -> bool:
    """Whether a variable holds numbers alone: "2", "2nd", "L23", "2-4", "1, 3 & 5" (but not "Third edition")."""
    return len(value) <= LONGEST and _NUMERIC.fullmatch(value) is not None


def is_several(value: str) -> bool:
    """Whether a variable names more than one number, so that its label is plural."""
    return len(value) <= LONGEST and _SEVERAL.search(value) is not None


def each_number(value: str, write: Callable[[str], str], ampersand: str = "&") -> str:
    """A numeric value with each number written anew, the range marks as en dashes, lists tidied."""
    pieces = _PARTS.split(value.strip())
    out: list[str] = []
    for at, piece in enumerate(pieces):
        mark = piece.strip()
        if at % 2 == 0:
            out.append(write(piece))
        elif mark == "&":
            out.append(f" {ampersand} ")
        elif mark == ",":
            out.append(", ")
        elif mark == "and":
            out.append(piece)
        else:
            out.append("–")
    return "".join(out)


def roman(number: int) -> str:
    """A number in small roman numerals, as CSL's form "roman" has it; beyond 3999 in digits."""
    if not 0 < number < 4000:
        return str(number)
    values = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
    text = ""
    for value, letters in (*values, (5, "v"), (4, "iv"), (1, "i")):
        count, number = divmod(number, value)
        text += letters * count
    return text


# --- page ranges -----------------------------------------------------------------------------------

_ESCAPED = "\ue070"  # a hyphen that its author protected
_RANGE = re.compile(r"(?<!\w)(?P<prefix1>\w*?)(?P<first>\d+)(?P<mark>\s*[-–—]\s*)(?P<prefix2>\w*?)(?P<last>\d+)(?!\w)")


def page_ranges(value: str, form: str, delimiter: str = "–") -> str:
    """A page variable with its ranges in the style's page-range-format; other hyphens between numbers are made ranges too."""
    if len(value) > LONGEST:
        return value
    value = value.replace("\\-", _ESCAPED)
    value = re.sub(r"\s*[,;]\s*", lambda mark: f"{mark.group().strip()} ", value.strip())
    if form in _FORMS:
        value = _RANGE.sub(lambda found: _range(found, form, delimiter), value)
    else:
        value = re.sub(r"(?<=\w)\s*[-–]+\s*(?=\w)", delimiter, value)
    return value.replace(_ESCAPED, "-")


def _range(found: re.Match[str], form: str, delimiter: str) -> str:
    """A range in a form; one of two sorts of pages, or that falls, as it stands."""
    prefix, first, last = found["prefix1"], found["first"], found["last"]
    if found["prefix2"] != prefix:
        return re.sub(r"\s", "", found.group())
    full = _expanded(first, last)
    if int(full) < int(first):
        return f"{prefix}{first}{delimiter}{prefix}{last}"
    return f"{prefix}{first}{delimiter}{prefix if form == 'expanded' else ''}{_FORMS[form](first, full)}"


def _expanded(first: str, last: str) -> str:
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last


def _minimal(first: str, last: str, least: int = 1) -> str:
    if len(first) != len(last):
        return last
    common = next((at for at, (one, other) in enumerate(zip(first, last, strict=True)) if one != other), len(first) - 1)
    return last[min(common, max(len(last) - least, 0)) :]


def _chicago_15(first: str, last: str) -> str:
    """As in the sixteenth edition, but that of four digits all are given where three of them change."""
    all_of_them = len(first) == len(last) == 4 and int(first) % 100 >= 10 and len(_minimal(first, last)) >= 3
    return last if all_of_them else _chicago_16(first, last)


def _chicago_16(first: str, last: str) -> str:
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last):
        return last
    return _minimal(first, last, 1 if number % 100 < 10 else 2)


_FORMS: dict[str, Callable[[str, str], str]] = {
    "expanded": lambda first, last: last,
    "minimal": _minimal,
    "minimal-two": lambda first, last: _minimal(first, last, 2),
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}
