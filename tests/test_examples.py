"""The examples that ship with briefkit, from their folders to finished files that other programs read."""

from __future__ import annotations

import difflib
import json
import os
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pypandoc
import pytest
from conftest import Run
from lxml import etree
from workspace import ROOT, as_json, flat

from briefkit.build import Inputs, build
from briefkit.inspection import problems
from briefkit.ooxml import qn
from briefkit.shelf import read_inputs

GOLDENS = Path(__file__).parent / "goldens"
NAMES = sorted(path.parent.name for path in ROOT.glob("examples/*/case.yaml"))


@pytest.fixture(scope="module")
def documents() -> dict[str, dict[str, bytes]]:
    """Each example as docx and txt."""
    made: dict[str, dict[str, bytes]] = {}
    for name in NAMES:
        inputs = read_inputs(ROOT / "examples" / name / "case.yaml", {})
        assert isinstance(inputs, Inputs)
        done = build(inputs, ["docx", "txt"])
        assert not done.has_errors, [(one.code, one.message, str(one.span)) for one in done.diagnostics if one.is_error]
        made[name] = done.value
    return made


def part(document: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(BytesIO(document)) as package:
        return etree.fromstring(package.read(name))


def footnotes(document: bytes) -> list[str]:
    """The words of each footnote in Word, the separators left out."""
    notes = [note for note in part(document, "word/footnotes.xml") if note.get(qn("w:type")) is None]
    return ["".join(node.text or "" for node in note.iter(qn("w:t"))).strip() for note in notes]


def test_there_are_two() -> None:
    assert {"memo", "reporting-fine"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_word_file_is_sound(documents: dict[str, dict[str, bytes]], name: str) -> None:
    assert problems(documents[name]["docx"]) == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_second_build_gives_the_same_bytes(documents: dict[str, dict[str, bytes]], name: str) -> None:
    inputs = read_inputs(ROOT / "examples" / name / "case.yaml", {})
    assert isinstance(inputs, Inputs)
    assert build(inputs, ["docx", "txt"]).value == documents[name]


@pytest.mark.parametrize("name", NAMES)
def test_word_and_text_hold_the_same_notes(documents: dict[str, dict[str, bytes]], name: str) -> None:
    printed = documents[name]["txt"].decode().rpartition("\n--------------------\n")[2]
    as_text = [flat(note) for note in re.split(r"^\[\d+\] ", printed, flags=re.MULTILINE)[1:]]
    assert [flat(note.replace("\xa0", " ")) for note in footnotes(documents[name]["docx"])] == as_text


def test_the_opinion_has_thirty_footnotes_or_more(documents: dict[str, dict[str, bytes]]) -> None:
    assert len(footnotes(documents["reporting-fine"]["docx"])) >= 30


@pytest.mark.parametrize("name", NAMES)
def test_pandoc_sees_each_footnote(documents: dict[str, dict[str, bytes]], name: str) -> None:
    tree = json.loads(pypandoc.convert_text(documents[name]["docx"], "json", format="docx"))
    assert json.dumps(tree).count('"t": "Note"') == len(footnotes(documents[name]["docx"]))


def test_the_opinion_as_text_is_the_golden(documents: dict[str, dict[str, bytes]]) -> None:
    golden = GOLDENS / "reporting-fine.txt"
    printed = documents["reporting-fine"]["txt"]
    if os.environ.get("BRIEFKIT_UPDATE_GOLDENS"):
        golden.write_bytes(printed)
    before, after = (data.decode().splitlines() for data in (golden.read_bytes(), printed))
    changes = "\n".join(difflib.unified_diff(before, after, "golden", "built", lineterm="", n=1))
    assert not changes, f"{changes}\n\nIf this is meant: BRIEFKIT_UPDATE_GOLDENS=1 pytest tests/test_examples.py"


def test_the_opinion_speaks_of_its_facts_and_of_nothing_undone(documents: dict[str, dict[str, bytes]]) -> None:
    printed = flat(documents["reporting-fine"]["txt"].decode())
    assert "opinion on the case of Example Steppe Initiative (a fictional example)" in printed
    for words in ("KZT 1,200,000", "14 March 2025", "a public foundation"):
        assert words in printed
    for mark in ("{{", "{%", "[@", "measure.", "org."):
        assert mark not in printed.split("--------------------")[0]


def test_the_opinion_says_nothing_that_a_cooperative_one_would_not(documents: dict[str, dict[str, bytes]]) -> None:
    body = documents["reporting-fine"]["txt"].decode().split("\n--------------------\n")[0]
    assert "violat" not in body.casefold()


def test_each_key_recommendation_names_the_paragraph_that_argues_it(documents: dict[str, dict[str, bytes]]) -> None:
    printed = flat(documents["reporting-fine"]["txt"].decode().replace("\xa0", " "))
    listed = re.findall(r"[A-F]\. (To [^()]+?)\.? \(para (\d+)\)", printed)
    assert len(listed) == 6
    for words, number in listed:
        assert f"{number}. {words}" in printed


def test_the_opinion_can_be_had_in_russian(briefkit: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    output = tmp_path / "opinion.txt"
    done = briefkit("build", "examples/reporting-fine/case.yaml", "--lang", "ru", "-o", str(output))
    assert done.exit_code == 0, done.stderr
    printed = flat(output.read_text(encoding="utf-8").replace("\xa0", " "))
    for words in ("Правовое заключение", "1 200 000 тенге", "А. Пересмотреть постановление от 14 марта 2025 года"):
        assert words in printed
    assert "Example Steppe" not in printed


def test_the_comments_can_be_had_in_kazakh(briefkit: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    output = tmp_path / "comments.txt"
    done = briefkit("build", "examples/comments-draft-law/case.yaml", "--lang", "kk", "-o", str(output))
    assert done.exit_code == 0, done.stderr
    printed = flat(output.read_text(encoding="utf-8").replace("\xa0", " "))
    for words in ("2026 жылғы 12 қазан", "Баптар бойынша ескертулер", "4-бап: ай сайынғы есеп", "Құжаттар тізімі"):
        assert words in printed
    for words in ("Example River", "fictional", "Примерная", "вымышлен"):
        assert words not in printed


def test_nothing_in_the_word_file_tells_who_built_it_or_where(documents: dict[str, dict[str, bytes]]) -> None:
    for made in documents.values():
        with zipfile.ZipFile(BytesIO(made["docx"])) as package:
            held = b"\n".join(package.read(name) for name in package.namelist())
            assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for word in (str(ROOT), str(Path.home()), os.environ.get("USER", "")):
            assert len(word) < 6 or word.encode() not in held  # a shorter one may stand in any text


def test_a_final_opinion_is_refused_and_lists_what_to_open(briefkit: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    output = tmp_path / "final.docx"
    refused = briefkit("build", "examples/reporting-fine/case.yaml", "--final", "-o", str(output), "--format", "json")
    assert refused.exit_code == 1
    assert not output.exists()
    found = [one for one in as_json(refused.stdout) if one["severity"] == "error"]
    assert found
    assert {one["code"] for one in found} <= {"unverified-pinpoint", "unverified-authority"}
    assert all(str(one["hint"]).startswith("open ") for one in found)


def test_libreoffice_lays_the_opinion_out_on_eight_pages_or_more(documents: dict[str, dict[str, bytes]], tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    source = tmp_path / "opinion.docx"
    source.write_bytes(documents["reporting-fine"]["docx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", (tmp_path / "opinion.pdf").read_bytes())
    assert len(pages) >= 8


def test_a_memo_begins_with_its_title(documents: dict[str, dict[str, bytes]]) -> None:
    case = (ROOT / "examples" / "memo" / "case.yaml").read_text(encoding="utf-8")
    title = next(line.removeprefix("title: ") for line in case.splitlines() if line.startswith("title: "))
    assert documents["memo"]["txt"].decode().replace("\n", " ").startswith(title[:60].strip('"'))
