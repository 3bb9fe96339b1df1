"""What is read out of a request that came back: comments, tracked changes and decisions, each at its place; and files that are none."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document
from requested import answered, comment, decide, library, paragraph, part, replying, requested, retype, track, with_part
from reviewed import what

from briefkit.model.reviews import ReviewNote
from briefkit.ooxml import BadPackage
from briefkit.review.answers import Answers, Mark, read_answers, untracked
from briefkit.review.story import LONGEST, MOST_COMMENTS

REQUEST = requested()
SEEN = what(library()).hash[:12]
A = Mark("a", "en", SEEN)


def nothing(opened: Document) -> None:
    pass


def read(answer: Callable[[Document], None] = nothing) -> Answers:
    return read_answers(answered(REQUEST, answer))


def brief(note: ReviewNote) -> tuple[str, int, str, str]:
    return note.clause, note.paragraph, note.quoted, note.comment or note.proposed or note.decision


def test_a_request_in_which_nothing_was_written() -> None:
    found = read()
    assert [mark.clause for mark in found.sent] == ["a", "b"]
    assert found.sent[0] == A
    assert (found.notes, found.decisions, found.all_notes) == ((), (), ())


class TestComments:
    def test_each_has_its_clause_its_paragraph_its_words_its_author_and_its_day(self) -> None:
        [note] = read(lambda opened: comment(opened, "[3]", "Too broad.\nSay which.")).notes
        day = date(2026, 12, 2)
        assert note == ReviewNote("a", "en", SEEN, 3, "Last CT says so.", "Too broad. Say which.", by="A. Reviewer", on=day)

    @pytest.mark.parametrize(
        ("begins", "nth", "place"),
        [
            ("Clauses for review", 0, ("", 0)),
            ("Title A", 0, ("a", 0)),
            ("a · en", 0, ("a", 0)),
            ("It stands in a document", 0, ("a", 0)),
            ("[if org.foreign_funding]", 0, ("a", 1)),
            ("[1]", 1, ("b", 1)),
            ("Sources", 0, ("a", 0)),
            ("Title B", 0, ("b", 0)),
            ("Decisions", 0, ("", 0)),
        ],
    )
    def test_the_place_of_one(self, begins: str, nth: int, place: tuple[str, int]) -> None:
        [note] = read(lambda opened: comment(opened, begins, "Here.", nth)).notes
        assert (note.clause, note.paragraph) == place

    def test_on_several_paragraphs_it_is_about_the_first(self) -> None:
        def answer(opened: Document) -> None:
            first, last = paragraph(opened, "[1]"), paragraph(opened, "[3]")
            opened.add_comment([first.runs[0], last.runs[-1]], text="All of it.", author="A. Reviewer")

        [note] = read(answer).notes
        assert (note.paragraph, note.quoted[:6], note.quoted[-8:]) == (1, "First.", "says so.")

    def test_in_the_tables(self) -> None:
        def answer(opened: Document) -> None:
            opened.add_comment(opened.tables[0].rows[1].cells[1].paragraphs[0].runs, text="Which edition?", author="A. Reviewer")
            opened.add_comment(opened.tables[-1].rows[2].cells[0].paragraphs[0].runs, text="See above.", author="A. Reviewer")

        assert [brief(note) for note in read(answer).notes] == [
            ("a", 0, "art 22(1)", "Which edition?"),
            ("b", 0, f"Title B b · en · {read().sent[1].seen}", "See above."),
        ]

    def test_a_reply_says_what_it_answers(self) -> None:
        def answer(opened: Document) -> None:
            opened.add_comment(paragraph(opened, "It stands in").runs, text="Wider, please.", author="A. Reviewer")

        data = replying(answered(requested(("a",)), answer))
        [note] = read_answers(data).notes
        assert note.comment == "Wider, please."
        assert note.asked.startswith("Question: is this the right condition")

    def test_what_no_file_of_ours_can_hold_is_left_out_and_what_is_too_long_is_cut(self) -> None:
        found = read(lambda opened: comment(opened, "[1]", "\uf0b7 A\u2028b\u200b \U0001f600 " + "word " * LONGEST))
        said = found.notes[0].comment
        assert said.startswith("A b \U0001f600 word word")
        assert said.endswith(" …")
        assert len(said) < LONGEST + 3


class TestTrackedChanges:
    def test_how_a_paragraph_was_and_how_it_is(self) -> None:
        [note] = read(lambda opened: track(paragraph(opened, "[3]"), "says so", "says otherwise")).notes
        proposed = "Last CT says otherwise."
        assert note == ReviewNote("a", "en", SEEN, 3, "Last CT says so.", proposed=proposed, by="A. Reviewer", on=date(2026, 12, 1))

    def test_a_paragraph_that_is_left_out_and_one_that_is_new(self) -> None:
        gone = read(lambda opened: track(paragraph(opened, "[1]"), "First.", "")).notes
        assert [brief(note) for note in gone] == [("a", 1, "First.", "")]

        def add(opened: Document) -> None:
            new = paragraph(opened, "[3]").insert_paragraph_before("x")
            track(new, "x", "Between.")
            new.runs[0].text = ""

        added = read(add).notes
        assert [(note.clause, note.paragraph, note.proposed) for note in added] == [("a", 2, "Between.")]

    def test_a_comment_is_about_the_words_as_they_are_now(self) -> None:
        def answer(opened: Document) -> None:
            comment(opened, "[1]", "See?")
            track(paragraph(opened, "[1]"), "First", "Second")

        assert [(note.comment, note.quoted) for note in read(answer).notes] == [("See?", "Second."), ("", "First.")]

    def test_a_mark_of_formatting_alone_is_no_change(self) -> None:
        assert read(lambda opened: setattr(paragraph(opened, "[1]").runs[0], "bold", True)).notes == ()


class TestUntrackedChanges:
    def found(self, answer: Callable[[Document], None]) -> list[tuple[int, str, str]]:
        return [(note.paragraph, note.quoted, note.proposed) for note in untracked(answered(REQUEST, answer), REQUEST)]

    def test_none_in_what_was_tracked_or_commented(self) -> None:
        def answer(opened: Document) -> None:
            comment(opened, "[1]", "See?")
            track(paragraph(opened, "[3]"), "says so", "says otherwise")
            decide(opened, 1, "x", "y", "z")

        assert self.found(answer) == self.found(nothing) == []

    def test_words_that_read_otherwise(self) -> None:
        [note] = untracked(answered(REQUEST, lambda opened: retype(paragraph(opened, "[1]", 1), "B.", "C.")), REQUEST)
        assert (note.clause, note.paragraph, note.quoted, note.proposed, note.by, note.on) == ("b", 1, "B.", "C.", "", None)

    def test_a_paragraph_that_is_gone(self) -> None:
        def answer(opened: Document) -> None:
            gone = paragraph(opened, "[3]")._p
            gone.getparent().remove(gone)

        assert self.found(answer) == [(3, "Last CT says so.", "")]

    def test_a_paragraph_that_only_lost_its_number(self) -> None:
        [(number, _, proposed)] = self.found(lambda opened: retype(paragraph(opened, "[3]"), "[3]", ""))
        assert number == 2
        assert proposed.endswith("Last CT says so.")


class TestDecisions:
    @pytest.mark.parametrize(
        ("day", "on"),
        [
            ("2026-12-01", date(2026, 12, 1)),
            ("1.12.2026", date(2026, 12, 1)),
            ("1 December 2026", date(2026, 12, 1)),
            ("soon", None),
            ("", None),
        ],
    )
    def test_role_day_and_decision(self, day: str, on: date | None) -> None:
        [decision] = read(lambda opened: decide(opened, 1, "counsel of the CSO", day, "Approved.")).decisions
        assert (decision.mark, decision.role, decision.day, decision.on, decision.approves) == (A, "counsel of the CSO", day, on, True)
        assert decision.note == ReviewNote("a", "en", SEEN, decision="Approved.", by="counsel of the CSO", on=on)

    @pytest.mark.parametrize("words", ["approved", "«Согласовано»", "Да!", "келісілді", "OK"])
    def test_what_asks_for_a_signature(self, words: str) -> None:
        assert read(lambda opened: decide(opened, 1, "counsel", "", words)).decisions[0].approves

    @pytest.mark.parametrize("words", ["not approved", "approved, but see [3]", "не согласовано", "нет", "мақұлданбады", "?", ""])
    def test_what_does_not(self, words: str) -> None:
        assert not read(lambda opened: decide(opened, 1, "counsel", "", words)).decisions[0].approves

    def test_with_tracked_changes_switched_on(self) -> None:
        def answer(opened: Document) -> None:
            decide(opened, 2, "x", "", "y")
            for cell, words in zip(opened.tables[-1].rows[2].cells[1::2], ("counsel", "approved"), strict=True):
                track(cell.paragraphs[0], cell.text, words)

        found = read(answer)
        assert [(one.mark.clause, one.role, one.decision) for one in found.decisions] == [("b", "counsel", "approved")]
        assert found.notes == ()

    def test_two_roles_decide_on_one_text_in_a_copied_row(self) -> None:
        def answer(opened: Document) -> None:
            decide(opened, 1, "counsel", "", "approved")
            row = opened.tables[-1].rows[1]._tr
            row.addnext(deepcopy(row))
            decide(opened, 2, "editor", "", "shorter, please")

        assert [(one.mark, one.role, one.approves) for one in read(answer).decisions] == [(A, "counsel", True), (A, "editor", False)]

    def test_a_row_without_its_other_cells(self) -> None:
        def answer(opened: Document) -> None:
            row = opened.tables[-1].rows[1]
            row.cells[1].text = "counsel"
            for cell in row.cells[2:]:
                cell._tc.getparent().remove(cell._tc)

        [decision] = read(answer).decisions
        assert (decision.role, decision.decision, decision.approves) == ("counsel", "", False)


class TestOtherFiles:
    def test_a_word_file_that_is_no_request(self) -> None:
        made = BytesIO()
        docx.Document().save(made)
        assert read_answers(made.getvalue()) == Answers((), (), ())

    def test_without_its_table_the_texts_are_still_told(self) -> None:
        found = read(lambda opened: opened.tables[-1]._tbl.getparent().remove(opened.tables[-1]._tbl))
        assert [mark.clause for mark in found.sent] == ["a", "b"]

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"", "not a readable zip"),
            (b"\xd0\xcf\x11\xe0" + b"x" * 600, "not a readable zip"),
            (requested()[:3000], "not a readable zip"),
            (with_part(requested(), "word/document.xml", "<w:document"), "not well-formed"),
            (with_part(requested(), "word/comments.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), "DOCTYPE"),
            (with_part(requested(), "word/big.xml", b" " * 80_000_000), "too large"),
            (with_part(requested(), "../x.xml", "<a/>"), "leads out"),
        ],
    )
    def test_a_file_that_cannot_be_read(self, data: bytes, why: str) -> None:
        with pytest.raises(BadPackage) as caught:
            read_answers(data)
        assert why in str(caught.value.message)

    def test_one_with_an_encrypted_part(self) -> None:
        data = bytearray(requested())
        with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
            for entry in archive.infolist():
                data[entry.header_offset + 6] |= 1
        at = data.find(b"PK\x01\x02")
        while at >= 0:
            data[at + 8] |= 1
            at = data.find(b"PK\x01\x02", at + 4)
        with pytest.raises(BadPackage, match="encrypted"):
            read_answers(bytes(data))

    def test_one_with_more_comments_than_anybody_writes(self) -> None:
        marks = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in range(100, 101 + MOST_COMMENTS))
        body = part(requested(), "word/document.xml").replace("<w:body>", f"<w:body>{marks}", 1)
        with pytest.raises(BadPackage, match="comments"):
            read_answers(with_part(requested(), "word/document.xml", body))
