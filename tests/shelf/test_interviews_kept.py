"""Interviews on the disk: answers are kept for their owner alone, and a new case is never written over an old one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from briefkit.interview import CaseTexts
from briefkit.shelf import KeptAnswer, forget_answers, keep_answers, kept_answers, present, write_case

TEXTS = CaseTexts("profile: memo\n", "# secret\nname: X\n", True, (("own/law.md", "To be written."),))
OPEN = CaseTexts("profile: memo\n", "# secret\n", False, ())
ANSWERS = (KeptAnswer("org.name", -1, "", "Фонд"), KeptAnswer("measures", 0, "date", "14.03.2025"))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "t.yaml"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


class TestAnswers:
    def test_are_kept_and_forgotten(self, case: Path) -> None:
        assert kept_answers(case) == ()
        assert keep_answers(case, ANSWERS) == ()
        assert kept_answers(case) == ANSWERS
        forget_answers(case)
        assert kept_answers(case) == ()
        forget_answers(case)

    @pytest.mark.skipif(os.name == "nt", reason="rights of files are those of POSIX")
    def test_can_be_read_by_their_owner_alone(self, case: Path) -> None:
        keep_answers(case, ANSWERS)
        keep_answers(case, ANSWERS)
        assert mode(case.parent / ".briefkit") == 0o700
        assert mode(case.parent / ".briefkit" / "t.interview.json") == 0o600

    def test_are_out_of_the_way_of_git(self, case: Path) -> None:
        keep_answers(case, ANSWERS)
        assert (case.parent / ".briefkit" / ".gitignore").read_bytes() == b"*\n"

    def test_of_two_cases_stand_apart(self, case: Path) -> None:
        keep_answers(case, ANSWERS)
        assert kept_answers(case.with_name("u.yaml")) == ()

    @pytest.mark.parametrize(
        "text", ["", "{}", "[]", '{"answers": [[1]]}', '{"answers": 1}', '{"answers": [["a", "b", "c", "d"]]}', "\udcff"]
    )
    def test_that_cannot_be_read_any_more_are_none(self, case: Path, text: str) -> None:
        keep_answers(case, ANSWERS)
        (case.parent / ".briefkit" / "t.interview.json").write_bytes(text.encode(errors="surrogateescape"))
        assert kept_answers(case) == ()

    def test_that_cannot_be_kept_are_reported(self, case: Path) -> None:
        (case.parent / ".briefkit").write_bytes(b"a file")
        [problem] = keep_answers(case, ANSWERS)
        assert problem.code == "output-unwritable"


class TestNewCase:
    def test_is_written_with_all_that_belongs_to_it(self, case: Path) -> None:
        made = write_case(case, TEXTS)
        assert made.diagnostics == ()
        assert names(case.parent) == [".gitignore", "own/law.md", "t.secret.yaml", "t.yaml"]
        assert sorted(path.relative_to(case.parent).as_posix() for path in made.value.written) == names(case.parent)
        assert (case.parent / ".gitignore").read_text() == "*.secret.yaml\n.briefkit/\n"

    @pytest.mark.skipif(os.name == "nt", reason="rights of files are those of POSIX")
    @pytest.mark.parametrize("before", [None, 0o644])
    def test_its_secrets_can_be_read_by_their_owner_alone(self, case: Path, before: int | None) -> None:
        secret = case.with_name("t.secret.yaml")
        if before:
            secret.write_bytes(b"old")
            secret.chmod(before)
        write_case(case, TEXTS, force=True)
        assert (mode(secret), mode(case)) == (0o600, 0o666 & ~umask())

    @pytest.mark.parametrize("name", ["t.yaml", "t.secret.yaml"])
    def test_is_not_written_over_another(self, case: Path, name: str) -> None:
        case.with_name(name).write_bytes(b"mine")
        made = write_case(case, TEXTS)
        assert [(one.code, one.hint) for one in made.diagnostics] == [("case-present", "choose another name, or add --force")]
        assert f"“{case.with_name(name)}” is there already." == present(case)[0].message
        assert (names(case.parent), case.with_name(name).read_bytes()) == ([name], b"mine")

    def test_by_force_it_is_but_a_text_of_ones_own_is_kept(self, case: Path) -> None:
        (case.parent / "own").mkdir()
        for name in ("t.yaml", "own/law.md", ".gitignore"):
            (case.parent / name).write_bytes(b"mine")
        made = write_case(case, TEXTS, force=True)
        assert made.value.kept == (case.parent / "own" / "law.md",)
        assert [(case.parent / name).read_bytes()[:4] for name in ("t.yaml", "own/law.md", ".gitignore")] == [b"prof", b"mine", b"mine"]

    def test_the_secrets_of_another_case_do_not_stay_with_it(self, case: Path) -> None:
        write_case(case, TEXTS)
        write_case(case, OPEN, force=True)
        assert case.with_name("t.secret.yaml").read_text() == "# secret\n"

    @pytest.mark.parametrize(
        ("ignored", "exposed"), [(None, False), ("*.docx\n", True), ("*.docx\n*.secret.yaml\n", False), ("/t.secret.yaml", False)]
    )
    def test_a_gitignore_of_ones_own_may_leave_its_secrets_exposed(self, case: Path, ignored: str | None, exposed: bool) -> None:
        if ignored is not None:
            (case.parent / ".gitignore").write_text(ignored)
        assert bool(write_case(case, TEXTS).value.exposed) is exposed
        assert write_case(case, OPEN, force=True).value.exposed == ()

    def test_without_secrets_there_is_no_file_for_them(self, case: Path) -> None:
        write_case(case, OPEN)
        assert names(case.parent) == ["t.yaml"]

    def test_where_no_folder_can_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        made = write_case(tmp_path / "file" / "t.yaml", OPEN)
        assert [one.code for one in made.diagnostics] == ["output-unwritable"]
        assert made.value.written == ()


def umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
