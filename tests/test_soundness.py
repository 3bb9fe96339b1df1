"""The inspection of every Word file that a test makes finds what is broken, and leaves alone what a marker names."""

from __future__ import annotations

import pytest
from trees import words
from workspace import HOUSE

from briefkit.inspection import problems
from briefkit.tree import Heading, NoteRef, Opinion, Paragraph
from briefkit.writers.docx import write
from briefkit.writers.docx.fields import field


def opinion(*blocks: Heading | Paragraph) -> Opinion:
    return Opinion(words("A title"), blocks, "en", "memo")


GAP = opinion(Heading(1, words("One")), Heading(3, words("Three")), Paragraph(words("Words.")))


def test_a_file_that_is_badly_set_fails_the_test_that_makes_it() -> None:
    with pytest.raises(AssertionError, match="of level 3 and follows one of level 1"):
        write(GAP, HOUSE)


def test_it_fails_each_time() -> None:
    for _ in range(2):
        with pytest.raises(AssertionError, match="not sound"):
            write(GAP, HOUSE)


@pytest.mark.hand_made("headings with a gap")
def test_how_a_tree_made_by_hand_is_set_is_its_own_matter() -> None:
    assert problems(write(GAP, HOUSE))


@pytest.mark.hand_made("a reference that the writer gets wrong")
def test_a_reference_that_leads_nowhere_fails_a_tree_made_by_hand_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.writers.docx.runs._reference", lambda *_: field("NOTEREF _RefFn_7 \\h", "7"))
    with pytest.raises(AssertionError, match="the bookmark _RefFn_7, which is not there"):
        write(opinion(Paragraph((NoteRef("iccpr", 7),))), HOUSE)


@pytest.mark.unsound("headings with a gap")
def test_what_is_broken_on_purpose_is_left_alone() -> None:
    assert problems(write(GAP, HOUSE))
