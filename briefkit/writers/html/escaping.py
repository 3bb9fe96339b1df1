"""Words as HTML and as a string of CSS: nothing that is printed can become a tag, an attribute or a rule."""

from __future__ import annotations

import re
from html import escape

from briefkit.ooxml import clean
from briefkit.writers.unbroken import HYPHEN

_SPACES = re.compile("[\n\r\u2028\u2029\u0085\t]+")
_UNBROKEN = re.compile(rf"([^\s/]*{HYPHEN}[^\s/]*)")
_UNBROKEN_RANGES = re.compile(rf"([^\s/]*(?:{HYPHEN}|(?<=\d)–(?=\d))[^\s/]*)")
_CONTROLS = re.compile("[\x7f-\x9f]")  # what XML can hold and HTML cannot


def escaped(text: str) -> str:
    """Words for a text or an attribute. A line's end is a space, as in every writer: breaks are nodes of their own."""
    return escape(clean(_CONTROLS.sub("", _SPACES.sub(" ", text)))).replace(HYPHEN, "-")


def printed(text: str, language: str) -> str:
    """Words for a text; those that a line's end may not part at a hyphen, in Russian and Kazakh at a dash between numbers, in a span.

    The hyphen itself is a plain one, so that what is searched for and copied is what was written.
    """
    held = _UNBROKEN_RANGES if language in ("ru", "kk") else _UNBROKEN
    pieces = held.split(text) if HYPHEN in text or "–" in text else [text]
    return "".join(f'<span class="unbroken">{escaped(piece)}</span>' if at % 2 else escaped(piece) for at, piece in enumerate(pieces))


def css_string(text: str) -> str:
    """Words as a CSS string (CSS Syntax Level 3 §4.3.7): all but letters, digits and spaces by their numbers.

    A space ends each number, and is no part of the words.
    """
    sure = clean(_CONTROLS.sub("", _SPACES.sub(" ", text)))
    return '"' + "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in sure) + '"'
