"""What is installed, and the command for what is missing."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import Run
from offices import stand_in
from workspace import ROOT

from briefkit.press import examining
from briefkit.press.typefaces import Typeface, typeface_used

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def program(folder: Path, name: str, does: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with a shell, and the folder for what else it is to have."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(examining, "find_spec", lambda name: None)
    return tmp_path


def found(briefkit: Run) -> dict[str, dict[str, object]]:
    done = briefkit("doctor", "--format", "json")
    assert done.exit_code == 0
    return {one["id"]: one for one in json.loads(done.stdout)["found"]}


def test_a_machine_that_has_nothing(bare: Path, briefkit: Run) -> None:
    program(bare, "apt-get", "")
    done = found(briefkit)
    assert not [one for one in done.values() if one["good"] or one["found"]]
    assert str(done["libreoffice"]["install"]).endswith("apt-get install libreoffice-writer-nogui")
    assert str(done["fonts"]["install"]).endswith("apt-get install fonts-croscore")
    assert done["redline"]["install"] == "pip install 'briefkit[redline]'"
    printed = briefkit("doctor")
    assert "missing\tLibreOffice\t\tpage numbers, PDF and ODT files" in printed.stdout
    assert "To install what is missing:" in printed.stderr
    assert "apt-get install fonts-croscore" in printed.stderr


def test_a_machine_that_has_everything(bare: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare, "fc-match", "printf 'Tinos|en|kk|ru'")
    program(bare, "soffice", "echo LibreOffice 24.8.1.2 abc")
    program(bare, "git", "")
    monkeypatch.setattr(examining, "find_spec", lambda name: object())
    done = found(briefkit)
    assert all(one["good"] for one in done.values())
    assert done["libreoffice"]["found"] == "LibreOffice 24.8.1.2"
    assert done["fonts"]["found"] == "Tinos"
    assert briefkit("doctor").stderr == "Nothing is missing.\n"


def test_every_extra_of_the_package_is_asked_about() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    asked = {one.id for one in examining.examine() if one.install.startswith("pip install")}
    assert set(declared) - {"dev"} <= asked


@pytest.mark.parametrize(("version", "good"), [("7.4.0", True), ("7.3.7", False), ("6.4", False), ("what", False)])
def test_an_old_libreoffice_will_not_do(bare: Path, briefkit: Run, version: str, good: bool) -> None:
    program(bare, "soffice", f"echo LibreOffice {version}")
    assert found(briefkit)["libreoffice"]["good"] is good


def test_a_libreoffice_that_does_not_answer(bare: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "_SECONDS", 0.5)
    stand_in(bare, "while :; do :; done\n")
    assert found(briefkit)["libreoffice"]["found"] == str(bare / "soffice")


def test_a_typeface_without_kazakh_letters(bare: Path, briefkit: Run) -> None:
    program(bare, "fc-match", "printf 'Liberation Serif|en|ru'")
    assert typeface_used() == Typeface("Liberation Serif", False)
    assert found(briefkit)["fonts"]["found"] is None
    program(bare, "fc-match", "exit 1")
    assert typeface_used() is None
