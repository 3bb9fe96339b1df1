"""CSL-JSON's rich text: the few tags that a title may hold, and the quotation marks in it, as marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.cite import marks
from briefkit.cite.marks import CLOSE_QUOTE, OPEN_QUOTE, closing, opening

_TAG = re.compile(r"""<(/?)(i|b|sup|sub|sc|span)((?:\s[^<>]*)?)>""")
_TAGS = {"i": marks.ITALIC, "b": marks.BOLD, "sup": marks.SUP, "sub": marks.SUB, "sc": marks.SMALL_CAPS}
_PAIRS = {"“": "”", "‘": "’"}
DEEPEST = 30  # tags, and quotation marks, within one another; beyond that the outer ones are not marks but signs of their own


def read_rich(text: str, curly: bool = True) -> str:
    """The text with its tags and quotation marks as marks; a tag that is not closed stays as it is written."""
    text = marks.ANY.sub("", text)
    if "<" in text:
        text = _tags(text)
    return quoted(text, curly) if _QUOTES.search(text) else text


_QUOTES = re.compile("[\"'“”‘’]")


def _kind(name: str, attributes: str) -> int | None:
    if name != "span":
        return _TAGS[name]
    if "small-caps" in attributes:
        return marks.SMALL_CAPS
    if "nocase" in attributes:
        return marks.NO_CASE
    return marks.NO_DECOR if "nodecor" in attributes else None


def _tags(text: str) -> str:
    """Tags in pairs, rightly nested, become marks."""
    found = list(_TAG.finditer(text))
    partner = _partners(found)
    pieces: list[str] = []
    at = 0
    for index, tag in enumerate(found):
        pieces.append(text[at : tag.start()])
        at = tag.end()
        if index not in partner:
            pieces.append(tag.group())
            continue
        first = found[min(index, partner[index])]
        kind = _kind(first[2], first[3] or "")
        if kind is not None:
            pieces.append(closing(kind) if tag[1] else opening(kind))
    return "".join([*pieces, text[at:]])


def _partners(found: Sequence[re.Match[str]]) -> dict[int, int]:
    """The tags that open or close each other, by their places; what stands open within a pair has no partner."""
    open_tags: list[tuple[int, str]] = []  # place, name
    partner: dict[int, int] = {}
    for index, tag in enumerate(found):
        if not tag[1]:
            open_tags = [*open_tags[-DEEPEST:], (index, tag[2])]
            continue
        at = next((at for at in range(len(open_tags) - 1, -1, -1) if open_tags[at][1] == tag[2]), None)
        if at is not None:
            partner[open_tags[at][0]], partner[index] = index, open_tags[at][0]
            del open_tags[at:]
    return partner


def quoted(text: str, curly: bool = True) -> str:
    """Quotation marks in pairs as marks, apostrophes as printers set them; what has no partner stays as it is."""
    chars = list(text)
    open_quotes: list[tuple[int, str]] = []
    for found in _QUOTES.finditer(text):
        at, char = found.start(), found.group()
        if char in "“”‘’" and not curly:
            continue
        before, after = _visible(text, at, -1), _visible(text, at, 1)
        del open_quotes[:-DEEPEST]
        if char in "“‘" and not (char == "‘" and before.isalnum()):
            open_quotes.append((at, _PAIRS[char]))
        elif char in "\"'":
            _straight(chars, at, char, before, after, open_quotes)
        elif char in "”’":
            _close(chars, at, char, after, open_quotes)
    return "".join(chars)


def _visible(text: str, at: int, step: int) -> str:
    at += step
    while 0 <= at < len(text) and marks.ANY.match(text[at]):
        at += step
    return text[at] if 0 <= at < len(text) else ""


def _straight(chars: list[str], at: int, char: str, before: str, after: str, open_quotes: list[tuple[int, str]]) -> None:
    opened = next((index for index in range(len(open_quotes) - 1, -1, -1) if open_quotes[index][1] == char), None)
    may_close = opened is not None and before and not before.isspace() and not after.isalnum()
    if may_close and opened is not None:
        chars[open_quotes[opened][0]], chars[at] = OPEN_QUOTE, CLOSE_QUOTE
        del open_quotes[opened:]
    elif (not before or before.isspace() or before in "([{-–—/\"'“‘\u00a0") and after and not after.isspace():
        if char == "'":
            chars[at] = "’"  # an apostrophe, unless its partner is found
        open_quotes.append((at, char))
    elif char == "'":
        chars[at] = "’"


def _close(chars: list[str], at: int, char: str, after: str, open_quotes: list[tuple[int, str]]) -> None:
    opened = next((index for index in range(len(open_quotes) - 1, -1, -1) if open_quotes[index][1] == char), None)
    if opened is not None and not (char == "’" and after.isalnum()):
        chars[open_quotes[opened][0]], chars[at] = OPEN_QUOTE, CLOSE_QUOTE
        del open_quotes[opened:]
