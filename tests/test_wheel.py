"""The wheel as a stranger gets it: built, unpacked in an empty folder, and used there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CASE = "profile: memo\ntitle: A memo\nclauses: none\nsections: {text: body.md}\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "-w", str(folder), str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_it_carries_the_library_and_the_styles(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "briefkit/shipped/clauses/facts.yaml",
        "briefkit/shipped/clauses/arguments/three-part-test/en.md",
        "briefkit/shipped/styles/house.docx",
        "briefkit/shipped/styles/international-law.csl",
        "briefkit/shipped/styles/profiles/legal-opinion.yaml",
    } <= names
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]


def test_it_builds_a_case_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    library, case = tmp_path / "library", tmp_path / "case"
    zipfile.ZipFile(wheel).extractall(library)
    case.mkdir()
    (case / "case.yaml").write_text(CASE, encoding="utf-8")
    (case / "body.md").write_text("The Covenant protects it [@iccpr, art 22(1)].\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "briefkit", "build", "case.yaml", "-o", "memo.docx", "-o", "memo.txt"],
        cwd=case,
        env={**os.environ, "PYTHONPATH": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "999 UNTS 171 (ICCPR) art 22(1)." in (case / "memo.txt").read_text(encoding="utf-8")
    assert zipfile.is_zipfile(case / "memo.docx")
