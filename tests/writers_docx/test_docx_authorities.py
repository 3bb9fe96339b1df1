"""The table of authorities in Word: fields that can be carried out again, and the hidden marks that they are built from."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from docx_samples import HOUSE, words
from test_docx_details import opinion, part

from briefkit.inspection import fields, problems
from briefkit.ooxml import Element, parse, qn, read_zip, w
from briefkit.tree import (
    Authorities,
    AuthorityCategory,
    Block,
    Cite,
    Emphasis,
    Heading,
    Inline,
    ListedAuthority,
    Note,
    NoteRef,
    Opinion,
    Paragraph,
    ParagraphRef,
    Ref,
    Table,
    Text,
    cell,
)
from briefkit.writers.docx import Pages, measure, write
from briefkit.writers.docx.folios import folio

TEMPLATE = HOUSE.read_bytes()
LEE: tuple[Inline, ...] = (Emphasis(words("Lee v Korea")), Text(" (2005)"))


def listed(name: str, form: tuple[Inline, ...], short: str = "", **more: tuple[Inline, ...]) -> ListedAuthority:
    return ListedAuthority(name, form, short or name.title(), **more)


TABLE = Authorities(
    (
        AuthorityCategory(8, "Treaties", (listed("covenant", words("The Covenant")), listed("pact", words("The Pact")))),
        AuthorityCategory(12, "Judgments", (listed("lee", LEE),)),
    ),
    passim=5,
)


def cite(*names: str) -> Cite:
    return Cite(tuple(Ref(name) for name in names), shown=words("as cited"))


def codes(made: Opinion, pages: Pages | None = None) -> list[tuple[str, str]]:
    root = part(made) if pages is None else part_of(write(made, TEMPLATE, pages))
    return [(" ".join(code), result) for code, result in fields(root)]


def part_of(data: bytes) -> Element:
    return parse(read_zip(data)["word/document.xml"], "document")


def note(*children: Inline, number: int = 1) -> Paragraph:
    return Paragraph((Text("Words"), Note(children, number)), number)


def citing(*blocks: Block, table: Authorities = TABLE, **more: bool) -> Opinion:
    """A document with a table, in which all that the table lists is cited once more at the end."""
    every = [one.name for category in table.categories for one in category.authorities]
    return opinion(*blocks, note(cite(*every), number=9), table, **more)


def marks(*blocks: Block, table: Authorities = TABLE) -> list[str]:
    """The marks of some blocks."""
    every = sum(len(category.authorities) for category in table.categories)
    found = [code for code, _ in codes(citing(*blocks, table=table)) if code.startswith("TA ")]
    return found[: len(found) - every]


COVENANT, PACT = (f'TA \\l "The {name}" \\s "{name}" \\c 8' for name in ("Covenant", "Pact"))
LEES = 'TA \\l "Lee v Korea (2005)" \\s "Lee" \\c 12'


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (note(cite("covenant")), [COVENANT]),
        (note(Text("See "), cite("lee", "covenant"), Text(" and "), cite("lee")), [LEES, COVENANT]),
        (note(Cite((Ref("covenant", suffix=(Text(", read with "), cite("pact"))),), shown=words("x"))), [COVENANT, PACT]),
        (Paragraph((cite("covenant"), Text(" says so"))), [COVENANT]),
        (Paragraph((Emphasis((cite("pact"),)),)), [PACT]),
        (Table((), ((cell(Text("a"), Note((cite("covenant"),), 1)),),)), [COVENANT]),
        (note(Text("as "), Note((cite("pact"),), 2)), [PACT]),
        (note(cite("another")), []),
    ],
    ids=["a note", "two in one note", "a suffix", "in the text", "emphasised", "a cell", "a note in a note", "not in the table"],
)
def test_each_citation_has_a_mark_beside_it_in_the_body(block: Block, expected: list[str]) -> None:
    made = citing(block)
    assert marks(block) == expected
    assert not [code for code, _ in fields(part(made, "footnotes")) if code[0] == "TA"]
    assert problems(write(made, TEMPLATE)) == ()


def test_a_heading_in_the_contents_takes_no_mark_along() -> None:
    made = citing(Heading(1, (Text("On "), cite("covenant"))), contents=True)
    assert [code.split()[0] for code, _ in codes(made)] == ["PAGEREF", "TOC", "TA", "TA", "TA", "TA", "TOA", "TOA"]


def test_without_a_table_by_pages_nothing_is_marked() -> None:
    by_paragraphs = Authorities(TABLE.categories, by_paragraphs=True)
    assert [code for code, _ in codes(opinion(note(cite("covenant")), by_paragraphs))] == []
    assert [code for code, _ in codes(opinion(note(cite("covenant"))))] == []


def tables(made: Opinion, pages: Pages | None = None) -> list[tuple[str, str]]:
    """The fields of tables, with what they show, their lines and columns close together."""
    return [(code, shown) for code, shown in codes(made, pages) if code.startswith("TOA ")]


def test_a_field_for_each_category_holds_its_entries() -> None:
    pages = Pages(authorities={"covenant": ("3", "7"), "lee": ("1", "2", "3", "4", "5")})
    made = citing()
    assert tables(made) == [('TOA \\c "8" \\p', "The CovenantThe Pact"), ('TOA \\c "12" \\p', "Lee v Korea (2005)")]
    assert tables(made, pages)[0] == ('TOA \\c "8" \\p', "The Covenant3,\u00a07The Pact")
    assert tables(made, pages)[1] == ('TOA \\c "12" \\p', "Lee v Korea (2005)passim")
    assert problems(write(made, TEMPLATE, pages)) == ()


@pytest.mark.parametrize(("number", "space"), [(9, "\u00a0"), (10, " ")])
def test_numbers_stand_in_one_line_where_they_have_room(number: int, space: str) -> None:
    shown = f",{space}".join(map(str, range(1, number + 1)))
    pages = Pages(authorities={"covenant": tuple(map(str, range(1, number + 1)))})
    assert tables(citing(table=Authorities(TABLE.categories, passim=0)), pages)[0][1] == f"The Covenant{shown}The Pact"
    places = [Text("paras "), *(one for at in range(1, number + 1) for one in (ParagraphRef("", at), Text(", ")))][:-1]
    covenant = replace(TABLE.categories[0].authorities[0], places=tuple(places))
    by_paragraphs = Authorities((replace(TABLE.categories[0], authorities=(covenant,)),), by_paragraphs=True)
    made = part(opinion(*(Paragraph(words("A."), at) for at in range(1, number + 1)), by_paragraphs))
    assert f"paras{space}{shown}" in "".join(node.text or "" for node in made.iter(qn("w:t")))


def test_passim_tells_its_language_where_the_document_is_in_other_letters() -> None:
    russian = Authorities((AuthorityCategory(8, "Договоры", (ListedAuthority("covenant", words("Пакт"), "Пакт"),)),), passim=5)
    made = write(replace(citing(table=russian), language="ru"), TEMPLATE, Pages(authorities={"covenant": ("1", "2", "3", "4", "5")}))
    [run] = [node for node in part_of(made).iter(qn("w:r")) if node.findtext(qn("w:t")) == "passim"]
    assert run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None


def test_headings_of_our_own_in_words_own_styles() -> None:
    styles = [node.get(qn("w:val")) for node in part(citing()).iter(qn("w:pStyle"))]
    expected = ["TOAHeading", "TableofAuthorities", "TableofAuthorities", "TOAHeading", "TableofAuthorities"]
    assert [one for one in styles if one in expected] == expected


@pytest.mark.parametrize(("passim", "switch"), [(5, " \\p"), (3, ""), (0, "")])
def test_word_is_told_of_passim_only_where_its_rule_is_ours(passim: int, switch: str) -> None:
    made = citing(table=Authorities(TABLE.categories[:1], passim=passim))
    assert [code for code, _ in tables(made)] == [f'TOA \\c "8"{switch}']


def test_by_paragraphs_every_number_is_a_live_reference() -> None:
    places = (Text("paras "), ParagraphRef("", 1), Text("; n "), NoteRef("", 1))
    table = Authorities(
        (AuthorityCategory(8, "Treaties", (listed("covenant", words("The Covenant"), places=places),)),), by_paragraphs=True
    )
    made = opinion(note(cite("covenant")), table)
    assert codes(made) == [("REF _Ref_p1 \\r \\h", "1"), ("NOTEREF _RefFn_1 \\h", "1")]
    assert problems(write(made, TEMPLATE)) == ()


# --- what a field can hold ---------------------------------------------------------------------------


def long_form(form: tuple[Inline, ...], short: str = "It") -> str:
    table = Authorities((AuthorityCategory(8, "T", (listed("x", form, short),)),))
    [found] = marks(note(cite("x")), table=table)
    return re.sub(r"\\(.)", r"\1", re.search(r'\\l "((?:\\.|[^"\\])*)"', found)[1])  # type: ignore[index]


@pytest.mark.parametrize("form", ['The "Law" of 1\\2', "“Report”", "„Bericht“", 'ends in "', "\\", "Қазақстан"])
def test_quotation_marks_do_not_end_an_argument(form: str) -> None:
    assert long_form(words(form)) == form
    assert '\\s "It"' in marks(note(cite("x")), table=Authorities((AuthorityCategory(8, "T", (listed("x", words(form), "It"),)),)))[0]


@pytest.mark.parametrize(("form", "kept"), [("OSCE\u2011wide", "OSCE-wide"), ("a\x00b", "ab")])
def test_what_a_code_cannot_hold(form: str, kept: str) -> None:
    assert long_form(words(form)) == kept


def test_emphasis_is_kept_for_the_table_that_word_builds() -> None:
    runs = [node for node in part(citing()).iter(qn("w:r")) if node.find(qn("w:instrText")) is not None]
    styled = [node.findtext(qn("w:instrText")) for node in runs if node.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") is not None]
    assert styled == ["Lee v Korea"]


def test_a_long_form_is_cut_at_a_word_and_the_table_shows_it_whole() -> None:
    form = " ".join(f"word{number}" for number in range(60))
    cut = long_form(words(form))
    assert len(cut) <= 255
    assert cut.endswith("…")
    assert form.startswith(cut[:-1] + " ")
    table = Authorities((AuthorityCategory(8, "T", (listed("x", words(form)),)),))
    assert tables(citing(table=table)) == [('TOA \\c "8"', form)]
    assert len(long_form(words("x" * 300))) <= 255


# --- pages -------------------------------------------------------------------------------------------


def test_what_is_to_be_measured_has_bookmarks_that_the_document_has_not() -> None:
    made = citing(Heading(1, words("One")), note(cite("covenant", "lee")), Paragraph((cite("lee"),)), contents=True)
    measured = measure(made, TEMPLATE)
    assert measured.headings == ("_Toc00000001",)
    assert measured.cited == {"_Auth00001": ("covenant", "lee"), "_Auth00002": ("lee",), "_Auth00003": ("covenant", "pact", "lee")}
    assert problems(measured.document) == ()
    assert b"_Auth" in read_zip(measured.document)["word/document.xml"]
    assert b"_Auth" not in read_zip(write(made, TEMPLATE))["word/document.xml"]
    found = measured.pages({"_Toc00000001": 1, "_Auth00001": 12, "_Auth00002": 9})
    assert found == Pages({"_Toc00000001": "1"}, {"covenant": ("12",), "lee": ("9", "12")})
    assert measured.pages({}) == Pages()


@pytest.mark.parametrize(
    ("kind", "place", "printed"),
    [
        ({}, 3, "3"),
        ({"start": "5"}, 1, "5"),
        ({"start": "0"}, 1, "0"),
        ({"fmt": "lowerRoman"}, 4, "iv"),
        ({"fmt": "upperRoman", "start": "1994"}, 1, "MCMXCIV"),
        ({"fmt": "lowerLetter"}, 27, "aa"),
        ({"fmt": "upperLetter"}, 2, "B"),
        ({"fmt": "numberInDash"}, 2, "- 2 -"),
        ({"fmt": "decimalZero"}, 2, "02"),
        ({"fmt": "hindiVowels"}, 2, "2"),
        ({"fmt": "lowerRoman", "start": "0"}, 1, "0"),
    ],
)
def test_a_page_prints_its_number_as_the_template_has_it(kind: dict[str, str], place: int, printed: str) -> None:
    assert folio(w("sectPr", w("pgNumType", **kind) if kind else None), place) == printed
