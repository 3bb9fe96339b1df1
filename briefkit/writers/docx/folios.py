"""The numbers that pages print: where they begin, and how they are written (ECMA-376 Part 1 §17.6.12, §17.18.59)."""

from __future__ import annotations

from briefkit.ooxml import Element, qn

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
_ROMAN_SMALL = ((5, "v"), (4, "iv"), (1, "i"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_WRITTEN = 4999  # a higher number is written in figures: Word has Roman numbers and letters up to a limit


def folio(section: Element, place: int) -> str:
    """What the page at a place, counted from 1, prints as its number. Sections after the first count on."""
    kind = section.find(qn("w:pgNumType"))
    start = kind.get(qn("w:start"), "") if kind is not None else ""
    number = place + (int(start) if start.isdecimal() else 1) - 1
    return _written(number, kind.get(qn("w:fmt"), "decimal") if kind is not None else "decimal")


def _written(number: int, form: str) -> str:
    match form:
        case "numberInDash":
            return f"- {number} -"
        case "decimalZero":
            return f"{number:02}"
        case "lowerRoman" | "upperRoman" if 0 < number <= _MOST_WRITTEN:
            return _cased(_roman(number), form)
        case "lowerLetter" | "upperLetter" if 0 < number <= _MOST_WRITTEN:
            again, at = divmod(number - 1, len(_LETTERS))
            return _cased(_LETTERS[at] * (again + 1), form)
    return str(number)


def _cased(written: str, form: str) -> str:
    return written.upper() if form.startswith("upper") else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in (*_ROMAN, *_ROMAN_SMALL):
        times, number = divmod(number, value)
        written += letters * times
    return written
