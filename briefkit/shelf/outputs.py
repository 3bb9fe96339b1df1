"""Outputs onto the disk: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import codecs
import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.scratch import laid_beside
from briefkit.shelf.reasons import reason_of

KEPT = ".briefkit"  # the folder beside a case in which briefkit keeps what it must remember


@dataclass(frozen=True, slots=True)
class Output:
    """Bytes for a path. What is `private` can be read by its owner alone, from before the first byte of it is written."""

    path: Path
    data: bytes
    private: bool = False


def write_outputs(outputs: Iterable[Output], case: Path, force: bool = False, read: Iterable[Path] = ()) -> tuple[Diagnostic, ...]:
    """Write all outputs, or none if one of them may not be written. Problems: `output-unwritable`, `output-changed`.

    All are laid beside their targets first, so that what can fail has failed before the first is put in place.
    `read` are the files that the case is made of: none of them is ever an output.
    """
    outputs = tuple(outputs)
    built = _built(case)
    inputs = {_key(path) for path in (case, *read)}
    problems = [_own(output.path) for output in outputs if _key(output.path) in inputs]
    problems += [problem for output in outputs if not force and (problem := _changed(output, built))]
    if problems:
        return tuple(problems)
    placed: dict[str, str] = {}
    try:
        return _write_all(outputs, placed)
    finally:
        if placed:
            _remember(case, {**built, **placed})


def write_together(outputs: Iterable[Output]) -> tuple[Diagnostic, ...]:
    """Write files that belong together, over what is there: all of them are laid beside their targets before the first is put in place."""
    return _write_all(tuple(outputs), {})


def write_new(output: Output, force: bool = False) -> tuple[Diagnostic, ...]:
    """Write a file that is not there yet, or that may be replaced. Problems: `output-unwritable`, `output-changed`."""
    problem = None if force else _changed(output, {})
    if problem is not None:
        said = say("“{file}” is there already, with other content.", file=output.path)
        return (diagnose("output-changed", said, hint=say("choose another -o, or add --force")),)
    return _write_all((output,), {})


def _write_all(outputs: tuple[Output, ...], placed: dict[str, str]) -> tuple[Diagnostic, ...]:
    """Write them, and note in `placed` the digest of each that was put in place."""
    with ExitStack() as removed:
        laid = [(output, removed.enter_context(laid_beside(_real(output.path)))) for output in outputs]
        for output, beside in laid:
            problem = _lay(output, beside)
            if problem is not None:
                return (problem,)
        for output, beside in laid:
            problem = _put_in_place(beside, output.path)
            if problem is not None:
                return (problem,)
            placed[_key(output.path)] = _digest(output.data)
    return ()


def write_whole(path: Path, data: bytes) -> Diagnostic | None:
    """Write beside the target, flush to the disk, then put it in the target's place: a failure leaves what was there.

    A link stays one: the file that it leads to is written.
    """
    with laid_beside(_real(path)) as beside:
        return _lay(Output(path, data), beside) or _put_in_place(beside, path)


def as_stored(text: str, before: bytes) -> bytes:
    """A text as bytes, with the byte-order mark and the line ends that the file had before."""
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    return mark + text.replace("\n", "\r\n" if b"\r\n" in before else "\n").encode("utf-8")


def _lay(output: Output, beside: Path) -> Diagnostic | None:
    """Write the data beside its target, flushed to the disk.

    Its rights are the target's, or those of any new file; of what is private, the owner's alone.
    """
    real = _real(output.path)
    try:
        if real.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if real.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        with beside.open("xb") as file:
            if output.private:
                beside.chmod(0o600)
            file.write(output.data)
            file.flush()
            os.fsync(file.fileno())
        if real.exists() and not output.private:
            with contextlib.suppress(OSError):
                beside.chmod(real.stat().st_mode & 0o777)
    except OSError as error:
        return _unwritable(output.path, error)
    return None


def _put_in_place(beside: Path, path: Path) -> Diagnostic | None:
    try:
        beside.replace(_real(path))
    except OSError as error:
        return _unwritable(path, error)
    return None


def _unwritable(path: Path, error: OSError) -> Diagnostic:
    hint = say("choose a folder that exists and can be written to")
    with contextlib.suppress(OSError):  # a name that the disk does not take
        if path.is_dir():
            hint = say("a folder has this name; choose another")
        elif path.exists():
            hint = say("close it in Word if it is open there")
    return diagnose("output-unwritable", say("“{file}” cannot be written: {reason}.", file=path, reason=reason_of(error)), hint=hint)


def _changed(output: Output, built: Mapping[str, str]) -> Diagnostic | None:
    """A file that is not as briefkit left it: somebody's own, or with edits that would be lost."""
    try:
        current = output.path.read_bytes() if output.path.is_file() else None
    except OSError:
        return None  # writing it will say why
    if current is None or current == output.data or built.get(_key(output.path)) == _digest(current):
        return None
    said = say("“{file}” was changed since briefkit built it, or was not built by it.", file=output.path)
    return diagnose("output-changed", said, hint=say("save your edits under another name, choose another -o, or add --force"))


def _own(path: Path) -> Diagnostic:
    return diagnose(
        "output-unwritable", say("“{file}” is a file that the case itself is made of.", file=path), hint=say("choose another -o")
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _real(path: Path) -> Path:
    """Where a path leads, its links followed."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # a link that leads to itself, a name that no disk takes
        return path


def _key(path: Path) -> str:
    return _real(path).as_posix()


def record_of(case: Path) -> Path:
    """The file beside a case that tells which documents were written, and how they were then."""
    return case.parent / KEPT / "outputs.json"


def keep_folder(case: Path) -> Path:
    """The folder beside a case in which briefkit keeps what it must remember; git passes over it."""
    folder = case.parent / KEPT
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(folder / ".gitignore", b"*\n")
    return folder


def _built(case: Path) -> dict[str, str]:
    try:
        record = json.loads(record_of(case).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in record.items()} if isinstance(record, dict) else {}


def built_documents(case: Path) -> tuple[tuple[Path, bool], ...]:
    """The documents that were built and are there, each with whether it still is as it was built."""
    there = [(Path(path), digest) for path, digest in sorted(_built(case).items())]
    return tuple((path, _is_as_built(path, digest)) for path, digest in there if path.is_file())


def _is_as_built(path: Path, digest: str) -> bool:
    try:
        return _digest(path.read_bytes()) == digest
    except OSError:
        return False


def _remember(case: Path, built: Mapping[str, str]) -> None:
    """Keep the digests of what was built. Where that cannot be kept, a later build asks for --force: no harm is done."""
    with contextlib.suppress(OSError):
        keep_folder(case)
        write_whole(record_of(case), json.dumps(built, indent=1, sort_keys=True).encode())
