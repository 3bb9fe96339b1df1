"""Hidden marks where an authority is cited, from which Word builds the table of authorities anew (ECMA-376 Part 1 §17.16.5.64).

Word puts together the marks of one category and one short name. They stand in the body, beside the reference to the note that
cites: from within notes Word takes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefkit.ooxml import Element, clean, element
from briefkit.tree import Cite, Emphasis, Inline, ListedAuthority
from briefkit.walk import inlines_within, plain
from briefkit.writers.docx.fields import mark, run
from briefkit.writers.docx.pen import Pen

_MOST_CODE = 255  # characters of a field's argument that every Word takes
_DELIMITERS = re.compile(r'([\\"“”„])')  # Word takes these quotation marks, too, for the end of an argument
_BREAKS = re.compile("[\n\r\t\u2028\u2029\u0085]+")


def cited(node: Inline, content: Iterable[Element], pen: Pen) -> Iterable[Element]:
    """What a note's reference or a mention in the text prints, with a mark behind it for each authority of the table that it cites."""
    refs = (ref for one in inlines_within((node,)) if isinstance(one, Cite) for ref in one.refs)
    names = tuple(dict.fromkeys(ref.authority for ref in refs if ref.authority in pen.found.listed))
    if not names:
        return content
    if pen.measures:
        bookmark = f"_Auth{len(pen.cited) + 1:05}"
        pen.cited[bookmark] = names
        content = pen.bookmarked(bookmark, *content)
    return (*content, *(piece for name in names for piece in _mark(*pen.found.listed[name], pen)))


def _mark(category: int, authority: ListedAuthority, pen: Pen) -> Iterator[Element]:
    """A field without a result; Word itself hides those of this kind."""
    yield mark("begin")
    yield _code(' TA \\l "')
    for words, emphasised in _cut(_pieces(authority.form)):
        yield _code(_escaped(words), pen.look.style("Emphasis", "character") if emphasised else None)
    yield _code(f'" \\s "{_escaped(authority.short)}" \\c {category} ')
    yield mark("end")


def _code(words: str, style: str | None = None) -> Element:
    return run(element("w:instrText", {"xml:space": "preserve"}, text=words), style=style)


def _escaped(words: str) -> str:
    """Words within a field's argument. A hyphen that holds is a plain one there: Word draws its character in another typeface."""
    return _DELIMITERS.sub(r"\\\1", clean(_BREAKS.sub(" ", words)).replace("\u2011", "-").replace("\u00ad", ""))


def _pieces(form: Iterable[Inline], emphasised: bool = False) -> Iterator[tuple[str, bool]]:
    """The words of a line, and whether they are emphasised: the table keeps that when Word builds it anew."""
    for node in form:
        if isinstance(node, Emphasis):
            yield from _pieces(node.children, not emphasised)
        else:
            yield plain([node]), emphasised


def _cut(pieces: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The pieces as far as a field takes them, cut at a word."""
    room = _MOST_CODE
    for words, emphasised in pieces:
        if len(_escaped(words)) > room:
            kept = words
            while kept and len(_escaped(kept)) > room - 1:
                kept = kept[:-1].rpartition(" ")[0]
            yield f"{kept.rstrip()}…", emphasised
            return
        room -= len(_escaped(words))
        yield words, emphasised
