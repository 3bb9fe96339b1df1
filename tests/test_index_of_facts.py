"""The index of facts and exhibits: what a document states and where, on request."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from workspace import CASE, PROFILE, flat, inputs, library, write

from briefkit.build import build
from briefkit.inspection import problems
from briefkit.tables import AuthoritiesTable, Entry, Section, printed_table
from briefkit.tree import NOWHERE, Emphasis, Text
from briefkit.walk import plain

OWN = """\
clauses: none
sections: {law: law.md}
facts:
  org: {name: Aikyn Fund}
  error: {days_late: 3}
  forum: courts
exhibits: [{id: p, title: Protocol}, {id: q, title: Letter}, {id: r, title: Never cited}]
"""
WORDS = """\
{{ org.name }} was late by {{ error.days_late }} days [@q, p 2].

It says so [@p]. {{ org.name }} went to {{ forum }}.^[{{ forum }}, see [@q].]
"""


def printed(case: str = CASE + OWN, text: str = WORDS, profile: str = PROFILE, index: bool = True, ending: str = "txt") -> str:
    given = inputs(case, library(profile=profile), {"law.md": text})
    done = build(replace(given, index=index), [ending, "docx"])
    assert not done.has_errors, done.diagnostics
    assert problems(done.value["docx"]) == ()
    return flat(done.value[ending].decode().replace("\xa0", " "))


def test_each_fact_and_each_exhibit_that_is_cited_with_its_paragraphs() -> None:
    index = printed().split("Annex: index of facts and exhibits")[1]
    for row in ("Name? | Aikyn Fund | paras 1, 2", "Days late? | 3 | para 1", "Forum? | the court | para 2"):
        assert row in index
    for row in ("1 | Letter | paras 1, 2", "2 | Protocol | para 2"):
        assert row in index
    assert "Never cited" not in index


def test_it_stands_only_where_it_is_asked_for() -> None:
    assert "Annex: index" not in printed(index=False)


@pytest.mark.parametrize("way", ["text", "profile"])
def test_a_text_or_a_profile_places_it_and_it_stands_once(way: str) -> None:
    text = WORDS + "\n::: index\n:::\n" if way == "text" else WORDS
    part = "  - {id: index, heading: {en: What is where}, lists: index, place: annex, numbered: false}\n"
    made = printed(text=text, profile=PROFILE + part if way == "profile" else PROFILE)
    assert made.count("Name? | Aikyn Fund | paras 1, 2") == 1
    assert "Annex: index" not in made


def test_where_the_paragraphs_have_no_numbers_the_notes_are_named() -> None:
    made = printed(profile=PROFILE.replace("  - id: law\n", "  - id: law\n    numbered: false\n"))
    assert "Name? | Aikyn Fund |" in made
    assert "Forum? | the court | n 3" in made
    assert "1 | Letter | nn 1, 3" in made


def test_in_a_document_without_facts_and_exhibits_it_is_empty() -> None:
    made = printed(CASE + "clauses: none\nsections: {law: law.md}\n", "Words.")
    assert made.count("Fact |") == 0


def test_in_a_browser_the_paragraphs_are_links() -> None:
    made = printed(ending="html")
    assert '<a href="#para-1">1</a>, <a href="#para-2">2</a>' in made


def test_on_the_command_line(alone: Path, briefkit: Run) -> None:
    write(alone, {**library(), "case.yaml": CASE + OWN, "law.md": WORDS})
    assert briefkit("build", "case.yaml", "--index", "-o", "out.txt").exit_code == 0
    assert "Annex: index of facts and exhibits" in Path("out.txt").read_text(encoding="utf-8")


# --- the table of authorities on pages that are not paper --------------------------------------------

CITED = PROFILE + "  - {id: cited, heading: {en: Authorities}, lists: authorities, place: annex}\n"


def test_a_text_lists_the_authorities_with_their_paragraphs() -> None:
    made = printed(text="A [@covenant, art 22(1)].\n\nB [@covenant].", profile=CITED, index=False)
    assert made.split("Authorities ===========")[1].startswith(
        " Treaties - Covenant on Testing (adopted 16 December 1966) 999 UNTS 171 (CT) – paras 1, 2"
    )


def test_a_page_for_a_browser_links_to_the_paragraphs() -> None:
    made = printed(text="A [@covenant, art 22(1)].\n\nB [@covenant].", profile=CITED, index=False, ending="html")
    assert '<ul class="authorities"> <li>Covenant on Testing' in made
    assert 'paras <a href="#para-1">1</a>, <a href="#para-2">2</a></span>' in made


def test_what_cites_nothing_has_no_table_of_authorities() -> None:
    assert "Authorities" not in printed(text="A [@p].", profile=CITED, index=False)


def test_a_text_of_ones_own_may_place_it() -> None:
    assert "- Covenant on Testing" in printed(text="A [@covenant, art 22(1)].\n\n::: authorities\n:::\n", index=False)


def test_a_form_stays_on_its_line() -> None:
    entry = Entry("a", (Emphasis((Text("A\tB \n C"),)), Text(" \xa0D")), (), ())
    table = printed_table(AuthoritiesTable((Section("treaties", "Treaties", (entry,)),)), "en", NOWHERE)
    assert plain(table.categories[0].authorities[0].form) == "A B C \xa0D"


def test_two_that_begin_alike_have_short_names_of_their_own() -> None:
    begun = "Concluding observations on the second periodic report of Kazakhstan"
    forms = {
        "a": f"{begun} (2016)",
        "b": f"{begun} (2019)",
        "c": "Short",
        "d": "Twice",
        "e": "Twice",
        "f": begun.replace("second", "first") + " x",
    }
    entries = tuple(Entry(name, (Text(form),), (), ()) for name, form in forms.items())
    table = printed_table(AuthoritiesTable((Section("treaties", "Treaties", entries),)), "en", NOWHERE)
    shorts = {one.name: one.short for one in table.categories[0].authorities}
    assert shorts == {
        "a": forms["a"],
        "b": forms["b"],
        "c": "Short",
        "d": "Twice [4]",
        "e": "Twice [5]",
        "f": "Concluding observations on the first periodic report of",
    }
