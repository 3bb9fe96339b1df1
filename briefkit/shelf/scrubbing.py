"""Files to scrub, at the edge: read up to a size, written beside the original, which stays as it is."""

from __future__ import annotations

from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.shelf.outputs import Output, write_new
from briefkit.shelf.reading import read_archive, shown_as

LARGEST = 150_000_000  # bytes: the parts of a file, its pictures unpacked one by one, must have room in memory
MARK = ".scrubbed"


def read_to_scrub(path: Path, problems: list[Diagnostic]) -> bytes | None:
    """What a file holds. Problems: `file-*`."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # reading it says why
    if size <= LARGEST:
        return read_archive(path, problems)
    said = say("“{file}” is larger than {megabytes} MB.", file=shown_as(path), megabytes=LARGEST // 1_000_000)
    hint = say("divide it, or make its pictures smaller, in the program that made it; then scrub what comes of it")
    problems.append(diagnose("file-too-large", said, hint=hint))
    return None


def beside(path: Path) -> Path:
    """Where the scrubbed file goes unless its user says otherwise."""
    return path.with_name(f"{path.stem}{MARK}{path.suffix}")


def write_scrubbed(path: Path, output: Path, data: bytes, force: bool) -> tuple[Diagnostic, ...]:
    """Write a scrubbed file, never over the original; only its owner may read it if that holds for the original.

    Problems: `output-unwritable`, `output-changed`.
    """
    if output.exists() and output.samefile(path):
        said = say("“{file}” is the file that is scrubbed, and it stays as it is.", file=shown_as(output))
        return (
            diagnose("output-unwritable", said, hint=say("choose another -o; when you have looked at it, delete the original yourself")),
        )
    return write_new(Output(output, data, private=not path.stat().st_mode & 0o077), force)
