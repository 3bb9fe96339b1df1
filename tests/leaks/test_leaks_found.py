"""A confidential value is found in a finished file, wherever it stands and however it is written; nothing else is."""

from __future__ import annotations

import random
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.confidential import Search
from briefkit.confidential.values import Kind
from briefkit.leaks import find_leaks
from tests.confidential.searched import value
from tests.leaks.places import PLACES, pdf, picture, split, titled, word, zipped

WRITTEN: list[tuple[Kind, str, str]] = [
    ("person", "Нурлан Серикович Ахметов", "Нурлан Серикович Ахметов"),
    ("person", "Нурлан Серикович Ахметов", "Ахметовой"),
    ("person", "Нурлан Серикович Ахметов", "Ахметовтың"),
    ("person", "Нурлан Серикович Ахметов", "Akhmetov N."),
    ("person", "Нурлан Серикович Ахметов", "Ax\u0301metov"),
    ("person", "Nurlan Akhmetov", "Нұрлан Ахметов"),
    ("name", "Фонд «Примерная долина»", "Примерной долины"),
    ("name", "Фонд «Примерная долина»", "PRIMERNAYA DOLINA"),
    ("number", "850101300123", "850101 300123"),
    ("number", "3599-25-00-3/123", "3599\u201125\u201100\u20113/123"),
    ("phone", "+7 701 555 12 34", "8 (701) 555-12-34"),
    ("email", "aru.office@aru.kz", "aru.office@aru.kz"),
]
INNOCENT = "The fund in Astana paid 865 000 tenge on 3 March 2025; фонд уплатил штраф в городе, қор айыппұл төледі."


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("kind", "text", "written"), WRITTEN)
def test_a_value_is_found_in_every_place_and_form(place: str, kind: Kind, text: str, written: str) -> None:
    leaks = find_leaks(PLACES[place](written), Search.of([value(text, kind)]))
    assert leaks.diagnostics == ()
    assert [leak.value.text for leak in leaks.value if leak.sure], place


@pytest.mark.parametrize("place", PLACES)
def test_other_words_are_found_nowhere(place: str) -> None:
    search = Search.of([value(text, kind) for kind, text, _ in WRITTEN])
    assert find_leaks(PLACES[place](INNOCENT), search).value == ()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(PLACES)), st.text(alphabet="абвгдежзиклмнопрстуabcdefghiklmnoprstu 0123456789.,-", max_size=80))
def test_any_other_text_is_found_nowhere(place: str, text: str) -> None:
    search = Search.of([value("Қожахметов Ж.", "person"), value("Zhqwxv Foundation", "name"), value("850101300123", "number")])
    assert find_leaks(PLACES[place](f"{text} в"), search).value == ()


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(PLACES)),
    st.text(alphabet="бвгдзклмнрст", min_size=2, max_size=4),
    st.text(alphabet="аеоуи", min_size=2, max_size=4),
    st.sampled_from(["", "а", "у", "ым"]),
)
def test_any_surname_is_found_in_any_place(place: str, hard: str, soft: str, ending: str) -> None:
    surname = "".join(a + b for a, b in zip(hard, soft * 2, strict=False)).capitalize() + "ков"
    leaks = find_leaks(PLACES[place](f"{surname}{ending}"), Search.of([value(f"Асан {surname}")]))
    assert {leak.value.text for leak in leaks.value if leak.sure} == {f"Асан {surname}"}


def test_a_leak_says_where_it_is_and_what_stands_around_it() -> None:
    made = word("<w:p><w:r><w:t>The court fined Mr Akhmetov for it.</w:t></w:r></w:p>", docProps__core_dot_xml="<c><t>Akhmetov</t></c>")
    text, properties = find_leaks(made, Search.of([value("Nurlan Akhmetov")])).value
    assert (text.part, text.before, text.found, text.after) == ("word/document.xml", " The court fined Mr ", "Akhmetov", " for it. ")
    assert (properties.part, properties.how) == ("docProps/core.xml", "surname")


def test_what_stands_often_in_a_part_is_one_leak_that_says_how_often() -> None:
    made = word(*["<w:p><w:r><w:t>Akhmetov</w:t></w:r></w:p>"] * 3)
    (leak,) = find_leaks(made, Search.of([value("Nurlan Akhmetov")])).value
    assert leak.times == 3


def test_the_page_of_a_pdf_is_named() -> None:
    made = pdf(lambda file: None, b"BT /F1 12 Tf 10 100 Td (Mr Akhmetov was fined) Tj ET")
    assert [(leak.part, leak.found) for leak in find_leaks(made, Search.of([value("Nurlan Akhmetov")])).value] == [("page 1", "Akhmetov")]


def test_two_paragraphs_are_two_texts() -> None:
    made = word("<w:p><w:r><w:t>Ахмет</w:t></w:r></w:p><w:p><w:r><w:t>ов</w:t></w:r></w:p>")
    assert find_leaks(made, Search.of([value("Нурлан Ахметов")])).value == ()


def test_a_note_beside_a_name_is_no_part_of_it() -> None:
    made = word("<w:p><w:r><w:t>Ахметов</w:t></w:r><w:r><w:footnoteReference/></w:r><w:r><w:t>был</w:t></w:r></w:p>")
    assert [leak.found for leak in find_leaks(made, Search.of([value("Нурлан Ахметов")])).value] == ["Ахметов"]


def test_a_hyphen_that_is_an_element_stands_once_between_figures() -> None:
    made = word("<w:p><w:r><w:t>№ 3599</w:t><w:noBreakHyphen/><w:t>25/1</w:t></w:r></w:p>")
    assert [leak.found for leak in find_leaks(made, Search.of([value("3599-25/1", "number")])).value] == ["3599-25/1"]


def test_values_beside_each_other_in_attributes_are_no_number() -> None:
    made = word("<w:a b='850101'/><w:a b='300123'/>")
    assert find_leaks(made, Search.of([value("850101300123", "number")])).value == ()


def test_short_words_among_bytes_that_nothing_explains_are_chance() -> None:
    noise = random.Random(1).randbytes(200_000) + b"\x00 Aru Aru \x00"
    assert find_leaks(zipped(a_dot_bin=noise), Search.of([value("Aru", "name")])).value == ()


def encrypted() -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(titled("x"))) as file:
        file.save(made, encryption=pikepdf.Encryption(user="u", owner="o"))
    return made.getvalue()


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (b"PK\x03\x04 and then nothing", "it is not a readable zip file"),
        (word(a_dot_zip=b"PK\x03\x04 and then nothing"), "it is not a readable zip file"),
        (b"%PDF-1.7 and then nothing", "it is no readable PDF"),
        (encrypted(), "it is protected with a password"),
        (word(a_dot_pdf=encrypted()), "it is protected with a password"),
        (zipped(bomb=b"\x00" * 40_000_000), "is packed suspiciously small"),
        (zipped(a=zipped(a=zipped(a=zipped(a=zipped(a=zipped(a=b"deep")))))), "files within files"),
        (b"x" * (128 * 1024 * 1024 + 1), "it is larger than 128 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_not_taken_for_a_clean_one(made: bytes, why: str) -> None:
    (problem,) = find_leaks(made, Search.of([value("Nurlan Akhmetov")])).diagnostics
    assert problem.code == "leak-unsearched" and problem.is_error
    assert why in problem.message


def test_what_was_found_before_a_part_that_cannot_be_read_is_told_too() -> None:
    made = zipped(a_dot_txt="Akhmetov", b_dot_pdf=encrypted())
    found = find_leaks(made, Search.of([value("Nurlan Akhmetov")]))
    assert [leak.found for leak in found.value] == ["Akhmetov"] and found.diagnostics


def test_a_damaged_part_of_a_word_file_is_searched_as_far_as_it_goes() -> None:
    made = zipped(word__document_dot_xml="<w:document><w:p>Akhmetov</w:q></w:document")
    assert [leak.found for leak in find_leaks(made, Search.of([value("Nurlan Akhmetov")])).value] == ["Akhmetov"]


def test_an_entity_hides_no_name() -> None:
    made = zipped(a_dot_xml="<!DOCTYPE a [<!ENTITY who 'Akhmetov'>]><a>&who;</a>")
    assert [leak.found for leak in find_leaks(made, Search.of([value("Nurlan Akhmetov")])).value] == ["Akhmetov"]


def test_a_picture_that_is_none_is_searched_as_bytes() -> None:
    made = word(word__media__a_dot_png=picture("nothing")[:40] + b"\x00Akhmetov Nurlan\x00")
    assert [leak.found for leak in find_leaks(made, Search.of([value("Nurlan Akhmetov")])).value] == ["Akhmetov Nurlan"]


def test_the_same_file_gives_the_same_leaks() -> None:
    search = Search.of([value("Nurlan Akhmetov"), value("Ахметова Айгерим")])
    assert find_leaks(split("Ахметова"), search) == find_leaks(split("Ахметова"), search)
