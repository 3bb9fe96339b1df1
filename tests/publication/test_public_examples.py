"""Every example as a public version, in each of its languages, searched by hand for what it keeps confidential."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from ten_forms import confidential, forms, found
from workspace import ROOT, said

from briefkit.build import Inputs, build_with_sources
from briefkit.case import case_languages
from briefkit.shelf import read_inputs

DECLARED = ROOT / "clauses" / "facts.yaml"
EXAMPLES = sorted(ROOT.glob("examples/*/case.yaml"))


def read(case: Path, language: str) -> Inputs:
    inputs = read_inputs(case, {"language": language})
    assert isinstance(inputs, Inputs)
    return replace(inputs, public=True)


EACH = [(case, language) for case in EXAMPLES for language in case_languages(read(case, "en").case.case)]


@pytest.mark.parametrize(("case", "language"), EACH, ids=[f"{case.parent.name}-{language}" for case, language in EACH])
def test_no_confidential_value_stands_in_any_part(case: Path, language: str) -> None:
    built = build_with_sources(read(case, language), ["docx", "html", "txt"])
    assert built.value.outputs.keys() == {"docx", "html", "txt"}, said(built.diagnostics)
    assert built.value.sources is None
    assert found(built.value.outputs, confidential(case, DECLARED)) == []


def test_the_search_itself_finds_what_a_draft_says() -> None:
    case = ROOT / "examples" / "reporting-fine" / "case.yaml"
    draft = build_with_sources(replace(read(case, "ru"), public=False), ["docx", "txt"])
    there = found(draft.value.outputs, confidential(case, DECLARED))
    assert any("org.name “«Степная инициатива»” (as given) in docx/word/document.xml" in one for one in there)
    assert any("in txt" in one for one in there)


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        ("А. Ахметов (вымышленное лицо)", "without the remark in brackets", "а. ахметов"),
        ("«Степная инициатива»", "with Russian endings", "степной инициативы"),
        ("Айгүл Әлиева", "with Kazakh endings", "айгүлге әлиеваның"),
        ("Щукин Яков", "BGN/PCGN", "shchukin yakov"),
        ("Щукин Яков", "ISO 9", "ŝukin âkov"),
        ("Әлия Жүніс", "Kazakh Latin", "äliya jünis"),
        ("Saule Example", "surname first", "example saule"),
        ("+7 700 123 45 67", "figures alone", "7-700-123-45-67"),
    ],
)
def test_the_search_knows_the_forms(value: str, form: str, written: str) -> None:
    assert forms(value)[form].search(f"said {written}, and more")
