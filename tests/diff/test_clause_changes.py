"""What changed in a clause, in the sentences that a reviewer reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_editions import as_edition, changed_yaml, changes, compared, sentences, with_clause
from workspace import clause, library

from briefkit.diff import compare
from briefkit.diff.recorded import TranslationStale, TranslationUnrecorded, TranslationUpdated
from briefkit.diff.rewording import TextRespaced

OLD = with_clause("The State must act [@covenant, art 22(1)].")


def test_a_library_compared_with_itself() -> None:
    assert compared(OLD, dict(OLD)).is_same


@given(st.text(max_size=80))
def test_any_text_compared_with_itself(text: str) -> None:
    assert compared(with_clause(text), with_clause(text)).is_same


class TestClauses:
    def test_added_with_what_it_cites(self) -> None:
        new = library(clause("A [@covenant, art 22(1); @report, paras 7-8]. B [@covenant, art 19].", slug="b"))
        assert sentences(library(), new) == [
            "This clause is new. It cites @covenant, art 22(1), art 19; @report, para 7-8.",
            "The English text is new: 11 words.",
        ]

    def test_removed(self) -> None:
        found = compared(OLD, library())
        assert [change.sentence for change in found.entries[0].changes] == [
            "This clause is gone. It cited @covenant, art 22(1).",
            "The English text is gone: 7 words.",
        ]
        assert found.summary == ("1 clause removed",)

    @pytest.mark.parametrize(
        ("old", "new", "sentence"),
        [
            ("status: draft", "status: reviewed", "Its status was “draft” and is now “reviewed”."),
            ("version: 1", "version: 2", "Its version was 1 and is now 2."),
            ("kind: treaty-obligation", "kind: remedy", "Its kind was “treaty-obligation” and is now “remedy”."),
            ("{en: On a}", "{en: Of a}", "Title (English) was “On a” and is now “Of a”."),
            ("{en: On a}", "{en: On a, kk: Тақырып}", "Title (Kazakh) is now given: “Тақырып”."),
            ("kind:", "catalogue: C05\nkind:", "Its catalogue number is now given: “C05”."),
            ("kind:", "audiences: [court, ministry]\nkind:", "It may no longer address the audiences “parliament” and “un-body”."),
            ("kind:", "requires: [a]\nkind:", "It now requires the clause “a”."),
            ("kind:", "conflicts: [a]\nkind:", "It now excludes the clause “a”."),
        ],
    )
    def test_what_its_file_says(self, old: str, new: str, sentence: str) -> None:
        assert sentences(OLD, changed_yaml(OLD, old, new)) == [sentence]


class TestConditions:
    def test_both_texts_are_told(self) -> None:
        old, new = with_clause(more="when: org.foreign_funding\n"), with_clause(more="when: not  org.foreign_funding\n")
        assert sentences(old, new) == [
            "It stood when “org.foreign_funding”, and now when “not org.foreign_funding”. "
            "With org.foreign_funding: no it now stands, and did not; with org.foreign_funding: yes it no longer stands."
        ]
        assert sentences(new, with_clause())[0] == (
            "It stood when “not org.foreign_funding”, and now always stands: with org.foreign_funding: yes it now stands, and did not."
        )

    def test_spaces_change_nothing(self) -> None:
        old, new = with_clause(more="when: not org.foreign_funding\n"), with_clause(more="when: 'not  org.foreign_funding'\n")
        assert sentences(old, new) == []

    def test_one_that_is_not_well_formed_is_not_said_to_be_gone(self) -> None:
        old, new = with_clause(more="when: org.foreign_funding\n"), with_clause(more="when: org.foreign_funding and\n")
        assert sentences(old, new) == [
            "It stood when “org.foreign_funding”, and now when “org.foreign_funding and”. With which facts they differ cannot be told."
        ]

    def test_long_ones_are_shown_word_by_word(self) -> None:
        long = 'when: org.foreign_funding and error.days_late > 3 and forum == "courts"\n'
        (change,) = changes(with_clause(more=long), with_clause(more=long.replace("3", "5")))
        assert [(piece.old, piece.new) for piece in change.passages[0].pieces if not piece.same] == [("3 ", "5 ")]


class TestTexts:
    def test_words_by_language(self) -> None:
        old = with_clause("It must be so.", ru="Так должно быть.")
        new = with_clause("It shall be so.", ru="Так и должно быть.", kk="Солай болуы тиіс.")
        assert sentences(old, new) == [
            "The Kazakh text is new: 3 words.",
            "English text: 1 word deleted, 1 inserted, in 1 paragraph.",
            "English text: “must” became “shall”.",
            "Russian text: 0 words deleted, 1 inserted, in 1 paragraph.",
        ]
        assert [change.language for change in changes(old, new)] == ["kk", "en", "en", "ru"]

    def test_the_heaviest_changes_stand_first(self) -> None:
        old, new = (with_clause(f"It {word} be so. {more}", ru=more) for word, more in (("is to", "Да."), ("must", "Так.")))
        weights = [change.weight for change in changes(old, changed_yaml(new, "version: 1", "version: 2"))]
        assert weights == sorted(weights, key=["substance", "wording", "form"].index)
        assert len(set(weights)) == 3

    def test_a_text_that_is_gone(self) -> None:
        assert sentences(with_clause(ru="Так должно быть."), with_clause()) == ["The Russian text is gone: 3 words."]

    def test_spaces_alone(self) -> None:
        (change,) = changes(with_clause("It must\nbe so."), with_clause("It must be\nso."))
        assert isinstance(change, TextRespaced)
        assert change.sentence == "English text: only spaces and line ends changed."

    def test_an_unread_text_is_not_said_to_be_gone(self) -> None:
        path = "clauses/arguments/a/en.md"
        new = {name: text for name, text in OLD.items() if name != path}
        found = compare(as_edition(OLD), as_edition(new, "new", [path]))
        assert [change.sentence for change in found.entries[0].changes] == [
            "The English text could not be compared: it cannot be read in new."
        ]


class TestCitations:
    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("A [@covenant].", "A [@covenant; @report].", ["The English text now cites @report."]),
            ("A [@report, para 8].", "A.", ["The English text no longer cites @report, para 8."]),
            ("A [@covenant, art 1].", "A [@covenant, art 2].", ["The English text cites @covenant at art 2 instead of art 1."]),
            ("A [@covenant, art 1].", "A [@covenant, arts 1 and 2].", ["The English text cites @covenant at art 2 as well."]),
            ("A [@covenant, arts 1 and 2].", "A [@covenant, art 1].", ["The English text cites @covenant no longer at art 2."]),
            (
                "A [@covenant].",
                "A [@covenant, art 1].",
                ["The English text cites @covenant at art 1 instead of the whole of it."],
            ),
            (
                "A [@covenant, art 1]. B [@covenant, art 1].",
                "A [@covenant, art 1]. B.",
                ["The English text cites @covenant, art 1 in 1 place instead of 2."],
            ),
            ("A @report. B.", "A @report. B @report.", ["The English text cites @report in 2 places instead of 1."]),
            ("A^[See [@covenant, art 1].]", "B^[See [@covenant, art 1].]", []),
            ("A [@covenant, art 1].", "A [@covenant, article 1].", []),
            (
                '{% if tone == "neutral" %}A [@covenant].{% endif %}',
                '{% if tone == "neutral" %}A.{% else %}B [@report].{% endif %}',
                [
                    "English text: 1 sentence added.",
                    "English text: passages stand under new tags: “else”.",
                    "The English text no longer cites @covenant.",
                    "The English text now cites @report.",
                ],
            ),
        ],
    )
    def test_in_a_text(self, old: str, new: str, said: list[str]) -> None:
        assert sentences(with_clause(old), with_clause(new))[1:] == said

    def test_in_a_text_that_comes(self) -> None:
        one, other = with_clause(), with_clause(ru="А [@covenant, ст 1]. Б [@covenant; @report].")
        assert sentences(one, other) == ["The Russian text is new: 7 words. It cites @covenant, art 1; @report."]
        assert sentences(other, one) == ["The Russian text is gone: 7 words. It cited @covenant, art 1; @report."]
        assert compared(one, other).summary == ("1 clause changed",)

    def test_in_a_text_that_comes_and_cannot_be_read(self) -> None:
        assert sentences(with_clause(), with_clause(ru="{% if tone %}А [@covenant]."))[-1] == (
            "What the Russian text cites could not be compared: it cannot be read in new."
        )

    def test_in_tags_that_do_not_pair_nothing_is_said_to_be_dropped(self) -> None:
        assert sentences(with_clause("A [@covenant]."), with_clause("{% if tone %}A [@covenant]."))[1:] == [
            "What the English text cites could not be compared: it cannot be read in new."
        ]

    def test_in_the_summary(self) -> None:
        old = with_clause("A [@covenant, art 1].", more="when: org.foreign_funding\n")
        found = compared(old, with_clause("A [@covenant, art 2; @report]."))
        assert found.summary == ("1 clause changed", "1 condition changed", "1 citation added", "1 citation with other pinpoints")


class TestTranslations:
    @staticmethod
    def recorded(version: int, *translations: str) -> dict[str, str]:
        files = with_clause(more=f"translations: {{{', '.join(translations)}}}\n")
        return changed_yaml(files, "version: 1", f"version: {version}")

    @pytest.mark.parametrize(
        ("old", "new", "sentence", "stale"),
        [
            ((1, "ru: 1"), (2, "ru: 1"), "is of version 1, and the clause is at 2: it became stale.", True),
            ((3, "ru: 1"), (3, "ru: 3"), "caught up with version 3.", False),
            ((3, "ru: 1"), (3, "ru: 2"), "is of version 2, and the clause is at 3: it is still stale.", True),
            ((1, "ru: 1"), (2, "ru: 2"), "is now of version 2.", False),
            ((2,), (2, "ru: 2"), "is now recorded, of version 2.", False),
            ((2,), (2, "ru: 1"), "is of version 1, and the clause is at 2: it is stale.", True),
            ((2, "ru: 2"), (2,), "is no longer recorded; it was of version 2.", False),
        ],
    )
    def test_recorded(self, old: tuple[int, ...], new: tuple[int, ...], sentence: str, stale: bool) -> None:
        kinds = TranslationStale | TranslationUpdated | TranslationUnrecorded
        found = [one for one in changes(self.recorded(*old), self.recorded(*new)) if isinstance(one, kinds)]
        assert [(one.sentence, one.name == "translation-stale") for one in found] == [(f"The Russian translation {sentence}", stale)]

    def test_still_stale_at_the_same_version_is_no_change(self) -> None:
        assert sentences(self.recorded(2, "ru: 1"), self.recorded(3, "ru: 1")) == ["Its version was 2 and is now 3."]

    def test_a_text_that_changed_under_its_translations(self) -> None:
        old, new = (with_clause(text, more="translations: {ru: 1}\n") for text in ("It must be so.", "It may be so."))
        said = "Its text changed and its version is still 1: these translations will not show as stale: Russian."
        assert said in sentences(old, new)

    def test_a_translation_that_changed_with_the_text_is_in_step(self) -> None:
        more = "translations: {ru: 1}\n"
        old, new = with_clause("It must be so.", more, ru="Это так."), with_clause("It was so.", more, ru="Это было так.")
        assert not any("translations" in sentence for sentence in sentences(old, new))

    def test_a_version_that_went_back(self) -> None:
        assert sentences(self.recorded(3), self.recorded(2)) == ["Its version was 3 and is now 2, which is lower."]
