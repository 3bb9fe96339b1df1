"""Verifications onto the disk."""

from __future__ import annotations

from pathlib import Path

from briefkit.case import read_case
from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.libraries import read_library
from briefkit.markup import places_of, read_loc, read_pinpoint
from briefkit.messages import say
from briefkit.model.libraries import Authority, Pinpoint, Verification
from briefkit.recording import in_case, in_library
from briefkit.shelf.outputs import as_stored, write_whole
from briefkit.shelf.reading import read_inputs
from briefkit.shelf.reasons import reason_of
from briefkit.shelf.shipped import shipped_folder
from briefkit.source import Source, Span
from briefkit.yamlmarks import Mapping, read_yaml


def record_in_library(authority: Authority, loc: str, verification: Verification) -> tuple[Diagnostic, ...]:
    """Record a verification in the authority's file. Problems: `bad-pinpoint`, `output-unwritable`."""
    found = _listed(authority, loc)
    if not found:
        listed = [read_loc(pinpoint.loc) for pinpoint in authority.pinpoints]
        known = say("its pinpoints are {places}", places=", ".join(listed)) if listed else say("record it for your case with --case")
        hint = did_you_mean(loc, listed, known)
        said = say("{authority} lists no pinpoint “{place}”.", authority=authority.id, place=loc)
        return (diagnose("bad-pinpoint", said, authority.span, hint),)
    for pinpoint, span in found:
        if pinpoint.verified:
            said = say(
                "{authority}, {place} is verified already: {source}, {day}.",
                authority=authority.id,
                place=pinpoint.loc,
                source=pinpoint.verified.seen,
                day=pinpoint.verified.on,
            )
            return (diagnose("bad-pinpoint", said, span, say("change the file by hand if the record is wrong")),)
    source, span = found[0][1].source, found[0][1]
    path = Path(source.name)
    if shipped_folder().name == "shipped" and path.resolve().is_relative_to(shipped_folder().resolve()):
        hint = say("record it for your case with --case, or copy the authority into your workspace's clauses/authorities")
        return (diagnose("output-unwritable", say("The library that comes with briefkit is not changed."), span, hint),)
    text = source.text
    for pinpoint, _ in sorted(found, key=lambda one: one[1].start, reverse=True):  # the last first: what stands before it stays in place
        text = in_library(Source(source.name, text), pinpoint, verification)
    return _rewrite(path, text, span)


def _listed(authority: Authority, loc: str) -> list[tuple[Pinpoint, Span]]:
    """The pinpoints of an authority that make up a place, such as “paras 8 and 9”; empty if some of it is not listed."""
    wanted = set(places_of(loc))
    found = [(one, one.span) for one in authority.pinpoints if one.span and wanted.issuperset(places_of(one.loc))]
    return found if wanted == {place for one, _ in found for place in places_of(one.loc)} else []


def record_in_case(case: Path, authority: str, loc: str, verification: Verification) -> tuple[Diagnostic, ...]:
    """Record a verification in a case. Problems: `file-*`, `yaml-*`, `bad-pinpoint`, `unknown-authority`, `output-unwritable`.

    Where the authority is unknown, what is wrong with the library and the case's references comes first: it may be why.
    """
    inputs = read_inputs(case, {})
    if isinstance(inputs, tuple):
        return inputs
    source = inputs.case.case
    read = read_yaml(source)
    if read.value is None or not isinstance(read.value, Mapping):
        return read.diagnostics or (diagnose("missing-key", say("The case holds no keys."), source.whole()),)
    library = read_library(inputs.layers)
    found = read_case(inputs.case, library.value)
    known = [one.id for one in (*library.value.authorities, *(found.value.references if found.value else ()))]
    if authority not in known:
        hint = did_you_mean(authority, known, say("briefkit authorities list shows all"))
        wrong = [one for one in (*inputs.problems, *library.diagnostics, *found.diagnostics) if one.is_error]
        return (*wrong, diagnose("unknown-authority", say("There is no authority “{authority}”.", authority=authority), hint=hint))
    if read_pinpoint(loc) is None:
        hint = say("for example art 22(1), paras 7.2-7.4, section V.B; a place that has a name alone stands in braces: {merits}")
        return (diagnose("bad-pinpoint", say("“{words}” is not a pinpoint.", words=loc), hint=hint),)
    return _rewrite(case, in_case(source, f"@{authority}, {loc}", verification), source.whole())


def _rewrite(path: Path, text: str, span: Span) -> tuple[Diagnostic, ...]:
    """Write the text, with the byte-order mark and the line ends that the file has; never one that cannot be read again."""
    if read_yaml(Source(path.as_posix(), text)).has_errors:
        hint = say("add it by hand; “briefkit schema case” and “briefkit schema authorities” say how")
        return (diagnose("output-unwritable", say("The record cannot be written into “{file}”.", file=path), span, hint),)
    try:
        before = path.read_bytes()
    except OSError as error:
        return (diagnose("file-unreadable", say("“{file}” cannot be read: {reason}.", file=path, reason=reason_of(error)), span),)
    problem = write_whole(path, as_stored(text, before))
    return () if problem is None else (problem,)
