"""The search of a finished file, and what is said of what it finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefkit.confidential import SAID, ConfidentialValue, Hit, How, Search, fold
from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.leaks.pieces import Piece, Unsearchable
from briefkit.leaks.unpacked import pieces_of
from briefkit.messages import Message, listed, say, say_count, verbatim
from briefkit.ooxml import BadPackage

_MOST_PLACES = 4  # that are named
_LEAST_RAW = 6  # letters and figures of a find among bytes that nothing explains


@dataclass(frozen=True, slots=True)
class Leak:
    """A confidential value in a finished file: which, in which form, in which part, how often, and the first time with its words around.

    Not `sure`, if it may be something else, which a person has to look at.
    """

    value: ConfidentialValue
    how: How
    part: str
    sure: bool
    before: str
    found: str
    after: str
    times: int = 1


def find_leaks(made: bytes, search: Search) -> Checked[tuple[Leak, ...]]:
    """Every confidential value in a finished file, each once for a part and a way of writing, the sure ones first.

    Problem: `leak-unsearched`, where a part cannot be read; then nobody knows what the file holds.
    """
    found: dict[tuple[str, str, bool, str, str], Leak] = {}
    try:
        for piece in pieces_of(made):
            for hit in _hits(piece, search):
                key = (*_written(hit), piece.part)
                if key not in found:
                    found[key] = _leak(hit, piece.part)
                elif not piece.again:
                    found[key] = replace(found[key], times=found[key].times + 1)
    except (BadPackage, Unsearchable) as problem:
        return Checked(_in_order(found.values()), (_unsearched(problem.message),))
    return Checked(_in_order(found.values()))


def _hits(piece: Piece, search: Search) -> Iterator[Hit]:
    for hit in search.find(piece.text):
        if not piece.raw or (hit.sure and sum(char.isalnum() for char in hit.found) >= _LEAST_RAW):
            yield hit


def _written(one: Hit | Leak) -> tuple[str, str, bool, str]:
    """What is given away, and the way in which it is written."""
    return one.value.path, one.how, one.sure, " ".join(fold(one.found).text.split())


def _leak(hit: Hit, part: str) -> Leak:
    return Leak(hit.value, hit.how, part, hit.sure, hit.before, hit.found, hit.after)


def _in_order(leaks: Iterable[Leak]) -> tuple[Leak, ...]:
    return tuple(sorted(leaks, key=lambda leak: not leak.sure))


def _unsearched(why: Message) -> Diagnostic:
    return diagnose(
        "leak-unsearched",
        say("The finished file cannot be searched for confidential values: {reason}.", reason=why),
        hint=say("take out what cannot be read, such as an embedded file, or make it smaller; nothing is written"),
    )


def leak_problems(files: Mapping[str, Iterable[Leak]]) -> Iterator[Diagnostic]:
    """What was found in the files of these names: an error where it is sure, a warning where somebody has to look.

    What is written in one way is said once, with all its places: it comes from the same words.
    """
    alike: dict[tuple[str, str, bool, str], list[tuple[str, Leak]]] = {}
    for name, leaks in files.items():
        for leak in leaks:
            alike.setdefault(_written(leak), []).append((name, leak))
    for found in alike.values():
        yield _problem(found[0][1], max(_times(found).values()), _places(found))


def _times(found: Iterable[tuple[str, Leak]]) -> Counter[str]:
    """How often something stands in each file."""
    times: Counter[str] = Counter()
    for name, leak in found:
        times[name] += leak.times
    return times


def _places(found: Iterable[tuple[str, Leak]]) -> Message:
    places = list(dict.fromkeys(_where(leak.part, name) for name, leak in found))
    return listed(places if len(places) <= _MOST_PLACES else (*places[:_MOST_PLACES], "…"))


def _problem(leak: Leak, times: int, places: Message) -> Diagnostic:
    around = verbatim(f"{leak.before}{leak.found}{leak.after}".strip())
    values = {"fact": leak.value.path, "found": leak.found, "words": around, "how": SAID[leak.how], "place": places}
    if leak.sure:
        said = say_count(
            "The public document gives {fact} away: “{found}” ({how}), in {place}: “{words}”.",
            "The public document gives {fact} away {number} times: “{found}” ({how}), in {place}, first in “{words}”.",
            times,
            **values,
        )
        return diagnose("leak", said, leak.value.span, _what_to_do(leak))
    said = say_count(
        "“{found}” may give {fact} away ({how}), in {place}: “{words}”.",
        "“{found}” may give {fact} away ({how}), {number} times in {place}, first in “{words}”.",
        times,
        **values,
    )
    return diagnose("leak-possible", said, leak.value.span, say("look at the place: it may be an ordinary word"))


def _what_to_do(leak: Leak) -> Message:
    if _IN_MARGINS.fullmatch(leak.part):
        return say("if the Word template has the words in its header or footer, take them out there, or choose another with --template")
    return say("print the fact by its name, {fact}, so that it is replaced, or write the words anew", fact=leak.value.path)


# Parts that people know by another name.
_PARTS = {
    "word/document.xml": say("the text"),
    "word/footnotes.xml": say("the notes"),
    "word/endnotes.xml": say("the notes"),
    "word/comments.xml": say("the comments"),
    "docProps/core.xml": say("the properties"),
    "docProps/app.xml": say("the properties"),
    "docProps/custom.xml": say("the properties"),
    "content.xml": say("the text"),
    "meta.xml": say("the properties"),
}


_IN_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml|styles\.xml")  # of OpenDocument, both stand among the styles
_MARGINS = say("the headers and footers")


def _where(part: str, name: str) -> Message:
    if not part:
        return verbatim(name)
    known = _PARTS.get(part) or (_MARGINS if _IN_MARGINS.fullmatch(part) else None)
    if known:
        return say("{part} ({file})", part=known, file=name)
    if part.startswith("page ") and part[5:].isdigit():
        return say("page {number} ({file})", number=int(part[5:]), file=name)
    return verbatim(f"{part} ({name})")
