"""Texts as the words that count in a comparison, and where one text stands in another.

Only what the law pack allows is evened out: spaces, the shape of quotation marks and apostrophes, `co-operation` beside
`cooperation`, and the layout of the numbers of paragraphs.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\((?:[a-z]|[ivx]+|\d+)\)|[\w'-]+|[^\w\s]", re.UNICODE)
_NUMBER = re.compile(r"\((?:[a-z]|[ivx]+|\d+)\)|\d+")
_SAME = str.maketrans({"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
_COOPERATION = re.compile(r"\b([Cc])o-operat")
_GAP = re.compile(r"\[?\s*(?:…|\.\.\.)\s*\]?|\[[^\[\]]{2,}\]")  # words left out, or put in place of others
_ALTERED = re.compile(r"\[(\w)\]")  # a letter made large or small to fit the sentence: [t]he
_NEGATIONS = frozenset(
    [
        *("not", "no", "never", "none", "nothing", "nobody", "without", "unless", "except", "neither", "nor", "only", "cannot"),
        *("не", "ни", "нет", "никто", "ничто", "никакой", "никаких", "без", "кроме", "лишь", "только", "нельзя"),
        *("емес", "жоқ", "ешкім", "ешбір", "ештеңе", "тек"),
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it counts, and where it stands in its text."""

    text: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words and signs of a text, without the numbers of paragraphs at the beginning of a line or in brackets."""
    even = text.translate(_SAME)
    found = [Word(_COOPERATION.sub(r"\1ooperat", one.group()), one.start(), one.end()) for one in _TOKEN.finditer(even)]
    return tuple(word for at, word in enumerate(found) if not _is_layout(found, at, even))


def _is_layout(found: Sequence[Word], at: int, text: str) -> bool:
    word = found[at]
    if _NUMBER.fullmatch(word.text) is None:
        stop = word.text == "." and at and found[at - 1].text.isdigit()
        return bool(stop and _begins_line(text, found[at - 1].start))
    return word.text.startswith("(") or (_begins_line(text, word.start) and text[word.end : word.end + 1] == ".")


def _begins_line(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def pieces(quotation: str) -> tuple[str, ...]:
    """The pieces of a quotation between what it leaves out or replaces; altered letters are as they were written."""
    return tuple(piece.strip() for piece in _GAP.split(_ALTERED.sub(r"\1", quotation)) if piece.strip())


def altered(quotation: str) -> bool:
    """Whether the quotation says that it altered a letter."""
    return _ALTERED.search(quotation) is not None


def find(wanted: Sequence[Word], within: Sequence[Word], start: int = 0, any_case: bool = False) -> int | None:
    """Where the words stand one after another, from a place on; None if they do not."""

    def texts(some: Sequence[Word]) -> list[str]:
        return [word.text.casefold() if any_case else word.text for word in some]

    needle, hay = texts(wanted), texts(within)
    last = len(hay) - len(needle)
    return next((at for at in range(start, last + 1) if hay[at : at + len(needle)] == needle), None)


def negations(some: Sequence[Word]) -> tuple[str, ...]:
    """The words among them that turn or narrow a sentence."""
    return tuple(word.text for word in some if word.text.casefold() in _NEGATIONS)


def nearest(wanted: Sequence[Word], text: str) -> tuple[str, float]:
    """The stretch of a text that is most like the words, and how like it is, from 0 to 1."""
    there = words(text)
    if not there or not wanted:
        return "", 0.0
    matcher = difflib.SequenceMatcher(None, [word.text for word in wanted], [word.text for word in there], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return "", 0.0
    first = max(blocks[0].b - blocks[0].a, 0)
    last = min(blocks[-1].b + blocks[-1].size + len(wanted) - blocks[-1].a - blocks[-1].size, len(there))
    stretch = there[first:last]
    alike = sum(block.size for block in blocks) / max(len(wanted), len(stretch))
    return " ".join(text[stretch[0].start : stretch[-1].end].split()), alike


def aligned(wanted: str, source: str) -> str:
    """Two texts in one line, as git shows changed words: what is quoted wrongly [-so-], what stands there {+so+}."""
    old, new = wanted.split(), source.split()
    said: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            said += old[a:b]
            continue
        gone, come = " ".join(old[a:b]), " ".join(new[c:d])
        said.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return " ".join(said)
