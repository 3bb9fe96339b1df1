"""A case as its public version has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from briefkit.case import CaseFiles, read_case
from briefkit.confidential import ConfidentialValue, confidential_values, each_value_once, identifying_facts, marked_names
from briefkit.model.case import Case, Exhibit
from briefkit.model.facts import Given, Record, Vocabulary
from briefkit.model.libraries import Library
from briefkit.model.naming import LANGUAGES
from briefkit.publication.days import days_in
from briefkit.publication.disguise import Disguise
from briefkit.publication.naming import Renamed, Renaming

_TYPED = ("text", "person", "list", "date", "money")  # what somebody may have typed into a text; a number alone may mean anything


@dataclass(frozen=True, slots=True)
class PublicVersion:
    """The case with the words that are printed instead of its facts, what stands for what, and what goes through its texts."""

    case: Case
    renamed: tuple[Renamed, ...]
    disguise: Disguise
    confidential: tuple[ConfidentialValue, ...]
    vocabulary: Vocabulary


def public_version(case: Case, library: Library, files: CaseFiles, chosen: Mapping[str, str]) -> PublicVersion:
    """The public version of a case, of which `files` are the texts, and `chosen` is what the command line overrides."""
    vocabulary = Vocabulary.of(library.facts)
    values = confidential_values(case.facts, vocabulary)
    renaming = Renaming(vocabulary, case.language, (one.text for one in values))
    facts = renaming.node(case.facts)
    assert isinstance(facts, Record)
    renamed = tuple(dict.fromkeys(renaming.renamed))
    own = frozenset(one.name for one in (files.case, files.secret, *files.texts.values()) if one)
    disguise = _disguise(case, vocabulary, renamed, values, own)
    renamed = tuple(replace(one, words=disguise.in_text(one.words, own=False)) if one.how == "kept" else one for one in renamed)
    exhibits = tuple(_exhibit(one, disguise) for one in case.exhibits)
    never = each_value_once((*values, *_in_other_languages(case, library, vocabulary, files, chosen)))
    return PublicVersion(replace(case, facts=facts, exhibits=exhibits, public=True), renamed, disguise, never, vocabulary)


def _in_other_languages(
    case: Case, library: Library, vocabulary: Vocabulary, files: CaseFiles, chosen: Mapping[str, str]
) -> Iterator[ConfidentialValue]:
    """The confidential values as the case gives them for documents in other languages: none of them may stand in this one either."""
    any_language = replace(library, profiles=())  # a kind of document that is made in one language says nothing of those of the facts
    for language in LANGUAGES:
        other = read_case(files, any_language, {**chosen, "language": language}).value if language != case.language else None
        yield from confidential_values(other.facts, vocabulary) if other else ()


def _disguise(
    case: Case, vocabulary: Vocabulary, renamed: Iterable[Renamed], values: Iterable[ConfidentialValue], own: frozenset[str]
) -> Disguise:
    renamed = tuple(renamed)
    types = {path: declared.type for path, declared in vocabulary.declared.items()}
    names = {one.value: one.words for one in renamed if one.how == "pseudonym" and types.get(one.path) in _TYPED}
    parts = {one.text: names[one.within] for one in values if one.within in names and one.text not in names}
    identifying = identifying_facts(case.facts, vocabulary)
    texts = {one.value for one in identifying if one.type == "text"}
    general = {one.value: one.words for one in renamed if one.how == "general" and one.value in texts and one.value not in names}
    days = frozenset(_days(case, identifying))
    sums = frozenset(one.value for one in identifying if one.type == "money" and isinstance(one.value, int | float))
    paths = frozenset(one.path for one in renamed)
    marked = {name: names[one.text] for one in values if one.kind == "name" and one.text in names for name in marked_names(one.text)}
    return Disguise(case.language, {**names, **parts}, general, days, sums, paths, own, marked)


def _days(case: Case, identifying: Iterable[Given]) -> Iterator[date]:
    """The days by which somebody finds the case: of its facts and of its documents, those that their words name among them."""
    values = [one.value for given in identifying for one in given.each]
    yield from (value for value in (*values, *(one.date for one in case.exhibits)) if isinstance(value, date))
    texts = (value for value in (*values, *(one.title for one in case.exhibits)) if isinstance(value, str))
    yield from (found.value for text in texts for found in days_in(text) if isinstance(found.value, date))


def _exhibit(exhibit: Exhibit, disguise: Disguise) -> Exhibit:
    """An exhibit of which the month is told, as it is in its title."""
    return replace(exhibit, title=disguise.in_title(exhibit.title), month_only=True)
