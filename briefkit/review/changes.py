"""What changed between what a reviewer had before them and what stands there now: in a few words, and as two small libraries to compare."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from briefkit.markup import places_of
from briefkit.messages import Message, listed, say
from briefkit.model.libraries import Authority, Clause, Finding, Library, Pinpoint, Recall, StoredSource, StoredText, Verification
from briefkit.model.naming import Named
from briefkit.seen import Seen
from briefkit.source import Source, Span

# The parts of a clause that a reviewer sees, by their names in what is kept.
PARTS: Mapping[str, Message] = MappingProxyType(
    {
        "title": say("title"),
        "kind": say("kind"),
        "condition": say("condition"),
        "audiences": say("audiences"),
        "requires": say("required clauses"),
        "conflicts": say("excluded clauses"),
        "text": say("text"),
        "citations": say("citations"),
    }
)


@dataclass(frozen=True, slots=True)
class Difference:
    """The parts of the clause that changed (of PARTS), the authorities of which something did, the stored texts that did."""

    parts: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def said(self) -> Message:
        """“text, citations, authority iccpr”."""
        parts = [PARTS[part] for part in self.parts]
        authorities = [say("authority {authority}", authority=name) for name in self.authorities]
        sources = [say("stored text of {authority}", authority=name.rpartition(".")[0]) for name in self.sources]
        return listed((*parts, *authorities, *sources))


def difference(old: Seen, new: Seen) -> Difference:
    """What changed from what was signed to what stands there now."""
    before, after = old.data, new.data
    parts = tuple(part for part in PARTS if before.get(part) != after.get(part))
    return Difference(parts, tuple(_authorities(before, after)), tuple(_sources(before, after)))


def _authorities(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """The authorities cited then and now of which the library holds other data, as far as places go of those cited then and now."""
    for name, cited in before["citations"].items():
        if name in after["citations"]:
            both = set(cited) & set(after["citations"][name])
            if _about(before["authorities"].get(name), both) != _about(after["authorities"].get(name), both):
                yield name


def _about(data: Mapping[str, Any] | None, cited: set[str]) -> Any:
    return data and {**data, "pinpoints": [one for one in data["pinpoints"] if cited & set(places_of(one["loc"]))]}


def _sources(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """The stored texts that read otherwise; where the clause's own text is the same, also those that came or went."""
    same_text = before["text"] == after["text"]
    for name in sorted(before["sources"].keys() | after["sources"].keys()):
        was, now = before["sources"].get(name, {}), after["sources"].get(name, {})
        if any(was[loc] != now[loc] for loc in was.keys() & now.keys()) or (same_text and was.keys() != now.keys()):
            yield name


# --- two small libraries ---------------------------------------------------------------------------

_SEEN = Verification("", "", date.min)  # that a place was verified: who did it, and when, is not kept


def libraries_of(old: Seen, new: Seen) -> tuple[Library, Library]:
    """What was signed and what stands there now, as libraries of that alone; in the old one a place is verified if it no longer is."""
    lost = set(_verified(old.data, True)) & set(_verified(new.data, False))
    return _library(old.data, lost), _library(new.data, set())


def _verified(data: Mapping[str, Any], verified: bool) -> Iterator[tuple[str, str]]:
    for name, authority in data["authorities"].items():
        yield from ((name, one["loc"]) for one in authority["pinpoints"] if one["verified"] is verified)


def _library(data: Mapping[str, Any], verified: set[tuple[str, str]]) -> Library:
    authorities = tuple(_authority(name, one, data["language"], verified) for name, one in sorted(data["authorities"].items()))
    sources = tuple(_source(name, texts) for name, texts in sorted(data["sources"].items()))
    return Library((_clause(data),), authorities, sources)


def _clause(data: Mapping[str, Any]) -> Clause:
    slug, language = data["clause"], data["language"]
    folder = f"clauses/arguments/{slug}"
    about = {"when": data["condition"]} if data["condition"] else {}
    about |= {key: data[key] for key in ("title", "kind", "audiences", "requires", "conflicts")}
    file = Source(f"{folder}/clause.yaml", json.dumps(about, ensure_ascii=False))  # comparing looks whether the files are the same
    return Clause(
        slug=slug,
        title=((language, data["title"]),),
        catalogue="",
        kind=data["kind"],
        when=None,
        audiences=tuple(data["audiences"]),
        requires=tuple(Named(name, file.whole()) for name in data["requires"]),
        conflicts=tuple(Named(name, file.whole()) for name in data["conflicts"]),
        version=0,
        translations=(),
        status="",
        texts=((language, Source(f"{folder}/{language}.md", data["text"])),),
        span=file.whole(),
    )


def _authority(name: str, data: Mapping[str, Any], language: str, verified: set[tuple[str, str]]) -> Authority:
    def seen(one: Mapping[str, Any]) -> Verification | None:
        return _SEEN if (name, one["loc"]) in verified else None

    return Authority(
        id=name,
        csl=MappingProxyType(dict(data["csl"])),
        status=data["status"],
        confirmed=data["confirmed"],
        in_force=_day(data["in_force"]),
        in_force_until=_day(data["in_force_until"]),
        titles=((language, data["title"]),) if data["title"] else (),
        pinpoints=tuple(Pinpoint(one["loc"], one["says"], seen(one)) for one in data["pinpoints"]),
        recalled=_recall(data["recalled"]),
        finds=tuple(Finding(one["state"], tuple(one["articles"]), _SEEN if one["verified"] else None) for one in data["finds"]),
    )


def _recall(data: Mapping[str, str]) -> Recall | None:
    if not data:
        return None
    by = Named(data["by"], _nowhere()) if data["by"] else None
    return Recall(data["as"], data["reason"], date.fromisoformat(data["on"]), by)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _source(name: str, texts: Mapping[str, str]) -> StoredSource:
    authority, _, language = name.rpartition(".")
    return StoredSource(authority, language, "", tuple(StoredText(loc, text, True, _nowhere()) for loc, text in texts.items()))


def _nowhere() -> Span:
    return Source("", "").whole()
