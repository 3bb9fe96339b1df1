"""Inline tokens into the tree's inlines, facts put in the place of their tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.markup.citations import read_refs, read_refs_at
from briefkit.markup.rules import reader
from briefkit.messages import Message, say
from briefkit.model.naming import LANGUAGES
from briefkit.source import Span
from briefkit.template import FACT_CLOSE, FACT_OPEN, Filled, Printed
from briefkit.tree import (
    AnnexRef,
    Cite,
    CountRef,
    Emphasis,
    Fact,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Origin,
    ParagraphRef,
    Ref,
    Remark,
    Strong,
    Text,
)
from briefkit.walk import rewrite_inlines
from briefkit.wording import NBSP, counted

_TOKEN = re.compile(f"{FACT_OPEN}([0-9]+){FACT_CLOSE}")
_STRAY = re.compile("[\ue000-\uf8ff]")

MAX_NESTING = 20

Where = Callable[[int, int], Span]


class InlineReader:
    """Reads the inline tokens of one text. `in_note` tells that they stand in a footnote already."""

    def __init__(self, markdown: MarkdownIt, filled: Filled, language: str, problems: list[Diagnostic]) -> None:
        self.markdown, self.filled, self.language, self.problems = markdown, filled, language, problems
        self.depth = 0

    def read(self, tokens: Sequence[Token], where: Where, whole: Span, in_note: bool = False) -> tuple[Inline, ...]:
        inlines = _joined(self._until(None, iter(tokens), where, whole, in_note))
        return inlines if in_note else notes_placed(inlines)

    def text(self, text: str, where: Where, whole: Span, in_note: bool) -> tuple[Inline, ...]:
        """A run of Markdown text, such as a note's words or a citation's prefix."""
        if not text:
            return ()
        (line,) = self.markdown.parseInline(text)
        return self.read(line.children or [], where, whole, in_note)

    def _until(self, close: str | None, stream: Iterator[Token], where: Where, whole: Span, in_note: bool) -> Iterator[Inline]:
        for token in stream:
            if token.type == close:
                return
            yield from self._one(token, stream, where, whole, in_note)

    def _one(self, token: Token, stream: Iterator[Token], where: Where, whole: Span, in_note: bool) -> Iterator[Inline]:
        origin = Origin(whole)
        match token.type:
            case "text" | "code_inline" | "text_special":
                yield from self._words(token.content, whole, in_note)
            case "softbreak":
                yield Text(" ", origin)
            case "hardbreak":
                yield LineBreak(origin)
            case "em_open":
                yield Emphasis(self._within(token, stream, where, whole, in_note), origin)
            case "strong_open":
                yield Strong(self._within(token, stream, where, whole, in_note), origin)
            case "link_open":
                place = where(token.meta["start"], token.meta["end"])
                children = self._within(token, stream, where, whole, in_note)
                yield from self._link(str(token.attrGet("href") or ""), children, place)
            case "foreign":
                yield from self._foreign(token, where, in_note)
            case "citation" | "named" | "free_note":
                yield from self._cited(token, where, in_note)
            case _:
                self._refuse(token, where, whole)

    def _within(self, opened: Token, stream: Iterator[Token], where: Where, whole: Span, in_note: bool) -> tuple[Inline, ...]:
        """The inlines up to the token that closes an opened one."""
        if self.depth == MAX_NESTING:
            self.problems.append(
                diagnose("markup-unsupported", say("Emphasis nests too deep here."), whole, say("use one pair of asterisks"))
            )
            skip_to_close(opened, stream)
            return ()
        self.depth += 1
        children = _joined(self._until(opened.type.replace("_open", "_close"), stream, where, whole, in_note))
        self.depth -= 1
        return children if in_note else notes_placed(children)

    # --- words and facts -------------------------------------------------------------------------------

    def line(self, whole: Span) -> tuple[Inline, ...]:
        """The filled text as one line without markup, such as a title."""
        return _joined(self._words(" ".join(self.filled.text.split()), whole, in_note=False))

    def _words(self, content: str, whole: Span, in_note: bool) -> Iterator[Inline]:
        at = 0
        for token in _TOKEN.finditer(content):
            if token.start() > at:
                yield self._plain(content[at : token.start()], whole)
            yield self._fact(self.filled.printed[int(token[1])], in_note)
            at = token.end()
        if at < len(content):
            yield self._plain(content[at:], whole)

    def _plain(self, text: str, whole: Span) -> Text:
        return Text(_STRAY.sub("", text), Origin(whole))

    def _fact(self, printed: Printed, in_note: bool) -> Inline:
        origin = Origin(printed.span, printed.paths)
        if printed.kind == "remark":
            return Remark(printed.text, origin, comment=printed.text, mark=False)
        if printed.kind == "act" and printed.text.startswith("@"):
            refs = read_refs_at(printed.text, printed.given or printed.span, self.problems)
            return Cite(refs, in_text=not in_note, origin=origin)
        return Fact(printed.text, printed.paths, origin)

    # --- citations, notes, links -----------------------------------------------------------------------

    def _cited(self, token: Token, where: Where, in_note: bool) -> Iterator[Inline]:
        start, end = token.meta["start"], token.meta["end"]
        span = where(start, end)
        if token.type == "free_note":
            if in_note:
                self.problems.append(diagnose("markup-unsupported", say("A footnote cannot stand within a footnote."), span))
                return
            children = self.text(token.content, partial(_shifted, where, start), span, in_note=True)
            yield Note(children, origin=Origin(span))
            return
        in_text = token.type == "named"
        cite = Cite(self._refs(token, where, span), in_text, origin=Origin(span), optional=token.meta.get("optional", False))
        if cite.refs:
            yield cite if in_text or in_note else Note((cite,), origin=Origin(span))

    def _foreign(self, token: Token, where: Where, in_note: bool) -> Iterator[Inline]:
        """Words in another language, with its quotation marks."""
        start, end, language = token.meta["start"], token.meta["end"], token.meta["language"]
        span = where(start, end)
        if language not in LANGUAGES:
            hint = did_you_mean(language, LANGUAGES, say("one of {names}", names=", ".join(LANGUAGES)))
            self.problems.append(
                diagnose("unknown-language", say("“{language}” is no language of a document.", language=language), span, hint)
            )
            return
        inner = InlineReader(reader(language), self.filled, language, self.problems)
        children = inner.text(token.content, partial(_shifted, where, start), span, in_note)
        yield Foreign(children, language, Origin(span))

    def _refs(self, token: Token, where: Where, span: Span) -> tuple[Ref, ...]:
        start = token.meta["start"]
        inner = partial(_shifted, where, start)

        def affix(text: str, at: int) -> tuple[Inline, ...]:
            """A citation printed in a prefix or suffix stands in its words, as in a sentence."""
            read = self.text(text, partial(_shifted, inner, at), span, in_note=True)
            return rewrite_inlines(read, lambda one: (replace(one, in_text=True),) if isinstance(one, Cite) else (one,))

        return read_refs(token.content, inner, affix, self.problems)

    def _link(self, address: str, children: tuple[Inline, ...], whole: Span) -> Iterator[Inline]:
        origin = Origin(whole)
        if FACT_OPEN in address:
            said = say("A fact cannot stand in a link's address.")
            self.problems.append(diagnose("markup-unsupported", said, whole, say("write the address out")))
        elif address.startswith("#") and (kind := next((one for one in ("table", "figure") if _is(children, one)), "")):
            yield from self._counted(kind, CountRef(kind, address[1:], origin=origin))
        elif address.startswith("@") and _is(children, "exhibit"):
            yield from self._counted("exhibit", CountRef("exhibit", address[1:], origin=origin))
        elif address.startswith("#") and _is(children, "annex"):
            yield AnnexRef(address[1:], origin=origin)
        elif address.startswith("#") and _is(children, "para"):
            yield from self._counted("para", ParagraphRef(address[1:], origin=origin))
        elif address.startswith("@") and _is(children, "note"):
            yield from self._counted("note", NoteRef(address[1:], origin=origin))
        elif address.startswith("#"):
            yield from (*children, Text(NBSP, origin), ParagraphRef(address[1:], origin=origin))
        elif address.startswith("@"):
            yield from (*children, Text(NBSP, origin), NoteRef(address[1:], origin=origin))
        elif address.startswith(("http://", "https://", "mailto:")):
            yield Link(children, address, origin)
        else:
            hint = say("a link is an address (https://…), [para](#clause) or [note](@authority)")
            self.problems.append(
                diagnose("markup-unsupported", say("A brief cannot link to “{address}”.", address=unquote(address)), whole, hint)
            )

    def _counted(self, kind: str, number: CountRef | ParagraphRef | NoteRef) -> Iterator[Inline]:
        """A live number within the words for what it numbers, in the document's language."""
        before, after = counted(kind, self.language)
        yield from (Text(before, number.origin), number, Text(after, number.origin))

    def _refuse(self, token: Token, where: Where, whole: Span) -> None:
        unclosed = token.type.startswith("unclosed_")
        span = where(token.meta["start"], token.meta["start"] + 1 if unclosed else token.meta["end"]) if token.meta else whole
        otherwise = ("markup-unsupported", say("“{mark}” cannot stand in the text.", mark=token.type), say("write it in words"))
        code, said, hint = _REFUSED["unclosed" if unclosed else token.type] if unclosed or token.type in _REFUSED else otherwise
        self.problems.append(diagnose(code, said, span, hint))


# What would print as it stands, although its author meant something else.
_REFUSED: Mapping[str, tuple[str, Message, Message]] = {
    "unclosed": (
        "citation-syntax",
        say("A citation is opened with “[” and never closed in this paragraph."),
        say("close it with “]”"),
    ),
    "no_authority": (
        "citation-syntax",
        say("This bracket holds “@” and cites nothing."),
        say("write [see @id, art 1]; the sign itself is \\@"),
    ),
    "open_brace": (
        "citation-syntax",
        say("Here “@{” begins no id: it is not closed, is empty, or holds a space."),
        say("write @{id}"),
    ),
    "stray_mark": (
        "citation-syntax",
        say("Such a mark means nothing here."),
        say("it stands right after a citation’s bracket: [@id]{.optional}"),
    ),
    "numbered_note": (
        "markup-unsupported",
        say("Footnotes are not numbered by hand."),
        say("write the note where it stands: ^[…]"),
    ),
    "html_comment": (
        "markup-unsupported",
        say("This comment would be printed."),
        say("write {# … #}, or {% note %}…{% endnote %} for drafts"),
    ),
    "image": (
        "markup-unsupported",
        say("An image cannot stand in the text."),
        say("cite it as an exhibit, or let briefkit draw a figure from the facts (::: timeline)"),
    ),
}


def _is(children: tuple[Inline, ...], name: str) -> bool:
    """Whether a link's words are one of those that are said in the document's language."""
    return [child.text if isinstance(child, Text) else None for child in children] == [name]


def skip_to_close(opened: Token, stream: Iterator[Token]) -> None:
    """Pass over everything within an opened token, and its close."""
    depth: int = opened.nesting
    while depth > 0:
        depth += next(stream).nesting


def _shifted(where: Where, by: int, start: int, end: int) -> Span:
    return where(start + by, end + by)


def _joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts of one origin as one text."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text) and inline.origin == last.origin:
            joined[-1] = Text(last.text + inline.text, last.origin)
        else:
            joined.append(inline)
    return tuple(joined)


_PUNCTUATION = re.compile(r"[.,;:!?]+")


def notes_placed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Notes stand close to the word before them, and after the punctuation that follows it: “word.¹”."""
    placed: list[Inline] = []
    for inline in inlines:
        last = placed[-1] if placed else None
        if isinstance(inline, Note) and isinstance(last, Text):
            closed = last.text.rstrip(" ")
            placed[-1:] = [Text(closed, last.origin)] if closed else []
        if isinstance(inline, Text) and (at := _before_notes(placed)) < len(placed):
            stop = _PUNCTUATION.match(inline.text)
            if stop:
                placed.insert(at, Text(stop.group(), inline.origin))
                inline = Text(inline.text[stop.end() :], inline.origin)
        placed.append(inline)
    return _joined(one for one in placed if not (isinstance(one, Text) and not one.text))


def _before_notes(placed: list[Inline]) -> int:
    """Where the run of notes at the end begins (remarks to the drafter may stand among them); the end if there is none."""
    at = len(placed)
    while at and isinstance(placed[at - 1], Note | Remark):
        at -= 1
    return at if any(isinstance(one, Note) for one in placed[at:]) else len(placed)
