"""How facts are given: by their paths, with what is known about them, and beside the case; and what is wrong with them."""

from __future__ import annotations

import pytest
from workspace import CASE, said, stages

from briefkit.model.facts import given_facts

EXHIBIT = "exhibits: [{id: protocol, title: Protocol}]\n"
DOCUMENT = {"tone", "language", "audience", "profile", "date"}


def facts(yaml: str, secret: str | None = None) -> dict[str, object]:
    run = stages(CASE + yaml, secret=secret)
    assert not run.has_errors, said(run.diagnostics)
    assert run.value.case is not None
    return {one.path: one.value for one in given_facts(run.value.case.facts) if one.path not in DOCUMENT}


@pytest.mark.parametrize(
    ("yaml", "given"),
    [
        ("facts: {org.name: Foo}\n", {"org.name": "Foo"}),
        ("facts: {org.name: Foo, org.foreign_funding: true}\n", {"org.name": "Foo", "org.foreign_funding": True}),
        ("facts: {org: {name: Foo}, org.foreign_funding: true}\n", {"org.name": "Foo", "org.foreign_funding": True}),
        ("facts: {org.name: {value: Foo, source: told by its head}}\n", {"org.name": "Foo"}),
    ],
)
def test_a_fact_may_be_given_by_its_path(yaml: str, given: dict[str, object]) -> None:
    assert facts(yaml) == given


def test_a_fact_given_by_its_path_is_printed() -> None:
    run = stages(CASE + "clauses: none\nsections: {law: law.md}\nfacts: {org.name: Foo}\n", files={"law.md": "{{ org.name }} speaks."})
    assert said(run.diagnostics) == []


@pytest.mark.parametrize(
    ("yaml", "expected", "hint"),
    [
        ("facts: {org: {name: A}, org.name: B}", ("duplicate-id", "B"), "keep one; it stands at case.yaml:4:21 already"),
        ("facts: {orgs.name: B}", ("unknown-fact", "orgs.name"), "did you mean “org”?"),
        ("facts: {orgs: {name: B}}", ("unknown-fact", "orgs"), "did you mean “org”?"),
        ("facts: {org.nmae: B}", ("unknown-fact", "org.nmae"), "did you mean “org.name”?"),
        ("facts: {org.: B}", ("unknown-fact", "org."), "did you mean “org”?"),
        ("facts: {org: {name: {value: X, as_reported: maybe}}}", ("wrong-type", "maybe"), ""),
        ("facts: {org: {name: {value: X, source: [1]}}}", ("wrong-type", "[1]"), ""),
        ("facts: {org: {name: {value: X, date: soon}}}", ("bad-date", "soon"), "for example 2025-03-14"),
        ("facts: {org: {name: {value: X, sourse: y}}}", ("unknown-key", "sourse"), "did you mean “source”?"),
        ("facts: {org: {name: {source: y}}}", ("missing-key", "{source: y}"), "give it under the key value"),
        ("facts: {org: {activities: []}}", ("wrong-fact", "[]"), "give at least one, or leave it out"),
        ("facts: {measures: [{amount_kzt: 1e400}]}", ("wrong-fact", "1e400"), ""),
        ("facts: {measures: [{amount_kzt: -1e400}]}", ("wrong-fact", "-1e400"), ""),
        ('facts: {org: {name: "a\\ue000"}}', ("private-use-character", '"a\\ue000"'), "remove the character"),
        ('facts: {forum: "courts\\ue000"}', ("private-use-character", '"courts\\ue000"'), "remove the character"),
        ('facts: {measures: [{legal_basis: "@zz, art 5"}]}', ("unknown-authority", '"@zz, art 5"'), "briefkit authorities list shows all"),
        ('facts: {measures: [{legal_basis: "@covenent, art 5"}]}', ("unknown-authority", '"@covenent, art 5"'), "did you mean “covenant”?"),
        ('facts: {org.name: {value: X, source: "@protokol"}}', ("unknown-authority", '"@protokol"'), "did you mean “protocol”?"),
        ('facts: {org.name: {value: X, source: "[@protokol]"}}', ("unknown-authority", '"[@protokol]"'), "did you mean “protocol”?"),
    ],
)
def test_mistakes_are_said_once_at_their_place(yaml: str, expected: tuple[str, str], hint: str) -> None:
    [problem] = stages(CASE + EXHIBIT + yaml + "\n").diagnostics
    assert said([problem]) == [expected]
    assert problem.hint == hint


@pytest.mark.parametrize("source", ["@protocol, p 2", "[@covenant, art 5]", "told by its head", "mail of 3 May <head@example.org>"])
def test_a_source_is_a_citation_or_free_words(source: str) -> None:
    assert facts(f'{EXHIBIT}facts: {{org: {{name: {{value: X, source: "{source}"}}}}}}\n') == {"org.name": "X"}


class TestBesideTheCase:
    @pytest.mark.parametrize("secret", ["org: {name: Z}\n", "facts: {org: {name: Z}}\n", "facts:\n  org.name: Z\n"])
    def test_a_mapping_of_facts_or_the_one_key_facts(self, secret: str) -> None:
        assert facts("", secret) == {"org.name": "Z"}

    @pytest.mark.parametrize("secret", ["", "# none yet\n"])
    def test_an_empty_one(self, secret: str) -> None:
        assert facts("", secret) == {}

    @pytest.mark.parametrize(
        ("secret", "expected"),
        [
            ("- org\n", [("wrong-type", "- org\n")]),
            ("secret words", [("wrong-type", "secret words")]),
            ("facts: {}\norg: {nme: Z}\nsections: 5\n", [("unknown-key", "org"), ("unknown-key", "sections")]),
            ("facts: [1]\n", [("wrong-type", "[1]")]),
            ("org: {nme: Z}\nsections: 5\n", [("unknown-fact", "nme"), ("unknown-fact", "sections")]),
        ],
    )
    def test_anything_else_is_reported(self, secret: str, expected: list[tuple[str, str]]) -> None:
        found = stages(CASE, secret=secret).diagnostics
        assert said(found) == expected
        assert {one.span.source.name for one in found if one.span} == {"case.secret.yaml"}
