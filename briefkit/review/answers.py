"""What a reviewer answered, from the Word file that came back: notes with their places, and decisions on whole texts. It signs nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from briefkit.interview.days import read_day
from briefkit.model.naming import LANGUAGES
from briefkit.model.reviews import SHORT, ReviewNote
from briefkit.ooxml import Element
from briefkit.review.story import Comment, Line, Story, read_story, rows, tidy
from briefkit.review.words import APPROVALS, every_way

_MARK = re.compile(rf"(?P<clause>\S.*?) · (?P<language>{'|'.join(LANGUAGES)}) · (?P<seen>[0-9a-f]{{{SHORT}}})")
_LABEL = re.compile(r"\s*\[(?P<number>[0-9]{1,4})\]\s*")
_LONG = 400  # characters: no mark and no heading of ours has so many
_OURS = "briefkit"  # the author of the questions in a request


@dataclass(frozen=True, slots=True)
class Mark:
    """Which text a part of a request is about: clause, language, and the beginning of the hash of what was sent."""

    clause: str
    language: str
    seen: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of the table of decisions in which something was written. `day` is as it was written, `on` the day that it means."""

    mark: Mark
    role: str
    day: str
    on: date | None
    decision: str

    @property
    def approves(self) -> bool:
        """Whether it asks for a signature, without any reservation."""
        return self.decision.casefold().strip(" .!…«»“”\"'") in APPROVALS

    @property
    def note(self) -> ReviewNote:
        return ReviewNote(self.mark.clause, self.mark.language, self.mark.seen, decision=self.decision, by=self.role, on=self.on)


@dataclass(frozen=True, slots=True)
class Answers:
    """What came back: the texts that were sent, comments and tracked changes as notes, and the decisions."""

    sent: tuple[Mark, ...]
    notes: tuple[ReviewNote, ...]
    decisions: tuple[Decision, ...]

    @property
    def all_notes(self) -> tuple[ReviewNote, ...]:
        return tuple(dict.fromkeys((*self.notes, *(one.note for one in self.decisions if one.decision))))


def read_answers(data: bytes) -> Answers:
    """The answers in a request that came back; none of anything in a file that is no request. Raises BadPackage as `read_story` does."""
    story = read_story(data)
    decided = _decided(story)
    places = _places(story)
    in_table = {id(line) for _, found in decided for line in found}
    notes = (
        *(note for one in story.comments if (note := _commented(one, places))),
        *(_changed(line, place) for line, place in zip(story.lines, places, strict=True) if id(line) not in in_table and _is_changed(line)),
    )
    answered = (decision for mark, found in decided if (decision := _decision(mark, found)))
    sent = dict.fromkeys(mark for line in story.lines if (mark := _mark(line)))
    return Answers(tuple(sent), notes, tuple(dict.fromkeys(answered)))


def untracked(data: bytes, sent: bytes) -> tuple[ReviewNote, ...]:
    """The paragraphs that read otherwise than in the request that was sent, without tracked changes, as notes by nobody."""
    before, after = (_by_paragraph(read_story(one)) for one in (sent, data))
    kept = "\n".join(after.values())
    notes = []
    for place, words in before.items():
        now = after.get(place, "")
        if now != words and (now or words not in kept):  # a paragraph that lost its number alone is there all the same
            notes.append(_noted(place, quoted=words, proposed=now, by="", on=None))
    return tuple(notes)


def _by_paragraph(story: Story) -> dict[_Place, str]:
    """The words of each numbered paragraph, and what follows up to the next, as they were before any tracked change."""
    found: dict[_Place, list[str]] = {}
    for line, place in zip(story.lines, _places(story), strict=True):
        words = tidy(_unlabelled(line.was).replace("\u2011", "-"))
        if place.paragraph and words:
            found.setdefault(place, []).append(words)
    return {place: " ".join(words) for place, words in found.items()}


def _decided(story: Story) -> list[tuple[Mark, list[Line]]]:
    """The rows of the table of decisions, by their marks."""
    return [(mark, found) for found in rows(story.lines) if (mark := _mark_in(found))]


# --- places ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Place:
    """Which text a line belongs to, None for the request as a whole, and the number of its paragraph; 0 outside the clause's words."""

    mark: Mark | None = None
    paragraph: int = 0


def _places(story: Story) -> list[_Place]:
    """The place of each line. A text begins at its title, which stands before its mark, and ends where the next one or the table does."""
    in_rows = {id(line): mark for mark, found in _decided(story) for line in found}
    begins = {_before(story.lines, at): mark for at, line in enumerate(story.lines) if id(line) not in in_rows and (mark := _mark(line))}
    places: list[_Place] = []
    here, table, sources = _Place(), every_way("sign"), every_way("sources")
    for at, line in enumerate(story.lines):
        label = _LABEL.match(line.was) or _LABEL.match(line.now)
        words = tidy(line.was[:_LONG])
        if at in begins:
            here = _Place(begins[at])
        elif words in table:
            here = _Place()
        elif words in sources:
            here = _Place(here.mark)
        elif label and here.mark:
            here = _Place(here.mark, int(label["number"]))
        places.append(_Place(in_rows[id(line)]) if id(line) in in_rows else here)
    return places


def _before(lines: tuple[Line, ...], at: int) -> int:
    """The line with words before one."""
    return next((number for number in range(at - 1, -1, -1) if lines[number].was.strip()), at)


def _mark(line: Line) -> Mark | None:
    for words in (*line.was.split("\n"), *line.now.split("\n")):
        if "·" in words and len(words) < _LONG and (found := _MARK.fullmatch(tidy(words))):
            return Mark(found["clause"], found["language"], found["seen"])
    return None


def _mark_in(found: list[Line]) -> Mark | None:
    return next((mark for line in found if (mark := _mark(line))), None)


# --- comments and changes -------------------------------------------------------------------------


def _commented(comment: Comment, places: list[_Place]) -> ReviewNote | None:
    """A comment as a note; none for a question of the request itself, or for one without words."""
    if not comment.text or comment.by == _OURS:
        return None
    place = places[comment.line] if 0 <= comment.line < len(places) else _Place()
    return _noted(place, quoted=_unlabelled(comment.quoted), comment=comment.text, asked=comment.asked, by=comment.by, on=comment.on)


def _is_changed(line: Line) -> bool:
    return bool(line.changes) and tidy(_unlabelled(line.was)) != tidy(_unlabelled(line.now))


def _changed(line: Line, place: _Place) -> ReviewNote:
    """A paragraph with tracked changes as a note: how it was, and how it is now."""
    by, on = line.changes[0]
    return _noted(place, quoted=tidy(_unlabelled(line.was)), proposed=tidy(_unlabelled(line.now)), by=by, on=on)


def _noted(place: _Place, quoted: str, by: str, on: date | None, comment: str = "", proposed: str = "", asked: str = "") -> ReviewNote:
    mark = place.mark or Mark("", "", "")
    return ReviewNote(mark.clause, mark.language, mark.seen, place.paragraph, quoted, comment, proposed, asked=asked, by=by, on=on)


def _unlabelled(words: str) -> str:
    return _LABEL.sub("", words, count=1) if _LABEL.match(words) else words


# --- decisions ------------------------------------------------------------------------------------


def _decision(mark: Mark, found: list[Line]) -> Decision | None:
    """The cells behind the one with the mark: role, day and decision; None for a row in which nothing was written."""
    cells: dict[Element | None, list[Line]] = {}
    for line in found:
        cells.setdefault(line.cell, []).append(line)
    at = next(number for number, lines in enumerate(cells.values()) if _mark_in(lines))
    written = [tidy(" ".join(line.now for line in lines)) for lines in cells.values()]
    role, day, decision = (written[at + 1 :] + [""] * 3)[:3]
    if not (role or day or decision):
        return None
    read = read_day(day)
    return Decision(mark, role, day, read if isinstance(read, date) else None, decision)
