"""The language of the text (ECMA-376 Part 1 §17.3.2.20): told for the whole document, and for words in another script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.inspection.word_file import VAL, WordFile, values
from briefkit.messages import Message, say, say_count
from briefkit.ooxml import Element, qn

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_CYRILLIC, _LATIN = re.compile("[\u0400-\u052f]"), re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
_IN_CYRILLIC = ("ru", "kk", "uk", "be", "ky", "bg", "sr", "mk", "mn", "tg", "tt", "ba")
_SHOWN = 40  # characters of a passage that a sentence shows


def language_problems(word: WordFile) -> Iterator[Message]:
    """The document's language is told, in styles and properties alike, and whatever is told is a language."""
    usual = _usual(word)
    if not usual:
        yield say("The styles do not say which language the document is in.")
    told = {tag for _, story in word.stories for tag in values(story, "lang")} | {usual}
    yield from (say("“{tag}” is no language.", tag=tag) for tag in sorted(told) if tag and not _TAG.fullmatch(tag))
    stated = word.properties.findtext(qn("dc:language")) if word.properties is not None else None
    if stated and usual and stated != usual:
        yield say("The properties say “{stated}” and the styles “{usual}” of the document’s language.", stated=stated, usual=usual)


def _usual(word: WordFile) -> str:
    path = "/".join(qn(f"w:{name}") for name in ("docDefaults", "rPrDefault", "rPr", "lang"))
    found = word.styles.find(path) if word.styles is not None else None
    return found.get(VAL, "") if found is not None else ""


def script_problems(word: WordFile) -> Iterator[Message]:
    """Words in other letters than the document's language has tell theirs: Word would look for mistakes by the wrong dictionary."""
    usual = _usual(word)
    other = _LATIN if usual[:2].lower() in _IN_CYRILLIC else _CYRILLIC
    wrong = [
        text for _, story in word.written for run in story.iter(qn("w:r")) if other.search(text := _words(run)) and not _told(run, word)
    ]
    if wrong and usual:
        yield say_count(
            "One passage is in other letters than the document’s language ({language}) and tells none of its own: “{words}”.",
            "{number} passages are in other letters than the document’s language ({language}) and tell none of their own: “{words}”.",
            len(wrong),
            language=usual,
            words=wrong[0].strip()[:_SHOWN],
        )


def _words(run: Element) -> str:
    return "".join(node.text or "" for node in run.iterchildren(qn("w:t")))


def _told(run: Element, word: WordFile) -> bool:
    """Whether a run, or its paragraph's style, tells a language."""
    if run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None:
        return True
    paragraph = next(run.iterancestors(qn("w:p")), None)
    return paragraph is not None and word.sheet.tells_language(word.sheet.style_of(paragraph))
