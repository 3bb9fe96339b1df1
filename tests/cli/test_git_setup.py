"""briefkit git-setup: what it writes and undoes, and what git shows then."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import Run
from repositories import commit, git
from workspace import write

from briefkit.shelf import git_drivers

TEXT = "clauses/arguments/a/en.md"
LINES = """\
# How git shows clauses, once “briefkit git-setup” was run in a clone:
/clauses/**/*.md diff=briefkit-text
/clauses/**/*.yaml diff=briefkit-data
/styles/boilerplate/*.md diff=briefkit-text
/styles/profiles/*.yaml diff=briefkit-data
"""


def ours() -> list[str]:
    """The settings of this clone that are briefkit's."""
    return [line for line in git("config", "--local", "--list").split("\n") if "briefkit" in line]


def changed_lines(*arguments: str) -> list[str]:
    shown = git("--no-pager", *arguments).split("\n")
    return [line for line in shown if line.startswith(("+", "-", "@@")) and not line.startswith(("+++", "---"))]


def test_what_is_set_up_once(repository: Path, briefkit: Run) -> None:
    ran = briefkit("git-setup")
    assert (ran.exit_code, ran.stdout.splitlines()[0]) == (
        0,
        "Wrote .gitattributes: it names the files that git shows sentence by sentence.",
    )
    assert (repository / ".gitattributes").read_text(encoding="utf-8") == LINES
    assert len(ours()) == 5
    assert briefkit("git-setup").stdout == "Nothing to change.\n"
    assert git("status", "--short") == "?? .gitattributes"


def test_git_shows_sentences_and_citations(repository: Path, briefkit: Run) -> None:
    write(repository, {TEXT: '{% if tone == "neutral" %}\n\nIt is so. The State must act [@covenant, art 19]. It ends.\n\n{% endif %}\n'})
    commit()
    briefkit("git-setup")
    write(
        repository,
        {TEXT: '{% if tone == "neutral" %}\n\nIt is so. The State must act\n[@covenant, art 22(1)]. It is over.\n\n{% endif %}\n'},
    )
    expected = [
        '@@ -2,7 +2,7 @@ {% if tone == "neutral" %}',
        "-    [@covenant, art 19]",
        "-It ends.",
        "+    [@covenant, art 22(1)]",
        "+It is over.",
    ]
    assert changed_lines("diff") == expected
    commit()
    assert changed_lines("log", "-p", "-1", "--", TEXT) == expected


def test_git_shows_the_item_of_a_file(repository: Path, briefkit: Run) -> None:
    briefkit("git-setup")
    path = repository / "clauses/authorities/all.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("testing is a duty", "testing is needed"), encoding="utf-8")
    shown = changed_lines("diff", "-U0")
    assert shown[0].endswith("@@ - id: report")
    assert shown[1:] == ["-      says: testing is a duty", "+      says: testing is needed"]


def test_git_shows_the_words_of_every_alphabet(repository: Path, briefkit: Run) -> None:
    briefkit("git-setup")
    write(repository, {TEXT: "Құқық «бар» (7.3).\n"})
    commit()
    write(repository, {TEXT: "Құқығы «жоқ» (7.4).\n"})
    assert git("--no-pager", "diff", "--word-diff").split("\n")[-1] == "[-Құқық «бар»-]{+Құқығы «жоқ»+} ([-7.3-]{+7.4+})."


def test_git_shows_the_file_as_it_is_where_the_program_is_gone(repository: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_drivers, "program", lambda: "/no/such/program")
    briefkit("git-setup")
    write(repository, {TEXT: "Another text. And more."})
    assert "+Another text. And more." in changed_lines("diff")


@pytest.mark.parametrize("before", ["*.docx binary\n", "*.docx binary", "*.docx binary\r\n* text=auto\r\n", "\ufeff*.docx binary\n"])
def test_the_lines_of_others_are_kept(repository: Path, briefkit: Run, before: str) -> None:
    attributes = repository / ".gitattributes"
    attributes.write_bytes(before.encode())
    briefkit("git-setup")
    made = attributes.read_bytes().decode()
    assert made.startswith(before)
    assert made.replace("\r\n", "\n").endswith("\n" + LINES)
    assert ("\r\n" in made) == ("\r\n" in before)
    assert briefkit("git-setup", "--undo").exit_code == 0
    assert attributes.read_bytes().decode().rstrip("\r\n") == before.rstrip("\r\n")


def test_undone(repository: Path, briefkit: Run) -> None:
    git("config", "--local", "diff.other.textconv", "cat")
    briefkit("git-setup")
    ran = briefkit("git-setup", "--undo")
    assert ran.stdout.splitlines()[0] == "Removed .gitattributes, which held nothing else."
    assert not (repository / ".gitattributes").exists()
    assert ours() == []
    assert git("config", "--local", "diff.other.textconv") == "cat"
    assert briefkit("git-setup", "--undo").stdout == "Nothing to change.\n"


def test_a_library_below_the_top_of_its_repository(repository: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, {"deep/" + TEXT: "One. Two.\n"})
    commit()
    monkeypatch.chdir(repository / "deep" / "clauses")
    briefkit("git-setup")
    assert (repository / "deep" / ".gitattributes").is_file()
    write(repository, {"deep/" + TEXT: "One. Three.\n"})
    assert changed_lines("diff")[1:] == ["-Two.", "+Three."]


def test_the_program_by_its_name_where_git_finds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git_drivers.program() == f'"{Path(sys.executable).as_posix()}" -P -m briefkit'
    script = Path(sys.executable).parent / "briefkit"
    monkeypatch.setattr("shutil.which", lambda name: str(script))
    assert git_drivers.program() == "briefkit"


class TestTrouble:
    def test_no_repository(self, outside: Path, briefkit: Run) -> None:
        ran = briefkit("git-setup")
        assert (ran.exit_code, ran.stderr.splitlines()[0]) == (1, "error[no-repository]: There is no git repository here.")
        assert list(outside.iterdir()) == []

    def test_no_library(self, outside: Path, briefkit: Run) -> None:
        git("init", "--quiet")
        assert "error[no-library]: There is no clause library here." in briefkit("git-setup").stderr

    def test_attributes_that_are_a_link(self, repository: Path, briefkit: Run) -> None:
        (repository / ".gitattributes").symlink_to("elsewhere")
        ran = briefkit("git-setup")
        assert (ran.exit_code, ran.stderr.splitlines()[0]) == (
            1,
            "error[output-unwritable]: “.gitattributes” is a link, which git does not follow.",
        )
        assert ours() == []

    def test_attributes_that_are_no_text(self, repository: Path, briefkit: Run) -> None:
        write(repository, {".gitattributes": b"\xff"})
        assert "error[file-encoding]" in briefkit("git-setup").stderr
        assert (repository / ".gitattributes").read_bytes() == b"\xff"
        assert ours() == []


class TestShow:
    def test_whatever_bytes_a_file_holds(self, tmp_path: Path, briefkit: Run) -> None:
        file = tmp_path / "a.md"
        file.write_bytes(b"One.\r\nTwo \xff\x00.")
        ran = briefkit("git-setup", "--show", str(file))
        assert (ran.exit_code, ran.stdout_bytes) == (0, b"One.\nTwo \xff\x00.\n")

    def test_no_file(self, tmp_path: Path, briefkit: Run) -> None:
        assert briefkit("git-setup", "--show", str(tmp_path / "none")).exit_code == 1
