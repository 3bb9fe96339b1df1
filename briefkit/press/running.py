"""Running a program that may hang: within a limit of time, in a group of processes that can be ended as one."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

_QUIET = {"TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp"}  # files that name a time do not tell where it is; no display
_LONGEST = 40  # of a folder in which LibreOffice can make its socket: all systems bound the whole path, the least at 104


class Ended(Enum):
    """How a program ended."""

    WELL = auto()
    CRASHED = auto()
    HUNG = auto()


def run(command: Sequence[str], limit: float, folder: Path) -> Ended:
    """Run a program in a folder, in silence. Whatever keeps it from ending by itself, it is gone afterwards, with all that it started."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **_QUIET, **_kept_in(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return Ended.WELL if process.wait(limit) == 0 else Ended.CRASHED
    except subprocess.TimeoutExpired:
        return Ended.HUNG
    finally:
        if process.returncode is None:
            _end(process)


def _kept_in(folder: Path) -> dict[str, str]:
    """What has LibreOffice make its own temporary files in a folder, which it would leave elsewhere when it is ended."""
    kept = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    return {**kept, "OSL_SOCKET_PATH": str(folder)} if len(str(folder)) <= _LONGEST else kept


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, and its whole group: LibreOffice is started by one that waits for it."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
