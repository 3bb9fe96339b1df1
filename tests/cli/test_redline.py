"""briefkit redline: what it prints, what it writes, how it exits."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from conftest import Run
from workspace import CASE, clause, library, write

pytest.importorskip("python_redlines", reason="the extra “redline” is not installed")

OLD_TEXT = "The State must act [@covenant, art 22(1)].\n\nIt must act soon."
NEW_TEXT = "The State shall act [@covenant, art 22(2)].\n\nA paragraph between.\n\nIt must act soon."


def document(path: Path, *paragraphs: str) -> None:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(path))


@pytest.fixture
def two(folder: Path) -> Path:
    """A folder with two Word files: old.docx and new.docx."""
    document(folder / "old.docx", "The State must act.", "It has not.")
    document(folder / "new.docx", "The State shall act.", "It has not.")
    return folder


@pytest.fixture
def repository(alone: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a case, whose library has an old clause in its first commit and a new one in its second."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    identity = ["-c", "user.name=A tester", "-c", "user.email=tester@example.org"]
    subprocess.run(["git", "init", "--quiet"], check=True)
    for text in (OLD_TEXT, NEW_TEXT):
        write(alone, {**library(clause(text, slug="a")), "case.yaml": CASE + "date: 2026-03-04\nclauses: {include: [a]}\n"})
        subprocess.run(["git", "add", "--all"], check=True)
        subprocess.run(["git", *identity, "commit", "--quiet", "-m", "A commit"], check=True)
    return alone


def tracked(path: Path) -> list[tuple[str, str]]:
    """What was deleted and inserted in the body, in order."""
    body = docx.Document(str(path)).element.body
    found = []
    for mark in body.iter("{*}ins", "{*}del"):
        text = "".join(node.text or "" for node in mark.iter("{*}t", "{*}delText"))
        found += [(mark.tag.rpartition("}")[2], text)] if text else []
    return found


def test_two_word_files(two: Path, briefkit: Run) -> None:
    ran = briefkit("redline", "old.docx", "new.docx", "-o", "redline.docx")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "Wrote redline.docx: changes in 1 paragraph\n", "")
    assert sorted(tracked(two / "redline.docx")) == [("del", "must"), ("ins", "shall")]


def test_the_same_text_twice(two: Path, briefkit: Run) -> None:
    ran = briefkit("redline", "old.docx", "old.docx", "-o", "redline.docx")
    assert (ran.exit_code, ran.stdout) == (0, "Wrote redline.docx: the two texts are the same\n")


def test_author_and_date(two: Path, briefkit: Run) -> None:
    briefkit("redline", "old.docx", "new.docx", "-o", "redline.docx", "--author", "Second reader", "--date", "2026-02-03")
    body = ZipFile(two / "redline.docx").read("word/document.xml").decode()
    assert 'w:author="Second reader"' in body
    assert 'w:date="2026-02-03T00:00:00Z"' in body


def test_nobody_is_named_unless_told(two: Path, briefkit: Run) -> None:
    briefkit("redline", "old.docx", "new.docx", "-o", "redline.docx")
    body = ZipFile(two / "redline.docx").read("word/document.xml").decode()
    assert 'w:author="Reviewer" w:id="1" w:date="1970-01-01T00:00:00Z"' in body


def test_the_same_bytes_again(two: Path, briefkit: Run) -> None:
    for name in ("one.docx", "two.docx"):
        briefkit("redline", "old.docx", "new.docx", "-o", name)
    assert (two / "one.docx").read_bytes() == (two / "two.docx").read_bytes()


def test_properties_tell_of_no_person_and_no_day(two: Path, briefkit: Run) -> None:
    briefkit("redline", "old.docx", "new.docx", "-o", "redline.docx")
    about = docx.Document(str(two / "redline.docx")).core_properties
    assert (about.author, about.last_modified_by, about.created, about.modified) == ("", "", None, None)


def test_as_json(two: Path, briefkit: Run) -> None:
    ran = briefkit("redline", "old.docx", "new.docx", "-o", "redline.docx", "--format", "json")
    assert json.loads(ran.stdout) == {"output": "redline.docx", "paragraphs": 1, "diagnostics": []}


class TestCases:
    def test_two_cases(self, alone: Path, briefkit: Run) -> None:
        write(alone, library(clause("The State must act [@covenant, art 22(1)].", slug="a"), clause("It may wait.", slug="b")))
        for name, excluded in (("first", "b"), ("second", "")):
            write(alone, {f"{name}/case.yaml": f"{CASE}date: 2026-03-04\nclauses: {{exclude: [{excluded}]}}\n"})
        ran = briefkit("redline", "first", "second/case.yaml", "-o", "redline.docx")
        assert (ran.exit_code, ran.stderr) == (0, "")
        assert ("ins", "It may wait.") in tracked(alone / "redline.docx")
        assert 'w:date="2026-03-04T00:00:00Z"' in ZipFile(alone / "redline.docx").read("word/document.xml").decode()

    def test_a_filed_document_and_a_case(self, repository: Path, briefkit: Run) -> None:
        briefkit("build", "case.yaml", "-o", "filed.docx")
        ran = briefkit("redline", "filed.docx", "case.yaml", "-o", "redline.docx")
        assert (ran.exit_code, ran.stdout) == (0, "Wrote redline.docx: the two texts are the same\n")

    @pytest.mark.parametrize("to", [[], ["--to", "HEAD"]])
    def test_one_case_at_two_revisions_of_its_library(self, repository: Path, briefkit: Run, to: list[str]) -> None:
        ran = briefkit("redline", "case.yaml", "--from", "HEAD~1", *to, "-o", "redline.docx")
        assert (ran.exit_code, ran.stderr) == (0, "")
        found = tracked(repository / "redline.docx")
        assert {("del", "must"), ("ins", "shall"), ("ins", "A paragraph between.")} <= set(found)
        notes = ZipFile(repository / "redline.docx").read("word/footnotes.xml").decode()
        assert "<w:del " in notes

    def test_what_stands_in_the_tree_is_the_newer_one(self, repository: Path, briefkit: Run) -> None:
        write(repository, clause(NEW_TEXT + "\n\nNot committed yet.", slug="a"))
        briefkit("redline", "case.yaml", "--from", "HEAD", "-o", "redline.docx")
        assert tracked(repository / "redline.docx") == [("ins", "Not committed yet.")]

    def test_a_case_that_does_not_build(self, repository: Path, briefkit: Run) -> None:
        write(repository, clause("It cites [@nothing].", slug="a"))
        ran = briefkit("redline", "case.yaml", "--from", "HEAD", "-o", "redline.docx")
        assert (ran.exit_code, "error[unknown-authority]" in ran.stderr) == (1, True)
        assert "Nothing was written: 1 error.\n" in ran.stderr
        assert not (repository / "redline.docx").exists()

    def test_an_unknown_revision(self, repository: Path, briefkit: Run) -> None:
        ran = briefkit("redline", "case.yaml", "--from", "v9", "-o", "redline.docx")
        assert (ran.exit_code, "error[unknown-revision]" in ran.stderr) == (1, True)

    def test_a_case_of_another_workspace(self, repository: Path, briefkit: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
        other = tmp_path_factory.mktemp("other")
        write(other, {"clauses/.keep": "", "case.yaml": CASE})
        ran = briefkit("redline", str(other / "case.yaml"), "--from", "HEAD", "-o", "redline.docx")
        assert (ran.exit_code, "in its own workspace" in ran.stderr) == (1, True)


class TestNothingChangesOnTheDisk:
    @pytest.mark.parametrize(
        ("name", "data", "code"),
        [
            ("bad.docx", b"Dear Sir", "redline-unreadable"),
            ("bad.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "redline-unreadable"),
            ("bad.docx", b"", "redline-unreadable"),
            ("bad.pdf", b"%PDF-1.7", "redline-unreadable"),
            ("bad.yaml", b"profile: [", "yaml-syntax"),
        ],
        ids=["no zip", "encrypted", "empty", "PDF", "no case"],
    )
    @pytest.mark.parametrize("second", [False, True])
    def test_bad_input(self, two: Path, briefkit: Run, name: str, data: bytes, code: str, second: bool) -> None:
        (two / name).write_bytes(data)
        before = listed(two)
        pair = ("old.docx", name) if second else (name, "old.docx")
        ran = briefkit("redline", *pair, "-o", "redline.docx")
        assert (ran.exit_code, f"error[{code}]" in ran.stderr) == (1, True)
        assert listed(two) == before

    def test_a_missing_file(self, two: Path, briefkit: Run) -> None:
        ran = briefkit("redline", "odl.docx", "new.docx", "-o", "redline.docx")
        assert (ran.exit_code, "did you mean “old.docx”?" in ran.stderr) == (1, True)

    def test_tracked_changes_already(self, two: Path, briefkit: Run) -> None:
        briefkit("redline", "old.docx", "new.docx", "-o", "first.docx")
        before = listed(two)
        ran = briefkit("redline", "first.docx", "new.docx", "-o", "redline.docx")
        assert (ran.exit_code, "error[redline-tracked]" in ran.stderr) == (1, True)
        assert "accept or reject them in Word first" in ran.stderr
        assert listed(two) == before

    def test_a_file_that_is_there(self, two: Path, briefkit: Run) -> None:
        (two / "redline.docx").write_bytes(b"mine")
        ran = briefkit("redline", "old.docx", "new.docx", "-o", "redline.docx")
        assert (ran.exit_code, "error[output-changed]" in ran.stderr) == (1, True)
        assert (two / "redline.docx").read_bytes() == b"mine"
        assert briefkit("redline", "old.docx", "new.docx", "-o", "redline.docx", "--force").exit_code == 0

    @pytest.mark.parametrize("name", ["old.docx", "new.docx", "./old.docx"])
    def test_never_over_what_is_compared(self, two: Path, briefkit: Run, name: str) -> None:
        before = listed(two)
        ran = briefkit("redline", "old.docx", "new.docx", "-o", name, "--force")
        assert (ran.exit_code, "error[output-unwritable]" in ran.stderr) == (1, True)
        assert listed(two) == before

    def test_without_the_extra(self, two: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "python_redlines", None)
        ran = briefkit("redline", "old.docx", "new.docx", "-o", "redline.docx")
        assert (ran.exit_code, "error[redline-missing]" in ran.stderr) == (1, True)
        assert "pip install 'briefkit[redline]'" in ran.stderr

    def test_as_json(self, two: Path, briefkit: Run) -> None:
        ran = briefkit("redline", "old.docx", "nothing.docx", "-o", "redline.docx", "--format", "json")
        told = json.loads(ran.stdout)
        assert (ran.exit_code, told["output"], [one["code"] for one in told["diagnostics"]]) == (1, None, ["file-missing"])


def listed(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["old.docx", "new.docx"], "Missing option '-o'"),
        (["old.docx", "new.docx", "-o", "redline.pdf"], "ends in .docx"),
        (["old.docx", "-o", "r.docx"], "Give OLD and NEW"),
        (["case.yaml", "--to", "HEAD", "-o", "r.docx"], "Give OLD and NEW"),
        (["old.docx", "new.docx", "--from", "HEAD", "-o", "r.docx"], "give no NEW"),
        (["old.docx", "--from", "HEAD", "-o", "r.docx"], "is a Word file"),
        (["old.docx", "new.docx", "--lang", "ru", "-o", "r.docx"], "are for cases"),
        (["old.docx", "new.docx", "--author", " ", "-o", "r.docx"], "--author"),
    ],
)
def test_words_that_do_not_go_together(two: Path, briefkit: Run, words: list[str], says: str) -> None:
    ran = briefkit("redline", *words)
    assert (ran.exit_code, says in ran.stderr) == (2, True)


def test_a_day_that_is_none(two: Path, briefkit: Run) -> None:
    ran = briefkit("redline", "old.docx", "new.docx", "--date", "2026-02-30", "-o", "r.docx")
    assert (ran.exit_code, "error[bad-date]" in ran.stderr) == (1, True)
