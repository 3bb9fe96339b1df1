"""Word files (.docx) without what they tell besides their text."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.scrub.found import Decisions, Finding, Scrubbed
from briefkit.scrub.guarding import Way, scrub_guarded
from briefkit.scrub.word.changes import decided
from briefkit.scrub.word.charts import cleared_charts
from briefkit.scrub.word.drawings import cleaned_pictures, cleared_drawings, renamed_pictures
from briefkit.scrub.word.fields import cut_fields
from briefkit.scrub.word.hidden import dropped_hidden, hiding_of
from briefkit.scrub.word.links import cut_links, dropped_comments
from briefkit.scrub.word.marks import cleared_marks
from briefkit.scrub.word.package import Package, prune, put_together, take_apart
from briefkit.scrub.word.properties import cleared_properties, cleared_settings, dropped_fonts, unnamed_themes
from briefkit.scrub.word.reading import decided_words, shown_words


def scrub_word(data: bytes, decisions: Decisions) -> Scrubbed:
    """The file without what is found in it. Raises BadPackage or Unscrubbable."""
    return scrub_guarded(data, decisions, _WAY)


def _cleared(word: Package) -> Iterator[Finding]:
    yield from prune(word)
    yield from dropped_comments(word)
    yield from cleared_properties(word)
    yield from cleared_settings(word)
    yield from unnamed_themes(word)
    dropped_fonts(word)
    yield from cut_links(word)
    yield from cut_fields(word)
    yield from dropped_hidden(word)
    yield from cleared_marks(word)
    yield from cleared_drawings(word)
    yield from cleared_charts(word)
    list(prune(word))  # what only the removed parts used
    yield from renamed_pictures(word)
    yield from cleaned_pictures(word)


def _shown(word: Package) -> str:
    return shown_words(word, hiding_of(word))


_WAY = Way(take_apart, decided, _cleared, decided_words, _shown, put_together)
