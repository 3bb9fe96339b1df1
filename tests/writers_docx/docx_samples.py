"""What the tests of the Word writer share: the house template, and the trees that every writer is tested with."""

from __future__ import annotations

from pathlib import Path

from trees import every_node, many_notes, opinions, words

from briefkit.inspection import RELATIONS, contents_problems
from briefkit.inspection.authorities import authority_problems

__all__ = ["HOUSE", "every_node", "many_notes", "opinions", "tree_relations", "words"]

HOUSE = Path(__file__).parents[2] / "styles" / "house.docx"


def tree_relations():
    """What must hold of any tree at all: in one drawn at random, a heading or a source's name may hold nothing that can be read."""
    return [check for check in RELATIONS if check not in (contents_problems, authority_problems)]
