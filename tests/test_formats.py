"""The formats of users' files, through the shapes that the program checks them by."""

from __future__ import annotations

from pathlib import Path

import pytest
from facts import said
from jsonschema import Draft202012Validator

from briefkit.diagnostics import Diagnostic
from briefkit.formats import FORMATS
from briefkit.shapes import Either, ListOf, MapOf, Record, Shape, check, json_schema
from briefkit.source import Source
from briefkit.yamlmarks import Mapping, plain, read_yaml

ROOT = Path(__file__).parents[1]


def problems(name: str, text: str) -> tuple[Diagnostic, ...]:
    read = read_yaml(Source(f"{name}.yaml", text))
    assert read.diagnostics == ()
    assert read.value is not None
    return tuple(check(read.value, FORMATS[name]))


CLAUSE = """\
title: {en: Access to resources}
kind: treaty-obligation
version: 1
status: draft
"""
CASE = "profile: memo\ntitle: A memo\n"
AUTHORITY = "- id: x\n  type: treaty\n  title: X\n  custom: {status: binding, confirmed: true}\n"
PROFILE = """\
title: {en: Opinion}
audience: court
languages: [en]
style: international-law
template: house.docx
parts: [{id: facts}]
"""
FACT = "org.name: {type: text, question: {en: 'Its name?'}}\n"
SOURCE = "authority: iccpr\nlanguage: en\norigin: https://example.org\n"
SMALLEST = {"clause": CLAUSE, "case": CASE, "authorities": AUTHORITY, "profile": PROFILE, "facts": FACT, "source": SOURCE}


@pytest.mark.parametrize("name", SMALLEST)
def test_the_smallest_file_of_each_format_fits(name: str) -> None:
    assert problems(name, SMALLEST[name]) == ()


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_a_valid_schema(name: str) -> None:
    Draft202012Validator.check_schema(json_schema(FORMATS[name]))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("clause", "when: org.foreign_funding"),
        ("clause", "when: true"),
        ("clause", "requires: [a]\nconflicts: []\ncatalogue: C05\naudiences: [court, un-body]"),
        ("clause", "translations: {ru: 3, kk: 2}"),
        ("case", "language: kk\ntone: adversarial\ndate: 2026-11-01"),
        ("case", 'date: "2026-11-01"'),
        ("case", "clauses: none\nsections: {text: body.md}\nrefs: refs.json"),
        ("case", "clauses: {include: [a], exclude: [b], order: [c], tones: {a: neutral}}"),
        ("case", "exhibits: [{id: x1, title: Protocol, date: 2025-03-14, file: exhibits/p.pdf}]"),
        ("case", 'verified: [{cite: "@id, art 5", seen: UNTS, by: editor, on: 2026-01-01}]'),
        ("case", "facts: {org: {name: Aikyn}, measures: [{id: fine}]}"),
        ("profile", "limits: [{of: words, max: 10000, source: Rules, verified: false}]\ncontents: true"),
    ],
)
def test_what_the_manual_shows_is_taken(name: str, lines: str) -> None:
    assert problems(name, SMALLEST[name] + lines) == ()


@pytest.mark.parametrize(
    ("name", "lines", "code", "span"),
    [
        ("clause", "kinds: remedy", "unknown-key", "kinds"),
        ("clause", "audiences: [judge]", "unknown-choice", "judge"),
        ("clause", "translations: {de: 3}", "unknown-language", "de"),
        ("clause", "translations: {ru: 0}", "wrong-type", "0"),
        ("clause", "when: [a]", "wrong-type", "[a]"),
        ("case", "language: de", "unknown-language", "de"),
        ("case", "tone: hostile", "unknown-tone", "hostile"),
        ("case", "date: 1 November", "bad-date", "1 November"),
        ("case", "clauses: all", "unknown-choice", "all"),
        ("case", "clauses: {tones: {a: loud}}", "unknown-tone", "loud"),
        ("case", "clauses: {only: [a]}", "unknown-key", "only"),
        ("case", "exhibits: [{id: x1}]", "missing-key", "{id: x1}"),
        ("case", "verified: [{cite: '@x, art 1', seen: a, by: b}]", "missing-key", "{cite: '@x, art 1', seen: a, by: b}"),
        ("profile", "limits: [{of: letters, max: 1, source: a, verified: true}]", "unknown-choice", "letters"),
    ],
)
def test_what_no_format_knows_is_pointed_at(name: str, lines: str, code: str, span: str) -> None:
    assert said(problems(name, SMALLEST[name] + lines)) == [(code, span)]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("clause", ["title", "kind", "version", "status"]),
        ("case", ["profile", "title"]),
        ("profile", ["title", "audience", "languages", "style", "template", "parts"]),
        ("source", ["authority", "language", "origin"]),
    ],
)
def test_the_keys_that_each_format_needs(name: str, keys: list[str]) -> None:
    found = problems(name, "{}")
    assert [problem.message for problem in found] == [f"The key “{key}” is missing." for key in keys]
    assert all(problem.hint for problem in found)


def abouts(shape: Shape) -> list[str]:
    match shape:
        case Record():
            return [text for field in shape.fields for text in (field.about, *abouts(field.shape))]
        case ListOf():
            return abouts(shape.item)
        case MapOf():
            return abouts(shape.value)
        case Either():
            return [text for one in shape.shapes for text in abouts(one)]
    return []


@pytest.mark.parametrize("name", FORMATS)
def test_each_key_says_what_it_is_about(name: str) -> None:
    assert all(len(text) > 5 for text in abouts(FORMATS[name]))


SHIPPED = [
    *[("clause", path) for path in sorted(ROOT.glob("clauses/arguments/*/clause.yaml"))],
    *[("authorities", path) for path in sorted(ROOT.glob("clauses/authorities/*.yaml"))],
    *[("profile", path) for path in sorted(ROOT.glob("styles/profiles/*.yaml"))],
    ("facts", ROOT / "clauses" / "facts.yaml"),
]


@pytest.mark.parametrize(("name", "path"), SHIPPED, ids=[str(path.relative_to(ROOT)) for _, path in SHIPPED])
def test_the_librarys_own_files_fit_their_formats_and_schemas(name: str, path: Path) -> None:
    read = read_yaml(Source(path.name, path.read_text(encoding="utf-8")))
    assert read.diagnostics == ()
    assert read.value is not None
    assert [problem for problem in check(read.value, FORMATS[name]) if problem.is_error] == []
    assert [error.message for error in Draft202012Validator(json_schema(FORMATS[name])).iter_errors(plain(read.value))] == []


def test_an_unknown_key_of_an_authority_is_csls_affair() -> None:
    assert problems("authorities", AUTHORITY + "  publisher: UN\n") == ()
    assert said(problems("authorities", AUTHORITY.replace("confirmed", "confirmd")))[0] == ("unknown-key", "confirmd")


def test_plain_values_keep_the_keys_in_order() -> None:
    read = read_yaml(Source("case.yaml", CASE))
    assert isinstance(read.value, Mapping)
    assert list(plain(read.value)) == ["profile", "title"]
