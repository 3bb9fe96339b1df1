"""References from a file into the library or a case: what becomes of each, and the files that hold them then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefkit.case import NamedFile, read_case
from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.exchange import Incoming, Outcome, Rewritten, merge, read_incoming, rewrite
from briefkit.libraries import read_library
from briefkit.messages import Message, say
from briefkit.model.libraries import Authority
from briefkit.recording import naming_references
from briefkit.shelf.outputs import Output, as_stored, write_together
from briefkit.shelf.reading import inside, read_inputs, read_layers, read_text, shown_as, workspace_of
from briefkit.shelf.reasons import reason_of
from briefkit.source import Source
from briefkit.yamlmarks import Leaf, read_yaml
from briefkit.yamlmarks import Mapping as Marked

AUTHORITIES = "clauses/authorities"
IMPORTED = "imported.yaml"  # where a library's items go unless told otherwise
REFS = "refs.json"


@dataclass(frozen=True, slots=True)
class Ways:
    """How to import: replace what differs, take the project's own fields, only say what would be done."""

    replacing: bool = False
    with_custom: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of each item, and the files that were written, or would be."""

    outcomes: tuple[Outcome, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where items go: the file for new ones, and what is there by its id; `more` are files to write with it, if anything is added."""

    target: Source
    known: Mapping[str, Authority] = field(hash=False)
    fixed: frozenset[str]
    taken: frozenset[str] = frozenset()
    more: tuple[Rewritten, ...] = ()


NONE_IMPORTED = Imported()


def import_into_library(file: Path, target: Path | None, ways: Ways) -> Checked[Imported]:
    """Import into a file of the workspace's authorities. Problems: `file-*`, those of the imported file, `output-unwritable`."""
    problems: list[Diagnostic] = []
    place = _in_library(target, problems)
    return _import(file, place, ways, in_library=True, problems=problems)


def import_into_case(file: Path, case: Path, ways: Ways) -> Checked[Imported]:
    """Import into a case's references. Problems: those of `import_into_library`, and of the case where they stand in the way."""
    problems: list[Diagnostic] = []
    place = _in_case(case, problems)
    return _import(file, place, ways, in_library=False, problems=problems)


def _import(file: Path, place: _Place | None, ways: Ways, in_library: bool, problems: list[Diagnostic]) -> Checked[Imported]:
    items = _read(file, ways, problems) if place else None
    if place is None or items is None:
        return Checked(NONE_IMPORTED, tuple(problems))
    outcomes = merge(items, place.known, place.fixed, place.taken, ways.replacing)
    rewritten = rewrite(place.target, outcomes, in_library)
    files = rewritten.value + (place.more if any(one.what == "added" for one in outcomes) else ())
    told = [problem for one in outcomes for problem in one.item.problems]
    if rewritten.diagnostics:
        return Checked(NONE_IMPORTED, (*told, *rewritten.diagnostics))
    unwritten = () if ways.dry_run else _write(files)
    names = () if unwritten else tuple(one.source.name for one in files)
    return Checked(Imported(outcomes if not unwritten else (), names), (*problems, *told, *unwritten))


def _read(file: Path, ways: Ways, problems: list[Diagnostic]) -> tuple[Incoming, ...] | None:
    source = read_text(file, problems)
    if source is None:
        return None
    read = read_incoming(source, ways.with_custom)
    problems.extend(read.diagnostics)
    return None if read.has_errors else read.value


def _write(files: tuple[Rewritten, ...]) -> tuple[Diagnostic, ...]:
    outputs: list[Output] = []
    for one in files:
        path = Path(one.source.name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_bytes() if path.is_file() else b""
        except OSError as error:
            return (diagnose("output-unwritable", say("“{file}” cannot be written: {reason}.", file=path, reason=reason_of(error))),)
        outputs.append(Output(path, as_stored(one.text, before)))
    return write_together(outputs)


def _unwritable(said: Message, hint: Message, problems: list[Diagnostic]) -> None:
    problems.append(diagnose("output-unwritable", said, hint=hint))


# --- the library ----------------------------------------------------------------------------------


def _in_library(target: Path | None, problems: list[Diagnostic]) -> _Place | None:
    workspace = workspace_of(Path.cwd())
    if workspace is None:
        hint = say("stand in one, make one with briefkit init, or import into a case with --case")
        _unwritable(say("There is no workspace here."), hint, problems)
        return None
    path = target or workspace / AUTHORITIES / IMPORTED
    if path.resolve().parent != (workspace / AUTHORITIES).resolve() or path.suffix != ".yaml":
        hint = say("authorities stand in {folder}/<name>.yaml of the workspace", folder=AUTHORITIES)
        _unwritable(say("Nothing would read “{file}”.", file=path), hint, problems)
        return None
    source = _target(path, problems)
    if source is None:
        return None
    authorities = read_library(read_layers(Path.cwd(), [])).value.authorities
    fixed = frozenset(one.id for one in authorities if not _stands_in(one, workspace))
    return _Place(source, {one.id: one for one in authorities}, fixed)


def _stands_in(authority: Authority, workspace: Path) -> bool:
    return authority.span is not None and Path(authority.span.source.name).resolve().is_relative_to(workspace)


def _target(path: Path, problems: list[Diagnostic]) -> Source | None:
    """The file that is written to; a text that cannot be read is not added to."""
    if not path.exists():
        return Source(shown_as(path), "")
    source = read_text(path, problems)
    wrong = [one for one in read_yaml(source).diagnostics if one.is_error] if source else []
    problems.extend(wrong)
    return None if wrong else source


# --- a case ---------------------------------------------------------------------------------------


def _in_case(case: Path, problems: list[Diagnostic]) -> _Place | None:
    inputs = read_inputs(case, {})
    if isinstance(inputs, tuple):
        problems.extend(inputs)
        return None
    library = read_library(inputs.layers).value
    read = read_case(inputs.case, library)
    target = _references(case, inputs.case.case, problems)
    if target is None or read.value is None:
        problems.extend(one for one in read.diagnostics if one.is_error and read.value is None)
        return None
    wrong = [one for one in read.diagnostics if one.is_error and one.span and one.span.source == target]
    problems.extend(wrong)
    known = {one.id: one for one in (*read.value.references, *library.authorities)}
    more = () if _names_references(inputs.case.case) else (Rewritten(inputs.case.case, naming_references(inputs.case.case, REFS)),)
    taken = frozenset(one.id for one in read.value.exhibits)
    return None if wrong else _Place(target, known, frozenset(one.id for one in library.authorities), taken, more)


def _names_references(source: Source) -> bool:
    node = read_yaml(source).value
    return isinstance(node, Marked) and node.get("refs") is not None


def _references(case: Path, source: Source, problems: list[Diagnostic]) -> Source | None:
    """The case's file of references; a new one beside it, if it names none."""
    if not isinstance(read_yaml(source).value, Marked):
        return None
    if not _names_references(source):
        path = case.parent / REFS
        if path.exists():
            said = say("“{file}” is there, but the case does not name it.", file=shown_as(path))
            _unwritable(said, say("add the line refs: {file} to the case", file=REFS), problems)
            return None
        return Source(shown_as(path), "")
    return _named(case, source, problems)


def _named(case: Path, source: Source, problems: list[Diagnostic]) -> Source | None:
    """The file of references that the case names."""
    node = read_yaml(source).value
    refs = node.get("refs") if isinstance(node, Marked) else None
    named = NamedFile(refs.text if isinstance(refs, Leaf) else "", refs.span, read=True) if refs else None
    path = inside(case.parent, named, workspace_of(case.parent) or case.parent.resolve(), problems) if named else None
    if path is None:
        return None
    if path.suffix.lower() != ".json":
        hint = say("turn it into CSL-JSON first, with briefkit authorities export")
        _unwritable(say("“{file}” is no CSL-JSON, so nothing is added to it.", file=shown_as(path)), hint, problems)
        return None
    return _target(path, problems)
