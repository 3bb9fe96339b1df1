"""How the words of a text changed: its paragraphs by what changed in them, the sentences that came, went and moved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from briefkit.diff.aligned import Facing, Row
from briefkit.diff.branches import EVERY, Branches
from briefkit.diff.breaks import compare_breaks
from briefkit.diff.changes import WEIGHTS, Change
from briefkit.diff.meant import changes_of_meaning, quotations_of, weigh
from briefkit.diff.rewording import SentenceMoved, SentencesAdded, SentencesDeleted, TextRespaced, TextReworded
from briefkit.diff.words import Passage
from briefkit.model.naming import TONES
from briefkit.sentences import only_tags

Tones = tuple[str, ...]  # none for all of them


@dataclass(frozen=True, slots=True)
class Reworded:
    """The rows of a text in a language, with the branches of both its sides."""

    language: str
    rows: tuple[Row, ...]
    was: Branches
    now: Branches

    def tones_of(self, numbers: Iterable[int]) -> Tones:
        """The tones for which the rows with these numbers stand, where they changed."""
        return self.tones(self.rows[number] for number in numbers)

    def tones(self, rows: Iterable[Row]) -> Tones:
        found: frozenset[str] = frozenset()
        for row in rows:
            for one in row.changed or row.facing:
                found |= self._tones_at(one)
        return () if found in (EVERY, frozenset()) else tuple(tone for tone in TONES if tone in found)

    def _tones_at(self, facing: Facing) -> frozenset[str]:
        """The tones of the first word that changed in a sentence."""
        was, now = facing.was, facing.now
        for piece in facing.pieces if facing.is_pair else ():
            if not piece.same:
                break
            was, now = was + len(piece.old), now + len(piece.new)
        return self.now.at(now).tones if facing.new else self.was.at(was).tones


@dataclass(frozen=True, slots=True)
class _Changed:
    """A row that changed, with its tones and what it shows best: “substance”, “wording”, “form”, “added”, “deleted”, “moved”, “tags”."""

    row: Row
    tones: Tones
    shows: str
    number: int = 0  # of the row

    @property
    def sentences(self) -> tuple[Facing, ...]:
        """Its sentences that changed, without tags between them."""
        return tuple(one for one in self.row.changed if not only_tags(one.old or one.new))

    @property
    def added(self) -> int:
        return sum(not one.old and not one.moved for one in self.sentences)

    @property
    def deleted(self) -> int:
        return sum(not one.new and not one.moved for one in self.sentences)


def compare_words_of(text: Reworded, cited: Collection[int]) -> Iterator[Change]:
    """The changes of words; `cited` are the numbers of the rows in which something changed of what they cite."""
    rows = [
        _Changed(row, text.tones([row]), _shows(row, number in cited, text), number) for number, row in enumerate(text.rows) if row.changed
    ]
    if not rows:
        yield TextRespaced(text.language)
    for weight in WEIGHTS:
        for tones, some in _by_tones(rows, (weight,)):
            yield TextReworded(text.language, _passages(some), weight, tones=tones)
    for tones, some in _by_tones(rows):
        yield from _sentences(some, tones, text.language)
    yield from _moved([one for one in rows if any(facing.moved for facing in one.row.changed)], text.language)
    yield from changes_of_meaning([(one.row, one.tones) for one in rows], text.language)


def _shows(row: Row, cites_otherwise: bool, text: Reworded) -> str:
    language = text.language
    words = [one for one in row.changed if not only_tags(one.old or one.new) or not only_tags(one.new or one.old)]
    pairs = [one for one in words if one.is_pair]
    alone = {"added" if one.new else "deleted" for one in words if not one.is_pair and not one.moved}
    if not words:
        return "tags" if text.was.is_read and text.now.is_read else "substance"
    if not pairs and len(alone) < 2:
        return next(iter(alone), "moved")
    if alone or cites_otherwise or any(quotations_of(row, language)):
        return "substance"
    return min((weigh(one, language) for one in pairs), key=WEIGHTS.index)


def _by_tones(rows: Iterable[_Changed], shows: Collection[str] = ()) -> list[tuple[Tones, list[_Changed]]]:
    found: dict[Tones, list[_Changed]] = {}
    for one in rows:
        if not shows or one.shows in shows:
            found.setdefault(one.tones, []).append(one)
    return list(found.items())


def _passages(rows: Iterable[_Changed]) -> tuple[Passage, ...]:
    return tuple(one.row.passage for one in rows)


def _sentences(rows: list[_Changed], tones: Tones, language: str) -> Iterator[Change]:
    added, deleted = sum(one.added for one in rows), sum(one.deleted for one in rows)
    if deleted:
        shown = _passages(one for one in rows if one.shows == "deleted")
        yield SentencesDeleted(language, deleted, shown, tones=tones)
    if added:
        yield SentencesAdded(language, added, _passages(one for one in rows if one.shows == "added"), tones=tones)


def _moved(rows: list[_Changed], language: str) -> Iterator[Change]:
    """The sentences that moved, one change for each paragraph that they came to; with it those that they left, each shown once."""
    left: dict[str, _Changed] = {}
    for one in rows:
        left.update((" ".join(facing.old.split()), one) for facing in one.row.changed if facing.moved and facing.old)
    shown: set[int] = set()
    for one in rows:
        come = [facing.new for facing in one.row.changed if facing.moved and facing.new]
        if come:
            places = (*(left[" ".join(words.split())] for words in come), one)
            if broken := _broken_otherwise(one, {place.number: place for place in places[:-1]}, language):
                yield broken
                continue
            there = {id(place): place for place in places if place.shows == "moved" and id(place) not in shown}
            shown |= there.keys()
            passages = _passages(place for place in rows if id(place) in there)
            yield SentenceMoved(language, len(come), come[0], passages, tones=one.tones)


def _broken_otherwise(one: _Changed, left: dict[int, _Changed], language: str) -> Change | None:
    """That sentences only came from the paragraph beside, since the break between the two is new, or gone."""
    beside = [place for number, place in left.items() if abs(number - one.number) == 1]
    if len(left) != 1 or not beside:
        return None
    return compare_breaks(one.row, beside[0].row, beside[0].number > one.number, language, one.tones)
