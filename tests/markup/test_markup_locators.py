"""Pinpoints as lawyers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.markup import IN_WORDS, loc_of, read_loc, read_pinpoint, said_in, single_locs
from briefkit.markup.locators import LABELS, BadPinpoint, read_locator
from briefkit.tree import Locator


@pytest.mark.parametrize(
    ("text", "label", "value", "rest"),
    [
        ("art 22", "article", "22", ""),
        ("Art. 22(1)", "article", "22(1)", ""),
        ("arts 19, 21 and 22(2)", "article", "19, 21 and 22(2)", ""),
        ("article 5 of the annex", "article", "5", " of the annex"),
        ("ст. 22", "article", "22", ""),
        ("ст 5 и 6", "article", "5 и 6", ""),
        ("22", "page", "22", ""),
        ("22-25, see", "page", "22-25", ", see"),
        ("p 5", "page", "5", ""),
        ("pp. 171–185", "page", "171–185", ""),
        ("с. 12", "page", "12", ""),
        ("para 8", "paragraph", "8", ""),
        ("paras 7.2-7.4", "paragraph", "7.2-7.4", ""),
        ("§ 5", "paragraph", "5", ""),
        ("§5", "paragraph", "5", ""),
        ("§§ 5 & 6", "paragraph", "5 & 6", ""),
        ("п. 3 және 4", "paragraph", "3 және 4", ""),
        ("section V.B", "section", "V.B", ""),
        ("ch IV", "chapter", "IV", ""),
        ("art 460-1", "article", "460-1", ""),
        ("art (a)", "article", "(a)", ""),
        ("p A-5", "page", "A-5", ""),
        ("n 4", "note", "4", ""),
        ("Principle 7", "custom", "Principle 7", ""),
        ("target 16.10", "custom", "target 16.10", ""),
        ("art {22 bis}", "article", "22 bis", ""),
        ("{the second schedule}, x", "custom", "the second schedule", ", x"),
        ("art 22.", "article", "22", "."),
        ("arts 22(1), and 99", "article", "22(1), and 99", ""),
        ("arts 5, & 6", "article", "5, & 6", ""),
        ("paras 8 to 99", "paragraph", "8–99", ""),
        ("пп. 8 по 10", "paragraph", "8–10", ""),
        ("ст. 5, и 6", "article", "5, и 6", ""),
        ("art 22, and the cases there", "article", "22", ", and the cases there"),
        ("pp iv-xii", "page", "iv-xii", ""),
        ("p. iv, see", "page", "iv", ", see"),
        ("pp iv, 3", "page", "iv, 3", ""),
        ("22-бап", "article", "22", ""),
        ("22(1)-бабы, x", "article", "22(1)", ", x"),
        ("460-1-баптың", "article", "460-1", ""),
        ("5 және 6-баптар", "article", "5 және 6", ""),
        ("3-тармақ", "paragraph", "3", ""),
        ("задача 17.17", "custom", "target 17.17", ""),
        ("Задачи 16.6 и 16.10", "custom", "Targets 16.6 и 16.10", ""),
        ("17.17-міндет", "custom", "target 17.17", ""),
        ("16.6 және 16.10-міндеттерді", "custom", "targets 16.6 және 16.10", ""),
        ("8-ұсыным", "custom", "recommendation 8", ""),
        ("б. 12", "page", "12", ""),
    ],
)
def test_a_label_and_a_value_are_a_pinpoint(text: str, label: str, value: str, rest: str) -> None:
    read = read_locator(text)
    assert not isinstance(read, BadPinpoint)
    assert read[0] == Locator(label, value)
    assert text[read[1] :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "emphasis added",
        "and the cases there",
        "annex",
        "principles of law",
        "p5",
        "para5",
        "IV",
        "(a)",
        "articles of faith",
        "см. также",
        "note that it is not in force",
        "part of it",
        "v Kazakhstan",
        "s and others",
        "с изменениями",
        "с 2024 года",
        "б 5",
        "p vast",
    ],
)
def test_other_words_are_a_suffix(text: str) -> None:
    assert read_locator(text) == (None, 0)


@pytest.mark.parametrize(
    ("text", "span", "words"),
    [
        ("art", "art", "“art” is not a pinpoint: after “art” comes a number."),
        ("art. x", "art. x", "“art. x” is not a pinpoint: after “art” comes a number."),
        (" para ", "para", "“para” is not a pinpoint"),
        ("op 9", None, ""),
        ("artcle 9", "artcle", "“artcle” is not a kind of pinpoint."),
        ("pargraph 9", "pargraph", "“pargraph” is not a kind of pinpoint."),
    ],
)
def test_a_slip_is_pointed_at(text: str, span: str | None, words: str) -> None:
    read = read_locator(text)
    if span is None:
        assert read == (None, 0)
    else:
        assert isinstance(read, BadPinpoint)
        assert text[read.start : read.end] == span
        assert read.message.startswith(words)
        assert read.hint


@pytest.mark.parametrize(
    ("spelt", "listed"),
    [
        ("Art. 22(1)", "art 22(1)"),
        ("paras 7.6-7.7", "para 7.6-7.7"),
        ("para 7.6–7.7", "para 7.6-7.7"),
        ("para 7.6 — 7.7", "para 7.6-7.7"),
        ("12", "p 12"),
        ("Principle  7", "principle 7"),
        ("ст. 5", "art 5"),
        ("The Whole  Document", "the whole document"),
        ("art", "art"),
        ("", ""),
    ],
)
def test_a_pinpoint_is_listed_in_one_way(spelt: str, listed: str) -> None:
    assert read_loc(spelt) == listed


@pytest.mark.parametrize(
    ("spelt", "places"),
    [
        ("arts 19, 21 and 22(2)", ("art 19", "art 21", "art 22(2)")),
        ("paras 7.2-7.4", ("para 7.2-7.4",)),
        ("п. 3 и 4", ("para 3", "para 4")),
        ("arts 22(1), 23, and 99", ("art 22(1)", "art 23", "art 99")),
        ("paras 8 to 99", ("para 8-99",)),
        ("5 және 6-баптар", ("art 5", "art 6")),
        ("pp 1 & 2", ("p 1", "p 2")),
        ("Principles 6 and 7", ("principles 6 and 7",)),
    ],
)
def test_the_places_of_a_list_are_listed_one_by_one(spelt: str, places: tuple[str, ...]) -> None:
    locator = read_pinpoint(spelt)
    assert locator is not None
    assert single_locs(locator) == places


NUMBERS = st.from_regex(r"[1-9][0-9]{0,2}(\([a-z0-9]\)){0,2}(\.[1-9])?", fullmatch=True)
VALUES = st.lists(NUMBERS, min_size=1, max_size=3).flatmap(
    lambda some: st.sampled_from([", ".join(some), " and ".join(some), "-".join(some), " – ".join(some)])
)
SPELT = st.builds(
    lambda word, stop, value: f"{word}{'.' if word in 'сб' else stop} {value}",
    st.sampled_from(sorted({w for ws in LABELS.values() for w in ws})),
    st.sampled_from(["", "."]),
    VALUES,
)


@given(SPELT)
def test_the_listed_form_reads_back_as_itself(spelt: str) -> None:
    locator = read_pinpoint(spelt)
    assert locator is not None
    listed = loc_of(locator)
    again = read_pinpoint(listed)
    assert again is not None
    assert (loc_of(again), again.label) == (listed, locator.label)
    assert read_loc(spelt) == read_loc(listed) == listed


@pytest.mark.parametrize("spelt", ["{merits}", "{рассмотрение по существу}", "{Рассмотрение по  существу}", "{істің мәні бойынша қарау}"])
def test_a_place_named_by_words_is_listed_by_its_english_name(spelt: str) -> None:
    locator = read_pinpoint(spelt)
    assert locator is not None
    assert loc_of(locator) == read_loc(spelt) == "merits"
    assert locator.value.casefold().split() == spelt.strip("{}").casefold().split()  # what is printed is what was written


@pytest.mark.parametrize(
    ("spelt", "english", "russian", "kazakh"),
    [
        ("target 17.17", "target 17.17", "задача 17.17", "17.17-міндет"),
        ("Задача 17.17", "Target 17.17", "Задача 17.17", "17.17-міндет"),
        ("17.17-міндет", "target 17.17", "задача 17.17", "17.17-міндет"),
        ("principles 6, 7", "principles 6, 7", "принципы 6, 7", "6, 7-қағидаттар"),
        ("{conclusions}", "conclusions", "conclusions", "conclusions"),
        ("art 5", "5", "5", "5"),
    ],
)
def test_a_label_of_its_own_is_said_in_the_documents_language(spelt: str, english: str, russian: str, kazakh: str) -> None:
    locator = read_pinpoint(spelt)
    assert locator is not None
    assert [said_in(locator, language) for language in ("en", "ru", "kk")] == [english, russian, kazakh]
    if locator.label == "custom":
        assert loc_of(locator) == english.casefold()


def test_a_place_named_by_words_has_its_name_in_each_language() -> None:
    assert {language for names in IN_WORDS.values() for language in names} == {"ru", "kk"}
    assert all(len(names) == 2 for names in IN_WORDS.values())


def test_no_words_stand_for_two_places() -> None:
    said = [(words, english) for english, names in IN_WORDS.items() for words in {*names.values()}]
    assert len({words for words, _ in said}) == len(said) >= 10


@given(st.text() | SPELT.map(lambda spelt: spelt + " x"))
def test_any_text_gives_a_pinpoint_within_it_or_none(text: str) -> None:
    read = read_locator(text)
    if isinstance(read, BadPinpoint):
        assert 0 <= read.start < read.end <= len(text)
    else:
        assert 0 <= read[1] <= len(text)
        assert (read[0] is None) is (read[1] == 0)
    assert read_loc(read_loc(text)) == read_loc(text)


def test_no_word_stands_for_two_labels() -> None:
    words = [word for some in LABELS.values() for word in some]
    assert len(set(words)) == len(words)
    assert all(word == word.casefold() for word in words)
