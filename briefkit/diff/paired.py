"""What a comparison tells of, whole: each thing as both editions have it, so that a reader may take the new words or the old ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any

from briefkit.diff.authorities import AUTHORITIES, written_value
from briefkit.diff.changes import NotCompared, Renamed, language_name
from briefkit.diff.citing import all_citations
from briefkit.diff.clauses import CLAUSES
from briefkit.diff.compare import REST
from briefkit.diff.comparison import Comparison, Entry
from briefkit.diff.editions import Edition
from briefkit.diff.fields import written
from briefkit.diff.kinds import Kind
from briefkit.diff.labels import field_label, of_language, variable_label
from briefkit.diff.standing import written_condition
from briefkit.diff.telling import is_told
from briefkit.messages import Message, say
from briefkit.model.libraries import Clause, StoredSource
from briefkit.model.naming import LANGUAGES
from briefkit.source import Source

KINDS: tuple[Kind[Any], ...] = (CLAUSES, AUTHORITIES, *REST)
_BREAK = re.compile(r"\n(?=[ \t]*(?:[-*+>|#]|\d+[.)] |:::))")  # an item, a heading, a row, a line of a quotation: each begins a line

# What has other words where it stands by itself than in a sentence of a change, or none there.
_LABELS: Mapping[str, Message] = MappingProxyType(
    {
        "articles": say("The number of its articles"),
        "audiences": say("Whom it may address"),
        "binding_in": say("The words that say that a source binds"),
        "but_in": say("The phrases in which it may use them"),
        "choices": say("Its choices"),
        "confirmed": say("Whether its identity is confirmed"),
        "conflicts": say("The clauses that it excludes"),
        "denied_in": say("The words that deny it"),
        "instead_of": say("The words that it is chosen over"),
        "labels_in": say("The words that say what a source is"),
        "names": say("The word"),
        "origin": say("Where it comes from"),
        "parts": say("Its parts"),
        "pinpoints": say("Its pinpoints"),
        "recalled": say("Whether it was superseded or withdrawn"),
        "requires": say("The clauses that it requires"),
        "slug": say("Its name"),
        "status": say("Its status"),
        "translations": say("The versions that its translations are of"),
        "version": say("Its version"),
        "words": say("The words that it does not use"),
    }
)
# Places in files, names under which a thing stands here anyway, and what has a row or a text of its own.
_APART = ("span", "id", "path", "name", "authority", "language", "tone", "texts", "when", "own")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a file in both editions, in as many lines as it has parts; empty where an edition gives none.

    `name` is the one that the file has for it, or nearly; `language` is empty where it is in none.
    """

    name: str
    label: Message
    old: str
    new: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both editions: paragraphs, an empty line between them, within which only what begins a line stands on one of its own."""

    label: Message
    language: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry of a comparison with what is not the same in both editions; `unread` is what could not be compared."""

    entry: Entry
    values: tuple[Value, ...]
    texts: tuple[Text, ...]
    unread: tuple[NotCompared, ...]


def pairs(comparison: Comparison, old: Edition, new: Edition) -> Iterator[Pair]:
    """The entries in their order. What an edition could not read is left out: nobody knows what it says."""
    was, now = (_things(edition) for edition in (old, new))
    for entry in comparison.entries:
        what, name = entry.subject.what, entry.subject.id
        before = next((change.old for change in entry.changes if isinstance(change, Renamed)), name)
        unread = tuple(change for change in entry.changes if isinstance(change, NotCompared))
        pair = _pair(entry, was.get((what, before)), now.get((what, name)), unread)
        yield replace(pair, values=tuple(value for value in pair.values if is_told(value, entry, comparison)))


def _things(edition: Edition) -> dict[tuple[str, str], Any]:
    return {(kind.what, name): thing for kind in KINDS for name, thing in kind.by_id(edition).items()}


def _pair(entry: Entry, old: Any, new: Any, unread: tuple[NotCompared, ...]) -> Pair:
    if any(change.of not in ("text", "citations") for change in unread):
        return Pair(entry, (), (), unread)
    silent = {change.language for change in unread if change.of == "text"}
    values = tuple(value for value in _values(old, new) if value.old != value.new)
    wanted = _languages(entry) - silent
    texts = tuple(text for text in _texts(old, new) if text.old != text.new and text.language in wanted)
    return Pair(entry, values, texts, unread)


def _languages(entry: Entry) -> set[str]:
    """The languages of which the comparison tells; of what came or went without a word on its texts, all."""
    told = {change.language for change in entry.changes if change.language}
    return told or (set(LANGUAGES) if entry.fate in ("added", "removed") else set())


# --- texts ------------------------------------------------------------------------------------------


def _texts(old: Any, new: Any) -> Iterator[Text]:
    if isinstance(new or old, StoredSource):
        before, after = ({text.loc: text.text for text in source.texts} if source else {} for source in (old, new))
        language = (new or old).language
        for loc in dict.fromkeys((*before, *after)):
            yield Text(say("{place}", place=loc), language, evened(before.get(loc, "")), evened(after.get(loc, "")))
        return
    for language in LANGUAGES:
        one, other = (_text(thing, language) for thing in (old, new))
        if one or other:
            yield Text(say("{language} text", language=language_name(language)), language, one, other)


def _text(thing: Any, language: str) -> str:
    source: Source | None = dict(getattr(thing, "texts", ())).get(language)
    return evened(source.text) if source else ""


def evened(text: str) -> str:
    """A text with its paragraphs in one line each, but for what begins a line; spaces and line ends mean nothing else in it."""
    paragraphs = (paragraph for paragraph in re.split(r"\n[ \t]*\n\s*", text.strip()) if paragraph.strip())
    return "\n\n".join("\n".join(" ".join(line.split()) for line in _BREAK.split(paragraph)) for paragraph in paragraphs)


# --- values -----------------------------------------------------------------------------------------


def _values(old: Any, new: Any) -> Iterator[Value]:
    some = old if new is None else new
    if isinstance(some, Clause):
        yield Value("when", say("When it stands"), *(written_condition(one) if one else "" for one in (old, new)))
    for name in [field.name for field in fields(some) if field.compare and field.name not in _APART]:
        yield from _value(name, *(None if one is None else getattr(one, name) for one in (old, new)))
    if isinstance(some, StoredSource):
        yield from _quotable(old, new)
    if isinstance(some, Clause):
        yield Value("cites", say("What it cites"), *("\n".join(all_citations(one)) if one else "" for one in (old, new)))


def _quotable(old: StoredSource | None, new: StoredSource | None) -> Iterator[Value]:
    before, after = ({text.loc: written(text.quotable) for text in source.texts} if source else {} for source in (old, new))
    for loc in [loc for loc in after if loc in before]:
        yield Value("quotable", say("Whether {place} may be quoted", place=loc), before[loc], after[loc])


def _value(name: str, old: Any, new: Any) -> Iterator[Value]:
    label = _LABELS.get(name) or field_label(name)[0]
    if isinstance(old, Mapping) or isinstance(new, Mapping):
        before, after = old or {}, new or {}
        for variable in [one for one in dict.fromkeys((*after, *before)) if one != "id"]:
            yield Value(variable, variable_label(variable), *(written_value(variable, one.get(variable)) for one in (before, after)))
    elif _is_per_language((*(old or ()), *(new or ())) if isinstance(old or new, tuple) else ()):
        before, after = dict(old or ()), dict(new or ())
        for language in dict.fromkeys((*before, *after)):
            one, other = _lines(before.get(language)), _lines(after.get(language))
            yield Value(name, of_language(label, language), one, other, language)
    else:
        yield Value(name, label, _lines(old), _lines(new))


def _is_per_language(pairs: tuple[Any, ...]) -> bool:
    return bool(pairs) and all(isinstance(one, tuple) and len(one) == 2 and one[0] in LANGUAGES for one in pairs)


def _lines(value: Any) -> str:
    """A value as a person writes it, in a line for each of its parts where these have parts themselves."""
    if isinstance(value, tuple) and any(isinstance(one, tuple) or is_dataclass(one) for one in value):
        return "\n".join(" ".join(written(part) for part in one) if isinstance(one, tuple) else written(one) for one in value)
    return "" if value == 0 and not isinstance(value, bool) else written(value)  # nobody counted
