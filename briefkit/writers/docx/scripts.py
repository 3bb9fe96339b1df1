"""Which language a run of words is in, by its script: so that Word spells Russian names in an English brief as Russian."""

from __future__ import annotations

import re

from briefkit.writers.words import words

_CYRILLIC = "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a"
_CYRILLIC_WORDS = re.compile(f"([{_CYRILLIC}][^{_LATIN}]*)")
_LATIN_WORDS = re.compile(f"([{_LATIN}][^{_CYRILLIC}]*)")
_KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)  # what Word takes for a language (BCP 47)


def pieces(text: str, cyrillic: bool) -> list[tuple[str, str]]:
    """A text cut where its script changes: each piece with the language that its script tells, none for that of the document.

    `cyrillic` is the document's script. What belongs to no script (digits, spaces, marks) goes with what precedes it.
    """
    cut = (_LATIN_WORDS if cyrillic else _CYRILLIC_WORDS).split(text)
    return [(piece, _told(piece, cyrillic) if at % 2 else "") for at, piece in enumerate(cut) if piece]


def _told(piece: str, cyrillic: bool) -> str:
    if cyrillic:
        return words("en").tag
    return words("kk" if _KAZAKH_LETTERS.search(piece) else "ru").tag


def tag(language: str) -> str:
    """A language as Word names it: those of a document in full, others as they are written; empty for what is no language."""
    if not _TAG.fullmatch(language):
        return ""
    known = words(language).tag
    return known if known[:2] == language[:2].lower() else language
