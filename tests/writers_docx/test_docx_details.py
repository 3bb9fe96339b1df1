"""What one node at a time becomes."""

from dataclasses import replace

import pytest
from docx_samples import HOUSE, every_node, words

from briefkit.inspection import fields, problems
from briefkit.ooxml import Element, parse, qn, read_zip, relationships
from briefkit.tree import (
    Block,
    Emphasis,
    Heading,
    Inline,
    Items,
    Link,
    Note,
    NoteRef,
    Opinion,
    Paragraph,
    ParagraphRef,
    Quotation,
    Remark,
    Strong,
    Table,
    Text,
    cell,
)
from briefkit.writers.addresses import linkable
from briefkit.writers.docx import write

pytestmark = pytest.mark.hand_made("single blocks, as no document has them")

TEMPLATE = HOUSE.read_bytes()


def opinion(*blocks: Block, **more: object) -> Opinion:
    return replace(Opinion(title=(), blocks=blocks, language="en", profile="memo"), **more)  # type: ignore[arg-type]


def part(made: Opinion, name: str = "document") -> Element:
    return parse(read_zip(write(made, TEMPLATE))[f"word/{name}.xml"], name)


def shown(root: Element) -> list[tuple[str, str, str]]:
    """(style, level and numbering of its own, words) of each paragraph."""
    found = []
    for paragraph in root.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        number = [node.get(qn("w:val"), "") for node in paragraph.iter(qn("w:ilvl"), qn("w:numId"))]
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        found.append((style.get(qn("w:val"), "") if style is not None else "", "/".join(number), text))
    return found


def runs(*children: Inline) -> list[tuple[str, str]]:
    """(style, words) of each run of one paragraph."""
    found = []
    for run in part(opinion(Paragraph(children))).iter(qn("w:r")):
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        found.append((style.get(qn("w:val"), "") if style is not None else "", "".join(run.itertext())))
    return found


P = Paragraph


def test_emphasis_is_a_toggle():
    inner = Emphasis((Text("a"), Emphasis((Text("b"), Strong(words("c")))), Strong(words("d"))))
    assert runs(inner) == [("Emphasis", "a"), ("", "b"), ("Strong", "c"), ("StrongEmphasis", "d")]
    link = Link((Text("e"), Emphasis(words("f")), Strong(words("g")), Link(words("h"), "https://b.org/")), "https://a.org/")
    assert runs(link) == [("Hyperlink", "e"), ("HyperlinkEmphasis", "f"), ("Strong", "g"), ("Hyperlink", "h")]


def test_lists_restart_nest_and_go_on():
    first = Items(((P(words("a")), P(words("a2")), Items(((P(words("b")),),), ordered=True)),), ordered=True, start=4)
    second = Items(((P(words("c")),), (), (P(words("d"), 1),), (Table((), ()),)), ordered=True)
    made = opinion(first, second, Items((), ordered=True))
    assert shown(part(made)) == [
        *[("ListNumber", "0/7", "a"), ("ListContinue", "", "a2"), ("ListNumber2", "1/8", "b")],
        *[("ListNumber", "0/9", "c"), ("ListNumber", "0/9", ""), ("ListNumber", "0/9", ""), ("NumberedParagraph", "", "d")],
        ("ListNumber", "0/9", ""),
    ]
    overrides = [
        (node.get(qn("w:numId")), node[1].get(qn("w:ilvl")), node[1][0].get(qn("w:val")))
        for node in part(made, "numbering").iter(qn("w:num"))
        if len(node) > 1
    ]
    assert overrides == [("7", "0", "4"), ("8", "1", "1"), ("9", "0", "1")]


def test_bullets_deeper_than_the_styles_carry_their_level():
    node: Block = P(words("x"))
    for _ in range(11):
        node = Items(((node,),))
    marks = [row for row in shown(part(opinion(node))) if row[2] == "x"]
    assert marks == [("ListBullet3", "8/2", "x")]


def test_a_quotation_in_a_list_and_lists_in_a_quotation():
    bullets = Items(((P(words("b")), P(words("c")), Items(((P(words("c2")),),))),))
    quotation = Quotation((P(words("a")), bullets, Items(((P(words("d")),),), ordered=True)))
    made = opinion(quotation, Items(((P(words("e")), quotation),)))
    quoted = [("Quote", ""), ("QuoteBullet", ""), ("Quote", ""), ("QuoteBullet", "1/4"), ("QuoteNumber", "0/7")]
    again = [*quoted[:4], ("QuoteNumber", "0/8")]
    assert [(style, number) for style, number, _ in shown(part(made))] == [*quoted, ("ListBullet", ""), *again]


def test_remarks_stand_in_drafts_alone():
    assert runs(Remark("look")) == [("DrafterNote", "[look]")]
    final = write(opinion(P((Remark("look"),)), draft=False), TEMPLATE)
    assert b"look" not in read_zip(final)["word/document.xml"]
    assert b"Draft" not in read_zip(final)["word/header.xml"]
    assert b"Draft" in read_zip(write(opinion(), TEMPLATE))["word/header.xml"]


def test_characters_that_word_has_elements_for():
    run = next(part(opinion(P(words("a\tb\u2011c\u00add\x00\ne")))).iter(qn("w:r")))
    assert [node.tag.split("}")[1] for node in run] == ["t", "tab", "t", "noBreakHyphen", "t", "softHyphen", "t"]
    assert "".join(run.itertext()) == "abcd e"


def test_references_show_what_word_will():
    first, second = P((Text("a"), Note((), 1)), 1, "x"), P((NoteRef("i", 1), ParagraphRef("x", 1), ParagraphRef("y", 9), NoteRef("j")), 2)
    found = [(" ".join(code), result) for code, result in fields(part(opinion(first, second)))]
    assert found == [("NOTEREF _RefFn_1 \\h", "1"), ("REF _Ref_p1 \\r \\h", "1")]
    assert shown(part(opinion(first, second)))[1][2] == "119?"


def test_numbers_that_are_wrong_still_lead_to_the_right_place():
    made = opinion(P((Note((), 7), ParagraphRef("x", 30), NoteRef("i", 7)), 30))
    assert [result for _, result in fields(part(made))] == ["1", "1"]


def test_a_comma_parts_two_notes():
    found = runs(Text("word"), Note(words("a"), 1), Note(words("b"), 2), Text("."))
    assert found == [("", "word"), ("FootnoteReference", ""), ("FootnoteReference", ","), ("FootnoteReference", ""), ("", ".")]


def test_a_note_in_a_note_stands_in_brackets():
    made = opinion(P((Note((Text("a"), Note(words("b"), 2)), 1),), 1))
    assert shown(part(made, "footnotes"))[-1][2] == "a (b)"
    assert problems(write(made, TEMPLATE)) == ()


def test_the_same_address_is_one_relationship_in_each_part():
    link = Link(words("a"), "https://a.org/б")
    parts = read_zip(write(opinion(P((link, link, Note((link,), 1)))), TEMPLATE))
    for name in ("word/document.xml", "word/footnotes.xml"):
        assert [one.target for one in relationships(parts, name) if one.external] == ["https://a.org/%D0%B1"]


USELESS = ("", "a", "javascript:x", "file:///c", "https://", "http://[x", "http://a:b", "http://a_b!/", "mailto:x")
WRONG = ("http://u:p@a.org", "http://a.org:70000")


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.org", "https://a.org"),
        ("HTTP://A.org:80/x y?q=%zz#é", "http://a.org:80/x%20y?q=%25zz#%C3%A9"),
        ("https://бір.kz/", "https://xn--90a4a0d.kz/"),
        ("mailto:a.b@c.kz", "mailto:a.b@c.kz"),
        *[(bad, None) for bad in (*USELESS, *WRONG)],
    ],
)
def test_addresses(address, target):
    assert linkable(address) == target


def test_contents_lead_to_headings_of_three_levels():
    headings = [Heading(level, (Text(f"h{level}"), Note((), 1))) for level in (0, 1, 2, 3, 4)]
    rows = shown(part(opinion(*headings, contents=True, language="ru")))
    assert rows[:5] == [("TOCHeading", "", "Содержание"), *[(f"TOC{level or 1}", "", f"h{level}") for level in (0, 1, 2, 3)]]
    assert rows[5] == ("ContentsEnd", "", "")
    assert problems(write(opinion(contents=True), TEMPLATE)) == ()


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("ru", "ru-RU"), ("kk-KZ", "kk-KZ"), ("xx", "en-GB")])
def test_the_language_is_set(language, tag):
    made = read_zip(write(opinion(language=language), TEMPLATE))
    assert f'<w:lang w:val="{tag}"'.encode() in made["word/styles.xml"]
    assert f'<w:themeFontLang w:val="{tag}"'.encode() in made["word/settings.xml"]
    assert f"<dc:language>{tag}</dc:language>".encode() in made["docProps/core.xml"]
    assert (b"russianLower" in made["word/numbering.xml"]) == (tag != "en-GB")


def test_table_cells_are_aligned_by_style_and_filled_up():
    table = Table(tuple(cell(*words(x)) for x in "AB"), (tuple(cell(*words(x)) for x in "123"),), ("right", "center"))
    cells = [style for style, _, _ in shown(part(opinion(table)))]
    assert cells == ["TableHeadRight", "TableHeadCentre", "TableHead", "TableTextRight", "TableTextCentre", "TableText", "AfterTable"]
    widths = [int(node.get(qn("w:w"), "")) for node in part(opinion(table)).iter(qn("w:gridCol"))]
    assert sum(widths) == 11906 - 2 * 1984
    many = Table((), (tuple(cell(*words("unbreakable" * 9)) for _ in range(30)),))
    assert all(int(node.get(qn("w:w"), "")) > 0 for node in part(opinion(many)).iter(qn("w:gridCol")))


def test_a_short_column_has_room_for_its_longest_cell_and_long_ones_share_the_rest():
    long, longer = "слово " * 9, "слово " * 40
    table = Table((), (tuple(cell(*words(text)) for text in ("3-қосымша", long, longer, "26 декабря 2025 года")),))
    number, *texts, day = (int(node.get(qn("w:w"), "")) for node in part(opinion(table)).iter(qn("w:gridCol")))
    character = 9 * 20 * 0.55  # a letter on the generous side, in the size of tables
    assert day > len("26 декабря 2025 года") * character > number > len("3-қосымша") * character
    assert 2 * texts[0] > texts[1] > texts[0]  # the longer one has more, and the other enough
    assert number + sum(texts) + day == 11906 - 2 * 1984


def test_a_short_cell_that_has_no_room_in_one_line_takes_none_that_would_be_of_no_use():
    head = ("Дата", "Мера или средство защиты", "Орган", "Источник")
    row = (
        "22\u00a0сентября 2025\u00a0года",
        "Публикация в реестре",
        "Примерный комитет государственных доходов",
        "Приложение\u00a01, с.\u00a01",
    )
    table = Table(tuple(cell(*words(text)) for text in head), (tuple(cell(*words(text)) for text in row),))
    day, measure, authority, source = (int(node.get(qn("w:w"), "")) for node in part(opinion(table)).iter(qn("w:gridCol")))
    assert day < 1500  # for two lines, of 22 September and of 2025
    assert source > 8 * 210  # all that it needs, of 21 half points
    assert min(measure, authority) > day


def columns(*rows: tuple[str, ...]) -> list[int]:
    """The widths of a table's columns, in hundredths of an em of its letters, 21 half points."""
    head, *cells = (tuple(cell(*words(text)) for text in row) for row in rows)
    return [int(node.get(qn("w:w"), "")) * 100 // 210 for node in part(opinion(Table(head, tuple(cells)))).iter(qn("w:gridCol"))]


def test_numbers_stay_whole_where_words_are_too_wide():
    head = ("Year", "Administration", "Foundations", "Membership", "Remaining", "Development", "Reimbursement")
    year, *sums = columns(head, ("2021", *("41,500,000",) * 6))
    assert year > 200 + 81  # four digits of half an em, and what the style leaves between columns
    assert min(sums) > 450 + 81


def test_a_long_address_leaves_its_neighbour_room_to_be_read():
    texts = ("Donau" * 14, "No restrictions may be placed on the exercise of this right " * 5, "https://example.org/" + "a" * 70)
    assert min(columns(("Name", "Text", "Place"), texts)) > 700


def test_no_formatting_but_styles():
    """Runs hold a style and a language alone, paragraphs a style, numbering and a section's end."""
    body = part(every_node())
    assert {child.tag for node in body.iter(qn("w:rPr")) for child in node} == {qn("w:rStyle"), qn("w:lang")}
    assert {child.tag for node in body.iter(qn("w:pPr")) for child in node} == {qn("w:pStyle"), qn("w:numPr"), qn("w:sectPr")}
