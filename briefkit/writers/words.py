"""The words that the writer itself prints, per language of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """`page` holds {page} and {pages}; `tag` is the language as Word names it (BCP 47)."""

    tag: str
    contents: str
    draft: str
    page: str
    cyrillic: bool = False


_WORDS = {
    "en": Words("en-GB", "Contents", "Draft", "page {page} of {pages}"),
    "ru": Words("ru-RU", "Содержание", "Проект", "стр. {page} из {pages}", cyrillic=True),
    "kk": Words("kk-KZ", "Мазмұны", "Жоба", "{pages} беттің {page}-беті", cyrillic=True),
}


def words(language: str) -> Words:
    """The words of a language (`ru`, `ru-KZ`); the English ones where it has none."""
    return _WORDS.get(re.split("[-_]", language.casefold())[0], _WORDS["en"])
