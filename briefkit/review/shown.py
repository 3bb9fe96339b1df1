"""A clause's text as a reviewer reads it: every branch with its condition, the name of each fact in its place, the paragraphs numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefkit.markup import read_markup
from briefkit.review.words import say_in
from briefkit.roles import FIGURES, LISTINGS
from briefkit.source import Source, Span
from briefkit.template import FACT_CLOSE, FACT_OPEN, Filled, Prepared, Printed, Tag, prepare
from briefkit.template.scan import Data, Print
from briefkit.tree import AnnexRef, Block, CountRef, Inline, Items, NoteRef, Paragraph, ParagraphRef, Quotation, Remark, Styled, Text
from briefkit.walk import Line, rewrite_inlines, rewrite_lines
from briefkit.wording import NBSP

_LINE = "source-line"  # the role of what is said about a text, between its paragraphs
_LONGEST = 60  # characters of a condition that is told again at its end


def shown(text: Source, language: str) -> tuple[Block, ...]:
    """The blocks of a text with all its branches; conditions and remarks to the drafter stand where they are written."""
    prepared = prepare(text.span(0, len(text.text))).value
    tags = {one.span.start for one in prepared.segments if isinstance(one, Tag) and one.word != "note"}
    blocks = read_markup(_filled(prepared, language), language, top=2).value
    return tuple(_numbered(rewrite_lines(blocks, lambda line: _marked(line, tags)), _Count()))


# --- conditions and facts into the text -----------------------------------------------------------


@dataclass
class _Pour:
    """A text as it grows: its pieces and their places, what its tokens stand for, the tags that are open."""

    language: str
    pieces: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    opened: list[Tag] = field(default_factory=list)
    length: int = 0

    def add(self, piece: str, at: int) -> None:
        self.places.append((self.length, at))
        self.pieces.append(piece)
        self.length += len(piece)

    def token(self, words: str, kind: str, span: Span, around: str = "") -> None:
        self.printed.append(Printed(words, kind, (), span))
        self.add(f"{around}{FACT_OPEN}{len(self.printed) - 1}{FACT_CLOSE}{around}", span.start)


def _filled(prepared: Prepared, language: str) -> Filled:
    poured = _Pour(language)
    note: list[str] | None = None  # the words of the remark that is open
    for segment in prepared.segments:
        if isinstance(segment, Tag) and segment.word == "note":
            note, start = [], segment.span
        elif isinstance(segment, Tag) and segment.word == "endnote" and note is not None:
            poured.token(" ".join("".join(note).split()), "remark", start)
            note = None
        elif note is not None:
            note.append(segment.span.text if isinstance(segment, Data) else _named(segment) if isinstance(segment, Print) else "")
        elif isinstance(segment, Data):
            poured.add(segment.span.text, segment.span.start)
        elif isinstance(segment, Print):
            poured.token(_named(segment), "text", segment.span)
        elif isinstance(segment, Tag):
            poured.token(_told(segment, poured), "remark", segment.span, "\n\n" if _alone(segment.span) else "")
    return Filled("".join(poured.pieces), tuple(poured.printed), tuple(poured.places), prepared.whole.source)


def _named(printed: Print) -> str:
    return f"‹{printed.expression.text}›"


def _told(tag: Tag, poured: _Pour) -> str:
    """What a tag says to people."""
    if tag.word in ("if", "for"):
        poured.opened.append(tag)
    opened = poured.opened.pop() if tag.word in ("endif", "endfor") else tag
    condition = " ".join(opened.rest.text.split())
    if opened is not tag and len(condition) > _LONGEST:
        condition = condition[:_LONGEST].rsplit(" ", 1)[0] + " …"
    path = opened.path.text if opened.path else ""
    if opened is not tag and not _alone(tag.span):
        return say_in(poured.language, "end")  # it is near enough to what it ends
    return say_in(poured.language, tag.word, condition=condition, item=opened.name, path=path)


def _alone(span: Span) -> bool:
    """Whether a tag has its line for itself."""
    text = span.source.text
    before, after = text[: span.start].rpartition("\n")[2], text[span.end :].partition("\n")[0]
    return not before.strip() and not after.strip()


# --- what was read, for people ---------------------------------------------------------------------


def _marked(line: Line, tags: set[int]) -> Line:
    """A line in which tags are told in brackets, apart from the words around them; a live reference names what it leads to."""

    def change(inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case Remark() if inline.origin.span and inline.origin.span.start in tags:
                return (replace(inline, comment="", mark=True),)
            case ParagraphRef(target=target) | CountRef(target=target) | AnnexRef(target=target):
                return (Text(f"‹{target}›", inline.origin),)
            case NoteRef(authority=authority):
                return (Text(f"‹{authority}›", inline.origin),)
        return (inline,)

    return tuple(_apart(rewrite_inlines(line, change)))


def _apart(line: Line) -> Iterator[Inline]:
    last: Inline | None = None
    for inline in line:
        told = [one for one in (last, inline) if isinstance(one, Remark) and one.mark]
        if last is not None and told and not _ends_open(last) and not _begins_open(inline):
            yield Text(" ")
        yield inline
        last = inline


def _ends_open(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.text.endswith((" ", "(", NBSP))


def _begins_open(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.text.startswith((" ", ")", ".", ",", ";", ":"))


@dataclass
class _Count:
    number: int = 0


def _numbered(blocks: Iterable[Block], count: _Count) -> Iterator[Block]:
    """The blocks, each paragraph with its number in the clause; a line that is a condition alone is set apart and has none."""
    for block in blocks:
        match block:
            case Paragraph(children=(Remark(mark=True),)):
                yield Styled(_LINE, (block,), origin=block.origin)
            case Paragraph():
                count.number += 1
                yield replace(block, children=(Text(label(count.number)), *block.children))
            case Styled(role=role) if role in (*LISTINGS, *FIGURES):
                yield Styled(_LINE, (Paragraph((Text(f"‹{role}›"),)),), origin=block.origin)
            case Quotation() | Styled():
                yield replace(block, blocks=tuple(_numbered(block.blocks, count)))
            case Items():
                yield replace(block, items=tuple(tuple(_numbered(item, count)) for item in block.items))
            case _:
                yield block


def label(number: int) -> str:
    """How a paragraph is numbered."""
    return f"[{number}]{NBSP}"
