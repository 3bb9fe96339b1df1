"""Clauses in content controls: in drafts each clause's paragraphs know where they come from, in finals nothing tells of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx_samples import HOUSE, every_node, words
from test_docx_goldens import validated
from test_docx_template import changed

from briefkit.inspection import problems
from briefkit.ooxml import Element, parse, qn, read_zip
from briefkit.tree import Block, ClauseText, Heading, Items, Note, Opinion, Paragraph, Table, Text, cell
from briefkit.writers.docx import write

pytestmark = pytest.mark.hand_made("single blocks, as no document has them")

HOUSE_DATA = HOUSE.read_bytes()


def opinion(*blocks: Block, draft: bool = True) -> Opinion:
    return Opinion(words("A title"), blocks, "en", "memo", draft=draft)


def clause(slug: str, *blocks: Block, title: str = "On it", version: int = 1) -> ClauseText:
    return ClauseText(slug, version, "en", (Heading(2, words(title)), *blocks))


def body(made: bytes) -> Element:
    return parse(read_zip(made)["word/document.xml"], "document")


def controls(made: bytes) -> list[tuple[str, str, str]]:
    """The tag and the title of each control, and the words that it holds."""
    found = []
    for control in body(made).iter(qn("w:sdt")):
        about = control.find(qn("w:sdtPr"))
        assert about is not None
        tag, title = (node.get(qn("w:val"), "") if (node := about.find(qn(name))) is not None else "" for name in ("w:tag", "w:alias"))
        held = control.find(qn("w:sdtContent"))
        assert held is not None
        found.append((tag, title, "".join(node.text or "" for node in held.iter(qn("w:t")))))
    return found


def test_each_clause_stands_in_a_control_that_names_it() -> None:
    first, second = clause("a", Paragraph(words("One."), 1)), clause("b", Paragraph(words("Two."), 2), title="Of b", version=4)
    made = write(opinion(Heading(1, words("Law")), first, Paragraph(words("Own words.")), second), HOUSE_DATA)
    assert controls(made) == [("briefkit:a:v1:en", "On it", "On itOne."), ("briefkit:b:v4:en", "Of b", "Of bTwo.")]


def test_a_final_document_has_none() -> None:
    assert b"sdt" not in read_zip(write(opinion(clause("a", Paragraph(words("One."), 1)), draft=False), HOUSE_DATA))["word/document.xml"]


def test_a_clause_without_text_makes_no_control() -> None:
    assert controls(write(opinion(ClauseText("a", 1, "en", ())), HOUSE_DATA)) == []


def test_controls_are_open_to_edits() -> None:
    made = body(write(opinion(clause("a")), HOUSE_DATA))
    assert list(made.iter(qn("w:lock"))) == []


def test_long_names_and_titles_are_cut_to_what_word_takes() -> None:
    tag, title, _ = controls(write(opinion(clause("n" * 200, title="T" * 200)), HOUSE_DATA))[0]
    assert (len(tag), len(title)) == (64, 64)


def test_a_title_without_words_is_left_out() -> None:
    assert controls(write(opinion(ClauseText("a", 1, "en", (Paragraph(words("One.")),))), HOUSE_DATA)) == [("briefkit:a:v1:en", "", "One.")]


def test_numbers_of_controls_are_not_those_of_the_template() -> None:
    other = '<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>'
    made = body(write(opinion(clause("a"), clause("b")), changed(header=("</w:p>", other))))
    assert [node.get(qn("w:val")) for node in made.iter(qn("w:id")) if node.getparent().tag == qn("w:sdtPr")] == ["2", "3"]


HARD = (
    Items(((clause("in-a-list", Paragraph(words("x"))),),)),
    Table((), ((((clause("in-a-cell", Paragraph(words("y"))),)),),)),
    clause("ends-with-a-table", Table(cell(Text("head")) and (cell(Text("head")),), ((cell(Text("z")),),))),
    clause("notes", Paragraph((Text("w"), Note(words("n"), 1)), 1), clause("within", Paragraph(words("v"), 2))),
)


@pytest.mark.parametrize("block", HARD)
def test_wherever_a_clause_stands_the_file_is_whole(block: Block) -> None:
    assert problems(write(opinion(Heading(1, words("Law")), block), HOUSE_DATA)) == ()


def test_open_xml_sdk_finds_no_error_in_them(tmp_path) -> None:
    long = clause("n" * 200, title="T" * 200)
    told = replace(opinion(clause("a", Paragraph(words("One."), 1))), build="0123456789ab", date="1 мая")
    files = {"hard": write(opinion(*HARD, long), HOUSE_DATA), "told": write(told, HOUSE_DATA)}
    assert validated(tmp_path, **files) == {"hard": [], "told": []}


def test_comments_and_references_lead_on_as_before() -> None:
    draft = every_node()
    assert problems(write(draft, HOUSE_DATA)) == problems(write(replace(draft, draft=False), HOUSE_DATA)) == ()
