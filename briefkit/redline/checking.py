"""Does a redline keep its promise: accepted, it says what the new document says, and rejected, what the old one does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import Message, enumerated, say, verbatim
from briefkit.ooxml import relationships
from briefkit.ooxml.names import COMMENTS, ENDNOTES, FOOTER, FOOTNOTES, HEADER, HYPERLINK, IMAGE, OFFICE
from briefkit.ooxml.tracked import accepted, rejected
from briefkit.redline.documents import Sayings, WordFile, digest, sayings, sections
from briefkit.redline.texts import Said

_STORIES = {
    "body": say("the body"),
    "footnotes": say("the footnotes"),
    "endnotes": say("the endnotes"),
    "comments": say("the comments"),
    "headers": say("the headers and footers"),
}
_MAY_BE_LEFT = ("comments", "headers")  # where the engine leaves these as they are, that is said, and is no error
# Kinds of relationship: those whose parts are looked at with the text, and the names of the others.
_LOOKED_AT = {FOOTNOTES, ENDNOTES, COMMENTS, HEADER, FOOTER, HYPERLINK, IMAGE}
_LOOKED_AT |= {f"{OFFICE}/{kind}" for kind in ("chart", "oleObject", "package", "diagramData", "diagramLayout", "diagramColors")}
_KINDS = {
    "styles": say("the styles"),
    "numbering": say("the kinds of numbering"),
    "settings": say("the settings"),
    "theme": say("the theme"),
    "fontTable": say("the list of fonts"),
    "webSettings": say("the settings for a browser"),
    "glossaryDocument": say("the building blocks"),
    "customXml": say("data kept beside the text"),
}
_SHOWN = 60  # characters of a text that differs


def problems(redline: WordFile, old: WordFile, new: WordFile) -> tuple[Diagnostic, ...]:
    """Where the redline breaks its promise (`redline-differs`), and what differs but was not compared (`redline-part-uncompared`)."""
    before, after = sayings(redline, rejected), sayings(redline, accepted)
    pairs = ((after, sayings(new), new), (before, sayings(old), old))
    same_layout = sections(old) == sections(new)
    broken: list[Diagnostic] = []
    left = [] if same_layout else [say("the layout of pages")]
    for story, name in _STORIES.items():
        wrong = [pair for pair in pairs if getattr(pair[0], story).printed != getattr(pair[1], story).printed]
        if not wrong:
            continue
        left_alone = getattr(before, story) == getattr(after, story) or (story == "headers" and not same_layout)
        if story in _MAY_BE_LEFT and left_alone:
            left.append(name)
        else:
            broken.append(_broken(*wrong[0], story, wrong[0][2] is new))
    left += [say("the marks for tables and for an index")] if any(decided.marks != wanted.marks for decided, wanted, _ in pairs) else []
    return (*broken, *_dead_ends(after, pairs[0][1], new), *_left((*left, *_other_parts(old, new))))


def _broken(decided: Sayings, wanted: Sayings, word: WordFile, story: str, accepting: bool) -> Diagnostic:
    found, expected = _first_difference(getattr(decided, story).printed, getattr(wanted, story).printed)
    values = {"file": word.name, "part": _STORIES[story], "found": found, "expected": expected}
    said = (
        say("Once every change is accepted, the redline does not say what “{file}” says ({part}): “{found}” for “{expected}”.", **values)
        if accepting
        else say(
            "Once every change is rejected, the redline does not say what “{file}” says ({part}): “{found}” for “{expected}”.", **values
        )
    )
    return diagnose("redline-differs", said, hint=say("compare the two documents in Word itself"))


def _dead_ends(after: Sayings, now: Sayings, new: WordFile) -> Iterator[Diagnostic]:
    """Fields and links that would lead nowhere. Bookmarks are not tracked, so only those of the new document are promised."""
    led = {word for code in now.fields for word in re.split(r"[\s#\"]+", code)}
    lost = sorted(led & (now.places - after.places))
    if lost:
        said = say("Once every change is accepted, fields of “{file}” lead nowhere: {names}.", file=new.name, names=", ".join(lost))
        yield diagnose("redline-differs", said, hint=say("compare the two documents in Word itself"))


def _first_difference(found: Said, expected: Said) -> tuple[str, str]:
    """The first line, field or content control that differs, from a little before where it does."""
    ours = (*found.lines, *found.fields, *found.controls)
    theirs = (*expected.lines, *expected.fields, *expected.controls)
    first, second = next(((one, other) for one, other in zip_longest(ours, theirs, fillvalue="") if one != other), ("", ""))
    at = next((at for at, pair in enumerate(zip_longest(first, second)) if pair[0] != pair[1]), 0)
    start = max(at - _SHOWN // 3, 0)
    return first[start : start + _SHOWN], second[start : start + _SHOWN]


def _other_parts(old: WordFile, new: WordFile) -> Iterator[Message]:
    """What the two documents hold beside their texts, where it differs."""
    ours, theirs = _beside(old), _beside(new)
    for kind in sorted(ours.keys() | theirs.keys()):
        if ours.get(kind) != theirs.get(kind):
            yield _KINDS.get(kind, verbatim(kind))


def _beside(word: WordFile) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for link in relationships(word.parts, word.main):
        if link.type not in _LOOKED_AT:
            what = link.target if link.external else digest(word.parts, link.target)
            found.setdefault(link.type.rpartition("/")[2], []).append(what)
    return {kind: sorted(parts) for kind, parts in found.items()}


def _left(parts: tuple[Message, ...]) -> Iterator[Diagnostic]:
    if parts:
        said = say("What differs here is not marked, since it was not compared: {parts}.", parts=enumerated(parts))
        yield diagnose("redline-part-uncompared", said, hint=say("look at both documents"))
