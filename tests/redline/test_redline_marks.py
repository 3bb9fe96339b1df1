"""Fields that print nothing – entries of tables of authorities, of contents, of an index – do not make a paragraph another one."""

from __future__ import annotations

import pytest
from pairs import MUST, ONE, THREE, TWO
from word_files import docx, mark, p

from briefkit.diagnostics import Checked
from briefkit.ooxml import parse, qn, read_zip
from briefkit.ooxml.tracked import accepted, rejected
from briefkit.redline import Redline
from briefkit.shelf.redlining import Document, make_redline

pytest.importorskip("python_redlines", reason="the extra “redline” is not installed")

COVENANT, REPORT = 'TA \\l "The Covenant" \\c 8', 'TA \\l "The report" \\c 4'
SIMPLE = "<w:fldSimple w:instr=' XE \"freedom\" '/>"


def compared(old: str, new: str) -> Checked[Redline | None]:
    return make_redline(Document("old.docx", docx(old)), Document("new.docx", docx(new)), "A reader")


def body(redline: Checked[Redline | None]) -> object:
    assert redline.value is not None
    return parse(read_zip(redline.value.data)["word/document.xml"], "document")


def codes(root: object) -> list[str]:
    fields = root.iter(qn("w:instrText"), qn("w:fldSimple"))  # type: ignore[attr-defined]
    return [(one.text or one.get(qn("w:instr"), "")).strip() for one in fields]


@pytest.mark.parametrize("field", [mark(COVENANT), SIMPLE])
def test_of_a_paragraph_with_marks_only_the_words_that_changed_are_tracked(field: str) -> None:
    made = compared(p(ONE, field, " " + TWO, field), p(MUST, field, " " + TWO, field))
    assert made.diagnostics == ()
    assert ["".join(one.itertext()).strip() for one in body(made).iter(qn("w:del"))] == ["shall"]  # type: ignore[attr-defined]


def test_marks_stay_in_their_places() -> None:
    made = compared(p(ONE, mark(COVENANT), TWO, mark(REPORT)), p(MUST, mark(COVENANT), TWO, mark(REPORT)))
    for decide in (accepted, rejected):
        (paragraph,) = decide(body(made)).iter(qn("w:p"))  # type: ignore[arg-type]
        kinds = [one.text or "" for one in paragraph.iter(qn("w:t"), qn("w:instrText"))]
        assert [kinds.index(f" {code} ") for code in (COVENANT, REPORT)] == [len(kinds) - 3, len(kinds) - 1]


def test_marks_come_and_go_with_their_paragraphs() -> None:
    made = compared(p(ONE) + p(TWO, mark(COVENANT)), p(ONE) + p("Quite another end.", mark(REPORT)))
    assert codes(accepted(body(made))) == [REPORT]  # type: ignore[arg-type]
    assert codes(rejected(body(made))) == [COVENANT]  # type: ignore[arg-type]


def test_marks_that_only_one_document_has_are_said_not_to_be_compared() -> None:
    made = compared(p(ONE) + p(THREE), p(ONE, mark(COVENANT)) + p(THREE))
    assert made.value is not None
    assert made.value.paragraphs == 0
    assert codes(body(made)) == [COVENANT]
    assert [(one.code, "the marks for tables and for an index" in one.message) for one in made.diagnostics] == [
        ("redline-part-uncompared", True)
    ]


def test_a_code_among_words_is_left_alone() -> None:
    mixed = mark(COVENANT).replace("</w:instrText>", '</w:instrText><w:t xml:space="preserve">words</w:t>')
    made = compared(p(ONE, mixed), p(MUST, mixed))
    assert codes(accepted(body(made))) == [COVENANT]  # type: ignore[arg-type]
