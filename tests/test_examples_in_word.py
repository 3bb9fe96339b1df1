"""Each example in each of its languages, as a draft and as a document to file: whole by the Open XML SDK and by our own checks."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from workspace import ROOT

from briefkit.build import Inputs, find_look, run_stages
from briefkit.inspection import problems, signature_problems
from briefkit.inspection.word_file import read_word
from briefkit.model.naming import LANGUAGES
from briefkit.ooxml import read_zip
from briefkit.shelf import read_inputs
from briefkit.writers import WRITERS

EXAMPLES = sorted(path.parent.name for path in ROOT.glob("examples/*/case.yaml"))
VALIDATOR = ROOT / "tests" / "openxml.py"
# What only stands against filing an example: nobody has opened its sources, and counsel has not adopted its drafts.
NOT_YET = {"unverified-pinpoint", "unverified-authority", "clause-not-adopted"}
WITHOUT_TEXT = {"missing-text", "unknown-language"}  # an example is not in each language


@cache
def made(name: str, language: str, final: bool) -> bytes | None:
    """An example as a Word file; as a document to file, as if its sources had been opened. None where it is not in this language."""
    inputs = read_inputs(ROOT / "examples" / name / "case.yaml", {"language": language})
    assert isinstance(inputs, Inputs)
    run = run_stages(inputs, final)
    wrong = {one.code for one in run.diagnostics if one.is_error} - (NOT_YET if final else set())
    case, opinion = run.value.case, run.value.opinion
    if wrong & WITHOUT_TEXT or case is None:
        return None
    look = find_look(case, inputs).value
    assert not wrong
    assert opinion is not None
    assert look is not None
    return WRITERS["docx"](opinion, look)


def files() -> dict[str, bytes]:
    every = {
        f"{name}-{language}-{state}": (name, language, state == "final")
        for name in EXAMPLES
        for language in LANGUAGES
        for state in ("draft", "final")
    }
    return {key: data for key, asked in every.items() if (data := made(*asked)) is not None}


def test_the_examples_speak_their_languages() -> None:
    spoken = {name: [language for language in LANGUAGES if made(name, language, False)] for name in EXAMPLES}
    assert spoken["comments-draft-law"] == ["en", "ru", "kk"]
    assert [name for name, languages in spoken.items() if languages == ["en"]] == ["memo"]
    assert all({"en", "ru"} <= set(languages) for name, languages in spoken.items() if name != "memo")


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("final", [False, True])
def test_all_in_them_hangs_together(name: str, final: bool) -> None:
    for language in LANGUAGES:
        data = made(name, language, final)
        if data is not None:
            assert problems(data) == (), language
            assert list(signature_problems(read_word(data))) == [], language
            assert (b"<w:sdt>" in read_zip(data)["word/document.xml"]) <= (not final), language


def test_open_xml_sdk_finds_no_error_in_any(tmp_path: Path) -> None:
    paths = []
    for name, data in files().items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(data)
    ran = subprocess.run([sys.executable, str(VALIDATOR), *map(str, paths)], capture_output=True, text=True, timeout=600)
    if ran.returncode == 3:
        pytest.skip(ran.stderr)
    assert ran.returncode == 0, ran.stderr
    found = {Path(path).stem: errors for path, errors in json.loads(ran.stdout).items()}
    assert [(key, errors) for key, errors in found.items() if errors] == []
    assert len(found) == len(paths) >= 30
