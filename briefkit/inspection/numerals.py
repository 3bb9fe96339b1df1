"""Numbers as Word writes them (ECMA-376 Part 1 §17.18.59)."""

from __future__ import annotations

from briefkit.wording import letter

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def numeral(number: int, form: str) -> str | None:
    """A number in a form; None for a form that is not known here."""
    match form:
        case "decimal":
            return str(number)
        case "decimalZero":
            return f"{number:02}"
        case "none":
            return ""
        case "lowerRoman" | "upperRoman":
            return _cased(_roman(number), form)
        case "lowerLetter" | "upperLetter":
            return _cased(_lettered(number, "en"), form)
        case "russianLower" | "russianUpper":
            return _cased(_lettered(number, "ru"), form)
    return None


def _cased(written: str, form: str) -> str:
    return written.upper() if "upper" in form.lower() else written.lower()


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _lettered(number: int, language: str) -> str:
    return letter(number, language) if number > 0 else ""
