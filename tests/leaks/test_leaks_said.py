"""What is said of a leak: the fact, the words, the form, the place, and what to do."""

from __future__ import annotations

import pytest

from briefkit.confidential import Search
from briefkit.leaks import find_leaks, leak_problems
from briefkit.source import Source
from tests.confidential.searched import value
from tests.leaks.places import pdf, word, zipped

AKHMETOV = value("Nurlan Akhmetov", path="person.name")


def said(made: bytes, name: str, *own: str) -> list[tuple[str, str]]:
    search = Search.of([AKHMETOV], [Source("own.md", one) for one in own])
    return [(one.code, str(one.message)) for one in leak_problems({name: find_leaks(made, search).value})]


def test_a_leak_is_an_error_that_names_fact_form_place_and_words() -> None:
    made = word("<w:p><w:r><w:t>The court fined Akhmetova.</w:t></w:r></w:p>")
    told = "The public document gives person.name away: “Akhmetova” (a surname), in the text (docx): “The court fined Akhmetova.”."
    assert said(made, "docx") == [("leak", told)]


def test_what_stands_often_is_said_once() -> None:
    made = b"Akhmetov, and Akhmetov"
    assert said(made, "txt") == [
        (
            "leak",
            "The public document gives person.name away 2 times: “Akhmetov” (a surname), in txt, first in “Akhmetov, and Akhmetov”.",
        )
    ]


def test_a_word_that_the_library_has_is_a_warning() -> None:
    assert said(b"Akhmetov went on", "txt", "Akhmetov v Kazakhstan") == [
        ("leak-possible", "“Akhmetov” may give person.name away (a surname), in txt: “Akhmetov went on”.")
    ]


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (word(word__footnotes_dot_xml="<a><p>Akhmetov</p></a>"), "the notes (docx)"),
        (word(docProps__core_dot_xml="<a><p>Akhmetov</p></a>"), "the properties (docx)"),
        (word(word__header2_dot_xml="<a><p>Akhmetov</p></a>"), "the headers and footers (docx)"),
        (word(word__settings_dot_xml="<a><p>Akhmetov</p></a>"), "word/settings.xml (docx)"),
        (pdf(lambda file: None, b"BT /F1 9 Tf (Akhmetov) Tj ET"), "page 1 (docx)"),
    ],
)
def test_a_place_has_the_name_that_people_know(made: bytes, place: str) -> None:
    ((_, message),) = said(made, "docx")
    assert place in message


def test_the_place_that_is_shown_is_where_the_fact_is_given() -> None:
    (problem,) = leak_problems({"txt": find_leaks(b"Akhmetov", Search.of([AKHMETOV])).value})
    assert problem.span == AKHMETOV.span
    assert "person.name" in problem.hint


def test_words_of_a_letterhead_are_taken_out_of_the_template() -> None:
    (problem,) = leak_problems({"docx": find_leaks(word(word__header1_dot_xml="<a><p>Akhmetov</p></a>"), Search.of([AKHMETOV])).value})
    assert "--template" in problem.hint


def found_in(*files: bytes) -> list[str]:
    search = Search.of([AKHMETOV])
    return [str(one.message) for one in leak_problems({f"file{n}": find_leaks(one, search).value for n, one in enumerate(files)})]


def test_each_way_of_writing_is_said_for_itself() -> None:
    told = found_in(b"Akhmetov, of Akhmetova, and N. Akhmetov, that is Akhmetov")
    assert [one.partition("“")[2].partition("”")[0] for one in told] == ["Akhmetov", "Akhmetova", "N. Akhmetov"]
    assert "2 times" in told[0] and "times" not in told[1] + told[2]


def test_what_several_files_give_away_alike_is_said_once_with_all_places() -> None:
    (told,) = found_in(b"Akhmetov", word("<w:p><w:r><w:t>Akhmetov</w:t></w:r></w:p>"), b"Akhmetov and AKHMETOV")
    assert "2 times" in told and "in file0, the text (file1), file2, first in" in told


def test_of_many_places_some_are_named() -> None:
    (told,) = found_in(zipped(**{f"part{number}.xml": "<a>Akhmetov</a>" for number in range(9)}))
    assert "9 times" in told and "in part0.xml (file0), part1.xml (file0), part2.xml (file0), part3.xml (file0), …, first" in told


@pytest.mark.parametrize("made", [b"one-\ntwo Akhmetov", word('<w:p w:x="100%25"><w:r><w:t>Akhmetov 5%25</w:t></w:r></w:p>')])
def test_a_text_that_is_read_in_two_ways_is_counted_once(made: bytes) -> None:
    (told,) = found_in(made)
    assert "times" not in told


def test_what_only_another_reading_shows_is_found() -> None:
    assert "“Akhmetov”" in found_in(b"Akhme-\ntov")[0]
    assert "“Akhmetov”" in found_in(word("<w:p><w:r><w:t>Akhme%74ov</w:t></w:r></w:p>"))[0]
