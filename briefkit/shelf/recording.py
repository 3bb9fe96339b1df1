"""Verifications onto the disk."""

from __future__ import annotations

from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.markup import read_loc
from briefkit.model.library import Authority, Verification
from briefkit.recording import in_case, in_library
from briefkit.shelf.outputs import write_whole
from briefkit.shelf.reading import read_text
from briefkit.shelf.shipped import shipped_folder


def record_in_library(authority: Authority, loc: str, verification: Verification) -> Diagnostic | None:
    """Record a verification in the authority's file. Problems: `bad-pinpoint`, `output-unwritable`."""
    listed = {read_loc(pinpoint.loc): pinpoint for pinpoint in authority.pinpoints}
    pinpoint = listed.get(read_loc(loc))
    if pinpoint is None or pinpoint.span is None:
        hint = did_you_mean(loc, listed, "its pinpoints are " + ", ".join(listed))
        return diagnose("bad-pinpoint", f"{authority.id} lists no pinpoint “{loc}”.", authority.span, hint)
    if pinpoint.verified:
        said = f"{authority.id}, {loc} is verified already: {pinpoint.verified.seen}, {pinpoint.verified.on}."
        return diagnose("bad-pinpoint", said, pinpoint.span, "change the file by hand if the record is wrong")
    path = Path(pinpoint.span.source.name)
    if shipped_folder().name == "shipped" and path.resolve().is_relative_to(shipped_folder().resolve()):
        hint = "record it for your case with --case, or copy the authority into your workspace's clauses/authorities"
        return diagnose("output-unwritable", "The library that comes with briefkit is not changed.", pinpoint.span, hint)
    return write_whole(path, in_library(pinpoint.span.source, pinpoint, verification).encode("utf-8"))


def record_in_case(case: Path, authority: str, loc: str, verification: Verification) -> Diagnostic | None:
    """Record a verification in a case. Problems: `file-*`, `output-unwritable`."""
    problems: list[Diagnostic] = []
    source = read_text(case, problems)
    if source is None:
        return problems[0]
    return write_whole(case, in_case(source, f"@{authority}, {loc}", verification).encode("utf-8"))
