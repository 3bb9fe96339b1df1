"""Rich text of CSL-JSON: tags, quotation marks, apostrophes, and how they alternate (CSL-JSON 1.0.2)."""

from __future__ import annotations

import pytest

from .small import once


def shown(title: str, language: str = "en-GB", attributes: str = "") -> str:
    return once(f'<text variable="title" {attributes}/>', {"title": title}, language=language)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("<i>Lawless</i> v Ireland", "<i>Lawless</i> v Ireland"),
        ("<b>a</b><sup>b</sup><sub>c</sub>", "<b>a</b><sup>b</sup><sub>c</sub>"),
        ("<sc>a</sc>", '<span style="font-variant:small-caps;">a</span>'),
        ('<span style="font-variant: small-caps;">a</span>', '<span style="font-variant:small-caps;">a</span>'),
        ('<span class="nocase">a</span>', "a"),
        ('<span class="other">a</span>', "a"),
        ("<i>a", "&#60;i&#62;a"),
        ("a</i>", "a&#60;/i&#62;"),
        ("<i>a<b>b</i>c", "<i>a&#60;b&#62;b</i>c"),
        ("a < b > c", "a &#60; b &#62; c"),
        ("<u>a</u>", "&#60;u&#62;a&#60;/u&#62;"),
        ("<i></i>", "<i></i>"),
    ],
)
def test_tags(title: str, text: str) -> None:
    assert shown(title) == text


def test_italics_within_italics_are_roman() -> None:
    assert shown("On <i>Lawless</i>", attributes='font-style="italic"') == '<i>On <span style="font-style:normal;">Lawless</span></i>'
    assert shown("a <b>b</b>", attributes='font-weight="bold"') == '<b>a <span style="font-weight:normal;">b</span></b>'


def test_undecorated_text_is_plain_within_italics() -> None:
    text = shown('On <span class="nodecor">Lawless</span>', attributes='font-style="italic"')
    assert text == '<i>On <span style="font-style:normal;">Lawless</span></i>'


@pytest.mark.parametrize(
    ("title", "british", "american", "russian"),
    [
        ('A "b" c', "A ‘b’ c", "A “b” c", "A «b» c"),
        ("A 'b' c", "A ‘b’ c", "A “b” c", "A «b» c"),
        ("A “b” c", "A ‘b’ c", "A “b” c", "A «b» c"),
        ("A \"b 'c' d\" e", "A ‘b “c” d’ e", "A “b ‘c’ d” e", "A «b „c“ d» e"),
        ("The State's duty", "The State’s duty", "The State’s duty", "The State’s duty"),
        ("Victims' rights", "Victims’ rights", "Victims’ rights", "Victims’ rights"),
        ("'Twas the State's", "’Twas the State’s", "’Twas the State’s", "’Twas the State’s"),
        ("5\" and 6' tall", '5" and 6’ tall', '5" and 6’ tall', '5" and 6’ tall'),
        ("rock 'n' roll", "rock ‘n’ roll", "rock “n” roll", "rock «n» roll"),
        ('("b")', "(‘b’)", "(“b”)", "(«b»)"),
        ("„b“", "„b“", "„b“", "„b“"),
    ],
)
def test_quotation_marks_are_those_of_the_locale_and_apostrophes_stay(title: str, british: str, american: str, russian: str) -> None:
    assert shown(title, "en-GB") == british
    assert shown(title, "en-US") == american
    assert shown(title, "ru-RU") == russian


def test_quotation_marks_alternate_within_a_quoted_title() -> None:
    assert shown("On \"a 'b' c\"", "en-US", 'quotes="true"') == "“On ‘a “b” c’”"
    assert shown("On <i>'a'</i>", "en-GB", 'quotes="true"') == "‘On <i>“a”</i>’"


def test_what_is_nested_beyond_reason_stays_as_it_is_written() -> None:
    found = shown("<i>" * 100 + "a" + "</i>" * 100)
    assert "a" in found
    assert found.count("&#60;i&#62;") == found.count("&#60;/i&#62;") > 50
    assert shown("“" * 100 + "a" + "”" * 100).count("“") > 50


@pytest.mark.parametrize("piece", ["<i>", "</i>", "<i>a</i>", "“", "'a ", '"', "<i ", "<b>‘</b>"])
def test_long_rich_text_is_read_in_a_time_that_grows_with_it(piece: str) -> None:
    assert shown(piece * 20_000 + "end").endswith("end")
