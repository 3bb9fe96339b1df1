"""Numbers, page ranges and the labels beside them (CSL 1.0.2, "Number", "Page Ranges", "Label")."""

from __future__ import annotations

import pytest

from briefkit.cite import numbers

from .small import once


@pytest.mark.parametrize("value", ["2", "2nd", "L23", "2-4", "1, 3 & 5", "2–4", "IV2", "1 and 2"])
def test_numbers_and_lists_of_them_are_numeric(value: str) -> None:
    assert numbers.is_numeric(value)


@pytest.mark.parametrize("value", ["Third edition", "two", "", "2 and a half", "1" * 2000, "A/HRC/23/39"])
def test_words_are_not_numeric(value: str) -> None:
    assert not numbers.is_numeric(value)


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        ("numeric", "2", "2"),
        ("numeric", "Second", "Second"),
        ("numeric", "2-4", "2–4"),
        ("numeric", "2,4", "2, 4"),
        ("numeric", "2&4", "2 &#38; 4"),
        ("ordinal", "2", "2nd"),
        ("ordinal", "11", "11th"),
        ("ordinal", "112", "112th"),
        ("ordinal", "1-3", "1st–3rd"),
        ("ordinal", "0", "0th"),
        ("long-ordinal", "2", "second"),
        ("long-ordinal", "11", "11th"),
        ("roman", "4", "iv"),
        ("roman", "1994", "mcmxciv"),
        ("roman", "4000", "4000"),
        ("roman", "2-4", "ii–iv"),
        ("ordinal", "²", "²"),
        ("roman", "9" * 30, "9" * 30),
    ],
)
def test_forms_of_numbers(form: str, value: str, shown: str) -> None:
    expected = "<sup>2</sup>" if value == "²" else shown
    assert once(f'<number variable="edition" form="{form}"/>', {"edition": value}) == expected


@pytest.mark.parametrize(
    ("form", "pages", "shown"),
    [
        ("expanded", "321-8", "321–328"),
        ("expanded", "42–45", "42–45"),
        ("minimal", "321-328", "321–8"),
        ("minimal", "42–45", "42–5"),
        ("minimal", "2787-2816", "2787–816"),
        ("minimal-two", "321-328", "321–28"),
        ("minimal-two", "2787-2816", "2787–816"),
        ("minimal-two", "1-8", "1–8"),
        ("chicago", "3-10", "3–10"),
        ("chicago", "100-104", "100–104"),
        ("chicago", "101-108", "101–8"),
        ("chicago", "321-325", "321–25"),
        ("chicago", "1496-1504", "1496–1504"),
        ("chicago-16", "1496-1504", "1496–504"),
        ("chicago-16", "1100-1113", "1100–1113"),
        ("chicago-16", "107-108", "107–8"),
        ("chicago-15", "107-108", "107–8"),
        ("expanded", "N110-5", "N110-5"),
        ("minimal", "N110-N115", "N110–5"),
        ("expanded", "N110-N5", "N110–N115"),
        ("minimal", "12-3, 5-6", "12–3, 5–6"),
        ("minimal", "328-321", "328–321"),
        ("chicago", "99-101", "99–101"),
    ],
)
def test_page_ranges_take_the_form_of_the_style(form: str, pages: str, shown: str) -> None:
    assert once('<text variable="page"/>', {"page": pages}, root=f'page-range-format="{form}"') == shown


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ("34-56", "34–56"),
        ("34 - 56", "34–56"),
        ("34&56", "34 &#38; 56"),
        ("34,56", "34, 56"),
        ("12\\-3", "12-3"),
        ("xv-xx", "xv–xx"),
        ("7", "7"),
    ],
)
def test_page_ranges_without_a_form(pages: str, shown: str) -> None:
    assert once('<text variable="page"/>', {"page": pages}) == shown


def test_the_locales_own_sign_stands_between_pages() -> None:
    sign = '<locale><terms><term name="page-range-delimiter">~</term></terms></locale>'
    assert once('<text variable="page"/>', {"page": "34-56"}, parts=sign) == "34~56"
    assert once('<text variable="locator"/>', locator="34-56", label="page", parts=sign) == "34~56"


def test_pages_longer_than_any_are_printed_as_they_stand() -> None:
    pages = "1-2," * 1000
    assert once('<text variable="page"/>', {"page": pages}, root='page-range-format="chicago"') == pages


@pytest.mark.parametrize(("text", "value"), [("12", 12), (" 5 ", 5), ("²", 7), ("", 7), ("-1", 7), ("9" * 5000, 7), ("1.5", 7)])
def test_whole_numbers_of_options(text: str, value: int) -> None:
    assert numbers.whole(text, 7) == value


# --- ordinals and gender -----------------------------------------------------------------------------

ORDINALS = """<locale xml:lang="fr"><terms>
<term name="ordinal">e</term><term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>
<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term>
<term name="edition" gender="feminine"><single>édition</single><multiple>éditions</multiple></term>
<term name="volume" gender="masculine"><single>volume</single><multiple>volumes</multiple></term></terms></locale>"""


@pytest.mark.parametrize(
    ("variable", "value", "shown"), [("edition", "1", "1re"), ("volume", "1", "1er"), ("edition", "2", "2e"), ("volume", "21", "21e")]
)
def test_ordinals_agree_with_what_they_count(variable: str, value: str, shown: str) -> None:
    node = f'<number variable="{variable}" form="ordinal"/>'
    assert once(node, {variable: value}, language="fr", parts=ORDINALS) == shown


LAST = """<locale><terms><term name="ordinal">-e</term><term name="ordinal-01">-a</term><term name="ordinal-11">-b</term>
<term name="ordinal-03" match="last-two-digits">-c</term></terms></locale>"""


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1", "1-a"), ("21", "21-a"), ("11", "11-b"), ("111", "111-b"), ("3", "3-c"), ("103", "103-c"), ("13", "13-e"), ("23", "23-e")],
)
def test_ordinals_match_by_last_digit_and_last_two_digits(value: str, shown: str) -> None:
    assert once('<number variable="edition" form="ordinal"/>', {"edition": value}, parts=LAST) == shown


# --- labels beside numbers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "shown"), [("12", "p. "), ("12-14", "pp. "), ("12, 14", "pp. "), ("12 and 14", "pp. "), ("i-iv", "pp. "), ("ix", "p. ")]
)
def test_a_label_is_plural_where_there_are_several(value: str, shown: str) -> None:
    assert once('<label variable="page" form="short" suffix=" "/>', {"page": value}) == shown


@pytest.mark.parametrize(("plural", "shown"), [("always", "pages"), ("never", "page"), ("contextual", "page")])
def test_a_style_may_fix_the_number_of_a_label(plural: str, shown: str) -> None:
    assert once(f'<label variable="page" plural="{plural}"/>', {"page": "7"}) == shown


@pytest.mark.parametrize(("count", "shown"), [("1", "page"), ("7", "pages"), ("0", "pages"), ("some", "page")])
def test_a_number_of_pages_is_plural_unless_it_is_one(count: str, shown: str) -> None:
    assert once('<label variable="number-of-pages"/>', {"number-of-pages": count}) == shown


def test_a_label_without_its_variable_is_not_printed() -> None:
    assert once('<label variable="page"/><text value="x"/>') == "x"


@pytest.mark.parametrize(
    ("language", "pin", "shown"),
    [
        ("en", "22(2)", "article 22(2)"),
        ("ru-RU", "22", "статья 22"),
        ("ru-RU", "19-22", "статьи 19–22"),
        ("en", "19, 21", "articles 19, 21"),
    ],
)
def test_labels_of_articles(language: str, pin: str, shown: str) -> None:
    term = '<locale xml:lang="{}"><terms><term name="article-locator"><single>{}</single><multiple>{}</multiple></term></terms></locale>'
    parts = term.format("ru", "статья", "статьи") + term.format("en", "article", "articles")
    layout = '<label variable="locator" suffix=" "/><text variable="locator"/>'
    assert once(layout, locator=pin, label="article-locator", language=language, parts=parts) == shown
