"""Room on the disk for what must not stay there.

Each piece of work has a folder of its own below one base, which only the user can look into: `<temporary folder>/briefkit-<user>/<name>`.
It is removed however the work ends. What ended with `kill -9` could remove nothing: its folder is told by a lock that nobody holds any
more, and the next command, whichever it is, removes it, with what it left beside a target and what it had started.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from briefkit.scratch.bases import base_folder, bases_there, holding, leave
from briefkit.scratch.ending import ended_in_order
from briefkit.scratch.locks import lock

__all__ = ["clear_up", "ended_in_order", "half_made_in", "laid_beside", "private_folder"]

_ALIVE = "alive"  # locked by the run that the folder is of
_BESIDE = "beside"  # names what the run lays beside a target
_HALF_MADE = re.compile(r"\.briefkit-[0-9a-f]{16}")


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder for files that are gone when this ends. Raises OSError where there is no room for temporary files."""
    with ended_in_order():
        base = base_folder()
        with holding(base):
            _sweep(base)
            folder, alive = _made(base)
        try:
            yield folder
        finally:
            with holding(base):
                os.close(alive)
                _remove(folder)
                leave(base)


@contextmanager
def laid_beside(target: Path) -> Iterator[Path]:
    """A path beside a target for what is to take its place. Whatever stands there when this ends is removed."""
    beside = target.with_name(f".briefkit-{os.urandom(8).hex()}")  # short: the target's own name may be as long as the disk takes
    with ExitStack() as noted:
        with contextlib.suppress(OSError):  # where nothing can be noted, writing may do all the same
            folder = noted.enter_context(private_folder())
            (folder / _BESIDE).write_bytes(os.fsencode(beside.absolute()))
        try:
            yield beside
        finally:
            _remove(beside)


def clear_up() -> None:
    """Remove what runs left that could not clean up themselves."""
    with contextlib.suppress(OSError):
        for base in bases_there():
            with holding(base):
                _sweep(base)
                leave(base)


def half_made_in(folder: Path) -> list[Path]:
    """What a run laid in a folder beside its targets, and could not remove."""
    with contextlib.suppress(OSError):
        return sorted(path for path in folder.iterdir() if _HALF_MADE.fullmatch(path.name))
    return []


def _made(base: Path) -> tuple[Path, int]:
    folder = base / os.urandom(8).hex()
    folder.mkdir(mode=0o700)
    alive = os.open(folder / _ALIVE, os.O_RDWR | os.O_CREAT, 0o600)
    lock(alive, wait=False)
    return folder, alive


def _sweep(base: Path) -> None:
    """Remove the folders whose runs are gone, and what these noted."""
    for folder in [path for path in base.iterdir() if path.is_dir() and not _is_alive(path)]:
        from briefkit.scratch.orphans import end_those_in  # every run comes past here, and hardly one finds anything

        end_those_in(folder)
        _remove_noted(folder)
        _remove(folder)


def _is_alive(folder: Path) -> bool:
    """Whether the run still holds its lock; a folder without one is of a run that came no further."""
    try:
        handle = os.open(folder / _ALIVE, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not lock(handle, wait=False)
    finally:
        os.close(handle)


def _remove_noted(folder: Path) -> None:
    with contextlib.suppress(OSError):
        beside = Path(os.fsdecode((folder / _BESIDE).read_bytes()))
        if _HALF_MADE.fullmatch(beside.name):
            _remove(beside)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
