"""Which page each thing stands on: a document is written, laid out, and written again with the pages that were found, until they stay.

Pure over a press that lays out. Whatever goes wrong, no number stands in the document rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import Message, say
from briefkit.model.profiles import Limit
from briefkit.tree import Authorities, Opinion
from briefkit.walk import blocks_within
from briefkit.writers import Look
from briefkit.writers.docx import UNKNOWN, Pages, measure
from briefkit.writers.unbroken import unbroken

MOST_PASSES = 4  # the second confirms the first, unless a number makes a line longer


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document laid out: as a PDF, how many pages it has, and the page of each bookmark that was asked for, counted from 1."""

    pdf: bytes
    count: int
    places: Mapping[str, int]


class Press(Protocol):
    """What lays documents out, and makes other files of them. Problems: `press-missing`, `press-failed`."""

    def lay_out(self, document: bytes, bookmarks: Iterable[str]) -> Checked[LaidOut | None]:
        """A Word document on its pages."""
        ...

    def convert(self, document: bytes, ending: str) -> Checked[bytes | None]:
        """A Word document as a file of another kind."""
        ...


@dataclass(frozen=True, slots=True)
class Paged:
    """What is known of a document's pages: their numbers, how many there are (0 where nobody knows), and the document as a PDF."""

    pages: Pages = UNKNOWN
    count: int = 0
    pdf: bytes = b""


def names_pages(opinion: Opinion) -> bool:
    """Whether anything in a document names a page: its contents, or its table of authorities."""
    tables = (block for block in blocks_within(opinion.blocks) if isinstance(block, Authorities))
    return opinion.contents or any(not table.by_paragraphs for table in tables)


def counts_pages(limits: Iterable[Limit]) -> bool:
    """Whether a forum limits the pages to a number."""
    return any(limit.of == "pages" and limit.max for limit in limits)


def paginate(opinion: Opinion, look: Look, press: Press) -> Checked[Paged]:
    """The pages of a document. Problems: `pages-unknown`, for which nothing is known."""
    opinion, pages = unbroken(opinion), UNKNOWN  # as the writers have it
    for _ in range(MOST_PASSES):
        measured = measure(opinion, look.template, pages, look.live)
        laid = press.lay_out(measured.document, (*measured.headings, *measured.cited))
        if laid.value is None:
            return Checked(Paged(), tuple(map(_unknown, laid.diagnostics)))
        if any((measured.headings, measured.cited)) and not laid.value.places:
            return Checked(Paged(), (_silent(),))
        found = measured.pages(laid.value.places)
        if found == pages:
            return Checked(Paged(pages, laid.value.count, laid.value.pdf))
        pages = found
    return Checked(Paged(), (_restless(),))


def _unknown(problem: Diagnostic) -> Diagnostic:
    return diagnose("pages-unknown", say("{reason} Page numbers are left out.", reason=problem.message), hint=problem.hint)


def _silent() -> Diagnostic:
    said = say("LibreOffice does not tell on which pages the headings stand. Page numbers are left out.")
    return diagnose("pages-unknown", said, hint=say("install LibreOffice 7.4 or later; briefkit doctor says which one is there"))


def _restless() -> Diagnostic:
    said = say("The page numbers move the text to other pages each time. Page numbers are left out.")
    return diagnose("pages-unknown", said, hint=_by_hand())


def _by_hand() -> Message:
    return say("in Word, select all (Ctrl+A) and press F9")
