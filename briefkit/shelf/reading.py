"""Files into texts, with everything that can be wrong with a file as a diagnostic."""

from __future__ import annotations

import codecs
import stat
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean
from briefkit.libraries import Layer
from briefkit.messages import NOTHING, Message, say
from briefkit.shelf.reasons import reason_of
from briefkit.shelf.shipped import shipped_folder
from briefkit.shelf.styles import lacks_style, packaged_layers, packaged_names, profile_styles
from briefkit.source import Source, Span, first_private_use

if TYPE_CHECKING:
    from briefkit.build import Inputs
    from briefkit.case import NamedFile

MAX_TEXT = 5_000_000  # bytes of a text file
MAX_TEMPLATE = 50_000_000  # bytes of a Word template
MAX_ARCHIVE = 200_000_000  # bytes of a zip file of a library
WORD_ENDINGS = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot")  # the last two are refused with a word on what to do
TEXTS = (".yaml", ".yml", ".md", ".csl")
LOCALES = "styles/locales"  # XML files here, and only here: languages that citeproc lacks
FOLDERS = ("clauses", "styles")


def read_text(path: Path, problems: list[Diagnostic], name: str = "", span: Span | None = None) -> Source | None:
    """A file as text: UTF-8, with or without a byte-order mark, line ends as `\\n`.

    `name` is how the user knows it, `span` where it is named. Problems: `file-*`, `private-use-character`.
    """
    shown = name or shown_as(path)
    data = _bytes(path, MAX_TEXT, shown, problems, span)
    return None if data is None else decoded(data, shown, problems)


def _bytes(path: Path, limit: int, shown: str, problems: list[Diagnostic], span: Span | None = None) -> bytes | None:
    """What a file holds, if it is an ordinary file (a pipe would never end) of no more than `limit` bytes."""
    try:
        about = path.stat()
        if about.st_size > limit:
            problems.append(
                diagnose(
                    "file-too-large",
                    say("“{file}” is larger than {megabytes} MB.", file=shown, megabytes=limit // 1_000_000),
                    span,
                    say("split the file"),
                )
            )
        elif stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode):
            return path.read_bytes()
        else:
            problems.append(diagnose("file-unreadable", say("“{file}” cannot be read: it is no ordinary file.", file=shown), span))
    except FileNotFoundError:
        problems.append(diagnose("file-missing", say("There is no file “{file}”.", file=shown), span, _nearby(path)))
    except OSError as error:
        problems.append(diagnose("file-unreadable", say("“{file}” cannot be read: {reason}.", file=shown, reason=reason_of(error)), span))
    return None


_PRIVATE = (b"\xee", b"\xef")  # with one of these bytes every private-use character begins


def decoded(data: bytes, shown: str, problems: list[Diagnostic]) -> Source | None:
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        source = Source(shown, before)
        hint = say("save it as UTF-8 (in Windows Notepad: Save as, Encoding)")
        problems.append(
            diagnose("file-encoding", say("“{file}” is not UTF-8 text.", file=shown), source.span(len(before), len(before)), hint)
        )
        return None
    source = Source(shown, text.replace("\r\n", "\n").replace("\r", "\n") if b"\r" in data else text)
    at = first_private_use(source.text) if any(byte in data for byte in _PRIVATE) else None
    if at is not None:
        hint = say("delete the character; it has no meaning of its own")
        problems.append(diagnose("private-use-character", say("A private-use character stands here."), source.span(at, at + 1), hint))
        return None
    return source


def _nearby(path: Path) -> Message:
    try:
        names = [one.name for one in path.parent.iterdir()] if path.parent.is_dir() else []
    except OSError:
        return NOTHING
    return did_you_mean(path.name, names, say("check the name and the folder"))


def shown_as(path: Path) -> str:
    """A path as its user would write it: from the folder they stand in, with forward slashes."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return path.as_posix()


# --- workspaces ------------------------------------------------------------------------------------


def workspace_of(place: Path) -> Path | None:
    """The nearest folder at or above a place that holds `clauses/` or `styles/`."""
    place = place.resolve()
    above = (place, *place.parents)
    return next((folder for folder in above if any((folder / one).is_dir() for one in FOLDERS)), None)


def workspace_folders(place: Path) -> tuple[Path, ...]:
    """The folders of the layers that hold at a place, the shipped one first."""
    shipped, own = shipped_folder().resolve(), workspace_of(place)
    return (shipped,) if own is None or own == shipped else (shipped, own)


def read_layers(place: Path, problems: list[Diagnostic]) -> tuple[Layer, ...]:
    """The texts of every layer that holds at a place."""
    return tuple(dict(_layer(folder, problems)) for folder in workspace_folders(place))


def _layer(folder: Path, problems: list[Diagnostic]) -> Iterator[tuple[str, Source]]:
    for path in _files(folder, problems):
        if path.suffix in TEXTS or (path.suffix == ".xml" and path.parent == folder / LOCALES):
            source = read_text(path, problems)
            if source is not None:
                yield path.relative_to(folder).as_posix(), source


def _files(folder: Path, problems: list[Diagnostic]) -> Iterator[Path]:
    """The files of a workspace. A link that leads out of it, and one to a folder, is reported and not followed."""
    for top in FOLDERS:
        if _is_followed(folder / top, folder, problems):
            for path in sorted((folder / top).rglob("*")):
                if _is_followed(path, folder, problems) and path.is_file():
                    yield path


def _is_followed(path: Path, folder: Path, problems: list[Diagnostic]) -> bool:
    if not path.is_symlink():
        return True
    if not _is_within(path, folder):
        hint = say("copy what it leads to into the workspace")
        problems.append(diagnose("file-outside", say("The link “{link}” leads out of the workspace.", link=_named(path)), hint=hint))
    elif path.is_dir():
        hint = say("copy the folder, or link its files")
        problems.append(
            diagnose("file-unread", say("The link “{link}” leads to a folder, and is not followed.", link=_named(path)), hint=hint)
        )
    return path.is_file() and _is_within(path, folder)


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a link that leads to itself, before Python 3.13
        return False


def _named(path: Path) -> str:
    """A link under its own name, from the folder its user stands in."""
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else path.as_posix()


def read_looks(place: Path, problems: list[Diagnostic]) -> dict[str, bytes]:
    """The Word templates of every layer, by name."""
    looks: dict[str, bytes] = {}
    for folder in workspace_folders(place):
        for path in sorted((folder / "styles").glob("*.do[ct]x")):
            if not path.name.startswith("~$") and path.is_file():
                data = _bytes(path, MAX_TEMPLATE, shown_as(path), problems)
                looks |= {} if data is None else {path.stem: data}
    return looks


def read_house(place: Path) -> Checked[bytes | None]:
    """The Word template in which the program writes what is no case's document. Problems: `bad-template`, `file-*`."""
    from briefkit.scrub.word.templates import quieted
    from briefkit.writers.docx import check_template  # with all that writes Word, which few commands need
    from briefkit.writers.docx.furniture import PLACES

    problems: list[Diagnostic] = []
    house = read_looks(place, problems).get("house")
    if house is None:
        problems = problems or [diagnose("bad-template", say("There is no Word template “{template}”.", template="house"))]
        return Checked(None, tuple(problems))
    wrong = check_template(house)
    return Checked(None, wrong) if wrong else quieted(house, PLACES)


def read_template(path: Path, problems: list[Diagnostic]) -> bytes | None:
    """A Word template by its path."""
    return _bytes(path, MAX_TEMPLATE, str(path), problems)


def read_archive(path: Path, problems: list[Diagnostic]) -> bytes | None:
    """A zip file by its path."""
    return _bytes(path, MAX_ARCHIVE, shown_as(path), problems)


# --- cases -----------------------------------------------------------------------------------------


def read_inputs(case: Path, chosen: Mapping[str, str]) -> Inputs | tuple[Diagnostic, ...]:
    """All that a build of a case reads, or why the case itself could not be read."""
    from briefkit.build import Inputs  # the whole chain, which whoever reads a library alone need not load
    from briefkit.case import CaseFiles, named_files, secret_file

    problems: list[Diagnostic] = []
    source = read_text(case, problems)
    if source is None:
        return tuple(problems)
    chosen = dict(chosen)
    layers = (*read_layers(case.parent, problems), *_style_by_path(chosen, problems))
    layers = (*packaged_layers([chosen.get("style", ""), *profile_styles(layers)], layers, problems), *layers)
    more_styles = packaged_names() if lacks_style(chosen.get("style", ""), layers) else ()
    looks = read_looks(case.parent, problems)
    looks |= _look_by_path(chosen, looks, problems)
    files = CaseFiles(source, _secret(case, secret_file(source), problems), dict(_texts(case, named_files(source), problems)))
    return Inputs(layers, looks, files, chosen, tuple(problems), date.today(), more_styles)


def secret_of(case: Path) -> Path:
    """The file beside a case that holds its confidential facts, unless the case names another."""
    return case.with_name(case.stem + ".secret.yaml")


def secret_at(case: Path, named: NamedFile) -> Path:
    """The file of confidential facts that a case names. It alone may be anywhere: on a stick, in the user's own folder (~)."""
    try:
        return case.parent / Path(named.path).expanduser()
    except RuntimeError:  # there is no such user
        return case.parent / named.path


def _secret(case: Path, named: NamedFile | None, problems: list[Diagnostic]) -> Source | None:
    """The confidential facts, from the file that the case names or the one beside it."""
    beside = secret_of(case)
    if named is None:
        return read_text(beside, problems) if beside.is_file() else None
    path = secret_at(case, named)
    if not path.is_file():
        hint = say("connect the disk that it is on, or name it from the case's folder")
        problems.append(diagnose("file-missing", say("There is no file “{file}”.", file=named.path), named.span, hint))
        return None
    if beside.is_file() and not beside.samefile(path):
        said = say("“{file}” is not read: the case names another file of confidential facts.", file=shown_as(beside))
        problems.append(diagnose("file-unread", said, named.span, say("delete it, or move what it holds")))
    return read_text(path, problems, span=named.span)


def _texts(case: Path, named: tuple[NamedFile, ...], problems: list[Diagnostic]) -> Iterator[tuple[str, Source]]:
    bounds = workspace_of(case.parent) or case.parent.resolve()
    for file in named:
        path = inside(case.parent, file, bounds, problems)
        if path is None:
            continue
        if file.read:
            source = read_text(path, problems, span=file.span)
            if source is not None:
                yield file.path, source
        elif not path.is_file():
            problems.append(diagnose("file-missing", say("There is no file “{file}”.", file=file.path), file.span, _nearby(path)))


def inside(folder: Path, file: NamedFile, bounds: Path, problems: list[Diagnostic]) -> Path | None:
    """A named file's path, if it stays in the case's workspace, links followed."""
    absolute = PurePosixPath(file.path).is_absolute() or PureWindowsPath(file.path).drive or file.path.startswith("\\")
    path = folder / file.path
    if absolute or not _is_within(path, bounds):
        hint = say("copy it into the case's folder and name it from there")
        problems.append(diagnose("file-outside", say("“{file}” leads out of the workspace.", file=file.path), file.span, hint))
        return None
    return path.resolve()


def _style_by_path(chosen: dict[str, str], problems: list[Diagnostic]) -> Iterator[Layer]:
    """A style that the command line names by path joins the workspace under its name; one that cannot be read is not chosen."""
    given = chosen.get("style", "")
    if given.endswith(".csl"):
        del chosen["style"]
        source = read_text(Path(given), problems)
        if source is not None:
            chosen["style"] = Path(given).stem
            yield {f"styles/{chosen['style']}.csl": source}


def _look_by_path(chosen: dict[str, str], looks: Mapping[str, bytes], problems: list[Diagnostic]) -> dict[str, bytes]:
    """A template that the command line names by path, under its name; under that of its file where a look has the name already."""
    given = chosen.get("template", "")
    if not given.lower().endswith(WORD_ENDINGS):
        return {}
    del chosen["template"]
    data = read_template(Path(given), problems)
    if data is None:
        return {}
    path = Path(given)
    chosen["template"] = path.name if path.stem in looks else path.stem
    return {chosen["template"]: data}
