"""What briefkit keeps of a case on the disk, and its removal."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import Message, say, say_count
from briefkit.scratch import half_made_in
from briefkit.shelf.builds import BUILDS, forget_last_builds, lock_of
from briefkit.shelf.editions import read_about
from briefkit.shelf.interviews import answers_of
from briefkit.shelf.outputs import KEPT, built_documents, record_of
from briefkit.shelf.reasons import reason_of

_HALF_MADE = say("a file that was half written when briefkit was ended")
_IN_USE = say("a mark of Word or LibreOffice that a document is open; it names who opened it")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file or a folder that is kept of a case, and what it is."""

    path: Path
    what: Message


@dataclass(frozen=True, slots=True)
class Leavings:
    """All that is kept of a case; its documents apart, as they were built, and those that somebody changed since."""

    kept: tuple[Kept, ...]
    documents: tuple[Kept, ...] = ()
    changed: tuple[Path, ...] = ()


def leavings_of(case: Path) -> Leavings:
    """What is kept of a case, which itself need not be there any more."""
    built = built_documents(case)
    documents = tuple(Kept(path, say("a document that was built")) for path, as_built in built if as_built)
    changed = tuple(path for path, as_built in built if not as_built)
    kept = (*_beside(case), *_lock(case), *_around([case.parent, *(path.parent for path, _ in built)], [path for path, _ in built]))
    return Leavings(kept, documents, changed)


def _beside(case: Path) -> Iterator[Kept]:
    """What stands in the folder beside the case: the whole folder, unless it keeps something of another case too."""
    folder = case.parent / KEPT
    builds, others = _builds(case)
    if not folder.is_dir():
        return
    if not others:
        counted = say_count("with the sources of {number} draft", "with the sources of {number} drafts", len(builds))
        kept = say("what is kept beside the case, {builds}", builds=counted) if builds else say("what is kept beside the case")
        yield Kept(folder, kept)
        return
    for build in builds:
        yield Kept(build, say("the sources of a draft"))
    if answers_of(case).exists():
        yield Kept(answers_of(case), say("the answers of an interview"))
    if record_of(case).exists():
        yield Kept(record_of(case), say("where documents were written, and their digests"))


def _builds(case: Path) -> tuple[list[Path], bool]:
    """The kept builds of a case, those that nobody can read among them; and whether anything is kept of another case."""
    folder = case.parent / KEPT
    builds = sorted(path for path in (folder / BUILDS).iterdir() if path.is_dir()) if (folder / BUILDS).is_dir() else []
    named = {path: str(read_about(path).get("case", case.name)) for path in builds}
    interviews = folder.glob("*.interview.json") if folder.is_dir() else ()
    others = any(name != case.name for name in named.values()) or any(path != answers_of(case) for path in interviews)
    return [path for path, name in named.items() if name == case.name], others


def _lock(case: Path) -> Iterator[Kept]:
    if lock_of(case).exists():
        yield Kept(lock_of(case), say("the lock of the case: what its document was made of"))


def _around(folders: Iterable[Path], documents: Iterable[Path]) -> Iterator[Kept]:
    """What briefkit, Word or LibreOffice left beside the case or a document when it was ended."""
    for folder in dict.fromkeys(one.resolve() for one in folders):
        for path in half_made_in(folder):
            yield Kept(path, _HALF_MADE)
    for path in chain.from_iterable(map(_marks_of_use, documents)):
        if path.exists():
            yield Kept(path, _IN_USE)


def _marks_of_use(document: Path) -> list[Path]:
    """LibreOffice marks an open document with its whole name; Word puts its own two characters before it, or for its first."""
    name = document.name
    names = (f".~lock.{name}#", f"~${name}", f"~${name[1:]}", f"~${name[2:]}")
    return [document.with_name(one) for one in names]


def forget(case: Path, kept: Iterable[Kept]) -> tuple[Diagnostic, ...]:
    """Remove what is kept. Problem: `not-forgotten`."""
    problems = [problem for one in kept if (problem := _removed(one.path))]
    forget_last_builds(case)
    return tuple(problems)


def _removed(path: Path) -> Diagnostic | None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except FileNotFoundError:
        return None
    except OSError as error:
        said = say("“{file}” could not be removed: {reason}.", file=path, reason=reason_of(error))
        return diagnose("not-forgotten", said, hint=say("close it where it is open, and try again"))
    return None
