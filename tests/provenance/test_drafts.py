"""What a working draft tells of itself, in Word: read back, kept out of finals, and no part of a redline."""

from __future__ import annotations

from dataclasses import replace

import pytest
from trees import words
from workspace import HOUSE, built, clause, library

from briefkit.ooxml import BadPackage, read_zip, write_zip
from briefkit.provenance.drafts import Draft, read_draft, silent
from briefkit.provenance.tags import Tag
from briefkit.redline import untouched
from briefkit.tree import ClauseText, Heading, Opinion, Paragraph
from briefkit.writers.docx import write

pytestmark = pytest.mark.hand_made("a clause's text alone, as no document has it")

TEXT = ClauseText("a", 3, "en", (Heading(2, words("On a")), Paragraph(words("The text."), 1)))
OPINION = Opinion(words("A title"), (TEXT,), "en", "memo", date="1 November 2026", build="0123456789ab")


def test_a_draft_tells_its_build_and_its_clauses() -> None:
    told = read_draft(write(OPINION, HOUSE))
    assert (told.build, told.profile, told.language, told.date) == ("0123456789ab", "memo", "en", "1 November 2026")
    assert told.version
    assert told.clauses == (Tag("a", 3, "en"),)


def test_what_somebody_else_wrote_there_moves_no_cursor() -> None:
    told = read_draft(write(replace(OPINION, date="\u202e1\u00a0May" + "x" * 500), HOUSE))
    assert told.date == "1\u00a0May" + "x" * 194


def test_a_document_to_file_tells_nothing() -> None:
    final = write(replace(OPINION, draft=False), HOUSE)
    assert read_draft(final) == Draft()
    everything = b"".join((*map(str.encode, read_zip(final)), *read_zip(final).values()))
    for word in (b"briefkit", b"0123456789ab", b"docProps/custom", b"sdt>"):
        assert word not in everything


def test_a_draft_whose_sources_nobody_keeps_names_no_build() -> None:
    told = read_draft(write(replace(OPINION, build=""), HOUSE))
    assert (told.build, told.version, len(told.clauses)) == ("", "", 1)


def test_what_a_draft_tells_can_be_taken_out() -> None:
    made = read_zip(write(OPINION, HOUSE))
    assert read_draft(write_zip(silent(made))) == Draft()
    final = read_zip(write(replace(OPINION, draft=False, build=""), HOUSE))
    assert silent(made)["word/document.xml"] == final["word/document.xml"]
    assert silent(final) == final


@pytest.mark.parametrize("data", [b"", b"no zip", write_zip({"a.xml": b"<a/>"})])
def test_what_is_no_word_file(data: bytes) -> None:
    with pytest.raises(BadPackage):
        read_draft(data)


def test_a_redline_is_of_the_texts_alone() -> None:
    made = built(layer=library(clause("The State must act.", slug="a")), ending="docx")
    assert read_draft(made).clauses
    read = untouched(made, "draft.docx").value
    assert read is not None
    assert read_draft(write_zip(dict(read.parts))) == Draft()
