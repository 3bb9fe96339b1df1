"""What `briefkit forget` removes, and what it leaves."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from workspace import ROOT, write

from briefkit.cli import main

CASE = "profile: memo\ntitle: A memo\nclauses: none\nsections: {text: body.md}\n"


def briefkit(*arguments: str, typed: str = "", code: int = 0) -> Result:
    done = CliRunner().invoke(main, arguments, input=typed)
    assert (done.exit_code, "Traceback" in done.output) == (code, False), done.output
    return done


@pytest.fixture
def case(folder: Path) -> Path:
    """A folder with a case, of which a draft was built and locked."""
    write(folder, {"my/case.yaml": CASE, "my/body.md": "A text.\n"})
    return folder / "my" / "case.yaml"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_removes_what_is_kept_and_nothing_else(case: Path) -> None:
    briefkit("build", "my", "--lock")
    assert names(case.parent) == [".briefkit", "body.md", "case.docx", "case.lock.yaml", "case.yaml"]
    told = briefkit("forget", "my/case.yaml", "--yes").output
    assert names(case.parent) == ["body.md", "case.docx", "case.yaml"]
    assert "  my/.briefkit  (what is kept beside the case, with the sources of 1 draft)\n" in told
    assert "  my/case.lock.yaml  (the lock of the case: what its document was made of)\n" in told
    assert "Removed.\nThese documents are kept; delete them yourself if they must go:\n  my/case.docx\n" in told


def test_it_says_what_it_cannot_remove(case: Path) -> None:
    told = briefkit("forget", "my").output
    assert told.startswith("briefkit keeps nothing of my/case.yaml.\n")
    for word in ("SSD", "Backups", "version control", "Word keeps files for recovery", "encrypted beforehand"):
        assert word in told.partition("What briefkit cannot remove:\n")[2]


@pytest.mark.parametrize(("typed", "gone"), [("y\n", True), ("да\n", True), ("\n", False), ("no\n", False), ("", False)])
def test_it_asks_first(case: Path, typed: str, gone: bool) -> None:
    briefkit("build", "my")
    done = briefkit("forget", "my", typed=typed, code=0 if gone else 1)
    assert "With --documents, the documents that were built would go too;" in done.output
    assert "Remove this? [y/N]" in done.output
    assert ("Nothing was removed." in done.output) is not gone
    assert (case.parent / ".briefkit").exists() is not gone


def test_documents_go_where_that_is_asked_for_unless_somebody_changed_them(case: Path) -> None:
    briefkit("build", "my", "-o", "my/a.txt", "-o", "my/b.txt")
    (case.parent / "b.txt").write_text("my own words")
    told = briefkit("forget", "my", "--documents", "--yes").output
    assert names(case.parent) == ["b.txt", "body.md", "case.yaml"]
    assert "Changed since they were built, and kept:\n  my/b.txt\n" in told


def test_what_was_half_written_and_marks_of_use_go_too(case: Path) -> None:
    briefkit("build", "my", "-o", "opinion.docx")
    left = [".~lock.opinion.docx#", "~$inion.docx", ".briefkit-0123456789abcdef"]
    write(case.parents[1], {**dict.fromkeys(left, "x"), ".briefkit-mine": "x", ".~lock.other.docx#": "x"})
    briefkit("forget", "my", "--yes")
    assert names(case.parents[1]) == [".briefkit-mine", ".~lock.other.docx#", "clauses", "my", "opinion.docx", "styles"]


def test_what_another_case_in_the_folder_keeps_stays(case: Path) -> None:
    write(case.parent, {"other.yaml": CASE.replace("A memo", "Another")})
    for name in ("case", "other"):
        briefkit("build", f"my/{name}.yaml")
    write(case.parent, {".briefkit/case.interview.json": "{}", ".briefkit/other.interview.json": "{}"})
    before = names(case.parent / ".briefkit" / "builds")
    briefkit("forget", "my/case.yaml", "--yes")
    after = names(case.parent / ".briefkit" / "builds")
    assert (len(before), len(after), set(after) < set(before)) == (3, 2, True)
    assert "other.interview.json" in names(case.parent / ".briefkit")
    assert "case.interview.json" not in names(case.parent / ".briefkit")
    assert "case.yaml" not in (case.parent / ".briefkit" / "builds" / "last.json").read_text()
    briefkit("forget", "my/other.yaml", "--yes")
    assert ".briefkit" not in names(case.parent)


def test_a_case_that_is_gone_can_still_be_forgotten(case: Path) -> None:
    briefkit("build", "my")
    case.unlink()
    briefkit("forget", "my/case.yaml", "--yes")
    assert names(case.parent) == ["body.md", "case.docx"]


def test_what_cannot_be_removed_is_named(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    briefkit("build", "my")

    def refuses(path: Path, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", refuses)
    told = briefkit("forget", "my", "--yes", code=1).output
    assert "error[not-forgotten]" in told
    assert "could not be removed: Permission denied." in told
    assert "\nRemoved." not in told
    monkeypatch.undo()


def test_a_build_after_it_goes_as_before(case: Path) -> None:
    briefkit("build", "my")
    briefkit("forget", "my", "--documents", "--yes")
    briefkit("build", "my")
    assert stat.S_IMODE((case.parent / ".briefkit").stat().st_mode) == 0o700


def test_an_example_is_forgotten_whole(folder: Path) -> None:
    shutil.copytree(ROOT / "examples" / "reporting-fine", folder / "e", ignore=shutil.ignore_patterns(".briefkit", "*.docx", "*.lock.yaml"))
    before = sorted((folder / "e").rglob("*"))
    briefkit("build", "e", "-o", "e/opinion.txt", "--lock")
    briefkit("forget", "e", "--documents", "--yes")
    assert sorted((folder / "e").rglob("*")) == before


def test_where_no_draft_was_built_none_is_counted(case: Path) -> None:
    briefkit("build", "my", "--public")
    told = briefkit("forget", "my", "--yes").output
    assert "  my/.briefkit  (what is kept beside the case)\n" in told
