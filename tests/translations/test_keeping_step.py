"""Where a translation does not keep step with the English text: what is said, at which place, and the English words beside it."""

from __future__ import annotations

import pytest

from briefkit.diagnostics import Diagnostic
from briefkit.model.glossary import Term
from briefkit.source import Source
from briefkit.translations import differences

ENGLISH = "Yes [@a, para 7; @b]. See [para](#c) and @d: {{ e.f }}.{% if e.f %}Yes.{% endif %}"
RUSSIAN = "Да [@a, п. 7; @b]. См. [para](#c) и @d: {{ e.f }}.{% if e.f %}Да.{% endif %}"


def found(other: str, english: str = ENGLISH, *terms: Term) -> list[Diagnostic]:
    return list(differences(Source("en.md", english), Source("ru.md", other), "ru", terms))


def said(other: str, english: str = ENGLISH, *terms: Term) -> list[tuple[str, str]]:
    """What is said of each difference, after “Here the text in “ru””, and the beginning of what it points at."""
    return [
        (one.message.removeprefix("Here the text in “ru” "), one.span.text[:12] if one.span else "")
        for one in found(other, english, *terms)
    ]


@pytest.mark.parametrize(
    ("written", "instead", "differs"),
    [
        ("", "", []),
        ("п. 7", "п. 8", [("cites “@a, para 8”, and the English text “@a, para 7”.", "@a, п. 8")]),
        ("п. 7", "7-тармақ", []),
        ("@a, п. 7; @b", "@b; @a, п. 7", []),
        ("; @b", "", [("lacks the citation “@b” of the English text.", "Да [@a, п. 7")]),
        ("@b", "@b; @b", [("has the citation “@b”, and the English text does not.", "@b")]),
        (" и @d", "", [("lacks the citation “@d” of the English text.", "Да [@a, п. 7")]),
        (
            "#c",
            "#x",
            [
                ("lacks the reference to “#c” of the English text.", "Да [@a, п. 7"),
                ("has the reference to “#x”, and the English text does not.", "[para](#x)"),
            ],
        ),
        ("{{ e.f }}", "{{ e.f }} ({{ e.f | capital }})", []),
        ("{{ e.f }}", "{{ e.f }} {{ e.g }}", [("has the fact “e.g”, and the English text does not.", "e.g")]),
        ("{{ e.f }}", "это", [("lacks the fact “e.f” of the English text.", "Да [@a, п. 7")]),
        ("if e.f", "if e.g", [("has the tag “if e.g”, and the English text the tag “if e.f”.", "{% if e.g %}")]),
        ("if e.f", "if  e.f", []),
        ("{% endif %}", "{% else %}{% endif %}", [("has the tag “else”, and the English text does not.", "{% else %}")]),
        ("{% if e.f %}Да.{% endif %}", "", [("lacks the tags “if e.f”, “endif” of the English text.", "Да [@a, п. 7")]),
        (". См.", ".\n\nСм.", [("has 2 paragraphs, and the English text 1 paragraph.", "Да [@a, п. 7")]),
    ],
)
def test_each_difference_is_named_at_its_place(written: str, instead: str, differs: list[tuple[str, str]]) -> None:
    assert written in RUSSIAN
    assert said(RUSSIAN.replace(written, instead, 1)) == differs


def test_the_english_words_stand_beside_it() -> None:
    english = "First words, [@a].\n\n" + "And " * 30 + "then the claim [@b, art 2], and " + "so " * 60 + "on.\n\nLast [@c]."
    [problem] = found("Первое [@a].\n\nВторое.\n\nПоследнее [@c].", english)
    assert (str(problem.severity), problem.code, str(problem.span)) == ("warning", "translation-differs", "ru.md:3:1")
    assert problem.hint.startswith("the English text reads here: …And And ")
    assert "then the claim [@b, art 2], and so so" in problem.hint
    assert problem.hint.endswith(" so…")
    assert len(problem.hint) < 280
    assert "First" not in problem.hint


def test_a_missing_condition_is_shown_with_the_words_it_is_for() -> None:
    [problem] = found(RUSSIAN.replace("{% if e.f %}Да.{% endif %}", ""))
    assert problem.hint == "the English text reads here: {% if e.f %}Yes.{% endif %}"


def test_the_place_is_the_paragraph_of_the_same_number_or_the_tag_before() -> None:
    english = "{% if a %}\n\nOne.\n\nTwo [@x].\n\n{% else %}\n\nThree.\n\n{% endif %}"
    assert said("{% if a %}\n\nРаз.\n\nДва.\n\n{% else %}\n\nТри.\n\n{% endif %}", english) == [
        ("lacks the citation “@x” of the English text.", "Два.")
    ]
    assert said("{% if a %}\n\nРаз.\n\nДва [@x].\n\n{% else %}\n\n{% endif %}", english) == [
        ("has no paragraphs, and the English text 1 paragraph.", "{% else %}")
    ]


def test_the_place_within_a_sentence_is_what_stands_between_the_tags() -> None:
    english = "One{% if a %} two [@x]{% endif %}."
    assert said("Раз{% if a %} два{% endif %}.", english) == [("lacks the citation “@x” of the English text.", "два")]
    assert said("Раз{% if a %}{% endif %}.", english) == [("lacks the citation “@x” of the English text.", "{% if a %}")]


def test_the_hint_says_so_where_the_english_text_has_nothing() -> None:
    [problem] = found("{% if a %}\n\nДа.\n\n{% endif %}", "{% if a %}\n\n{% endif %}")
    assert problem.message == "Here the text in “ru” has 1 paragraph, and the English text no paragraphs."
    assert problem.hint == "the English text has nothing here"


def test_references_to_tables_exhibits_annexes_and_notes_are_compared() -> None:
    english = "See [table](#t), [annex](#papers), [exhibit](@x1) and [note](@a)."
    assert said("См. [table](#t), [annex](#papers), [exhibit](@x1) и [note](@a).", english) == []
    assert [words for words, _ in said("См. [table](#t), и.", english)] == [
        "lacks the reference to “annex papers” of the English text.",
        "lacks the reference to “exhibit x1” of the English text.",
        "lacks the reference to “@a” of the English text.",
    ]


def test_what_a_note_cites_and_what_a_quotation_says_is_compared() -> None:
    english = "It says:\n\n> Words [@a, art 1]\n\nAnd.^[See [@b, para 2].]"
    assert said("Так сказано [@a, ст. 1].\n\nИ.^[См. [@b, п. 2].]", english) == []
    assert said("Так сказано [@a, ст. 1].\n\nИ.^[См. [@b, п. 3].]", english) == [
        ("cites “@b, para 3”, and the English text “@b, para 2”.", "@b, п. 3")
    ]


def test_parts_lists_and_headings_are_compared() -> None:
    english = "# Head\n\n- one\n- two\n\n::: duties\n:::\n\nEnd."
    assert said("# Глава\n\n- раз\n- два\n\n::: duties\n:::\n\nКонец.", english) == []
    assert [words for words, _ in said("# Глава\n\n- раз\n\n::: duties\n:::\n\nКонец.", english)] == [
        "has 4 paragraphs, and the English text 5 paragraphs."
    ]
    assert [words for words, _ in said("# Глава\n\n- раз\n- два\n\nКонец.", english)] == ["lacks the part “duties” of the English text."]


def test_places_in_words_are_compared_by_their_english_names() -> None:
    assert said("Да [@a, {рассмотрение по существу}].", "Yes [@a, {merits}].") == []
    assert [words for words, _ in said("Да [@a, {мотивы}].", "Yes [@a, {reasons}].")] == [
        "cites “@a, мотивы”, and the English text “@a, reasons”."
    ]
    assert said("Да [@a, {мотивы}].", "Yes [@a, {reasons}].", Term((("en", "Reasons"), ("ru", "Мотивы")))) == []


def test_words_before_a_condition_at_the_head_of_a_paragraph_move_no_paragraph() -> None:
    assert said("Суд{% if a %} и {{ a }}{% endif %} знает.", "{% if a %}{{ a }} and {% endif %}the court know.") == []


def test_a_mark_that_is_left_in_a_frame_is_pointed_at_once() -> None:
    [problem] = found("Да ‹…›.\n\nНет ‹…›.", "Yes.\n\nNo.")
    assert (problem.message, str(problem.span)) == ("Here the words in “ru” are still to be written.", "ru.md:1:4")


@pytest.mark.parametrize("other", ["{% if e.f %}Да.", "{% nothing %}{% endif %}"])
def test_a_text_that_cannot_be_read_is_not_compared(other: str) -> None:
    assert found(other) == []
    assert found("Да [@x].", other) == []
