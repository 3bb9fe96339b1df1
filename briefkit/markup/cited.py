"""What a template says and cites, whatever the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.markup.blocks import read_markup
from briefkit.source import Source
from briefkit.template import prepare, spread
from briefkit.tree import Block, Cite, Ref
from briefkit.walk import blocks_within, inlines_within, own_inlines


def every_branch(text: Source, language: str) -> tuple[Block, ...] | None:
    """The blocks of a template with all its branches; None where its tags do not pair, so that nothing can be read."""
    prepared = prepare(text.span(0, len(text.text)))
    if prepared.has_errors and not prepared.value.segments:
        return None
    return read_markup(spread(prepared.value), language).value


def refs_within(blocks: Iterable[Block]) -> Iterator[Ref]:
    """Every reference to an authority, in order."""
    inlines = (one for block in blocks_within(blocks) for one in inlines_within(own_inlines(block)))
    return (ref for one in inlines if isinstance(one, Cite) for ref in one.refs)
