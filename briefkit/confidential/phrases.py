"""Words one after another, as a text may write them: as given, in other cases, in the other alphabet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefkit.confidential.endings import in_cyrillic_cases, in_latin_cases, latin_in_cyrillic_cases, latin_in_latin_cases
from briefkit.confidential.folding import fold
from briefkit.confidential.letters import cyrillic_as_latin, is_cyrillic, latin_as_cyrillic

How = Literal[
    "as given",
    "case",
    "letters",
    "surname",
    "given name",
    "with initials",
    "initials",
    "name",
    "quoted name",
    "acronym",
    "words",
    "street",
    "figures",
    "local number",
    "e-mail",
    "domain",
    "web",
    "day",
    "sum",
]

BETWEEN = r"[\W_]{0,4}"  # words may stand without anything between them, as in the name of a file
NO_LETTER_FOLLOWS = r"(?![^\W\d_])"
NO_FIGURE_FOLLOWS = r"(?![^\W_])"
LEAST = 3  # letters without which a word says nothing
_MOST = 20  # words by which a longer text is told
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a value: a pattern for folded texts.

    Where it is not `sure`, it may be something else, so that a person has to look: an ordinary word, initials that others have too.
    With `capital` it counts only where it is written with one.
    """

    how: How
    pattern: str
    sure: bool = True
    capital: bool = False


def listed(words: str) -> frozenset[str]:
    """A set of words, written one after another."""
    return frozenset(words.split())


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a text."""
    return _WORD.findall(fold(text).text)


def letters_in(words: Sequence[str]) -> int:
    """How many letters and figures the words have."""
    return sum(map(len, words))


def phrase(words: Sequence[str], how: How = "as given", *, sure: bool = True) -> Iterator[Form]:
    """The words as given, in every case, and in the other alphabet; nothing where they are too short to be told."""
    if letters_in(words) < LEAST:
        return
    for kind, spell in WAYS:
        yield Form(kind if how == "as given" else how, in_a_row(words[:_MOST], spell), sure, capital=not sure)


def in_a_row(words: Sequence[str], spell: Callable[[str], str], between: str = BETWEEN) -> str:
    """A pattern for words in a row. Short ones keep something between them: “a b” is not found in “ab”."""
    apart = between if letters_in(words) > 2 * LEAST else between.replace("{0,", "{1,")
    return apart.join(map(spell, words)) + (NO_FIGURE_FOLLOWS if words[-1][-1].isdigit() else NO_LETTER_FOLLOWS)


def _in_cases(word: str) -> str:
    if not word.isalpha() or len(word) < LEAST:
        return re.escape(word)
    return in_cyrillic_cases(word) if is_cyrillic(word) else latin_in_latin_cases(word)


def _in_other_letters(word: str) -> str:
    if not word.replace("'", "").isalpha():
        return re.escape(word)
    if is_cyrillic(word):
        return in_latin_cases(word) if len(word) >= LEAST else cyrillic_as_latin(word)
    return latin_in_cyrillic_cases(word) if len(word) >= LEAST else latin_as_cyrillic(word)


WAYS: tuple[tuple[How, Callable[[str], str]], ...] = (("as given", re.escape), ("case", _in_cases), ("letters", _in_other_letters))
