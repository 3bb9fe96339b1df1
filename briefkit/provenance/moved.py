"""What moved since a document was made: the pinned things that are not in the library of today as they were then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefkit.messages import Message, listed, say
from briefkit.model.libraries import Clause, Library
from briefkit.provenance.pins import NAMED, ClausePin, Hashes, Holdings, Pin, Pins

KINDS: Mapping[str, Message] = MappingProxyType(
    {
        "clause": say("clause"),
        "authority": say("authority"),
        "text": say("standard text"),
        "fact": say("fact"),
        "profile": say("profile"),
        "style": say("citation style"),
        "template": say("Word template"),
    }
)
# Where the pins of a kind stand.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "clause": "clauses",
        "authority": "authorities",
        "text": "texts",
        "fact": "facts",
        "profile": "profile",
        "style": "style",
        "template": "template",
    }
)
_HOW: Mapping[str, Message] = MappingProxyType(
    {
        "gone": say("it is gone"),
        "text": say("its text changed"),
        "data": say("its heading, condition or status changed"),
        "changed": say("it changed"),
        "retired": say("it is retired"),
        "version": say("its version alone changed"),
    }
)


@dataclass(frozen=True, slots=True)
class Moved:
    """A pinned thing that is not what it was, of one of the KINDS. `how` says in which ways; versions are those of a clause, else 0."""

    what: str
    name: str
    how: tuple[str, ...]
    was: int = 0
    now: int = 0
    more: Message | None = None  # what became of it, where somebody recorded that

    @property
    def is_gone(self) -> bool:
        return "gone" in self.how

    @property
    def said(self) -> Message:
        """“its text changed, it is retired”."""
        return self.more or listed(_HOW[one] for one in self.how)


def moved_since(pins: Pins, holdings: Holdings) -> tuple[Moved, ...]:
    """What moved: clauses first, then what they rest on."""
    today = holdings.pins_like(pins)
    library = holdings.held
    return (
        *(one for slug, pin in pins.clauses.items() if (one := _clause(slug, pin, today.clauses.get(slug), library.clause(slug)))),
        *_hashed("authority", pins.authorities, today.authorities, lambda name: _recalled(name, library)),
        *_hashed("text", pins.texts, today.texts),
        *_hashed("fact", pins.facts, today.facts),
        *(one for what in NAMED if (one := _named(what, getattr(pins, what), getattr(today, what)))),
    )


def _clause(slug: str, was: ClausePin, now: ClausePin | None, clause: Clause | None) -> Moved | None:
    if now is None or clause is None:
        return Moved("clause", slug, ("gone",), was.version)
    how = ("text",) if was.text != now.text else ()
    if was.data != now.data:
        how = (*how, "retired" if clause.status == "retired" else "data")
    if was.version != now.version and not how:
        how = ("version",)
    return Moved("clause", slug, how, was.version, now.version) if how else None


def _recalled(name: str, library: Library) -> Message | None:
    authority = library.authority(name)
    return authority.recalled.said if authority and authority.recalled else None


def _hashed(what: str, was: Hashes, now: Hashes, more: Callable[[str], Message | None] = lambda name: None) -> Iterator[Moved]:
    for name, pin in was.items():
        if name not in now:
            yield Moved(what, name, ("gone",))
        elif now[name] != pin:
            yield Moved(what, name, ("changed",), more=more(name))


def _named(what: str, was: Pin, now: Pin) -> Moved | None:
    if was == now or not was.name:
        return None
    return Moved(what, was.name, ("changed",) if now.hash else ("gone",))
