"""Running a program that may hang: within a limit of time, in a group of processes that can be ended as one."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from types import FrameType
from typing import NoReturn


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
        env={**os.environ, "TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp"},  # files that name a time do not tell where it is; no display
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


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, and its whole group: LibreOffice is started by one that waits for it."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def ended_in_order() -> Iterator[None]:
    """While this lasts, a signal that would end the program at once lets it clean up first; signals that somebody handles stay so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = [number for number in _SIGNALS if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _leave)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
