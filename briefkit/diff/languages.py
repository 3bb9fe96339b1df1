"""Two languages of one clause compared: where a translation does not keep step with the English text, and both side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from briefkit.diagnostics import Diagnostic
from briefkit.diff.changes import Change, Plain, Told, Weighty, language_name
from briefkit.diff.comparison import Comparison, Entry, Subject
from briefkit.diff.recorded import TranslationStale
from briefkit.diff.words import Passage, Piece
from briefkit.messages import Message, say
from briefkit.model.libraries import Clause, Library
from briefkit.model.naming import in_language
from briefkit.source import Source, Span
from briefkit.translations import ORIGINAL, differences, parallel


@dataclass(frozen=True, slots=True)
class TranslationDiffers(Weighty):
    """A place at which a translation lacks something of the English text, or has something beside it; the paragraphs show both texts."""

    name: ClassVar[str] = "translation-differs"
    language: str
    sentence: Message
    line: int
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class TextsBeside(Weighty):
    """The two texts whole, paragraph beside paragraph; no change."""

    name: ClassVar[str] = "texts-beside"
    languages: tuple[str, ...]
    passages: tuple[Passage, ...]

    @property
    def language(self) -> str:
        return ""

    @property
    def weight(self) -> str:
        return "form"

    @property
    def sentence(self) -> Message:
        one, other = (language_name(language) for language in self.languages)
        return say("The {language} and the {other} text side by side.", language=one, other=other)


@dataclass(frozen=True, slots=True)
class TextMissing(Told):
    """That a clause has no text in a language."""

    name: ClassVar[str] = "text-missing"
    language: str

    @property
    def sentence(self) -> Message:
        return say("There is no {language} text.", language=language_name(self.language))


@dataclass(frozen=True, slots=True)
class LanguagesAgree(Plain):
    """That two texts keep step with each other: the same tags, citations, facts, references and paragraphs."""

    name: ClassVar[str] = "languages-agree"

    @property
    def weight(self) -> str:
        return "form"

    @property
    def sentence(self) -> Message:
        return say("Both have the same tags, citations, facts, references and paragraphs.")


def compare_languages(clause: Clause, one: str, other: str, library: Library) -> Comparison:
    """Where two texts of a clause differ in what every translation keeps, each against the English one; then both side by side."""
    texts = [(language, clause.text(language)) for language in (one, other)]
    missing: tuple[Change, ...] = tuple(TextMissing(language) for language, text in texts if text is None)
    found = missing or tuple(_differing(clause, [(language, text) for language, text in texts if text], library))
    subject = Subject("clause", clause.slug, in_language(clause.title, "en"))
    return Comparison(f"{clause.slug} {one}", f"{clause.slug} {other}", (Entry(subject, found),), beside=(one, other))


def _differing(clause: Clause, texts: Sequence[tuple[str, Source]], library: Library) -> Iterator[Change]:
    columns = tuple(text for _, text in texts)
    rows = parallel([text.text for text in columns])
    english = clause.text(ORIGINAL)
    passages = _passages(rows, columns)
    found = [change for language, text in texts if english for change in _of_language(clause, english, text, language, library, passages)]
    yield from found or (LanguagesAgree(),)
    yield TextsBeside(tuple(language for language, _ in texts), tuple(passage for _, passage in passages))


Placed = tuple[tuple[Span | None, ...], Passage]  # a row, with the place of its paragraph in each text


def _of_language(
    clause: Clause, english: Source, text: Source, language: str, library: Library, rows: Sequence[Placed]
) -> Iterator[Change]:
    if language == ORIGINAL:
        return
    recorded = dict(clause.translations).get(language)
    if recorded is not None and recorded < clause.version:
        yield TranslationStale(language, recorded, recorded, clause.version, was_stale=True)
    for problem in differences(english, text, language, library.glossary):
        yield _differs(problem, language, rows)


def _differs(problem: Diagnostic, language: str, rows: Sequence[Placed]) -> TranslationDiffers:
    span = problem.span
    shown = tuple(passage for places, passage in rows if span and any(place and _covers(place, span) for place in places))
    return TranslationDiffers(language, problem.message, span.line if span else 1, shown)


def _covers(place: Span, span: Span) -> bool:
    return place.source == span.source and place.start <= span.start < max(place.end, place.start + 1)


def _passages(rows: Sequence[tuple[str, ...]], texts: Sequence[Source]) -> tuple[Placed, ...]:
    """The rows as passages, each paragraph looked for behind the one before it; a remark within one keeps it from being found."""
    ends = [0 for _ in texts]
    placed: list[Placed] = []
    for row in rows:
        places: list[Span | None] = []
        for number, (paragraph, text) in enumerate(zip(row, texts, strict=True)):
            at = text.text.find(paragraph, ends[number]) if paragraph else -1
            places.append(text.span(at, at + len(paragraph)) if at >= 0 else None)
            ends[number] = at + len(paragraph) if at >= 0 else ends[number]
        line = next((place.line for place in reversed(places) if place), 1)
        placed.append((tuple(places), Passage((Piece(row[0], row[-1], same=False),), line)))
    return tuple(placed)
