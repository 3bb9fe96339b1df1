"""briefkit authorities show: each form in each style and language, and who cites it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from workspace import ROOT, STYLE, clause, library, write

CITING = 'A [@covenant, arts 19 and 22(1)] and @covenant. {% if tone == "neutral" %}B [@covenant, art 5].{% endif %}'


@pytest.fixture
def place(alone: Path) -> Path:
    write(alone, library(clause(CITING, slug="free"), clause("None [@report].", slug="other")))
    return alone


def test_all_of_it_to_the_letter(place: Path, briefkit: Run) -> None:
    shown = briefkit("authorities", "show", "covenant")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.replace("\u00a0", " ") == (
        "international-law, en\n"
        "  first:    Covenant on Testing (adopted 16 December 1966) 999 UNTS 171 (CT) art 22(1)\n"
        "  later:    CT (n 1) art 22(1)\n"
        "  ibid:     ibid art 22(1)\n"
        "  in text:  CT art 22(1)\n"
        "\n"
        "status:     binding on Kazakhstan\n"
        "source:     Covenant on Testing\n"
        "identity:   confirmed\n"
        "cited by:   free (art 19, art 22(1), art 5)\n"
        "\n"
        "art 22(1)\tverified\teveryone may associate\n"
        "art 22(2)\tnot verified\trestrictions must be necessary\n"
        "art 19\tnot verified\teveryone may speak\n"
    )


def test_what_nothing_cites(alone: Path, briefkit: Run) -> None:
    write(alone, library())
    assert "cited by:   no clause\n" in briefkit("authorities", "show", "report").stdout


def test_for_a_program(place: Path, briefkit: Run) -> None:
    data = json.loads(briefkit("authorities", "show", "covenant", "--format", "json").stdout.replace("\u00a0", " "))
    assert data["forms"] == [
        {
            "style": "international-law",
            "language": "en",
            "first": "Covenant on Testing (adopted 16 December 1966) 999 UNTS 171 (CT) art 22(1)",
            "later": "CT (n 1) art 22(1)",
            "ibid": "ibid art 22(1)",
            "in_text": "CT art 22(1)",
        }
    ]
    assert data["cited_by"] == [{"clause": "free", "pinpoints": ["art 19", "art 22(1)", "art 5"]}]


def headings(printed: str) -> list[str]:
    return [one.split("\n")[0] for one in printed.split("\n\n") if one.split("\n")[1:2] and one.split("\n")[1].startswith("  first:")]


def test_every_style_of_the_workspace_in_every_language_that_has_a_title(folder: Path, briefkit: Run) -> None:
    write(folder, {"styles/own.csl": STYLE})
    shown = headings(briefkit("authorities", "show", "iccpr").stdout)
    english = [path.stem for path in ROOT.glob("styles/*.csl") if 'default-locale="en' in path.read_text(encoding="utf-8")]
    assert len(english) >= 3
    for style in (*english, "own"):
        assert [one for one in shown if one.startswith(f"{style}, ")] == [f"{style}, {tongue}" for tongue in ("en", "ru", "kk")]
    assert [one for one in shown if one.startswith("ru-notes")] == ["ru-notes, ru"]
    assert [one for one in shown if one.startswith("kk-notes")] == ["kk-notes, kk"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--style", "ru-notes"), ["ru-notes, ru"]),
        (("--style", "ru-notes", "--lang", "kk"), ["ru-notes, kk"]),
        (("--style", "international-law", "--lang", "ru"), ["international-law, ru"]),
    ],
)
def test_options_narrow_it(folder: Path, briefkit: Run, options: tuple[str, ...], expected: list[str]) -> None:
    shown = briefkit("authorities", "show", "iccpr", *options)
    assert (shown.exit_code, headings(shown.stdout)) == (0, expected)


def test_a_style_that_cannot_be_read_hides_no_other(place: Path, briefkit: Run) -> None:
    write(place, {"styles/broken.csl": "<style"})
    shown = briefkit("authorities", "show", "covenant")
    assert shown.exit_code == 1
    assert "error[bad-style]" in shown.stderr
    assert "international-law, en\n  first:    Covenant on Testing" in shown.stdout
