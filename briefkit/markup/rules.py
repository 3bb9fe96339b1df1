"""The inline rules that markdown-it is given: bracketed citations, free footnotes, authorities named in the text."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from briefkit.markup.citations import KEY, looks_like_citation

_OPENED = re.compile(r"\[(?:[^\[\]\n]*[\s;-])?@[\w{]")
_QUOTES = {"en": "“”‘’", "ru": "«»„“", "kk": "«»“”"}


def reader(language: str) -> MarkdownIt:
    """A Markdown reader with the project's rules and the language's quotation marks."""
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": True, "quotes": _QUOTES.get(language, _QUOTES["en"])})
    markdown.enable(["table", "smartquotes"])
    markdown.disable(["html_block", "html_inline", "lheading", "code", "reference", "hr"])
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.before("link", "free_note", _free_note)
    markdown.inline.ruler.before("link", "named", _named)
    return markdown


def matching_bracket(text: str, opened: int, end: int) -> int:
    """The offset of the bracket that closes the one at `opened`, or -1; escaped brackets do not count."""
    depth = 0
    at = opened
    while at < end:
        char = text[at]
        if char == "\\":
            at += 1
        elif char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return -1


def _push(state: StateInline, kind: str, start: int, end: int) -> None:
    token = state.push(kind, "", 0)
    token.content = state.src[start:end]
    token.meta = {"start": start, "end": end}


def _citation(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    close = matching_bracket(state.src, state.pos, state.posMax)
    if close < 0:
        return _unclosed(state, silent)
    if state.src[close + 1 : close + 2] == "(" or not looks_like_citation(state.src[state.pos + 1 : close]):
        return False
    if not silent:
        _push(state, "citation", state.pos + 1, close)
    state.pos = close + 1
    return True


def _unclosed(state: StateInline, silent: bool) -> bool:
    """A bracket that begins a citation and is never closed would print as it stands: report it."""
    if _OPENED.match(state.src, state.pos) is None:
        return False
    if not silent:
        _push(state, "unclosed_citation", state.pos, state.posMax)
    state.pos = state.posMax
    return True


def _free_note(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("^[", state.pos):
        return False
    close = matching_bracket(state.src, state.pos + 1, state.posMax)
    if not silent:
        kind = "free_note" if close >= 0 else "unclosed_note"
        _push(state, kind, state.pos + 2, close if close >= 0 else state.posMax)
    state.pos = close + 1 if close >= 0 else state.posMax
    return True


def _named(state: StateInline, silent: bool) -> bool:
    """`@iccpr` in a sentence, with a locator in brackets if one follows: `@iccpr [art 22]`."""
    key = KEY.match(state.src, state.pos, state.posMax)
    if key is None or key["hidden"]:
        return False
    end = key.end()
    locator = re.compile(r" \[([^\[\]@]+)\](?!\()").match(state.src, end, state.posMax)
    if not silent:
        token = state.push("named", "", 0)
        token.content = state.src[state.pos : end] + (f", {locator[1]}" if locator else "")
        token.meta = {"start": state.pos, "end": locator.end() if locator else end}
    state.pos = locator.end() if locator else end
    return True
