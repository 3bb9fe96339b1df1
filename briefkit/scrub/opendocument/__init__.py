"""OpenDocument texts (.odt) without what they tell besides their text (OpenDocument 1.3 parts 2 and 3)."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.scrub.found import Decisions, Finding, Scrubbed
from briefkit.scrub.guarding import Way, scrub_guarded
from briefkit.scrub.opendocument.changes import decided
from briefkit.scrub.opendocument.drawings import cleaned_pictures, cleared_drawings, renamed_pictures
from briefkit.scrub.opendocument.fields import cut_fields
from briefkit.scrub.opendocument.hidden import dropped_hidden, hiding_of
from briefkit.scrub.opendocument.marks import cleared_marks, dropped_comments
from briefkit.scrub.opendocument.package import Package, put_together, take_apart
from briefkit.scrub.opendocument.properties import cleared_properties
from briefkit.scrub.opendocument.reading import decided_words, shown_words


def scrub_opendocument(data: bytes, decisions: Decisions) -> Scrubbed:
    """The file without what is found in it. Raises BadPackage or Unscrubbable."""
    return scrub_guarded(data, decisions, _WAY)


def _cleared(text: Package) -> Iterator[Finding]:
    yield from dropped_comments(text)
    yield from cleared_properties(text)
    yield from cut_fields(text)
    yield from dropped_hidden(text)
    yield from cleared_marks(text)
    yield from cleared_drawings(text)
    yield from renamed_pictures(text)
    yield from cleaned_pictures(text)


def _shown(text: Package) -> str:
    return shown_words(text, hiding_of(text))


_WAY = Way(take_apart, decided, _cleared, decided_words, _shown, put_together)
