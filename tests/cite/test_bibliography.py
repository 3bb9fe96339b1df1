"""Bibliographies: entries, the author's dash, the first field in the margin (CSL 1.0.2, "Bibliography-specific Options")."""

from __future__ import annotations

import pytest

from .small import TITLE, by, listed, once, person, processor

NAMES = '<names variable="author"><name delimiter=", "/></names><text variable="title" prefix=". "/>'
DOE, ROE, POE = person("Doe"), person("Roe"), person("Poe")


def dashed(rule: str, *works: list[dict[str, str]]) -> list[str]:
    items = [by(*people, title=str(at)) for at, people in enumerate(works)]
    attributes = 'subsequent-author-substitute="———"' + (f' subsequent-author-substitute-rule="{rule}"' if rule else "")
    return listed(NAMES, *items, attributes=attributes)


@pytest.mark.parametrize(
    ("rule", "entries"),
    [
        ("", ["Doe, Roe. 0", "———. 1", "Doe, Poe. 2", "Poe. 3"]),
        ("complete-all", ["Doe, Roe. 0", "———. 1", "Doe, Poe. 2", "Poe. 3"]),
        ("complete-each", ["Doe, Roe. 0", "———, ———. 1", "Doe, Poe. 2", "Poe. 3"]),
        ("partial-each", ["Doe, Roe. 0", "———, ———. 1", "———, Poe. 2", "Poe. 3"]),
        ("partial-first", ["Doe, Roe. 0", "———, Roe. 1", "———, Poe. 2", "Poe. 3"]),
    ],
)
def test_names_that_repeat_those_of_the_entry_before(rule: str, entries: list[str]) -> None:
    assert dashed(rule, [DOE, ROE], [DOE, ROE], [DOE, POE], [POE]) == entries


def test_an_entry_without_names_has_no_dash() -> None:
    assert dashed("", [DOE], [], [DOE]) == ["Doe. 0", ". 1", "Doe. 2"]


def test_the_first_field_stands_in_the_margin() -> None:
    layout = '<text variable="citation-number" suffix="."/><text variable="title" prefix=" "/>'
    assert listed(layout, {"title": "A"}, attributes='second-field-align="flush"') == [
        '\n    <div class="csl-left-margin">1.</div><div class="csl-right-inline"> A</div>\n  '
    ]
    assert listed(TITLE, {"title": "A"}, attributes='second-field-align="flush"') == ["A"]


def test_an_entry_that_prints_nothing_is_left_out() -> None:
    assert listed(TITLE, {"title": "A"}, {"note": "b"}, {"title": "C"}) == ["A", "C"]


def test_a_style_without_a_bibliography_has_none() -> None:
    made = processor(TITLE, {"title": "A"})
    made.register(["a"])
    assert made.bibliography() == []


def test_what_belongs_to_citations_is_not_in_a_bibliography() -> None:
    entry = (
        f'{TITLE}<text variable="locator"/><label variable="locator"/><number variable="locator"/>'
        '<choose><if position="first"><text value="x"/></if></choose>'
    )
    assert listed(entry, {"title": "A"}) == ["A"]


# --- labels -------------------------------------------------------------------------------------------

LABEL = '<text variable="citation-label"/>'


@pytest.mark.parametrize(
    ("people", "label"),
    [
        ([person("Nowak")], "Nowa66"),
        ([person("Nowak"), person("Kiai")], "NoKi66"),
        ([person("Nowak"), person("Kiai"), person("Doe")], "NoKD66"),
        ([person("Nowak"), person("Kiai"), person("Doe"), person("Roe")], "NKDR66"),
        ([{"literal": "UN Human Rights Committee"}], "UN H66"),
        ([], "66"),
    ],
)
def test_citation_labels(people: list[dict[str, str]], label: str) -> None:
    assert once(LABEL, {"author": people, "issued": "1966"}) == label


def test_a_label_of_its_own_and_labels_that_would_be_alike() -> None:
    assert once(LABEL, {"citation-label": "ICCPR"}) == "ICCPR"
    same = by(DOE, issued="1966")
    assert listed(LABEL, same, dict(same), by(ROE, issued="1966")) == ["Doe66a", "Doe66b", "Roe66"]
