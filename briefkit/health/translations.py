"""Texts and terms in the languages of the documents that need them."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.health.subject import Subject, takes
from briefkit.messages import Message, say
from briefkit.model.naming import LANGUAGES
from briefkit.model.profiles import Profile
from briefkit.source import Span
from briefkit.translations import ORIGINAL, differences


def missing_translation(subject: Subject) -> Iterator[Diagnostic]:
    """`translation-missing`: of a clause, of its title, or of a standard text, in a language of a profile that takes it."""
    for clause in subject.clauses:
        profiles = [profile for profile in subject.holdings.profiles if takes(profile, clause)]
        for language in _languages(profiles, subject):
            text = clause.text(language)
            if text is None or not text.text.strip():
                said = say("The clause “{clause}” has no text in “{language}”.", clause=clause.slug, language=language)
                yield _missing(said, clause.span, subject)
            elif language not in dict(clause.title):
                said = say("The clause “{clause}” has no title in “{language}”.", clause=clause.slug, language=language)
                yield _missing(said, clause.span, subject)
    for boilerplate in subject.holdings.boilerplate:
        profiles = [profile for profile in subject.holdings.profiles if _prints(profile, boilerplate.name)]
        for language in _languages(profiles, subject):
            if boilerplate.text(language) is None:
                place = boilerplate.texts[0][1].whole() if boilerplate.texts else None
                said = say("The standard text “{name}” is missing in “{language}”.", name=boilerplate.name, language=language)
                yield _missing(said, place, subject)


def _prints(profile: Profile, name: str) -> bool:
    return any(one.name == name for part in profile.parts for one in (*part.opens, *part.closes))


def _languages(profiles: list[Profile], subject: Subject) -> Iterator[str]:
    """The languages asked about in which any of some profiles makes documents."""
    made = {language for profile in profiles for language in profile.languages}
    return (language for language in LANGUAGES if language in made and subject.asks_about(language))


def _missing(said: Message, span: Span | None, subject: Subject) -> Diagnostic:
    hint = say("translate it, or take the language out of the profiles")
    return diagnose("translation-missing", said, span, hint, subject.severity)


def missing_term(subject: Subject) -> Iterator[Diagnostic]:
    """`translation-missing` of a term of the glossary."""
    for term in subject.holdings.glossary:
        for language in LANGUAGES:
            if subject.asks_about(language) and not term.name(language):
                said = say("The glossary has no word in “{language}” for this term.", language=language)
                yield diagnose("translation-missing", said, term.span, say("add it"), subject.severity)


def stale_translation(subject: Subject) -> Iterator[Diagnostic]:
    """`translation-stale`: a translation of an earlier version of its clause."""
    for clause in subject.clauses:
        for language, version in clause.translations:
            if subject.asks_about(language) and version < clause.version:
                said = say(
                    "The text of “{clause}” in “{language}” renders version {old}; the clause is at version {new}.",
                    clause=clause.slug,
                    language=language,
                    old=version,
                    new=clause.version,
                )
                hint = say("bring it up to date, and say so under translations")
                yield diagnose("translation-stale", said, clause.span, hint, subject.severity)


def differing_translation(subject: Subject) -> Iterator[Diagnostic]:
    """`translation-differs`: a clause's text that does not keep step with the English one.

    Standard texts are left in peace: they are short, and their grammar asks for conditions that English does without.
    """
    for clause in subject.clauses:
        english = clause.text(ORIGINAL)
        for language, text in clause.texts:
            if english and language != ORIGINAL and subject.asks_about(language) and text.text.strip():
                yield from differences(english, text, language, subject.holdings.glossary)
