"""What building keeps and pins: the sources of a working draft, the lock of a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from briefkit.cli.printing import as_data, show, show_diagnostics, show_json
from briefkit.cli.speaking import wrong_usage
from briefkit.diagnostics import Diagnostic
from briefkit.messages import say

if TYPE_CHECKING:
    from briefkit.build import Inputs
    from briefkit.provenance.pins import Pins
    from briefkit.provenance.sources import Sources

Command = TypeVar("Command", bound=Callable[..., Any])


def lock_options(command: Command) -> Command:
    """--lock and --locked."""
    command = click.option("--locked", is_flag=True, help="Use exactly what case.lock.yaml pins; refused where that is gone.")(command)
    return click.option("--lock", is_flag=True, help="Pin in case.lock.yaml what the document is made of.")(command)


def locked_inputs(case: Path, inputs: Inputs, form: str, lock: bool, locked: bool) -> tuple[Inputs, Pins | None]:
    """The inputs of a build, with the library as the case pins it where that is asked for; exits where it cannot be had."""
    if lock and locked:
        raise wrong_usage(say("--lock pins what is there now, and --locked uses what was pinned: give one of them."))
    if not locked:
        return inputs, None
    from briefkit.shelf.builds import as_locked

    found = as_locked(case, inputs)
    if found.value is not None:
        return found.value.inputs, found.value.pins
    if form == "json":
        show_json({"outputs": [], "diagnostics": [as_data(problem) for problem in found.diagnostics]})
    else:
        show_diagnostics(found.diagnostics)
    raise SystemExit(1)


def kept(case: Path, sources: Sources, final: bool, lock: bool, pins: Pins | None) -> Iterator[Diagnostic]:
    """Keep what was built from, for a draft and for a lock; problems, and what a locked document takes beside its lock."""
    from briefkit.provenance.locked import unpinned
    from briefkit.shelf.builds import keep_build, write_case_lock

    if lock or not final:
        yield from keep_build(case, sources)
    if lock:
        yield from write_case_lock(case, sources)
    if pins is not None:
        yield from unpinned(pins, sources.pins)


def show_locked(case: Path, problems: Iterable[Diagnostic]) -> None:
    """Where the lock is, unless it could not be written."""
    from briefkit.shelf.builds import lock_of

    if not any(problem.is_error for problem in problems):
        show(say("Pinned in {file}", file=lock_of(case)))
