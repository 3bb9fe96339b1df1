"""Redlines at the edge: documents from the disk or built from cases, and the engine that compares them (the extra `redline`)."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefkit.build import Inputs, build
from briefkit.case import read_case
from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.libraries import read_library
from briefkit.messages import Message, say, verbatim
from briefkit.ooxml import write_zip
from briefkit.redline import Redline, WordFile, checked_redline, named_as, spaced_as, to_compare, untouched
from briefkit.scratch import laid_beside, private_folder
from briefkit.shelf.editions import as_in, read_edition
from briefkit.shelf.reading import read_inputs, read_layers, read_template, shown_as, workspace_of
from briefkit.shelf.reasons import reason_of
from briefkit.shelf.stock import FOR_DOCUMENTS

PATIENCE = 600  # seconds for one comparison
UNKNOWN_DAY = date(1970, 1, 1)  # of changes in a document of which no case tells a day
INSTALL = say("install it: pip install 'briefkit[redline]'")
_CASES = (".yaml", ".yml")
# The program asks for no library of languages, opens no door for debuggers.
_QUIET = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "DOTNET_EnableDiagnostics": "0"}


@dataclass(frozen=True, slots=True)
class Document:
    """A document to compare, under the name that its user knows; with the day of its case where it has one."""

    name: str
    data: bytes
    day: date | None = None


# --- documents --------------------------------------------------------------------------------------


def read_document(path: Path, chosen: Mapping[str, str]) -> Checked[Document | None]:
    """A Word file, or the document that a case builds as a working draft. Problems: `file-*`, `redline-unreadable`, those of the build."""
    if path.suffix.lower() in _CASES:
        return _built(path, shown_as(path), chosen, "")
    if path.suffix.lower() != ".docx":
        said = say("“{file}” is neither a Word document nor a case.", file=shown_as(path))
        hint = say("name a .docx file, or the case.yaml of a case")
        return Checked(None, (diagnose("redline-unreadable", said, hint=hint),))
    problems: list[Diagnostic] = []
    data = read_template(path, problems)
    return Checked(None if data is None else Document(shown_as(path), data), tuple(problems))


def document_at(case: Path, revision: str, chosen: Mapping[str, str]) -> Checked[Document | None]:
    """The document that a case builds with the library as it was in a revision; as it is, for an empty one.

    The case's own files, and Word templates, are those of today. Problems: as above, and those of `read_edition`.
    """
    return _built(case, f"{shown_as(case)} ({revision})" if revision else shown_as(case), chosen, revision)


def _built(case: Path, name: str, chosen: Mapping[str, str], revision: str) -> Checked[Document | None]:
    inputs = read_inputs(case, chosen)
    if isinstance(inputs, tuple):
        return Checked(None, inputs)
    problems: list[Diagnostic] = []
    at = _at(inputs, case, revision, problems) if revision else inputs
    if at is None:
        return Checked(None, tuple(problems))
    built = build(at, ("docx",))
    problems += [problem for problem in built.diagnostics if problem.is_error]
    if not built.value:
        return Checked(None, tuple(problems))
    read = read_case(at.case, read_library(at.layers).value, at.chosen).value
    return Checked(Document(name, built.value["docx"], read.date if read else None), tuple(problems))


def _at(inputs: Inputs, case: Path, revision: str, problems: list[Diagnostic]) -> Inputs | None:
    """What a build reads, with the texts of the case's workspace as they were in a revision."""
    place = workspace_of(case.parent)
    if place is None or place != workspace_of(Path.cwd()):
        said = say("The revisions of a library are read in its own workspace, and “{file}” is of another.", file=shown_as(case))
        problems.append(diagnose("no-library", said, hint=say("go to the folder of the case")))
        return None
    then = read_edition(revision, problems, FOR_DOCUMENTS)
    if then is None:
        return None
    own = read_layers(case.parent, [])[-1]
    return replace(inputs, layers=tuple(as_in(then, layer) if layer == own else layer for layer in inputs.layers))


# --- the comparison ---------------------------------------------------------------------------------


def make_redline(old: Document, new: Document, author: str, day: date | None = None) -> Checked[Redline | None]:
    """The newer document with its changes tracked, checked to lead to both. The day of the changes is that of its case unless given.

    Problems: `redline-unreadable`, `redline-tracked`, `redline-missing`, `redline-failed`, `redline-differs`, `redline-part-uncompared`.
    """
    first, second = untouched(old.data, old.name), untouched(new.data, new.name)
    if first.value is None or second.value is None:
        return Checked(None, (*first.diagnostics, *second.diagnostics))
    newer = named_as(second.value, first.value)
    older = spaced_as(first.value, newer)
    older_seen, newer_seen, held = to_compare(older, newer)
    made = _compared(older_seen, newer_seen)
    if isinstance(made, Diagnostic):
        return Checked(None, (made,))
    return checked_redline(made, older, newer, held, author, day or new.day or UNKNOWN_DAY)


def _compared(old: WordFile, new: WordFile) -> bytes | Diagnostic:
    """What the engine makes of two documents. It sees them packed anew, since what was read of them is known to be harmless."""
    with private_folder() as folder:
        program = _engine(folder)
        if isinstance(program, Diagnostic):
            return program
        paths = [folder / name for name in ("old.docx", "new.docx", "redline.docx")]
        for path, word in zip(paths, (old, new), strict=False):
            path.write_bytes(write_zip(word.parts))
        problem = _run([str(program), *map(str, paths), "--author=A", "--no-conflate-spaces"], folder)
        if problem is None and not paths[-1].is_file():
            problem = _failed(say("it wrote nothing"))
        return problem or paths[-1].read_bytes()


def _run(command: list[str], folder: Path) -> Diagnostic | None:
    """Run the engine, with a bound that its own package does not set."""
    quiet = {**os.environ, **_QUIET, "TMPDIR": str(folder)}
    try:
        ran = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, env=quiet, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return _failed(say("it gave no answer within {number} seconds", number=PATIENCE))
    except OSError as error:
        return _failed(reason_of(error))
    if ran.returncode == 0:
        return None
    told = (ran.stderr or ran.stdout).decode("utf-8", "replace").strip().partition("\n")[0]
    return _failed(verbatim(told) if told else say("it gave no reason"))


def _failed(reason: Message) -> Diagnostic:
    said = say("The two documents could not be compared: {reason}.", reason=reason)
    return diagnose("redline-failed", said, hint=say("save both again in Word as .docx"))


def _engine(folder: Path) -> Path | Diagnostic:
    """The engine's program; unpacked once, or into a folder of this run alone where nothing can be kept."""
    try:
        from platformdirs import user_cache_path
        from python_redlines import DocxodusEngine, __version__
    except ImportError:
        return diagnose("redline-missing", say("What compares Word documents is not installed."), hint=INSTALL)
    kept = user_cache_path("briefkit") / f"redline-{__version__}"
    try:
        with suppress(OSError):
            _unpack(DocxodusEngine, kept)
        return Path(DocxodusEngine(target_path=str(kept if kept.is_dir() else folder / "engine")).extracted_binaries_path)
    except ImportError:
        return diagnose("redline-missing", say("What compares Word documents is not installed, or not made for this system."), hint=INSTALL)
    except OSError as error:
        return _failed(reason_of(error))


def _unpack(engine: Callable[..., object], kept: Path) -> None:
    """Unpack the engine beside its place and put it there whole, since others may be about to run it."""
    if kept.is_dir():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    with laid_beside(kept) as fresh:
        fresh.mkdir()
        engine(target_path=str(fresh))
        fresh.rename(kept)
