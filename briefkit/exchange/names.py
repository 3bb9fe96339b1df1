"""Ids for items that come without one that a text can cite."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping
from typing import Any

LONGEST = 80  # characters of an id
_CITABLE = re.compile(r"\w(?:[\w:.#$%&+?<>~/-]*\w)?")  # what may stand behind @ in a text
_AUTHORS = ("author", "authority", "editor", "publisher", "jurisdiction", "container-title")
_PASSED = frozenset(("the", "and", "for", "von", "der", "die", "das", "des", "les", "sur", "about"))


def citable(name: str) -> bool:
    """Whether a text can cite an id. An address is none: it would name its owner's library, and read as a link."""
    return len(name) <= LONGEST and "://" not in name and _CITABLE.fullmatch(name) is not None


def made(csl: Mapping[str, Any], taken: Container[str]) -> str:
    """An id of author, year and the first telling word of the title, unlike those that are taken."""
    parts = (_word(author_of(csl)), _year(csl), _word(str(csl.get("title", ""))))
    name = "-".join(part for part in parts if part) or "item"
    numbered = (name if number == 1 else f"{name}-{number}" for number in range(1, 1_000_000))
    return next(one for one in numbered if one not in taken)


def author_of(csl: Mapping[str, Any]) -> str:
    """The family name of the first author, or the name of the body that stands for one."""
    for role in _AUTHORS:
        value = csl.get(role)
        first = value[0] if isinstance(value, list) and value else value
        text = (first.get("family") or first.get("literal") or "") if isinstance(first, Mapping) else first
        if isinstance(text, str) and _word(text):
            return text
    return ""


def _year(csl: Mapping[str, Any]) -> str:
    issued = csl.get("issued")
    found = re.search(r"\d{4}", str(issued.get("date-parts") or list(issued.values()))) if isinstance(issued, Mapping) else None
    return found.group() if found else ""


def _word(text: str) -> str:
    """The first word that tells something, in small letters, without accents where these are Latin."""
    words: list[str] = re.findall(r"[^\W\d_]+", re.sub(r"<[^>]*>", "", text).casefold())
    word = next((word for word in words if len(word) > 2 and word not in _PASSED), words[0] if words else "")
    bare = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return (bare if bare.isascii() else word)[:20]
