"""The document as plain text, block by block and to the letter."""

from __future__ import annotations

import pytest
from workspace import CASE, text

from briefkit.tree import (
    Cite,
    ClauseText,
    Emphasis,
    Fact,
    Heading,
    Items,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Opinion,
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
from briefkit.writers.text import note_texts, write

OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


def opinion(*blocks: object, title: tuple[object, ...] = (Text("T"),), draft: bool = True, **more: object) -> Opinion:
    return Opinion(title=title, blocks=blocks, language="en", profile="memo", draft=draft, **more)  # type: ignore[arg-type]


def shown(*blocks: object, draft: bool = True) -> str:
    """What stands below the title, without the line break at the end."""
    printed = write(opinion(*blocks, draft=draft)).decode()
    assert printed.startswith("T\n")
    assert printed.endswith("\n")
    return printed[1:].strip("\n")


def words(*inlines: object, draft: bool = True) -> str:
    return shown(Paragraph(inlines), draft=draft)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("inline", "printed"),
    [
        (Text("a\u00a0b"), "a b"),
        (Fact("a\nb\tc\x00d\u2028e", ("x",)), "a b c d e"),
        (Emphasis((Text("a"), Strong((Text("b"),)))), "ab"),
        (Link((Text("words"),), "https://example.org"), "words <https://example.org>"),
        (Link((Text("https://example.org"),), "https://example.org"), "https://example.org"),
        (Note((Text("x"),), 7), "[7]\n\n--------------------\n[7] x"),
        (Cite((Ref("a"),), shown=(Text("A "), Emphasis((Text("v"),)), Text(" B"))), "A v B"),
        (ParagraphRef("a", 12), "12"),
        (NoteRef("a", 4), "4"),
        (Remark("ask\nthem"), "[ask them]"),
    ],
)
def test_an_inline(inline: object, printed: str) -> None:
    assert words(inline) == printed


def test_a_line_break_breaks_the_line_under_the_first_word() -> None:
    assert shown(Paragraph((Text("one"), LineBreak(), Text("two")), number=3)) == "3. one\n   two"


def test_a_remark_stands_in_drafts_alone() -> None:
    assert words(Text("a "), Remark("b"), Text("c"), draft=False) == "a c"


def test_a_paragraph_of_nothing_but_a_remark_leaves_no_trace_in_a_final() -> None:
    assert shown(Paragraph((Text("a"),)), Paragraph((Remark("b"),)), Paragraph((Text("c"),)), draft=False) == "a\n\nc"


def test_lines_are_eighty_columns_wide_and_hang_under_their_number() -> None:
    printed = shown(Paragraph((Text("word " * 60),), number=12))
    lines = printed.split("\n")
    assert len(lines) == 4
    assert max(map(len, lines)) <= 80
    assert lines[0].startswith("12. word")
    assert all(line.startswith("    word") for line in lines[1:])


def test_a_long_address_is_never_broken() -> None:
    address = "https://example.org/" + "a" * 100
    assert address in words(Text("see " + address + " there"))


def test_headings() -> None:
    blocks = [Heading(1, (Text("One"),)), Heading(2, (Text("Two"),)), Heading(3, (Text("Three"),))]
    assert shown(*blocks) == "One\n===\n\n\nTwo\n---\n\n\nThree"


def test_the_line_under_a_heading_counts_letters_and_not_accents() -> None:
    assert shown(Heading(1, (Text("e\u0301e\u0301"),))) == "e\u0301e\u0301\n=="


def test_quotations_nest() -> None:
    inner = Quotation((Paragraph((Text("b"),)),))
    assert shown(Quotation((Paragraph((Text("a"),)), inner))) == "    a\n\n        b"


def test_lists_nest_and_count_from_their_start() -> None:
    nested = Items(((Paragraph((Text("x"),)),), (Paragraph((Text("y"),)),)))
    items = Items(((Paragraph((Text("a"),)), Paragraph((Text("more"),)), nested), (Paragraph((Text("b"),)),)), ordered=True, start=9)
    assert shown(items) == "9. a\n\n   more\n\n   - x\n\n   - y\n\n10. b"


def test_a_table_in_a_list_keeps_its_first_letters() -> None:
    table = Table((cell(Text("ab")), cell(Text("c"))), ((cell(Text("d")), cell(Text("ef"))),))
    assert shown(Items(((table,),))) == "- ab | c\n  ---+---\n  d  | ef"


def test_tables_line_up_and_hold_one_line_a_row() -> None:
    table = Table(
        (cell(Text("Name")), cell(Text("N"))),
        (
            (cell(Fact("a\nb", ("x",))), cell(Text("1"))),
            (cell(Text("long name"), LineBreak(), Text("x")), cell(Text("22"))),
            (cell(Text("e\u0301")),),
        ),
    )
    assert shown(table).split("\n") == ["Name        | N", "------------+---", "a b         | 1", "long name x | 22", "e\u0301"]


def test_a_table_too_wide_for_the_page_is_printed_row_by_row() -> None:
    words = "word " * 20
    table = Table(
        (cell(Text("Article")), cell(Text("Problem"))),
        ((cell(Text("1")), cell(Text(words.strip()))), (cell(Text("2")), ()), (cell(Text("3")), cell(Text("x")), cell(Text("y")))),
        caption=(Text("Table 1. Problems"),),
    )
    expected = """\
Table 1. Problems

Article: 1
Problem: word word word word word word word word word word word word word word
word word word word word word

Article: 2

Article: 3
Problem: x
y"""
    assert shown(table) == expected


def test_a_table_without_a_head_has_no_rule() -> None:
    assert shown(Table((), ((cell(Text("a")), cell(Text("b"))),))) == "a | b"


def test_a_caption_without_a_table_stands_alone() -> None:
    assert shown(Table((), (), caption=(Text("Table 1"),)), Paragraph((Text("x"),))) == "Table 1\n\nx"


def test_a_letter_looks_like_one() -> None:
    made = shown(
        Styled("letterhead", (Paragraph((Text("Centre"), LineBreak(), Text("1 Street"))),)),
        Styled("addressee", (Paragraph((Text("The Court"), LineBreak(), Text("of Sample District"))),)),
        Styled("subject", (Paragraph((Text("Request"),)),)),
        Styled("closing", (Paragraph((Text("Yours,"),)),)),
        Styled("signature-line", (Paragraph((Text("A. Example"), LineBreak(), Text("Director"))),)),
    )
    half = " " * 40
    expected = ["Centre", "1 Street", "-" * 80, "", half + "The Court", half + "of Sample District", "", "Request", "", "Yours,"]
    assert made.split("\n") == [*expected, "", "", "_" * 35, "A. Example", "Director"]


def test_each_of_two_signatures_has_its_line() -> None:
    made = shown(Styled("signature-line", (Paragraph((Text("A"),)), Paragraph((Text("B"),)))))
    assert made == "_" * 35 + "\nA\n\n\n" + "_" * 35 + "\nB"


def test_a_warning_stands_between_rules_and_a_cover_in_the_middle() -> None:
    assert shown(Styled("warning", (Paragraph((Text("Mind"),)),))) == f"{'*' * 80}\nMind\n{'*' * 80}"
    assert shown(Styled("cover-number", (Paragraph((Text("No 7"),)),)), Paragraph((Text("x"),))) == " " * 38 + "No 7\n\nx"


def test_a_text_under_review_is_told_from_the_rest() -> None:
    made = shown(Styled("reviewed-text", (Paragraph((Text("word " * 20),)),)), Styled("", (Paragraph((Text("x"),)),)))
    assert made.split("\n\n")[0].split("\n") == ["| " + ("word " * 15).strip(), "| word word word word word"]
    assert made.endswith("\n\nx")


def test_letters_of_a_list_that_starts_far_out_are_still_printed() -> None:
    made = shown(Items(((Paragraph((Text("a"),)),),), ordered=True, lettered=True, start=10**9))
    assert made.endswith(". a")
    assert len(made) < 2_000


def test_a_clause_prints_its_blocks() -> None:
    assert shown(ClauseText("a", 1, "en", (Heading(2, (Text("A"),)), Paragraph((Text("b"),), number=1)))) == "A\n-\n\n1. b"


def test_the_head() -> None:
    made = opinion(title=(Text("On "), Fact("X\nY", ("x",))), subtitle=("Opinion",), date="1 May 2026")
    assert write(made).decode() == "Opinion\nOn X Y\n1 May 2026\n"


def test_notes_by_number_on_one_line() -> None:
    notes = [Note((Text("a\u00a0b"), LineBreak(), Text("c")), 1), Note((Cite((Ref("x"),), shown=(Text("d"),)),), 2)]
    assert list(note_texts(opinion(Paragraph(tuple(notes))))) == [(1, "a b c"), (2, "d")]


def test_markup_of_every_kind_from_its_source() -> None:
    source = """\
# Heading

Words *emphasised* and **strong**, “quoted”\\
on a new line, see <https://example.org> and [here](https://example.org/x).

1. one
2. two

   - deep

> A quotation.[@covenant, art 22(1)]

| a | b |
|---|---:|
| 1 | 2 |
"""
    body, notes = text(OWN, files={"law.md": source}).split("=======\n\n")[1].split("\n--------------------\n")
    expected = """\

Heading
-------

1. Words emphasised and strong, “quoted”
   on a new line, see https://example.org and here <https://example.org/x>.

1. one

2. two

   - deep

    A quotation.[1]

a | b
--+--
1 | 2
"""
    assert body == expected
    assert notes.startswith("[1] Covenant on Testing")
