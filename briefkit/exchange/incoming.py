"""A file of references into items: CSL-JSON, BibTeX or RIS, by its ending, and what is wrong with each item at the item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Protocol

from briefkit.bibtex import read_bibtex
from briefkit.csl import read_authority
from briefkit.diagnostics import Checked, Diagnostic, Severity, diagnose
from briefkit.exchange.tidy import tidied
from briefkit.formats import CUSTOM
from briefkit.messages import say
from briefkit.model.libraries import Authority
from briefkit.ris import read_ris
from briefkit.shapes import check
from briefkit.source import Source, Span
from briefkit.yamlmarks import Leaf, Listing, Node, plain, read_yaml
from briefkit.yamlmarks import Mapping as Marked

ENDINGS = (".json", ".bib", ".ris")
MAX_ITEMS = 5_000
_REFUSED = ("missing-key", "unknown-choice")  # warnings in a case's own references, which are the user's affair


@dataclass(frozen=True, slots=True)
class Incoming:
    """An item of a file under the id that the file gives it. `custom` holds the project's own fields, where they are wanted.

    With a problem that is an error it is not taken; the others are worth knowing.
    """

    given: str
    csl: Mapping[str, Any] = field(hash=False)
    span: Span
    custom: Mapping[str, Any] = field(hash=False, default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()

    @property
    def title(self) -> str:
        return str(self.csl.get("title", ""))


def read_incoming(source: Source, with_custom: bool = False) -> Checked[tuple[Incoming, ...]]:
    """The items of a file. Problems of the file: `bad-reference-file`, `file-too-large`, those of YAML. Those of an item stay with it."""
    problems: list[Diagnostic] = []
    readers = {".json": _csl_json(source, with_custom, problems), ".bib": _others(read_bibtex, source, problems)}
    readers[".ris"] = _others(read_ris, source, problems)
    ending = next((one for one in ENDINGS if source.name.lower().endswith(one)), "")
    if not ending:
        hint = say("export CSL JSON (.json), BibTeX or BibLaTeX (.bib) or RIS (.ris)")
        said = say("“{file}” has none of the endings that are read.", file=source.name)
        return Checked((), (diagnose("bad-reference-file", said, source.whole(), hint),))
    items = tuple(islice(readers[ending], MAX_ITEMS + 1))
    if len(items) > MAX_ITEMS:
        said = say("“{file}” holds more than {number} items.", file=source.name, number=MAX_ITEMS)
        return Checked((), (diagnose("file-too-large", said, items[-1].span, say("import it in parts")),))
    return Checked(tuple(_judged(item) for item in items), tuple(problems))


def _judged(item: Incoming) -> Incoming:
    """The item with what forbids to take it as errors."""
    found = [replace(one, severity=Severity.ERROR) if one.code in _REFUSED else one for one in item.problems]
    if not any(one.is_error for one in found) and not item.csl.get("type"):
        found.append(diagnose("missing-key", say("“{id}” has no type.", id=item.given), item.span, say("see the types of CSL 1.0.2")))
    return replace(item, csl=tidied(item.csl), problems=tuple(found))


# --- CSL-JSON -------------------------------------------------------------------------------------


def _csl_json(source: Source, with_custom: bool, problems: list[Diagnostic]) -> Iterator[Incoming]:
    read = read_yaml(source)
    if not isinstance(read.value, Listing):
        said = say("References are a list of CSL-JSON items.")
        problems.extend(read.diagnostics or (diagnose("bad-reference-file", said, source.whole(), say("export CSL JSON")),))
        return
    inside: dict[int, list[Diagnostic]] = {number: [] for number in range(len(read.value.items))} if read.diagnostics else {}
    for problem in read.diagnostics:
        inside.get(_holder(read.value.items, problem), problems).append(problem)
    for number, node in enumerate(read.value.items):
        yield _item(node, with_custom, inside.get(number, []))


def _holder(items: Iterable[Node], problem: Diagnostic) -> int:
    """The item within which a problem stands; -1 for none."""
    at = problem.span.start if problem.span else -1
    return next((number for number, item in enumerate(items) if item.span.start <= at < item.span.end), -1)


def _item(node: Node, with_custom: bool, problems: list[Diagnostic]) -> Incoming:
    if not isinstance(node, Marked):
        wrong = diagnose("bad-reference-file", say("This is no item."), node.span, say("an item has an id, a type and a title"))
        return Incoming("", {}, node.span, problems=(*problems, wrong))
    given, custom = node.text("id"), node.get("custom")
    named = Leaf("id", "id", node.span), Leaf(given or "item", given or "item", (node.get("id") or node).span)
    entries = [entry for entry in node.entries if entry[0].text not in {"id", "custom"}]
    authority = read_authority(Marked((named, *entries), node.span), problems, own=True)
    assert authority is not None and authority.span is not None
    own = custom if with_custom and isinstance(custom, Marked) else None
    problems.extend(check(own, CUSTOM) if own else ())
    return Incoming(given, authority.csl, authority.span, plain(own) if own else {}, tuple(problems))


# --- BibTeX and RIS -------------------------------------------------------------------------------


class _Reader(Protocol):
    def __call__(self, source: Source, problems: list[Diagnostic], /) -> Iterator[Authority]: ...


def _others(reader: _Reader, source: Source, problems: list[Diagnostic]) -> Iterator[Incoming]:
    """The entries that a reader yields. What it reports before it yields one belongs to that one, or to one that it could not read."""
    found: list[Diagnostic] = []
    for authority in reader(source, found):
        yield from _unread(found)
        span = authority.span or source.whole()
        own = tuple(problem for problem in found if problem.span and problem.span.start >= span.start)
        found.clear()
        yield Incoming(authority.id, authority.csl, span, problems=own)
    items = list(_unread(found))
    yield from items
    problems.extend(problem for problem in found if problem.span not in [item.span for item in items])


def _unread(problems: Iterable[Diagnostic]) -> Iterator[Incoming]:
    """The entries that could not be read, each with what else is wrong with it; a problem of the whole file is none of them."""
    problems = tuple(problems)
    for problem in problems:
        span = problem.span
        if problem.code == "bad-reference-file" and span is not None and span.end > span.start:
            yield Incoming(span.text, {}, span, problems=(problem, *(one for one in problems if one.span == span and one is not problem)))
