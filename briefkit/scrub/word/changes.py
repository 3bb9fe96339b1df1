"""Tracked changes of a whole Word file, decided as its user says."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.messages import listed, say_count
from briefkit.ooxml import qn
from briefkit.ooxml.tracked import MARKS, accepted, is_tracked, rejected
from briefkit.scrub.found import CHANGE, Decisions, Finding, each_once
from briefkit.scrub.word.package import Package

_AUTHOR = qn("w:author")


def decided(word: Package, decisions: Decisions) -> Iterator[Finding]:
    """Accept every change unless all are to be rejected; what was deleted, inserted or moved is in the file no more."""
    decide = rejected if decisions.changes == "reject" else accepted
    for name, tree in list(word.trees.items()):
        if is_tracked(tree):
            marks = [node for node in tree.iter(*MARKS) if not str(node.tag).endswith("RangeEnd")]
            authors = each_once(node.get(_AUTHOR, "") for node in marks)
            yield Finding(
                CHANGE,
                name,
                say_count(
                    "{number} tracked change, by: {names}", "{number} tracked changes, by: {names}", len(marks), names=listed(authors)
                ),
            )
            word.trees[name] = decide(tree)
