"""The Tab key: ids of authorities and names of clauses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from workspace import clause, library, write

from briefkit.cli import main


def completed(*words: str) -> list[str]:
    """What the shell is offered for the last of the words."""
    environment = {"COMP_WORDS": " ".join(("briefkit", *words)), "COMP_CWORD": str(len(words)), "_BRIEFKIT_COMPLETE": "bash_complete"}
    done = CliRunner().invoke(main, [], prog_name="briefkit", env=environment)
    assert done.stderr == ""
    return [line.removeprefix("plain,") for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize("command", [("show",), ("verify",), ("export",), ("export", "iccpr")])
def test_ids_of_the_shipped_library_and_of_ones_own(folder: Path, command: tuple[str, ...]) -> None:
    written = '- id: icc-one\n  title: A\n- {id: "icc-two", title: B}\n-   title: C\n    id: icc-three\n'
    write(folder, {"clauses/authorities/own.yaml": written})
    found = completed("authorities", *command, "icc")
    assert {"iccpr", "icc-one", "icc-two"} <= set(found)
    assert found == sorted(found)


def test_names_of_clauses(folder: Path) -> None:
    write(folder, clause(slug="three-of-my-own"))
    assert completed("clauses", "show", "three-") == ["three-of-my-own", "three-part-test"]


def test_from_a_folder_within_the_workspace(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {**library(), "cases/one/case.yaml": ""})
    monkeypatch.chdir(folder / "cases" / "one")
    assert completed("authorities", "show", "coven") == ["covenant"]


def test_it_is_silent_on_whatever_is_wrong(folder: Path) -> None:
    write(folder, {"clauses/authorities/bad.yaml": b"\xff\xfe- id: \xff\n- id: [\n- id: zzz-one\n", "clauses/arguments/no/readme": ""})
    (folder / "clauses/authorities/folder.yaml").mkdir()
    assert completed("authorities", "show", "zzz") == ["zzz-one"]
    assert completed("clauses", "show", "no") == []


def test_it_loads_nothing_heavy() -> None:
    code = (
        "import sys; from briefkit.cli import completing, authorities; completing.authority_ids(None, None, '');"
        "print([name for name in ('yaml', 'jinja2', 'lxml', 'citeproc', 'pybtex', 'markdown_it', 'babel') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
