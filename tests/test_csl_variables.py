"""What CSL 1.0.2 knows: a misspelt variable, a name or a date of another shape, is never dropped in silence."""

from __future__ import annotations

import json

import pytest
from workspace import AUTHORITIES, CASE, library, said, stages

from briefkit.csl import DATES, NAMES, TEXTS

OWN = CASE + "clauses: none\nrefs: refs.json\nsections: {law: law.md}\n"
# As Zotero exports items: names with empty parts, dates in words, an untitled letter, an item of a legal database.
ZOTERO = [
    {
        "id": "http://zotero.org/users/1/items/A",
        "citation-key": "smith2020",
        "type": "article-journal",
        "abstract": "",
        "container-title": "Journal of Testing",
        "DOI": "10.1/x",
        "ISSN": "1234-5678",
        "issue": "2",
        "journalAbbreviation": "J Test",
        "language": "en",
        "page": "1-20",
        "title": "On Tests",
        "volume": 12,
        "author": [{"family": "Smith", "given": ""}, {"literal": "UN", "parse-names": False}],
        "issued": {"date-parts": [["2020", 3, 14]]},
        "accessed": {"date-parts": [["2021"]], "season": "", "circa": True},
    },
    {"id": "b", "type": "book", "title": "B", "issued": {"literal": "n.d."}, "event-date": {"raw": "Spring 2010"}},
    {"id": 7, "type": "legal_case", "title": "A v B", "authority": "ECtHR", "number": "1/2", "issued": {"date-parts": [[2010, 21]]}},
]


def in_library(line: str) -> list[tuple[str, str]]:
    changed = AUTHORITIES.replace("  type: report\n", f"  type: report\n  {line}\n")
    return said(stages(CASE + "clauses: none\n", library(authorities=changed)).diagnostics)


def in_case(item: dict[str, object]) -> list[tuple[str, str, str]]:
    refs = json.dumps([{"id": "smith", "type": "book", "title": "T", **item}], ensure_ascii=False)
    run = stages(OWN, files={"refs.json": refs, "law.md": "A [@smith]."})
    return [(one.code, one.span.text if one.span else "", str(one.severity)) for one in run.diagnostics]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("isued", "did you mean “issued” or “issue”?"),
        ("availabledate", "did you mean “available-date”"),
        ("available_date", "did you mean “available-date”"),
        ("titel", "did you mean “title”"),
        ("autor", "did you mean “author”"),
        ("zzzz", "see the variables of CSL 1.0.2"),
    ],
)
def test_an_unknown_variable(key: str, hint: str) -> None:
    changed = AUTHORITIES.replace("  type: report\n", f"  type: report\n  {key}: x\n")
    [problem] = stages(CASE + "clauses: none\n", library(authorities=changed)).diagnostics
    assert said([problem]) == [("unknown-key", key)]
    assert problem.is_error
    assert problem.hint.startswith(hint)
    assert in_case({key: "x"}) == [("unknown-key", f'"{key}"', "warning")]


@pytest.mark.parametrize(
    ("line", "under"),
    [
        ("genre: [a]", "[a]"),
        ("genre: {a: b}", "{a: b}"),
        ("annote: true", "true"),
        ("genre:", ""),
        ("editor: [[a]]", "[a]"),
        ("editor: [{family: Smith, given: [a]}]", "[a]"),
        ("editor: ''", "''"),
        ("categories: a", "a"),
        ("accessed: {date-parts: 2020}", "2020"),
        ("accessed: {literal: [a]}", "[a]"),
    ],
)
def test_a_value_of_another_shape(line: str, under: str) -> None:
    assert in_library(line)[0] == ("wrong-type", under)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("editor: [{famly: Smith}]", ("unknown-key", "famly")),
        ("accessed: {date_parts: [[2020]]}", ("unknown-key", "date_parts")),
        ("accessed: {date-parts: [[2020, 13, 45]]}", ("bad-date", "[2020, 13, 45]")),
        ("accessed: {date-parts: [[2020, 0]]}", ("bad-date", "[2020, 0]")),
        ("accessed: {date-parts: [[]]}", ("bad-date", "[]")),
        ("accessed: {date-parts: []}", ("bad-date", "{date-parts: []}")),
        ("accessed: {date-parts: [[1], [2], [3]]}", ("bad-date", "{date-parts: [[1], [2], [3]]}")),
        ("accessed: {circa: true}", ("bad-date", "{circa: true}")),
    ],
)
def test_a_name_or_date_that_says_nothing(line: str, expected: tuple[str, str]) -> None:
    assert expected in in_library(line)


def test_a_title_is_needed_in_the_library_and_missed_in_a_case() -> None:
    untitled = AUTHORITIES.replace("  title: Report on Testing\n", "")
    assert [code for code, _ in said(stages(CASE + "clauses: none\n", library(authorities=untitled)).diagnostics)] == ["missing-key"]
    assert in_case({"title": "", "author": "Smith"}) == [("missing-key", '""', "warning")]


def test_an_export_of_zotero_passes() -> None:
    run = stages(OWN, files={"refs.json": json.dumps(ZOTERO, indent="\t"), "law.md": "A [@b, p 2] and [@7]."})
    assert [one for one in run.diagnostics if one.code != "unverified-pinpoint"] == []


def test_every_variable_of_csl_is_taken_once() -> None:
    every = [*TEXTS, *NAMES, *DATES]
    assert len(every) == len(set(every))
    assert {"title", "volume-title", "archive_collection", "reviewed-genre", "script-writer", "submitted"} < set(every)


class TestCharacters:
    def test_above_ffff_in_escapes(self) -> None:
        refs = json.dumps([{"id": "smith", "type": "book", "title": "𝐀 b"}])
        assert "\\ud835" in refs
        assert said(stages(OWN, files={"refs.json": refs, "law.md": "A [@smith]."}).diagnostics) == []

    @pytest.mark.parametrize("refs", ['[{"id": "smith", "type": ]', '[{"id": "smith", "type": "book", "title": "\\ud835"}]', "{}"])
    def test_a_file_that_fails_is_reported_alone(self, refs: str) -> None:
        case = OWN + 'verified: [{cite: "@smith, p 1", seen: x, by: y, on: 2026-01-01}]\n'
        case += 'facts: {org.name: {value: X, source: "@smith, p 2"}}\n'
        run = stages(case, files={"refs.json": refs, "law.md": "A [@smith, p 1]."})
        assert len(run.diagnostics) == 1
        assert run.diagnostics[0].span is not None
        assert run.diagnostics[0].span.source.name == "refs.json"
