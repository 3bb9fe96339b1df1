"""Blocks as HTML: headings, paragraphs, lists, tables, and the roles that they play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from briefkit.figures import SERIF, Letters, described, draw
from briefkit.roles import ROLES
from briefkit.tree import Authorities, Block, Cell, ClauseText, Figure, Heading, Items, Paragraph, Quotation, Styled, Table
from briefkit.walk import plain
from briefkit.wording import letter, numbered
from briefkit.writers.html.escaping import escaped
from briefkit.writers.html.inlines import Manner, line
from briefkit.writers.html.pen import Entry, Pen
from briefkit.writers.unbroken import loose
from briefkit.writers.words import tag

DEEPEST_HEADING = 6
DEEPEST_ENTRY = 3  # of the contents, by the heading's own level
MOST_START = 32_767  # the highest first number of a list, as in Word
FIGURE_WIDTH, FIGURE_TYPE = 320, 9.5  # points
MANY_COLUMNS = 4  # a table of so many needs all the width that there is
_LETTERS = 26


def flow(nodes: Iterable[Block], pen: Pen) -> Iterator[str]:
    """Blocks of the text's own column, each with its notes after it: the page sets these beside it where there is room."""
    for node in nodes:
        match node:
            case ClauseText(blocks=inner):
                yield from _wrapped("section", ' class="flow"', flow(inner, pen))
            case Styled(role=role, blocks=inner) if role not in ROLES:
                yield from _wrapped("div", f' class="flow"{_language(node.language)}', flow(inner, pen))
            case _:
                yield from _block(node, pen)
                yield from pen.notes_here()


def _blocks(nodes: Iterable[Block], pen: Pen) -> Iterator[str]:
    for node in nodes:
        yield from _block(node, pen)


def _block(node: Block, pen: Pen) -> Iterable[str]:
    match node:
        case Heading():
            return _heading(node, pen)
        case Paragraph():
            return _paragraph(node, pen)
        case Quotation(blocks=inner):
            return _wrapped("blockquote", "", _blocks(inner, pen))
        case Styled(role=role, blocks=inner):
            name = f' class="{role}"' if role in ROLES else ""
            return _wrapped("div", name + _language(node.language), _blocks(inner, pen))
        case ClauseText(blocks=inner):
            return _wrapped("section", "", _blocks(inner, pen))
        case Items():
            return _items(node, pen)
        case Table():
            return _table(node, pen)
        case Figure():
            return _figure(node, pen)
        case Authorities():
            return _authorities(node, pen)
        case _:
            assert_never(node)


def _wrapped(name: str, attributes: str, content: Iterable[str]) -> Iterator[str]:
    """An element around its content; none around nothing."""
    made = list(content)
    if made:
        yield f"<{name}{attributes}>"
        yield from made
        yield f"</{name}>"


def _language(language: str) -> str:
    known = tag(language)
    return f' lang="{known}"' if known else ""


def _heading(node: Heading, pen: Pen) -> Iterator[str]:
    """A heading, one step below the document's title at most; what stands under it is known by its words."""
    pen.where = plain(node.children).strip() or pen.where
    words = line(node.children, pen)
    if not words.strip():
        return
    pen.headings += 1
    depth = pen.depth(node.level)
    if node.level <= DEEPEST_ENTRY:
        pen.found.entries.append(Entry(depth, pen.headings, line(node.children, pen, Manner(in_contents=True))))
    if node.annex and node.anchor:
        pen.found.annexes.setdefault(node.anchor, f"heading-{pen.headings}")
    name = f"h{min(depth + 1, DEEPEST_HEADING)}"
    annex = ' class="annex"' if node.annex else ""
    yield f'<{name} id="heading-{pen.headings}"{annex}>{words}</{name}>'


def _paragraph(node: Paragraph, pen: Pen) -> Iterator[str]:
    """A paragraph; its number is a link to itself and a part of its text, so that it is copied with it."""
    if node.number <= 0:
        words = line(node.children, pen)
        if words.strip():
            yield f"<p>{words}</p>"
        return
    place = pen.paragraph(node.number)
    with pen.at(numbered("para", place, pen.language)):
        words = line(node.children, pen)
    yield f'<p class="numbered" id="para-{place}"><a class="number" href="#para-{place}">{place}.</a> {words}</p>'


def _items(node: Items, pen: Pen) -> Iterator[str]:
    """A list. HTML has the letters of English alone, and no more than Z as Word counts on: others stand in the text."""
    if not node.items:
        return
    start = min(max(node.start, 1 if node.lettered else 0), MOST_START)
    name = "ol" if node.ordered else "ul"
    lettered = node.ordered and node.lettered
    written = lettered and (pen.language != "en" or start + len(node.items) - 1 > _LETTERS)
    kind = ' class="lettered" role="list"' if written else ' type="A"' if lettered else ""
    yield f"<{name}{kind}" + (f' start="{start}">' if node.ordered and start != 1 and not written else ">")
    for number, item in enumerate(node.items, start):
        yield f'<li><span class="letter">{letter(number, pen.language)}.</span>' if written else "<li>"
        yield from _inside(item, pen)
        yield "</li>"
    yield f"</{name}>"


def _inside(item: Cell, pen: Pen) -> Iterable[str]:
    """What a list's item or a table's cell holds: words without a paragraph around them where there is no other."""
    match item:
        case (Paragraph(number=number, children=children),) if number <= 0:
            return [line(children, pen)]
        case _:
            return _blocks(item, pen)


def _table(node: Table, pen: Pen) -> Iterator[str]:
    """A table under its caption, in a frame that it can be moved in on a small screen. Only the caption for no columns."""
    caption = line(node.caption, pen)
    columns = max((len(row) for row in (node.header, *node.rows)), default=0)
    if not columns:
        if caption.strip():
            yield f'<p class="caption">{caption}</p>'
        return
    pen.tables += 1
    name = f"caption-{pen.tables}"
    kind = "table many" if columns >= MANY_COLUMNS else "table"
    yield f'<div class="{kind}" tabindex="0"' + (f' role="group" aria-labelledby="{name}">' if caption.strip() else ">")
    yield "<table>"
    if caption.strip():
        yield f'<caption id="{name}">{caption}</caption>'
    if node.header:
        yield from _wrapped("thead", "", _row(node.header, 'th scope="col"', columns, node.aligned, pen))
    yield from _wrapped("tbody", "", (piece for row in node.rows for piece in _row(row, "td", columns, node.aligned, pen)))
    yield "</table>"
    yield "</div>"


def _authorities(node: Authorities, pen: Pen) -> Iterator[str]:
    """The authorities by category, each with links to its paragraphs and notes: a browser has no pages."""
    for category in node.categories:
        yield f'<p class="caption category">{escaped(category.heading)}</p>'
        yield '<ul class="authorities">'
        for one in category.authorities:
            places = line(one.places, pen)
            yield f"<li>{line(one.form, pen)}" + (f' <span class="places">{places}</span></li>' if places else "</li>")
        yield "</ul>"


def _figure(node: Figure, pen: Pen) -> Iterator[str]:
    """A figure, drawn narrow so that its letters can be read on a small screen too; it grows with the column."""
    pen.drawings += 1
    drawing = draw(node, FIGURE_WIDTH, Letters(SERIF, FIGURE_TYPE), pen.language, f"drawing-{pen.drawings}")
    told = escaped(loose(described(node, pen.language)))
    yield '<figure class="drawn">'
    yield f'<svg role="img" aria-label="{told}"' + drawing.vector.decode().removeprefix("<svg")
    if (caption := line(node.caption, pen)).strip():
        yield f"<figcaption>{caption}</figcaption>"
    if (source := line(node.source, pen)).strip():
        yield f'<p class="source-line">{source}</p>'
    yield "</figure>"


def _row(cells: tuple[Cell, ...], kind: str, columns: int, aligned: tuple[str, ...], pen: Pen) -> Iterator[str]:
    """A row, filled up to the table's columns."""
    yield "<tr>"
    for at in range(columns):
        side = aligned[at] if at < len(aligned) else ""
        yield f"<{kind}" + (f' class="{side}">' if side in ("right", "center") else ">")
        yield from _inside(cells[at], pen) if at < len(cells) else ()
        yield f"</{kind[:2]}>"
    yield "</tr>"


def contents(entries: Iterable[Entry], title: str) -> Iterator[str]:
    """The contents as links to the headings; none for no headings."""
    items = (
        f'<li class="depth-{min(entry.depth, DEEPEST_ENTRY)}"><a href="#heading-{entry.place}">{entry.words}</a></li>'
        for entry in entries
        if entry.words.strip()
    )
    listed = list(_wrapped("ul", "", items))
    if listed:
        yield '<nav class="contents" aria-labelledby="contents" role="doc-toc">'
        yield f'<h2 id="contents">{escaped(title)}</h2>'
        yield from listed
        yield "</nav>"
