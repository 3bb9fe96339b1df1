"""What a style does across a document: sources told apart, repeated, at the beginning of a note and after words of the author's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefkit.tree import Cite, Note, Text

from .desk import STYLES, cited, notes, notes_of, read, ref


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("un-editorial", "*Toregozhina v. Kazakhstan* (CCPR/C/112/D/2137/2012), para. 9."),
        ("odihr-venice", "*Toregozhina* (2014), cited above, para. 9."),
        ("ru-notes", "Toregozhina v Kazakhstan, сообщение № 2137/2012. П. 9."),
        ("kk-notes", "Toregozhina v Kazakhstan, хабарлама № 2137/2012. 9-тармақ."),
    ],
)
def test_two_views_of_one_name_are_told_apart_when_repeated(style: str, shown: str) -> None:
    assert notes(style, "toregozhina-2014", "toregozhina-2021", "toregozhina-2014, para 9")[2] == shown


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("un-editorial", "Kazakhstan, Constitution of 30 August 1995, art. 5."),
        ("odihr-venice", "Kazakhstan, Constitution, 30 August 1995, Article 5."),
        ("ru-notes", "Конституция Республики Казахстан от 30 августа 1995 года. Ст. 5."),
    ],
)
def test_two_constitutions_are_told_apart_when_repeated(style: str, shown: str) -> None:
    assert notes(style, "kz-const-1995", "kz-const-2026", "kz-const-1995, art 5")[2] == shown


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("odihr-venice", "Sample, “Free Association”, cited above, p. 5."),
        ("ru-notes", "Sample A. M. Free Association: An Imaginary Commentary. С. 5."),
        ("kk-notes", "Sample A. M. Free Association: An Imaginary Commentary. 5-бет."),
    ],
)
def test_a_work_cited_above_is_named_where_its_author_has_two(style: str, shown: str) -> None:
    assert notes(style, "book", "another-book", "book, p 5")[2] == shown


@pytest.mark.parametrize(
    ("style", "word"), [("un-editorial", "ibid."), ("odihr-venice", "ibid."), ("ru-notes", "там же"), ("kk-notes", "сонда")]
)
def test_ibid_takes_a_capital_only_where_its_note_begins(style: str, word: str) -> None:
    first, second = ref("gc-31, para 6"), ref("gc-31, para 7")
    refs = (first, second, replace(first, prefix=(Text("cf"),)))
    found = [read(note.children) for note in notes_of(cited([Note((Cite((one,)),)) for one in refs], style, STYLES[style]))]
    assert found[1].startswith(word.capitalize())
    assert found[2].startswith(f"cf {word}")


@pytest.mark.parametrize("style", ["international-law-no-ibid"])
def test_a_style_without_ibid_names_its_source_each_time(style: str) -> None:
    assert notes(style, "iccpr, art 22(1)", "iccpr, art 22(1)", "iccpr, art 22(2)") == [
        "International Covenant on Civil and Political Rights (adopted 16 December 1966, entered into force 23 March 1976) 999 UNTS 171"
        " (ICCPR) art 22(1).",
        "ICCPR (n 1) art 22(1).",
        "ICCPR (n 1) art 22(2).",
    ]


def test_without_ibid_all_else_is_as_with_it() -> None:
    apart = ("iccpr, art 22(1)", "gc-31, para 6", "tebieti; belyatsky", "book, p 3", "iccpr, art 2", "kz-aoc-2014", "book")
    assert notes("international-law-no-ibid", *apart) == notes("international-law", *apart)


def test_several_sources_in_one_note_are_parted_by_semicolons() -> None:
    assert notes("un-editorial", "iccpr, art 22; gc-31, para 6") == [
        "International Covenant on Civil and Political Rights, United Nations, *Treaty Series*, vol. 999, p. 171, art. 22;"
        " Human Rights Committee, general comment No. 31 (2004), para. 6."
    ]
