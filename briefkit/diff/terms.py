"""How the terms of the glossary changed: the word chosen in each language, and the words that it is chosen over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefkit.diff.changes import Change, Told, language_name
from briefkit.diff.editions import Edition, path_of
from briefkit.diff.fields import compare_fields, compare_names
from briefkit.diff.kinds import Kind, only_added, only_removed
from briefkit.diff.labels import of_language
from briefkit.messages import Message, say
from briefkit.model.glossary import Term
from briefkit.model.naming import LANGUAGES, in_language


@dataclass(frozen=True, slots=True)
class TermChanged(Told):
    """The word that is chosen for a term in a language; empty where there is none."""

    name: ClassVar[str] = "term-changed"
    language: str
    old: str
    new: str

    @property
    def weight(self) -> str:
        return "wording"

    @property
    def sentence(self) -> Message:
        language = language_name(self.language)
        if not self.old:
            return say("Its {language} word is now given: “{new}”.", language=language, new=self.new)
        if not self.new:
            return say("Its {language} word is gone: “{old}”.", language=language, old=self.old)
        return say("Its {language} word was “{old}” and is now “{new}”.", language=language, old=self.old, new=self.new)


def _term(old: Term, new: Term, was: Edition, now: Edition) -> Iterator[Change]:
    for language in LANGUAGES:
        if old.name(language) != new.name(language):
            yield TermChanged(language, old.name(language), new.name(language))
    for language in LANGUAGES:
        label = of_language(say("The words that it is chosen over"), language)
        yield from compare_names(label, old.rejected(language), new.rejected(language), "wording", language)
    yield from compare_fields(old, new, ("names", "instead_of"))


TERMS = Kind(
    what="term",
    all_of=lambda library: library.glossary,
    id=lambda term: in_language(term.names, "en"),
    title=lambda term: "",
    path=lambda term: path_of(term.span),
    changed=_term,
    added=only_added("term"),
    removed=only_removed("term"),
)
