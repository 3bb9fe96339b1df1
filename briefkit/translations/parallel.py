"""Texts in several languages, their paragraphs side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from briefkit.translations.written import only_tags, paragraphs_in


def parallel(texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Rows of paragraphs as they are written, one column for each text; an empty cell where a text has nothing beside the others."""
    first, *others = [paragraphs_in(text) for text in texts]
    beside = [_beside(first, other) for other in others]
    rows: list[tuple[str, ...]] = []
    for number in range(len(first) + 1):
        added = (column[number][0] for column in beside)
        rows += [("", *row) for row in zip_longest(*added, fillvalue="")]
        if number < len(first):
            rows.append((first[number], *(column[number][1] for column in beside)))
    return tuple(rows)


def _beside(first: list[str], other: list[str]) -> list[tuple[list[str], str]]:
    """For each block of the first text, and for its end, what the other has before it alone, and what it has beside it."""
    alone: list[list[str]] = [[] for _ in (*first, None)]
    facing = ["" for _ in (*first, None)]
    for start, end, at, until in _runs(first, other):
        places = _facing(first[start:end], until - at)
        for place, block in zip(places, other[at:until], strict=False):
            facing[start + place] = block
        alone[end] += other[at + len(places) : until]
    return list(zip(alone, facing, strict=True))


def _runs(first: list[str], other: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The runs that face each other: each tag that both texts have, and what stands between two of them."""
    here, there = ([at for at, block in enumerate(blocks) if only_tags(block)] for blocks in (first, other))
    words = [[" ".join(blocks[at].split()) for at in tags] for blocks, tags in ((first, here), (other, there))]
    start = at = 0
    for one, two, size in SequenceMatcher(None, words[0], words[1], autojunk=False).get_matching_blocks():
        for end, until in zip(here[one : one + size], there[two : two + size], strict=True):
            yield start, end, at, until
            yield end, end + 1, until, until + 1
            start, at = end + 1, until + 1
    yield start, len(first), at, len(other)


def _facing(blocks: list[str], number: int) -> list[int]:
    """Beside which of some blocks so many others stand: a quotation has none beside it where its sense is given in a paragraph."""
    paragraphs = [at for at, block in enumerate(blocks) if not block.startswith(">")]
    return paragraphs if number <= len(paragraphs) else list(range(len(blocks)))
