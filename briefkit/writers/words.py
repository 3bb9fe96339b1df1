"""The words that the writers themselves print, per language of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """`page` holds {page} and {pages}, `back` {number}; `tag` is the language as Word names it (BCP 47)."""

    tag: str
    contents: str
    draft: str
    page: str
    to_do: str
    back: str
    cyrillic: bool = False


_EN = Words("en-GB", "Contents", "Draft", "page {page} of {pages}", "To do before filing", "Back to note {number} in the text")
_RU = Words("ru-RU", "Содержание", "Проект", "стр. {page} из {pages}", "Сделать до подачи", "К сноске {number} в тексте", cyrillic=True)
_KK = Words(
    "kk-KZ",
    "Мазмұны",
    "Жоба",
    "{pages} беттің {page}-беті",
    "Тапсырғанға дейін істелетін істер",
    "Мәтіндегі {number}-сілтемеге қайту",
    cyrillic=True,
)
_WORDS = {"en": _EN, "ru": _RU, "kk": _KK}


def words(language: str) -> Words:
    """The words of a language (`ru`, `ru-KZ`); the English ones where it has none."""
    return _WORDS.get(_base(language), _EN)


def tag(language: str) -> str:
    """A language by its BCP 47 tag; itself where it has no words here, and nothing where it is no tag at all."""
    known = _WORDS.get(_base(language))
    if known is not None:
        return known.tag
    return language if re.fullmatch(r"[a-z]{2,8}(-[a-z0-9]{1,8})*", language, re.ASCII | re.IGNORECASE) else ""


def _base(language: str) -> str:
    return re.split("[-_]", language.casefold())[0]
