"""Pinpoints as lawyers write them: a label, in the document's language or in English, and a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefkit.diagnostics import did_you_mean
from briefkit.messages import NOTHING, Message, say
from briefkit.template import FACT_OPEN
from briefkit.tree import Locator

# Labels for which CSL has no term, as Russian and Kazakh say them; read in any language, printed in that of the document.
OWN_LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "principle": {"ru": "принцип", "kk": "қағидат"},
        "principles": {"ru": "принципы", "kk": "қағидаттар"},
        "target": {"ru": "задача", "kk": "міндет"},
        "targets": {"ru": "задачи", "kk": "міндеттер"},
        "recommendation": {"ru": "рекомендация", "kk": "ұсыным"},
        "annex": {"ru": "приложение", "kk": "қосымша"},
    }
)
_OWN_IN_ENGLISH = {word: english for english, names in OWN_LABELS.items() for word in names.values()}

# CSL 1.0.2 locator terms ("article" is its "article-locator"); "custom" labels print their own word.
LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "article": ("art", "arts", "article", "articles", "ст", "статья", "статьи", "бап", "баптар"),
        "paragraph": ("para", "paras", "paragraph", "paragraphs", "§", "§§", "п", "пп", "пункт", "пункты", "тармақ", "тарм"),
        "page": ("p", "pp", "page", "pages", "с", "стр", "страница", "бет", "б"),
        "chapter": ("ch", "chap", "chapter", "chapters", "гл", "глава", "тарау"),
        "section": ("s", "ss", "sec", "section", "sections", "раздел", "разд", "бөлім"),
        "part": ("pt", "pts", "part", "parts", "часть", "ч"),
        "appendix": ("app", "appendix"),
        "book": ("bk", "book"),
        "column": ("col", "cols", "column", "columns"),
        "figure": ("fig", "figs", "figure", "figures"),
        "line": ("l", "ll", "line", "lines"),
        "note": ("n", "nn", "fn", "note", "notes"),
        "rule": ("r", "rule", "rules"),
        "table": ("table", "tables"),
        "verse": ("v", "vv", "verse", "verses"),
        "volume": ("vol", "vols", "volume", "volumes"),
        "custom": (*OWN_LABELS, *_OWN_IN_ENGLISH),
    }
)
# Places that sources name by words and not by a number, as a translation says them: listed and compared by their English name.
IN_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "merits": {"ru": "рассмотрение по существу", "kk": "істің мәні бойынша қарау"},
        "headnote": {"ru": "аннотация", "kk": "аннотация"},
        "operative part": {"ru": "резолютивная часть", "kk": "қарар бөлігі"},
        "conclusions": {"ru": "выводы", "kk": "қорытындылар"},
        "bad practice examples": {"ru": "примеры ненадлежащей практики", "kk": "теріс практика мысалдары"},
        "article on treaties": {"ru": "статья о договорах", "kk": "шарттар туралы бап"},
    }
)
_IN_ENGLISH = {said: english for english, names in IN_WORDS.items() for said in names.values()}
_BY_WORD = {word: label for label, words in LABELS.items() for word in words}
_WITH_STOP = {"с", "б"}  # also the Russian "with" and "would": a label only with its full stop

# Kazakh writes the label after the number, with any ending: "22-бап", "22(1)-бабы", "3-тармағы".
_AFTER = {"ба[пб]": "article", "тарма[қғ]": "paragraph", "бет": "page", "тарау": "chapter", "бөлім": "section"} | {
    "қағидат": "principle",
    "міндет": "target",
    "ұсыным": "recommendation",
    "қосымша": "annex",
}

_ATOM = r"(?:(?:[A-Z]{1,5}[.-])?\d(?:[\w.()/:–-]*[\w)])?|[IVXLCDM]+(?:\.[A-Z0-9]+)*(?![\w])|\(\w{1,4}\))"
_ROMAN = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\w)"
_LISTED = r"(?:\s*,\s*(?:(?:and|и|және|&)\s+)?|\s+(?:and|и|және)\s+|\s*&\s*)"
_UP_TO = r"(?:\s*[-–—]\s*|\s+(?:to|по|до)\s+)"
_SEPARATOR = rf"(?:{_LISTED}|{_UP_TO})"
_VALUE = re.compile(rf"{_ATOM}(?:{_SEPARATOR}{_ATOM})*")
_PAGES = re.compile(rf"(?:{_ATOM}|{_ROMAN})(?:{_SEPARATOR}(?:{_ATOM}|{_ROMAN}))*")
_LABELLED = re.compile(r"\s*(?P<label>§§?|[^\W\d_]+)(?P<stop>\.?)(?P<space>\s*)")
_PLAIN = r"\d+(?:[.–-]\d+)*(?:\(\w{1,4}\))*"
_NUMBERED = re.compile(rf"\s*(?P<value>{_PLAIN}(?:{_LISTED}{_PLAIN})*)-(?P<label>(?:{'|'.join(_AFTER)})[^\W\d_]*)", re.IGNORECASE)

_ONE_LABEL = "|".join(sorted((re.escape(word) for word in _BY_WORD if word not in _WITH_STOP), key=len, reverse=True))
_MORE = re.compile(
    rf"^\s*(?:[,:/&+–—-]|(?:and|or|to|и|или|по|до|және|немесе)\b)[\s–—-]*\d"
    rf"|(?<![^\W\d_])(?:(?:{_ONE_LABEL})\.?|[{''.join(sorted(_WITH_STOP))}]\.)\s*[\d{FACT_OPEN}]"
    rf"|\d[\w().]{{0,20}}-(?:{'|'.join(_AFTER)})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BadPinpoint:
    """Where a pinpoint cannot be read, in characters of the text given, and why."""

    start: int
    end: int
    message: Message
    hint: Message


def read_locator(text: str) -> tuple[Locator | None, int] | BadPinpoint:
    """The locator at the start of a text, and how many characters it takes; (None, 0) if the text has none."""
    labelled = _LABELLED.match(text)
    if labelled is None:
        return _numbered(text) or _bare(text)
    word = labelled["label"].casefold()
    label = _BY_WORD.get(word)
    if label is None:
        return _misspelt(text, labelled)
    if word in _WITH_STOP and not labelled["stop"]:
        return None, 0
    value = _value(text, labelled.end(), _PAGES if label == "page" else _VALUE)
    if value is None:
        return _without_number(text, labelled, label)
    written, end = value
    if not labelled["space"] and not labelled["stop"] and "§" not in word:
        return None, 0
    return (_own(labelled["label"], written) if label == "custom" else Locator(label, written)), end


def _own(label: str, value: str) -> Locator:
    """A place whose label CSL does not know: by its English name, with the capital that its author gave it."""
    english = _OWN_IN_ENGLISH.get(label.casefold(), label)
    return Locator("custom", f"{english.capitalize() if label[0].isupper() else english} {value}")


def said_in(locator: Locator, language: str) -> str:
    """The value of a place, with a label of its own in a language: “target 17.17” is “задача 17.17”, and “17.17-міндет”."""
    label, _, value = locator.value.partition(" ")
    name = OWN_LABELS.get(label.casefold(), {}).get(language)
    if locator.label != "custom" or name is None or not value:
        return locator.value
    if language == "kk":
        return f"{value}-{name}"
    return f"{name.capitalize() if label[0].isupper() else name} {value}"


def names_more(text: str) -> bool:
    """Whether words after a pinpoint name another place, which nothing would check: “and art 99”, “, p 5”, “or 7”."""
    return _MORE.search(text) is not None


def _value(text: str, start: int, values: re.Pattern[str] = _VALUE) -> tuple[str, int] | None:
    if text.startswith("{", start) and (close := text.find("}", start)) > 0:
        return text[start + 1 : close].strip(), close + 1
    found = values.match(text, start)
    return (_ranged(found.group()), found.end()) if found else None


def _ranged(value: str) -> str:
    """“8 to 99” is written 8–99."""
    return re.sub(r"\s+(?:to|по|до)\s+", "–", value)


def _numbered(text: str) -> tuple[Locator, int] | None:
    found = _NUMBERED.match(text)
    if found is None:
        return None
    label = next(label for stem, label in _AFTER.items() if re.match(stem, found["label"], re.IGNORECASE))
    if label in OWN_LABELS:
        several = f"{label}s" if len(split_values(found["value"])) > 1 else label
        return _own(several if several in OWN_LABELS else label, found["value"]), found.end()
    return Locator(label, found["value"]), found.end()


def _bare(text: str) -> tuple[Locator | None, int]:
    """A number without a label is a page, as pandoc reads it; words in braces stand as they are."""
    start = len(text) - len(text.lstrip())
    if text.startswith("{", start) and (value := _value(text, start)):
        return Locator("custom", value[0]), value[1]
    value = _value(text, start) if text[start : start + 1].isdigit() else None
    return (Locator("page", value[0]), value[1]) if value else (None, 0)


def _misspelt(text: str, labelled: re.Match[str]) -> tuple[Locator | None, int] | BadPinpoint:
    """A word that is nearly a label, with a number after it, is a slip; any other word begins a suffix."""
    near = did_you_mean(labelled["label"], _BY_WORD) if len(labelled["label"]) > 2 else NOTHING
    if near and re.match(r"\d", text[labelled.end() :]):
        said = say("“{word}” is not a kind of pinpoint.", word=labelled["label"])
        return BadPinpoint(labelled.start("label"), labelled.end("label"), said, near)
    return None, 0


def _without_number(text: str, labelled: re.Match[str], label: str) -> tuple[Locator | None, int] | BadPinpoint:
    """A label at the end of a citation, or with a full stop, lacks its number; one before other words is a word itself."""
    rest = text[labelled.end() :]
    if label == "custom" or (rest and not labelled["stop"] and (rest[0].isalpha() or len(labelled["label"]) > 4)):
        return None, 0
    said = say("“{words}” is not a pinpoint: after “{label}” comes a number.", words=text.strip(), label=labelled["label"])
    return BadPinpoint(labelled.start("label"), len(text.rstrip()), said, say("for example art 22(1), paras 7.2-7.4, section V.B"))


def split_values(value: str) -> tuple[str, ...]:
    """The single places of a list: "19, 21 and 22(2)" gives 19, 21, 22(2). A range stays one place."""
    return tuple(part for part in re.split(_LISTED, value) if part)


def loc_of(locator: Locator) -> str:
    """A locator as authorities list it: "art 22(1)", "para 8", "principle 7"; places named by words have their English name."""
    if locator.label == "custom":
        listed = _tidy(locator.value.casefold())
        return _IN_ENGLISH.get(listed, listed)
    return f"{LABELS[locator.label][0]} {_tidy(locator.value)}"


def read_pinpoint(loc: str) -> Locator | None:
    """A pinpoint that stands alone, as a locator; None if it is none, or if anything stands behind it."""
    read = read_locator(loc)
    return None if isinstance(read, BadPinpoint) or loc[read[1] :].strip() else read[0]


def read_loc(loc: str) -> str:
    """The listed form of a pinpoint that an authority's data spells ("paras 7.6-7.7" and "para 7.6–7.7" are one)."""
    locator = read_pinpoint(loc)
    return loc_of(locator) if locator else _tidy(loc.casefold())


def places_of(loc: str) -> tuple[str, ...]:
    """The single places of a pinpoint that an authority's data spells; one that is no pinpoint is a place as it stands."""
    locator = read_pinpoint(loc)
    return single_locs(locator) if locator else (read_loc(loc),)


def single_locs(locator: Locator) -> tuple[str, ...]:
    """The places that a locator names, one by one, as authorities list them."""
    if locator.label == "custom":
        return (loc_of(locator),)
    return tuple(loc_of(Locator(locator.label, value)) for value in split_values(locator.value))


def _tidy(value: str) -> str:
    return re.sub(r"\s*[-–—]\s*", "-", " ".join(value.split()))
