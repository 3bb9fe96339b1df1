"""What two texts cite, whatever the facts, compared place by place, and then as a whole."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from briefkit.diff.aligned import Row
from briefkit.diff.changes import Change
from briefkit.diff.cited import CitationAdded, CitationDropped, CitationReplaced, CitedOtherwise, PinpointsChanged, SignalChanged, citation
from briefkit.diff.readings import Cited, read_citations
from briefkit.model.libraries import Clause

# --- sentence by sentence -------------------------------------------------------------------------------

WholeTexts = Callable[[], tuple[Sequence[Cited], Sequence[Cited]]]
TonesOf = Callable[[Iterable[int]], tuple[str, ...]]  # of the rows with these numbers


@dataclass(slots=True)
class _Citations:
    """What is found: changes in their place, the rows that they stand in, and what has no counterpart."""

    language: str
    tones_of: TonesOf
    changes: dict[Change, None] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    dropped: dict[Cited, int] = field(default_factory=dict)  # with the row of each
    added: dict[Cited, int] = field(default_factory=dict)

    def note(self, row: int, changes: Iterable[Change]) -> None:
        for change in changes:
            self.changes[change] = None
            self.rows.add(row)


def compare_citations(
    old: Sequence[Cited], new: Sequence[Cited], rows: Sequence[Row], tones_of: TonesOf, language: str, whole: WholeTexts
) -> tuple[tuple[Change, ...], frozenset[int]]:
    """Citations replaced, pinpoints and signals changed in their place, then what is dropped, added, or cited otherwise on the whole.

    Given is what the rows that changed cite; the `whole` texts are read only where something has no counterpart. With the changes come
    the numbers of the rows in which something changed of what is cited.
    """
    found = _Citations(language, tones_of)
    facing = [(number, one) for number, row in enumerate(rows) for one in row.facing]
    before = _by_sentence(old, [one.was for _, one in facing if one.old], [at for at, (_, one) in enumerate(facing) if one.old])
    after = _by_sentence(new, [one.now for _, one in facing if one.new], [at for at, (_, one) in enumerate(facing) if one.new])
    for at in sorted(before.keys() | after.keys()):
        _compare_sentence(facing[at][0], before.get(at, []), after.get(at, []), found)
    changes = tuple(_on_the_whole(found, *map(_counted, whole()))) if found.dropped or found.added else ()
    return (*found.changes, *changes), frozenset(found.rows.union(found.dropped.values(), found.added.values()))


def _by_sentence(cited: Iterable[Cited], starts: Sequence[int], numbers: Sequence[int]) -> dict[int, list[Cited]]:
    """The citations of each sentence by its number, given where the sentences start."""
    found: dict[int, list[Cited]] = {}
    for one in cited:
        found.setdefault(numbers[bisect_right(starts, one.at) - 1], []).append(one)
    return found


def _compare_sentence(row: int, old: list[Cited], new: list[Cited], found: _Citations) -> None:
    matcher = SequenceMatcher(None, [one.key for one in old], [one.key for one in new], autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        here, there = old[start:end], new[begin:stop]
        if tag == "equal":
            found.note(row, (one for pair in zip(here, there, strict=True) for one in _signals(*pair, found, row)))
        else:
            _compare_run(row, here, there, found)


def _compare_run(row: int, old: list[Cited], new: list[Cited], found: _Citations) -> None:
    """Citations in the place of others: the same authority first, then one for another, then what is left over."""
    for one in tuple(old):
        other = next((other for other in new if other.authority == one.authority), None)
        if other is not None:
            old.remove(one)
            new.remove(other)
            found.note(row, (*_pinpoints(one, other, found, row), *_signals(one, other, found, row)))
    pairs = list(zip(old, new, strict=False))
    tones = found.tones_of((row,))
    found.note(
        row,
        (CitationReplaced(found.language, one.authority, one.locs, other.authority, other.locs, tones=tones) for one, other in pairs),
    )
    found.dropped.update((one, row) for one in old[len(pairs) :])
    found.added.update((one, row) for one in new[len(pairs) :])


def _pinpoints(old: Cited, new: Cited, found: _Citations, row: int) -> Iterator[Change]:
    dropped, added = tuple(loc for loc in old.locs if loc not in new.locs), tuple(loc for loc in new.locs if loc not in old.locs)
    if dropped or added:
        yield PinpointsChanged(found.language, old.authority, dropped, added, tones=found.tones_of((row,)))


def _signals(old: Cited, new: Cited, found: _Citations, row: int) -> Iterator[Change]:
    if old.signal != new.signal:
        yield SignalChanged(found.language, new.authority, new.locs, old.signal, new.signal, tones=found.tones_of((row,)))


# --- on the whole ---------------------------------------------------------------------------------

Counts = Mapping[str, Counter[str]]  # authority -> how often each of its pinpoints is cited, “” for none


def _counted(cited: Iterable[Cited]) -> Counts:
    found: dict[str, Counter[str]] = {}
    for one in cited:
        found.setdefault(one.authority, Counter()).update(one.locs)
    return found


def _on_the_whole(found: _Citations, old: Counts, new: Counts) -> Iterator[Change]:
    """What the citations without a counterpart come to in the whole text: what is only in another place is no change."""
    gone, come = _counted(found.dropped), _counted(found.added)
    rows: dict[str, list[int]] = {}
    for one, row in (*found.dropped.items(), *found.added.items()):
        rows.setdefault(one.authority, []).append(row)
    for authority in (*gone, *(one for one in come if one not in gone)):
        before, after = gone.get(authority, Counter()), come.get(authority, Counter())
        tones = found.tones_of(rows[authority])
        if authority not in new:
            yield CitationDropped(found.language, authority, tuple(before), tones=tones)
        elif authority not in old:
            yield CitationAdded(found.language, authority, tuple(after), tones=tones)
        else:
            yield from _within(authority, before, after, old[authority], new[authority], found.language, tones)


def _within(
    authority: str, gone: Counter[str], come: Counter[str], old: Counter[str], new: Counter[str], language: str, tones: tuple[str, ...]
) -> Iterator[Change]:
    """What changed in how a text cites one authority."""
    dropped, added = tuple(loc for loc in gone if loc not in new), tuple(loc for loc in come if loc not in old)
    if dropped or added:
        yield PinpointsChanged(language, authority, dropped, added, tones=tones)
    for loc in (gone - come) | (come - gone):
        if loc in old and loc in new and old[loc] != new[loc]:
            yield CitedOtherwise(language, authority, loc, old[loc], new[loc], tones=tones)


def all_citations(clause: Clause) -> tuple[str, ...]:
    """What the texts of a clause cite in any language, as “@iccpr, art 22(1)”."""
    return each_once(one for language, text in clause.texts for one in read_citations(text, language) or ())


def each_once(cited: Iterable[Cited]) -> tuple[str, ...]:
    """Each authority with all its pinpoints, as “@iccpr, art 22(1)”."""
    found: dict[str, dict[str, None]] = {}
    for one in cited:
        found.setdefault(one.authority, {}).update(dict.fromkeys(one.locs))
    return tuple(citation(authority, locs) for authority, locs in found.items())
