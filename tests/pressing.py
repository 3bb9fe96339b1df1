"""A press that lays nothing out: it says what a test wants of the pages, and keeps what it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from briefkit.diagnostics import Checked, Diagnostic
from briefkit.pagination import LaidOut

Places = Callable[[int, tuple[str, ...]], Mapping[str, int]]  # the pass, from 1, and the bookmarks asked for


def _on_page_one(run: int, bookmarks: tuple[str, ...]) -> Mapping[str, int]:
    return dict.fromkeys(bookmarks, 1)


@dataclass
class FakePress:
    """`count` pages in all; where the bookmarks stand, in each pass; or the problem that it has."""

    count: int = 1
    places: Places = _on_page_one
    problem: Diagnostic | None = None
    given: list[bytes] = field(default_factory=list)

    def lay_out(self, document: bytes, bookmarks: Iterable[str]) -> Checked[LaidOut | None]:
        self.given.append(document)
        if self.problem:
            return Checked(None, (self.problem,))
        return Checked(LaidOut(b"%PDF laid out", self.count, self.places(len(self.given), tuple(bookmarks))))

    def convert(self, document: bytes, ending: str) -> Checked[bytes | None]:
        self.given.append(document)
        return Checked(None, (self.problem,)) if self.problem else Checked(f"{ending} of it".encode())
