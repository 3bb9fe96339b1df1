"""Charts of a Word file without what they do not show: names of the books their numbers are from, rows that are switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.messages import say
from briefkit.ooxml import Element
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.packages import take_out, text_of
from briefkit.scrub.word.package import Package

_BOOK = re.compile(r"'[^'!]*\[[^\]]*\]([^'!]*)'!|[^\s'!(,]*\[[^\]]*\]([^'!]*)!")  # before the name of a sheet
_FORMULAS = ("{*}f", "{*}sqref", "{*}fullRef", "{*}levelRef", "{*}formulaRef")


def cleared_charts(word: Package) -> Iterator[Finding]:
    """Go through the charts; what they show was noted in them when they were last drawn, and stays."""
    for name, tree in word.trees.items():
        if "chart" in word.types[name]:
            yield from _books(name, tree)
            yield from _switched_off(name, tree)


def _books(part: str, tree: Element) -> Iterator[Finding]:
    for node in tree.iter(*_FORMULAS):
        words = node.text or ""
        plain = _BOOK.sub(lambda found: f"'{found[1] or found[2]}'!", words)
        if plain != words:
            node.text = plain
            yield Finding("link", part, say("It links to {address}", address=brief(words)))


def _switched_off(part: str, tree: Element) -> Iterator[Finding]:
    """Rows that somebody filtered out of a chart: they are kept beside those that it shows."""
    for node in [one for one in tree.iter("{*}*") if str(one.tag).rpartition("}")[2].startswith("filtered")]:
        take_out(node)
        yield Finding("hidden", part, say("hidden text: “{words}”", words=brief(text_of(node))))
