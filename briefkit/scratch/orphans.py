"""Programs that outlive the run that started them: LibreOffice still holds a document when briefkit was killed."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

_SECONDS = 10


def end_those_in(folder: Path) -> None:
    """End the programs that were started to work in a folder: its name, which no other has, stands in their command."""
    if sys.platform == "win32":
        return
    for process in _at_work_in(folder):
        with contextlib.suppress(OSError):
            if os.getpgid(process) == process:  # it leads a group of its own, and goes with all that it started
                os.killpg(process, signal.SIGKILL)
            else:
                os.kill(process, signal.SIGKILL)


def _at_work_in(folder: Path) -> list[int]:
    try:
        done = subprocess.run(
            ["ps", "-A", "-ww", "-o", "pid=", "-o", "command="],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    rows = [line.split(None, 1) for line in done.stdout.splitlines()]
    name = f"/{folder.name}/".encode()
    return [int(row[0]) for row in rows if len(row) == 2 and name in row[1] and int(row[0]) != os.getpid()]
