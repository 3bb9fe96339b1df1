"""What a text cites, whatever the facts: all of it, or some of its paragraphs alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefkit.diff.marks import FACT, marks_in
from briefkit.markup import every_branch, read_markup, refs_within, single_locs
from briefkit.source import Source
from briefkit.template import FACT_CLOSE, FACT_OPEN, Filled, Printed
from briefkit.tree import Ref
from briefkit.walk import plain

# What is written before a citation, or in Kazakh mostly behind it, to tell what it is to the sentence; the longest is found first.
_SIGNALS = (
    *("see, for example,", "see for example", "see, e.g.,", "see e.g.", "see, among others,", "see also", "see generally", "but see also"),
    *("but see", "but cf.", "but cf", "contrast with", "contrast", "compare with", "compare", "cf.", "cf", "contra", "accord"),
    *("e.g.", "see"),
    *("см., например,", "см. например", "см. также", "но см. также", "но см.", "однако см.", "см.", "ср. также", "ср. с", "ср."),
    *("сравните", "напротив", "иначе", "например", "смотри", "смотрите"),
    *("қараңыз", "қар.", "сонымен қатар қараңыз", "салыстырыңыз", "салыст.", "бірақ қараңыз", "мысалы"),
)
_SIGNAL = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in sorted(_SIGNALS, key=len, reverse=True))
_BEGINS = re.compile(rf"(?:{_SIGNAL})(?!\w)", re.IGNORECASE)
_ENDS = re.compile(rf"(?<!\w)(?:{_SIGNAL})[\s:,]*\Z", re.IGNORECASE)
_CITED = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]|@[\w{]\S*")
_BEFORE = 40  # characters before a citation in which its signal may stand


@dataclass(frozen=True, slots=True)
class Cited:
    """An authority cited at a place of a text: its pinpoints (“” for none), and the signal before it."""

    authority: str
    locs: tuple[str, ...]
    signal: str
    at: int

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        return self.authority, self.locs


def read_citations(text: Source, language: str) -> tuple[Cited, ...] | None:
    """What a text cites in order, every branch of it read; None where its tags do not pair, so that nothing can be read."""
    blocks = every_branch(text, language)
    return None if blocks is None else tuple(_cited(ref, text) for ref in refs_within(blocks))


def as_cited(paragraph: str) -> tuple[tuple[str, str], ...]:
    """The citations of a paragraph as they are written, with the signal before each: where these are the same, so is what is cited."""
    found = ((" ".join(one.group().split()), paragraph[max(one.start() - _BEFORE, 0) : one.start()]) for one in _CITED.finditer(paragraph))
    return tuple((words, _found(_ENDS.search(before))) for words, before in found)


def read_citations_in(text: Source, language: str, ranges: Iterable[tuple[int, int]]) -> tuple[Cited, ...]:
    """What some paragraphs of a text cite, each given by where it stands; the others are not read."""
    wanted = [(start, end) for start, end in ranges if text.text.find("@", start, end) >= 0]
    if not wanted:
        return ()
    return tuple(_cited(ref, text) for ref in refs_within(read_markup(_spread(text, wanted), language).value))


def _spread(text: Source, ranges: Iterable[tuple[int, int]]) -> Filled:
    """The paragraphs with all their branches one behind another, and a placeholder for each fact."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    printed: list[Printed] = []
    length = 0
    for start, end, is_fact in _written(text.text, ranges):
        piece = f"{FACT_OPEN}{len(printed)}{FACT_CLOSE}" if is_fact else text.text[start:end] if end > start else "\n\n"
        if is_fact:
            printed.append(Printed("…", "text", (), text.span(start, end)))
        places.append((length, start))
        pieces.append(piece)
        length += len(piece)
    return Filled("".join(pieces), tuple(printed), tuple(places), text)


def _written(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """The runs of a template that print something within the ranges: words, facts, and behind each range an empty one, which parts it."""
    stretches = list(_printing(text))
    at = 0
    for begin, stop in ranges:
        while at < len(stretches) and stretches[at][1] <= begin:
            at += 1
        here = at
        while here < len(stretches) and stretches[here][0] < stop:
            start, end, is_fact = stretches[here]
            yield max(start, begin), min(end, stop), is_fact
            here += 1
        yield stop, stop, False


def _printing(text: str) -> Iterator[tuple[int, int, bool]]:
    """The words and the facts of a template in order, without its notes to the drafter."""
    at, in_note = 0, False
    for mark in marks_in(text) or ():
        if mark.start > at and not in_note:
            yield at, mark.start, False
        if mark.word == FACT and not in_note:
            yield mark.start, mark.end, True
        in_note = mark.word == "note" or (in_note and mark.word != "endnote")
        at = mark.end
    if at < len(text):
        yield at, len(text), False


def _cited(ref: Ref, text: Source) -> Cited:
    locs = tuple(single_locs(ref.locator)) if ref.locator else ("",)
    at = ref.origin.span.start if ref.origin.span else 0
    return Cited(ref.authority, locs, _signal(plain(ref.prefix), plain(ref.suffix), text.text[max(at - _BEFORE, 0) : at]), at)


def _signal(prefix: str, suffix: str, before: str) -> str:
    """The signal within a citation, or the one that stands before its bracket."""
    within = _BEGINS.match(prefix.strip()) or _BEGINS.match(suffix.strip(" ,"))
    bracket = before.rstrip().removesuffix("-").rstrip()
    found = within or (_ENDS.search(bracket.removesuffix("[")) if bracket.endswith("[") else None)
    return _found(found)


def _found(signal: re.Match[str] | None) -> str:
    return " ".join(signal.group().split()).strip(" ,:").casefold() if signal else ""
