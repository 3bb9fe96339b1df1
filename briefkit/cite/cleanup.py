"""Clean-up: punctuation that meets where pieces were joined, spaces, and what moves into quotation marks.

The table of collisions is that of the public test suite (CSL leaves it to processors): of two marks, which stand.
"""

from __future__ import annotations

import re

from briefkit.cite.marks import CLOSE_QUOTE, OPEN_QUOTE, SEAM

_COLLISIONS = {
    ":": {":": ":", ".": ":", ";": ":;", "!": "!", "?": "?", ",": ":,"},
    ".": {":": ".:", ".": ".", ";": ".;", "!": ".!", "?": ".?", ",": ".,"},
    ";": {":": ";", ".": ";", ";": ";", "!": "!", "?": "?", ",": ";,"},
    "!": {":": "!", ".": "!", ";": "!;", "!": "!", "?": "!?", ",": "!,"},
    "?": {":": "?", ".": "?", ";": "?;", "!": "?!", "?": "?", ",": "?,"},
    ",": {":": ",:", ".": ",.", ";": ",;", "!": ",!", "?": ",?", ",": ","},
}
_MARK = "[\ue000-\ue03f\ue041\ue042\ue044-\uf8ff]"  # any mark but those of a note's number and a locator, which a reader sees
_MEETING = re.compile(rf"([:.;!?,])({_MARK}*)([:.;!?,])")
_ALL_MEETING = re.compile(rf"[:.;!?,](?:{_MARK}*[:.;!?,])+")
_SPACES = re.compile(rf" (?:{_MARK}* )+")
_ENDINGS = re.compile(rf"(?:{_MARK}|[.,!?]){{2,1000}}")  # where all that moves into quotation marks is
_INTO_QUOTES = re.compile(rf"([^{CLOSE_QUOTE}]?)({CLOSE_QUOTE}+)((?:(?!{OPEN_QUOTE}|{CLOSE_QUOTE}){_MARK})*)([.,!?])")


def collide(text: str) -> str:
    """Punctuation that meets, across marks, as the table of collisions has it."""
    return _ALL_MEETING.sub(lambda found: _collided(found.group()), text) if SEAM in text else text


def _collided(text: str) -> str:
    at = 0
    while (found := _MEETING.search(text, at)) is not None:
        both = _COLLISIONS[found[1]][found[3]]
        if both == found[1] + found[3] or SEAM not in found[2]:
            at = found.end() - 1
            continue
        kept = both + found[2] if both[0] == found[1] else found[2] + both
        text = text[: found.start()] + kept + text[found.end() :]
        at = found.start()
    return text


def tidy(text: str, punctuation_in_quote: bool) -> str:
    """A rendered citation as it is read: spaces single, punctuation met, and moved into quotation marks where the locale says so."""
    text = _SPACES.sub(lambda found: f" {found.group().replace(' ', '')}", text)
    text = collide(text)
    return collide(_moved(text)) if punctuation_in_quote else text


def _moved(text: str) -> str:
    """What ends a phrase, after a closing quotation mark, into it."""
    return _ENDINGS.sub(lambda found: _moved_within(found.group()), text) if CLOSE_QUOTE in text else text


def _moved_within(text: str) -> str:
    while (found := _INTO_QUOTES.search(text)) is not None:
        before, quotes, between, stop = found.groups()
        text = f"{text[: found.start()]}{before}{SEAM}{stop}{quotes}{between}{text[found.end() :]}"
    return text


_BEGINNING = re.compile(rf"({_MARK}*)[ \u00a0]+")
_IS_MARK = re.compile(_MARK)


def trimmed(text: str) -> str:
    """Without spaces at its edges, marks looked through."""
    text = _BEGINNING.sub(r"\1", text, count=1) if _BEGINNING.match(text) else text
    end = len(text)
    while end and _IS_MARK.match(text[end - 1]):
        end -= 1
    return text[:end].rstrip(" \u00a0") + text[end:]
