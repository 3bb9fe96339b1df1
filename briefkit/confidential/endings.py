"""The endings that a Russian or a Kazakh word takes, and how they look in Latin letters: from the word as it is given, in the nominative.

A pattern takes every ending of the word's class. It is stricter than “anything may follow”: Ару is not found in аруна.
"""

from __future__ import annotations

from collections.abc import Callable

from briefkit.confidential.letters import cyrillic_as_cyrillic, cyrillic_as_latin, latin_as_cyrillic, latin_as_latin

_ADJECTIVE = "ый ий ой ого его ому ему ым им ом ем ая яя ей ую юю ою ею ое ее ые ие ых их ыми ими"
# Of a word: what it ends with, how much of that goes, and what may stand there instead (the word's own ending among it).
_RUSSIAN = (
    ("ий", 2, f"{_ADJECTIVE} ия ию ием ии"),
    ("ый", 2, _ADJECTIVE),
    ("ой", 2, _ADJECTIVE),
    ("ая", 2, _ADJECTIVE),
    ("яя", 2, _ADJECTIVE),
    ("ое", 2, _ADJECTIVE),
    ("ее", 2, _ADJECTIVE),
    ("ые", 2, _ADJECTIVE),
    ("ие", 2, f"{_ADJECTIVE} ия ию ием ии ий иям иями иях"),
    ("ец", 2, "ец ца цу цем цом це цы цов цам цами цах"),
    ("ок", 2, "ок ока оку оком оке ка ку ком ке ки ков кам ками ках"),
    ("ел", 2, "ел ела елу елом еле ла лу лом ле"),
    ("а", 1, "а ы и е у ой ою ей ею ых ым ыми ам ами ах"),
    ("я", 1, "я и ю е ей ею й ь ям ями ях"),
    ("о", 1, "о а у ом е ам ами ах"),
    ("е", 1, "е я ю ем и ей ям ями ях"),
    ("ь", 1, "ь я ю ем е и ью ей ям ями ях"),
    ("й", 1, "й я ю ем е и ев ям ями ях"),
    ("ы", 1, "ы ов ам ами ах"),
    ("и", 1, "и ов ев ей ам ям ами ями ах ях"),
)
_CONSONANTS = "бвгджзклмнпрстфхцчшщқғңһ"
_AFTER_CONSONANT = "а у ом ем е ым ы и ов ев ей ой ам ами ах ых ыми"

# Kazakh adds one after another: of many, of whom, of which case. Each may be wanting; after “his” the case has an н of its own.
_CASE = "[ндт][ыі]ң|[ндт][ыі]|[гғкқ][ае]|[дт][ае]|[дтн][ае]н|[мбп]ен|[ндт]ікі"
_HIS = "(?:сы|сі|ы|і)(?:н[ыі]ң|н[ыіае]?|нд[ае]|н[ае]н|мен)?"
_MINE = f"(?:[ыі]?м|[ыі]?ң|[ыі]?м[ыі]з|[ыі]?ң[ыі]з)(?:[ае]|{_CASE})?"
_KAZAKH = f"(?:[лдт][ае]р)?(?:{_HIS}|{_MINE}|{_CASE})?"
_CASE_LATIN = "[ndt][yi](?:ng?)?|(?:gh?|k|q)[ae]|[dt][ae]|[dtn][ae]n|[mbp]en"
_HIS_LATIN = "s?[yi](?:n[yi]ng?|n[yiae]?|nd[ae]|n[ae]n|men)?"
_KAZAKH_LATIN = f"(?:[ldt][ae]r)?(?:{_HIS_LATIN}|{_CASE_LATIN})?"
_SOFTENED = {"п": "б", "к": "г", "қ": "ғ"}  # before a vowel: кітап, кітабы
_LEAST = 3  # letters of a stem that endings are put to; of two where й or ь goes, since Цой is Цоя

# Of a word of Latin that may be a Russian or Kazakh one, by how it ends.
_OF_LATIN = (
    (("iya", "iia", "ija", "ia"), "ия ии ию ией иею иям иями иях", "iya ii iyu iyey"),
    (("ya", "ja"), "я и ю е ей ею", "ya i yu ye yey"),
    (("iy", "yi", "ii", "yy", "ij", "y", "i"), f"{_ADJECTIVE} ия ию ием ии и ы і й я ю е", "iy y i ogo ego omu emu ym im om em"),
    (("a",), "а я ы и е у ю ой ою ей ам ами ах", "a y i e u oi oy oj oyu"),
    (("e", "o", "u"), "", ""),
    (("",), _AFTER_CONSONANT, "a u om em e ym y i ov ev oi oy ykh ymi am ami akh"),
)

Spelling = Callable[[str], str]


def in_cyrillic_cases(word: str) -> str:
    """A pattern for a folded word of Cyrillic in any case of Russian or Kazakh."""
    kazakh = f"(?:{_KAZAKH}|н|нд?[ае])" if word[-1] in "ыі" else _KAZAKH  # қоры is “his” already: қорына
    return _any_of(_cases(word), cyrillic_as_cyrillic, kazakh)


def in_latin_cases(word: str) -> str:
    """A pattern for a folded word of Cyrillic in Latin letters, in any case."""
    return _any_of(_cases(word), cyrillic_as_latin, f"(?:'?s|{_KAZAKH_LATIN})")


def latin_in_cyrillic_cases(word: str) -> str:
    """A pattern for a folded word of Latin in Cyrillic letters, in any case."""
    ending, russian, _ = _class_of_latin(word)
    ways = [f"{latin_as_cyrillic(ending)}{_KAZAKH}", *russian.split()]
    return f"{latin_as_cyrillic(word[: len(word) - len(ending)])}(?:{'|'.join(ways)})"


def latin_in_latin_cases(word: str) -> str:
    """A pattern for a folded word of Latin as other systems write it, in any case."""
    ending, _, latin = _class_of_latin(word)
    ways = [f"{latin_as_latin(ending)}(?:'?s|{_KAZAKH_LATIN})", *latin.split()]
    return f"{latin_as_latin(word[: len(word) - len(ending)])}(?:{'|'.join(ways)})"


def _cases(word: str) -> list[tuple[str, bool]]:
    """How a word of Cyrillic is written in its cases, and whether Kazakh endings may follow."""
    stem, endings = _russian(word)
    cases = [(word, True), *((stem + ending, False) for ending in endings)]
    if word[-1] in _SOFTENED and len(word) > _LEAST:
        cases.append((word[:-1] + _SOFTENED[word[-1]], True))
    return cases


def _russian(word: str) -> tuple[str, list[str]]:
    """What of a word stays, and the endings that it may have."""
    for ending, gone, instead in _RUSSIAN:
        stem = word[: len(word) - gone]
        if word.endswith(ending) and len(stem) >= (2 if ending in "йь" else _LEAST):
            return stem, instead.split()
    ends = word[-1] in _CONSONANTS and len(word) >= _LEAST
    return word, _AFTER_CONSONANT.split() if ends else []


def _any_of(cases: list[tuple[str, bool]], spell: Spelling, kazakh: str) -> str:
    """A pattern for any of the written words, which begin alike."""
    written = sorted({word for word, _ in cases})
    alike = _alike(written[0], written[-1])
    ways = [spell(word[alike:]) + (kazakh if more else "") for word, more in cases]
    return f"{spell(written[0][:alike])}(?:{'|'.join(dict.fromkeys(ways))})"


def _alike(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _class_of_latin(word: str) -> tuple[str, str, str]:
    """How a word of Latin ends, and the endings of Russian that may stand instead: in Cyrillic, in Latin."""
    for endings, cyrillic, latin in _OF_LATIN:
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                return ending, cyrillic, latin if len(word) > _LEAST + 1 else ""
    return "", "", ""
