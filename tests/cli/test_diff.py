"""briefkit diff: what it prints, what it writes, how it exits."""

from __future__ import annotations

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
import rich.console
from conftest import Run
from lxml import html
from workspace import clause, library, write

from briefkit.cli.comparing import print_lines

OLD = library(clause("The State must act [@covenant, art 22(1)].", slug="a"))
NEW = library(clause("The State shall act [@covenant, art 22(2)].", slug="a"))


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two libraries: old and new."""
    write(tmp_path / "old", OLD)
    write(tmp_path / "new", NEW)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the old library in its first commit and the new one in its second."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    identity = ["-c", "user.name=A tester", "-c", "user.email=tester@example.org"]
    subprocess.run(["git", "init", "--quiet"], check=True)
    for files in (OLD, NEW):
        write(tmp_path, files)
        subprocess.run(["git", "add", "--all"], check=True)
        subprocess.run(["git", *identity, "commit", "--quiet", "-m", "A commit"], check=True)
    return tmp_path


CHANGES = """\
HEAD~1 → HEAD: 1 clause changed, 1 citation with other pinpoints.

clause a – On a
  English text: 2 words deleted, 2 inserted, in 1 paragraph.
    line 1: The State [-must-]{+shall+} act [@covenant, art [-22(1)].-]{+22(2)].+}
  The English text cites @covenant at art 22(2) instead of art 22(1).
"""


def test_two_revisions(repository: Path, briefkit: Run) -> None:
    ran = briefkit("diff", "HEAD~1", "HEAD")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (1, CHANGES, "")


def test_a_revision_and_the_folder_at_hand(repository: Path, briefkit: Run) -> None:
    assert briefkit("diff", "HEAD", ".").exit_code == 0
    write(repository, {"clauses/arguments/a/en.md": "The State may act [@covenant, art 22(2)]."})
    ran = briefkit("diff", "HEAD", ".")
    assert ran.exit_code == 1
    assert "[-shall-]{+may+}" in ran.stdout


def test_the_same(two: Path, briefkit: Run) -> None:
    ran = briefkit("diff", "old", "old")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "old → old: no changes.\n", "")


def test_the_page(two: Path, briefkit: Run) -> None:
    ran = briefkit("diff", "old", "new", "-o", "changes.html")
    assert (ran.exit_code, ran.stdout.splitlines()) == (
        1,
        ["old → new: 1 clause changed, 1 citation with other pinpoints.", "The page is changes.html"],
    )
    made = html.document_fromstring((two / "changes.html").read_bytes())
    assert [one.text_content() for one in made.xpath("//main//ins")] == ["inserted: shall", "inserted: 22(2)]."]


def test_a_page_is_not_written_over_something_else(two: Path, briefkit: Run) -> None:
    write(two, {"changes.html": "mine"})
    ran = briefkit("diff", "old", "new", "-o", "changes.html")
    assert ran.exit_code == 2
    assert "error[output-changed]" in ran.stderr
    assert (two / "changes.html").read_text() == "mine"
    assert briefkit("diff", "old", "new", "-o", "changes.html", "--force").exit_code == 1


def test_json(two: Path, briefkit: Run) -> None:
    ran = briefkit("diff", "old", "new", "--format", "json", "-o", "changes.html")
    data = json.loads(ran.stdout)
    assert (ran.exit_code, data["same"], data["diagnostics"]) == (1, False, [])
    assert [change["change"] for change in data["entries"][0]["changes"]] == ["text-changed", "pinpoints-changed"]
    assert (two / "changes.html").is_file()


def test_a_terminal_gets_colours_and_the_same_words(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = StringIO()
    terminal = rich.console.Console(file=shown, force_terminal=True, color_system="standard", width=200, highlight=False)
    monkeypatch.setattr(rich.console, "Console", lambda **_: terminal)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    print_lines([(("clause a", "head"),), (("the ", ""), ("[-must-]", "deleted"), ("{+[shall]+}", "inserted"))])
    assert shown.getvalue() == "\x1b[1mclause a\x1b[0m\nthe \x1b[31m[-must-]\x1b[0m\x1b[32m{+[shall]+}\x1b[0m\n"


class TestTrouble:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("old",), "Missing argument 'NEW'"),
            (("old", "new", "-o", "changes.pdf"), "The page is a file that ends in .html."),
            (("old", "nwe"), "did you mean “new”?"),
            (("--", "-x", "new"), "“-x” is no name of a revision."),
            (("old", "new", "-o", "no/where/changes.html"), "cannot be written"),
        ],
    )
    def test_exits_with_2(self, two: Path, briefkit: Run, words: tuple[str, ...], said: str) -> None:
        ran = briefkit("diff", *words)
        assert ran.exit_code == 2
        assert said in ran.stderr

    def test_as_json(self, two: Path, briefkit: Run) -> None:
        ran = briefkit("diff", "old", "nowhere", "--format", "json")
        assert ran.exit_code == 2
        assert [one["code"] for one in json.loads(ran.stdout)["diagnostics"]] == ["no-repository"]

    @pytest.mark.parametrize("content", [b"\xff", b"title: {en: [\n"])
    def test_a_file_that_cannot_be_read_and_the_rest_compared(self, two: Path, briefkit: Run, content: bytes) -> None:
        write(two / "new", clause("A new text.", slug="b"))
        write(two / "new", {"clauses/arguments/a/clause.yaml": content})
        ran = briefkit("diff", "old", "new")
        assert ran.exit_code == 2
        assert "This clause could not be compared: it cannot be read in new." in ran.stdout
        assert "clause b – On b" in ran.stdout
        assert ran.stderr.count("error[") == 1

    def test_what_check_would_say_of_a_library_is_left_to_check(self, two: Path, briefkit: Run) -> None:
        write(two / "new", clause("A {{ no.such.fact }}.", slug="a", more="requires: [nothing]\n"))
        ran = briefkit("diff", "old", "new")
        assert (ran.exit_code, ran.stderr) == (1, "")
