"""What stands above the title and between the title and the contents, annexes, and lettered lists."""

import pytest
from docx_samples import HOUSE, words
from test_docx_details import opinion, part, shown

from briefkit.inspection import fields, problems
from briefkit.ooxml import qn
from briefkit.tree import Heading, Items, Note, NoteRef, Paragraph, Styled
from briefkit.writers.docx import write

TEMPLATE = HOUSE.read_bytes()


def para(text: str) -> Paragraph:
    return Paragraph(words(text))


def styled(*blocks, **more) -> list[tuple[str, str]]:
    return [(style, text) for style, _, text in shown(part(opinion(*blocks, **more)))]


LETTER, COVER, BODY = Styled("addressee", (para("to you"),)), Styled("cover-note", (para("about us"),)), para("text")
TOP = {"title": words("T"), "subtitle": ("S",), "date": "1 May 2026"}
BELOW_TITLE = [("Subtitle", "S"), ("Date", "1 May 2026"), ("CoverNote", "about us")]


def test_blocks_stand_above_and_below_the_title():
    made = styled(LETTER, COVER, BODY, before_title=1, before_contents=2, **TOP)
    assert made == [("Addressee", "to you"), ("Title", "T"), *BELOW_TITLE, ("BodyText", "text")]


def test_the_contents_come_after_the_cover_and_the_title_begins_a_page():
    more = {"before_title": 1, "before_contents": 2, "contents": True, "title_page": True, **TOP}
    made = styled(LETTER, COVER, Heading(1, words("H")), BODY, **more)
    assert made[:5] == [("Addressee", "to you"), ("TitleNewPage", "T"), *BELOW_TITLE]
    assert made[5:8] == [("TOCHeading", "Contents"), ("TOC1", "H"), ("ContentsEnd", "")]
    assert made[8:] == [("Heading1", "H"), ("BodyText", "text")]


def test_a_letter_without_title_and_date_has_only_its_blocks():
    assert styled(LETTER, BODY, before_title=1, title_page=True) == [("Addressee", "to you"), ("BodyText", "text")]


@pytest.mark.parametrize(("first", "second"), [(9, 9), (-1, -1), (2, 1), (0, 9), (3, 0)])
def test_numbers_that_are_wrong_lose_nothing(first, second):
    made = opinion(LETTER, COVER, BODY, before_title=first, before_contents=second, contents=True, **TOP)
    texts = [text for _, _, text in shown(part(made))]
    assert [texts.count(text) for text in ("to you", "about us", "text", "T")] == [1, 1, 1, 1]
    assert problems(write(made, TEMPLATE)) == ()


def test_notes_above_the_title_count_first():
    above = Paragraph((Note(words("a"), 1), NoteRef("x", 2)))
    made = opinion(above, BODY, before_title=1, title=(Note(words("b"), 2), NoteRef("y", 1)))
    assert [result for _, result in fields(part(made))] == ["2", "1"]
    assert problems(write(made, TEMPLATE)) == ()


def test_an_annex_stands_in_the_contents_on_the_first_level():
    made = styled(Heading(1, words("H")), Heading(4, words("A"), annex=True), contents=True)
    assert made[1:3] == [("TOC1", "H"), ("TOC1", "A")]
    assert made[-2:] == [("Heading1", "H"), ("AnnexHeading", "A")]


def test_lettered_lists_start_afresh_and_are_lettered_at_any_depth():
    inner = Items(((para("b"),), (para("c"), Items(((para("d"),),)))), ordered=True, lettered=True, start=3)
    first = Items(((para("a"), inner),), ordered=True, lettered=True)
    made = opinion(first, Items(((para("e"),),), ordered=True, lettered=True))
    rows = [("ListLetter", "0/7", "a"), ("ListLetter", "0/8", "b"), ("ListLetter", "0/8", "c"), ("ListBullet3", "", "d")]
    assert shown(part(made)) == [*rows, ("ListLetter", "0/9", "e")]
    numbering = part(made, "numbering")
    kinds = {node.get(qn("w:numId")): node[0].get(qn("w:val")) for node in numbering.iter(qn("w:num"))}
    assert {kinds[number] for number in "789"} == {kinds["6"]}
    starts = [node.get(qn("w:val")) for node in numbering.iter(qn("w:startOverride"))]
    assert starts == ["1", "3", "1"]
