"""Text cases (CSL 1.0.2, "Text-case")."""

from __future__ import annotations

import pytest

from .small import once


def shown(case: str, title: str, language: str = "en-US", of_item: str = "") -> str:
    item = {"title": title, "language": of_item}
    return once(f'<text variable="title" text-case="{case}"/>', item, language=language)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("the right to association", "The Right to Association"),
        ("freedom of association: a commentary", "Freedom of Association: A Commentary"),
        ("what is it for", "What Is It For"),
        ("out of court", "Out of Court"),
        ("the ICCPR and its protocols", "The ICCPR and Its Protocols"),
        ("self-regulation in practice", "Self-Regulation in Practice"),
        ("a state-of-the-art review", "A State-of-the-Art Review"),
        ("on <i>lawless</i> v ireland", "On <i>Lawless</i> v Ireland"),
        ('the <span class="nocase">eBay</span> case', "The eBay Case"),
        ("iPhones and eBooks", "iPhones and eBooks"),
        ("who? the people", "Who? The People"),
        ("", ""),
        ("the “foreign agents” law", "The “Foreign Agents” Law"),
    ],
)
def test_english_title_case(title: str, text: str) -> None:
    assert shown("title", title) == text


@pytest.mark.parametrize(
    ("title", "language"),
    [("о некоммерческих организациях", "ru"), ("коммерциялық емес ұйымдар туралы", "kk"), ("loi sur les associations", "fr")],
)
def test_no_english_title_case_in_other_languages(title: str, language: str) -> None:
    assert shown("title", title, language=language) == title
    assert shown("title", title, of_item=language) == title


def test_an_english_item_keeps_title_case_in_a_document_of_another_language() -> None:
    assert shown("title", "the right to association", language="ru-RU", of_item="en") == "The Right to Association"


@pytest.mark.parametrize(
    ("case", "title", "text"),
    [
        ("sentence", "The Right To Association", "The right to association"),
        ("sentence", "THE RIGHT TO ASSOCIATION", "The right to association"),
        ("sentence", "The ICCPR Commentary", "The ICCPR commentary"),
        ("lowercase", "The ICCPR", "the iccpr"),
        ("uppercase", "the covenant", "THE COVENANT"),
        ("uppercase", "пакт о правах", "ПАКТ О ПРАВАХ"),
        ("uppercase", "құқықтар туралы", "ҚҰҚЫҚТАР ТУРАЛЫ"),
        ("uppercase", 'a <span class="nocase">eBay</span> b', "A eBay B"),
        ("uppercase", "the 2<sup>nd</sup> report", "THE 2<sup>nd</sup> REPORT"),
        ("capitalize-first", "the covenant", "The covenant"),
        ("capitalize-first", "<i>the</i> covenant", "<i>The</i> covenant"),
        ("capitalize-first", '<span class="nocase">eBay</span> case', "eBay case"),
        ("capitalize-first", "ßig", "ßig"),
        ("capitalize-first", "“the covenant”", "“The covenant”"),
        ("capitalize-first", "қор", "Қор"),
        ("capitalize-all", "the covenant of rights", "The Covenant Of Rights"),
        ("capitalize-all", "о правах", "О Правах"),
        ("unheard-of", "the covenant", "the covenant"),
    ],
)
def test_other_cases_in_every_language(case: str, title: str, text: str) -> None:
    assert shown(case, title) == text


def test_a_long_text_is_changed_in_a_time_that_grows_with_it() -> None:
    text = shown("title", "the right to " * 20_000 + "life")
    assert text.startswith("The Right to the Right to")
    assert text.endswith(" to Life")
