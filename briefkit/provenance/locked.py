"""The texts that a lock pins, put over a library that moved on; and what a lock does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.libraries import Layer, read_library
from briefkit.messages import Message, listed, say
from briefkit.model.libraries import Library
from briefkit.provenance.entries import listed as as_list
from briefkit.provenance.entries import mapped
from briefkit.provenance.moved import FIELDS, KINDS, Moved
from briefkit.provenance.pins import NAMED, Holdings, Pin, Pins, profile_files, style_files
from briefkit.provenance.sources import AUTHORITIES, FACTS
from briefkit.source import Source

_GONE: Mapping[str, Callable[[str], Message]] = MappingProxyType(
    {
        "authority": lambda name: say("The authority “{name}” is not what is pinned, and that is not kept any more.", name=name),
        "text": lambda name: say("The standard text “{name}” is not what is pinned, and that is not kept any more.", name=name),
        "fact": lambda name: say("The fact “{name}” is not declared as it is pinned, and that is not kept any more.", name=name),
        "profile": lambda name: say("The profile “{name}” is not what is pinned, and that is not kept any more.", name=name),
        "style": lambda name: say("The citation style “{name}” is not what is pinned, and that is not kept any more.", name=name),
    }
)


def locked_layers(pins: Pins, moved: Iterable[Moved], kept: Iterable[Layer], lock: str) -> Checked[tuple[Layer, ...]]:
    """What moved, as it is pinned: layers to lie over the library, from the builds that are kept, the pinned one first.

    Of a Word template nothing is kept: that of today is used. `lock` is the name of the lock. Problem: `locked-gone` for each thing that
    no build holds as it is pinned.
    """
    wanted = [one for one in moved if one.what != "template"]
    found: list[Layer] = []
    for files in kept if wanted else ():
        library = read_library((files,), alone=True).value
        held = Holdings(library, (files,), {}).pins_like(pins)
        here = [one for one in wanted if _is_held(one, held, pins)]
        found.append(dict(_files(here, pins.language, library, files)))
        wanted = [one for one in wanted if one not in here]
        if not wanted:
            break
    return Checked(tuple(found), tuple(_gone(one, lock) for one in wanted))


def _is_held(moved: Moved, held: Pins, pins: Pins) -> bool:
    """Whether a thing is kept as it is pinned."""
    name = FIELDS[moved.what]
    if moved.what in NAMED:
        return bool(getattr(held, name) == getattr(pins, name))
    return moved.name in getattr(held, name) and getattr(held, name)[moved.name] == getattr(pins, name)[moved.name]


def _gone(moved: Moved, lock: str) -> Diagnostic:
    said = _clause_gone(moved) if moved.what == "clause" else _GONE[moved.what](moved.name)
    hint = say(
        "build with the revision of the library with which {file} was written, which keeps it; or take today’s with --lock", file=lock
    )
    return diagnose("locked-gone", said, hint=hint)


def _clause_gone(moved: Moved) -> Message:
    values = {"clause": moved.name, "was": moved.was, "now": moved.now}
    if moved.is_gone:
        return say("The clause “{clause}” is pinned in version {was}; the library does not have it, and that text is not kept.", **values)
    if moved.was == moved.now:
        return say("The clause “{clause}” changed since its version {was} was pinned, and what was pinned is not kept.", **values)
    return say("The clause “{clause}” is pinned in version {was}; the library has version {now}, and that text is not kept.", **values)


def _files(moved: Iterable[Moved], language: str, library: Library, kept: Layer) -> Iterator[tuple[str, Source]]:
    names = {what: {one.name for one in moved if one.what == what} for what in FIELDS}
    folders = tuple(f"clauses/arguments/{slug}/" for slug in names["clause"])
    texts = {f"styles/boilerplate/{name}.{language}.md" for name in names["text"]}
    yield from ((path, source) for path, source in kept.items() if path.startswith(folders) or path in texts)
    authorities = [one.entry for one in library.authorities if one.id in names["authority"] and one.entry]
    facts = [one.entry for one in library.facts if one.path in names["fact"] and one.entry]
    for path, entries, written in ((AUTHORITIES, authorities, as_list), (FACTS, facts, mapped)):
        if entries:
            yield path, Source(entries[0].source.name, written(entries))
    for profile in library.profiles:
        yield from profile_files(profile).items() if profile.id in names["profile"] else ()
    for name in names["style"]:
        yield from style_files(name, language, (kept,)).items()


def unpinned(pins: Pins, made: Pins) -> Iterator[Diagnostic]:
    """`lock-unpinned`: what a locked document takes that its lock does not pin, or pins otherwise; clauses are told of where they join."""
    taken = [say("{kind} “{name}”", kind=KINDS[what], name=name) for what, name in _taken_beside(pins, made)]
    if taken:
        said = say("Not pinned, and taken as it is today: {things}.", things=listed(taken))
        yield diagnose("lock-unpinned", said, hint=say("build with --lock to pin it"))


def _taken_beside(pins: Pins, made: Pins) -> Iterator[tuple[str, str]]:
    for what, name in FIELDS.items():
        was, now = getattr(pins, name), getattr(made, name)
        if isinstance(now, Pin):
            yield from ((what, now.name),) if now != was else ()
        else:
            yield from ((what, one) for one in now if one not in was or was[one] != now[one])
