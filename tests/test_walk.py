"""Ways through the tree of a document."""

from __future__ import annotations

import pytest

from briefkit.source import Source
from briefkit.tree import (
    Cite,
    ClauseText,
    Count,
    CountRef,
    Document,
    Emphasis,
    Fact,
    Foreign,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Origin,
    Paragraph,
    ParagraphRef,
    Quotation,
    Ref,
    Remark,
    Strong,
    Styled,
    Table,
    Text,
    cell,
)
from briefkit.walk import blocks_within, inlines_of, inlines_within, own_inlines, plain, rewrite, rewrite_inlines, rewrite_lines


def line(*words: str) -> tuple[Inline, ...]:
    return tuple(Text(word) for word in words)


CITE = Cite((Ref("iccpr", None, line("see"), line("too")), Ref("udhr")), shown=line("ICCPR"))
ORIGIN = Origin(Source("a", "abc").span(0, 3), ("org.name",))
DOCUMENT = Document(
    title=(Text("title "), Fact("Aikyn", ("org.name",), ORIGIN)),
    blocks=(
        Heading(1, line("heading")),
        ClauseText(
            "slug",
            1,
            "en",
            (
                Paragraph((Text("one"), Emphasis((Strong(line("two")),)), Note((CITE,)))),
                Quotation((Paragraph(line("quoted")),)),
            ),
        ),
        Items(((Paragraph(line("item one")),), (Paragraph(line("item two")), Items(((Paragraph(line("inner")),),))))),
        Table((cell(*line("head")),), ((cell(*line("cell a")), cell(*line("cell b"))),), caption=line("caption")),
        Styled("signature", (Paragraph((Foreign(line("имя"), "ru"), Count("table", "t", 1), CountRef("table", "t", 1))),)),
        Paragraph((Link(line("link"), "https://e.org"), LineBreak(), ParagraphRef("slug", 3), NoteRef("iccpr", 4), Remark("check"))),
    ),
    language="en",
    profile="memo",
)


def texts(document: Document) -> list[str]:
    return [inline.text for inline in inlines_of(document) if isinstance(inline, Text | Fact)]


CITED = ["see", "too", "ICCPR"]  # what stands around a citation, and then what it shows
ITEMS = ["quoted", "item one", "item two", "inner"]
TABLE = ["caption", "head", "cell a", "cell b", "имя"]
ORDER = ["title ", "Aikyn", "heading", "one", "two", *CITED, *ITEMS, *TABLE, "link"]


def test_inlines_come_in_document_order_the_title_first() -> None:
    assert texts(DOCUMENT) == ORDER


def test_each_block_comes_before_the_blocks_within_it() -> None:
    names = [type(block).__name__ for block in blocks_within(DOCUMENT.blocks)]
    assert names[:5] == ["Heading", "ClauseText", "Paragraph", "Quotation", "Paragraph"]
    assert names[5:10] == ["Items", "Paragraph", "Paragraph", "Items", "Paragraph"]
    assert names[10:] == ["Table", *["Paragraph"] * 3, "Styled", "Paragraph", "Paragraph"]


def test_blocks_of_blocks_have_no_inlines_of_their_own() -> None:
    counts = {type(block).__name__: len(list(own_inlines(block))) for block in DOCUMENT.blocks}
    assert counts == {"Heading": 1, "ClauseText": 0, "Items": 0, "Table": 1, "Styled": 0, "Paragraph": 5}


def test_each_inline_comes_before_the_inlines_within_it() -> None:
    found = [type(inline).__name__ for inline in inlines_within((Emphasis((Strong(line("a")),)), Note((CITE,))))]
    assert found == ["Emphasis", "Strong", "Text", "Note", "Cite", "Text", "Text", "Text"]


def test_a_rewrite_that_changes_nothing_changes_nothing() -> None:
    assert rewrite(DOCUMENT, lambda inline: (inline,)) == DOCUMENT


def test_a_rewrite_reaches_every_word_and_keeps_everything_else() -> None:
    def loud(inline: Inline) -> tuple[Inline, ...]:
        return (Text(inline.text.upper(), inline.origin),) if isinstance(inline, Text) else (inline,)

    changed = rewrite(DOCUMENT, loud)
    assert texts(changed) == [text if text == "Aikyn" else text.upper() for text in ORDER]
    cites = [inline for inline in inlines_of(changed) if isinstance(inline, Cite)]
    assert [(plain(ref.prefix), plain(ref.suffix)) for ref in cites[0].refs] == [("SEE", "TOO"), ("", "")]
    assert changed.title[1] == DOCUMENT.title[1]


def test_an_inline_may_become_none_or_several() -> None:
    def spread(inline: Inline) -> tuple[Inline, ...]:
        return {"a": (), "b": line("b", "b")}.get(getattr(inline, "text", ""), (inline,))

    assert rewrite_inlines((Text("a"), Emphasis(line("a", "b")), Text("c")), spread) == (Emphasis(line("b", "b")), Text("c"))


def test_inner_inlines_are_rewritten_first_and_in_order() -> None:
    seen: list[str] = []

    def note(inline: Inline) -> tuple[Inline, ...]:
        seen.append(type(inline).__name__ + getattr(inline, "text", ""))
        return (inline,)

    rewrite_inlines((Emphasis((Text("1"), Strong((Text("2"),)))), Text("3")), note)
    assert seen == ["Text1", "Text2", "Strong", "Emphasis", "Text3"]


def test_whole_lines_are_rewritten_in_every_block() -> None:
    lines: list[str] = []
    changed = rewrite_lines(DOCUMENT.blocks, lambda old: (lines.append(plain(old)), line("new"))[1])
    assert lines == ["heading", "onetwo", *ITEMS, *TABLE[:-1], "имя11", "link 34"]
    assert {plain(cell) for block in blocks_within(changed) for cell in [tuple(own_inlines(block))] if cell} == {"new"}


@pytest.mark.parametrize(
    ("inline", "words"),
    [
        (Text("a"), "a"),
        (Fact("b", ("x",)), "b"),
        (Strong((Emphasis(line("c")),)), "c"),
        (Link(line("d"), "https://e.org"), "d"),
        (CITE, "ICCPR"),
        (ParagraphRef("slug", 12), "12"),
        (NoteRef("iccpr", 4), "4"),
        (LineBreak(), " "),
        (Note(line("x")), ""),
        (Remark("x"), ""),
    ],
)
def test_plain_words_leave_notes_and_remarks_out(inline: Inline, words: str) -> None:
    assert plain((inline,)) == words
