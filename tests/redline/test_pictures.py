"""Figures in redlines: one that changed is tracked, and shows the new numbers once its change is accepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from figures_shown import BARS, TIMELINE, bar, figure

from briefkit.ooxml import parse, qn, read_zip, relationships
from briefkit.ooxml.tracked import accepted, is_tracked, rejected
from briefkit.shelf.redlining import Document, make_redline
from briefkit.tree import Opinion, Paragraph, Text
from briefkit.writers.docx import write

pytest.importorskip("python_redlines", reason="the extra “redline” is not installed")

TEMPLATE = (Path(__file__).parents[2] / "styles" / "house.docx").read_bytes()
CHANGED = figure(bar("Older people", 320), bar("Children", 400), bar("Nobody", 0))


def document(*figures) -> bytes:
    words = Paragraph((Text("A paragraph that stays as it is."),))
    return write(Opinion(title=(), blocks=(words, *figures, words), language="en", profile="memo"), TEMPLATE)


def redlined(old: bytes, new: bytes) -> dict[str, bytes]:
    made = make_redline(Document("old.docx", old), Document("new.docx", new), "A reader")
    assert made.value is not None, made.diagnostics
    return dict(read_zip(made.value.data))


def pictures(parts: dict[str, bytes], decide=lambda root: root) -> list[bytes]:
    """The pictures that a document shows, in order."""
    targets = {link.id: link.target for link in relationships(parts, "word/document.xml")}
    root = decide(parse(parts["word/document.xml"], "document"))
    return [parts[targets[blip.get(qn("r:embed"), "")]] for blip in root.iter(qn("a:blip"))]


def test_a_figure_with_other_numbers_is_another_figure():
    old, new = document(BARS, TIMELINE), document(CHANGED, TIMELINE)
    made = redlined(old, new)
    assert pictures(made, accepted) == pictures(dict(read_zip(new)))
    assert pictures(made, rejected) == pictures(dict(read_zip(old)))


def test_a_figure_that_stays_is_not_marked():
    made = redlined(document(BARS), document(BARS, CHANGED))
    root = parse(made["word/document.xml"], "document")
    marked = [is_tracked(paragraph) for paragraph in root.iter(qn("w:p")) if next(paragraph.iter(qn("a:blip")), None) is not None]
    assert marked == [False, True]
