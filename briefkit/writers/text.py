"""Plain text: for reading on a terminal, for e-mail, and for comparing two builds line by line."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from typing import assert_never

from briefkit.tree import (
    AnnexRef,
    Authorities,
    Block,
    Cell,
    Cite,
    ClauseText,
    Count,
    CountRef,
    Emphasis,
    Fact,
    Figure,
    Foreign,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Mark,
    Note,
    NoteRef,
    Opinion,
    Paragraph,
    ParagraphRef,
    Quotation,
    Remark,
    Strong,
    Styled,
    Table,
    Text,
)
from briefkit.tree import cell as one_cell
from briefkit.walk import blocks_within, inlines_of, own_inlines
from briefkit.wording import letter
from briefkit.writers.unbroken import loose

WIDTH = 80
_UNDERLINES = {1: "=", 2: "-"}
_BREAK = "\n"
_PRINTED = {"Cc": " ", "Cs": "\ufffd"}  # what stands for a character of a category that cannot be printed
_TO_SIGN = "_" * 35
_MOST_LETTERED = 32_767  # the highest first number of a list, as in Word; letters of a higher one are too many to print


def write(opinion: Opinion) -> bytes:
    """The document as UTF-8 text, 80 columns wide, its notes at the end."""
    writer = _TextWriter(opinion)
    above, below = opinion.blocks[: opinion.before_title], opinion.blocks[opinion.before_title :]
    lines = [*writer.blocks(above, ""), *writer.head(opinion), *writer.blocks(below, ""), *writer.notes(opinion)]
    text = "\n".join(line.rstrip(" ") for line in lines).strip("\n")
    return (loose(text) + "\n").encode("utf-8")


def note_texts(opinion: Opinion) -> Iterator[tuple[int, str]]:
    """Each note's number and its words on one line."""
    writer = _TextWriter(opinion)
    for inline in inlines_of(opinion):
        if isinstance(inline, Note):
            yield inline.number, loose(writer.words(inline.children)).replace(_BREAK, " ")


class _TextWriter:
    def __init__(self, opinion: Opinion) -> None:
        self.draft, self.language = opinion.draft, opinion.language

    def head(self, opinion: Opinion) -> Iterator[str]:
        title = self.words(opinion.title)
        for line in (*map(_one_line, opinion.subtitle), *_wrapped(title, ""), _one_line(opinion.date)):
            if line.strip():
                yield line
        yield ""

    def blocks(self, blocks: Iterable[Block], indent: str) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block, indent)

    def _block(self, block: Block, indent: str) -> Iterator[str]:
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block, indent)
            case Quotation():
                yield from self.blocks(block.blocks, indent + "    ")
            case Items():
                yield from self._items(block, indent)
            case Table():
                yield from self._table(block, indent)
            case Figure():
                yield from self._figure(block, indent)
            case ClauseText():
                yield from self.blocks(block.blocks, indent)
            case Styled():
                yield from self._styled(block, indent)
            case Authorities():
                yield from self._authorities(block, indent)
            case _:
                assert_never(block)

    def _styled(self, styled: Styled, indent: str) -> Iterator[str]:
        """Blocks in their role, as far as letters and spaces can show it."""
        match styled.role:
            case "letterhead":
                yield from _ruled(self.blocks(styled.blocks, indent), "-", above=False)
            case "addressee":
                yield from self.blocks(styled.blocks, indent + " " * (WIDTH // 2))
            case "centred" | "cover-number" | "cover-note":
                yield from (line.strip().center(WIDTH) for line in self.blocks(styled.blocks, ""))
            case "signature-line":
                for block in styled.blocks:
                    yield from ("", indent + _TO_SIGN, *self._block(block, indent))
            case "warning":
                yield from _ruled(self.blocks(styled.blocks, indent), "*")
            case "reviewed-text":
                yield from self.blocks(styled.blocks, indent + "| ")
            case _:
                yield from self.blocks(styled.blocks, indent)

    def _authorities(self, table: Authorities, indent: str) -> Iterator[str]:
        """The authorities by category, each with its paragraphs and notes: a text has no pages."""
        for category in table.categories:
            yield from (*_wrapped(_one_line(category.heading), indent), "")
            for one in category.authorities:
                places = self.words(one.places)
                yield from _wrapped(self.words(one.form) + (f" – {places}" if places else ""), indent + "  ", "- ")
            yield ""

    def _heading(self, heading: Heading) -> Iterator[str]:
        lines = _wrapped(self.words(heading.children), "")
        yield ""
        yield from lines
        mark = _UNDERLINES.get(heading.level)
        if mark:
            yield mark * max((_columns(line) for line in lines), default=0)
        yield ""

    def _paragraph(self, paragraph: Paragraph, indent: str) -> Iterator[str]:
        words = self.words(paragraph.children)
        if not words.strip():
            return
        label = f"{paragraph.number}. " if paragraph.number else ""
        yield from _wrapped(words, indent, label)
        yield ""

    def _items(self, items: Items, indent: str) -> Iterator[str]:
        start = min(max(items.start, 1), _MOST_LETTERED) if items.lettered else items.start
        for number, item in enumerate(items.items, start):
            label = f"{letter(number, self.language) if items.lettered else number}. " if items.ordered else "- "
            lines = list(self.blocks(item, indent + " " * len(label)))
            if lines:
                lines[0] = indent + label + lines[0][len(indent) + len(label) :]
            yield from lines

    def _table(self, table: Table, indent: str) -> Iterator[str]:
        """A table under its caption: in columns where they have room, or else row by row, each cell after the head of its column."""
        if table.caption:
            yield from (*_wrapped(self.words(table.caption), indent), "")
        rows = [[self._cell(cell) for cell in row] for row in (table.header, *table.rows)]
        widths = [max(_columns(row[at]) if at < len(row) else 0 for row in rows) for at in range(max(map(len, rows)))]
        if not widths:
            return
        room = len(indent) + sum(widths) + len(" | ") * (len(widths) - 1) <= WIDTH
        yield from _in_columns(rows, widths, indent) if room else _row_by_row(rows, indent)

    def _figure(self, figure: Figure, indent: str) -> Iterator[str]:
        """The numbers of a figure as a table, and their source."""
        order = -1 if figure.shape == "timeline" else 1  # the day of an event stands before it
        rows = tuple((one_cell(*_signed(mark)), one_cell(*mark.shown))[::order] for mark in figure.marks)
        header = tuple(one_cell(Text(head)) for head in figure.heads)[::order]
        yield from self._table(Table(header, rows, caption=figure.caption), indent)
        yield from self._paragraph(Paragraph(figure.source), indent)

    def _cell(self, cell: Cell) -> str:
        """The words of a cell on one line."""
        lines = [self.words(own_inlines(block)).replace(_BREAK, " ") for block in blocks_within(cell)]
        return " / ".join(line for line in lines if line)

    def notes(self, opinion: Opinion) -> Iterator[str]:
        notes = [inline for inline in inlines_of(opinion) if isinstance(inline, Note)]
        if notes:
            yield "-" * 20
        for note in notes:
            yield from _wrapped(self.words(note.children), "", f"[{note.number}] ")

    def words(self, inlines: Iterable[Inline]) -> str:
        return "".join(self._words(inline) for inline in inlines)

    def _words(self, inline: Inline) -> str:
        match inline:
            case Text() | Fact():
                return _one_line(inline.text)
            case Emphasis() | Strong() | Foreign():
                return self.words(inline.children)
            case Link():
                words = self.words(inline.children)
                return words if words == inline.address else f"{words} <{_one_line(inline.address)}>"
            case LineBreak():
                return _BREAK
            case Note():
                return f"[{inline.number}]"
            case Cite():
                return self.words(inline.shown)
            case ParagraphRef() | NoteRef() | Count() | CountRef():
                return str(inline.number)
            case AnnexRef():
                return _one_line(inline.heading)
            case Remark():
                return f"[{_one_line(inline.text or inline.comment)}]" if self.draft else ""
            case _:
                assert_never(inline)


def _signed(mark: Mark) -> tuple[Inline, ...]:
    return (*mark.sign, Text(" – "), *mark.label) if mark.sign and mark.label else (*mark.sign, *mark.label)


def _in_columns(rows: list[list[str]], widths: list[int], indent: str) -> Iterator[str]:
    """The rows as lines, a rule below the first of them, which is the head if it holds anything."""
    for number, row in enumerate(rows):
        if row or number:
            yield indent + " | ".join(cell + " " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=False))
        if row and not number:
            yield indent + "-+-".join("-" * width for width in widths)
    yield ""


def _row_by_row(rows: list[list[str]], indent: str) -> Iterator[str]:
    """The rows below one another, each cell on lines of its own."""
    head, *others = rows
    for row in others or [head]:
        for at, cell in enumerate(row):
            name = head[at] if at < len(head) and others else ""
            yield from _wrapped(f"{name}: {cell}" if name and cell else cell, indent) if cell else ()
        yield ""


def _ruled(lines: Iterable[str], sign: str, above: bool = True) -> Iterator[str]:
    """Lines with a rule below them, and one above."""
    inside = list(lines)
    while inside and not inside[-1]:
        inside.pop()
    if inside:
        yield from [sign * WIDTH] if above else []
        yield from (*inside, sign * WIDTH, "")


def _one_line(text: str) -> str:
    """Line breaks and control characters in a value would break the layout: they become spaces. Half a surrogate pair is no text."""
    return "".join(_PRINTED.get(unicodedata.category(char), " " if char in "\u2028\u2029" else char) for char in text)


def _columns(text: str) -> int:
    return sum(0 if unicodedata.combining(char) else 1 for char in text)


def _wrapped(text: str, indent: str, label: str = "") -> list[str]:
    """A text in lines of 80 columns, the first after its label, the others below the first."""
    hanging = indent + " " * len(label)
    lines: list[str] = []
    for number, piece in enumerate(text.split(_BREAK)):
        first = indent + label if number == 0 else hanging
        wrapped = textwrap.wrap(
            piece, WIDTH, initial_indent=first, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
        )
        lines.extend(wrapped or [first.rstrip()])
    return lines
