"""Block tokens into the tree's blocks."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean
from briefkit.markup.divs import FENCE, Div, captioned, read_div
from briefkit.markup.inlines import MAX_NESTING, InlineReader, skip_to_close
from briefkit.markup.rules import reader
from briefkit.messages import say
from briefkit.model.naming import LANGUAGES
from briefkit.source import Span
from briefkit.template import Filled
from briefkit.tree import Block, Cell, Heading, Inline, Items, Origin, Paragraph, Quotation, Styled, Table

_HOLDERS = {"blockquote_open", "bullet_list_open", "ordered_list_open", "container_div_open"}

MOST_COLUMNS = 63  # a table of more is none that Word can read


def read_markup(filled: Filled, language: str, top: int = 1) -> Checked[tuple[Block, ...]]:
    """The blocks of a filled text; a heading marked `#` has level `top`.

    Problems: `markup-unsupported`, `citation-syntax`, `bad-pinpoint`, `fact-in-citation`.
    """
    problems: list[Diagnostic] = []
    blocks = _BlockReader(filled, language, top, problems).read()
    return Checked(blocks, tuple(problems))


def read_line(filled: Filled, language: str, whole: Span) -> tuple[Inline, ...]:
    """A filled text as one line in which nothing is markup, such as a title."""
    return InlineReader(reader(language), filled, language, []).line(whole)


class _BlockReader:
    def __init__(self, filled: Filled, language: str, top: int, problems: list[Diagnostic]) -> None:
        self.markdown = reader(language)
        self.filled, self.top, self.problems = filled, top, problems
        self.inlines = InlineReader(self.markdown, filled, language, problems)
        self.lines = filled.text.split("\n")
        self.starts = _starts(self.lines)

    def read(self) -> tuple[Block, ...]:
        stream = iter(self.markdown.parse(self.filled.text))
        return self._within(None, stream, 0)

    def _within(self, close: str | None, stream: Iterator[Token], depth: int) -> tuple[Block, ...]:
        """The blocks up to the token that closes what holds them, the tables among them with their captions."""
        return tuple(captioned(self._until(close, stream, depth), self.inlines.language, self.problems))

    def _until(self, close: str | None, stream: Iterator[Token], depth: int) -> Iterator[Block]:
        for token in stream:
            if token.type == close:
                return
            yield from self._one(token, stream, depth + 1)

    def _one(self, token: Token, stream: Iterator[Token], depth: int) -> Iterator[Block]:
        span = self._span(token)
        if depth > MAX_NESTING and token.type in _HOLDERS:
            self.problems.append(
                diagnose("markup-unsupported", say("Lists and quotations nest too deep here."), span, say("use fewer levels"))
            )
            skip_to_close(token, stream)
            return
        match token.type:
            case "heading_open":
                inlines = self._inline(next(stream))
                next(stream)
                if not inlines:
                    hint = say("write them behind the #, or take the line out")
                    self.problems.append(diagnose("markup-unsupported", say("This heading has no words."), span, hint))
                    return
                yield Heading(self.top + int(token.tag[1:]) - 1, inlines, origin=Origin(span))
            case "paragraph_open":
                inlines = self._inline(next(stream))
                next(stream)
                if self.lines[token.map[0] if token.map else 0].lstrip().startswith(FENCE):
                    self._stray_fence(span)
                elif inlines:
                    yield Paragraph(inlines, origin=Origin(span))
            case "container_div_open":
                yield self._div(token, stream, depth, span)
            case "blockquote_open":
                yield Quotation(self._within("blockquote_close", stream, depth), Origin(span))
            case "bullet_list_open" | "ordered_list_open":
                yield self._list(token, stream, depth)
            case "table_open":
                yield self._table(stream, span)
            case _:
                self.problems.append(
                    diagnose(
                        "markup-unsupported", say("Code cannot stand in a brief."), span, say("quote with “> ”, or remove the backquotes")
                    )
                )

    def _div(self, opened: Token, stream: Iterator[Token], depth: int, span: Span) -> Styled:
        div = read_div(opened.info) or Div()
        blocks = self._within("container_div_close", stream, depth)
        first, end = opened.map or (0, 0)
        head = self.filled.span(self.starts[first], self.starts[first] + len(self.lines[first].rstrip()))
        if end >= len(self.lines) or not self.lines[end].lstrip("> ").startswith(FENCE):
            self.problems.append(
                diagnose(
                    "markup-unsupported", say("This part is opened and never closed."), head, say("close it with {fence}", fence=FENCE)
                )
            )
        if div.language and div.language not in LANGUAGES:
            self._unknown_language(div.language, head)
            div = Div(div.role)
        return Styled(div.role, blocks, div.language, Origin(head))

    def _unknown_language(self, language: str, span: Span) -> None:
        hint = did_you_mean(language, LANGUAGES, say("one of {names}", names=", ".join(LANGUAGES)))
        self.problems.append(diagnose("unknown-language", say("“{language}” is no language of a document.", language=language), span, hint))

    def _stray_fence(self, span: Span) -> None:
        said = say("These colons open or close nothing.")
        self.problems.append(
            diagnose(
                "markup-unsupported",
                said,
                span,
                say("write ::: signature, the text, and ::: on lines of their own; around another part, ::::"),
            )
        )

    def _list(self, opened: Token, stream: Iterator[Token], depth: int) -> Items:
        ordered = opened.type == "ordered_list_open"
        close = "ordered_list_close" if ordered else "bullet_list_close"
        items: list[tuple[Block, ...]] = []
        for token in stream:
            if token.type == close:
                break
            items.append(self._within("list_item_close", stream, depth))
        return Items(tuple(items), ordered, int(opened.attrs.get("start", 1)), Origin(self._span(opened)))

    def _table(self, stream: Iterator[Token], span: Span) -> Table:
        rows: list[list[Cell]] = []
        aligned: list[str] = []
        line, at = 0, 0
        for token in stream:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
                line, at = token.map[0] if token.map else line + 1, 0
            elif token.type in {"th_open", "td_open"} and len(rows) == 1:
                aligned.append(str(token.attrGet("style") or "").removeprefix("text-align:") or "left")
            elif token.type == "inline":
                found = self.lines[line].find(token.content, at)
                at = max(found, at)
                inlines = self._inline(token, line, at)
                rows[-1].append((Paragraph(inlines, origin=inlines[0].origin),) if inlines else ())
                at += len(token.content)
        if len(rows[0]) > MOST_COLUMNS:
            said = say("Word has at most {most} columns in a table, and this one has {number}.", most=MOST_COLUMNS, number=len(rows[0]))
            self.problems.append(diagnose("markup-unsupported", said, span, say("part it into tables with fewer columns")))
        return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]), tuple(aligned), Origin(span))

    def _inline(self, token: Token, line: int | None = None, at: int = 0) -> tuple[Inline, ...]:
        first = line if line is not None else (token.map[0] if token.map else 0)
        content = str(token.meta.get("content", token.content))
        places = self._places(content, first, at)

        def where(start: int, end: int) -> Span:
            left = _moved(places, start)
            return self.filled.span(left, max(left, _moved(places, max(end - 1, start)) + (end > start)))

        if "too_deep" in token.meta:
            span = where(token.meta["too_deep"], token.meta["too_deep"] + 1)
            self.problems.append(
                diagnose("markup-unsupported", say("Brackets nest too deep here."), span, say("use fewer of them, or write \\["))
            )
            return ()
        return self.inlines.read(token.children or [], where, where(0, len(content)))

    def _places(self, content: str, first: int, at: int) -> list[tuple[int, int]]:
        """Pairs of offsets: in the inline content, and in the filled text, at the start of each line."""
        places: list[tuple[int, int]] = []
        offset = 0
        for number, text in enumerate(content.split("\n")):
            line = min(first + number, len(self.lines) - 1)
            column = max(self.lines[line].find(text, at if number == 0 else 0), 0)
            places.append((offset, self.starts[line] + column))
            offset += len(text) + 1
        return places

    def _span(self, token: Token) -> Span:
        if not token.map:
            return self.filled.source.whole()
        first, last = token.map[0], max(token.map[1] - 1, token.map[0])
        while last > first and not self.lines[last].strip():
            last -= 1
        start = self.starts[first] + len(self.lines[first]) - len(self.lines[first].lstrip())
        return self.filled.span(start, max(start, self.starts[last] + len(self.lines[last].rstrip())))


def _starts(lines: list[str]) -> list[int]:
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return starts


def _moved(places: list[tuple[int, int]], offset: int) -> int:
    here, there = next((pair for pair in reversed(places) if pair[0] <= offset), places[0])
    return there + offset - here
