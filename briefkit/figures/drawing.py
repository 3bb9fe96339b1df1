"""A figure of the tree as pictures."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from briefkit.figures.bars import bars
from briefkit.figures.lettering import Letters
from briefkit.figures.tidying import tidied
from briefkit.figures.timeline import timeline
from briefkit.tree import Figure

LONGEST_LABEL = 140  # characters; the document's text has the rest, and so has the description


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure drawn: as SVG and as PNG; its size in points."""

    vector: bytes
    raster: bytes
    width: float
    height: float


@lru_cache(maxsize=64)  # a document is written several times, until its references and pages stand
def draw(figure: Figure, width: float, letters: Letters, language: str, name: str = "figure") -> Drawing:
    """The figure in a width in points. `name` is what the ids within the SVG begin with: they are to be different within a page."""
    with _quietly():
        if figure.shape == "timeline" and figure.marks:
            canvas = timeline(figure.marks, letters, width, LONGEST_LABEL, language)
        else:
            canvas = bars(figure.marks, letters, width, LONGEST_LABEL)
        vector, raster = canvas.pictures()
    return Drawing(tidied(vector, name), raster, canvas.width, canvas.height)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without what matplotlib says to programmers; of letters that it lacks, a diagnostic tells."""
    logger = logging.getLogger("matplotlib")
    level = logger.level
    logger.setLevel(logging.ERROR)
    with warnings.catch_warnings(action="ignore"):
        yield
    logger.setLevel(level)
