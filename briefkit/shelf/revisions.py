"""An edition of a library in a revision of the git repository that the user stands in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.messages import NOTHING, Message, say
from briefkit.shelf import git
from briefkit.shelf.reading import FOLDERS, MAX_TEXT, decoded, workspace_of
from briefkit.shelf.reasons import Stopped
from briefkit.shelf.stock import ENDINGS, MAX_FILES, MAX_TOTAL, WANTED, too_large
from briefkit.source import Source

LINK = "120000"  # the mode of a link
SHA256 = 64  # digits of a name in a repository that counts by SHA-256


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its path below the workspace, and how git knows it. Its size is negative where git lacks it."""

    path: str
    mode: str
    id: str
    size: int

    @property
    def is_readable(self) -> bool:
        return 0 <= self.size <= MAX_TEXT and self.mode != LINK


class RevisionStock:
    """The files of a revision. What each holds is known by a name that git made of it, so few have to be read to compare them."""

    tops = FOLDERS

    def __init__(self, name: str, prefix: str, blobs: Iterable[Blob]) -> None:
        self.name, self.prefix = name, prefix
        self.blobs = {blob.path: blob for blob in blobs}
        self.fetched: dict[str, bytes] = {}

    @property
    def paths(self) -> dict[str, Blob]:
        return self.blobs

    def data(self, path: str) -> bytes | None:
        if not self.blobs[path].is_readable:
            return None
        if path not in self.fetched:
            self.fetch(self.blobs)  # whoever reads on has not said what else is wanted
        return self.fetched[path]

    def fetch(self, paths: Iterable[str]) -> None:
        wanted = [self.blobs[path] for path in paths if path not in self.fetched and self.blobs[path].is_readable]
        if wanted:
            self.fetched.update(zip((blob.path for blob in wanted), _contents(wanted), strict=True))

    def read(self, path: str, problems: list[Diagnostic]) -> Source | None:
        data = self.data(path)
        if data is None:
            problems.append(_refused(self.blobs[path], self.name))
            return None
        return decoded(data, f"{self.name}:{self.prefix}{path}", problems)

    def holds(self, path: str, data: bytes | None) -> bool:
        """Whether a file holds these bytes; git may have given it other line ends on the disk than it keeps."""
        blob = self.blobs[path]
        if data is None or not blob.is_readable:
            return False
        return blob.id == named(data, len(blob.id)) or (b"\r\n" in data and blob.id == named(data.replace(b"\r\n", b"\n"), len(blob.id)))

    def holds_as(self, other: RevisionStock, path: str) -> bool:
        """Whether a file is the same in another revision. One that cannot be read is not: nobody has seen it."""
        one, another = self.blobs[path], other.blobs[path]
        return one.id == another.id and one.is_readable and another.is_readable


def named(data: bytes, digits: int) -> str:
    """The name that git gives a file which holds these bytes."""
    made = hashlib.sha256() if digits == SHA256 else hashlib.sha1(usedforsecurity=False)
    made.update(b"blob %d\0" % len(data))
    made.update(data)
    return made.hexdigest()


def stock_of_revision(revision: str, problems: list[Diagnostic], endings: tuple[str, ...] = ENDINGS) -> RevisionStock | None:
    """The files of the workspace at hand in a revision.

    Problems: `unknown-revision`, `no-repository`, `no-library`, `library-too-large`, `git-missing`, `git-failed`.
    """
    try:
        prefix = _workspace_in_repository(revision)
        return RevisionStock(revision, prefix, _listed(revision, _commit(revision), prefix, endings))
    except Stopped as failed:
        problems.append(failed.problem)
        return None


def _workspace_in_repository(revision: str) -> str:
    """The path of the workspace at hand below the top of its repository, empty or with a slash behind it."""
    if revision.startswith("-") or not revision.strip() or not revision.isprintable():
        raise Stopped(diagnose("unknown-revision", say("“{revision}” is no name of a revision.", revision=_shown(revision)), hint=WANTED))
    here, top = Path.cwd().resolve(), git.top_of_repository()
    if top is None:
        said = say("There is no folder “{name}”, and no git repository here that could hold a revision of this name.", name=revision)
        raise Stopped(diagnose("no-repository", said, hint=_nearby(revision) or WANTED))
    workspace = workspace_of(here)
    at = workspace if workspace is not None and workspace.is_relative_to(top) else here
    below = at.relative_to(top).as_posix() if at.is_relative_to(top) else "."
    return "" if below == "." else f"{below}/"


def _shown(revision: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in revision)


def _nearby(place: str) -> Message:
    """The folders and zip files beside a place that does not exist, if one has nearly its name."""
    try:
        beside = [one.name for one in Path(place).parent.iterdir() if one.is_dir() or one.suffix == ".zip"]
        return did_you_mean(Path(place).name, beside)
    except (OSError, ValueError):
        return NOTHING


def _commit(revision: str) -> str:
    found = git.call("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode == 0:
        return found.stdout.decode("ascii").strip()
    if b"ambiguous" in found.stderr:
        hint = say("give more of its characters")
        raise Stopped(
            diagnose("unknown-revision", say("“{revision}” begins the names of several revisions.", revision=revision), hint=hint)
        )
    if Path(revision).is_file():
        said = say("“{file}” is a file, and no folder, zip file or revision.", file=revision)
        raise Stopped(diagnose("no-library", said, hint=WANTED))
    names = git.call("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    known = names.stdout.decode("utf-8", "replace").split()
    said = say("There is no folder “{name}”, and no revision of this name in the repository.", name=revision)
    raise Stopped(diagnose("unknown-revision", said, hint=did_you_mean(revision, known) or _nearby(revision) or WANTED))


def _listed(revision: str, commit: str, prefix: str, endings: tuple[str, ...]) -> tuple[Blob, ...]:
    """The library's files in a commit. Their number and size are bounded before any is read."""
    places = [f"{prefix}{top}" for top in FOLDERS]
    listed = git.answer(git.call("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *places))
    blobs = tuple(blob for entry in listed.split(b"\0") if entry and (blob := _blob(entry, prefix, endings)))
    if not blobs:
        if prefix:
            said = say("“{revision}” holds no clause library in “{folder}”.", revision=revision, folder=prefix.rstrip("/"))
        else:
            said = say("“{revision}” holds no clause library at the top of the repository.", revision=revision)
        raise Stopped(diagnose("no-library", said, hint=say("go to the folder that held clauses/ in this revision")))
    if len(blobs) > MAX_FILES or sum(blob.size for blob in blobs if blob.is_readable) > MAX_TOTAL:
        raise Stopped(too_large(revision))
    return blobs


def _blob(entry: bytes, prefix: str, endings: tuple[str, ...]) -> Blob | None:
    """A line of git's list: mode, kind, id and size, and after a tab the path."""
    about, _, path = entry.partition(b"\t")
    mode, kind, name, size = about.decode("ascii").split()
    below = path.decode("utf-8", "replace").removeprefix(prefix)
    return Blob(below, mode, name, int(size) if size.isdecimal() else -1) if kind == "blob" and below.endswith(endings) else None


def _refused(blob: Blob, revision: str) -> Diagnostic:
    """Why a file is not read."""
    name = f"{revision}:{blob.path}"
    if blob.size > MAX_TEXT:
        said = say("“{file}” is larger than {megabytes} MB.", file=name, megabytes=MAX_TEXT // 1_000_000)
        return diagnose("file-too-large", said, hint=say("compare folders in which the file is split"))
    if blob.mode == LINK:
        return diagnose("file-unreadable", say("“{file}” is a link, which is not followed in a revision.", file=name))
    hint = say("fetch the whole history of the repository")
    return diagnose("file-unreadable", say("“{file}” cannot be read: git does not have it here.", file=name), hint=hint)


def _contents(blobs: Sequence[Blob]) -> list[bytes]:
    """What the files hold, in one call: for each a line with its id, kind and size, then its bytes and a line end."""
    answer = git.answer(git.call("cat-file", "--batch", given="".join(f"{blob.id}\n" for blob in blobs).encode("ascii")))
    contents: list[bytes] = []
    at = 0
    for blob in blobs:
        head = answer.find(b"\n", at)
        if answer[at:head] != f"{blob.id} blob {blob.size}".encode("ascii"):
            hint = say("fetch the whole history of the repository")
            raise Stopped(diagnose("git-failed", say("git does not give the file “{file}”.", file=blob.path), hint=hint))
        contents.append(answer[head + 1 : head + 1 + blob.size])
        at = head + blob.size + 2
    return contents
