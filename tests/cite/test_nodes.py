"""Rendering elements: text, groups, macros, choices, affixes, display (CSL 1.0.2, "Rendering Elements")."""

from __future__ import annotations

from typing import Any

import pytest

from .small import TITLE, cited, document, listed, once, processor, together

VOLUME = '<text variable="volume"/>'
TREATY = {"type": "treaty", "title": "Covenant", "volume": 999, "page": "171", "container-title-short": "UNTS"}


def test_a_group_is_printed_only_if_one_of_its_variables_is_there() -> None:
    group = '<group delimiter=" " prefix="(" suffix=")"><text value="vol"/><text variable="volume"/></group>' + TITLE
    assert once(group, TREATY) == "(vol 999)Covenant"
    assert once(group, {"title": "Covenant"}) == "Covenant"


def test_a_group_of_words_alone_is_printed() -> None:
    assert once('<group prefix="[" suffix="]"><text value="a"/><text term="and" prefix=" "/></group>') == "[a and]"


def test_a_group_within_a_group_that_is_empty_leaves_it_unprinted() -> None:
    group = f'<group delimiter=", "><text value="in"/><group><text value="vol"/>{VOLUME}</group></group>' + TITLE
    assert once(group, {"title": "Covenant"}) == "Covenant"
    assert once(group, TREATY) == "in, vol999Covenant"


def test_a_delimiter_stands_only_between_what_is_printed() -> None:
    layout = f'<group delimiter=", ">{VOLUME}<text variable="publisher"/>{TITLE}</group>'
    assert once(layout, TREATY) == "999, Covenant"


def test_a_choice_is_transparent_to_the_delimiter_around_it() -> None:
    layout = f'<group delimiter=", "><choose><if type="treaty">{TITLE}{VOLUME}</if></choose><text variable="page"/></group>'
    assert once(layout, TREATY) == "Covenant, 999, 171"


def test_macros_are_formatted_where_they_are_called() -> None:
    macro = f'<macro name="title">{TITLE}</macro><macro name="outer"><text macro="title" prefix="(" suffix=")"/></macro>'
    assert once('<text macro="outer" font-style="italic" suffix="."/>', TREATY, parts=macro) == "<i>(Covenant)</i>."
    assert once('<text macro="outer" suffix="."/><text value="x"/>', {}, parts=macro) == "x"


def test_short_forms_of_variables() -> None:
    assert once('<text variable="container-title" form="short"/>', TREATY) == "UNTS"
    assert once('<text variable="title" form="short"/>', TREATY) == "Covenant"


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ('font-style="italic"', "<i>T</i>"),
        ('font-style="oblique"', "<em>T</em>"),
        ('font-weight="bold"', "<b>T</b>"),
        ('font-weight="light"', "T"),
        ('font-variant="small-caps"', '<span style="font-variant:small-caps;">T</span>'),
        ('text-decoration="underline"', '<span style="text-decoration:underline;">T</span>'),
        ('vertical-align="sup"', "<sup>T</sup>"),
        ('vertical-align="sub"', "<sub>T</sub>"),
        ('font-style="normal"', "T"),
        ('quotes="true"', "“T”"),
        ('strip-periods="true" suffix="."', "T."),
        ('prefix="(" suffix=")" font-style="italic"', "(<i>T</i>)"),
    ],
)
def test_formatting(attributes: str, text: str) -> None:
    assert once(f'<text variable="title" {attributes}/>', {"title": "T"}) == text


def test_periods_are_stripped_from_a_text_and_not_from_its_affixes() -> None:
    assert once('<text variable="title" strip-periods="true" suffix="."/>', {"title": "U.N.T.S."}) == "UNTS."
    assert once('<text variable="locator" strip-periods="true"/>', locator="7.2", label="paragraph") == "72"


def test_displays_of_an_entry() -> None:
    entry = '<text variable="volume" display="left-margin"/><text variable="title" display="right-inline"/>'
    assert listed(entry, TREATY) == ['\n    <div class="csl-left-margin">999</div><div class="csl-right-inline">Covenant</div>\n  ']
    assert "csl-block" in listed('<text variable="title" display="block"/>', TREATY)[0]
    assert "csl-indent" in listed('<text variable="title" display="indent"/>', TREATY)[0]


# --- conditions ---------------------------------------------------------------------------------------


def asked(test: str, item: dict[str, Any] | None = None, **more: str) -> bool:
    return once(f'<choose><if {test}><text value="yes"/></if><else><text value="no"/></else></choose>', item or TREATY, **more) == "yes"


@pytest.mark.parametrize(
    ("test", "answer"),
    [
        ('type="treaty"', True),
        ('type="book report"', False),
        ('type="book treaty" match="any"', True),
        ('type="book report" match="none"', True),
        ('type="treaty report"', False),
        ('variable="title"', True),
        ('variable="title publisher"', False),
        ('variable="title publisher" match="any"', True),
        ('variable="publisher" match="none"', True),
        ('variable="title" type="book"', False),
        ('variable="title" type="book" match="any"', True),
        ('variable="page-first"', True),
        ('is-numeric="volume"', True),
        ('is-numeric="title"', False),
        ('is-numeric="publisher"', False),
        ('is-uncertain-date="issued"', False),
        ('position="first"', True),
        ('position="subsequent"', False),
        ('position="ibid"', False),
        ('locator="page"', False),
        ('variable="locator"', False),
        ('variable="citation-number"', True),
        ('variable="year-suffix"', False),
        ('variable="first-reference-note-number"', False),
        ('disambiguate="true"', False),
    ],
)
def test_conditions(test: str, answer: bool) -> None:
    assert asked(test) is answer


@pytest.mark.parametrize(
    ("test", "label", "answer"),
    [
        ('locator="page"', "", True),
        ('locator="page"', "page", True),
        ('locator="paragraph"', "page", False),
        ('locator="sub-verbo"', "sub verbo", True),
        ('is-numeric="locator"', "page", True),
        ('variable="locator"', "page", True),
    ],
)
def test_conditions_on_a_locator(test: str, label: str, answer: bool) -> None:
    assert asked(test, locator="12", label=label) is answer


def test_branches_are_tried_in_order() -> None:
    layout = (
        '<choose><if type="book"><text value="book"/></if><else-if variable="volume"><text value="volume"/></else-if>'
        '<else-if type="treaty"><text value="treaty"/></else-if></choose>'
    )
    assert together(layout, {"type": "book"}, {"type": "book", "volume": "1"}, TREATY, {"type": "treaty"}) == "book; book; volume; treaty"
    assert once(f"{layout}<text value='x'/>", {}) == "x"


# --- a document ---------------------------------------------------------------------------------------


def test_a_term_at_the_start_of_a_note_takes_a_capital_unless_its_case_is_set() -> None:
    ibid = '<choose><if position="ibid"><text term="ibid" {}/></if><else><text variable="title"/></else></choose>'
    notes = [[cited()], [cited()], [cited(prefix="see ")], [cited(prefix="This is so. ")], [cited(prefix="I.")]]
    plain = document(processor(ibid.format(""), {"title": "views"}), notes)
    assert plain == ["views", "Ibid.", "see ibid.", "This is so. Ibid.", "I.ibid."]
    assert document(processor(ibid.format('text-case="lowercase"'), {"title": "views"}), notes)[1] == "ibid."
    in_text = processor(ibid.format(""), {"title": "views"}, kind="in-text")
    assert document(in_text, [[cited()], [cited()]], [0, 0])[1] == "ibid."


@pytest.mark.parametrize(
    ("prefix", "suffix", "text"),
    [
        ("see", "", "see Covenant"),
        ("see ", ", at 5", "see Covenant, at 5"),
        ("", "emphasis added", "Covenant emphasis added"),
        ("see 'the'", "", "see ‘the’Covenant"),
        ("<i>cf</i> ", "", "<i>cf</i> Covenant"),
    ],
)
def test_an_authors_words_around_a_citation(prefix: str, suffix: str, text: str) -> None:
    assert document(processor(TITLE, TREATY, language="en-GB"), [[cited(prefix=prefix, suffix=suffix)]]) == [text]


def test_an_author_who_parts_citations_needs_no_delimiter() -> None:
    made = processor(TITLE, {"title": "A"}, {"title": "B"})
    assert document(made, [[cited("a"), cited("b", prefix=", but see ")]]) == ["A, but see B"]
    assert document(made, [[cited("a", suffix=","), cited("b")]]) == ["A, B"]


def test_an_unknown_id_is_left_out() -> None:
    made = processor(TITLE, {"title": "A"})
    assert document(made, [[cited("nobody"), cited("a")], [cited("nobody")]]) == ["A", ""]


def test_the_number_of_the_first_note_is_printed_in_later_ones() -> None:
    layout = f'{TITLE}<text variable="first-reference-note-number" prefix=" (n " suffix=")"/>'
    made = processor(layout, {"title": "A"}, {"title": "B"})
    assert document(made, [[cited("a")], [cited("b")], [cited("a")]], [3, 4, 9]) == ["A", "B", "A (n 3)"]


def test_citing_again_gives_the_same_and_another_document_its_own() -> None:
    layout = f'{TITLE}<choose><if position="ibid"><text value=" ibid"/></if></choose><text variable="locator" prefix=" "/>'
    one, other = processor(layout, {"title": "A"}), processor(layout, {"title": "B"})
    notes = [[cited(locator="1")], [cited(locator="1")], [cited(locator="7.2-7.4", label="paragraph")]]
    first = document(one, notes)
    assert document(other, notes) == [text.replace("A", "B") for text in first]
    assert document(one, notes) == first == ["A 1", "A ibid 1", "A ibid 7.2–7.4"]
    assert document(one, notes[2:]) == ["A 7.2–7.4"]


def test_numbers_and_labels_of_the_document() -> None:
    label = '<label variable="{}" {}/>'
    layout = (
        f'<number variable="citation-number" suffix="/"/>{label.format("citation-number", "")}<number variable="page" prefix=" "/>'
        + label.format("first-reference-note-number", 'prefix=" "')
    )
    own = '<locale><terms><term name="citation-number">no</term><term name="first-reference-note-number">n</term></terms></locale>'
    made = processor(layout, {"page": "34-56"}, {"page": "7 and 9"}, parts=own)
    assert document(made, [[cited("a")], [cited("b")], [cited("a")]]) == ["1/no 34–56", "2/no 7 and 9", "1/no 34–56 n"]


def test_a_number_that_took_the_place_of_names_is_not_printed_again() -> None:
    layout = '<names variable="author"><substitute><number variable="volume"/></substitute></names><number variable="volume" prefix=" "/>'
    assert once(layout, TREATY) == "999"


def test_a_year_suffix_stands_at_no_date_where_there_is_none() -> None:
    layout = '<choose><if variable="issued"><date variable="issued" form="text"/></if><else><text term="no date"/></else></choose>'
    options = 'disambiguate-add-year-suffix="true"'
    assert together(layout, {"title": "A"}, {"title": "B"}, citation=options, kind="in-text") == "no date-a; no date-b"
