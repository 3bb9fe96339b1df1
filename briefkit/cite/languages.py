"""An authority in the document's language: its title there, and what bodies and kinds of documents are called there.

CSL knows one text for each variable. What it should read in another language, or in a style that writes "Human Rights Council" where the
data have "UNHRC", stands in tables of the project: `styles/locales/names-<language or style>.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.libraries import Authority
from briefkit.shaped import read_shaped
from briefkit.shapes import Field, MapOf, Record, Words
from briefkit.source import Source
from briefkit.yamlmarks import Mapping as YamlMapping

Texts = Mapping[str, Source]  # the files of styles/locales, by path
NO_TEXTS: Texts = MappingProxyType({})
FOLDER = "styles/locales/"

NAMES_FILE = Record(
    (
        Field(
            "names", MapOf(Words()), say("names of bodies, series, kinds of documents, States: as the data have them, as they are printed")
        ),
        Field("cases", MapOf(Words()), say("words within the names of cases")),
        Field("titles", MapOf(Words()), say("words before a number within titles of any kind")),
    )
)
_NAMED = frozenset(
    (
        *("archive", "authority", "container-title", "container-title-short", "division", "event-title", "genre", "jurisdiction", "number"),
        *("publisher", "publisher-place"),
    )
)
_PEOPLE = frozenset(("author", "editor", "collection-editor", "container-author", "translator"))
_TITLES = ("title", "title-short")
# Works that are cited in the language they are written in, whatever the document's.
_IN_THEIR_OWN = frozenset(
    (
        *("article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "entry", "entry-dictionary"),
        *("entry-encyclopedia", "interview", "manuscript", "pamphlet", "paper-conference", "personal_communication", "post", "post-weblog"),
        *("speech", "thesis", "webpage"),
    )
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases and what stands for each; the longest one that fits is taken."""

    pattern: re.Pattern[str] | None
    texts: Mapping[str, str]

    @classmethod
    def of(cls, texts: Mapping[str, str], before: str = "") -> Phrases:
        longest = sorted(texts, key=len, reverse=True)
        written = "|".join(map(re.escape, longest))
        return cls(re.compile(rf"(?<!\w)(?:{written})(?![\w.]){before}") if texts else None, texts)

    def within(self, value: Any) -> Any:
        """A text with its phrases replaced; what is no text stays."""
        if self.pattern is None or not isinstance(value, str):
            return value
        return self.pattern.sub(lambda found: self.texts[found.group()], value)


@dataclass(frozen=True, slots=True)
class Naming:
    """One table of names."""

    names: Phrases
    cases: Phrases
    titles: Phrases

    def of(self, csl: Mapping[str, Any]) -> dict[str, Any]:
        """An item with its bodies, series and kinds named as the table has them."""
        item = {key: self._value(key, value) for key, value in csl.items()}
        for key in _TITLES:
            if key in item:
                title = self.titles.within(item[key])
                item[key] = self.cases.within(title) if item.get("type") == "legal_case" else title
        return item

    def _value(self, key: str, value: Any) -> Any:
        if key in _NAMED:
            return self.names.within(value)
        if key in _PEOPLE and isinstance(value, list | tuple):
            return [self._person(one) for one in value]
        return value

    def _person(self, person: Any) -> Any:
        if isinstance(person, Mapping) and "literal" in person:
            return {**person, "literal": self.names.within(person["literal"])}
        return person


def namings(texts: Texts, language: str, style: Source) -> Checked[tuple[Naming, ...]]:
    """The tables of a language and of a style, where there are any: the language's first."""
    problems: list[Diagnostic] = []
    stem = style.name.replace("\\", "/").rpartition("/")[2].removesuffix(".csl")
    sources = [texts[path] for name in dict.fromkeys((language, stem)) if (path := f"{FOLDER}names-{name}.yaml") in texts]
    return Checked(tuple(_naming(source, problems) for source in sources), tuple(problems))


def _naming(source: Source, problems: list[Diagnostic]) -> Naming:
    read = read_shaped(source, NAMES_FILE, problems)
    table = read if isinstance(read, YamlMapping) else YamlMapping((), source.whole())
    names, cases, titles = (dict(table.mapping(key).texts()) for key in ("names", "cases", "titles"))
    return Naming(Phrases.of(names), Phrases.of(cases), Phrases.of(titles, r"(?=[ \u00a0]\d)"))


def named(authority: Authority, language: str, tables: Iterable[Naming] = ()) -> Authority:
    """An authority with its title in the document's language, if it has one there, and its bodies named by the tables.

    A title of another language has no short form of its own: the English one would not be recognised as its.
    """
    csl: Mapping[str, Any] = authority.csl
    title = dict(authority.titles).get(language)
    if title:
        kept = {key: value for key, value in csl.items() if key not in {"title-short", "shortTitle"}}
        csl = {**kept, "title": title, "language": language}
    for table in tables:
        csl = table.of(csl)
    return authority if csl is authority.csl else replace(authority, csl=csl)


def untranslated(authorities: Iterable[Authority], language: str) -> tuple[Diagnostic, ...]:
    """A note for each authority that is known to stand in another language than the document, and has no title in it."""
    return tuple(_untranslated(one, language) for one in authorities if _lacks_title(one, language))


def _lacks_title(authority: Authority, language: str) -> bool:
    written = str(authority.csl.get("language") or language).split("-")[0].lower()
    titled = str(authority.csl.get("type")) in _IN_THEIR_OWN or bool(dict(authority.titles).get(language))
    return written != language and not titled


def _untranslated(authority: Authority, language: str) -> Diagnostic:
    said = say("“{authority}” has no title in “{language}”: it is cited by its English one.", authority=authority.id, language=language)
    hint = say("give its official title under custom: titles: {language}, with its basis in the note", language=language)
    return diagnose("title-untranslated", said, authority.span, hint)
