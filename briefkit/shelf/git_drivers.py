"""How git shows changes of clauses: which files, which are named in .gitattributes for everybody, and how, which is set in each clone.

git makes a text readable by a command that it gives the file to (textconv); this works in `git diff`, `git show` and `git log -p` alike. A
driver that prints the whole comparison itself would work in the first alone.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import Message, say
from briefkit.shelf import git
from briefkit.shelf.outputs import as_stored, write_whole
from briefkit.shelf.reading import read_text, shown_as, workspace_of
from briefkit.shelf.reasons import Stopped

ATTRIBUTES = ".gitattributes"
TEXT, DATA = "briefkit-text", "briefkit-data"
LINES = (
    "# How git shows clauses, once “briefkit git-setup” was run in a clone:",
    f"/clauses/**/*.md diff={TEXT}",
    f"/clauses/**/*.yaml diff={DATA}",
    f"/styles/boilerplate/*.md diff={TEXT}",
    f"/styles/profiles/*.yaml diff={DATA}",
)
# A word with the points within its numbers (7.3). No letters but ASCII are named: git may take others byte by byte.
_WORDS = r"([^][:space:].,;:!?(){}\"[]|[.][0-9])+|[^[:space:]]"


def settings(command: str) -> Mapping[str, str]:
    """What is set in a clone. Where the command fails, git gets the file as it is: nobody is kept from seeing a change.

    The heading of each change is the branch of the text, or the item of the file, that it stands in.
    """
    return {
        f"diff.{TEXT}.textconv": f'{command} git-setup --show "$1" 2>/dev/null || cat',
        f"diff.{TEXT}.xfuncname": r"^(\{%.*|#{1,6} .*)$",
        f"diff.{TEXT}.wordRegex": _WORDS,
        f"diff.{DATA}.xfuncname": r"^(- id: .*|[^[:space:]#-][^:]*:.*)$",
        f"diff.{DATA}.wordRegex": _WORDS,
    }


def program() -> str:
    """How git calls this program: by its name where it finds it under this name, else by its place."""
    found = shutil.which("briefkit")
    if found is not None and Path(found).resolve().parent == Path(sys.executable).parent.resolve():
        return "briefkit"
    return f'"{Path(sys.executable).as_posix()}" -P -m briefkit'  # -P: not what has this name in the folder at hand


def set_up() -> Checked[tuple[Message, ...]]:
    """Have git show clauses sentence by sentence in the repository at hand; says what was changed.

    Problems: `no-library`, `no-repository`, `git-*`, `file-*`, `output-unwritable`.
    """
    return _done(lambda file: (*_with_lines(file), *_set(settings(program()))))


def take_down() -> Checked[tuple[Message, ...]]:
    """Undo what `set_up` did, and nothing else. Problems: as there."""
    return _done(lambda file: (*_without_lines(file), *_unset(settings(program()))))


def _done(work: Callable[[Path], tuple[Message, ...]]) -> Checked[tuple[Message, ...]]:
    try:
        return Checked(work(_place()))
    except Stopped as failed:
        return Checked((), (failed.problem,))


def _place() -> Path:
    """The file of the workspace that tells git which files are clauses."""
    workspace, top = workspace_of(Path.cwd()), git.top_of_repository()
    if top is None:
        said = say("There is no git repository here.")
        raise Stopped(diagnose("no-repository", said, hint=say("go to the folder of a clause library that is kept in git")))
    if workspace is None or not workspace.is_relative_to(top):
        said = say("There is no clause library here.")
        raise Stopped(diagnose("no-library", said, hint=say("go to the folder that holds clauses/")))
    if (workspace / ATTRIBUTES).is_symlink():
        said = say("“{file}” is a link, which git does not follow.", file=ATTRIBUTES)
        raise Stopped(diagnose("output-unwritable", said, hint=say("put a file in its place")))
    return workspace / ATTRIBUTES


# --- .gitattributes --------------------------------------------------------------------------------


def _with_lines(file: Path) -> tuple[Message, ...]:
    """The lines join at the end, since the last one that fits a file counts."""
    before = _read(file)
    known = before.split("\n")
    missing = [line for line in LINES if line not in known]
    if not missing:
        return ()
    kept = before if not before or before.endswith("\n") else before + "\n"
    _write(file, kept + "".join(f"{line}\n" for line in missing))
    return (say("Wrote {file}: it names the files that git shows sentence by sentence.", file=shown_as(file)),)


def _without_lines(file: Path) -> tuple[Message, ...]:
    before = _read(file)
    after = "".join(line for line in before.splitlines(keepends=True) if line.rstrip("\n") not in LINES)
    if after == before:
        return ()
    if after:
        _write(file, after)
        return (say("Took the lines for clauses out of {file}.", file=shown_as(file)),)
    file.unlink(missing_ok=True)
    return (say("Removed {file}, which held nothing else.", file=shown_as(file)),)


def _read(file: Path) -> str:
    problems: list[Diagnostic] = []
    source = read_text(file, problems) if file.exists() else None
    if problems:
        raise Stopped(problems[0])
    return source.text if source else ""


def _write(file: Path, text: str) -> None:
    """With the line ends that the file has."""
    before = file.read_bytes() if file.exists() else b""
    problem = write_whole(file, as_stored(text, before))
    if problem is not None:
        raise Stopped(problem)


# --- settings --------------------------------------------------------------------------------------


def _set(wanted: Mapping[str, str]) -> tuple[Message, ...]:
    missing = {name: value for name, value in wanted.items() if _value(name) != value}
    for name, value in missing.items():
        git.answer(git.call("config", "--local", "--replace-all", name, value))
    return (say("Set in this clone: {names}.", names=", ".join(missing)),) if missing else ()


def _unset(wanted: Mapping[str, str]) -> tuple[Message, ...]:
    found = [name for name in wanted if _value(name)]
    for name in found:
        git.answer(git.call("config", "--local", "--unset-all", name))
    return (say("No longer set in this clone: {names}.", names=", ".join(found)),) if found else ()


def _value(name: str) -> str:
    """What is set in this clone; empty for nothing."""
    return git.call("config", "--local", "--get", name).stdout.decode("utf-8", "replace").removesuffix("\n")
