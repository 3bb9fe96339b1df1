"""How the terms of the glossary changed: the word chosen in each language, and the words that it is chosen over."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diff.changes import Change
from briefkit.diff.editions import Edition, path_of
from briefkit.diff.fields import compare_fields, compare_names, compare_per_language
from briefkit.diff.kinds import Kind, only_added, only_removed
from briefkit.diff.labels import of_language
from briefkit.messages import say
from briefkit.model.glossary import Term
from briefkit.model.naming import LANGUAGES, in_language


def _term(old: Term, new: Term, was: Edition, now: Edition) -> Iterator[Change]:
    yield from compare_per_language(say("The word"), old.names, new.names)
    for language in LANGUAGES:
        words = of_language(say("The words that it is chosen over"), language)
        yield from compare_names(words, old.rejected(language), new.rejected(language))
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
