"""A redline that does not keep its promise is found out, in whichever part it breaks it."""

from __future__ import annotations

from datetime import date

import pytest
from word_files import bookmark, commented, control, docx, field, note, p, parts, run

from briefkit.ooxml import write_zip
from briefkit.redline import WordFile, checked_redline, untouched

BY = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
TRACKED = f"<w:del {BY}><w:r><w:delText>old</w:delText></w:r></w:del><w:ins {BY}>{run('new')}</w:ins>"


def word(data: bytes, name: str = "a.docx") -> WordFile:
    read = untouched(data, name).value
    assert read is not None
    return read


def found(made: bytes, old: bytes, new: bytes) -> list[tuple[str, str]]:
    checked = checked_redline(made, word(old, "old.docx"), word(new, "new.docx"), {}, "A", date(2026, 1, 1))
    return [(problem.code, str(problem.message)) for problem in checked.diagnostics]


def test_a_sound_one_is_left_in_peace() -> None:
    assert found(docx(p(TRACKED)), docx(p("old")), docx(p("new"))) == []


@pytest.mark.parametrize(
    ("made", "old", "new", "part"),
    [
        ({"body": p("neither")}, {"body": p("old")}, {"body": p("new")}, "the body"),
        (
            {"body": p("a", note(1)), "notes": {1: p("old")}},
            {"body": p("a", note(1)), "notes": {1: p("old")}},
            {"body": p("a", note(1)), "notes": {1: p("new")}},
            "the footnotes",
        ),
        (
            {"body": p("a", note(1, "endnote")), "ends": {1: p("old")}},
            {"body": p("a", note(1, "endnote")), "ends": {1: p("old")}},
            {"body": p("a", note(1, "endnote")), "ends": {1: p("new")}},
            "the endnotes",
        ),
        ({"body": p("a"), "header": p(TRACKED)}, {"body": p("a"), "header": p("old")}, {"body": p("a"), "header": p("newer")}, "headers"),
        ({"body": p("see 1")}, {"body": p("see ", field("REF a", "1"))}, {"body": p("see ", field("REF a", "1"))}, "the body"),
        ({"body": p("Anna")}, {"body": p(control("name", run("Anna")))}, {"body": p(control("name", run("Anna")))}, "the body"),
    ],
    ids=["body", "footnotes", "endnotes", "headers", "a lost field", "a lost control"],
)
def test_a_part_that_differs(made: dict[str, object], old: dict[str, object], new: dict[str, object], part: str) -> None:
    ((code, said),) = found(*(write_zip(parts(**one)) for one in (made, old, new)))  # type: ignore[arg-type]
    assert (code, part in said) == ("redline-differs", True)


def test_the_place_is_shown() -> None:
    ((_, said),) = found(
        docx(p("x") + p("the State shall act")), docx(p("x") + p("the State shall act")), docx(p("x") + p("the State must act"))
    )
    assert "“new.docx”" in said
    assert "“the State shall act” for “the State must act”" in said


def test_a_field_that_would_lead_nowhere() -> None:
    body = p("see ", field("REF here", "it"))
    ((code, said),) = found(docx(body + p("it")), docx(body + p("it")), docx(body + p(bookmark("here", run("it")))))
    assert (code, "here" in said) == ("redline-differs", True)


def test_headers_and_comments_that_were_left_alone_are_named() -> None:
    body = p("a ", commented(0, "b"))
    old, new = (docx(body, header=p(f"{word} header"), comments={0: p(f"{word} comment")}) for word in ("old", "new"))
    ((code, said),) = found(old, old, new)
    assert code == "redline-part-uncompared"
    assert "the comments and the headers and footers" in said


class TestWhatAnEngineLeavesBehind:
    def test_the_numbers_that_paragraphs_had(self) -> None:
        numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:numberingChange {BY} w:original="7."/></w:numPr>'
        checked = checked_redline(docx(p("a", properties=numbering)), word(docx(p("a"))), word(docx(p("a"))), {}, "A", date(2026, 1, 1))
        assert checked.value is not None
        assert checked.value.paragraphs == 0
        assert b"numPr" not in _body(checked.value.data)

    def test_numbering_of_the_documents_own_stays(self) -> None:
        own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{0}</w:numPr>'
        made = docx(p("a", properties=own.format(f'<w:numberingChange {BY} w:original="7."/>')))
        plain = word(docx(p("a", properties=own.format(""))))
        checked = checked_redline(made, plain, plain, {}, "A", date(2026, 1, 1)).value
        assert checked is not None
        assert b"numPr" in _body(checked.data)
        assert b"numberingChange" not in _body(checked.data)


def _body(data: bytes) -> bytes:
    return word(data).parts["word/document.xml"]
