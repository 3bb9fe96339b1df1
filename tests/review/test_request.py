"""The request for review: what counsel reads in it, where the questions stand, and that it is a sound Word file."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest
from requested import LAYER, library, paragraph, requested
from reviewed import RUSSIAN, RUSSIAN_FILE, files, holdings, review, what
from workspace import ROOT

from briefkit.inspection import problems

MARK = what(library()).mark


def lines(data: bytes) -> list[str]:
    return [one.text.replace("\u00a0", " ") for one in docx.Document(BytesIO(data)).paragraphs if one.text]


def comments(data: bytes) -> list[str]:
    return [one.text for one in docx.Document(BytesIO(data)).comments]


def test_a_text_stands_in_it_with_every_branch_and_its_numbers() -> None:
    shown = lines(requested())
    at = shown.index("Title A")
    assert shown[at : at + 9] == [
        "Title A",
        MARK,
        "Draft, version 1. Nobody has signed it.",
        "It stands in a document when: org.foreign_funding",
        "[1] First.",
        "[if org.foreign_funding]",
        "[2] ‹org.name› pays, as “Quoted. A quotation”.",
        "[end of: if org.foreign_funding]",
        "[3] Last CT says so.",
    ]
    assert shown[at + 9 : at + 11] == ["Sources", "Title B"]


def test_questions_are_comments_on_their_places() -> None:
    found = comments(requested())
    assert found[0].startswith("Question: is this the right condition")
    assert found[1] == "Ask ‹org.name›."
    assert found[2].startswith("Nobody has recorded that they saw report")
    assert len(found) == 3
    assert {one.author for one in docx.Document(BytesIO(requested())).comments} == {"briefkit"}


def test_a_stale_translation_is_asked_about_at_its_title() -> None:
    stale = {path: text.replace("version: 1", "version: 2") for path, text in LAYER.items()}
    data = requested(("a",), "ru", holdings(stale))
    assert comments(data)[0] == "Перевод передаёт версию 1; сейчас действует версия 2."
    assert 'w:commentRangeStart w:id="0"' in paragraph(docx.Document(BytesIO(data)), "Title A")._p.xml


def test_inline_branches_loops_and_references_are_told_in_words() -> None:
    text = (
        "A {% if org.name %}(so){% elif org.activities %}b{% else %}c{% endif %}. [para](#b), @covenant.\n\n::: chronology\n:::\n\n"
        "{% for one in measures %}\n\n- {{ one.date }}\n\n{% endfor %}\n\n> Words. [@covenant, art 22(1)]\n"
    )
    shown = lines(requested(("a",), among=holdings({**LAYER, **files(text)})))
    assert "[1] A [if org.name] (so) [otherwise, if org.activities] b [otherwise] c [end]. para ‹b›, CT." in shown
    at = shown.index("‹chronology›")
    assert shown[at + 1 : at + 5] == ["[for each one of measures]", "[2] ‹one.date›", "[end of: for each one]", "[3] Words."]


def test_sources_with_what_they_say_and_who_saw_them() -> None:
    opened = docx.Document(BytesIO(requested()))
    [first, second, _] = [[[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows] for table in opened.tables]
    assert first[0] == ["Source", "Place", "What it says", "Seen"]
    assert first[1] == [
        "Covenant on Testing (adopted 16 December 1966) 999 UNTS 171 (CT)\nbinding on Kazakhstan",
        "art 22(1)",
        "everyone may associate",
        "a tester, 2 January 2026",
    ]
    assert second[1][1:] == ["paras 7.6-7.7", "testing is a duty", "not yet"]


def test_a_place_that_is_not_listed_and_a_source_that_is_not_there() -> None:
    among = holdings({**LAYER, **files("A [@covenant, art 5; @report; @nobody, art 1].\n")})
    table = docx.Document(BytesIO(requested(("a",), among=among))).tables[0]
    rows = [[cell.text.replace("\u00a0", " ") for cell in row.cells][1:] for row in table.rows]
    assert rows[1:] == [["art 5", "", "not yet; not listed"], ["the whole", "", "not yet"], ["art 1", "", "not yet"]]
    assert table.rows[3].cells[0].text == "nobody (unknown)"


def test_the_table_to_decide_in_holds_the_marks() -> None:
    table = docx.Document(BytesIO(requested())).tables[-1]
    assert [cell.text for cell in table.rows[1].cells] == [f"Title A\n{MARK}", "", "", ""]
    assert len(table.rows) == 3


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (review(what(library()).hash), "Draft, version 1. Signed by local counsel, 1 November 2026."),
        (review("0" * 64), "Draft, version 1. It changed since it was signed by local counsel, 1 November 2026."),
    ],
)
def test_it_says_who_signed_before(entry: str, said: str) -> None:
    assert said in lines(requested(("a",), among=holdings({**LAYER, "clauses/reviews.yaml": entry})))


@pytest.mark.parametrize(
    ("language", "title", "condition", "columns"),
    [
        ("ru", "Тексты на проверку", "[если org.foreign_funding]", ["Источник", "Место", "О чем там говорится", "Сверено"]),
        ("kk", "Тексеруге берілген мәтіндер", "[егер org.foreign_funding]", ["Дереккөз", "Орны", "Онда не айтылған", "Салыстырылған"]),
    ],
)
def test_in_another_language(language: str, title: str, condition: str, columns: list[str]) -> None:
    layer = {**LAYER, RUSSIAN_FILE.replace("ru.md", "kk.md"): RUSSIAN}
    data = requested(("a",), language, holdings(layer))
    assert lines(data)[0] == title
    assert condition in lines(data)
    assert [cell.text for cell in docx.Document(BytesIO(data)).tables[0].rows[0].cells] == columns


def test_the_same_bytes_for_the_same_request_and_nothing_unsound() -> None:
    assert requested() == requested()
    assert problems(requested()) == ()


def test_every_shipped_clause_makes_a_file_that_is_valid(tmp_path: Path) -> None:
    """By the validator of the Open XML SDK, all clauses of the project in each language."""
    from briefkit.libraries import read_library
    from briefkit.shelf import read_layers

    shipped = read_library(read_layers(ROOT, [])).value
    paths = []
    for language in ("en", "ru", "kk"):
        names = [one.slug for one in shipped.clauses if one.text(language)]
        data = requested(names, language, shipped)
        assert problems(data) == ()
        paths.append(tmp_path / f"{language}.docx")
        paths[-1].write_bytes(data)
    command = [sys.executable, str(ROOT / "tests" / "openxml.py"), *map(str, paths)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if ran.returncode == 3:
        pytest.skip(ran.stderr)
    assert {path: wrong for path, wrong in json.loads(ran.stdout).items() if wrong} == {}
    assert len(json.loads(ran.stdout)) == len(paths)
