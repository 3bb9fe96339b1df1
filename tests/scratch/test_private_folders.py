"""Temporary files: in one private folder, and gone however a run ends."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from briefkit.scratch import clear_up, half_made_in, laid_beside, private_folder

POSIX = pytest.mark.skipif(os.name == "nt", reason="rights of files are POSIX's")
WAITS = "    print(folder, flush=True)\n    time.sleep(600)\n"
HOLDS = f"import time\nfrom briefkit.scratch import private_folder\nwith private_folder() as folder:\n{WAITS}"
LAYS = (
    "import sys, time\nfrom pathlib import Path\nfrom briefkit.scratch import laid_beside\n"
    "with laid_beside(Path(sys.argv[1])) as folder:\n    folder.write_text('half')\n" + WAITS
)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def started(script: str, *arguments: str) -> tuple[subprocess.Popen[str], Path]:
    """A run that has got so far as to make something, and what it made."""
    run = subprocess.Popen([sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    return run, Path(run.stdout.readline().strip())


def ended(run: subprocess.Popen[str], number: signal.Signals) -> None:
    run.send_signal(number)
    assert run.wait(20) != 0
    assert run.stdout is not None
    run.stdout.close()


def test_it_is_there_and_gone_again(temporary: Path) -> None:
    with private_folder() as folder:
        (folder / "a").write_text("x")
        assert folder.is_relative_to(temporary)
    assert list(temporary.iterdir()) == []


def test_two_at_once_do_not_meet(temporary: Path) -> None:
    with private_folder() as one:
        with private_folder() as other:
            assert (one != other, one.is_dir(), other.is_dir()) == (True, True, True)
        assert (one.is_dir(), other.exists()) == (True, False)
    assert list(temporary.iterdir()) == []


def test_it_is_gone_when_the_work_fails(temporary: Path) -> None:
    with pytest.raises(ValueError, match="wrong"), private_folder() as folder:
        (folder / "a").write_text("x")
        raise ValueError("wrong")
    assert list(temporary.iterdir()) == []


@POSIX
def test_nobody_else_can_look_into_it(temporary: Path) -> None:
    before = os.umask(0)
    try:
        with private_folder() as folder:
            assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent)] == [0o700, 0o700]
    finally:
        os.umask(before)


@POSIX
def test_a_base_that_others_can_look_into_is_closed_to_them(temporary: Path) -> None:
    with private_folder() as folder:
        base = folder.parent
    base.mkdir(mode=0o755)
    base.chmod(0o755)
    with private_folder() as folder:
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


@POSIX
@pytest.mark.parametrize("trap", ["link", "file"])
def test_what_somebody_laid_in_its_place_is_passed_over(temporary: Path, trap: str) -> None:
    with private_folder() as folder:
        base = folder.parent
    (temporary / "theirs").mkdir()
    if trap == "link":
        base.symlink_to(temporary / "theirs")
    else:
        base.write_text("theirs")
    with private_folder() as folder:
        assert (folder.parent != base, folder.parent.parent) == (True, temporary)
    clear_up()
    assert sorted(path.name for path in temporary.iterdir()) == sorted([base.name, "theirs"])
    assert list((temporary / "theirs").iterdir()) == []


@POSIX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_run_that_is_asked_to_end_leaves_nothing(temporary: Path, number: signal.Signals) -> None:
    run, folder = started(HOLDS)
    assert folder.is_dir()
    ended(run, number)
    assert list(temporary.iterdir()) == []


@POSIX
def test_what_a_killed_run_leaves_is_removed_by_the_next(temporary: Path) -> None:
    run, folder = started(HOLDS)
    ended(run, signal.SIGKILL)
    assert folder.is_dir()
    clear_up()
    assert list(temporary.iterdir()) == []


@POSIX
def test_what_is_in_use_stays(temporary: Path) -> None:
    run, folder = started(HOLDS)
    try:
        clear_up()
        with private_folder():
            assert folder.is_dir()
        assert folder.is_dir()
    finally:
        ended(run, signal.SIGTERM)
    assert list(temporary.iterdir()) == []


@POSIX
def test_what_a_killed_run_laid_beside_a_target_goes_with_it(temporary: Path, tmp_path: Path) -> None:
    run, beside = started(LAYS, str(tmp_path / "opinion.docx"))
    ended(run, signal.SIGKILL)
    assert half_made_in(tmp_path) == [beside]
    clear_up()
    assert (half_made_in(tmp_path), list(temporary.iterdir())) == ([], [])


@POSIX
def test_a_note_of_a_file_that_is_no_half_made_one_removes_nothing(temporary: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("x")
    run, folder = started(HOLDS)
    (folder / "beside").write_bytes(os.fsencode(mine))
    ended(run, signal.SIGKILL)
    clear_up()
    assert (mine.read_text(), list(temporary.iterdir())) == ("x", [])


@POSIX
def test_a_program_that_a_killed_run_started_is_ended(temporary: Path) -> None:
    run, folder = started(HOLDS)
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", f"file://{folder}/profile"], start_new_session=True)
    ended(run, signal.SIGKILL)
    clear_up()
    assert child.wait(20) == -signal.SIGKILL


def test_half_made_files_are_gone_when_writing_ends(tmp_path: Path) -> None:
    with pytest.raises(OSError), laid_beside(tmp_path / "a.docx") as beside:
        beside.write_text("x")
        raise OSError
    assert half_made_in(tmp_path) == []


def test_without_room_for_temporary_files_writing_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with laid_beside(tmp_path / "a.docx") as beside:
        beside.write_text("x")
        beside.replace(tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_text() == "x"


@POSIX
def test_many_runs_at_once_clean_up_after_all_of_them(temporary: Path) -> None:
    script = "import time\nfrom briefkit.scratch import private_folder\nfor _ in range(40):\n    with private_folder() as folder:\n"
    script += "        (folder / 'a').write_text('x')\n        assert (folder / 'a').read_text() == 'x'\n"
    began = time.monotonic()
    runs = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(4)]
    assert [run.wait(60) for run in runs] == [0, 0, 0, 0]
    assert list(temporary.iterdir()) == []
    assert time.monotonic() - began < 60
