"""A build that is killed: the next run, whatever it does, leaves nothing of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from workspace import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a shell script")

# It writes more than it was asked to, as LibreOffice does, and never ends.
HANGS = """#!/bin/sh
echo a name > "$TMPDIR/lu1.tmp"
sleep 600 &
echo $! > "{seen}/child"
wait
"""


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def briefkit(environment: dict[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "briefkit", *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def waits_for(path: Path) -> bool:
    for _ in range(600):
        if path.exists() and path.read_text():
            return True
        time.sleep(0.1)
    return False


def runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("next_run", [["--help"], ["schema", "case"], ["build", "CASE", "-o", "OUT/memo.txt"]])
def test_the_next_run_leaves_an_empty_temporary_folder(tmp_path: Path, temporary: Path, next_run: list[str]) -> None:
    office, case = tmp_path / "soffice", str(ROOT / "examples" / "memo" / "case.yaml")
    office.write_text(HANGS.format(seen=tmp_path), encoding="utf-8")
    office.chmod(0o755)
    environment = {**os.environ, "TMPDIR": str(temporary), "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    run = briefkit(environment, "build", case, "-o", str(tmp_path / "memo.pdf"))
    try:
        assert waits_for(tmp_path / "child")
        child = int((tmp_path / "child").read_text())
        assert [path.name for path in temporary.rglob("*.docx")] == ["1.docx"]
    finally:
        run.send_signal(signal.SIGKILL)
        run.wait(20)
    assert runs(child)
    arguments = [one.replace("CASE", case).replace("OUT", str(tmp_path)) for one in next_run]
    assert briefkit(environment, *arguments).wait(60) == 0
    assert list(temporary.rglob("*")) == []
    assert not runs(child)
    assert not (tmp_path / "memo.pdf").exists()
