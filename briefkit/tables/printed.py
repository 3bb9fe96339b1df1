"""The tables as a document prints them: put where its text or its profile asks for them, once all else is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from briefkit.model.categories import CATEGORIES
from briefkit.tables.authorities import AuthoritiesTable, Entry
from briefkit.tables.placing import places_named
from briefkit.tree import (
    Authorities,
    AuthorityCategory,
    Block,
    ClauseText,
    Inline,
    Items,
    ListedAuthority,
    Opinion,
    Origin,
    Quotation,
    Styled,
    Text,
)
from briefkit.walk import Line, blocks_within, plain, rewrite_inlines

_ENDS = re.compile(r"\s*[\t\n\r\u2028\u2029]\s*")
_SHORT = 60  # characters of a short name
# Word knows seven categories by names of its own, “Cases” the first of them, and the next nine by their numbers alone.
_FIRST = 8

Made = Mapping[str, Callable[[Origin], Iterable[Block]]]  # what makes each listing


def asks_for(opinion: Opinion, listing: str) -> bool:
    """Whether a document has a place for a listing."""
    return any(isinstance(block, Styled) and block.role == listing for block in blocks_within(opinion.blocks))


def filled(opinion: Opinion, made: Made) -> Opinion:
    """The document with each of its listings that are `made` in its place."""
    return replace(opinion, blocks=_filled(opinion.blocks, made))


def _filled(blocks: Iterable[Block], made: Made) -> tuple[Block, ...]:
    return tuple(_block(block, made) for block in blocks)


def _block(block: Block, made: Made) -> Block:
    match block:
        case Styled() if block.role in made:
            return replace(block, role="", blocks=tuple(made[block.role](block.origin)))
        case Styled() | ClauseText() | Quotation():
            return replace(block, blocks=_filled(block.blocks, made))
        case Items():
            return replace(block, items=tuple(_filled(item, made) for item in block.items))
    return block


def printed_table(table: AuthoritiesTable, language: str, origin: Origin, by: str = "pages", passim: int = 0) -> Authorities:
    """The table of authorities as a block of a document, without the exhibits: these have a list of their own."""
    shorts = _short_names({entry.id: entry.form for section in table.sections for entry in section.entries})
    order = list(CATEGORIES)

    def listed(entry: Entry) -> ListedAuthority:
        places = places_named(entry.paragraphs, entry.outside, language, passim)
        return ListedAuthority(entry.id, _in_one_line(entry.form), shorts[entry.id], places)

    categories = (
        AuthorityCategory(_FIRST + order.index(section.category), section.heading, tuple(listed(entry) for entry in section.entries))
        for section in table.sections
    )
    return Authorities(tuple(categories), by == "paragraphs", passim, origin)


def _in_one_line(form: Line) -> Line:
    """A form without tabs and line ends, which would set it as more than one entry, and its words in a column of the pages."""

    def one_line(inline: Inline) -> tuple[Inline, ...]:
        return (replace(inline, text=_ENDS.sub(" ", inline.text)) if isinstance(inline, Text) else inline,)

    return rewrite_inlines(form, one_line)


def _short_names(forms: Mapping[str, Line]) -> dict[str, str]:
    """The beginning of each form, and more of it where others begin so: Word puts together what has one short name."""
    whole = {name: " ".join(plain(form).split()) for name, form in forms.items()}
    begun, same = Counter(map(_begun, whole.values())), Counter(whole.values())

    def short(words: str, place: int) -> str:
        if begun[_begun(words)] == 1:
            return _begun(words)
        return words if same[words] == 1 else f"{words} [{place}]"

    return {name: short(words, place) for place, (name, words) in enumerate(whole.items(), start=1)}


def _begun(words: str) -> str:
    return words if len(words) <= _SHORT else words[:_SHORT].rsplit(" ", 1)[0]
