"""The state of an interview: what was asked and answered so far, and the facts that this makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefkit.model.facts import FactDeclaration, FactNode, Given, Record, Records, Scalar, Vocabulary
from briefkit.model.libraries import Library
from briefkit.model.profiles import Profile
from briefkit.source import Source, Span

DOCUMENT = ("language", "profile", "title", "date", "tone")  # what is asked of the document itself, in this order
CHOSEN = "complained_of"  # the field that marks one record of several

Value = Scalar | tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question is about: a fact, a field of one record, or (a row and no field) whether there is such a record at all."""

    path: str
    row: int = -1
    field: str = ""

    def __str__(self) -> str:
        row = f"[{self.row + 1}]" if self.row >= 0 else ""
        return f"{self.path}{row}" + (f".{self.field}" if self.field else "")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed, and what it means; None where the question was skipped."""

    topic: Topic
    typed: str
    value: Value | None
    span: Span


def skipped(topic: Topic) -> Answer:
    """A question that was left unanswered."""
    return Answer(topic, "", None, Source("", "").whole())


@dataclass(frozen=True, slots=True)
class Interview:
    """A library to argue from, and the answers. `given` are those that nobody goes back to: the options of the command."""

    holdings: Library
    given: tuple[Answer, ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def every(self) -> tuple[Answer, ...]:
        return (*self.given, *self.answers)

    def of_document(self, name: str) -> Value | None:
        return next((one.value for one in self.every if one.topic == Topic(name)), None)

    @property
    def language(self) -> str:
        return str(self.of_document("language") or "en")

    @property
    def profile(self) -> Profile | None:
        return self.holdings.profile(str(self.of_document("profile") or ""))

    @property
    def tone(self) -> str:
        return str(self.of_document("tone") or "neutral")

    @property
    def day(self) -> date | None:
        day = self.of_document("date")
        return day if isinstance(day, date) else None

    def with_answer(self, answer: Answer) -> Interview:
        return replace(self, answers=(*self.answers, answer))

    def without_last(self) -> Interview:
        return replace(self, answers=self.answers[:-1])


def lists_of(library: Library) -> tuple[FactDeclaration, ...]:
    """The facts that are lists of records."""
    return tuple(one for one in library.facts if one.type == "records")


def rows_begun(interview: Interview, path: str) -> int:
    """How many records of a list were begun."""
    return sum(1 for one in interview.every if one.topic.path == path and one.topic.row >= 0 and not one.topic.field and one.value is True)


def is_closed(interview: Interview, path: str) -> bool:
    """Whether the question for one more record was answered with no, or skipped."""
    mores = (one for one in interview.every if one.topic.path == path and one.topic.row >= 0 and not one.topic.field)
    return any(one.value is not True for one in mores)


def facts_of(interview: Interview) -> Record:
    """The facts as a case with these answers would give them, with what every text may ask of its document."""
    flat = [(answer.topic.path, answer) for answer in interview.every if answer.topic.row < 0 and answer.topic.path not in DOCUMENT]
    entries = [*_given(flat, interview.holdings)]
    for one in lists_of(interview.holdings):
        entries.extend(_records(interview, one))
    return Record((*nested(entries).entries, *_of_document(interview)))


def _given(answers: Iterable[tuple[str, Answer]], library: Library, within: str = "") -> Iterator[tuple[tuple[str, ...], FactNode]]:
    """What was answered, and not skipped, under the names of its path."""
    declared = Vocabulary.of(library.facts).declared
    for path, answer in answers:
        whole = f"{within}.{path}" if within else path
        if answer.value is not None and whole in declared:
            yield tuple(path.split(".")), Given(answer.value, declared[whole].type, whole, answer.span)


def _records(interview: Interview, declaration: FactDeclaration) -> Iterator[tuple[tuple[str, ...], FactNode]]:
    """A list of records under its name, and the one complained of under that of its fields."""
    rows = rows_begun(interview, declaration.path)
    none = any(one.value is False for one in interview.every if one.topic == Topic(declaration.path, 0))
    if not rows and not none:
        return
    items = tuple(_row(interview, declaration, row) for row in range(rows))
    yield (declaration.path,), Records(items)
    chosen = chosen_row(interview, declaration.path)
    if chosen is not None:
        yield (declaration.of,), items[chosen]


def _row(interview: Interview, declaration: FactDeclaration, row: int) -> Record:
    of_row = [one for one in interview.every if (one.topic.path, one.topic.row) == (declaration.path, row) and one.topic.field]
    return nested(_given([(one.topic.field, one) for one in of_row], interview.holdings, declaration.of))


def chosen_row(interview: Interview, path: str) -> int | None:
    """The record that is complained of: the one marked so, or the only one, unless more may come and it was not marked."""
    marks = {one.topic.row: one.value for one in interview.every if (one.topic.path, one.topic.field) == (path, CHOSEN)}
    marked = next((row for row, value in sorted(marks.items()) if value is True), None)
    if marked is not None or rows_begun(interview, path) != 1:
        return marked
    return 0 if is_closed(interview, path) or marks.get(0) is not False else None


def nested(entries: Iterable[tuple[tuple[str, ...], FactNode]]) -> Record:
    """Facts by the names of their paths as records within records; the first of a name counts."""
    below: dict[str, list[tuple[tuple[str, ...], FactNode]]] = {}
    for names, node in entries:
        below.setdefault(names[0], []).append((names[1:], node))

    def joined(inner: list[tuple[tuple[str, ...], FactNode]]) -> FactNode:
        return next((node for names, node in inner if not names), None) or nested(inner)

    return Record(tuple((name, joined(inner)) for name, inner in below.items()))


def _of_document(interview: Interview) -> Iterator[tuple[str, FactNode]]:
    span = Source("", "").whole()
    profile = interview.profile
    known = {
        "tone": interview.tone,
        "language": interview.language,
        "audience": profile.audience if profile else "",
        "profile": profile.id if profile else "",
    }
    for name, value in known.items():
        yield name, Given(value, "text", name, span)
    if interview.day is not None:
        yield "date", Given(interview.day, "date", "date", span)
