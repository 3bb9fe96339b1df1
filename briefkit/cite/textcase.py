"""Text cases (CSL 1.0.2, "Text-case"): marks and protected runs are left alone, and title case is for English only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefkit.cite import marks
from briefkit.cite.marks import closing, opening

STOP_WORDS = frozenset(
    (
        *("about", "above", "across", "afore", "after", "against", "al", "along", "alongside", "amid", "amidst", "among"),
        *("amongst", "anenst", "apropos", "apud", "around", "as", "aside", "astride", "at", "athwart", "atop", "barring", "before"),
        *("behind", "below", "beneath", "beside", "besides", "between", "beyond", "but", "by", "circa", "despite", "down"),
        *("during", "et", "except", "for", "forenenst", "from", "given", "in", "inside", "into", "lest", "like", "modulo", "near"),
        *("next", "notwithstanding", "of", "off", "on", "onto", "out", "over", "per", "plus", "pro", "qua", "sans", "since"),
        *("than", "through", "thru", "throughout", "thruout", "till", "to", "toward", "towards", "under", "underneath", "until"),
        *("unto", "up", "upon", "versus", "vs.", "v.", "vs", "v", "via", "vis-à-vis", "with", "within", "without", "or", "yet"),
        *("so", "and", "nor", "a", "an", "the", "de", "d'", "von", "van", "c", "ca"),
    )
)
_KEEP = (marks.NO_CASE, marks.NO_DECOR, marks.SUP, marks.SUB, marks.SMALL_CAPS)
_BETWEEN = "—–/-"
_WORD = re.compile(rf"[^\s{_BETWEEN}]+|[\s{_BETWEEN}]+")


def change_case(text: str, case: str, language: str = "en") -> str:
    """A marked text in another case."""
    if case == "title":
        return title_case(text) if language.startswith("en") else text
    if case == "sentence":
        return _sentence(text)
    changes: dict[str, Callable[[str], str]] = {
        "lowercase": lambda run: _mapped(run, str.lower),
        "uppercase": lambda run: _mapped(run, str.upper),
        "capitalize-first": _capital_first,
        "capitalize-all": _capital_all,
    }
    return changes[case](text) if case in changes else text


def _protected(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, with whether case must be kept (nocase, superscript and subscript)."""
    depth = 0
    keep_open = {opening(kind) for kind in _KEEP}
    keep_close = {closing(kind) for kind in _KEEP}
    at = 0
    for found in marks.ANY.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], depth > 0
        char = found.group()
        depth += (char in keep_open) - (char in keep_close)
        yield char, True
        at = found.end()
    if at < len(text):
        yield text[at:], depth > 0


def _mapped(text: str, change: Callable[[str], str]) -> str:
    return "".join(piece if keep else change(piece) for piece, keep in _protected(text))


def _capital_first(text: str) -> str:
    """The first visible character, if it is a lower-case letter, as a capital."""
    depth = 0
    for at, char in enumerate(text):
        if marks.ANY.match(char):
            depth += (char == opening(marks.NO_CASE)) - (char == closing(marks.NO_CASE))
        elif depth:
            return text
        elif char.isalnum():
            return text[:at] + char.upper() + text[at + 1 :] if len(char.upper()) == 1 else text
        elif char.isspace():
            return text
    return text


def _capital_all(text: str) -> str:
    previous = " "
    pieces: list[str] = []
    for piece, keep in _protected(text):
        if keep and marks.ANY.match(piece):
            pieces.append(piece)
            continue
        for char in piece:
            pieces.append(char.upper() if not keep and (previous.isspace()) else char)
            previous = char
    return "".join(pieces)


def _is_upper(text: str) -> bool:
    letters = [char for char in marks.bare(text) if char.isalpha()]
    return bool(letters) and all(char == char.upper() for char in letters) and any(char != char.lower() for char in letters)


def _sentence(text: str) -> str:
    """An all-capitals text in lower case, then the first letter as a capital (mixed case keeps its capitals within words)."""
    return _capital_first(_mapped(text, str.lower) if _is_upper(text) else _words(text, _sentence_word))


def _sentence_word(word: str, first: bool, last: bool, after: str, hyphened: bool) -> str:
    return word.lower() if word[:1].isupper() and word[1:] == word[1:].lower() else word


def title_case(text: str) -> str:
    """English title case: every word but the small ones, these too at the beginning, at the end and after a colon.

    Capitals stay, in a text that is all capitals too. The specification would make "Iccpr" of "ICCPR"; the public test suite and the
    other processors do not.
    """
    return _words(text, _title_word)


def _title_word(word: str, first: bool, last: bool, after: str, hyphened: bool) -> str:
    plain = word.strip("’'.,;:!?()[]{}\"“”")
    if plain.lower() in STOP_WORDS and not first and not last and after not in {":", "?", "!", "."} and (after == "-") == hyphened:
        return word.lower() if plain == plain.lower() or plain == plain.capitalize() else word
    if word != word.lower():
        return word
    if after in {"-", "–"} and len(plain) == 1:
        return word
    for at, char in enumerate(word):
        if char.isalnum():
            return word[:at] + char.upper() + word[at + 1 :] if len(char.upper()) == 1 and not _GREEK.match(char) else word
    return word


_GREEK = re.compile("[\u0370-\u03ff]")


def _words(text: str, change: Callable[[str, bool, bool, str, bool], str]) -> str:
    """Each unprotected word changed; a word may run across marks, which stay where they are."""
    plain, places, kept = _visible(text)
    words = [found for found in _WORD.finditer(plain) if found.group()[0] not in _BETWEEN and not found.group()[0].isspace()]
    chars = list(text)
    for number, found in enumerate(words):
        word, span = found.group(), range(*found.span())
        if kept and not kept.isdisjoint(span):
            continue
        before, after = _last_before(plain, found.start()), plain[found.end() : found.end() + 1]
        new = change(word, number == 0, number == len(words) - 1, before, after == "-")
        if new != word and len(new) == len(word):
            for one, char in zip(span, new, strict=True):
                chars[places[one]] = char
    return "".join(chars)


def _visible(text: str) -> tuple[str, list[int], set[int]]:
    """What a reader sees of a text, the place of each of its characters in the text, and those whose case must be kept."""
    seen: list[str] = []
    places: list[int] = []
    kept: set[int] = set()
    at = 0
    for piece, keep in _protected(text):
        if not (keep and marks.ANY.match(piece)):
            kept.update(range(len(places), len(places) + len(piece)) if keep else ())
            places.extend(range(at, at + len(piece)))
            seen.append(piece)
        at += len(piece)
    return "".join(seen), places, kept


def _last_before(plain: str, at: int) -> str:
    """The last character before a place that is no space."""
    while at and plain[at - 1].isspace():
        at -= 1
    return plain[max(at - 1, 0) : at]
