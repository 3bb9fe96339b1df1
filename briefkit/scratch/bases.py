"""The folder below which each piece of work has its own, and the lock under which folders are made and removed there."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefkit.scratch.locks import lock

_LOCK = "lock"
_TRIES = 9  # others may have taken a name in a folder that all users share


def _names() -> Iterator[Path]:
    user = f"-{os.getuid()}" if hasattr(os, "getuid") else ""
    for number in range(_TRIES):
        yield Path(tempfile.gettempdir()) / f"briefkit{user}{f'-{number}' if number else ''}"


def base_folder() -> Path:
    """The base, made where it is missing. Raises OSError where there can be none."""
    for path in _names():
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=0o700)
        with contextlib.suppress(FileNotFoundError):  # another run took it away just now: the next name will do
            if _is_ours(path):
                return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def bases_there() -> list[Path]:
    """The bases that are there."""
    return [path for path in _names() if path.exists() and _is_ours(path)]


def _is_ours(path: Path) -> bool:
    """Whether this is a folder, and no link, that the user owns; nobody else can look into it then."""
    about = path.lstat()
    if not stat.S_ISDIR(about.st_mode) or (hasattr(os, "getuid") and about.st_uid != os.getuid()):
        return False
    if stat.S_IMODE(about.st_mode) != 0o700:
        path.chmod(0o700)
    return True


@contextmanager
def holding(base: Path) -> Iterator[None]:
    """While this lasts, no other run makes or removes a folder in the base."""
    handle = _locked(base)
    try:
        yield
    finally:
        os.close(handle)


def _locked(base: Path) -> int:
    """The base's lock. A run that leaves may take the base with it while we wait for it, so what was locked is looked at again."""
    while True:
        with contextlib.suppress(FileExistsError):
            base.mkdir(mode=0o700)
        with contextlib.suppress(FileNotFoundError):
            handle = os.open(base / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
            lock(handle, wait=True)
            if _is_at(handle, base / _LOCK):
                return handle
            os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def leave(base: Path) -> None:
    """Remove the base, where nothing but its lock is left in it."""
    with contextlib.suppress(OSError):
        if [path.name for path in base.iterdir()] == [_LOCK]:
            (base / _LOCK).unlink()
            base.rmdir()
