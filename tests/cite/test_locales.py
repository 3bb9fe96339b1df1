"""Terms, their forms and fallback; the style's own locales before the language's (CSL 1.0.2, "Locale Fallback", "Terms")."""

from __future__ import annotations

import pytest

from .small import once, processor


def term(name: str, language: str = "", parts: str = "", more: str = "") -> str:
    return once(f'<text term="{name}" {more}/>', language=language, parts=parts, kind="in-text")


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en-US", "and"), ("en-GB", "and"), ("en", "and"), ("de", "und"), ("de-CH", "und"), ("ru-RU", "и"), ("xx-XX", "and"), ("fr", "et")],
)
def test_a_language_falls_back_to_its_main_dialect_and_then_to_american_english(language: str, shown: str) -> None:
    assert term("and", language) == shown


OWN = """<locale><terms><term name="ibid">any</term><term name="in">any</term><term name="and">any</term></terms></locale>
<locale xml:lang="de"><terms><term name="in">de</term><term name="and">de</term></terms></locale>
<locale xml:lang="de-AT"><terms><term name="and">de-AT</term></terms></locale>"""


@pytest.mark.parametrize(
    ("name", "language", "shown"),
    [
        ("ibid", "de-AT", "any"),
        ("in", "de-AT", "de"),
        ("and", "de-AT", "de-AT"),
        ("and", "de-DE", "de"),
        ("and", "de", "de"),
        ("and", "en-US", "any"),
    ],
)
def test_the_styles_own_terms_come_first_the_nearest_of_them_before_all(name: str, language: str, shown: str) -> None:
    assert term(name, language, OWN) == shown


def test_a_term_of_a_style_may_be_empty() -> None:
    assert term("and", "en", '<locale><terms><term name="and"/></terms></locale>', 'prefix="[" suffix="]"') == ""


FORMS = '<locale><terms><term name="section">long</term>{}</terms></locale>'
SHORT, VERB = '<term name="section" form="short">short</term>', '<term name="section" form="verb">verb</term>'


@pytest.mark.parametrize(
    ("given", "form", "shown"),
    [
        ("", "symbol", "long"),
        (SHORT, "symbol", "short"),
        (SHORT, "short", "short"),
        (VERB, "verb-short", "verb"),
        ("", "verb-short", "long"),
        ("", "verb", "long"),
        ("", "short", "long"),
    ],
)
def test_forms_fall_back(given: str, form: str, shown: str) -> None:
    root = FORMS.format(given)
    made = processor("", {}, language="xx", parts=root)
    terms = {
        key: value for key, value in made.style.locale.terms.items() if key[0] == "section" and value.single in {"long", "short", "verb"}
    }
    locale = type(made.style.locale)("xx", terms, {})
    assert locale.term("section", form) == shown


def test_terms_have_two_numbers() -> None:
    assert term("page", "en-US") == "page"
    assert term("page", "en-US", more='plural="true"') == "pages"
    assert term("page", "en-US", more='plural="true" form="short"') == "pp."


def test_both_spellings_of_a_term_are_known() -> None:
    assert term("no date", "en-US") == term("no-date", "en-US") == "no date"


def test_an_unknown_term_prints_nothing() -> None:
    assert once('<text term="unheard-of" prefix="(" suffix=")"/><text value="x"/>') == "x"


def test_a_style_without_a_language_is_in_its_default_locale() -> None:
    dated = '<date variable="issued" form="numeric"/>'
    assert once(dated, {"issued": "2016-08-09"}, root='default-locale="de-DE"') == "09.08.2016"
    assert once(dated, {"issued": "2016-08-09"}, root='default-locale="de-DE"', language="en-US") == "08/09/2016"


def test_a_locale_with_ordinals_of_its_own_has_no_others() -> None:
    own = '<locale xml:lang="en"><terms><term name="ordinal">.</term></terms></locale>'
    assert once('<number variable="edition" form="ordinal"/>', {"edition": "2"}, language="en-US", parts=own) == "2."


def test_quotation_marks_of_a_style_are_its_own() -> None:
    own = '<locale><terms><term name="open-quote">^</term><term name="close-quote">~</term></terms></locale>'
    assert once('<text variable="title" quotes="true"/>', {"title": "A"}, parts=own) == "^A~"


def test_the_options_of_a_style_are_its_own() -> None:
    own = '<locale><style-options punctuation-in-quote="false"/></locale>'
    assert once('<text variable="title" quotes="true" suffix=","/>', {"title": "A"}, language="en-US", parts=own) == "“A”,"


def test_dates_of_a_style_are_its_own() -> None:
    own = '<locale><date form="text" delimiter="/"><date-part name="year"/><date-part name="month" form="numeric"/></date></locale>'
    assert once('<date variable="issued" form="text"/>', {"issued": "2016-08-09"}, parts=own) == "2016/8"
