"""A comparison as lines of a terminal: in one column, and in two where it is wide."""

from __future__ import annotations

from collections.abc import Mapping

from capitals import capitals
from hypothesis import given
from hypothesis import strategies as st
from showing import AFTER_MOVE, BEFORE_MOVE, NAUGHTY, NEW, OLD, PIECES
from two_editions import as_edition, changed_yaml, compared, with_clause
from workspace import library

from briefkit.diff import as_lines, compare_languages
from briefkit.diff.columns import cells
from briefkit.sentences import only_tags


def lines(old: Mapping[str, str], new: Mapping[str, str], width: int = 0) -> list[str]:
    return ["".join(text for text, _ in line) for line in as_lines(compared(old, new), width)]


class TestOneColumn:
    def test_grouped_by_clause_with_weights_and_marks(self) -> None:
        assert lines(OLD, NEW)[1:] == [
            "",
            "clause a – On a",
            "  substance  Its status was “draft” and is now “reviewed”.",
            "  substance  English text: 2 words deleted, 2 inserted, in 1 paragraph.",
            "    line 1: The State [-must-]{+shall+} act [@covenant, art [-22(1)].-]{+22(2)].+}",
            "  substance  The English text cites @covenant at art 22(2) instead of art 22(1).",
            "  wording    English text: “must” became “shall”.",
            "  wording    Russian text: 0 words deleted, 1 inserted, in 1 paragraph.",
            "    line 1: Так {+и+} должно быть.",
        ]

    def test_the_same(self) -> None:
        assert lines(OLD, OLD) == ["old → new: no changes."]

    def test_of_a_text_that_is_new_only_the_first_paragraphs_are_shown(self) -> None:
        new = with_clause("A text.", ru="\n\n".join(f"Абзац {number}." for number in range(1, 7)))
        shown = lines(with_clause("A text."), new)
        assert [line for line in shown if "Абзац" in line][-1] == "    line 5: {+Абзац 3.+}"
        assert "    … and 3 more paragraphs" in shown

    def test_a_paragraph_of_nothing_but_tags_shows_nothing_of_a_new_text(self) -> None:
        text = "{# a remark #}\n\n{% if tone %}\n\n::: signature\n\nWords.\n\n:::\n\n{% endif %}"
        shown = lines(with_clause(), with_clause(ru=text))
        assert shown[3:] == ["  substance  The Russian text is new: 15 words.", "    line 7: {+Words.+}"]

    def test_of_a_thing_that_is_new_each_text_shows_its_beginning(self) -> None:
        shown = lines(library(), with_clause("One.\n\nTwo.", ru="Раз.\n\nДва."))
        assert [line for line in shown if line.startswith("    ")] == [
            "    line 1: {+One.+}",
            "    … and 1 more paragraph",
            "    line 1: {+Раз.+}",
            "    … and 1 more paragraph",
        ]

    def test_what_is_new_as_a_whole_takes_one_line_each(self) -> None:
        new = changed_yaml(library(), "org.name:", "org.title: {type: text}\norg.other: {type: text}\norg.name:", "clauses/facts.yaml")
        assert lines(library(), new)[1:] == ["", "fact org.other: added", "fact org.title: added"]

    def test_a_sentence_that_moved_is_said_to_have_moved(self) -> None:
        assert (
            "    line 1: {+moved here: Four five six moves away.+} One two three stays here. "
            "[-moved away: Four five six moves away.-] Seven eight nine ends [-it.-]{+it now.+}"
        ) in lines(BEFORE_MOVE, AFTER_MOVE)

    def test_sentences_that_come_together_have_one_mark(self) -> None:
        new = lines(with_clause("Some text that stays as it is."), with_clause("Some text that stays as it is. A second one. A third one."))
        assert "    line 1: Some text that stays as it is. {+A second one. A third one.+}" in new

    def test_no_text_reaches_the_terminal_as_a_command(self) -> None:
        old, new = with_clause("A text."), with_clause(f"A text. {NAUGHTY}")
        for width in (0, 120):
            shown = "\n".join(lines(old, changed_yaml(new, "{en: On a}", "{en: 'O\x85n a'}"), width))
            assert "\x1b" not in shown and "\x85" not in shown
            assert "[U+202E]" in shown

    def test_all_words_of_the_program_are_said_in_its_language(self) -> None:
        shown = ["".join(text for text, _ in line) for line in as_lines(compared(BEFORE_MOVE, AFTER_MOVE), 0, tell=capitals)]
        assert shown == [
            "old → new: 1 CLAUSE CHANGED, 1 MOVE OF SENTENCES.",
            "",
            "CLAUSE a – On a",
            "  WORDING    ENGLISH TEXT: 1 WORD DELETED, 2 INSERTED, IN 1 PARAGRAPH.",
            "    LINE 1: {+MOVED HERE: Four five six moves away.+} One two three stays here. "
            "[-MOVED AWAY: Four five six moves away.-] Seven eight nine ends [-it.-]{+it now.+}",
            "  WORDING    ENGLISH TEXT: A SENTENCE MOVED: “Four five six moves away.”",
        ]


class TestTwoColumns:
    def test_the_old_words_stand_left_and_the_new_ones_right(self) -> None:
        found = lines(OLD, NEW, 120)
        assert found[5:7] == [
            "    line 1:",
            "    The State [-must-] act [@covenant, art [-22(1)].-]       │ The State {+shall+} act [@covenant, art {+22(2)].+}",
        ]

    def test_a_narrow_terminal_has_one(self) -> None:
        assert lines(OLD, NEW, 119) == lines(OLD, NEW)

    def test_either_can_be_asked_for(self) -> None:
        found = compared(OLD, NEW)
        assert list(as_lines(found, 200, side_by_side=False)) == list(as_lines(found))
        assert any("│" in text for line in as_lines(found, 80, side_by_side=True) for text, _ in line)

    def test_each_mark_has_its_look_on_its_side(self) -> None:
        row = next(line for line in as_lines(compared(OLD, NEW), 120) if any("│" in text for text, _ in line))
        looks = [look for _, look in row]
        assert [text for text, look in row if look == "deleted"] == ["[-must-]", "[-22(1)].-]"]
        assert looks.index("deleted") < next(at for at, (text, _) in enumerate(row) if "│" in text) < looks.index("inserted")

    def test_what_is_new_leaves_the_left_side_empty(self) -> None:
        found = lines(with_clause("Some text."), with_clause("Some text.\n\nA second paragraph with more words."), 120)
        assert f"    {'':56} │ {{+A second paragraph with more words.+}}" in found

    @given(
        st.lists(st.sampled_from([*PIECES, "слово ", "w" * 200, "漢字", "e\u0301"]), max_size=12).map("".join),
        st.lists(st.sampled_from([*PIECES, "слово ", "w" * 200, "漢字", "e\u0301"]), max_size=12).map("".join),
        st.integers(60, 160),
    )
    def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(self, old: str, new: str, width: int) -> None:
        found = list(as_lines(compared(with_clause(old), with_clause(new)), width, side_by_side=True))
        rows = ["".join(text for text, _ in line) for line in found if any("│" in text for text, _ in line)]
        assert all(cells(row) <= width for row in rows)
        assert all("\n" not in text for line in found for text, _ in line)
        if len(new) < 60 and "  " not in new and rows:  # short enough to be shown without “…”
            right = "".join(row.partition("│")[2] for row in rows)
            told = " ".join(text for text in new.split("\n\n") if not only_tags(text))  # of tags alone a sentence tells
            assert all(word[:10] in right for word in told.split() if word.isalpha() and word not in old)


class TestTwoLanguages:
    """Neither is older than the other: nothing is marked as gone or new."""

    FILES = with_clause("The State must act [@covenant].", ru="Так должно быть.")

    def lines(self, width: int) -> list[str]:
        holdings = as_edition(self.FILES).holdings
        found = compare_languages(next(one for one in holdings.clauses if one.slug == "a"), "en", "ru", holdings)
        return ["".join(text for text, _ in line) for line in as_lines(found, width)]

    def test_one_below_the_other(self) -> None:
        assert self.lines(0)[0] == "a en → a ru: 1 difference."
        assert self.lines(0)[-4:-1] == [
            "  form       The English and the Russian text side by side.",
            "    English: The State must act [@covenant].",
            "    Russian: Так должно быть.",
        ]

    def test_side_by_side(self) -> None:
        assert f"    {'The State must act [@covenant].':56} │ Так должно быть." in self.lines(120)
