"""Letters across alphabets: how a word of Cyrillic is written in Latin letters, a word of Latin in Cyrillic, and a Kazakh one in Russian.

One pattern takes every system at once, since people mix them: ISO 9:1995, BGN/PCGN for Russian and for Kazakh, the Kazakh Latin alphabets
of 2019 and 2021, and what passports have. Texts are folded first, so that ž is z and ş is s here.
"""

from __future__ import annotations

import re

CYRILLIC = "а-яәіңғүұқөһ"
_CYRILLIC = re.compile(f"[{CYRILLIC}]")

# A letter that stands for another where a Kazakh name is written in Russian, or a Russian one in Kazakh.
_IN_CYRILLIC = {
    "а": "аә",
    "ә": "әаэ",
    "г": "гғ",
    "ғ": "ғг",
    "и": "иі",
    "і": "іи",
    "ы": "ыі",
    "к": "кқ",
    "қ": "қкх",
    "н": "нң",
    "ң": "ңн",
    "о": "оө",
    "ө": "өо",
    "у": "уұү",
    "ұ": "ұу",
    "ү": "үую",
    "х": "хһқ",
    "һ": "һх",
    "э": "эеә",
    "е": "еэ",
}

_IN_LATIN = {
    "а": "a",
    "ә": "a|ae",
    "б": "b",
    "в": "v|w",
    "г": "g",
    "ғ": "gh|g",
    "д": "d",
    "е": "e|ye|je|yo|jo|io",
    "ж": "zh|z|j|dzh|dj",
    "з": "z",
    "и": "i|y",
    "й": "y|i|j",
    "к": "k|c",
    "қ": "q|k|kh",
    "л": "l",
    "м": "m",
    "н": "n",
    "ң": "ng|n",
    "о": "o",
    "ө": "o|oe",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u|w|y|uu|uw",
    "ұ": "u",
    "ү": "u|ue",
    "ф": "f|ph",
    "х": "kh|h|x|ch",
    "һ": "h",
    "ц": "ts|c|tz",
    "ч": "ch|c|tch|ts",
    "ш": "sh|s|sch",
    "щ": "shch|sch|sh|s|sc",
    "ъ": "'|\"|ie",
    "ы": "y|i",
    "і": "i|y",
    "ь": "'|\"",
    "э": "e|eh",
    "ю": "yu|iu|ju|iy|u",
    "я": "ya|ia|ja|a",
}
_SILENT = "ъь"  # may be left out
_TOGETHER = {"ий": "iy|ii|ij|yy|y|i", "ый": "yy|yi|y|i|yj|ij", "кс": "ks|x", "дж": "dzh|dj|dz|j"}

# What stands for a letter, or letters, of Latin: in Cyrillic, and in Latin by other systems.
_OF_LATIN = {
    "shch": ("щ|шч", "shch|sch|sh|s|sc"),
    "tch": ("ч|тч", "tch|ch|c"),
    "sch": ("щ|ш|сч", "sch|shch|sh|s"),
    "tsh": ("тш|цһ|цх", "tsh|ts"),
    "tzh": ("тж|цһ|цх", "tzh|tj|tz"),
    "ksh": ("кш|қш|ксһ", "ksh|qsh|ks|qs"),
    "kshch": ("кщ|қщ|кшч|қшч", "kshch|ksch"),
    "tshch": ("тщ|тшч|цшч", "tshch|tsch"),
    "ngh": ("нғ|ңһ|ңх|ңғ", "ngh|nh|ng"),
    "dzh": ("дж|ж", "dzh|j|dj"),
    "sh": ("ш|щ|сх", "sh|s|sch"),
    "zh": ("ж|зх", "zh|z|j"),
    "kh": ("х|қ|кх", "kh|h|x|q|k"),
    "ch": ("ч|х", "ch|c|tch|ts"),
    "gh": ("ғ|г", "gh|g"),
    "ng": ("ң|нг", "ng|n"),
    "ts": ("ц|тс|ч", "ts|c|tz"),
    "tz": ("ц|тз", "tz|ts|c"),
    "ks": ("кс", "ks|x"),
    "ph": ("ф", "ph|f"),
    "ya": ("я|йа|ыа", "ya|ia|ja|a"),
    "ia": ("я|иа|ия|іа|ья", "ia|ya|ja|iya"),
    "ja": ("я|жа|джа", "ja|ya|ia|zha"),
    "yu": ("ю|йу", "yu|iu|ju|u"),
    "iu": ("ю|иу", "iu|yu|ju"),
    "yo": ("е|йо", "yo|io|jo|e"),
    "ye": ("е|ые|ье|йе", "ye|e|je|ie"),
    "ie": ("е|ие|ье", "ie|ye|e"),
    "ae": ("ә|ае|аэ", "ae|a"),
    "ue": ("ү|уе|уэ", "ue|u"),
    "a": ("а|ә|я", "a"),
    "b": ("б", "b"),
    "c": ("ц|ч|к|с", "c|ts|ch|k"),
    "d": ("д", "d"),
    "e": ("е|э", "e|ye"),
    "f": ("ф", "f|ph"),
    "g": ("г|ғ", "g|gh"),
    "h": ("х|һ", "h|kh|x"),
    "i": ("и|і|й|ы", "i|y"),
    "j": ("ж|й|дж", "j|zh|y|dj"),
    "k": ("к|қ", "k|q|c"),
    "l": ("л", "l"),
    "m": ("м", "m"),
    "n": ("н|ң", "n|ng"),
    "o": ("о|ө|е", "o|oe"),
    "p": ("п", "p"),
    "q": ("қ|к", "q|k|kh"),
    "r": ("р", "r"),
    "s": ("с|ш", "s|sh"),
    "t": ("т", "t"),
    "u": ("у|ұ|ү|ю", "u|w|yu"),
    "v": ("в", "v|w"),
    "w": ("у|в", "w|u|v"),
    "x": ("х|кс", "x|kh|h|ks"),
    "y": ("й|ы|и|у|і", "y|i|j"),
    "z": ("з|ж", "z|zh"),
    "'": ("ь|ъ", "'"),
}
_LATIN_UNITS = re.compile("|".join(sorted(map(re.escape, _OF_LATIN), key=len, reverse=True)) + "|.", re.DOTALL)
_CYRILLIC_UNITS = re.compile("|".join(_TOGETHER) + "|.", re.DOTALL)


def is_cyrillic(word: str) -> bool:
    """Whether a folded word has letters of Cyrillic."""
    return _CYRILLIC.search(word) is not None


def cyrillic_as_cyrillic(word: str) -> str:
    """A pattern for a word of Cyrillic by the keyboards of either language."""
    return "".join(f"[{_IN_CYRILLIC[char]}]" if char in _IN_CYRILLIC else re.escape(char) for char in word)


def cyrillic_as_latin(word: str) -> str:
    """A pattern for a word of Cyrillic in Latin letters."""
    return "".join(map(_letters_in_latin, _CYRILLIC_UNITS.findall(word)))


def _letters_in_latin(letters: str) -> str:
    spellings = _TOGETHER.get(letters) or _IN_LATIN.get(letters)
    if spellings is None:
        return re.escape(letters)
    return _any(spellings) + ("?" if letters in _SILENT else "")


def latin_as_cyrillic(word: str) -> str:
    """A pattern for a word of Latin in Cyrillic letters."""
    return "".join(_of_latin(unit, 0) for unit in _LATIN_UNITS.findall(word))


def latin_as_latin(word: str) -> str:
    """A pattern for a word of Latin as other systems write it."""
    return "".join(_of_latin(unit, 1) for unit in _LATIN_UNITS.findall(word))


def _of_latin(unit: str, which: int) -> str:
    """A pattern for a letter, or for letters that may stand for one: together, or each for itself."""
    spellings = _OF_LATIN.get(unit)
    if spellings is None:
        return re.escape(unit)
    if len(unit) > 1:
        return f"(?:{spellings[which]}|{''.join(_of_latin(letter, which) for letter in unit)})"
    return _any(spellings[which]) + ("?" if unit == "'" else "")


def _any(spellings: str) -> str:
    """A pattern for any of the spellings, as short as it can be said."""
    if "|" not in spellings:
        return spellings if len(spellings) == 1 else f"(?:{spellings})"
    return f"[{spellings.replace('|', '')}]" if all(len(one) == 1 for one in spellings.split("|")) else f"(?:{spellings})"
