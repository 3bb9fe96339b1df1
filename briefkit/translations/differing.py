"""Where a translation does not keep step with the English text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import NOTHING, Message, listed, say, say_count
from briefkit.model.glossary import Glossary
from briefkit.source import Source, Span
from briefkit.translations.frame import TO_TRANSLATE
from briefkit.translations.stretches import ORIGINAL, Kept, Steps, Stretch, steps

_AROUND = 70  # characters of the English text that a hint shows on each side


def differences(english: Source, other: Source, language: str, glossary: Glossary = ()) -> Iterator[Diagnostic]:
    """`translation-differs`: at each place of a translation, what it lacks, or has beside what the English text has there.

    Where the tags differ, that alone is said: what stands between them cannot be set side by side.
    """
    original, translated = steps(english, ORIGINAL), steps(other, language)
    if original is None or translated is None:
        return  # the tags do not pair, and that is said elsewhere
    if (at := other.text.find(TO_TRANSLATE)) >= 0:
        said = say("Here the words in “{language}” are still to be written.", language=language)
        yield diagnose("translation-differs", said, other.span(at, at + len(TO_TRANSLATE)), say("put them in the place of the mark"))
    if original.conditions != translated.conditions:
        yield _tags(original, translated, language)
        return
    for one, two in zip(original.stretches, translated.stretches, strict=True):
        yield from _stretch(one, two, language, glossary)


# --- tags -----------------------------------------------------------------------------------------


def _tags(original: Steps, translated: Steps, language: str) -> Diagnostic:
    """The first place where the tags part; what comes after it mostly follows from it."""
    matched = SequenceMatcher(None, original.conditions, translated.conditions, autojunk=False)
    parted = next(one for one in matched.get_opcodes() if one[0] != "equal")
    _, first, end, at, until = parted
    lacks, has = _quoted(original.conditions[first:end]), _quoted(translated.conditions[at:until])
    if not has:
        said = say("Here the text in “{language}” lacks {lacking} of the English text.", language=language, lacking=lacks)
    elif not lacks:
        said = say("Here the text in “{language}” has {added}, and the English text does not.", language=language, added=has)
    else:
        said = say(
            "Here the text in “{language}” has {added}, and the English text {lacking}.", language=language, added=has, lacking=lacks
        )
    place = translated.tags[at].span if has else _shown(translated.stretches[at].span)
    words = original.stretches[first].span
    words = words.source.span(words.end if lacks else words.start, original.stretches[min(end + 1, len(original.tags))].span.end)
    return diagnose("translation-differs", said, place, _beside(words, words.start))


def _quoted(tags: Sequence[str]) -> Message:
    if not tags:
        return NOTHING
    names = listed(say("“{name}”", name=tag) for tag in tags)
    return say("the tags {names}", names=names) if len(tags) > 1 else say("the tag {names}", names=names)


# --- between the tags -------------------------------------------------------------------------------


def _stretch(one: Stretch, two: Stretch, language: str, glossary: Glossary) -> Iterator[Diagnostic]:
    if len(one.paragraphs) != len(two.paragraphs):
        said = say(
            "Here the text in “{language}” has {paragraphs}, and the English text {in_english}.",
            language=language,
            paragraphs=_counted(two),
            in_english=_counted(one),
        )
        yield diagnose("translation-differs", said, _shown(two.span), _beside(one.span, one.span.start))
    lacking, added = _unmatched(one, two, language, glossary)
    for kept in lacking:
        instead = next((here for here in added if here.sort == "citation" and here.name == kept.name), None)
        if instead is None:
            said = say("Here the text in “{language}” lacks {lacking} of the English text.", language=language, lacking=_called(kept))
            yield diagnose("translation-differs", said, _place(kept, one, two), _beside(_paragraph(kept, one), kept.span.start))
        else:
            added.remove(instead)
            said = say(
                "Here the text in “{language}” cites “{place}”, and the English text “{in_english}”.",
                language=language,
                place=_cited(instead),
                in_english=_cited(kept),
            )
            yield diagnose("translation-differs", said, instead.span, _beside(_paragraph(kept, one), kept.span.start))
    for here in added:
        said = say("Here the text in “{language}” has {added}, and the English text does not.", language=language, added=_called(here))
        words = _place(here, two, one)
        yield diagnose("translation-differs", said, here.span, _beside(words, words.start))


def _unmatched(one: Stretch, two: Stretch, language: str, glossary: Glossary) -> tuple[list[Kept], list[Kept]]:
    """What only the English stretch has, and what only the translation has. A fact counts once, however often it is printed."""
    named = (term for term in glossary if term.name(language) and term.name(ORIGINAL))
    names = {term.name(language).casefold(): term.name(ORIGINAL).casefold() for term in named}

    def key(kept: Kept) -> tuple[str, str, str]:
        return kept.sort, kept.name, names.get(kept.loc, kept.loc)

    lacking = _without([kept.key for kept in one.kept], Counter(key(kept) for kept in two.kept))
    added = _without([key(kept) for kept in two.kept], Counter(kept.key for kept in one.kept))
    return [one.kept[at] for at in lacking], [two.kept[at] for at in added]


def _without(keys: list[tuple[str, str, str]], others: Counter[tuple[str, str, str]]) -> Iterator[int]:
    """Where the keys stand that the others do not have, or not as often; each fact that they do not have stands once."""
    left = Counter(others)
    seen: set[tuple[str, str, str]] = set()
    for at, key in enumerate(keys):
        if key[0] == "fact":
            if key not in others and key not in seen:
                yield at
            seen.add(key)
        elif left[key]:
            left[key] -= 1
        else:
            yield at


def _called(kept: Kept) -> Message:
    name = _cited(kept)
    return {
        "citation": say("the citation “{name}”", name=name),
        "reference": say("the reference to “{name}”", name=name),
        "fact": say("the fact “{name}”", name=name),
        "part": say("the part “{name}”", name=name),
    }[kept.sort]


def _cited(kept: Kept) -> str:
    if kept.sort == "citation":
        return f"@{kept.name}, {kept.loc}" if kept.loc else f"@{kept.name}"
    return kept.name


def _counted(stretch: Stretch) -> Message:
    number = len(stretch.paragraphs)
    return say_count("{number} paragraph", "{number} paragraphs", number) if number else say("no paragraphs")


# --- places -----------------------------------------------------------------------------------------


def _place(kept: Kept, stretch: Stretch, beside: Stretch) -> Span:
    """Where, in the other text, something would stand: in the paragraph of the same number, if there are as many."""
    number = sum(1 for paragraph in stretch.paragraphs if paragraph.start <= kept.span.start)
    if number and len(stretch.paragraphs) == len(beside.paragraphs):
        return beside.paragraphs[number - 1]
    return _shown(beside.span)


def _paragraph(kept: Kept, stretch: Stretch) -> Span:
    """The English words around something: its paragraph, or what stands before the first."""
    before = [paragraph for paragraph in stretch.paragraphs if paragraph.start <= kept.span.start]
    after = [paragraph.start for paragraph in stretch.paragraphs if paragraph.start > kept.span.start]
    return kept.span.source.span(before[-1].start if before else stretch.span.start, min((stretch.span.end, *after)))


def _shown(span: Span) -> Span:
    """A stretch without the white space at its ends; where it has no words, the tag or the words before it."""
    text = span.text
    if text.strip():
        start = span.start + len(text) - len(text.lstrip())
        return span.source.span(start, start + len(text.strip()))
    before = span.source.text[: span.start]
    start = before.rfind("{%")
    return span.source.span(max(start, 0), span.start if start >= 0 else 0)


def _beside(words: Span, at: int) -> Message:
    """The English text at a place, as a hint."""
    start, end = max(words.start, at - _AROUND), min(words.end, at + 2 * _AROUND)
    text = words.source.text
    while words.start < start and not text[start - 1].isspace():
        start -= 1
    while end < words.end and not text[end].isspace():
        end += 1
    shown = " ".join(text[start:end].split())
    if not shown:
        return say("the English text has nothing here")
    before, after = ("…" if text[words.start : start].strip() else ""), ("…" if text[end : words.end].strip() else "")
    return say("the English text reads here: {words}", words=f"{before}{shown}{after}")
