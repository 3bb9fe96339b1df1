"""What keeps the figures of a document from being drawn, or makes them hard to read."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.figures.describing import label_of, words_of
from briefkit.figures.lettering import SERIF, Letters
from briefkit.messages import say
from briefkit.tree import Document, Figure
from briefkit.walk import blocks_within


def figures_in(document: Document) -> list[Figure]:
    """The figures of a document, in order."""
    return [block for block in blocks_within(document.blocks) if isinstance(block, Figure)]


def check_figures(document: Document) -> Iterator[Diagnostic]:
    """`figures-missing` where matplotlib is not installed; `figure-letters` for letters that would be drawn as empty boxes."""
    figures = figures_in(document)
    if figures and find_spec("matplotlib") is None:
        hint = say("pip install 'briefkit[figures]', or make a .txt file, which has their numbers as a table")
        yield diagnose("figures-missing", say("This figure cannot be drawn: matplotlib is not installed."), figures[0].origin.span, hint)
        return
    for figure in figures:
        shown = [words for mark in figure.marks for words in (label_of(mark), words_of(mark.shown))]
        if lacking := Letters(SERIF, 10).lacking(shown):
            said = say("A figure would show empty boxes for these characters: {letters}", letters=" ".join(lacking))
            yield diagnose("figure-letters", said, figure.origin.span, say("write them in other letters"))
