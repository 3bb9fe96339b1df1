"""The guard: a file whose words would change is not written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefkit.messages import say
from briefkit.scrub.found import Decisions, Finding, Scrubbed, Unscrubbable

Parts = TypeVar("Parts")


class TextChanged(Unscrubbable):
    """The words of a file would not be the same: a fault of briefkit, and nothing is written."""


def compare(before: object, after: object) -> None:
    """Raises TextChanged where the words of before are not those of after."""
    if before != after:
        said = say("its text would not stay the same to the letter")
        raise TextChanged(said, say("please report this; meanwhile save the file anew in the program that made it, and try again"))


@dataclass(frozen=True, slots=True)
class Way(Generic[Parts]):
    """How one kind of package is scrubbed: what takes it apart, changes it in its place, reads its words, and puts it together."""

    take_apart: Callable[[bytes], tuple[Parts, Iterable[Finding]]]
    decided: Callable[[Parts, Decisions], Iterable[Finding]]
    cleared: Callable[[Parts], Iterable[Finding]]
    letters: Callable[[Parts, str], object]
    shown: Callable[[Parts], object]
    put_together: Callable[[Parts], bytes]


def scrub_guarded(data: bytes, decisions: Decisions, way: Way[Parts]) -> Scrubbed:
    """A package without what is found in it. Raises BadPackage or Unscrubbable; the text is compared with that of before."""
    parts, told = way.take_apart(data)
    letters = way.letters(parts, decisions.changes or "accept")
    findings = [*told, *way.decided(parts, decisions)]
    compare(letters, way.letters(parts, "accept"))
    shown = way.shown(parts)
    findings += way.cleared(parts)
    compare(shown, way.shown(parts))
    return Scrubbed(way.put_together(parts), tuple(dict.fromkeys(findings)))
