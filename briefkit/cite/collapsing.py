"""Cite grouping and collapsing (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    within = attributes.get("cite-group-delimiter", ", " if collapse else delimiter)
    if collapse in {"year-suffix", "year-suffix-ranged"} and "cite-group-delimiter" not in attributes:
        within = delimiter
    between_suffixes = attributes.get("year-suffix-delimiter", attributes.get("cite-group-delimiter", delimiter))
    after_group = attributes.get("after-collapse-delimiter", delimiter)
    pieces: list[tuple[str, str, str]] = []
    delimiters: list[str] = []
    group_collapsed = False
    at = 0
    while at < len(cites):
        cite = cites[at]
        previous = cites[at - 1] if at else None
        same = previous is not None and previous.names == cite.names and (bool(cite.names) or cite.unsuffixed == previous.unsuffixed != "")
        if not same:
            delimiters.append(after_group if collapse == "year" or group_collapsed else delimiter)
            group_collapsed = False
        if previous is not None and same and collapse and not previous.after and not cite.before:
            group_collapsed = True
            run = _suffix_run(cites, at, collapse)
            if run and cite.suffix and previous.suffix and cite.unsuffixed == previous.unsuffixed:
                texts = _suffixes(cites[at - 1 : at + run], collapse)
                ranged = texts[0].startswith("–")
                pieces[-1] = (pieces[-1][0], pieces[-1][1] + texts[0], cites[at + run - 1].after) if ranged else pieces[-1]
                for text in texts[1:] if ranged else texts:
                    pieces.append(("", text, ""))
                    delimiters.append(between_suffixes)
                at += run
                continue
            pieces.append((cite.before, cite.nameless, cite.after))
            delimiters.append(within)
        else:
            pieces.append((cite.before, cite.whole, cite.after))
            if same:
                delimiters.append(within)
        if same and previous is not None and previous.located:
            delimiters[-1] = after_group
        at += 1
    return _listed(pieces, delimiters)


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
