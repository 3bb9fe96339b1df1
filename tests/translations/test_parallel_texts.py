"""Texts in several languages with their paragraphs side by side."""

from __future__ import annotations

from briefkit.translations import parallel


def test_paragraphs_face_each_other_between_the_same_tags() -> None:
    english = "A\n\n> quoted\n\n{% if x %}\n\nB\n\n{% endif %}\n\nC\n"
    russian = "{# remark #}\n\nА\n\n{% if  x %}\n\nБ\n\nББ\n\n{% endif %}\n\nВ"
    assert parallel((english, russian)) == (
        ("A", "А"),
        ("> quoted", ""),
        ("{% if x %}", "{% if  x %}"),
        ("B", "Б"),
        ("", "ББ"),
        ("{% endif %}", "{% endif %}"),
        ("C", "В"),
    )


def test_a_text_that_has_other_tags_keeps_its_order() -> None:
    english, russian = "A\n\n{% if x %}\n\nB\n\n{% endif %}\n\nC", "А\n\n{% if y %}\n\nБ\n\n{% endif %}\n\nВ\n\nГ"
    rows = parallel((english, russian))
    assert [row[0] for row in rows if row[0]] == english.split("\n\n")
    assert [row[1] for row in rows if row[1]] == russian.split("\n\n")
    assert rows[-2:] == (("C", "В"), ("", "Г"))


def test_three_languages_and_a_quotation_that_all_have() -> None:
    assert parallel(("A\n\n> a", "Б\n\n> б", "Ә\n\n> ә")) == (("A", "Б", "Ә"), ("> a", "> б", "> ә"))
    assert parallel(("A", "Б\n\nВ", "")) == (("A", "Б", ""), ("", "В", ""))


def test_one_text_alone() -> None:
    assert parallel(("A\n\nB",)) == (("A",), ("B",))
