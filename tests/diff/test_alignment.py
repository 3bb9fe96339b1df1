"""Two texts aligned: sentences that are cut where a reader ends them, moved where they moved, in the branches where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_words_compared import TEXTS
from two_editions import changes, with_clause

from briefkit.diff.aligned import align
from briefkit.diff.branches import EVERY, Branches
from briefkit.diff.rewording import SentenceMoved, TextReworded
from briefkit.sentences import sentences_in

WRITTEN = st.lists(
    st.sampled_from(
        [
            "One. ",
            "Two is it! ",
            "art. 22 ",
            "[@x, art 1]",
            "{% if tone %}",
            "{% endif %}",
            "{{ a.b }}",
            "\n- ",
            "\n\n",
            ".",
            "»",
            "“",
            "{#",
            "#}",
        ]
    ),
    max_size=20,
).map("".join)


class TestSentences:
    @pytest.mark.parametrize(
        ("paragraph", "sentences"),
        [
            ("One. Two? “Three!” Four", ["One. ", "Two? ", "“Three!” ", "Four"]),
            ("By art. 22 it binds. Next.", ["By art. 22 it binds. ", "Next."]),
            ("Пункт 2 ст. 22 и п. 3 таковы. Далее.", ["Пункт 2 ст. 22 и п. 3 таковы. ", "Далее."]),
            ("It binds. [@x, art 1] So be it.", ["It binds. [@x, art 1] ", "So be it."]),
            ("By J. Smith it is said. Next.", ["By J. Smith it is said. ", "Next."]),
            ("{% if a %}One. {% else %}Two. {% endif %}Three.", ["{% if a %}", "One. ", "{% else %}", "Two. ", "{% endif %}", "Three."]),
            ("It is{% if a %} (so){% endif %}. Next.", ["It is{% if a %} (so){% endif %}. ", "Next."]),
            ("It is{% if a %}^[See it.]{% endif %}. Next.", ["It is{% if a %}^[See it.]{% endif %}. ", "Next."]),
            ("Lead:\n- one\n- two", ["Lead:\n", "- one\n", "- two"]),
        ],
    )
    def test_cut(self, paragraph: str, sentences: list[str]) -> None:
        assert sentences_in(paragraph) == sentences

    @given(WRITTEN)
    def test_nothing_is_lost(self, paragraph: str) -> None:
        assert "".join(sentences_in(paragraph)) == paragraph


@given(WRITTEN | TEXTS, WRITTEN | TEXTS)
def test_rows_give_both_texts_back_with_their_places(old: str, new: str) -> None:
    rows = align(old, new)
    facing = [one for row in rows for one in row.facing]
    assert "".join(one.old for one in facing) == old
    assert "".join(one.new for one in facing) == new
    assert all(old.startswith(one.old, one.was) and new.startswith(one.new, one.now) for one in facing)
    assert all("".join(piece.new for piece in row.passage.pieces) == row.new for row in rows)


@given(WRITTEN)
def test_within_one_text_nothing_moved(text: str) -> None:
    assert not any(one.is_changed or one.moved for row in align(text, text) for one in row.facing)


class TestMoves:
    FIRST, SECOND = "The burden lies on the State.", "The list of aims is closed."

    def moved(self, old: str, new: str) -> list[SentenceMoved]:
        return [change for change in changes(with_clause(old), with_clause(new)) if isinstance(change, SentenceMoved)]

    def test_within_a_paragraph(self) -> None:
        (change,) = self.moved(f"{self.FIRST} Then that. {self.SECOND}", f"Then that. {self.SECOND} {self.FIRST}")
        pieces = [(piece.old.strip(), piece.new.strip()) for piece in change.passages[0].pieces if piece.moved]
        assert sorted(pieces) == [("", self.FIRST), (self.FIRST, "")]

    def test_two_together_are_one_move(self) -> None:
        (change,) = self.moved(f"{self.FIRST} {self.SECOND}\n\nA last one.", f"A last one.\n\nA new one. {self.FIRST} {self.SECOND}")
        assert (change.number, change.first.strip()) == (2, self.FIRST)

    def test_its_words_count_neither_as_deleted_nor_as_inserted(self) -> None:
        old, new = f"{self.FIRST}\n\n{self.SECOND} It is so.", f"{self.SECOND} It was so. {self.FIRST}"
        (change,) = [one for one in changes(with_clause(old), with_clause(new)) if isinstance(one, TextReworded)]
        assert change.sentence == "English text: 1 word deleted, 1 inserted, in 1 paragraph."

    def test_to_another_tone_it_is_no_move(self) -> None:
        old, new = (
            f'{{% if tone == "cooperative" %}}{one}{{% else %}}{other}{{% endif %}}'
            for one, other in ((self.FIRST, "It is so."), ("It is so.", self.FIRST))
        )
        assert self.moved(old, new) == []
        names = {one.name for one in changes(with_clause(old), with_clause(new))}
        assert names == {"text-reworded", "sentences-added", "sentences-deleted"}


class TestBranches:
    @pytest.mark.parametrize(
        ("text", "tones"),
        [
            ("HERE", EVERY),
            ('{% if tone == "neutral" %}HERE{% endif %}', {"neutral"}),
            ('{% if tone == "neutral" %}A{% else %}HERE{% endif %}', {"cooperative", "adversarial"}),
            ('{% if tone == "neutral" %}A{% elif tone == "adversarial" %}B{% else %}HERE{% endif %}', {"cooperative"}),
            ('{% if tone != "neutral" and org.name %}HERE{% endif %}', {"cooperative", "adversarial"}),
            ('{% if tone != "neutral" and org.name %}A{% else %}HERE{% endif %}', EVERY),
            ('{% if tone == "neutral" %}A{% endif %}HERE', EVERY),
            ('{% if tone == "neutral" %}{% for one in measures %}HERE{% endfor %}{% endif %}', {"neutral"}),
            ('{% if tone == "neutral" %}HERE', EVERY),  # its tags do not pair
        ],
    )
    def test_tones(self, text: str, tones: set[str]) -> None:
        assert Branches(text).at(text.index("HERE")).tones == tones
