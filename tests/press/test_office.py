"""LibreOffice: what is asked of it, and what happens where it is missing, crashes, hangs or makes rubbish."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from offices import COPIES, CRASHES, HANGS, MAKES_NOTHING, MAKES_RUBBISH, stand_in

from briefkit.press import Office
from briefkit.press.commands import installing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for LibreOffice are shell scripts")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files, which is empty after each test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def is_there(process: int) -> bool:
    """Whether a process still runs; one that waits to be collected does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(process: int) -> bool:
    for _ in range(50):
        if not is_there(process):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    ("does", "ending", "said"),
    [
        (CRASHES, "odt", "LibreOffice ended with an error."),
        (MAKES_NOTHING, "odt", "LibreOffice made no file."),
        (HANGS, "odt", "LibreOffice did not finish within 1 seconds and was ended."),
    ],
)
def test_a_libreoffice_that_fails_says_how(tmp_path: Path, does: str, ending: str, said: str) -> None:
    with Office(stand_in(tmp_path, does), limit=1) as office:
        made = office.convert(b"a document", ending)
    [problem] = made.diagnostics
    assert made.value is None
    assert (problem.code, problem.is_error, problem.message) == ("press-failed", True, said)
    assert "briefkit doctor" in problem.hint


def test_a_libreoffice_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    began = time.monotonic()
    with Office(stand_in(tmp_path, HANGS), limit=1) as office:
        office.lay_out(b"a document", ())
    assert time.monotonic() - began < 20
    assert gone(int((tmp_path / "child").read_text()))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with Office(stand_in(tmp_path, MAKES_RUBBISH)) as office:
        problems = (*office.lay_out(b"a document", ["_Toc00000001"]).diagnostics, *office.convert(b"a document", "odt").diagnostics)
    assert [one.message for one in problems] == ["LibreOffice made a file that cannot be read."] * 2


def test_a_program_that_cannot_be_started(tmp_path: Path) -> None:
    (tmp_path / "soffice").write_bytes(b"\x7fno program")
    (tmp_path / "soffice").chmod(0o755)
    with Office(tmp_path / "soffice") as office:
        [problem] = office.convert(b"a document", "odt").diagnostics
    assert problem.message.startswith("LibreOffice could not be started: ")


def test_each_run_has_a_private_folder_and_one_profile_of_its_own(tmp_path: Path) -> None:
    program = stand_in(tmp_path, COPIES)
    for _ in range(2):
        with Office(program) as office:
            office.convert(b"one", "odt")
            office.convert(b"another", "odt")
    profiles = (tmp_path / "profiles").read_text().split()
    assert len(profiles) == 4
    assert len(set(profiles)) == 2
    assert {line[:10] for line in (tmp_path / "folder").read_text().splitlines()} == {"drwx------"}


def test_without_libreoffice_the_command_that_installs_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "apt-get").write_text("#!/bin/sh\n")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with Office() as office:
        [problem] = office.convert(b"a document", "pdf").diagnostics
    assert (problem.code, problem.message) == ("press-missing", "LibreOffice is not installed.")
    assert problem.hint.endswith("apt-get install libreoffice-writer-nogui")


def test_where_no_command_is_known_the_place_to_get_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with Office() as office:
        [problem] = office.convert(b"a document", "pdf").diagnostics
    assert problem.hint == "install LibreOffice from www.libreoffice.org"
    assert installing("fonts") == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_run_that_is_ended_from_outside_leaves_nothing(tmp_path: Path, temporary: Path, number: signal.Signals) -> None:
    program = stand_in(tmp_path, HANGS)
    script = "import sys\nfrom pathlib import Path\nfrom briefkit.press import Office\nwith Office(Path(sys.argv[1])) as office:\n"
    script += "    office.convert(b'a document', 'odt')\n"
    environment = {**os.environ, "TMPDIR": str(temporary)}
    run = subprocess.Popen([sys.executable, "-c", script, str(program)], env=environment, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            if (tmp_path / "folder").exists():
                break
            time.sleep(0.1)
        assert list(temporary.iterdir())
        run.send_signal(number)
        assert run.wait(20) != 0
    finally:
        if run.poll() is None:
            run.kill()
    assert gone(int((tmp_path / "child").read_text()))
