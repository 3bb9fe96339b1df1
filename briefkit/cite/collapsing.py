"""Cite grouping and collapsing (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.cite.marks import SEAM


@dataclass(frozen=True, slots=True)
class Printed:
    """A cite as it prints: whole; without its names; without the suffix of its year; its names; the suffix; its number.

    `plain` tells that it has no affixes and no locator; `before` and `after` are its author's own words around it.
    """

    whole: str
    nameless: str
    unsuffixed: str
    names: str
    suffix: str
    number: int
    plain: bool
    located: bool = False
    before: str = ""
    after: str = ""


def grouped(cites: Sequence[Printed]) -> list[Printed]:
    """The cites with those of the same names together, where the first of them stands."""
    order = list(dict.fromkeys(cite.names or f"\0{at}" for at, cite in enumerate(cites)))
    keys = [cite.names or f"\0{at}" for at, cite in enumerate(cites)]
    return [cite for name in order for cite, key in zip(cites, keys, strict=True) if key == name]


def collapsed(cites: Sequence[Printed], attributes: Mapping[str, str], delimiter: str) -> str:
    """The cites of one citation as one text."""
    collapse = attributes.get("collapse", "")
    if collapse == "citation-number":
        return _numbers(cites, delimiter, attributes)
    if collapse or "cite-group-delimiter" in attributes:
        return _by_names(cites if collapse and "cite-group-delimiter" in attributes else grouped(cites), collapse, attributes, delimiter)
    return _listed([(cite.before, cite.whole, cite.after) for cite in cites], [delimiter] * len(cites))


def _listed(pieces: Sequence[tuple[str, str, str]], delimiters: Sequence[str]) -> str:
    """Texts with their authors' words around them. A comma or the like that an author put there takes the delimiter's place."""
    out = last = ""
    for (before, text, after), delimiter in zip(pieces, delimiters, strict=True):
        if not (before or text or after):
            continue
        if out:
            if before.strip()[:1] in {",", ";", "."} and before.strip():
                delimiter = ""
            elif last.strip() and last.strip()[-1] in {",", ";", "."}:
                delimiter = "" if last[-1].isspace() else " "
            out += f"{SEAM}{delimiter}{SEAM}"
        out += f"{before}{SEAM if before else ''}{text}{SEAM if after else ''}{after}"
        last = after
    return out


def _by_names(cites: Sequence[Printed], collapse: str, attributes: Mapping[str, str], delimiter: str) -> str:
    line = _Line(cites, collapse, _delimiters(collapse, attributes, delimiter))
    at = 0
    while at < len(cites):
        at += line.set(at)
    return _listed(line.pieces, line.delimiters)


@dataclass(frozen=True, slots=True)
class _Delimiters:
    """What stands between two cites: by others, by the same, of the same year, and after a group that was collapsed."""

    others: str
    same: str
    suffixes: str
    after_group: str


def _delimiters(collapse: str, attributes: Mapping[str, str], delimiter: str) -> _Delimiters:
    group = attributes.get("cite-group-delimiter")
    same = group if group is not None else ", " if collapse == "year" else delimiter
    suffixes = attributes.get("year-suffix-delimiter", group if group is not None else delimiter)
    return _Delimiters(delimiter, same, suffixes, attributes.get("after-collapse-delimiter", delimiter))


@dataclass
class _Line:
    """Cites set one after another, each with the delimiter before it."""

    cites: Sequence[Printed]
    collapse: str
    between: _Delimiters
    pieces: list[tuple[str, str, str]] = field(default_factory=list)
    delimiters: list[str] = field(default_factory=list)
    collapsed: bool = False  # the group that is being set has lost names

    def set(self, at: int) -> int:
        """Sets the cite at a place, and those after it that differ in the suffix of the year alone; gives how many."""
        cite, previous = self.cites[at], self.cites[at - 1] if at else None
        if previous is None or not _same_names(cite, previous):
            ended = self.collapse == "year" or self.collapsed
            self._add((cite.before, cite.whole, cite.after), self.between.after_group if ended else self.between.others)
            self.collapsed = False
            return 1
        joined = bool(self.collapse) and not previous.after and not cite.before
        self.collapsed = self.collapsed or joined
        if joined and previous.suffix and (run := _suffix_run(self.cites, at, self.collapse)):
            self._set_suffixes(at, run)
            return run
        text = cite.nameless if joined else cite.whole
        self._add((cite.before, text, cite.after), self.between.after_group if previous.located else self.between.same)
        return 1

    def _set_suffixes(self, at: int, run: int) -> None:
        texts = _suffixes(self.cites[at - 1 : at + run], self.collapse)
        if texts[0].startswith("–"):
            before, text, _ = self.pieces[-1]
            self.pieces[-1] = (before, text + texts.pop(0), self.cites[at + run - 1].after)
        for text in texts:
            self._add(("", text, ""), self.between.suffixes)

    def _add(self, piece: tuple[str, str, str], delimiter: str) -> None:
        self.pieces.append(piece)
        self.delimiters.append(delimiter)


def _same_names(cite: Printed, previous: Printed) -> bool:
    return cite.names == previous.names and (bool(cite.names) or cite.unsuffixed == previous.unsuffixed != "")


def _suffix_run(cites: Sequence[Printed], at: int, collapse: str) -> int:
    """How many cites from `at` on differ from the one before in the suffix of the year alone."""
    if collapse not in {"year-suffix", "year-suffix-ranged"}:
        return 0
    run = 0
    while at + run < len(cites):
        cite, previous = cites[at + run], cites[at + run - 1]
        alike = cite.names == previous.names and cite.unsuffixed == previous.unsuffixed
        if not (alike and cite.plain and previous.plain and cite.suffix):
            break
        run += 1
    return run


def _suffixes(cites: Sequence[Printed], collapse: str) -> list[str]:
    """The suffixes after the first; with ranges, "–c" for the end of a run that the first begins."""
    letters = [cite.suffix for cite in cites]
    if collapse != "year-suffix-ranged":
        return letters[1:]
    runs: list[list[str]] = [[letters[0]]]
    for letter in letters[1:]:
        if ord(letter[-1]) == ord(runs[-1][-1][-1]) + 1 and len(letter) == len(runs[-1][-1]):
            runs[-1].append(letter)
        else:
            runs.append([letter])
    first = f"–{runs[0][-1]}" if len(runs[0]) > 2 else ""
    rest = [] if first else runs[0][1:]
    for run in runs[1:]:
        rest.extend([f"{run[0]}–{run[-1]}"] if len(run) > 2 else run)
    return [first, *rest] if first else rest


def _numbers(cites: Sequence[Printed], delimiter: str, attributes: Mapping[str, str]) -> str:
    pieces: list[tuple[str, str, str]] = []
    delimiters: list[str] = []
    at = 0
    ranged = False
    while at < len(cites):
        end = at
        while end + 1 < len(cites) and cites[end].plain and cites[end + 1].plain and cites[end + 1].number == cites[end].number + 1:
            end += 1
        delimiters.append(attributes.get("after-collapse-delimiter", delimiter) if ranged else delimiter)
        if end - at >= 2:
            pieces.append(("", f"{cites[at].whole}–{cites[end].whole}", ""))
            ranged = True
            at = end + 1
        else:
            ranged = False
            pieces.append((cites[at].before, cites[at].whole, cites[at].after))
            at += 1
    return _listed(pieces, delimiters)
