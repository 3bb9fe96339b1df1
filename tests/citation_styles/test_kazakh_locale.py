"""The project's own Kazakh locale: whole, valid, and used where citeproc has none."""

from __future__ import annotations

from typing import Any

import pytest
from citeproc import LOCALES_PATH, SCHEMA_PATH
from lxml import etree

from briefkit.cite.context import Cite, Context
from briefkit.cite.dating import DateNode
from briefkit.cite.items import read_item
from briefkit.cite.marks import bare
from briefkit.cite.style import read_style
from briefkit.diagnostics import Severity
from briefkit.source import Source

from .desk import style, texts

PATH = "styles/locales/locales-kk-KZ.xml"
KAZAKH = texts()[PATH]


def _read(language: str = "kk", locale: str = KAZAKH.text) -> Any:
    read = read_style(style("kk-notes"), language, {PATH: Source(PATH, locale)})
    assert read.diagnostics == ()
    assert read.value is not None
    return read.value.locale


def _terms(root: Any) -> set[tuple[str, str]]:
    return {(one.get("name"), one.get("form", "long")) for one in root.iterfind(".//{*}term") if "gender-form" not in one.attrib}


def test_the_locale_is_valid_and_says_that_it_is_machine_drafted() -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    assert schema.validate(etree.fromstring(KAZAKH.text.encode())), schema.error_log
    assert "MACHINE-DRAFTED" in KAZAKH.text
    assert "MACHINE-DRAFTED" in style("kk-notes").text
    assert "MACHINE-DRAFTED" in texts()["styles/locales/names-kk.yaml"].text


def test_the_locale_has_every_term_in_every_form_that_others_have() -> None:
    """A short form that is missing would be taken from English, though there is a long one in Kazakh."""
    others = [etree.parse(f"{LOCALES_PATH}/locales-{name}.xml").getroot() for name in ("en-US", "ru-RU")]
    known = {(name, form) for one in others for name, form in _terms(one) if not name.startswith("ordinal")}
    assert sorted(known - _terms(etree.fromstring(KAZAKH.text.encode()))) == []


@pytest.mark.parametrize(
    ("term", "form", "one", "several"),
    [
        ("article-locator", "long", "бап", "баптар"),
        ("paragraph", "long", "тармақ", "тармақтар"),
        ("page", "short", "б.", "б."),
        ("ibid", "long", "сонда", "сонда"),
        ("month-12", "long", "желтоқсан", "желтоқсан"),
        ("open-quote", "long", "«", "«"),
        ("open-inner-quote", "long", "“", "“"),
    ],
)
def test_terms_are_kazakh(term: str, form: str, one: str, several: str) -> None:
    locale = _read()
    assert (locale.term(term, form), locale.term(term, form, plural=True)) == (one, several)


@pytest.mark.parametrize(
    ("number", "suffix"), [(1, "-ші"), (6, "-шы"), (9, "-шы"), (10, "-шы"), (16, "-шы"), (25, "-ші"), (40, "-шы"), (50, "-ші")]
)
def test_ordinals_follow_the_vowels(number: int, suffix: str) -> None:
    assert _read().ordinal(number) == suffix


@pytest.mark.parametrize(
    ("issued", "form", "shown"),
    [
        ([[1966, 12, 16]], "text", "1966 жылғы 16 желтоқсан"),
        ([[2023, 11]], "text", "2023 жылғы қараша"),
        ([[2023, 11], [2023, 12]], "text", "2023 жылғы қараша–желтоқсан"),
        ([[2015]], "text", "2015"),
        ([[2023, 11]], "numeric", "11.2023"),
    ],
)
def test_dates_are_joined_to_their_year(issued: list[list[int]], form: str, shown: str) -> None:
    node = DateNode("issued", form)
    item = read_item({"id": "a", "type": "report", "issued": {"date-parts": issued}})
    assert bare(node.render(Context(item, Cite(), _read(), {}))[0]) == shown


def test_a_term_that_is_missing_is_russian_and_then_english() -> None:
    start = KAZAKH.text.index("    <!-- general -->")
    few = KAZAKH.text[:start] + '    <term name="and">және</term>\n  </terms>\n</locale>\n'
    locale = _read(locale=few)
    assert locale.term("and") == "және"
    assert locale.term("ibid") == "там же"
    assert locale.term("month-01") == "январь"
    assert locale.term("scene") == "scene"


def test_without_the_file_kazakh_falls_back_as_well() -> None:
    read = read_style(style("kk-notes"), "kk")
    assert read.value is not None
    assert read.value.locale.term("ibid") == "там же"


def test_a_locale_of_the_package_is_not_replaced() -> None:
    own = KAZAKH.text.replace("kk-KZ", "ru-RU")
    read = read_style(style("ru-notes"), "ru", {"styles/locales/locales-ru-RU.xml": Source("x", own)})
    assert read.value is not None
    assert read.value.locale.term("editor") == "редактор"
    assert read.value.locale.term("chapter") == "глава"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("<locale", Severity.ERROR),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"/>', Severity.ERROR),
        ('<!DOCTYPE x [<!ENTITY e "x">]><locale xmlns="http://purl.org/net/xbiblio/csl">&e;</locale>', Severity.ERROR),
        ('<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="kk-KZ"><term/></locale>', Severity.WARNING),
    ],
)
def test_a_locale_that_cannot_be_used_is_reported(text: str, severity: Severity) -> None:
    read = read_style(style("kk-notes"), "kk", {PATH: Source(PATH, text)})
    assert {(one.code, one.severity, one.span and one.span.source.name) for one in read.diagnostics} == {("bad-style", severity, PATH)}
    assert read.value is not None
