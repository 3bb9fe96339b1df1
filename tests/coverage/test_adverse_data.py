"""What an authority's data says against clauses, and for rights of a Covenant."""

from __future__ import annotations

import pytest
from workspace import AUTHORITIES, CASE, clause, library, said, stages

from briefkit.csl import read_authority
from briefkit.diagnostics import Diagnostic
from briefkit.model.libraries import Authority
from briefkit.source import Source
from briefkit.yamlmarks import Mapping, read_yaml


def with_custom(lines: str) -> dict[str, str]:
    return library(
        clause(slug="a", catalogue="C05"), authorities=AUTHORITIES.replace("    confirmed: false\n", f"    confirmed: true\n{lines}")
    )


def authority(custom: str) -> Authority:
    node = read_yaml(
        Source("a.yaml", f"id: code\ntype: legislation\ntitle: Code\ncustom: {{status: domestic, confirmed: true, {custom}}}\n")
    ).value
    problems: list[Diagnostic] = []
    assert isinstance(node, Mapping)
    read = read_authority(node, problems)
    assert read is not None
    assert problems == []
    return read


def test_read_with_the_clauses_and_the_place() -> None:
    [adverse] = authority("adverse: [{to: [a, C07], at: art 4(3), says: It leaves it to the law.}]").adverse
    assert ([one.name for one in adverse.to], adverse.at, adverse.says) == (["a", "C07"], "art 4(3)", "It leaves it to the law.")
    [counterpart] = authority("counterparts: [{at: art 23(1), covenant: iccpr, article: '22'}]").counterparts
    assert (counterpart.at, counterpart.covenant.name, counterpart.article) == ("art 23(1)", "iccpr", "22")


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("    adverse: [{to: [a], says: It may.}]\n", []),
        ("    adverse: [{to: [C05], says: It may.}]\n", []),
        ("    adverse: [{to: [b], says: It may.}]\n", [("unknown-clause", "b")]),
        ("    adverse: [{to: [C99], says: It may.}]\n", [("unknown-clause", "C99")]),
        ("    adverse: [{to: [a]}]\n", [("missing-key", "{to: [a]}")]),
        ("    counterparts: [{at: art 5, covenant: covenant, article: '22'}]\n", []),
        ("    counterparts: [{at: art 5, covenant: convention, article: '22'}]\n", [("unknown-authority", "convention")]),
    ],
)
def test_what_it_names_must_exist(lines: str, wrong: list[tuple[str, str]]) -> None:
    found = stages(CASE, with_custom(lines)).diagnostics
    assert said(one for one in found if one.is_error or one.code == "unknown-clause") == wrong
