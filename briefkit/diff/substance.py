"""Words whose change may change what a text means in law: of duty and permission, of denial, of number and date; per language.

A list of words is no reading of a sentence. These are chosen so that a reviewer is shown too much rather than too little, and what
mostly means something else is left out: "will", which foretells; "one", "один" and "бір", which stand for "a"; "can" as a noun is rare.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

DUTY, ADVICE, PERMISSION = 3, 2, 1  # how strongly a word binds

# Each phrase in the forms in which it agrees with its subject; the longest is found first.
_MODALS: Mapping[str, Mapping[int, tuple[str, ...]]] = {
    "en": {
        DUTY: (
            *("must", "shall", "has to", "have to", "had to", "is required to", "are required to", "is obliged to", "are obliged to"),
            *("is bound to", "are bound to", "is to", "are to", "needs to", "need to"),
        ),
        ADVICE: ("should", "ought to", "is expected to", "are expected to", "is encouraged to", "are encouraged to"),
        PERMISSION: (
            *("may", "might", "can", "could", "is entitled to", "are entitled to", "is free to", "are free to"),
            *("is permitted to", "are permitted to", "is allowed to", "are allowed to"),
        ),
    },
    "ru": {
        DUTY: (
            *("обязан", "обязана", "обязано", "обязаны", "должен", "должна", "должно", "должны", "надлежит", "подлежит", "подлежат"),
            *("необходимо", "обязательно", "требуется", "вынужден", "вынуждена", "вынуждены"),
        ),
        ADVICE: ("следует", "следовало бы", "рекомендуется", "желательно", "целесообразно", "должен бы", "должно бы"),
        PERMISSION: (
            *("вправе", "может", "могут", "мог", "могла", "могло", "могли", "можно", "имеет право", "имеют право", "допускается"),
            *("разрешается", "позволяется"),
        ),
    },
    "kk": {
        # "тиісті" is "due", an adjective, and no duty; "болады" and "алады" are auxiliaries of too many things.
        DUTY: ("міндетті", "тиіс", "керек", "қажет", "міндеттенеді", "мәжбүр"),
        ADVICE: ("жөн", "абзал", "лазым", "ұсынылады"),
        PERMISSION: ("мүмкін", "құқылы", "қақылы", "рұқсат етіледі", "құқығы бар", "ерікті"),
    },
}
_NEGATIONS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("not", "no", "never", "nor", "neither", "none", "nobody", "nothing", "nowhere", "cannot", "without", "unless", "except", "only"),
        *("unlawful", "unlawfully", "inadmissible", "impermissible", "prohibited", "forbidden", "refuse", "refuses", "refused", r"\w+n’t"),
    ),
    "ru": (
        *("не", "ни", "нет", "никогда", "никто", "ничто", "никакой", "никакая", "никакие", "никаких", "без", "кроме", "лишь", "только"),
        *("нельзя", "невозможно", "недопустимо", "запрещено", "запрещается", "незаконно", "неправомерно", "необязательно"),
    ),
    "kk": (
        *("емес", "жоқ", "ешкім", "ештеңе", "ешқандай", "ешбір", "ешқашан", "тек", "болмайды", "жатпайды", "тыйым салынады", "заңсыз"),
        # Kazakh denies within the verb: -ма-, -ме-, -ба-, -бе-, -па-, -пе- before the ending of its tense.
        r"\w{2,}(?:ма|ме|ба|бе|па|пе)(?:йды|йді|йтын|йтін|ды|ді|ған|ген|с|стан|стен|са|се|уы|уі|уға|уге)",
    ),
}
_MONTHS = ("january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december")
_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty"),
        *("forty", "fifty", "sixty", "ninety", "hundred", "thousand", "million", "half", "third", "quarter", "twice"),
        *_MONTHS,
        *("days?", "weeks?", "months?", "years?"),
    ),
    "ru": (
        *("два", "две", "двух", "три", "трех", "трёх", "четыре", "четырех", "пять", "пяти", "шесть", "шести", "семь", "семи", "восемь"),
        *("восьми", "девять", "десять", "десяти", "пятнадцать", "двадцать", "тридцать", "тридцати", "сорок", "пятьдесят", "сто", "тысячи?"),
        *("половин[аыу]", "треть", "четверть", "дважды", "дней", "дня", "день", "недел[иья]", "месяц(?:а|ев)?", "года?", "лет"),
        *("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    "kk": (
        *("екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жүз", "мың"),
        *("жарты", "жартысы", "күн", "апта", "ай", "жыл"),
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
    ),
}
# A whole day is one date, whatever numbers it is made of.
_DAYS: Mapping[str, str] = {
    "en": rf"\d{{1,2}}\s+(?:{'|'.join((*_MONTHS, 'may'))})\s+\d{{4}}",
    "ru": r"\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\s+\d{4}(?:\s+года)?",
    "kk": r"\d{4}\s+жылғы\s+\d{1,2}\s+\w+",
}
_FIGURE = r"(?<![\w@])\d+(?:[.,:/–-]\d+)*(?:\(\w{1,3}\))*%?"  # also of an article: 22(2)(a)
_MONTH_OF_MAY = re.compile(r"\bMay\b(?=\s+\d)|(?<=\d )May\b")  # no permission


@dataclass(frozen=True, slots=True)
class Modal:
    """A word of duty or permission as it is written, and how strongly it binds."""

    words: str
    strength: int


def modals_in(text: str, language: str) -> list[Modal]:
    text = _MONTH_OF_MAY.sub(" ", text)
    strengths = {word: strength for strength, words in _MODALS.get(language, {}).items() for word in words}
    return [Modal(words, strengths[words]) for words in _found(_pattern("modals", language), text)]


def negations_in(text: str, language: str) -> list[str]:
    return _found(_pattern("negations", language), text)


def figures_in(text: str, language: str) -> list[str]:
    """Days, numbers in figures and in words, and the names of months and of spans of time."""
    found = _found(_pattern("figures", language), text)
    return [" ".join(word.capitalize() if word in (*_MONTHS, "may") else word for word in one.split()) for one in found]


def net(old: Iterable[str], new: Iterable[str]) -> tuple[list[str], list[str]]:
    """What only the old words have, and what only the new ones have, in order; what is only in another place is in both."""
    before, after = list(old), list(new)
    return _less(before, after), _less(after, before)


def _less(words: list[str], others: list[str]) -> list[str]:
    left = Counter(others)
    kept = []
    for word in words:
        if left[word]:
            left[word] -= 1
        else:
            kept.append(word)
    return kept


def _found(pattern: re.Pattern[str] | None, text: str) -> list[str]:
    return [" ".join(found.split()) for found in pattern.findall(text.casefold())] if pattern else []


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str] | None:
    """One pattern of all the words of a kind, in small letters, the longest first, so that “has to” is not read as “has”."""
    match kind:
        case "modals":
            words = [word for some in _MODALS.get(language, {}).values() for word in some]
        case "negations":
            words = list(_NEGATIONS.get(language, ()))
        case _:
            words = list(_NUMBERS.get(language, ()))
    written = "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True))
    day, either = (rf"\b(?:{_DAYS[language]})\b|", f"|{_FIGURE}") if kind == "figures" and words else ("", "")
    return re.compile(rf"{day}\b(?:{written})\b{either}") if words else None
