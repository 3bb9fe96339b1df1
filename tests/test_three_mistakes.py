"""A copy of an example with one quoted word, one article number and one word on a source's status changed: check finds all three."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import Run
from workspace import ROOT, as_json

CHANGES = {
    "own/standards.md": (
        ("freedom of peaceful assembly and association” [@udhr", "liberty of peaceful assembly and association” [@udhr"),
        ("it is soft law, and", "it is weighty, and"),
        ("The texts in this part do not bind Kazakhstan. ", ""),
    ),
    "own/introduction.md": (("[@iccpr, art 22(1)]", "[@iccpr, art 62(1)]"),),
}
EXPECTED = {"quotation-differs", "no-such-article", "status-unlabelled"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "reporting-fine", tmp_path / "copy"))


def codes(folder: Path, briefkit: Run) -> set[str]:
    return {str(one["code"]) for one in as_json(briefkit("check", str(folder / "case.yaml"), "--format", "json").stdout)}


def test_check_finds_all_three(copy: Path, briefkit: Run) -> None:
    assert not EXPECTED & codes(copy, briefkit)
    for name, pairs in CHANGES.items():
        text = (copy / name).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text, (name, old)
            text = text.replace(old, new)
        (copy / name).write_text(text, encoding="utf-8")
    assert codes(copy, briefkit) >= EXPECTED
