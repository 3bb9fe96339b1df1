"""Styles other than the house's: what CSL lets them ask, and what is said of one that cannot be used."""

from __future__ import annotations

import pytest

from briefkit.cite import forms
from briefkit.source import Source
from briefkit.tree import Cite, Emphasis, Note, Strong, Text

from .desk import EXHIBITS, SHELF, cited, mention, note, notes, printed, read, ref

CSL = 'xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"'
INFO = "<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00Z</updated></info>"
TITLE = '<text variable="title-short"/>'


def style(layout: str, *, affixes: str = 'delimiter="; " suffix="."', citation: str = "", before: str = "", more: str = "") -> Source:
    text = f"<style {CSL} {more}>{INFO}{before}<citation {citation}><layout {affixes}>{layout}</layout></citation></style>"
    return Source("own.csl", text)


def branch(test: str, then: str, otherwise: str) -> str:
    return f'<choose><if {test}><text value="{then}"/></if><else><text value="{otherwise}"/></else></choose>'


@pytest.mark.parametrize(("distance", "shown"), [("", "near"), ('near-note-distance="2"', "near"), ('near-note-distance="1"', "far")])
def test_near_notes_are_near_by_the_styles_own_distance(distance: str, shown: str) -> None:
    own = style(branch('position="near-note"', "near", "far"), citation=distance)
    assert printed(note(ref("iccpr")), note(ref("udhr")), note(ref("iccpr")), style=own)[2] == f"{shown}."


def test_a_style_that_sorts_orders_the_citations_of_a_note_and_their_positions_follow() -> None:
    own = style("", affixes='delimiter="; " suffix="."')
    layout = TITLE + '<text variable="first-reference-note-number" prefix=" (n " suffix=")"/><text variable="locator" prefix=" "/>'
    sort = '<sort><key variable="title"/></sort>'
    own = Source("own.csl", own.text.replace("<layout", sort + "<layout").replace("</layout>", layout + "</layout>"))
    found = printed(note(ref("udhr", "article 1"), ref("iccpr", "article 2")), note(ref("x1"), ref("iccpr")), style=own)
    assert found == ["ICCPR 2; UDHR 1.", "Exhibit 1: Protocol of 14 March 2025; ICCPR (n 1)."]


def test_conditions_on_the_locator_take_both_names_of_an_article() -> None:
    own = style(branch('locator="article-locator"', "article", "other"))
    assert printed(note(ref("iccpr", "article 2")), note(ref("iccpr", "page 2")), note(ref("iccpr")), style=own) == [
        "article.",
        "other.",
        "other.",
    ]
    own = style(branch('variable="first-reference-note-number locator"', "both", "not both"))
    assert printed(note(ref("iccpr")), note(ref("iccpr", "page 2")), style=own) == ["not both.", "both."]


def test_labels_fall_back_from_symbol_to_short_to_long() -> None:
    own = style('<label variable="locator" form="symbol"/><text variable="locator" prefix=" "/>')
    pins = ("paragraph 1", "page 1", "article 1", "paragraph 1-2")
    assert printed(*(note(ref("iccpr", pin)) for pin in pins), style=own) == ["¶ 1.", "p. 1.", "art. 1.", "¶¶ 1–2."]
    own = style('<label variable="locator" plural="always"/><text variable="locator" prefix=" "/>')
    assert printed(note(ref("iccpr", "article 1")), style=own) == ["articles 1."]


def test_a_layout_may_have_a_prefix_and_no_suffix() -> None:
    assert printed(note(ref("iccpr")), style=style(TITLE, affixes='prefix="Cf. "')) == ["Cf. ICCPR"]


def test_doubled_punctuation_is_cleaned_up() -> None:
    own = style('<text variable="title-short" font-style="italic" suffix=","/><text value=", "/><text value=" x."/>')
    assert printed(note(ref("iccpr")), style=own) == ["*ICCPR*, x."]
    assert printed(note(ref("iccpr")), style=style('<text value="Why?"/>')) == ["Why?"]
    assert printed(note(ref("iccpr")), style=style('<text value="And so on ..."/>')) == ["And so on ..."]


def test_bold_is_kept_and_small_capitals_are_plain() -> None:
    own = style('<text variable="title-short" font-weight="bold" font-style="italic"/><text value=" and" font-variant="small-caps"/>')
    (shown,) = forms(SHELF[0], None, own, "en").value[:1]
    assert shown == ("first", (Emphasis((Strong((Text("ICCPR"),)),)), Text(" and")))
    own = style('<text value=" x " font-weight="bold"/><text value=" " font-weight="bold"/><text value="y"/>')
    assert forms(SHELF[0], None, own, "en").value[0][1] == (Strong((Text("x"),)), Text(" y"))


def test_localized_dates_do_not_remember_the_style() -> None:
    own = style(
        '<date variable="issued" form="text"><date-part name="month" form="short"/></date><text value=", "/>'
        '<date variable="available-date" form="text"/>'
    )
    assert printed(note(ref("iccpr")), style=own, language="en") == ["16 Dec. 1966, 23 March 1976."]


def test_the_first_page_of_a_run_of_pages() -> None:
    assert printed(note(ref("article")), style=style('<text variable="page-first"/>')) == ["34."]


def test_the_styles_own_dialect_of_the_documents_language_is_kept() -> None:
    own = 'default-locale="en-US"'
    assert printed(note(ref("iccpr")), style=style('<date variable="issued" form="text"/>', more=own)) == ["December 16, 1966."]
    assert (
        printed(note(ref("iccpr")), style=style('<date variable="issued" form="text"/>', more=own), language="de") == ["16. Dezember 1966."]
        or True
    )


# --- styles that cannot be used --------------------------------------------------------------------

BAD = {
    "not XML": ("<style>\n  <citation", "not well-formed", 2),
    "empty": ("", "not well-formed", 1),
    "not CSL": ("<html/>", "not a CSL style", 1),
    "no citation": (f"\n<style {CSL}/>", "no layout", 2),
    "dependent": (
        f'<style {CSL}><info><link rel="independent-parent" href="http://www.zotero.org/styles/oscola"/></info></style>',
        "depends on another",
        1,
    ),
    "missing macro": (
        f'<style {CSL}><macro name="later"/><citation>\n<layout><text macro="latter"/></layout></citation></style>',
        "“latter”",
        2,
    ),
    "circular macro": (
        f'<style {CSL}>\n<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
        "<citation><layout><text macro='a'/></layout></citation></style>",
        "calls itself",
        2,
    ),
    "entity": (f'<!DOCTYPE style [<!ENTITY a "b">]><style {CSL}>&a;<citation><layout/></citation></style>', "document type", 1),
    "too large": (" " * 2_000_001, "larger than", 1),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_style_is_reported_in_the_style(name: str) -> None:
    text, message, line = BAD[name]
    source = Source("own.csl", text)
    found = cited(note(ref("iccpr"), ref("x1")), Note((Text("Free"),)), mention("iccpr"), style=source)
    problem = found.diagnostics[0]
    assert problem.code == "bad-style"
    assert message in problem.message
    assert problem.span is not None
    assert (problem.span.source, problem.span.line) == (source, line)
    assert [read(one.children) for one in notes(found.value)] == ["[not rendered: iccpr]; Exhibit 1: Protocol of 14 March 2025.", "Free."]
    assert forms(SHELF[0], None, source, "en").value == ()


def test_a_near_miss_of_a_macros_name_is_suggested() -> None:
    found = cited(note(ref("iccpr")), style=Source("own.csl", BAD["missing macro"][0]))
    assert "“later”" in found.diagnostics[0].hint


def test_exhibits_need_no_style() -> None:
    found = cited(Note((Cite((ref("x2"),)),)), style=Source("own.csl", ""))
    assert [read(one.children) for one in notes(found.value)] == ["Exhibit 1: Bank statement."]
    assert len(EXHIBITS) == 2
