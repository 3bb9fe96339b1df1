"""Where the confidential facts of a case stand on this disk, and who else gets them from there: users, version control, servers."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit.case import CaseFiles, is_fictional, named_files, read_case, secret_file
from briefkit.confidential import ConfidentialValue, Search, check_values, confidential_values, each_value_once, own_texts
from briefkit.diagnostics import Diagnostic, diagnose, in_order
from briefkit.exposure import MOVED, in_file_names, in_texts, in_the_case
from briefkit.libraries import read_library
from briefkit.messages import say
from briefkit.model.case import Exhibit
from briefkit.model.facts import Vocabulary
from briefkit.model.libraries import Library
from briefkit.model.naming import LANGUAGES
from briefkit.shelf.git import call
from briefkit.shelf.reading import secret_at, secret_of, shown_as
from briefkit.shelf.reasons import Stopped
from briefkit.source import Span

if TYPE_CHECKING:
    from briefkit.build import Inputs


def check_exposed(case: Path, inputs: Inputs) -> tuple[Diagnostic, ...]:
    """Where confidential facts of a case are not as well kept as they could be; nothing of a case that says that all is invented.

    Problems: `confidential-*`, and of values for which a public version could not be searched well, `value-*`.
    """
    files = inputs.case
    if is_fictional(files.case):
        return ()
    library = read_library(inputs.layers).value
    values, exhibits = _values(inputs, library)
    if not values:
        return ()
    search = Search.of(values, own_texts(library))
    in_case = in_the_case(values, files.case)
    typed = _typed(search, files)
    secret = _secret(case, inputs)
    paths = [*_holding(case, files, (*in_case, *typed)), *secret]
    disk = (*_readable(secret), *_tracked(paths, secret), *_synchronised(paths))
    named = in_file_names(search, exhibits)
    return in_order((*in_case, *typed, *named, *disk, *check_values(search, library.authorities, public=False)))


def _typed(search: Search, files: CaseFiles) -> tuple[Diagnostic, ...]:
    """Values that are typed into the case or its texts, but for the names of files there, which are told of by themselves."""
    names = {one.span for one in named_files(files.case) if not one.read}
    return tuple(one for one in in_texts(search, (files.case, *files.texts.values())) if not _is_within(one.span, names))


def _holding(case: Path, files: CaseFiles, told: Iterable[Diagnostic]) -> list[Path]:
    """The case and the texts that hold something confidential."""
    names = {one.span.source.name for one in told if one.span}
    texts = [_path(source.name) for source in files.texts.values() if source.name in names]
    return [case, *texts] if files.case.name in names else texts


def _values(inputs: Inputs, library: Library) -> tuple[tuple[ConfidentialValue, ...], tuple[Exhibit, ...]]:
    """The confidential values of a case in every language, whatever its document can be made in, and its exhibits."""
    library = replace(library, profiles=())
    vocabulary = Vocabulary.of(library.facts)
    read = [read_case(inputs.case, library, {"language": language}).value for language in LANGUAGES]
    cases = [one for one in read if one is not None]
    values = each_value_once(value for one in cases for value in confidential_values(one.facts, vocabulary))
    return values, cases[0].exhibits if cases else ()


def _is_within(span: Span | None, places: Iterable[Span]) -> bool:
    return span is not None and any(one.source == span.source and one.start <= span.start and span.end <= one.end for one in places)


def _path(name: str) -> Path:
    return Path.cwd() / name


def _secret(case: Path, inputs: Inputs) -> list[Path]:
    """The file of confidential facts, where there is one."""
    named = secret_file(inputs.case.case)
    path = secret_at(case, named) if named else secret_of(case)
    return [path] if path.is_file() else []


def _readable(secret: Iterable[Path]) -> Iterator[Diagnostic]:
    for path in secret:
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            said = say("Other users of this machine can read “{file}”.", file=shown_as(path))
            yield diagnose("confidential-readable", said, hint=say("chmod 600 {file}", file=shown_as(path)))


# --- version control -----------------------------------------------------------------------------------


_IGNORED = ("ls-files", "--others", "--ignored", "--exclude-standard", "--error-unmatch")  # check-ignore reads names as patterns


def _tracked(paths: Sequence[Path], secret: Sequence[Path]) -> Iterator[Diagnostic]:
    """The files that git holds; and the file of confidential facts where git would take it with the next `git add`."""
    for path in paths:
        if _is_told(path, "ls-files", "--error-unmatch"):
            said = say("git tracks “{file}”, which holds confidential facts: whoever has the repository has them.", file=shown_as(path))
            hint = say("git rm --cached {file}; what was committed stays in the history", file=shown_as(path)) if path in secret else MOVED
            yield diagnose("confidential-tracked", said, hint=hint)
        elif path in secret and _is_told(path, "rev-parse", "--git-dir") and not _is_told(path, *_IGNORED):
            said = say("“{file}” stands in a git repository that does not ignore it.", file=shown_as(path))
            yield diagnose("confidential-tracked", said, hint=say("add the line {line} to .gitignore", line=path.name))


def _is_told(path: Path, command: str, *options: str) -> bool:
    """Whether git says yes of a file; no where there is no git, and no repository."""
    named = () if command == "rev-parse" else ("--", path.name)
    try:
        return call("-C", str(path.parent), command, *options, *named).returncode == 0
    except Stopped:
        return False


# --- synchronised folders ------------------------------------------------------------------------------

# What copies a folder to its servers: how that folder is called, in which cases a file in it tells.
_SERVICES = (
    ("Dropbox", re.compile(r"dropbox(?:[ (-].*)?"), (".dropbox.cache",)),
    ("OneDrive", re.compile(r"onedrive(?: ?- ?.+)?"), ()),
    ("iCloud", re.compile(r"mobile documents|icloud ?drive|com~apple~clouddocs"), ()),
    ("Google Drive", re.compile(r"google ?drive(?:[ (-].*)?|my drive|мой диск"), ()),
    ("Yandex Disk", re.compile(r"yandex[. ]?dis[ck](?:\.localized)?|яндекс[. ]?диск"), ()),
)


def _synchronised(paths: Iterable[Path]) -> Iterator[Diagnostic]:
    """The folders that are copied to a server and hold files with confidential facts, each once."""
    folders = dict.fromkeys(path.absolute().parent for path in paths)
    found = (next((one for place in (folder, folder.resolve()) for one in _services(place)), None) for folder in folders)
    for folder, service in dict.fromkeys(filter(None, found)):
        said = say("“{folder}” is copied to the servers of {service}.", folder=folder, service=service)
        hint = say("keep the case elsewhere, or let “secret:” in the case name a file that is not copied")
        yield diagnose("confidential-synchronised", said, hint=hint)


def _services(folder: Path) -> Iterator[tuple[Path, str]]:
    """The folders of services that a folder stands in, by their names, by files in them, by what Windows says."""
    for place in (folder, *folder.parents):
        for service, named, marks in _SERVICES:
            if named.fullmatch(place.name.casefold()) or any((place / mark).exists() for mark in marks):
                yield place, service
        if place in map(Path, filter(None, map(os.environ.get, ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")))):
            yield place, "OneDrive"
