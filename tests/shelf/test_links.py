"""Links in a workspace, and files that are no files: nothing is passed over in silence, nothing hangs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Run
from workspace import CASE, clause, library, write

from briefkit.diagnostics import Diagnostic
from briefkit.shelf import read_layers


def problems_of(place: Path) -> list[tuple[str, str, bool]]:
    problems: list[Diagnostic] = []
    read_layers(place, problems)
    return [(one.code, one.message, one.is_error) for one in problems]


def test_a_folder_of_the_workspace_that_leads_out(alone: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    write(other, library(clause(slug="stolen")))
    (alone / "clauses" / ".keep").unlink()
    (alone / "clauses").rmdir()
    (alone / "clauses").symlink_to(other / "clauses")
    assert problems_of(alone) == [("file-outside", "The link “clauses” leads out of the workspace.", True)]


def test_a_link_below_that_leads_out(alone: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    write(other, {"en.md": "x", "a/en.md": "x"})
    (alone / "clauses" / "arguments").mkdir()
    (alone / "clauses" / "arguments" / "a").symlink_to(other / "a")
    (alone / "clauses" / "facts.yaml").symlink_to(other / "en.md")
    assert problems_of(alone) == [
        ("file-outside", "The link “clauses/arguments/a” leads out of the workspace.", True),
        ("file-outside", "The link “clauses/facts.yaml” leads out of the workspace.", True),
    ]


def test_a_link_to_a_folder_within_is_not_followed(alone: Path) -> None:
    write(alone, {"drafts/a/clause.yaml": "x"})
    (alone / "clauses" / "arguments").mkdir()
    (alone / "clauses" / "arguments" / "a").symlink_to(alone / "drafts" / "a")
    said = "The link “clauses/arguments/a” leads to a folder, and is not followed."
    assert problems_of(alone) == [("file-unread", said, False)]


def test_a_link_to_a_file_within_is_read(alone: Path) -> None:
    write(alone, {"drafts/facts.yaml": "org.name: {type: text, question: {en: Q}}\n"})
    (alone / "clauses" / "facts.yaml").symlink_to(alone / "drafts" / "facts.yaml")
    problems: list[Diagnostic] = []
    assert [path for path in read_layers(alone, problems)[-1] if path.endswith("facts.yaml")] == ["clauses/facts.yaml"]
    assert problems == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
class TestPipes:
    @pytest.mark.parametrize("line", ["sections: {law: pipe}\n", "refs: pipe\n"])
    def test_one_that_the_case_names(self, alone: Path, briefkit: Run, line: str) -> None:
        write(alone, library())
        os.mkfifo(alone / "pipe")
        done = briefkit("check", "case.yaml", files={"case.yaml": CASE + "clauses: none\n" + line})
        assert done.exit_code == 1
        assert done.stderr.startswith("error[file-unreadable]: “pipe” cannot be read: it is no ordinary file.\n  --> case.yaml:4:")

    @pytest.mark.parametrize(("option", "name"), [("--style", "pipe.csl"), ("--template", "pipe.docx")])
    def test_one_that_an_option_names(self, alone: Path, briefkit: Run, option: str, name: str) -> None:
        write(alone, library())
        os.mkfifo(alone / name)
        done = briefkit("check", "case.yaml", option, name, files={"case.yaml": CASE + "clauses: none\n"})
        assert done.stderr.startswith(f"error[file-unreadable]: “{name}” cannot be read: it is no ordinary file.")

    def test_one_in_the_workspace(self, alone: Path) -> None:
        os.mkfifo(alone / "clauses" / "facts.yaml")
        os.mkfifo(alone / "styles" / "look.docx")
        assert problems_of(alone) == []
