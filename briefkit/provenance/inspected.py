"""A working draft and the library of today side by side: each clause then and now, and what else moved since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.messages import NOTHING, Message, listed, say
from briefkit.model.libraries import Clause, Library
from briefkit.provenance.drafts import Draft
from briefkit.provenance.moved import Moved
from briefkit.provenance.pins import Pins
from briefkit.provenance.tags import Tag, read_tag, tag_of


@dataclass(frozen=True, slots=True)
class Then:
    """A clause of a document: its name, its version then and now (0 where it is gone), and what happened to it since."""

    clause: str
    language: str
    was: int
    now: int
    how: tuple[str, ...]
    said: Message


def clauses_since(draft: Draft, library: Library, pins: Pins | None = None, moved: Sequence[Moved] = ()) -> tuple[Then, ...]:
    """The clauses of a draft in its order; of one that lost its tags, those that are pinned.

    Without pins nobody knows their texts as they were, and versions tell all there is.
    """
    pinned = pins.clauses.items() if pins else ()
    language = pins.language if pins else ""
    tags = draft.clauses or [tag for slug, pin in pinned if (tag := read_tag(tag_of(slug, pin.version, language)))]
    return tuple(_since(tag, library, moved if pins else None) for tag in tags)


def _since(tag: Tag, library: Library, moved: Sequence[Moved] | None) -> Then:
    clause = next((one for one in library.clauses if tag.names(one.slug)), None)
    if clause is None:
        return Then(tag.name, tag.language, tag.version, 0, ("gone",), say("gone"))
    changes = _known(clause, moved) if moved is not None else _by_version(clause, tag.version)
    stale = _stale(clause, tag.language)
    how = (*(name for name, _ in changes), *(("stale",) if stale else ()))
    said = [*(words for _, words in changes), *([stale] if stale else [])]
    return Then(clause.slug, tag.language, tag.version, clause.version, how, listed(said) if said else say("as it was"))


def _known(clause: Clause, moved: Sequence[Moved]) -> list[tuple[str, Message]]:
    words = {
        "text": say("text changed"),
        "data": say("heading, condition or status changed"),
        "retired": say("retired"),
        "version": say("version alone changed"),
    }
    found = next((one for one in moved if (one.what, one.name) == ("clause", clause.slug)), None)
    return [(name, words[name]) for name in found.how if name in words] if found else []


def _by_version(clause: Clause, was: int) -> list[tuple[str, Message]]:
    found = [("retired", say("retired"))] if clause.status == "retired" else []
    if clause.version != was:
        return [*found, ("version", say("another version"))]
    return [*found, ("unknown", say("the same version; its text then is not kept"))]


def _stale(clause: Clause, language: str) -> Message:
    rendered = clause.rendered(language)
    if rendered >= clause.version:
        return NOTHING
    return say("translation of version {rendered}", rendered=rendered)
