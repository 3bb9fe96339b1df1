"""A text as it is searched: one case, one kind of space, hyphen and quotation mark, no accents, nothing that cannot be seen.

Whatever a name is written with (a soft hyphen, a non-breaking hyphen, ё or е, an accent), it folds to the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_PLAIN = {
    **dict.fromkeys("«»“”„‟″ʺ‹›〝〞＂", '"'),
    **dict.fromkeys("’‘‚‛ʼʹʻʽˈ′`´", "'"),
    "\u2212": "-",
    "ё": "е",
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ə": "a",
    "ŋ": "n",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
}
_UNSEEN = ("Mn", "Me", "Cf", "Cc")
_MIXED = re.compile("[а-яәіңғүұқөһ][a-z]|[a-z][а-яәіңғүұқөһ]")
_WORD = re.compile(r"[^\W\d_]+")
# Letters of Latin that look like Cyrillic ones, in either case, and are typed for them: Axметов with A and x of an English keyboard.
_ALIKE = str.maketrans("abcehikmoptxy", "авсеһікмортху")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is searched, and where each of its characters stands in the text as it is read."""

    text: str
    read: str
    places: Sequence[int] | None = None  # None where each stands in its own place

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in the text as it is read."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def fold(text: str) -> Folded:
    """The text to search."""
    read = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    if read.isascii():
        return Folded(_SPACES_AND_CONTROLS.sub(" ", read).lower(), read)
    pieces = [_TABLE[ord(char)] for char in read]
    folded = _unmixed("".join(pieces))
    if all(len(piece) == 1 for piece in pieces):
        return Folded(folded, read)
    return Folded(folded, read, [place for place, piece in enumerate(pieces) for _ in piece])


_SPACES_AND_CONTROLS = re.compile(r"[\s\x00-\x1f\x7f]")


def _folded_character(char: str) -> str:
    if char.isspace():
        return " "
    return "".join(_bare(one) for one in unicodedata.normalize("NFKC", char).lower())


def _bare(char: str) -> str:
    """A character without what does not count."""
    if char in _PLAIN:
        return _PLAIN[char]
    category = unicodedata.category(char)
    if category in _UNSEEN:
        return ""
    if category == "Pd":
        return "-"
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if char.isspace():
        return " "
    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() else char  # й stays й: only letters of Latin lose their marks


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded_character(chr(code))
        return folded


_TABLE = _Table()


def _unmixed(text: str) -> str:
    """Words that mix letters of Latin and Cyrillic, in Cyrillic; as long as they were."""
    if _MIXED.search(text) is None:
        return text
    return _WORD.sub(lambda word: word[0].translate(_ALIKE) if _MIXED.search(word[0]) else word[0], text)
