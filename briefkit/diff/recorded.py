"""Changes of what is recorded of a clause: its status, its version, its translations, whom it may address, what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from briefkit.diff.changes import Plain, Told, language_name
from briefkit.diff.fields import quoted
from briefkit.messages import Message, enumerated, say, say_count
from briefkit.model.libraries import Clause


@dataclass(frozen=True, slots=True)
class StatusChanged(Plain):
    """The status of a clause: draft, reviewed, retired."""

    name: ClassVar[str] = "status-changed"
    old: str
    new: str

    @property
    def sentence(self) -> Message:
        return say("Its status was “{old}” and is now “{new}”.", old=self.old, new=self.new)


@dataclass(frozen=True, slots=True)
class VersionChanged(Plain):
    name: ClassVar[str] = "version-changed"
    old: int
    new: int

    @property
    def weight(self) -> str:
        return "form"

    @property
    def sentence(self) -> Message:
        if self.new < self.old:
            return say("Its version was {old} and is now {new}, which is lower.", old=self.old, new=self.new)
        return say("Its version was {old} and is now {new}.", old=self.old, new=self.new)


@dataclass(frozen=True, slots=True)
class VersionKept(Plain):
    """That the text changed under translations that did not change with it, and the version stayed, so that none shows as stale."""

    name: ClassVar[str] = "version-kept"
    version: int
    languages: tuple[str, ...]

    @property
    def weight(self) -> str:
        return "wording"

    @property
    def sentence(self) -> Message:
        return say(
            "Its text changed and its version is still {version}: these translations will not show as stale: {languages}.",
            version=self.version,
            languages=enumerated([language_name(language) for language in self.languages]),
        )


# --- translations ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TranslationStale(Told):
    """That a translation renders an older version than the clause has; `old` is what it rendered before (None: not recorded)."""

    name: ClassVar[str] = "translation-stale"
    language: str
    old: int | None
    new: int
    version: int
    was_stale: bool

    @property
    def sentence(self) -> Message:
        language, new, version = language_name(self.language), self.new, self.version
        if self.old is None:
            return say(
                "The {language} translation is of version {new}, and the clause is at {version}: it is stale.",
                language=language,
                new=new,
                version=version,
            )
        if self.was_stale:
            return say(
                "The {language} translation is of version {new}, and the clause is at {version}: it is still stale.",
                language=language,
                new=new,
                version=version,
            )
        return say(
            "The {language} translation is of version {new}, and the clause is at {version}: it became stale.",
            language=language,
            new=new,
            version=version,
        )


@dataclass(frozen=True, slots=True)
class TranslationUpdated(Told):
    """That a translation is recorded to render the version that the clause has."""

    name: ClassVar[str] = "translation-updated"
    language: str
    old: int | None
    new: int
    was_stale: bool

    @property
    def weight(self) -> str:
        return "form"

    @property
    def sentence(self) -> Message:
        language, new = language_name(self.language), self.new
        if self.old is None:
            return say("The {language} translation is now recorded, of version {new}.", language=language, new=new)
        if self.was_stale:
            return say("The {language} translation caught up with version {new}.", language=language, new=new)
        return say("The {language} translation is now of version {new}.", language=language, new=new)


@dataclass(frozen=True, slots=True)
class TranslationUnrecorded(Told):
    """That nobody says any longer which version a translation renders."""

    name: ClassVar[str] = "translation-unrecorded"
    language: str
    old: int

    @property
    def weight(self) -> str:
        return "form"

    @property
    def sentence(self) -> Message:
        language = language_name(self.language)
        return say("The {language} translation is no longer recorded; it was of version {old}.", language=language, old=self.old)


Translated = TranslationStale | TranslationUpdated | TranslationUnrecorded


def compare_translations(old: Clause, new: Clause) -> Iterator[Translated]:
    """The translations whose version is another, or that became stale or fresh while it stayed."""
    before, after = dict(old.translations), dict(new.translations)
    for language in dict.fromkeys((*before, *after)):
        was, now = before.get(language), after.get(language)
        was_stale = was is not None and was < old.version
        is_stale = now is not None and now < new.version
        if was == now and was_stale == is_stale:
            continue
        if now is None:
            yield from (TranslationUnrecorded(language, one) for one in (was,) if one is not None)
        elif is_stale:
            yield TranslationStale(language, was, now, new.version, was_stale)
        else:
            yield TranslationUpdated(language, was, now, was_stale)


# --- audiences ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AudienceWidened(Plain):
    """Whom a clause may address now and might not before."""

    name: ClassVar[str] = "audience-widened"
    added: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        return say_count(
            "It may now address the audience {audiences} as well.",
            "It may now address the audiences {audiences} as well.",
            len(self.added),
            audiences=quoted(self.added),
        )


@dataclass(frozen=True, slots=True)
class AudienceNarrowed(Plain):
    """Whom a clause may address no longer."""

    name: ClassVar[str] = "audience-narrowed"
    dropped: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        return say_count(
            "It may no longer address the audience {audiences}.",
            "It may no longer address the audiences {audiences}.",
            len(self.dropped),
            audiences=quoted(self.dropped),
        )


def compare_audiences(old: Sequence[str], new: Sequence[str]) -> Iterator[AudienceWidened | AudienceNarrowed]:
    dropped, added = tuple(one for one in old if one not in new), tuple(one for one in new if one not in old)
    if dropped:
        yield AudienceNarrowed(dropped)
    if added:
        yield AudienceWidened(added)
