"""The details of an authority as users and reference managers write them: dates, names, marks within titles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.cite import forms
from briefkit.tree import Emphasis, Text

from .desk import HOUSE, authority, cited, note, notes, printed, read, ref
from .test_styles import style


def shown(layout: str, **details: Any) -> str:
    """What a layout prints of an item with these details (an underscore in a name stands for a hyphen)."""
    item = {"id": "a", "type": "report", **{name.replace("_", "-"): value for name, value in details.items()}}
    return printed(note(ref("a")), style=style(layout, affixes=""), shelf=(authority(item),))[0]


DAY = '<date variable="issued" form="text"/>'


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ({"date-parts": [["2016", "8", "9"]]}, "9 August 2016"),
        ({"date-parts": [[2016, 8]]}, "August 2016"),
        ({"date-parts": [[2016]]}, "2016"),
        ({"date-parts": [[2016, "", None]]}, "2016"),
        ({"date-parts": [[2016]], "season": 2}, "Summer 2016"),
        ({"date-parts": [[2016, 8, 9], [2017, 9, 1]]}, "9 August 2016–1 September 2017"),
        ({"raw": "2016-08-09"}, "9 August 2016"),
        ({"literal": "in the spring of 2016"}, "in the spring of 2016"),
        ("2016-08-09", "9 August 2016"),
        (2016, "2016"),
    ],
)
def test_dates_are_read_in_every_form_that_csl_json_has(date: Any, text: str) -> None:
    assert shown(DAY, issued=date) == text


def test_an_empty_date_prints_nothing() -> None:
    assert shown(f'<text value="x"/>{DAY}', issued={"date-parts": []}) == "x"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ({"literal": "The Chief's Office"}, "The Chief's Office"),
        ({"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van", "comma-suffix": True}, "Ludwig van Beethoven"),
        ({"family": "King", "given": "Martin Luther", "suffix": "Jr"}, "Martin Luther King Jr"),
        ({"family": "Киаи"}, "Киаи"),
    ],
)
def test_names_are_read_with_all_their_parts(name: dict[str, Any], text: str) -> None:
    assert shown('<names variable="author"/>', author=[name]) == text


def test_names_need_no_name_element_however_often_they_are_printed() -> None:
    twice = '<names variable="author"/><names variable="author" prefix="; "/>'
    assert shown(twice, author=[{"literal": "A"}, {"literal": "B"}]) == "A, B; A, B"


def test_labels_and_first_pages_of_other_variables() -> None:
    assert shown('<number variable="number-of-pages"/><label variable="number-of-pages" prefix=" "/>', number_of_pages=7) == "7 pages"
    assert shown('<label variable="volume" form="short"/><text variable="page-first" prefix=" "/>', volume=2, page_first="9") == "vol. 9"


def test_a_statute_without_a_date_is_mentioned_without_a_year() -> None:
    item = authority({"id": "a", "type": "legislation", "title": "Law", "issued": {"literal": "long ago"}})
    assert read(forms(item, None, HOUSE, "en").value[3][1]) == "Law"


def test_a_short_title_under_zoteros_old_name() -> None:
    assert shown('<text variable="title" form="short"/>', title="Long", shortTitle="Short") == "Short"


def test_rich_text_is_italic_and_italics_in_italics_are_roman() -> None:
    item = authority({"id": "a", "type": "report", "title": 'On <i>Lawless</i> <sup>1</sup><span class="nocase">and</span> <b>more</b>'})
    found = cited(note(ref("a")), style=style('<text variable="title"/>', affixes=""), shelf=(item,))
    assert read(next(notes(found.value)).children) == "On *Lawless* 1and more"
    flipped = cited(note(ref("a")), style=style('<text variable="title" font-style="italic"/>', affixes=""), shelf=(item,))
    assert read(next(notes(flipped.value)).children).startswith("*On* Lawless *1and*")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Laws on 'foreign agents'", "‘Laws on “foreign agents”’"),
        ('Laws on "foreign agents" abroad', "‘Laws on “foreign agents” abroad’"),
        ("Laws on ‘foreign agents’ and one’s own", "‘Laws on “foreign agents” and one’s own’"),
        ("The State's 'margin'", "‘The State’s “margin”’"),
        ("Victims' rights", "‘Victims’ rights’"),
    ],
)
def test_quotation_marks_within_a_quoted_title_are_the_inner_ones(title: str, text: str) -> None:
    item = authority({"id": "a", "type": "report", "title": title})
    found = cited(note(ref("a")), style=style('<text variable="title" quotes="true"/>', affixes=""), shelf=(item,))
    (shown,) = next(notes(found.value)).children[0].shown  # type: ignore[union-attr]
    assert shown == Text(text)


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ((Emphasis((Text("see"),)),), (), "*see* ICCPR"),
        ((Text("see\N{NO-BREAK SPACE}"),), (), "see ICCPR"),
        ((), (Emphasis((Text("contra"),)),), "ICCPR *contra*"),
        ((), (Text("; and others"),), "ICCPR; and others"),
        ((), (Emphasis(()),), "ICCPR **"),
    ],
)
def test_a_space_stands_between_a_citation_and_the_words_around_it(before: Any, after: Any, text: str) -> None:
    from dataclasses import replace

    cite = replace(ref("iccpr"), prefix=before, suffix=after)
    assert printed(note(cite), style=style('<text variable="title-short"/>', affixes=""))[0] == text


json = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.text("ab <i>'\"2016-01/", max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("date-parts", "family", "literal", "season")), inner, max_size=3)
    ),
    max_leaves=6,
)
items = st.fixed_dictionaries(
    {"type": st.sampled_from(("treaty", "report", "legal_case", "legislation", "book", "chapter", "unheard-of"))},
    optional=dict.fromkeys(("title", "title-short", "author", "issued", "available-date", "number", "volume", "page", "edition"), json),
)


@settings(max_examples=150, deadline=None)
@given(items)
def test_no_item_however_wrong_stops_the_document(item: dict[str, Any]) -> None:
    found = cited(note(ref("a", "article 2")), note(ref("iccpr")), note(ref("a")), shelf=(authority({"id": "a", **item}),))
    assert [one.number for one in notes(found.value)] == [1, 2, 3]
    assert {problem.code for problem in found.diagnostics} <= {"citation-failed"}


def test_a_title_of_two_million_characters_is_only_long() -> None:
    assert len(shown('<text variable="title" quotes="true"/>', title="a b" * 700_000)) == 2_100_002
