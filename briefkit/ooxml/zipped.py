"""Zip archives: read within limits, written the same each time."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from briefkit.messages import Message, say
from briefkit.ooxml.names import CONTENT_TYPES

MIB = 1024 * 1024
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name: no clock is in the file


_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")  # how a compound file begins (MS-CFB §2.2)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds an encrypted file (MS-OFFCRYPTO §2.3.4.4)

# What zipfile raises for damaged archives, over and above its own error.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, IndexError, RuntimeError, OSError, ValueError)


class BadPackage(ValueError):
    """A file that is not an Office package that briefkit reads; the message says why, in words for its user."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a package may hold. `ratio` is unpacked to packed size, looked at for parts above one MiB."""

    entries: int = 2_000
    part: int = 64 * MIB
    total: int = 256 * MIB
    ratio: int = 200


LIMITS = Limits()


def _every(name: str) -> bool:
    return True


def read_zip(data: bytes, limits: Limits = LIMITS, wanted: Callable[[str], bool] = _every) -> dict[str, bytes]:
    """The files of an archive by name: the parts of a package, without the leading slash. Only those that are `wanted` are unpacked.

    Raises BadPackage for what is not a zip, is damaged or encrypted, goes over a limit, or has two files of one name, a link,
    or a name that leads elsewhere (ECMA-376 Part 2 §6.2). Sizes are measured while unpacking, not believed.
    """
    if data.startswith(_OLD_OFFICE):
        raise BadPackage(_why_old(data))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _unpacked(archive, limits, wanted)
    except BadPackage:
        raise
    except _DAMAGE:
        raise BadPackage(say("it is not a readable zip file")) from None


def _why_old(data: bytes) -> Message:
    """What a file in the container of older Office programs is: Word wraps a file with a password in one, too."""
    if _ENCRYPTED in data:
        return say("it is protected with a password, which has to be taken off in Word first")
    return say("it is a file of an old Word (.doc), which has to be saved as .docx first")


def _unpacked(archive: zipfile.ZipFile, limits: Limits, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    if len(entries) > limits.entries:
        raise BadPackage(say("it holds more than {number} files", number=limits.entries))
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    left = limits.total
    for entry in (one for one in entries if wanted(one.filename)):
        _check_entry(entry, seen)
        part = parts[entry.filename] = _unpack(archive, entry, min(left, limits.part), limits.ratio)
        left -= len(part)
    return parts


def _check_entry(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    if entry.flag_bits & 1:
        raise BadPackage(say("it is encrypted"))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # the two that Part 2 annex B allows
        raise BadPackage(say("it is packed in a way that briefkit does not read"))
    if not name or name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts:
        raise BadPackage(say("its file {file} has a name that leads out of the archive", file=repr(name)))
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise BadPackage(say("its file {file} is a link", file=repr(name)))
    if name.casefold() in seen:  # part names are compared without case (Part 2 §6.2.2.3)
        raise BadPackage(say("it holds {file} twice", file=repr(name)))
    seen.add(name.casefold())


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int, ratio: int) -> bytes:
    with archive.open(entry) as stream:
        part = stream.read(limit + 1)
    if len(part) > limit:
        raise BadPackage(say("its file {file} is too large", file=repr(entry.filename)))
    if len(part) > MIB and len(part) > ratio * max(entry.compress_size, 1):
        raise BadPackage(say("its file {file} is packed suspiciously small", file=repr(entry.filename)))
    return part


def write_zip(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts: `[Content_Types].xml` first, the others by name, nothing of the day or the machine."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return made.getvalue()


def folder_parts(folder: Path) -> dict[str, bytes]:
    """The parts of a package that a folder holds as files; other files (an editor's leavings) stay out."""
    files = [path for path in folder.rglob("*") if path.name.endswith((".xml", ".rels"))]
    return {path.relative_to(folder).as_posix(): path.read_bytes().replace(b"\r\n", b"\n") for path in files}
