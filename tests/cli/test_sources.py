"""`briefkit sources`: an official text into the workspace, and what quotations then are compared with."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from workspace import CASE, as_json, library, write

TEXT = "## art 22(1)\n\nEveryone may associate.\n\n## art 22(2)\n\nNo restrictions but by law.\n"
HEAD = "---\nauthority: covenant\nlanguage: en\norigin: the printed volume\n---\n\n"
OPTIONS = ("--authority", "covenant", "--lang", "en", "--origin", "the printed volume")


@pytest.fixture
def here(alone: Path) -> Path:
    files = {name: text for name, text in library().items() if "sources" not in name}
    write(alone, {**files, "text.md": TEXT, "headed.md": HEAD + TEXT})
    return alone


def test_a_text_is_stored_and_quotations_are_compared_with_it(here: Path, briefkit: Run) -> None:
    case = CASE + "clauses: none\nsections: {law: law.md}\n"
    write(
        here,
        {"case.yaml": case, "law.md": "“No restrictions but by law” [@covenant, art 22(2)].", "wrong.yaml": case.replace("law.md", "w.md")},
    )
    write(here, {"w.md": "“No limits but by law” [@covenant, art 22(2)]."})
    assert briefkit("check", "case.yaml").exit_code == 1
    done = briefkit("sources", "add", "text.md", *OPTIONS)
    assert (done.exit_code, done.stdout) == (0, "Stored clauses/sources/covenant.en.md: art 22(1), art 22(2) of covenant in “en”.\n")
    assert briefkit("check", "case.yaml").exit_code == 0
    found = as_json(briefkit("check", "wrong.yaml", "--format", "json").stdout)
    assert [one["hint"] for one in found if one["code"] == "quotation-differs"] == [
        "the source reads so: No [-limits-]{+restrictions+} but by law"
    ]


def test_a_head_of_its_own_says_all(here: Path, briefkit: Run) -> None:
    assert briefkit("sources", "add", "headed.md").exit_code == 0
    listed = briefkit("sources", "list").stdout
    assert "covenant\ten\tart 22(1), art 22(2)\tthe printed volume" in listed
    assert '"places": [' in briefkit("sources", "list", "--format", "json").stdout


@pytest.mark.parametrize(
    ("options", "text", "code"),
    [
        (("--authority", "covenent", "--lang", "en", "--origin", "x"), TEXT, "unknown-authority"),
        (("--authority", "covenant", "--lang", "de", "--origin", "x"), TEXT, "unknown-language"),
        (("--authority", "covenant", "--lang", "en"), TEXT, "missing-key"),
        (OPTIONS, "No places.\n", "missing-key"),
        (OPTIONS, "## art 22(1)\n\n## art 22(2)\n\nWords.\n", "missing-key"),
    ],
)
def test_what_cannot_be_stored_is_said_and_nothing_is_written(
    here: Path, briefkit: Run, options: tuple[str, ...], text: str, code: str
) -> None:
    write(here, {"text.md": text})
    done = briefkit("sources", "add", "text.md", *options)
    assert done.exit_code == 1
    assert f"error[{code}]" in done.stderr
    assert not (here / "clauses" / "sources").exists()


def test_another_text_is_not_replaced_unless_asked(here: Path, briefkit: Run) -> None:
    assert briefkit("sources", "add", "text.md", *OPTIONS).exit_code == 0
    assert briefkit("sources", "add", "text.md", *OPTIONS).exit_code == 0
    write(here, {"text.md": TEXT + "\n## art 1\n\nMore.\n"})
    refused = briefkit("sources", "add", "text.md", *OPTIONS)
    assert refused.exit_code == 1
    assert "  hint: write its places into that file, or replace the whole file: --force\n" in refused.stderr
    assert briefkit("sources", "add", "text.md", *OPTIONS, "--force").exit_code == 0


def test_outside_a_workspace(tmp_path: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"headed.md": HEAD + TEXT})
    monkeypatch.chdir(tmp_path)
    done = briefkit("sources", "add", "headed.md")
    assert done.exit_code == 1
    assert "error[no-library]" in done.stderr
