"""The inline rules that markdown-it is given: bracketed citations, free footnotes, authorities named in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, image, link
from mdit_py_plugins.container import container_plugin

from briefkit.markup.citations import KEY, looks_like_citation
from briefkit.markup.divs import FENCE, read_div
from briefkit.source import PRIVATE_USE
from briefkit.template import FACT_OPEN

_OPENED = re.compile(rf"\[(?:[^\[\]\n]*[\s;-])?@[\w{{{FACT_OPEN}]")
_BRACKETS = re.compile(r"\\.|[\[\]]", re.DOTALL)
# What may hold an "@" and is no citation: an escaped character, code, an e-mail address.
_NO_AUTHORITY = re.compile(r"\\.|`[^`]*`|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+", re.DOTALL)
_MARK = re.compile(r"\{\.(?P<name>[\w-]+)\}")  # what may stand after a citation's bracket: {.optional}
_LANGUAGE = re.compile(r"\{lang=(?P<language>[\w-]+)\}")  # after the bracket of words in another language
_NUMBERED_NOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_ENTITY = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>[0-9]{1,7}));")
MAX_BRACKETS = 20  # within one another
_DEEPEST = 60  # levels of nesting that markdown-it reads: more than any that `blocks` takes
_QUOTES = {"en": "“”‘’", "ru": "«»„“", "kk": "«»“”"}


class _Markdown(MarkdownIt):
    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """An address keeps a printed fact as it is, so that it can be refused; a target in the document is no address."""
        return url if FACT_OPEN in url or url.startswith(("#", "@")) else super().normalizeLink(url)

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Every address is read as a link: which ones a brief may hold is said, with a diagnostic, where links are made."""
        return True


@cache
def reader(language: str) -> MarkdownIt:
    """A Markdown reader with the project's rules and the language's quotation marks. It keeps nothing of what it reads."""
    quotes = _QUOTES.get(language, _QUOTES["en"])
    markdown = _Markdown("commonmark", {"html": False, "typographer": True, "quotes": quotes, "maxNesting": _DEEPEST})
    markdown.enable(["table", "smartquotes"])
    markdown.disable(["html_block", "html_inline", "lheading", "code", "reference", "hr"])
    container_plugin(markdown, "div", FENCE[0], validate=lambda info, _: read_div(info) is not None)
    markdown.core.ruler.before("inline", "shallow", _shallow)
    markdown.inline.ruler.before("entity", "private_entity", _private_entity)
    markdown.inline.ruler.before("link", "html_comment", _html_comment)
    markdown.inline.ruler.before("link", "numbered_note", _numbered_note)
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.before("link", "free_note", _free_note)
    markdown.inline.ruler.before("link", "named", _named)
    markdown.inline.ruler.before("link", "open_brace", _open_brace)
    markdown.inline.ruler.before("link", "mark", _stray_mark)
    for name, rule in (("link", link), ("image", image), ("autolink", autolink)):
        markdown.inline.ruler.at(name, _placed(rule))
    return markdown


def _placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """One of markdown-it's rules, its first token with the place that markdown-it does not keep."""

    def placing(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        for token in state.tokens[before:] if found and not silent else ():
            if token.type in {"link_open", "image"}:
                token.meta = {"start": start, "end": state.pos}
                break
        return found

    return placing


def _matching_bracket(state: StateInline, opened: int) -> int:
    """The offset of the bracket that closes the one at `opened`, or -1."""
    pairs = state.env.get("brackets")
    if pairs is None or pairs[0] != state.src:
        pairs = state.env["brackets"] = (state.src, bracket_pairs(state.src))
    close: int = pairs[1].get(opened, -1)
    return close if close < state.posMax else -1


def bracket_pairs(text: str) -> dict[int, int]:
    """Where each bracket that is closed is closed; escaped brackets do not count."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in _BRACKETS.finditer(text):
        if found.group() == "[":
            opened.append(found.start())
        elif found.group() == "]" and opened:
            pairs[opened.pop()] = found.start()
    return pairs


def _shallow(state: StateCore) -> None:
    """Text in which brackets nest without end is not read (it would take too long); `too_deep` tells where that begins."""
    for token in state.tokens:
        at = _too_deep(token.content) if token.type == "inline" else None
        if at is not None:
            token.meta, token.content = {"too_deep": at, "content": token.content}, ""


def _too_deep(text: str) -> int | None:
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth = max(depth + {"[": 1, "]": -1}.get(found.group(), 0), 0)
        if depth > MAX_BRACKETS:
            return found.start()
    return None


def _push(state: StateInline, kind: str, start: int, end: int) -> None:
    token = state.push(kind, "", 0)
    token.content = state.src[start:end]
    token.meta = {"start": start, "end": end}


def _private_entity(state: StateInline, silent: bool) -> bool:
    """A private-use character must not come in by its number (&#xE000;): it would read as a printed fact."""
    found = _ENTITY.match(state.src, state.pos, state.posMax)
    if found is None or int(found["hex"] or found["decimal"], 16 if found["hex"] else 10) not in PRIVATE_USE:
        return False
    if not silent:
        state.push("text_special", "", 0).content = "\ufffd"
    state.pos = found.end()
    return True


def _citation(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    close = _matching_bracket(state, state.pos)
    if close < 0:
        return _unclosed(state, silent)
    language = _LANGUAGE.match(state.src, close + 1, state.posMax)
    if language:
        taken = _taken(state, silent, "foreign", state.pos + 1, close, language.end())
        if not silent:
            state.tokens[-1].meta["language"] = language["language"]
        return taken
    inner = state.src[state.pos + 1 : close]
    if state.src[close + 1 : close + 2] == "(":
        return False
    if looks_like_citation(inner):
        return _taken_with_mark(state, silent, state.pos + 1, close)
    return "@" in inner and "@" in _NO_AUTHORITY.sub("", inner) and _taken(state, silent, "no_authority", state.pos, close + 1, close + 1)


def _taken(state: StateInline, silent: bool, kind: str, start: int, end: int, after: int) -> bool:
    if not silent:
        _push(state, kind, start, end)
    state.pos = after
    return True


def _taken_with_mark(state: StateInline, silent: bool, start: int, close: int) -> bool:
    """A bracketed citation, and the mark `{.optional}` right after its bracket."""
    mark = _MARK.match(state.src, close + 1, state.posMax)
    optional = mark is not None and mark["name"] == "optional"
    taken = _taken(state, silent, "citation", start, close, mark.end() if mark and optional else close + 1)
    if not silent:
        state.tokens[-1].meta["optional"] = optional
    return taken


def _stray_mark(state: StateInline, silent: bool) -> bool:
    """A mark that is none, or stands elsewhere: it would print as it stands."""
    found = _MARK.match(state.src, state.pos, state.posMax)
    return found is not None and _taken(state, silent, "stray_mark", state.pos, found.end(), found.end())


def _html_comment(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("<!--", state.pos):
        return False
    close = state.src.find("-->", state.pos + 4, state.posMax)
    end = close + 3 if close >= 0 else state.pos + 4
    return _taken(state, silent, "html_comment", state.pos, end, end)


def _numbered_note(state: StateInline, silent: bool) -> bool:
    found = _NUMBERED_NOTE.match(state.src, state.pos, state.posMax)
    return found is not None and _taken(state, silent, "numbered_note", state.pos, found.end(), found.end())


def _open_brace(state: StateInline, silent: bool) -> bool:
    """`@{` that begins no id: what `named` has not read."""
    if not state.src.startswith("@{", state.pos) or state.src[max(state.pos - 1, 0) : state.pos].isalnum():
        return False
    return _taken(state, silent, "open_brace", state.pos, state.pos + 2, state.pos + 2)


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
    close = _matching_bracket(state, state.pos + 1)
    if not silent:
        kind, start = ("free_note", state.pos + 2) if close >= 0 else ("unclosed_note", state.pos)
        _push(state, kind, start, close if close >= 0 else state.posMax)
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
