"""Words and paragraphs compared: nothing gets lost, and what changed stands where a reader looks for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.diff.aligned import compare_texts
from briefkit.diff.words import Passage, Piece, compare_words, counted, has_same_words, in_context

WORDS = st.lists(
    st.sampled_from(["the", "State", "shall", "{%", "if", "%}", "art", "22", " ", "\n", "\n\n", "құқық", "\u00a0", "\t"]), max_size=30
)
TEXTS = st.one_of(st.text(max_size=60), WORDS.map(" ".join), WORDS.map("".join))


def marked(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.new if piece.same else f"[-{piece.old}-]{{+{piece.new}+}}" for piece in pieces)


def changed(passages: tuple[Passage, ...]) -> list[tuple[int, str]]:
    return [(one.line, marked(one.pieces)) for one in passages if one.is_changed]


@given(TEXTS, TEXTS)
def test_the_pieces_give_both_texts_back(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new


@given(TEXTS, TEXTS)
def test_the_passages_give_both_texts_back(old: str, new: str) -> None:
    pieces = [piece for passage in compare_texts(old, new) for piece in passage.pieces]
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new


@given(TEXTS, TEXTS)
def test_what_is_the_same_differs_in_spaces_alone(old: str, new: str) -> None:
    for passage in compare_texts(old, new):
        for piece in passage.pieces:
            assert not piece.same or "".join(piece.old.split()) == "".join(piece.new.split())


@given(TEXTS)
def test_nothing_changed_within_one_text(text: str) -> None:
    assert not any(passage.is_changed for passage in compare_texts(text, text))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("it must be so", "it shall be so", "it [-must -]{+shall +}be so"),
        ("a b", "a b c", "a b {+c+}"),
        ("one\ntwo three", "one two\nthree", "one two\nthree"),
        ("art 22", "art\u00a022", "art\u00a022"),
        ("end%}The rule", "end %}A rule", "end %}[-The -]{+A +}rule"),
    ],
)
def test_words(old: str, new: str, shown: str) -> None:
    assert marked(compare_words(old, new)).replace("[--]", "").replace("{++}", "") == shown


class TestParagraphs:
    def test_one_inserted_between_others(self) -> None:
        found = compare_texts("First one.\n\nSecond one.\n", "First one.\n\nQuite another thing.\n\nSecond one.\n")
        assert changed(found) == [(3, "[--]{+Quite another thing.\n\n+}")]

    def test_one_deleted_has_its_line_in_the_old_text(self) -> None:
        found = compare_texts("First one.\n\nQuite another thing.\n\nSecond one.\n", "First one.\n\nSecond one.\n")
        assert changed(found) == [(3, "[-Quite another thing.\n\n-]{++}")]

    def test_a_changed_one_is_paired_with_its_like(self) -> None:
        old = "The State bears the burden of proof.\n\nGone for good.\n"
        new = "Something wholly new here.\n\nThe State bears a burden of proof.\n"
        assert changed(compare_texts(old, new)) == [
            (1, "[--]{+Something wholly new here.\n\n+}"),
            (3, "The State bears [-the -]{+a +}burden of proof.\n"),
            (3, "[-Gone for good.\n-]{++}"),
        ]

    def test_counted(self) -> None:
        assert counted(compare_texts("a b c d e f", "a b x y e f")) == (2, 2)

    def test_a_long_text_of_one_word_comes_to_an_end(self) -> None:
        passages = compare_texts("word " * 20_000 + "old", "new " + "word " * 20_500)
        assert "".join(piece.new for one in passages for piece in one.pieces) == "new " + "word " * 20_500

    def test_many_paragraphs_without_a_like_are_paired_in_order(self) -> None:
        old, new = ("\n\n".join(f"{word}{number}" for number in range(400)) for word in ("a", "b"))
        assert len(compare_texts(old, new)) == 400


class TestContext:
    TEXT = "one two three four five six seven eight nine ten"

    def cut(self, old: str, new: str) -> str:
        return marked(in_context(compare_words(old, new), 2))

    def test_in_the_middle(self) -> None:
        assert self.cut(self.TEXT, self.TEXT.replace("five", "5")) == "… three four [-five -]{+5 +}six seven … "

    def test_between_two_changes(self) -> None:
        assert (
            self.cut(self.TEXT, self.TEXT.replace("one", "1").replace("ten", "10")) == "[-one -]{+1 +}two three … eight nine [-ten-]{+10+}"
        )

    def test_no_word_is_saved_for_a_mark(self) -> None:
        assert self.cut("one two three four", "one two three 4") == "one two three [-four-]{+4+}"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("", "", True),
        ("", " \n", True),
        ("One two.", "One  two.\n", True),
        ("One two.", "Onetwo.", False),
        ("One two", "One two three", False),
        ("One twos", "One two", False),
        ("One", "Two", False),
    ],
)
def test_the_same_words(old: str, new: str, same: bool) -> None:
    assert has_same_words(old, new) is has_same_words(new, old) is same


@given(st.text("ab \n", max_size=12), st.text("ab \n", max_size=12))
def test_the_same_words_of_any_texts(old: str, new: str) -> None:
    assert has_same_words(old, new) is (old.split() == new.split())
