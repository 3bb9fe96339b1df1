"""The files of a clause library in a folder, or in a revision of the git repository that the user stands in."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean
from briefkit.libraries import Layer
from briefkit.messages import NOTHING, Message, say
from briefkit.shelf.reading import FOLDERS, MAX_TEXT, decoded, read_text, shown_as, workspace_of
from briefkit.shelf.reasons import reason_of
from briefkit.source import Source

ENDINGS = (".yaml", ".md")  # of the files that a library is made of
BELOW = ("arguments", "authorities", "facts.yaml", "sources")  # what tells that a folder is a `clauses` folder itself
MAX_FILES = 50_000
MAX_TOTAL = 200_000_000  # bytes of a library
PATIENCE = 120  # seconds for one call of git

_WHAT = say("name a folder that holds clauses/, or a revision such as HEAD~5, a branch or a tag")


@dataclass(frozen=True, slots=True)
class LibraryFiles:
    """The texts of a library by their paths below the workspace, the paths of files that cannot be read, and the folders that it covers."""

    layer: Layer
    unread: tuple[str, ...] = ()
    tops: tuple[str, ...] = FOLDERS

    def within(self, tops: Iterable[str]) -> LibraryFiles:
        """Only what stands in these folders."""
        kept = tuple(f"{top}/" for top in tops)
        layer = {path: source for path, source in self.layer.items() if path.startswith(kept)}
        return LibraryFiles(layer, tuple(path for path in self.unread if path.startswith(kept)), tuple(tops))


def read_editions(old: str, new: str) -> Checked[tuple[LibraryFiles, LibraryFiles] | None]:
    """The files of two editions, each a folder or a revision, in the folders that both cover; None if one of them cannot be read.

    Problems: `file-*`, `git-*`, `no-repository`, `unknown-revision`, `no-library`, `library-too-large`.
    """
    problems: list[Diagnostic] = []
    first, second = (read_edition(place, problems) for place in (old, new))
    if first is None or second is None:
        return Checked(None, tuple(problems))
    tops = [top for top in first.tops if top in second.tops]
    return Checked((first.within(tops), second.within(tops)), tuple(problems))


def read_edition(place: str, problems: list[Diagnostic]) -> LibraryFiles | None:
    """The files of one edition. A folder of this name comes before a revision."""
    try:
        if place.strip() and Path(place).is_dir():
            return _of_folder(Path(place), problems)
    except (OSError, ValueError):
        pass  # no name that a disk takes
    return _of_revision(place, problems)


# --- a folder -------------------------------------------------------------------------------------


def _of_folder(folder: Path, problems: list[Diagnostic]) -> LibraryFiles | None:
    roots = {top: folder / top for top in FOLDERS if (folder / top).is_dir()}
    covers: tuple[str, ...] = FOLDERS
    if "clauses" not in roots and any((folder / name).exists() for name in BELOW):
        roots, covers = {"clauses": folder}, ("clauses",)
    if not roots:
        problems.append(diagnose("no-library", say("“{folder}” holds no clause library.", folder=shown_as(folder)), hint=_WHAT))
        return None
    layer: dict[str, Source] = {}
    unread: list[str] = []
    for top, root in roots.items():
        files = _files(root, problems)
        if files is None:
            return None
        for path in files:
            below = f"{top}/{path.relative_to(root).as_posix()}"
            source = _file(path, root, problems)
            if source is None:
                unread.append(below)
            else:
                layer[below] = source
    return LibraryFiles(layer, tuple(unread), covers)


def _files(root: Path, problems: list[Diagnostic]) -> list[Path] | None:
    """The library's files below a folder; None if a folder there cannot be read, since nobody knows what it holds."""
    failed: list[OSError] = []
    found: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=failed.append):
        folders.sort()
        found += [Path(folder) / name for name in sorted(names) if name.endswith(ENDINGS)]
        for link in (Path(folder) / name for name in folders if (Path(folder) / name).is_symlink()):
            said = say("The link “{link}” leads to a folder, and is not followed.", link=link.as_posix())
            problems.append(diagnose("file-unread", said, hint=say("copy the folder, or link its files")))
    for error in failed:
        said = say("“{file}” cannot be read: {reason}.", file=shown_as(Path(error.filename)), reason=reason_of(error))
        problems.append(diagnose("file-unreadable", said))
    return None if failed else found


def _file(path: Path, root: Path, problems: list[Diagnostic]) -> Source | None:
    """A file, unless it is a link that leads out of its library."""
    if path.is_symlink() and not _is_within(path, root):
        hint = say("copy what it leads to into the workspace")
        problems.append(diagnose("file-outside", say("The link “{link}” leads out of the workspace.", link=path.as_posix()), hint=hint))
        return None
    return read_text(path, problems)


def _is_within(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root.resolve().parent)
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


# --- a revision -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file of a revision: its path below the workspace, and how git knows it. Its size is negative where git lacks it."""

    path: str
    mode: str
    id: str
    size: int


class _Failed(Exception):
    """A call of git that gave no answer; carries the diagnostic."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _of_revision(revision: str, problems: list[Diagnostic]) -> LibraryFiles | None:
    try:
        prefix = _workspace_in_repository(revision)
        blobs = _listed(revision, _commit(revision), prefix)
        return _read_blobs(revision, prefix, blobs, problems)
    except _Failed as failed:
        problems.append(failed.problem)
        return None


def _workspace_in_repository(revision: str) -> str:
    """The path of the workspace at hand below the top of its repository, empty or with a slash behind it."""
    if revision.startswith("-") or not revision.strip() or not revision.isprintable():
        raise _Failed(diagnose("unknown-revision", say("“{revision}” is no name of a revision.", revision=_shown(revision)), hint=_WHAT))
    here = Path.cwd().resolve()
    found = _git("rev-parse", "--show-toplevel")
    if found.returncode:
        if b"not a git repository" in found.stderr:
            said = say("There is no folder “{name}”, and no git repository here that could hold a revision of this name.", name=revision)
            raise _Failed(diagnose("no-repository", said, hint=_nearby(revision) or _WHAT))
        raise _Failed(_complaint(found))
    top = Path(os.fsdecode(found.stdout.removesuffix(b"\n"))).resolve()
    workspace = workspace_of(here)
    at = workspace if workspace is not None and workspace.is_relative_to(top) else here
    below = at.relative_to(top).as_posix() if at.is_relative_to(top) else "."
    return "" if below == "." else f"{below}/"


def _shown(revision: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in revision)


def _nearby(place: str) -> Message:
    """The folders beside a place that does not exist, if one has nearly its name."""
    try:
        return did_you_mean(Path(place).name, [one.name for one in Path(place).parent.iterdir() if one.is_dir()])
    except (OSError, ValueError):
        return NOTHING


def _commit(revision: str) -> str:
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode == 0:
        return found.stdout.decode("ascii").strip()
    if b"ambiguous" in found.stderr:
        hint = say("give more of its characters")
        raise _Failed(
            diagnose("unknown-revision", say("“{revision}” begins the names of several revisions.", revision=revision), hint=hint)
        )
    if Path(revision).is_file():
        raise _Failed(diagnose("no-library", say("“{file}” is a file, and no folder or revision.", file=revision), hint=_WHAT))
    names = _git("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    known = names.stdout.decode("utf-8", "replace").split()
    said = say("There is no folder “{name}”, and no revision of this name in the repository.", name=revision)
    raise _Failed(diagnose("unknown-revision", said, hint=did_you_mean(revision, known) or _nearby(revision) or _WHAT))


def _listed(revision: str, commit: str, prefix: str) -> tuple[_Blob, ...]:
    """The library's files in a commit. Their number and size are bounded before any is read."""
    places = [f"{prefix}{top}" for top in FOLDERS]
    listed = _answer(_git("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *places))
    blobs = tuple(blob for entry in listed.split(b"\0") if entry and (blob := _blob(entry, prefix)))
    if not blobs:
        if prefix:
            said = say("“{revision}” holds no clause library in “{folder}”.", revision=revision, folder=prefix.rstrip("/"))
        else:
            said = say("“{revision}” holds no clause library at the top of the repository.", revision=revision)
        raise _Failed(diagnose("no-library", said, hint=say("go to the folder that held clauses/ in this revision")))
    if len(blobs) > MAX_FILES or sum(blob.size for blob in blobs if blob.size <= MAX_TEXT) > MAX_TOTAL:
        said = say(
            "The library in “{revision}” has more than {files:,} files or {megabytes} MB.",
            revision=revision,
            files=MAX_FILES,
            megabytes=MAX_TOTAL // 1_000_000,
        )
        raise _Failed(diagnose("library-too-large", said, hint=say("compare folders that hold a part of it")))
    return blobs


def _blob(entry: bytes, prefix: str) -> _Blob | None:
    """A line of git's list: mode, kind, id and size, and after a tab the path."""
    about, _, path = entry.partition(b"\t")
    mode, kind, name, size = about.decode("ascii").split()
    below = path.decode("utf-8", "replace").removeprefix(prefix)
    return _Blob(below, mode, name, int(size) if size.isdecimal() else -1) if kind == "blob" and below.endswith(ENDINGS) else None


def _read_blobs(revision: str, prefix: str, blobs: tuple[_Blob, ...], problems: list[Diagnostic]) -> LibraryFiles:
    refused = {blob: problem for blob in blobs if (problem := _refused(blob, revision))}
    problems.extend(refused.values())
    wanted = [blob for blob in blobs if blob not in refused]
    layer: dict[str, Source] = {}
    for blob, data in zip(wanted, _contents(wanted), strict=True):
        source = decoded(data, f"{revision}:{prefix}{blob.path}", problems)
        if source is not None:
            layer[blob.path] = source
    return LibraryFiles(layer, tuple(blob.path for blob in blobs if blob.path not in layer))


def _refused(blob: _Blob, revision: str) -> Diagnostic | None:
    name = f"{revision}:{blob.path}"
    if blob.size > MAX_TEXT:
        said = say("“{file}” is larger than {megabytes} MB.", file=name, megabytes=MAX_TEXT // 1_000_000)
        return diagnose("file-too-large", said, hint=say("compare folders in which the file is split"))
    if blob.size < 0:
        hint = say("fetch the whole history of the repository")
        return diagnose("file-unreadable", say("“{file}” cannot be read: git does not have it here.", file=name), hint=hint)
    if blob.mode == "120000":
        return diagnose("file-unreadable", say("“{file}” is a link, which is not followed in a revision.", file=name))
    return None


def _contents(blobs: list[_Blob]) -> list[bytes]:
    """What the files hold, in one call: for each a line with its id, kind and size, then its bytes and a line end."""
    answer = _answer(_git("cat-file", "--batch", given="".join(f"{blob.id}\n" for blob in blobs).encode("ascii")))
    contents: list[bytes] = []
    at = 0
    for blob in blobs:
        head = answer.find(b"\n", at)
        if answer[at:head] != f"{blob.id} blob {blob.size}".encode("ascii"):
            raise _Failed(
                diagnose(
                    "git-failed",
                    say("git does not give the file “{file}”.", file=blob.path),
                    hint=say("fetch the whole history of the repository"),
                )
            )
        contents.append(answer[head + 1 : head + 1 + blob.size])
        at = head + blob.size + 2
    return contents


# --- git ------------------------------------------------------------------------------------------


def _answer(done: subprocess.CompletedProcess[bytes]) -> bytes:
    if done.returncode:
        raise _Failed(_complaint(done))
    return done.stdout


def _complaint(done: subprocess.CompletedProcess[bytes]) -> Diagnostic:
    reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
    if not reason:
        return diagnose("git-failed", say("git could not read the repository: it gave no reason."))
    return diagnose("git-failed", say("git could not read the repository: {reason}.", reason=reason))


def _git(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """One call of git, which asks nobody, fetches nothing and changes nothing."""
    quiet = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_LITERAL_PATHSPECS": "1"}
    command = ["git", "--no-pager", *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, env={**os.environ, **quiet}, timeout=PATIENCE, check=False)
    except FileNotFoundError:
        hint = say("install git, or compare two folders")
        raise _Failed(diagnose("git-missing", say("A revision is read with git, which is not installed here."), hint=hint)) from None
    except subprocess.TimeoutExpired:
        raise _Failed(diagnose("git-failed", say("git gave no answer within {seconds} seconds.", seconds=PATIENCE))) from None
    except OSError as error:
        raise _Failed(diagnose("git-failed", say("git cannot be run: {reason}.", reason=reason_of(error)))) from None
