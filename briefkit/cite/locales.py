"""Locales: terms, date forms and options, the style's own before the language's, en-US last (CSL 1.0.2, "Locale Fallback")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from citeproc import LANGUAGE_NAMES, LOCALES_PATH, PRIMARY_DIALECTS
from lxml import etree

CSL = "http://purl.org/net/xbiblio/csl"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BEHIND = {"kk": "ru-RU"}  # the language whose terms stand in for those that another lacks, before English does
_NEXT_FORM = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term; `gender` and `match` belong to ordinals and what they count."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


@dataclass(frozen=True, slots=True)
class DatePart:
    """A part of a localized date, with its attributes as the locale has them."""

    name: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DateForm:
    """A localized date in one form (CSL: Localized Date Formats)."""

    parts: tuple[DatePart, ...]
    delimiter: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Locale:
    """All that a style may ask of its language."""

    language: str
    terms: Mapping[tuple[str, str], Term]
    dates: Mapping[str, DateForm]
    options: Mapping[str, str] = field(default_factory=dict)

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """A term in a form, or in the forms that it falls back to; empty if there is none."""
        found = self.find(name, form)
        return "" if found is None else found.multiple if plural else found.single

    def find(self, name: str, form: str = "long") -> Term | None:
        """A term in a form or the nearest that there is (CSL: Terms): verb-short falls back to verb, symbol to short, both to long."""
        wanted: str | None = form
        while wanted is not None:
            for spelling in (name, name.replace("-", " "), name.replace(" ", "-")):  # CSL 1.0.2 renamed "no date" to "no-date"
                if (term := self.terms.get((spelling, wanted))) is not None:
                    return term
            wanted = _NEXT_FORM.get(wanted)
        return None

    def ordinal(self, number: int, gender: str = "") -> str:
        """The suffix that makes a number an ordinal, by its last digits (CSL: Ordinal Suffixes)."""
        for digits in (number % 100, number % 10):
            for form in (gender, ""):
                term = self.terms.get((f"ordinal-{digits:02}", form or "long"))
                if term is not None and _counts(term, number, digits):
                    return term.single
        return self.term("ordinal", gender or "long") or self.term("ordinal")

    @property
    def punctuation_in_quote(self) -> bool:
        return self.options.get("punctuation-in-quote") == "true"


def _counts(term: Term, number: int, digits: int) -> bool:
    """Whether an ordinal's term is for a number: by its last digit, its last two, or as a whole."""
    match = term.match or ("last-digit" if digits < 10 else "last-two-digits")
    if match == "whole-number":
        return number == digits
    return number % (100 if match == "last-two-digits" else 10) == digits


def is_packaged(name: str) -> bool:
    """Whether a locale comes with citeproc."""
    return name in LANGUAGE_NAMES


def read_locale(style: Any, wanted: str, supplied: Any = None) -> Locale:
    """The locale of a parsed style for a language tag such as en-GB; `supplied` is the parsed file of one that the package lacks."""
    language = wanted.split("-")[0]
    primary = PRIMARY_DIALECTS.get(language)
    files = [name for name in dict.fromkeys(("en-US", _BEHIND.get(language), primary, wanted)) if name in LANGUAGE_NAMES]
    own = style.findall(f"{{{CSL}}}locale")
    # within a style: for no language, for the language, for the dialect; the later one wins
    inner = [element for tag in (None, language, wanted) for element in own if element.get(LANG) == tag]
    terms: dict[tuple[str, str], Term] = {}
    dates: dict[str, DateForm] = {}
    options: dict[str, str] = {}
    for more_terms, more_dates, more_options in (*map(_system, files), *([] if supplied is None else [_read(supplied)])):
        _merge(terms, more_terms)
        dates.update(more_dates)
        options.update(more_options)
    for element in inner:
        _merge(terms, _terms(element))
        dates.update(_dates(element))
        options.update(_options(element))
    return Locale(wanted, terms, dates, options)


def _merge(terms: dict[tuple[str, str], Term], more: Mapping[tuple[str, str], Term]) -> None:
    """A locale that has ordinals of its own has all of them: those of the language behind it would not fit."""
    if any(name == "ordinal" or name.startswith("ordinal-") for name, _ in more):
        for key in [key for key in terms if key[0] == "ordinal" or key[0].startswith("ordinal-")]:
            del terms[key]
    terms.update(more)


@lru_cache(maxsize=64)
def _system(name: str) -> tuple[dict[tuple[str, str], Term], dict[str, DateForm], dict[str, str]]:
    return _read(etree.parse(f"{LOCALES_PATH}/locales-{name}.xml", etree.XMLParser(resolve_entities=False, no_network=True)).getroot())


def _read(root: Any) -> tuple[dict[tuple[str, str], Term], dict[str, DateForm], dict[str, str]]:
    return _terms(root), _dates(root), _options(root)


def _terms(element: Any) -> dict[tuple[str, str], Term]:
    found: dict[tuple[str, str], Term] = {}
    for term in element.iterfind(f"{{{CSL}}}terms/{{{CSL}}}term"):
        single, multiple = term.find(f"{{{CSL}}}single"), term.find(f"{{{CSL}}}multiple")
        text = term.text or ""
        one = text if single is None else single.text or ""
        many = text if multiple is None else multiple.text or ""
        form = term.get("form") or term.get("gender-form") or "long"
        found[(str(term.get("name")), form)] = Term(one, many, term.get("gender") or "", term.get("match") or "")
    return found


def date_parts(date: Any) -> Iterator[Any]:
    """The parts of a date that CSL knows."""
    return (part for part in date.iterfind(f"{{{CSL}}}date-part") if part.get("name") in {"year", "month", "day"})


def _dates(element: Any) -> dict[str, DateForm]:
    found: dict[str, DateForm] = {}
    for date in element.iterfind(f"{{{CSL}}}date"):
        parts = tuple(DatePart(part.get("name"), dict(part.attrib)) for part in date_parts(date))
        found[str(date.get("form"))] = DateForm(parts, date.get("delimiter") or "")
    return found


def _options(element: Any) -> dict[str, str]:
    options = element.find(f"{{{CSL}}}style-options")
    return {} if options is None else {str(name): str(value) for name, value in options.attrib.items()}
