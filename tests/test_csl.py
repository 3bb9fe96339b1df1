"""CSL-JSON items, written as YAML or JSON, into authorities."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from facts import said

from briefkit.csl import TYPES, first_day, read_authority
from briefkit.diagnostics import Diagnostic
from briefkit.model.libraries import Authority
from briefkit.source import Source
from briefkit.yamlmarks import Mapping as Marked
from briefkit.yamlmarks import read_yaml


def read(text: str, own: bool = False) -> tuple[Authority | None, list[Diagnostic]]:
    problems: list[Diagnostic] = []
    node = read_yaml(Source("treaties.yaml", text))
    assert node.diagnostics == ()
    assert isinstance(node.value, Marked)
    return read_authority(node.value, problems, own), problems


def item(text: str) -> Mapping[str, Any]:
    authority, problems = read("id: x\ntype: treaty\n" + text)
    assert problems == []
    assert authority is not None
    return {key: value for key, value in authority.csl.items() if key not in {"id", "type"}}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("issued: 1966-12-16", {"issued": {"date-parts": [[1966, 12, 16]]}}),
        ("issued: 1966-12", {"issued": {"date-parts": [[1966, 12]]}}),
        ("issued: 1966", {"issued": {"date-parts": [[1966]]}}),
        ("issued: '1966'", {"issued": {"date-parts": [[1966]]}}),
        ("available-date: 2020/2021-03", {"available-date": {"date-parts": [[2020], [2021, 3]]}}),
        ("accessed: {date-parts: [[2025, 3]]}", {"accessed": {"date-parts": [[2025, 3]]}}),
        ("author: UN Human Rights Committee", {"author": [{"literal": "UN Human Rights Committee"}]}),
        ("author: [UNGA]", {"author": [{"literal": "UNGA"}]}),
        ("author: [{family: Kiai, given: Maina}]", {"author": [{"family": "Kiai", "given": "Maina"}]}),
        ("author: {family: Kiai}", {"author": [{"family": "Kiai"}]}),
        ("volume: 999", {"volume": "999"}),
        ("section: 1.10", {"section": "1.10"}),
        ("number: 1e5", {"number": "1e5"}),
        ("page: 171-185", {"page": "171-185"}),
        ("number: 2020-01-02", {"number": "2020-01-02"}),
        ("title: Covenant", {"title": "Covenant"}),
        ("categories: [a, b]", {"categories": ["a", "b"]}),
    ],
)
def test_each_variable_becomes_what_csl_takes(text: str, value: dict[str, Any]) -> None:
    assert item(text) == value


@pytest.mark.parametrize(
    ("text", "code", "span", "hint"),
    [
        ("issued: spring 1966", "bad-date", "spring 1966", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("issued: 1966-02-30", "bad-date", "1966-02-30", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("issued: 1966-1", "bad-date", "1966-1", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("issued: 196²", "bad-date", "196²", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("issued: 1966/1967/1968", "bad-date", "1966/1967/1968", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("issued: 1966/", "bad-date", "1966/", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("issued: [1966]", "bad-date", "[1966]", ""),
        ("type: treat", "unknown-choice", "treat", "did you mean “treaty”?"),
        ("type: zzz", "unknown-choice", "zzz", "see the types of CSL 1.0.2"),
    ],
)
def test_what_csl_cannot_take_is_pointed_at(text: str, code: str, span: str, hint: str) -> None:
    authority, problems = read(f"id: x\n{text}")
    assert authority is not None
    assert said(tuple(problems)) == [(code, span)]
    assert problems[0].hint == hint


def test_every_type_of_csl_is_taken() -> None:
    assert [kind for kind in TYPES if read(f"id: x\ntype: {kind}")[1]] == []
    assert len(set(TYPES)) == len(TYPES) == 45


FULL = """\
id: iccpr
type: treaty
title: International Covenant on Civil and Political Rights
custom:
  status: binding
  confirmed: true
  group: UN treaties
  note: see the reservation
  in-force: 2006-04
  in-force-until: 2030
  titles: {ru: Пакт}
  pinpoints:
    - {loc: art 22(1), says: freedom of association, verified: {seen: UNTS, by: editor, on: 2026-01-05}, note: x}
    - {loc: art 22(2), says: limits, verified: {seen: UNTS, by: editor}}
    - {loc: art 19, says: expression}
"""


def test_the_projects_own_fields_stand_under_custom() -> None:
    authority, problems = read(FULL)
    assert problems == []
    assert authority is not None
    assert (authority.id, authority.status, authority.confirmed, authority.own) == ("iccpr", "binding", True, False)
    assert (authority.group, authority.note) == ("UN treaties", "see the reservation")
    assert (authority.in_force, authority.in_force_until) == (date(2006, 4, 1), date(2030, 1, 1))
    assert authority.titles == (("ru", "Пакт"),)
    assert "custom" not in authority.csl
    assert authority.span is not None
    assert str(authority.span) == "treaties.yaml:1:5"


def test_only_a_full_record_counts_as_a_verification() -> None:
    authority, _ = read(FULL)
    assert authority is not None
    first, second, third = authority.pinpoints
    assert first.verified is not None
    assert (first.loc, first.says, first.note) == ("art 22(1)", "freedom of association", "x")
    assert (first.verified.seen, first.verified.by, first.verified.on) == ("UNTS", "editor", date(2026, 1, 5))
    assert (second.verified, third.verified) == (None, None)


def test_a_cases_own_reference_is_literature_that_its_author_answers_for() -> None:
    own, _ = read(json.dumps({"id": "smith", "type": "book"}), own=True)
    library, _ = read(json.dumps({"id": "smith", "type": "book"}))
    assert own is not None
    assert library is not None
    assert (own.status, own.confirmed, own.own) == ("literature", True, True)
    assert (library.confirmed, library.own) == (False, False)


def test_an_item_without_an_id_is_none() -> None:
    assert read("type: book") == (None, [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-14", date(2025, 3, 14)),
        ("2025-03", date(2025, 3, 1)),
        ("2025", date(2025, 1, 1)),
        ("", None),
        ("2025-13", None),
        ("soon", None),
    ],
)
def test_a_month_or_a_year_begins_on_its_first_day(text: str, day: date | None) -> None:
    assert first_day(text) == day
