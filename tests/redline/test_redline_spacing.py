"""Whether notes hang is no change of their words: a redline between a document whose notes do and one whose notes do not."""

from __future__ import annotations

import pytest
from word_files import docx, note, p

from briefkit.ooxml import read_zip
from briefkit.redline import WordFile, spaced_as, untouched
from briefkit.redline.documents import sayings
from briefkit.shelf.redlining import Document, make_redline

pytest.importorskip("python_redlines", reason="the extra “redline” is not installed")

SIGN, TAB, SPACE = "<w:r><w:footnoteRef/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


def noted(*after: str) -> bytes:
    return docx(p("The text.", note(1)), notes={1: p(SIGN, *after)})


def word(data: bytes) -> WordFile:
    read = untouched(data, "a.docx").value
    assert read is not None
    return read


HANGS, PLAIN, BY_WORD = noted(TAB, "Words."), noted(SPACE, "Words."), noted(" Words.")  # the last as Word itself writes it


@pytest.mark.parametrize("old", [PLAIN, BY_WORD, HANGS])
@pytest.mark.parametrize(("new", "said"), [(HANGS, "\tWords."), (PLAIN, " Words.")])
def test_the_older_document_has_what_follows_the_numbers_in_the_newer_one(old: bytes, new: bytes, said: str) -> None:
    assert sayings(spaced_as(word(old), word(new))).footnotes.lines == ("‹footnote›", said)


def test_a_newer_document_without_notes_changes_nothing() -> None:
    assert sayings(spaced_as(word(HANGS), word(docx(p("The text."))))).footnotes.lines == ("‹footnote›", "\tWords.")


@pytest.mark.parametrize(("old", "new"), [(PLAIN, HANGS), (HANGS, PLAIN), (BY_WORD, HANGS)])
def test_a_redline_tells_of_no_change(old: bytes, new: bytes) -> None:
    made = make_redline(Document("old.docx", old), Document("new.docx", new), "reader")
    assert made.value is not None, made.diagnostics
    assert made.value.paragraphs == 0
    assert b"<w:ins " not in read_zip(made.value.data)["word/footnotes.xml"]


def test_words_of_a_note_that_changed_are_tracked_all_the_same() -> None:
    made = make_redline(Document("old.docx", PLAIN), Document("new.docx", noted(TAB, "Other words.")), "reader")
    assert made.value is not None, made.diagnostics
    assert made.value.paragraphs == 1
