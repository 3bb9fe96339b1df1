"""Citations in pandoc's syntax: [see @iccpr, art 22(1); -@sr-23-39, para 8]."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.markup.locators import BadPinpoint, names_more, read_locator
from briefkit.messages import say
from briefkit.source import Span
from briefkit.template import FACT_CLOSE, FACT_OPEN
from briefkit.tree import Fact, Inline, Locator, Origin, Ref, Text
from briefkit.walk import plain, rewrite_inlines

# A printed fact is taken as part of the id that it touches, so that it can be refused there.
KEY = re.compile(
    rf"(?<![\w@])(?P<hidden>-?)@(?:\{{(?P<braced>[^{{}}\s]+)\}}|"
    rf"(?P<plain>[\w{FACT_OPEN}](?:[\w:.#$%&+?<>~/{FACT_OPEN}{FACT_CLOSE}-]*[\w{FACT_CLOSE}])?))"
)
_TOKEN = re.compile(f"{FACT_OPEN}[0-9]*{FACT_CLOSE}?")
_AFTER_KEY = re.compile(r"\s*,?\s*")
_TOUCHING = re.compile(r"[^\s,;]*")
_BREAKS = re.compile(r"&(?:#\w{1,8}|\w{1,32});|\\.|[\[\]{};]", re.DOTALL)  # an entity's semicolon parts nothing

Where = Callable[[int, int], Span]
Affix = Callable[[str, int], tuple[Inline, ...]]  # text and its offset -> inlines


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int


def looks_like_citation(text: str) -> bool:
    """Whether a bracketed text names an authority."""
    return KEY.search(text) is not None


def read_refs(text: str, where: Where, affix: Affix, problems: list[Diagnostic]) -> tuple[Ref, ...]:
    """The refs of a citation's text (without its brackets).

    `where` turns offsets of `text` into a place in the source; `affix` reads a prefix or suffix as inlines.
    Problems: `citation-syntax`, `bad-pinpoint`, `fact-in-citation`.
    """
    refs = (_ref(piece, where, affix, problems) for piece in _pieces(text))
    return tuple(ref for ref in refs if ref is not None)


def read_refs_at(text: str, span: Span, problems: list[Diagnostic]) -> tuple[Ref, ...]:
    """The refs of a citation that is a value in a file, such as an act: all of it stands at one place, its other words are no markup."""
    return read_refs(text, lambda start, end: span, lambda affix, start: (Text(affix, Origin(span)),) if affix else (), problems)


def _pieces(text: str) -> Iterator[_Piece]:
    """The parts between semicolons that stand outside brackets and braces."""
    depth = start = 0
    for found in _BREAKS.finditer(text):
        depth += (found.group() in "[{") - (found.group() in "]}")
        if found.group() == ";" and depth <= 0:
            yield _Piece(text[start : found.start()], start)
            start = found.end()
    yield _Piece(text[start:], start)


def _ref(piece: _Piece, where: Where, affix: Affix, problems: list[Diagnostic]) -> Ref | None:
    keys = list(KEY.finditer(piece.text))
    span = _place(piece, where)
    if len(keys) != 1:
        problems.append(_wrong_keys(len(keys), span))
        return None
    key = keys[0]
    rest = piece.text[key.end() :]
    locator, used = _locator(rest, piece.start + key.end(), where, problems)
    if FACT_OPEN in key.group() or (used and FACT_OPEN in rest[:used] + _touching(rest, used)):
        problems.append(
            diagnose("fact-in-citation", say("A fact cannot stand in a citation's id or pinpoint."), span, say("write the id out"))
        )
        return None
    prefix = affix(piece.text[: key.start()].strip(), piece.start)
    suffix = affix(rest[used:].strip(), piece.start + key.end() + used)
    if names_more(rest[used:]) or names_more(_words(suffix)):
        problems.append(_more(rest[used:].strip(), span))
    return Ref(key["braced"] or key["plain"] or "", locator, prefix, suffix, key["hidden"] == "-", origin=Origin(span))


def _touching(text: str, at: int) -> str:
    """What stands directly after a place, up to the next space or comma."""
    found = _TOUCHING.match(text, at)
    return found.group() if found else ""


def _place(piece: _Piece, where: Where) -> Span:
    left = len(piece.text) - len(piece.text.lstrip())
    return where(piece.start + left, piece.start + max(left, len(piece.text.rstrip())))


def _wrong_keys(count: int, span: Span) -> Diagnostic:
    if count == 0:
        return diagnose("citation-syntax", say("This part of a citation names no authority."), span, say("each part holds one @id"))
    return diagnose(
        "citation-syntax", say("Two authorities stand here without a semicolon."), span, say("write [@one, art 1; @two, para 2]")
    )


def _words(inlines: tuple[Inline, ...]) -> str:
    """What the author wrote, without markup and entities; the value of a fact is never read."""
    return plain(rewrite_inlines(inlines, lambda one: (Text("…"),) if isinstance(one, Fact) else (one,)))


def _more(suffix: str, span: Span) -> Diagnostic:
    hint = say("cite it separately: [@a, art 1; @a, para 2]; a place within a place is written art 22(1)")
    return diagnose(
        "bad-pinpoint", say("“{words}” holds another pinpoint, which nothing would check.", words=_TOKEN.sub("…", suffix)), span, hint
    )


def _locator(rest: str, start: int, where: Where, problems: list[Diagnostic]) -> tuple[Locator | None, int]:
    """The locator after a key and how many characters of `rest` it takes, its comma included."""
    skipped = _AFTER_KEY.match(rest)
    after = skipped.end() if skipped else 0
    comma = "," in rest[:after]
    read = read_locator(rest[after:])
    if isinstance(read, BadPinpoint):
        if FACT_OPEN in rest[after + read.start : after + read.end]:
            return None, len(rest)
        span = where(start + after + read.start, start + after + read.end)
        problems.append(diagnose("bad-pinpoint", read.message, span, read.hint))
        return None, len(rest)
    locator, used = read
    if locator is None or (locator.label == "page" and not comma and rest[after : after + 1].isdigit()):
        return None, 0
    return locator, after + used
