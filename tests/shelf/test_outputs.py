"""Outputs on the disk: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from briefkit.diagnostics import Diagnostic
from briefkit.shelf import Output, write_outputs
from briefkit.shelf.outputs import write_whole


def put(case: Path, force: bool = False, **files: bytes) -> tuple[Diagnostic, ...]:
    """Write files beside a case; `a_docx` is a.docx."""
    return write_outputs([Output(case.parent / name.replace("_", "."), data) for name, data in files.items()], case, force)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "case.yaml"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".briefkit")


class TestWholeOrNotAtAll:
    def test_written(self, case: Path) -> None:
        assert put(case, a_docx=b"one", a_txt=b"two") == ()
        assert (case.parent / "a.docx").read_bytes() == b"one"
        assert (case.parent / "a.txt").read_bytes() == b"two"
        assert names(case.parent) == ["a.docx", "a.txt"]

    @pytest.mark.parametrize("failing", ["fsync", "open"])
    def test_a_failure_while_writing_leaves_all_as_it_was(self, case: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
        put(case, a_docx=b"old", b_txt=b"old")
        fail_at(monkeypatch, failing, 2)
        [problem] = put(case, a_docx=b"new", b_txt=b"new")
        assert (problem.code, problem.is_error) == ("output-unwritable", True)
        assert "b.txt” cannot be written: No space left on device." in problem.message
        assert [(case.parent / name).read_bytes() for name in names(case.parent)] == [b"old", b"old"]
        monkeypatch.undo()
        assert put(case, a_docx=b"new", b_txt=b"new") == ()

    def test_a_failure_while_putting_in_place_leaves_that_file_and_what_is_beside_it(
        self, case: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(case, a_docx=b"old", b_txt=b"old")
        replace = Path.replace

        def fails(self: Path, target: Path) -> Path:
            if target.name == "b.txt":
                raise PermissionError(13, "Permission denied")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", fails)
        [problem] = put(case, a_docx=b"new", b_txt=b"new")
        assert problem.message.endswith("b.txt” cannot be written: Permission denied.")
        assert problem.hint == "close it in Word if it is open there"
        assert (case.parent / "b.txt").read_bytes() == b"old"
        assert names(case.parent) == ["a.docx", "b.txt"]
        monkeypatch.undo()
        assert put(case, a_docx=b"newer") == ()  # what was put in place is remembered as built

    def test_a_folder_in_its_place(self, case: Path) -> None:
        (case.parent / "a.docx").mkdir()
        [problem] = put(case, b_txt=b"x", a_docx=b"x")
        assert (problem.code, problem.hint) == ("output-unwritable", "a folder has this name; choose another")
        assert names(case.parent) == ["a.docx"]

    def test_a_folder_that_is_not_there(self, case: Path) -> None:
        [problem] = write_outputs([Output(case.parent / "no" / "a.docx", b"x")], case)
        assert (problem.code, problem.hint) == ("output-unwritable", "choose a folder that exists and can be written to")
        assert problem.message == f"“{case.parent / 'no' / 'a.docx'}” cannot be written: No such file or directory."
        assert not (case.parent / ".briefkit").exists()

    @pytest.mark.skipif(os.name == "nt", reason="rights of files are POSIX's")
    def test_rights_stay_as_they_were_and_are_ordinary_for_a_new_file(self, case: Path) -> None:
        put(case, a_txt=b"x")
        path = case.parent / "a.txt"
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        path.chmod(0o600)
        put(case, a_txt=b"y")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_one_file_alone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert write_whole(tmp_path / "a", b"old") is None
        fail_at(monkeypatch, "fsync", 1)
        assert write_whole(tmp_path / "a", b"new") is not None
        assert (tmp_path / "a").read_bytes() == b"old"
        assert names(tmp_path) == ["a"]


def fail_at(monkeypatch: pytest.MonkeyPatch, function: str, turn: int) -> None:
    """Make the disk full at the n-th call of a function."""
    turns = 0
    owner = Path if function == "open" else os
    real = getattr(owner, function)

    def counted(*args, **kwargs):  # type: ignore[no-untyped-def]
        nonlocal turns
        if function == "open" and args[1:] != ("xb",):
            return real(*args, **kwargs)  # reading is no writing
        turns += 1
        if turns == turn:
            raise OSError(28, "No space left on device")
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, function, counted)


class TestSomebodysWork:
    def test_a_word_file_as_it_was_built_is_replaced(self, case: Path) -> None:
        put(case, a_docx=b"one")
        assert put(case, a_docx=b"two") == ()
        assert put(case, a_docx=b"three") == ()
        assert (case.parent / "a.docx").read_bytes() == b"three"

    @pytest.mark.parametrize("edit", [b"", b"on", b"one ", b"onE"])
    def test_a_word_file_that_was_changed_is_kept(self, case: Path, edit: bytes) -> None:
        put(case, a_docx=b"one", b_txt=b"one")
        (case.parent / "a.docx").write_bytes(edit)
        [problem] = put(case, a_docx=b"two", b_txt=b"two")
        assert problem.code == "output-changed"
        assert problem.message == f"“{case.parent / 'a.docx'}” was changed since briefkit built it, or was not built by it."
        assert problem.hint == "save your edits under another name, choose another -o, or add --force"
        assert (case.parent / "a.docx").read_bytes() == edit
        assert (case.parent / "b.txt").read_bytes() == b"one"

    @pytest.mark.parametrize("name", ["a.docx", "a.DOCX", "a.Docx"])
    def test_a_word_file_that_briefkit_did_not_build_is_kept(self, case: Path, name: str) -> None:
        (case.parent / name).write_bytes(b"somebody's")
        [problem] = write_outputs([Output(case.parent / name, b"x")], case)
        assert problem.code == "output-changed"
        assert (case.parent / name).read_bytes() == b"somebody's"

    def test_all_of_them_are_named(self, case: Path) -> None:
        for name in ("a.docx", "b.docx"):
            (case.parent / name).write_bytes(b"somebody's")
        assert [problem.code for problem in put(case, a_docx=b"x", b_docx=b"x")] == ["output-changed"] * 2

    def test_force_replaces_it_and_remembers(self, case: Path) -> None:
        (case.parent / "a.docx").write_bytes(b"somebody's")
        assert put(case, force=True, a_docx=b"two") == ()
        assert put(case, a_docx=b"three") == ()

    def test_the_same_bytes_are_nobodys_loss(self, case: Path) -> None:
        (case.parent / "a.docx").write_bytes(b"same")
        assert put(case, a_docx=b"same") == ()

    def test_a_text_file_is_as_much_somebodys(self, case: Path) -> None:
        (case.parent / "a.txt").write_bytes(b"somebody's")
        assert [problem.code for problem in put(case, a_txt=b"x")] == ["output-changed"]
        assert (case.parent / "a.txt").read_bytes() == b"somebody's"
        assert put(case, force=True, a_txt=b"x") == ()
        assert put(case, a_txt=b"y") == ()  # as it was built

    @pytest.mark.parametrize("record", [b"", b"[]", b"{", b"\xff"])
    def test_a_lost_record_means_asking(self, case: Path, record: bytes) -> None:
        put(case, a_docx=b"one")
        (case.parent / ".briefkit" / "outputs.json").write_bytes(record)
        assert [problem.code for problem in put(case, a_docx=b"two")] == ["output-changed"]
        assert put(case, a_docx=b"one") == ()

    @pytest.mark.parametrize("name", ["case.yaml", "own/notes.txt", "own/../own/notes.txt"])
    def test_what_the_case_is_made_of_is_never_an_output(self, case: Path, name: str) -> None:
        (case.parent / "own").mkdir()
        for path in (case, case.parent / "own" / "notes.txt"):
            path.write_bytes(b"mine")
        outputs = [Output(case.parent / "a.txt", b"x"), Output(case.parent / name, b"x")]
        [problem] = write_outputs(outputs, case, force=True, read=[case.parent / "own" / "notes.txt"])
        assert (problem.code, problem.hint) == ("output-unwritable", "choose another -o")
        assert "is a file that the case itself is made of" in problem.message
        assert (case.parent / name).read_bytes() == b"mine"
        assert not (case.parent / "a.txt").exists()

    def test_the_record_is_out_of_the_way_of_git(self, case: Path) -> None:
        put(case, a_docx=b"one")
        kept = case.parent / ".briefkit"
        assert (kept / ".gitignore").read_bytes() == b"*\n"
        assert list(json.loads((kept / "outputs.json").read_bytes())) == [(case.parent / "a.docx").resolve().as_posix()]

    def test_a_record_that_cannot_be_kept_does_no_harm(self, case: Path) -> None:
        (case.parent / ".briefkit").write_bytes(b"a file")
        assert put(case, a_docx=b"one") == ()
        assert (case.parent / "a.docx").read_bytes() == b"one"
