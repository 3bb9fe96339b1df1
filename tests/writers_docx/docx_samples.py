"""What the tests of the Word writer share: the house template, and the trees that every writer is tested with."""

from __future__ import annotations

from pathlib import Path

from trees import every_node, many_notes, opinions, words

__all__ = ["HOUSE", "every_node", "many_notes", "opinions", "words"]

HOUSE = Path(__file__).parents[2] / "styles" / "house.docx"
