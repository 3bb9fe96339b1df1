"""The table of authorities: what a document cites, by category, in full, with every note and numbered paragraph."""

from __future__ import annotations

import json
from typing import Any

import pytest
from workspace import CASE, PROFILE, clause, errors, inputs, library, said

from briefkit.build import run_stages, tabulate
from briefkit.model.categories import CATEGORIES, category_of
from briefkit.model.libraries import Authority
from briefkit.model.naming import LANGUAGES
from briefkit.shelf.shipped import shipped_folder
from briefkit.tables import AuthoritiesTable, Entry
from briefkit.walk import plain

OWN = CASE + "sections: {law: law.md}\nexhibits: [{id: p, title: Protocol}, {id: q, title: Letter}]\n"


def table(words: str, layer: dict[str, str] | None = None, case: str = OWN, **files: str) -> AuthoritiesTable:
    given = inputs(case, layer or library(), {"law.md": words, **{name.replace("_", "."): text for name, text in files.items()}})
    stages = run_stages(given)
    assert not errors(stages.diagnostics), said(stages.diagnostics)
    made = tabulate(stages.value, given)
    assert made.diagnostics == ()
    return made.value


def entry(words: str, name: str, **more: Any) -> Entry:
    made = table(words, **more)
    entries = [one for section in made.sections for one in section.entries] + list(made.exhibits)
    return next(one for one in entries if one.id == name)


def where(found: Entry) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    return found.notes, found.paragraphs, found.first_note


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("A [@report]. B [@covenant].\n\nC [@covenant; @report].", ((2, 3), (1, 2), 2)),
        ("In @covenant it stands.\n\nA [@report]. B.^[See [@covenant].]", ((2,), (1, 2), 2)),
        ("In @covenant it stands.", ((), (1,), 0)),
        ("A *word [@covenant]* here.", ((1,), (1,), 1)),
        ("A.\n\n> Quoted [@covenant].\n\n- listed [@covenant]\n\n| a |\n|---|\n| b [@covenant] |", ((1, 2, 3), (1,), 1)),
    ],
    ids=["notes", "free note", "in the text", "emphasis", "what belongs to a paragraph"],
)
def test_every_note_and_paragraph_that_cites_it(words: str, places: tuple[tuple[int, ...], tuple[int, ...], int]) -> None:
    assert where(entry(words, "covenant")) == places


def test_a_heading_ends_a_paragraph_and_clauses_are_counted_on() -> None:
    layer = library(clause("In a clause [@covenant].\n\n> Quoted [@covenant].", slug="a"))
    assert where(entry("First [@covenant].\n\n## Heading [@covenant]\n\nThen.", "covenant", layer=layer)) == ((1, 2, 3, 4), (1, 3), 1)


def test_paragraphs_without_numbers_are_not_named() -> None:
    layer = library(profile=PROFILE.replace("  - id: law\n", "  - id: law\n    numbered: false\n"))
    assert where(entry("A [@covenant].", "covenant", layer=layer)) == ((1,), (), 1)


def test_in_full_as_the_style_lists_it() -> None:
    full = plain(entry("A [@covenant, art 22(1)]. B [@covenant].", "covenant").form)
    assert full == "Covenant on Testing (adopted 16 December 1966) 999 UNTS 171 (CT)"


def test_a_style_without_a_list_gives_the_first_note_without_a_pinpoint() -> None:
    layer = library()
    style = layer["styles/international-law.csl"]
    layer["styles/international-law.csl"] = style[: style.index("  <bibliography")] + "</style>"
    assert plain(entry("A [@covenant, art 22(1)].", "covenant", layer=layer).form).endswith("999 UNTS 171 (CT)")


def test_exhibits_stand_apart_in_the_order_of_their_numbers() -> None:
    made = table("A [@q, p 2]. B [@p]. C [@q].")
    assert [(one.number, one.id, plain(one.form), where(one)) for one in made.exhibits] == [
        (1, "q", "Letter", ((1, 3), (1,), 1)),
        (2, "p", "Protocol", ((2,), (1,), 2)),
    ]
    assert made.sections == ()


REFS = [
    {"id": "b", "type": "book", "title": "A book", "author": [{"family": "zimmer"}]},
    {"id": "d10", "type": "report", "title": "Document No 10", "number": "A/10"},
    {"id": "d9", "type": "report", "title": "document No 9", "number": "A/9"},
    {"id": "a", "type": "book", "title": "A book", "author": [{"family": "Abel"}]},
]


def sections(layer: dict[str, str] | None = None) -> list[tuple[str, list[str]]]:
    words = "A [@b; @d10; @a]. B [@covenant; @d9]."
    made = table(words, layer, OWN + "refs: refs.json\n", refs_json=json.dumps(REFS))
    return [(one.heading, [entry.id for entry in one.entries]) for one in made.sections]


def test_by_category_and_then_by_the_alphabet() -> None:
    assert sections() == [
        ("Treaties", ["covenant"]),
        ("United Nations documents", ["d9", "d10"]),
        ("Literature and other sources", ["a", "b"]),
    ]


def test_a_profile_says_which_categories_and_in_which_order() -> None:
    layer = library(profile=PROFILE + "authorities: [literature, treaties]\n")
    assert sections(layer) == [("Literature and other sources", ["a", "b"]), ("Treaties", ["covenant"])]


def test_a_category_that_does_not_exist_is_pointed_at() -> None:
    layer = library(profile=PROFILE + "authorities: [treatys]\n")
    run = run_stages(inputs(OWN, layer, {"law.md": "A."}))
    [problem] = [one for one in run.diagnostics if one.is_error]
    assert (problem.code, problem.span and problem.span.text, problem.hint) == ("unknown-choice", "treatys", "did you mean “treaties”?")


def test_without_a_document_there_is_no_table() -> None:
    given = inputs("profile: test\n")
    assert tabulate(run_stages(given).value, given).value == AuthoritiesTable()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_category_has_a_heading_in_every_language(language: str) -> None:
    assert all(dict(headings).get(language) for headings in CATEGORIES.values())


@pytest.mark.parametrize(
    ("item", "category"),
    [
        ({"type": "treaty"}, "treaties"),
        ({"type": "treaty", "custom": "soft-law"}, "un-documents"),
        ({"type": "legal_case", "archive_location": "CCPR/C/90/D/1296/2004"}, "treaty-body-decisions"),
        ({"type": "legal_case", "authority": "Committee on the Elimination of Racial Discrimination"}, "treaty-body-decisions"),
        ({"type": "legal_case", "authority": "ECtHR"}, "judgments"),
        ({"type": "legal_case", "authority": "Supreme Court of Kazakhstan"}, "judgments"),
        ({"type": "legislation", "jurisdiction": "Kazakhstan"}, "kazakhstan"),
        ({"type": "legislation", "jurisdiction": "KZ"}, "kazakhstan"),
        ({"type": "regulation", "jurisdiction": "Республика Казахстан"}, "kazakhstan"),
        ({"type": "legislation", "jurisdiction": "Hungary"}, "literature"),
        ({"type": "report", "number": "CDL-AD(2014)046"}, "osce-coe-documents"),
        ({"type": "report", "author": [{"literal": "Parliamentary Assembly of the Council of Europe"}]}, "osce-coe-documents"),
        ({"type": "report", "number": "A/HRC/23/39"}, "un-documents"),
        ({"type": "report", "number": "CCPR/C/GC/34"}, "un-documents"),
        ({"type": "standard", "authority": "UNGA"}, "un-documents"),
        ({"type": "report", "publisher": "World Bank"}, "literature"),
        ({"type": "book", "publisher": "Council of Europe Publishing"}, "literature"),
        ({"type": "article-journal"}, "literature"),
        ({}, "literature"),
    ],
)
def test_where_an_authority_without_a_group_belongs(item: dict[str, Any], category: str) -> None:
    status = item.get("custom", "literature")
    assert category_of(Authority("x", {key: value for key, value in item.items() if key != "custom"}, status, True)) == category


def test_where_the_authorities_of_the_library_belong() -> None:
    from briefkit.libraries import read_library
    from briefkit.source import Source

    files = sorted((shipped_folder() / "clauses" / "authorities").glob("*.yaml"))
    layer = {f"clauses/authorities/{file.name}": Source(file.name, file.read_text(encoding="utf-8")) for file in files}
    found = {one.id: category_of(one) for one in read_library((layer,)).value.authorities}
    expected = {
        "iccpr": "treaties",
        "echr": "treaties",
        "udhr": "un-documents",
        "belyatsky": "treaty-body-decisions",
        "gc-31": "un-documents",
        "hrctte-kaz-co-2": "un-documents",
        "sr-23-39": "un-documents",
        "agenda-2030": "un-documents",
        "copenhagen-1990": "osce-coe-documents",
        "joint-guidelines-foa": "osce-coe-documents",
        "tebieti": "judgments",
        "kz-sc-2008": "kazakhstan",
        "fatf-r8": "literature",
    }
    assert {name: found[name] for name in expected} == expected
    assert set(found.values()) == set(CATEGORIES)
